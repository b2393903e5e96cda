/**
 * What she will read when an outcome of an open call is recorded. The engine itself is asked, on the state as it is, so
 * that what an executive sees before she records it is what leaves: variants, language, cover and quiet too.
 */
import type { Context } from '../../flows/context.js';
import { CALL_OUTCOMES, type CallOutcome, type FlowEvent, type World } from '../../flows/events.js';
import type { Turned } from '../../flows/turn.js';
import type { Tells } from '../console/contract.js';
import { callsOf } from './calls.js';

/** Stands for what is still to be written. */
const REFERENCE = '\u{f8ff}reference\u{f8ff}';

export function tellsOf(
  context: Pick<Context, 'calls' | 'ledger'>,
  world: World,
  foresee: (event: FlowEvent) => Pick<Turned, 'messages' | 'hushed'>,
): Tells[] {
  return callsOf(context).flatMap(({ slot, number }) =>
    slot === null ? [] : CALL_OUTCOMES.flatMap(outcome => toldBy(slot, outcome, number)),
  );

  function toldBy(slot: number, outcome: CallOutcome, number: number): Tells[] {
    const event: FlowEvent = { type: 'CALL_RESULT', slot, outcome, by: null, reference: REFERENCE, world };
    try {
      const { messages, hushed } = foresee(event);
      const why = hushed.some(one => one.why === 'cover') ? 'cover' : 'quiet';
      const text = messages.map(one => one.text).join('\n');
      const told = messages.length > 0;
      return [
        {
          slot: number,
          outcome,
          text: told ? text.split(REFERENCE) : null,
          lang: messages[0]?.locale ?? '',
          why: told ? null : why,
        },
      ];
    } catch {
      // A state that no longer moves is shown all the same; the screen says that it is not known.
      return [];
    }
  }
}
