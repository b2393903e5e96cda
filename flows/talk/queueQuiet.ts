/** In the queue after a silence: whom it ends for, and for whom it goes on. */
import type { Action } from '../actions.js';
import type { Condition } from '../guards.js';
import { asksBack, general, nearest } from './queue.js';
import { alert } from '../region.js';
import type { Move } from '../steps/kind.js';
import { all, oneMoreTry, reads, set } from '../steps/parts.js';

/** She can write again, as she says; she asks what only she would, or tells where she is, or of danger. */
const writesOn: Condition = {
  any: [
    all(reads('gone-now', 'surely-gone', 'can-again', 'can-write', 'herself', 'returned', 'phone-back', 'no-danger'), {
      not: reads('bare-yes'),
    }),
    reads('in-her-voice', 'not-here', 'was-somebody', 'lost', 'anybody-there', 'person', 'wants-person'),
    reads('full-place', 'address', 'location', 'leaving', 'asks-erase', 'asks-call', 'calls-me', 'wants-listener'),
    reads('grave', 'likely-grave', 'hurts', 'fears-him', 'answerable'),
    all(
      { any: [reads('asks', 'asks-politely', 'only-asks', 'opening', 'another-question'), { sheet: 'any' }] },
      { not: { intent: ['greeting'] } },
    ),
  ],
};

/**
 * She was silent, and writes. So soon after, people are told and no more; later, or where she asks
 * something, she is asked whether it is safe. A goodbye
 * asks for nothing, and the silence goes on. Where she said that he is there, or sees her write, it goes on until she says
 * that she can write: signs, a word of every day or a "sí" to nothing may be his, and people are told of the first alone.
 */
export function afterQuiet(coming: readonly Action[]): Move[] {
  const quiet: Condition = { marks: { quiet: true } };
  const beside: Condition = { marks: { quiet: true, safe: 'no' } };
  const back: Action[] = [set({ quiet: false }), alert('writes-again')];
  // What she said of it before he came counts no more.
  const backFromHim: Action[] = [set({ quiet: false, safe: 'unknown' }), alert('writes-again')];
  return [
    { when: all(beside, { not: writesOn }, { tries: { under: 1 } }), do: [oneMoreTry, alert('writes-again')] },
    { when: all(beside, { not: writesOn }) },
    {
      when: all(quiet, { any: [reads('thanks', 'farewell', 'chatter'), { intent: ['goodbye'] }] }),
      do: [alert('writes-again')],
    },
    {
      when: all(quiet, { world: { staffed: true } }, reads('surely-gone')),
      do: [...back, ...coming],
    },
    { when: all(beside, nearest), do: [{ change: { need: 'offer' } }, ...backFromHim, ...asksBack] },
    { when: beside, do: [...backFromHim, ...asksBack] },
    { when: all(quiet, { marks: { waited: 'no' } }, { not: { any: [reads('asks'), general] } }), do: back },
    // What she asks is shown once she says that she can write.
    { when: all(quiet, nearest), do: [{ change: { need: 'offer' } }, ...back, ...asksBack] },
    { when: quiet, do: [...back, ...asksBack] },
  ];
}
