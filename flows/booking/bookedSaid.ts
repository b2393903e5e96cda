/** What she says of the hour of her call that is told by that hour alone: read with it, as no list of words could. */
import type { Context } from '../context.js';
import { saidOf } from '../lists.js';
import type { Protocol } from '../protocol.js';
import type { Sensed } from '../sense/types.js';
import { asksByHerHour, cannotThen, relativeWindows } from '../text/time/herHour.js';

const MOVED = ['change-slot', 'slot-to'];
const CANNOT = ['change-slot', 'slot-conflict'];
/** She takes it back, which goes before another hour. */
const TAKEN_BACK = ['cancel-slot', 'heard-call'];

/** "¿Y si no puedo a esa hora?" moves nothing. */
const ONLY_ASKED = ['what-if-missed'];

const TO_ANOTHER = ['slot-to', 'slot-moved'];

/** The hour that she has or that is kept for her, as long as it is to come (ms UTC). */
export function herSlot(context: Context | null, now: number): number | undefined {
  const at = context?.marks.held ? context.slot?.at : context?.marks.booked ? context.appointment?.at : undefined;
  return at !== undefined && at > now ? at : undefined;
}

/** Names of the readings that are said of it: another hour is asked for, or she cannot then. */
export function saidOfHerHour(
  context: Context | null,
  text: string,
  now: number,
  { readings, steps, zone }: Pick<Protocol, 'readings' | 'steps' | 'zone'>,
): readonly string[] {
  const slot = herSlot(context, now);
  if (slot === undefined || context?.marks.emergency) return [];
  const step = context?.step ? steps[context.step] : undefined;
  const isAsked = step !== undefined && 'appointment' in step;
  const at = { now, zone, slot };
  const says = (names: readonly string[]): boolean => names.some(name => saidOf(text).reads(readings, name));
  if (says(TAKEN_BACK) || says(ONLY_ASKED)) return [];
  // "No puedo a esa hora, ¿me la cambia para el viernes?": the wish says more.
  if (!says(TO_ANOTHER) && cannotThen(text, at)) return CANNOT;
  return asksByHerHour(text, isAsked) && relativeWindows(text, at).length > 0 ? MOVED : [];
}

/** What was sensed, with the readings that are said together and the hour that she has. */
export const withHerHour = (sensed: Sensed, together: readonly string[], slot: number | undefined): Sensed => ({
  ...sensed,
  ...(together.length > 0 ? { together } : {}),
  ...(slot === undefined ? {} : { slot }),
});
