/** What an emergency asks her: each question once, in the order of the protocol; the one on her screen again where she asked something herself. */
import type { Action } from '../actions.js';
import { kept, unanswered } from '../place/emergencyPlace.js';
import type { Condition } from '../guards.js';
import { isTopic, tellsOf, type Topic } from '../danger/herWords.js';
import type { EmergencySpec } from '../steps/emergency.js';
import { alert } from '../region.js';
import type { Move } from '../steps/kind.js';
import { all, reads, say } from '../steps/parts.js';
import { neutralAgain } from '../talk/talkMoves.js';
import { noted } from './watches.js';

const askedAlready = (times: number): Condition => ({ asked: { from: times } });

/** The questions in their order, each once; what she told unasked is passed over, and counts as asked. */
export function nextQuestion(spec: EmergencySpec): Move[] {
  const more: Action = { change: { count: 'asked', to: 'more' } };
  const topics = afterPlace(spec);
  /** After `passed` questions that come before it. */
  const asksAfter = (passed: readonly Topic[], about: Topic, at: number): Move => ({
    when: all(
      ...(passed.length < at ? [askedAlready(at + 1 - passed.length)] : []),
      { not: askedAlready(at + 2 - passed.length) },
      ...passed.map(told),
      { not: told(about) },
    ),
    do: [...asksFor(about), more, ...passed.map(() => more)],
  });
  return [
    {
      when: all({ marks: { place: 'none' } }, { not: askedAlready(1) }),
      do: [say('sos.ask-place', { by: 'danger', fact: 'location_asked' }), more],
    },
    // The earliest that is still to come, whatever is passed over before it.
    ...topics.flatMap((about, at) =>
      Array.from({ length: at + 1 }, (_, passed) => asksAfter(topics.slice(at - passed, at), about, at)),
    ),
  ];
}

/** What she asked is answered first (advice.ts), and the question that stands on her screen comes again, none further. */
export function pendingQuestion(spec: EmergencySpec, first: readonly Action[] = [kept]): Move[] {
  const where = unanswered().map(move => ({ ...move, when: all(move.when!, { not: askedAlready(2) }) }));
  const others = afterPlace(spec).map(
    (about, i): Move => ({
      when: all(askedAlready(i + 2), { not: askedAlready(i + 3) }),
      go: '#emergency.collect',
      do: asksFor(about),
    }),
  );
  return [...where, ...others].map(move => ({ ...move, do: [...first, ...(move.do ?? [])] }));
}

/** What only a person can answer: she is told so, and they see it as a question that is open. */
export const forPerson: readonly Action[] = [
  { change: { known: 'question' } },
  say('sos.to-person'),
  alert('asks-person'),
];
/** The same, and then what she is asked. */
export const leftToPerson = (spec: EmergencySpec): Move[] => [
  ...pendingQuestion(spec, forPerson),
  ...nextQuestion(spec).map(move => ({ ...move, go: '#emergency.collect', do: [...forPerson, ...(move.do ?? [])] })),
  { do: forPerson },
];

/** Whether anybody is hurt was asked, and she told something else: an ambulance hangs on it, so it is asked again. */
function askedOfInjured(spec: EmergencySpec): Move[] {
  const at = afterPlace(spec).indexOf('injured');
  const others = all(tellsOf('who', 'weapon', 'children'), { not: { any: [tellsOf('injured'), reads('yes', 'no')] } });
  const pending = all(askedAlready(at + 2), { not: askedAlready(at + 3) });
  return at < 0 ? [] : [{ when: all(pending, others), go: '#emergency.collect', do: [kept, ...asksFor('injured')] }];
}

/** He left, or somebody came, and she is hurt: the wound did not go with him. She is asked on, and not for a no that ends it. */
export const stillHurt = (spec: EmergencySpec, over: Condition, signs: readonly Move[]): Move[] =>
  [...unanswered(), ...nextQuestion(spec), ...signs].map(move => ({
    when: all(over, { told: 'wound' }, ...(move.when ? [move.when] : [])),
    go: '#emergency.collect',
    do: [kept, ...(move.do ?? []), alert('writes-again')],
  }));

/** What she tells is no answer to what she was asked. */
export const standing = (spec: EmergencySpec): Move[] => [...askedOfInjured(spec), ...strayed(spec)];

/** What she tells is about something else: it is kept as what she said, she is told so, and the question stands once more. */
const strayed = (spec: EmergencySpec): Move[] =>
  afterPlace(spec).map((about, i) => ({
    when: all(
      askedAlready(i + 2),
      { not: askedAlready(i + 3) },
      { strays: true },
      { not: told(about) },
      { not: { marks: { place: 'none' } } },
    ),
    go: '#emergency.collect',
    do: [kept, noted(), ...asksFor(about)],
  }));

/** Her next words are kept as the answer. */
const asksFor = (about: string): Action[] => [say(`sos.ask-${about}`), { change: { asks: about } }];

const told = (about: Topic): Condition => ({ told: about });
const afterPlace = ({ collect }: EmergencySpec): Topic[] => collect.filter(isTopic);

export const given = (which: Condition, moves: readonly Move[]): Move[] =>
  moves.map(move => ({ ...move, when: all(which, ...(move.when ? [move.when] : [])) }));

/** What she writes answers what she was last asked. */
export const answered: Action = { change: { known: 'answer' } };

/** Nothing is asked: she is told that she is read, and what helps most while it is missing. */
export function signs(told: readonly Action[] = []): Move[] {
  return [
    {
      when: { marks: { place: 'none' } },
      do: [answered, say('sos.noted-where', { vary: ['sos.noted', 'sos.noted-where-2', 'sos.noted-2'] }), ...told],
    },
    { do: [answered, noted(), ...told] },
  ];
}

/** Who writes may not be her (apart.ts): nothing that was asked is told, and none of the questions goes on. */
export function notUnderstood(): Move[] {
  const told = alert('writes-again');
  return [
    { when: { apart: 'near' }, do: [kept, neutralAgain, told] },
    ...given({ apart: 'late' }, [...signs([told]).slice(0, 1), { do: [kept, neutralAgain, told] }]),
  ];
}
