/** What a contact that a person closed may still ask for: people are told of it; and the cry for help that is answered all the same. */
import type { Context } from '../context.js';
import { UNSURE } from '../danger/dangerQuestion.js';
import { HIS } from '../danger/corrected.js';
import type { Reading } from '../reading.js';
import { HIGH } from '../sense/types.js';

/** "Quiero hablar con una persona", on a closed contact: nothing is answered, and whoever closed it may have been wrong. */
export const asksForSomething = (read: Reading): boolean =>
  !HIS.some(name => read.reads(name)) && (REQUESTS.has(read.intent) || ASKS.some(name => read.reads(name)));
const REQUESTS: ReadonlySet<string> = new Set([
  ...['human', 'general_info', 'specific_question', 'request_status'],
  ...['emotional_support', 'preventive_orientation', 'privacy'],
]);
const ASKS = ['wants-person', 'herself'];

/**
 * A closed contact may be in her hands again: a cry for help that is not his is asked about, and the answer is heard. It
 * has words of alarm, or is surely one: a person closed this contact, and a mere guess is not enough to write to it.
 */
export function isHeard({ owner, step }: Context, read: Reading): boolean {
  if (owner.kind === 'bot' && step === UNSURE) return true;
  if (read.risk < HIGH || read.intent === 'aggressor') return false;
  return read.reads('grave') || (read.intent === 'sos' && read.sensed.confidence >= CRY_SURE);
}
const CRY_SURE = 0.9;
