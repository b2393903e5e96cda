/**
 * At which number she is called: hers alone, or none. A slot of an `appointment` is held meanwhile (appointment.ts).
 */
import type { Action } from '../actions.js';
import type { Condition } from '../guards.js';
import {
  type Appointment,
  asksFirst,
  asksOfIt,
  finds,
  noteForCaller,
  offTo,
  onCondition,
  refused,
  taken,
  told,
  UNSUITABLE,
} from './appointmentParts.js';
import { CANCELLED } from './cancel-appointment.js';
import type { Move, Node } from './kind.js';
import { all, askAgain, firstTry, oneMoreTry, reads, say, toldOf } from './parts.js';

/** How long she may leave the question for a safe number open before the slot is booked without it. */
const NUMBER_WAIT_MS = 5 * 60_000;

/** At which number: hers alone, or none. */
export function whichNumber(step: Appointment): Record<string, Node> {
  const number = reads('phone');
  const certain: Condition = { not: reads('shared-phone', 'doubt', 'no-call') };
  const freed: Action[] = [firstTry, { effect: 'free-slot' }, { change: { slots: 'drop' } }];
  const withPerson: Move = {
    go: step.none_suits,
    do: [{ change: { keep: 'phone_note', as: 'text' } }, ...freed],
  };
  // Another of the times she was shown, another time by its day or hour, or she does not say which.
  const changes: Condition = { any: [reads('change-slot'), all(reads('only-hours'), { not: number })] };
  const named: Condition = all(changes, { not: UNSUITABLE });
  const otherTime: readonly Move[] = [
    {
      when: all(named, { slotPicked: true }),
      go: '.holding',
      do: [...freed, { effect: 'hold-slot' }, { change: { slots: 'pick' } }],
    },
    {
      when: all(named, reads('when')),
      go: '.search',
      do: [...freed, { change: { keep: 'windows', as: 'when' } }, finds(step)],
    },
    { when: changes, go: '.ask', do: freed },
  ];
  // The hour that is kept for her is gone, and she is told; one that she had already, by the step that it leads to.
  const isTold = step.cancelled === undefined ? [say(CANCELLED)] : [];
  const refuses: Move = { when: all(refused, { not: number }), go: offTo(step), do: [...freed, ...isTold] };
  // Who else answers may be whom she fears: where that sounds like danger, people are told.
  const notThere: Condition = { any: [reads('shared-phone'), all(number, reads('no-call'))] };
  const refusedNumber = toldOf({ when: notThere, go: '.other', do: [firstTry] });
  const keep: Action[] = [firstTry, { change: { keep: 'phone', as: 'phone' } }];
  const unsure: Move = { when: number, go: '.sure', do: keep };
  // "987654321, si contesta mi marido corten": others may answer there, and whether it is hers alone is asked.
  const conditions: readonly Move[] = [
    onCondition,
    { when: all(number, reads('condition-of-call')), go: '.sure', do: [...keep, ...noteForCaller] },
  ];
  // A voice note names no number that can be read, and a person must hear it. Were she queued for it here, the time
  // would stay kept for her and never be booked.
  const toHear: Action = { effect: 'alert', params: { why: 'media' } };
  const unheard: readonly Move[] = [
    { when: all(reads('media'), { tries: { under: 1 } }), again: true, do: [oneMoreTry, toHear] },
    { when: reads('media'), ...withPerson, do: [toHear, ...(withPerson.do ?? [])] },
  ];
  // "Mi hora": the one that is kept for her, and what is still missing of it.
  const which: Move = { when: all(reads('my-slot'), { not: number }), go: '.number', do: [firstTry] };
  // "Ok, gracias" gives no number: it is asked once more, and then it is as if she had left it open.
  const nothingSaid: Condition = all(reads('thanks', 'enough'), { not: reads('phone', 'no') });
  const thanked: readonly Move[] = [
    { when: all(nothingSaid, { tries: { under: 1 } }), again: true, do: [oneMoreTry] },
    { when: nothingSaid, go: '.booking', do: [firstTry, { change: { forget: 'phone' } }] },
  ];
  const lapses = { after: step.silence.after, moves: [{ go: step.silence.go ?? '@rest', do: freed }] };

  return {
    number: {
      // A number of an earlier booking, or one that she was not sure of, is no answer to this.
      entry: [{ change: { forget: 'phone' } }, say('avail.safe-time', { retry: 'avail.number-again' })],
      first: asksFirst,
      moves: [
        told,
        ...conditions,
        ...otherTime,
        ...toldOf(refuses),
        ...refusedNumber,
        { when: all(number, certain), go: '.booking', do: keep },
        unsure,
        {
          when: all(reads('bare-yes'), reads('callable'), certain),
          go: '.sure',
          do: [firstTry, { change: { keep: 'phone', as: 'this-phone' } }],
        },
        { when: reads('no'), go: '.other', do: [firstTry] },
        ...thanked,
        which,
        ...asksOfIt,
        ...unheard,
      ],
      otherwise: askAgain(1, withPerson),
      on: { TAKEN: [taken(step)] },
      silence: { after: NUMBER_WAIT_MS, moves: [{ go: '.booking' }] },
    },
    sure: {
      entry: [say('avail.number-sure')],
      first: asksFirst,
      moves: [
        told,
        ...conditions,
        ...otherTime,
        ...toldOf(refuses),
        { when: all({ any: [reads('bare-yes', 'sure')] }, { not: number }, certain), go: '.booking', do: [firstTry] },
        // A number, and no doubt any more.
        { when: all(number, certain), go: '.booking', do: keep },
        ...thanked,
        which,
        ...asksOfIt,
        ...unheard,
      ],
      otherwise: [...refusedNumber, { go: '.other', do: [firstTry] }],
      on: { TAKEN: [taken(step)] },
      silence: { after: NUMBER_WAIT_MS, moves: [{ go: '.booking', do: [{ change: { forget: 'phone' } }] }] },
    },
    // She said no to a number: nothing is booked any more without one that she is sure of.
    other: {
      entry: [{ change: { forget: 'phone' } }, say('avail.number-other')],
      first: asksFirst,
      moves: [
        told,
        ...conditions,
        ...otherTime,
        ...toldOf({ ...refuses, when: refused }),
        { when: all(reads('no'), { not: number }), go: step.declined, do: freed },
        ...toldOf({ when: reads('shared-phone'), ...withPerson }),
        unsure,
        which,
        ...asksOfIt,
        ...unheard,
      ],
      otherwise: askAgain(1, withPerson),
      on: { TAKEN: [taken(step)] },
      silence: lapses,
    },
  };
}
