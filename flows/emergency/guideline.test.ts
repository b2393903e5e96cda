import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Answered, type Answers, assess, guidelineSchema, levelOf } from './guideline.js';

const file = new URL('../../protocols/whatsapp-mujer/guideline.yaml', import.meta.url);
const guideline = guidelineSchema.parse(parse(readFileSync(file, 'utf8')));

const LEVELS = ['none', 'low', 'medium', 'high', 'imminent'];
const VALUES = ['yes', 'no', 'unknown'] as const;

/** "Q1 no, Q5 yes 48h": answers in one line. */
function answers(line: string): Answers {
  const parts = line.split(', ').map(part => part.split(' '));
  return Object.fromEntries(
    parts.map(([id, value, recency]) => [id, { value, ...(recency ? { recency } : {}) } as Answered]),
  );
}

const no = (...numbers: number[]): string => numbers.map(n => `Q${n} no`).join(', ');

describe('the level of the shipped guideline', () => {
  test.each([
    ['one word, danger now', 'Q1 yes', 'imminent'],
    ['everything asked is a clear no', no(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 'low'],
    ['three answers are too few to be calm', no(1, 2, 3), 'medium'],
    ['strangled once, long ago', `${no(1, 2, 3)}, Q5 yes`, 'high'],
    ['her own fear is not overruled', `${no(1, 2, 3, 4, 5, 6)}, Q11 yes`, 'high'],
    ['he is there, and she answers no more', 'Q1 unknown, Q2 yes, Q3 unknown', 'imminent'],
    [
      'followed after separating, no critical factor',
      `${no(1, 2, 3, 4, 5, 6, 7, 10, 11, 12)}, Q8 yes, Q9 yes`,
      'medium',
    ],
    ['he is there, and all the rest is a clear no', `Q2 yes, ${no(1, 3, 4, 5, 6)}`, 'high'],
    ['she hardly knows', `${no(1, 2, 3)}, Q4 unknown, Q5 unknown, Q6 unknown`, 'medium'],
    ['she hardly knows, and it is getting worse', `${no(1, 2, 3)}, Q4 unknown, Q5 unknown, Q6 unknown, Q7 yes`, 'high'],
    ['two critical factors, one of them fresh', `${no(1, 2, 3)}, Q5 yes 48h, Q6 yes`, 'imminent'],
    ['two critical factors, both old', `${no(1, 2, 3)}, Q5 yes older, Q6 yes older`, 'high'],
    [
      'he is there, and two other critical factors are fresh',
      `Q2 yes, ${no(1, 3, 4, 5, 6)}, Q10 yes now, Q11 yes`,
      'imminent',
    ],
    ['somebody is hurt', 'Q3 yes', 'imminent'],
    ['nothing was asked', 'Q0 no', 'medium'],
  ])('%s', (_, line, level) => {
    expect(LEVELS[levelOf(guideline, answers(line))]).toBe(level);
  });

  test('taking a yes back leaves the highest level that was reached', () => {
    const reached = ['Q1 yes', 'Q1 no'].map(line => levelOf(guideline, answers(line)));
    expect(LEVELS[Math.max(...reached)]).toBe('imminent');
  });

  test('a person sees what each answer added, and which rule decided', () => {
    const { score, rule, contributions } = assess(
      guideline,
      answers(`${no(1, 2, 3)}, Q4 unknown, Q5 unknown, Q6 unknown`),
    );
    expect(score).toBe(2 + 3 + 2);
    expect(rule).toBe('suma');
    expect(contributions.find(c => c.id === 'Q5')).toEqual({ id: 'Q5', value: 'unknown', points: 3, critical: true });
    expect(contributions.find(c => c.id === 'Q14')).toMatchObject({ value: 'not_asked', points: 0 });
  });
});

describe('whatever she answers', () => {
  const recency = fc.constantFrom('now' as const, '48h' as const, 'older' as const, undefined);
  const answered: fc.Arbitrary<Answered | undefined> = fc.option(
    fc
      .tuple(fc.constantFrom(...VALUES), recency)
      .map(([value, when]) => ({ value, ...(when ? { recency: when } : {}) })),
    { nil: undefined },
  );
  const ids = guideline.questions.map(q => q.id);
  const any: fc.Arbitrary<Answers> = fc.record(Object.fromEntries(ids.map(id => [id, answered])));
  /** Calm but for a few answers: where a single one decides. */
  const nearlyCalm: fc.Arbitrary<Answers> = fc
    .dictionary(fc.constantFrom(...ids), answered, { maxKeys: 3 })
    .map(few => ({ ...Object.fromEntries(ids.map(id => [id, { value: 'no' } as Answered])), ...few }));
  const all = fc.oneof(any, nearlyCalm);
  const one = fc.constantFrom(...guideline.questions);
  const critical = fc.constantFrom(...guideline.questions.filter(q => q.critical));

  /** The level with one answer put in the place of what it was. */
  const withAnswer = (before: Answers, id: string, now: Answered | undefined) =>
    levelOf(guideline, { ...before, [id]: now });

  test('unknown never lowers against not asking, nor against no', () => {
    fc.assert(
      fc.property(all, one, (before, { id }) => {
        const unknown = withAnswer(before, id, { value: 'unknown' });
        expect(unknown).toBeGreaterThanOrEqual(withAnswer(before, id, undefined));
        expect(unknown).toBeGreaterThanOrEqual(withAnswer(before, id, { value: 'no' }));
      }),
      { numRuns: 2_000 },
    );
  });

  test('a yes never lowers', () => {
    fc.assert(
      fc.property(all, one, recency, (before, { id }, when) => {
        const yes = withAnswer(before, id, { value: 'yes', ...(when ? { recency: when } : {}) });
        for (const other of [undefined, { value: 'no' }, { value: 'unknown' }] as const)
          expect(yes).toBeGreaterThanOrEqual(withAnswer(before, id, other));
      }),
      { numRuns: 2_000 },
    );
  });

  test('a critical yes never lands under high', () => {
    fc.assert(
      fc.property(all, critical, (before, { id }) => {
        expect(withAnswer(before, id, { value: 'yes' })).toBeGreaterThanOrEqual(LEVELS.indexOf('high'));
      }),
    );
  });

  test('low asks for enough clear answers, and none of the critical ones left open', () => {
    fc.assert(
      fc.property(all, before => {
        if (levelOf(guideline, before) > LEVELS.indexOf('low')) return;
        const clear = ids.filter(id => before[id] && before[id].value !== 'unknown');
        expect(clear.length).toBeGreaterThanOrEqual(guideline.answers_for_low);
        for (const q of guideline.questions.filter(each => each.critical)) expect(before[q.id]?.value).toBe('no');
      }),
    );
  });

  test('two people with the same answers have the same level, in whatever order they came', () => {
    fc.assert(
      fc.property(all, before => {
        const turned = Object.fromEntries(Object.entries(before).reverse());
        expect(assess(guideline, turned)).toEqual(assess(guideline, before));
      }),
    );
  });
});
