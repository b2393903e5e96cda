/** Moves that states of the talk share: to the queue, to a person, and a call that is taken back on the way. */
import type { Action } from '../actions.js';
import type { Condition } from '../guards.js';
import { ANSWERABLE } from '../sight/mute.js';
import { alert, type State } from '../region.js';
import { HIGH, IMMINENT } from '../sense/types.js';
import type { Move } from '../steps/kind.js';
import { all, mark, reads, say, set } from '../steps/parts.js';
import { surveyRecord } from '../steps/survey.js';

/**
 * As the talk comes to rest, by whatever way: whoever told fear, or something of him or of his people, is not let go without people
 * hearing of it, once. A person who had her has read it.
 */
export const rests: Action[] = [
  alert('fear-told', all({ afraid: true }, { marks: { person: false } })),
  alert('him-told', all({ ofHim: true }, { not: { afraid: true } })),
  { change: { owner: 'rest' } },
  { change: { session: 'over' } },
];

/** She does not want the call she has, or somebody else may answer it. */
export const callsOff: Condition = all({ marks: { booked: true } }, reads('cancel-slot', 'heard-call'));

/** She is met with silence as she tells that he found out of it, or hears it: it is taken back without a word. */
export const callsOffUnseen: Condition = all(
  { marks: { booked: true } },
  reads('heard-call'),
  reads('hush', 'watched'),
);
/** He knows of it, and she asked for nothing: in danger she is answered of that alone. */
export const foundOut: Condition = all(reads('found-out', 'knows-of-call'), {
  not: reads('cancel-slot', 'says-cancel'),
});

/** He is there, comes, reads what she writes, or takes her telephone: what lights up on it, he sees. */
export const heSees: Condition = all(
  {
    any: [
      reads(
        'he-nears',
        'comes',
        'stirs',
        'enters',
        'in-his-car',
        'watched',
        'eyed',
        'takes-telephone',
        'seeks-telephone',
        'caught',
        'telephone-found',
      ),
      all(reads('beside'), { not: reads('grave') }),
      all({ sensed: 3 }, reads('at-her-side')),
    ],
  },
  { not: reads('cannot-speak', 'no-danger') },
);

/** Asked for after a silence: another has the telephone. */
export const ASKS_NUMBER = 'asks-number';

/** What she writes is kept, and she is told so. */
export const NOTED = 'person.noted';
/** A word that anybody may see: whoever holds the telephone learns nothing by it, nor that anything was kept. */
export const neutral: Action = say('safe.no', { neutral: true });
/** The same to each of several messages. */
export const neutralAgain: Action = say('safe.no', { neutral: true, vary: ['safe.neutral'] });
/** To whoever asks who answers here, in danger, in doubt or in the queue: hers, or his. No team, no service. */
export const WHO = 'queue.who';
export const whoever: Action = say(WHO, { neutral: true });
/** Whom she writes to, what page this is, or that somebody answers at last. */
export const ASKS_WHO = ['who-are-you', 'asks-what', 'asks-where-from'];
export const CALLS_OUT = 'calls-out';

export const toQueue = (reason: string): Action[] => [{ change: { owner: 'queue', reason } }];

export const sos = (): Move[] => [
  { go: '#queued', do: [set({ interrupted: false }), ...toQueue('sos'), mark('handed_to_executive')] },
];
export const parked = (): Move[] => [
  { go: '#queued', do: [...toQueue('parked'), alert('parked'), mark('handed_to_executive')] },
];

/**
 * A person takes it by taking it, or by the first words she sends. Whoever takes an emergency, or her from the queue (`waits`),
 * owes her an answer from then on: she may have nothing more to write, and nobody else hears of her.
 */
export function takes({ interrupted, waits }: { interrupted: boolean; waits?: true }): NonNullable<State['on']> {
  const taken: Action[] = [
    set({ waits: false, ...(interrupted ? { interrupted } : {}) }),
    { change: { owner: 'executive' } },
  ];
  return {
    TAKE: [
      { when: { marks: { emergency: true } }, go: '#human.owed-now', do: taken },
      ...(waits ? [{ when: { marks: { quiet: false } }, go: '#human.owed', do: taken }] : []),
      { go: '#human', do: taken },
    ],
    SAY: [{ go: '#human', do: [...taken, said] }],
  };
}
export function quiet(go?: string): Move[] {
  return [
    { when: { event: 'on', is: [true] }, ...(go ? { go } : {}), do: [set({ quiet: true }), mark('silent_hold')] },
    { do: [set(ANSWERABLE)] },
  ];
}
/** From one person's hands to another's. */
export const handed = (go?: string): Move[] => [
  { when: { owner: 'other' }, ...(go ? { go } : {}), do: [{ change: { owner: 'executive' } }] },
];
/** Whoever has her is not there for her. */
export const gone: Action[] = [{ raise: 'OWNER_LOST' }];
export const lost: Action[] = [alert('owner-lost'), ...toQueue('owner-lost'), mark('handed_to_executive')];
/** An SOS that she or the service opened: she waits for an answer now. */
export const urgent: Move[] = [{ when: { not: { event: 'why', is: ['executive'] } }, go: '#human.owed-now' }];
export const said: Action = { say: 'executive', author: 'executive', words: true };

/**
 * What a person answers for her decides as her own answers do: imminent opens the emergency, high tells the people. After an
 * emergency that a person ended what she writes down of it opens none.
 */
export function answered(): Move[] {
  const kept: Action = { change: { guideline: 'event' } };
  const high: Action[] = [kept, { change: { risk: HIGH } }, alert('guideline-high')];
  return [
    {
      when: all({ guideline: { from: IMMINENT, rises: true } }, { marks: { emergency: false, sos: false } }),
      do: [kept, { raise: 'SOS', why: 'executive' }],
    },
    { when: { guideline: { from: IMMINENT, rises: true } }, do: [...high, { change: { risk: IMMINENT } }] },
    { when: { guideline: { from: HIGH, rises: true } }, do: high },
    { do: [kept] },
  ];
}

/** How she was served, said after the question for it was left. */
export const marked: readonly Action[] = [
  { change: { keep: 'grade', as: 'grade' } },
  set({ survey: false }),
  mark('survey_done'),
  surveyRecord,
  say('survey.thanks'),
];

/** Safe hours to write to her: all she says in answer, or words of writing to her. "La audiencia es a las 9" is none, nor is a mere day. */
export const hersToKeep: Condition = all(
  reads('hours'),
  { not: reads('his-hours') },
  {
    any: [
      reads('to-be-written'),
      all({ marks: { asking: true } }, reads('an-hour'), { any: [reads('only-hours'), { tries: { under: 1 } }] }),
    ],
  },
);
