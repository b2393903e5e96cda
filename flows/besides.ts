/**
 * What is left of her text for a reading that a part of it does not mean: "no manden a nadie a Prat 890, estoy en Freire 20" calls
 * nobody off, "no me llamen si contesta un hombre" refuses no call, and in "¿ya viene alguien?" nobody comes whom she fears.
 */
import { withoutCondition } from './text/time/calledOff.js';
import { isFearOfComing, isNoHelp } from './text/him/forComers.js';
import { insteadOf } from './text/place/insteadOf.js';
import { asksWhoComes } from './text/whoComes.js';

/** That nobody is to come: not to another place than where she is. */
const TAKES_BACK = 'retraction';
const OF_COMING: ReadonlySet<string> = new Set([TAKES_BACK, 'asks-no-calls']);
/** That she is not called, or not at that hour: not where it hangs on who answers. */
const OF_CALLS: ReadonlySet<string> = new Set([
  ...['cancel-slot', 'says-cancel', 'no-call', 'not-by-telephone', 'not-rung', 'prefers-writing', 'heard-call'],
  ...['shared-phone', 'change-slot', 'slot-unsafe', 'slot-conflict'],
]);

const OF_STEPS: ReadonlySet<string> = new Set(['hush', 'comes', 'he-comes']);

/** @returns undefined where the text itself is meant */
export function besides(name: string, text: string, hasPlace: () => boolean): string | undefined {
  // Why nobody may come, or that those who came were no help: nothing is taken back by it.
  if (name === TAKES_BACK && (isFearOfComing(text) || isNoHelp(text))) return '';
  if (OF_COMING.has(name) && hasPlace()) return insteadOf(text)?.rest;
  if (OF_STEPS.has(name) && asksWhoComes(text)) return '';
  if (!OF_CALLS.has(name)) return undefined;
  const rest = withoutCondition(text);
  return rest === text ? undefined : rest;
}
