/** What answers the danger question later: in the queue, where she left it unanswered, and beside the question of a step. */
import type { Action } from '../actions.js';
import { inHisSight } from './danger.js';
import {
  byGuess,
  type DangerQuestion,
  asksSomething,
  heIsThere,
  saysWhere,
  sosNow,
  unanswered,
} from './dangerQuestion.js';
import { takesNumber } from '../talk/fits.js';
import type { Condition } from '../guards.js';
import type { Move } from '../steps/kind.js';
import { all, firstTry, oneMoreTry, reads, say, set } from '../steps/parts.js';

const stands: Condition = { marks: { guess: 'open' } };
const wasLeft: Condition = { marks: { guess: 'left' } };
const noDanger: Condition = {
  any: [reads('no-danger'), all(reads('no', 'all-well', 'he-left'), { not: reads('likely-grave') })],
};

/** The same in the queue, where she is once she left it unanswered: no other question takes her yes. */
export const lateAnswer: { opens: readonly Move[]; no: Condition } = {
  opens: [
    {
      when: all(
        stands,
        { marks: { doubt: false, mute: false } },
        { not: reads('hush', 'wait', 'nod', 'chatter', 'can-write') },
        {
          any: [
            reads(
              'yes',
              'now',
              'feels-unsafe',
              'weapon',
              'opens-alone',
              'has-means',
              'better-dead',
              'full-place',
              'address',
              'landmark',
              'location',
            ),
            heIsThere,
          ],
        },
      ),
      ...sosNow(),
    },
    {
      when: all(
        wasLeft,
        { marks: { doubt: false, mute: false } },
        { not: { any: [reads('hush', 'wait', 'nod', 'chatter', 'can-write'), noDanger] } },
        {
          any: [
            reads('now', 'feels-unsafe', 'weapon', 'opens-alone', 'has-means', 'better-dead'),
            saysWhere,
            // The commune to the street that she wrote before.
            all(reads('commune', 'brief'), { marks: { place: 'full' } }),
            all(reads('bare-yes'), { marks: { asking: false } }, { not: { need: { offered: true } } }),
            heIsThere,
          ],
        },
      ),
      ...sosNow(),
    },
  ],
  no: all({ any: [stands, wasLeft] }, { marks: { doubt: false, mute: false } }, noDanger, { not: inHisSight }),
};

const thanked: Condition = all(reads('thanks'), reads('brief'));
/** Beside a list: it asks nothing that is surely answered, nor tells of danger, and nothing that every step understands is in it. */
const noAnswer: Condition = all(reads('text'), {
  not: {
    any: [
      ...[{ sensed: 3 } as const, { sheet: 'plain' } as const],
      { intent: ['specific_question', 'request_status', 'human', 'privacy', 'new_request', 'aggressor', 'sos'] },
      reads('media', 'person', 'wants-person', 'menu', 'repeat', 'my-data', 'wait', 'erased', 'good-news'),
      reads('yes', 'no', 'opens-alone', 'weapon', 'has-means', 'better-dead', 'now', 'place'),
      reads('language-es', 'language-en', 'language-pt', 'language-ht'),
    ],
  },
});

/**
 * In every step, while the danger question stands last on her screen (besideAnswer.ts): a yes, or danger, opens at once,
 * as no other question beside it takes a yes; a no asks the step's own question again; a weak answer ("un poco", "ok") is
 * asked once more, and then people read her, as where the question stands alone; what answers neither goes on in the step.
 *
 * @param fits what answers the step's own question
 * @param lists the danger question stood on her screen in place of its list (`picksOnly`): what is no answer, "gracias" as well,
 * is asked about once more. What she truly asks is answered, with the question under it (besideAnswer.ts)
 */
export function asked(
  { again, saidNo, no: urgent }: DangerQuestion['unsure'],
  fits: Condition = { any: [] },
  lists = false,
): Move[] {
  const when = (...of: Condition[]): Condition => all(stands, ...of);
  const no = noDanger;
  const asks: Condition = { any: [asksSomething, reads('asks')] };
  /** Her step may be asking for a number, or showed numbers: "1" is no sure yes then. */
  const numbers: Condition = takesNumber(fits) ? reads('number') : { any: [] };
  const weak: Condition = {
    any: [
      // "Sí, estoy sola", "sí puedo": to whether it is safe, or to this.
      all(reads('unknown', 'alone', 'can-write'), { not: { any: [reads('now', 'number'), asks] } }),
      // "Ok", "ya po": to what she read, or to this.
      reads('nod', 'chatter'),
      all(
        { any: [reads('partly'), all(reads('no-for-now'), reads('brief'))] },
        { not: { any: [reads('now', 'weapon'), asks] } },
      ),
      all(reads('bare-yes'), numbers),
      ...(lists ? [thanked, all(noAnswer, { not: fits })] : []),
    ],
  };
  const likely: Condition = { need: { reads: ['likely-grave'] } };
  const denied: Action[] = [firstTry, set({ guess: 'over', danger: 'no' })];
  return [
    // "Ahora no, en la noche sí": no "no".
    { when: when(no, reads('no-for-now'), { not: reads('no-danger') }), go: urgent, do: [firstTry, unanswered] },
    // "No, ¿dónde denuncio?": a no, and what she asks is answered.
    { when: when(no, asksSomething), go: saidNo, do: [...denied, { change: { need: 'read' } }] },
    // She was answered though danger was likely (besideAnswer.ts): people read her all the same.
    { when: when(no, { need: { reads: ['likely-grave'] } }), go: saidNo, do: denied },
    { when: when(no), again: true, do: denied },
    ...(lists ? [] : [{ when: when(thanked), again: true as const, do: [firstTry, set({ guess: 'over' })] }]),
    {
      when: when({ tries: { under: 1 } }, weak),
      do: [oneMoreTry, say(again, { by: 'danger' }), set({ guess: 'asked' })],
    },
    // No answer twice: a person reads her, and where danger was likely her late yes opens.
    { when: when(weak, likely), go: urgent, do: [firstTry, unanswered] },
    { when: when(weak), go: urgent, do: [firstTry, set({ guess: 'over' })] },
    {
      when: when({
        any: [
          all(reads('yes'), { not: numbers }),
          reads('opens-alone', 'weapon', 'has-means', 'better-dead'),
          all(reads('now'), { not: { any: [fits, asksSomething] } }),
          // Where she is, unless her step asks for that: a number in it is no answer to a survey.
          ...(asksWhere(fits) ? [] : [all(reads('full-place', 'address', 'location'), { not: asksSomething })]),
        ],
      }),
      ...sosNow(byGuess),
    },
  ];
}

const WHERE: ReadonlySet<string> = new Set(['place', 'full-place', 'address', 'commune', 'location', 'landmark']);
function asksWhere(fits: Condition): boolean {
  if ('any' in fits) return fits.any.some(asksWhere);
  if ('all' in fits) return fits.all.some(asksWhere);
  return 'reads' in fits && fits.reads.some(name => WHERE.has(name));
}

/** Silence after it, in every step: people have her, and her telephone stays still. */
export const silent = (unsure: DangerQuestion['unsure'], unsafe: readonly Action[] = []): Move => ({
  when: { marks: { guess: 'asked' } },
  go: unsure.silent,
  do: [firstTry, ...unsafe],
});
