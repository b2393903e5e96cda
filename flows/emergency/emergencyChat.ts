/**
 * The chat of an open emergency: confirm → collect → accompany → contain, and `doubt` once she said that there is none.
 *
 * Each answer of hers is kept and usable at once. What asks nothing more is answered with a sign that it was read, in
 * words that change, so that she is never left with no reply; only where somebody may be reading over her shoulder, or
 * another holds the telephone, nothing is said. Where a person owns the talk she is answered by that person (watches.ts
 * sees to it). "It was a mistake" ends nothing: the questions stop, people are told, and what she asks is answered.
 */
import type { Action } from '../actions.js';
import { askingWord, wordAsked, wordRight, wordWrong } from '../sight/checkWord.js';
import { asksBeside, asksPerson } from './advice.js';
import { tellsOf, TOPICS } from '../danger/herWords.js';
import { accompany } from './accompany.js';
import type { Condition } from '../guards.js';
import { alert, type State } from '../region.js';
import { ERASE_CHAT } from '../talk/queue.js';
import type { EmergencySpec } from '../steps/emergency.js';
import {
  answered,
  forPerson,
  given,
  leftToPerson,
  nextQuestion,
  notUnderstood,
  pendingQuestion,
  signs,
  standing,
  stillHurt,
} from './emergencyQuestions.js';
import type { Move } from '../steps/kind.js';
import { all, givesSheet, reads, say } from '../steps/parts.js';
import { byWord, noted, opening } from './watches.js';
import { MAY_BE_NOW } from '../danger/weigh.js';
import {
  always,
  canAgain,
  decided,
  forCallers,
  lifelines,
  mayBeOver,
  newsOfOther,
  noDanger,
  notAsFeared,
  safeNow,
  stillAnswered,
  stillOpen,
  takenBack,
} from './emergencyFirst.js';
import {
  corrections,
  kept,
  newPlace,
  placed,
  places,
  readBack,
  toPlaced,
  unanswered,
  wholePlace,
  wrongPlace,
} from '../place/emergencyPlace.js';

/** What answers "si no hay peligro, escribe NO", and would mean another thing at any later question. */
const NOTHING_WRONG = ['says-no', 'child-pressed'];
/** One of these, with nothing on her screen that it could answer but what was first said. */
const toWhere: Condition = all(
  reads(...NOTHING_WRONG),
  { marks: { place: 'none' } },
  { asked: { from: 1 } },
  {
    not: { any: [{ asked: { from: 2 } }, { told: 'wound' }] },
  },
);

/** All is well, to an emergency that no word of hers opened. */
const guessedOnly: Condition = all({ marks: { guess: 'opened' } }, reads('all-well'));

/** It may be over; thanks say so only once more than where she is was asked, and not where her address is confirmed. */
const helpCame: Condition = all(reads('may-be-over'), { not: reads('safe-now') });
const over: Condition = { any: [helpCame, all(reads('he-left'), { not: newPlace })] };
const overByThanks: Condition = { any: [over, all(reads('thanks-alone'), { asked: { from: 2 } })] };

type On = NonNullable<State['on']>;

export function chat(spec: EmergencySpec): State {
  const toCalls: Move[] = [{ go: '#emergency.accompany' }];
  return {
    initial: 'confirm',
    states: {
      confirm: {
        on: {
          ...heard(spec, [...noDanger(reads('false-alarm', ...NOTHING_WRONG)), mayBeOver(over)], {
            answers: noDanger(guessedOnly),
          }),
          CALL: toCalls,
        },
      },
      // Whether there is danger still stands on her screen.
      still: { on: { ...heard(spec, [], { answers: stillAnswered(over) }), CALL: toCalls } },
      collect: {
        initial: 'asking',
        states: {
          asking: {
            on: {
              ...heard(spec, [...noDanger(toWhere), mayBeOver(overByThanks)], { answers: noDanger(guessedOnly) }),
              CALL: toCalls,
            },
          },
          placed: {
            on: { ...heard(spec, [...wrongPlace(), mayBeOver(over)], { counts: { all: [] } }), CALL: toCalls },
          },
        },
      },
      doubt: { on: { ...inDoubt(spec), CALL: toCalls } },
      accompany: accompany(spec, listened()),
      contain: { on: { ...listened(), CALL: toCalls } },
    },
  };
}

// ---- nobody is on the telephone yet ----------------------------------------------------------------------------------------

interface Hearing {
  /** Where a bare number of one or two digits is that of the house. */
  counts?: Condition;
  /** Where a short call for help leads, answered as if it were the first. */
  anew?: string;
  /** What answers the question on her screen, before it could mean anything else. */
  answers?: readonly Move[];
  /** What answers that there is danger after all. */
  after?: readonly Move[];
}

/** Each answer is kept and usable at once, and the next thing is asked. */
function heard(
  spec: EmergencySpec,
  first: readonly Move[],
  { counts = { marks: { place: 'partial' } }, anew, answers = [], after = [] }: Hearing = {},
): On {
  const on = anew ? { go: anew } : {};
  const mistaken = noDanger(reads('false-alarm'));
  const asks = nextQuestion(spec).map(move => ({
    ...move,
    go: '#emergency.collect',
    do: [answered, ...(move.do ?? [])],
  }));
  const wounded = stillHurt(spec, over, signs());
  // She asks whether anybody comes: nobody can promise it, and people hear that she waits.
  const waits: Action[] = [kept, alert('writes-again')];
  const waiting = [
    ...pendingQuestion(spec, waits),
    ...asks.map(move => ({ ...move, do: [...move.do, alert('writes-again')] })),
    { do: [...waits, noted()] },
  ];
  const asked = [
    ...given(reads('asks-arrival'), waiting),
    ...given(asksBeside, pendingQuestion(spec)),
    ...given(asksPerson, leftToPerson(spec)),
  ];
  const news = newsOfOther(pendingQuestion(spec, [kept, noted()]));
  const told: Action[] = [{ change: { count: 'alerts', to: 'more' } }, alert('sos-again')];
  return {
    MSG: [
      ...news,
      ...always([], [...given(canAgain, [...unanswered(), ...asks]), ...readBack(toPlaced)]),
      ...lifelines('#emergency.collect'),
      ...answers,
      // No word of hers opened it: there is nothing to take back.
      ...noDanger(all(guessedOnly, reads('retraction'))),
      ...takenBack('#emergency.doubt'),
      ...corrections(toPlaced, counts),
      ...whoCalls(),
      ...wounded,
      ...first,
      ...mistaken,
      ...safeNow(),
      notAsFeared(),
      ...given(inWords, inWriting([...unanswered(), ...asks])),
      ...stillOpen,
      ...places([]),
      ...asked,
      ...notUnderstood(),
      ...standing(spec),
      ...asks,
      ...signs(),
    ],
    // More than a word or two is her answer, also when it sounds like danger; a word of alarm again is counted, and answered beside (watches.ts).
    SOS: [
      ...news,
      ...always([alert('sos-again')], readBack(toPlaced)),
      ...lifelines('#emergency.collect', [alert('sos-again')]),
      ...after,
      ...given(inWords, inWriting([...unanswered(), ...asks], told)),
      // A guess beside it is no word of alarm: what she asks then is answered.
      ...takenBack('#emergency.doubt', all(guessed, reads('retraction'))),
      ...takenBack(),
      ...corrections(toPlaced, counts, [alert('sos-again')]),
      ...whoCalls([alert('sos-again')]),
      ...given(guessed, [...answers, ...wounded, ...first, ...mistaken, ...safeNow(), notAsFeared()]),
      mayBeOver(helpCame),
      ...places([alert('sos-again')]),
      ...asked,
      ...standing(spec),
      // "Mari m", "no ta armado": what is asked of her, however the models hear it.
      // In doubt of it people are told of each: what a model hears then may be that there is danger after all.
      ...given(
        { any: [{ not: reads('brief') }, all(guessed, isTelling)] },
        anew ? asks.map(move => ({ ...move, do: [...move.do, ...told] })) : asks,
      ),
      { when: all(byWord, reads('brief')), do: [kept, ...told], ...on },
      ...(anew ? opening('bot').map(move => ({ ...move, ...on, do: [kept, ...move.do, ...told] })) : signs(told)),
    ],
  };
}

/** That nobody be called, or that he is of the police: she is told who decides, and asked on where she is. */
function whoCalls(told: readonly Action[] = []): Move[] {
  const go = '#emergency.collect';
  const asked: Condition = { any: [reads('false-alarm'), newPlace] };
  return [
    ...given(forCallers, places(told)).map(move => ({ ...move, do: [decided, ...(move.do ?? [])] })),
    ...given(all(forCallers, { not: asked }), [
      {
        when: { marks: { place: 'none' } },
        go,
        do: [kept, decided, say('sos.ask-place', { by: 'danger', fact: 'location_asked' }), ...told],
      },
      {
        when: { marks: { place: 'partial' } },
        go,
        do: [kept, decided, say('sos.ask-rest-of-place', { fact: 'location_asked' }), ...told],
      },
      { go, do: [kept, decided, ...told] },
    ]),
  ];
}

/** She cannot speak aloud, or agrees to write. */
const inWords: Condition = all(reads('cannot-speak', 'prefers-writing'), { not: newPlace });

/** She cannot speak aloud: she is told that she need not, and asked on in writing. */
function inWriting(asks: readonly Move[], told: readonly Action[] = []): Move[] {
  const sign = say('sos.in-writing');
  return [
    ...asks.map(move => ({ ...move, do: [kept, sign, ...(move.do ?? []), ...told] })),
    { do: [kept, sign, ...told] },
  ];
}

/** What she is asked next, told in a word or two; while it is not known where she is, that goes first. */
const isTelling: Condition = all(tellsOf(...TOPICS), { not: { marks: { place: 'none' } } });

/** Danger that only a model hears. */
const guessed: Condition = all({ event: 'why', is: ['sensed'] }, { not: reads('grave') });

// ---- she said that there is no danger ---------------------------------------------------------------------------------------

/** Thanks and a goodbye need no answer; what a sheet surely answers is answered, once. Danger, or where she is, asks anew. */
function inDoubt(spec: EmergencySpec): On {
  const sign = say('sos.doubt-noted', { vary: ['sos.noted', 'sos.noted-2'] });
  const open: Condition = { marks: { cover: false } };
  // "Sí hay peligro", "me obligó a escribir que no", or "mal", to how she is: as if it were the first call for help.
  const after = (which: Condition): Move[] =>
    given(which, [
      ...places([alert('sos-again')], wholePlace),
      ...opening('bot').map(({ do: said, ...move }) => ({
        ...move,
        go: '#emergency.confirm',
        do: [kept, ...said, alert('sos-again')],
      })),
    ]);
  return {
    MSG: [
      ...newsOfOther(),
      ...always([], readBack(toPlaced)),
      wordRight([kept, sign]),
      { when: all({ not: wordAsked }, { any: [reads('thanks'), { intent: ['goodbye'] }] }), do: [kept] },
      ...lifelines('#emergency.collect'),
      ...askingWord({ when: reads('retraction'), do: [kept, sign, alert('takes-it-back')] }, kept),
      wordWrong({ any: [afterAll, wholePlace] }, kept),
      { when: reads('menu'), do: [kept, say('sos.doubt-menu')] },
      { when: forCallers, do: [kept, decided, alert('writes-again')] },
      ...after(afterAll),
      {
        when: all(open, reads('seeks-care', 'asks-to-be-seen')),
        do: [kept, say('sos.where-seen'), alert('writes-again')],
      },
      { when: all(open, { sheet: 'plain' }, { not: { given: 'asked' } }), do: [kept, ...givesSheet] },
      ...given(
        all({ any: [{ place: 'completes' }, { place: 'moves' }] }, reads('place'), { not: reads('asks') }),
        corrections(toPlaced, { any: [] }),
      ),
      ...places([], { any: [wholePlace, all(newPlace, { not: ASKING })] }),
      { when: all(open, reads('asks-erase'), reads('callable')), do: [kept, say(ERASE_CHAT), alert('writes-again')] },
      // She was told to ask here: what no sheet answers is for a person, and said so.
      { when: { any: [asksPerson, reads('just-asks')] }, do: [kept, ...forPerson] },
      { do: [kept, sign, alert('writes-again')] },
    ],
    // By itself a model may make danger of the word that was asked for.
    SOS:
      heard(spec, [], {
        counts: { any: [] },
        anew: '#emergency.confirm',
        after: [wordRight([kept, sign]), ...after(reads('danger-after-all'))],
      }).SOS ?? [],
  };
}

/** There is danger after all. A nod is none: "ok". */
const afterAll: Condition = reads('danger-after-all', 'unwell', MAY_BE_NOW);
/** "¿Dónde denuncio en Maipú?" says no place of hers. */
const ASKING: Condition = { intent: ['general_info', 'specific_question', 'request_status'] };

// ---- a call is open, or its result is in --------------------------------------------------------------------------------------

/** She is read, nothing is asked. */
function listened(): On {
  return {
    MSG: [
      ...newsOfOther(),
      ...always([], readBack()),
      ...lifelines(undefined),
      wordRight([placed, kept, noted()]),
      ...takenBack(),
      wordWrong({ any: [afterAll, wholePlace] }, kept),
      ...corrections({}, { any: [] }),
      { when: forCallers, do: [placed, kept, decided] },
      { when: inWords, do: [kept, say('sos.in-writing')] },
      { when: { any: [reads('thanks'), { intent: ['goodbye'] }] }, do: [placed, kept] },
      { when: asksPerson, do: forPerson },
      { do: [placed, kept, noted()] },
    ],
    SOS: [
      ...newsOfOther(),
      ...always([alert('sos-again')], readBack()),
      ...lifelines(undefined, [alert('sos-again')]),
      wordRight([placed, kept, noted()]),
      ...takenBack(),
      ...corrections({}, { any: [] }, [alert('sos-again')]),
      { when: forCallers, do: [placed, kept, decided, alert('sos-again')] },
      { do: [placed, kept, noted(), alert('sos-again')] },
    ],
  };
}
