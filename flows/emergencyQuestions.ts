/** What an emergency asks her: each question once, in the order of the protocol; the one on her screen again where she asked something herself. */
import type { Action } from './actions.js';
import { kept, unanswered } from './emergencyPlace.js';
import type { Condition } from './guards.js';
import type { EmergencySpec } from './steps/emergency.js';
import type { Move } from './steps/kind.js';
import { all, say } from './steps/parts.js';

const askedAlready = (times: number): Condition => ({ asked: { from: times } });

/** The questions in their order, each once. */
export function nextQuestion(spec: EmergencySpec): Move[] {
  const more: Action = { change: { count: 'asked', to: 'more' } };
  return [
    {
      when: all({ marks: { place: 'none' } }, { not: askedAlready(1) }),
      do: [say('sos.ask-place', { by: 'danger', fact: 'location_asked' }), more],
    },
    ...afterPlace(spec).map(
      (about, i): Move => ({ when: { not: askedAlready(i + 2) }, do: [...asksFor(about), more] }),
    ),
  ];
}

/** What she asked is answered first (advice.ts), and the question that stands on her screen comes again, none further. */
export function pendingQuestion(spec: EmergencySpec): Move[] {
  const where = unanswered().map(move => ({ ...move, when: all(move.when!, { not: askedAlready(2) }) }));
  const others = afterPlace(spec).map(
    (about, i): Move => ({
      when: all(askedAlready(i + 2), { not: askedAlready(i + 3) }),
      go: '#emergency.collect',
      do: asksFor(about),
    }),
  );
  return [...where, ...others].map(move => ({ ...move, do: [kept, ...(move.do ?? [])] }));
}

/** Her next words are kept as the answer. */
const asksFor = (about: string): Action[] => [say(`sos.ask-${about}`), { change: { asks: about } }];

const afterPlace = ({ collect }: EmergencySpec): EmergencySpec['collect'] => collect.filter(about => about !== 'place');
