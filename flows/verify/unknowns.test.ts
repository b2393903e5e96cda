import { describe, expect, test } from 'vitest';
import { atom, everyRun, NOTHING_ELSE, type Formula } from './unknowns.js';

const colour = (...which: string[]): Formula =>
  atom('colour', ['red', 'green', 'blue'], (c: string) => which.includes(c));
const warm = atom('warm', [false, true], Boolean);

/** The outcomes of all runs of something that asks. */
const outcomes = (run: (holds: (formula: Formula) => boolean) => string): string[] =>
  everyRun(unknowns => run(f => unknowns.holds(() => f))).map(r => r.result);

test('each way that questions can tell apart is run once', () => {
  expect(outcomes(holds => (holds(colour('red')) ? 'red' : holds(colour('blue')) ? 'blue' : 'green'))).toEqual([
    'green',
    'blue',
    'red',
  ]);
});

test('what an answer settles is not asked again', () => {
  expect(outcomes(holds => (holds(colour('red')) ? String(holds(colour('red', 'blue'))) : 'other'))).toEqual([
    'other',
    'true',
  ]);
});

describe('a question of several parts branches once', () => {
  test('a yes to both says both', () => {
    expect(outcomes(holds => (holds({ all: [colour('red'), warm] }) ? String(holds(warm)) : 'no'))).toEqual([
      'no',
      'true',
    ]);
  });

  test('a no to both leaves each possible', () => {
    expect(outcomes(holds => (holds({ all: [colour('red'), warm] }) ? 'both' : holds(warm) ? 'warm' : 'cold'))).toEqual(
      ['cold', 'warm', 'both'],
    );
  });

  test('a no to either is a no to each', () => {
    expect(outcomes(holds => (holds({ any: [colour('red'), warm] }) ? 'some' : String(holds(warm))))).toEqual([
      'false',
      'some',
    ]);
  });

  test('with one part known, the answer is about the other', () => {
    expect(
      outcomes(holds =>
        holds(warm)
          ? holds({ all: [warm, { not: colour('red') }] })
            ? 'no red'
            : String(holds(colour('red')))
          : 'cold',
      ),
    ).toEqual(['cold', 'true', 'no red']);
  });
});

test('of several ways to be so, the first is the likeliest and none is ruled out', () => {
  const [, yes] = everyRun(unknowns => unknowns.holds(() => ({ any: [colour('blue'), colour('green')] })));
  expect(yes?.answers).toEqual([{ about: 'colour', left: ['blue', 'red', 'green'], of: ['red', 'green', 'blue'] }]);
});

test('a text that reads as nothing else is not asked for more', () => {
  const reads = (name: string): Formula => atom(`reads.${name}`, [false, true], Boolean);
  const known = [{ about: 'reads.person', left: [true], of: [false, true] }, NOTHING_ELSE];
  expect(
    everyRun(unknowns => [unknowns.holds(() => reads('menu')), unknowns.holds(() => reads('person'))], known).map(
      r => r.result,
    ),
  ).toEqual([[false, true]]);
});
