/**
 * She has her telephone again after he had it: "me quitó el teléfono, ahora está en el baño", "ya me lo devolvió", "soy yo de
 * nuevo, se durmió". Whoever writes so after danger was told is in danger now, or is he who pretends to be her; asking her whether
 * there is danger would lose the moment that she has, and shows it to him. So it opens, which a person may end and he may not;
 * while who writes is in doubt nothing is shown on the screen but whether she can write (emergency.ts).
 */
import type { Context } from '../context.js';
import type { Condition } from '../guards.js';
import type { Reading } from '../reading.js';
import { all, reads } from '../steps/parts.js';

/** He had it and she has it; said of herself, or of what he did with it. */
const HAD = ['phone-back', 'returned'];
/** He turned away for a moment: in another room, asleep, gone out. */
const TURNED_AWAY = 'away-a-moment';
/** She says that it is her. */
export const saysHerself: Condition = all(reads(...HAD, 'herself'), { not: reads('he-took') });
/** Somebody else had it, as she says. */
export const hadByAnother: Condition = all(reads(...HAD), { not: reads('he-took') });

/** What he would write to end it, and what calls for silence, opens nothing. */
const NOT_HERS = [
  ...['hush', 'wait', 'watched', 'his-voice', 'is-another', 'asks-who', 'his-praise'],
  ...['says-calm', 'all-well', 'no-danger', 'says-jest', 'says-no', 'retraction', 'false-alarm'],
];

/** Violence, that she fears him, or likely danger was told before, by her or by what a model heard. */
export const toldOfDanger = ({ marks, toldOfHim }: Context): boolean =>
  toldOfHim === true || ['asked', 'open', 'left'].includes(marks.guess);

/** She is back, and in danger: it opens. */
export function returnsInDanger(read: Reading, context: Context | null): boolean {
  const says = (...names: string[]): boolean => names.some(name => read.reads(name));
  if (context && (context.marks.emergency || context.marks.blocked || context.owner.kind === 'executive')) return false;
  if (says(...NOT_HERS)) return false;
  // He had it a moment ago, and is in the next room.
  if (says('phone-back') && says(TURNED_AWAY)) return true;
  if (!context || !toldOfDanger(context)) return false;
  const { doubt, mute, quiet, danger } = context.marks;
  const inDoubt = doubt || mute;
  if (says(...HAD)) return inDoubt || quiet || danger !== 'no';
  if (says('herself')) return inDoubt || quiet;
  return inDoubt && says('full-place', 'location');
}
