import { describe, expect, test } from 'vitest';
import { say, type Say } from '../../words/words.js';
import { evidenceLines, intentWord } from './evidenceWords.js';

const t: Say = (key, vars) => say('es', key, vars);
const textOf = (evidence: Parameters<typeof evidenceLines>[0]) =>
  evidenceLines(evidence, t).map(({ kind, found }) => [kind, ...found.map(one => one.what)].join(' '));

describe('why the robot read danger', () => {
  test('alarm words come first, one line each', () => {
    const evidence = [
      { kind: 'sheet', what: 'medidas', weight: 0.2 },
      { kind: 'signal', what: '«me va a matar»' },
      { kind: 'signal', what: '«con un cuchillo»' },
    ];

    expect(textOf(evidence)).toEqual([
      'palabra de alarma: «me va a matar»',
      'palabra de alarma: «con un cuchillo»',
      'ficha: medidas',
    ]);
  });

  test('words that weighed for two decisions are one line, each word once, with its larger weight', () => {
    const evidence = [
      { kind: 'word', what: '«cuchillo»', weight: 0.3 },
      { kind: 'word', what: '«cuchillo»', weight: 0.5 },
      { kind: 'word', what: '«puerta»', weight: 0.2 },
    ];

    expect(evidenceLines(evidence, t)).toEqual([
      {
        kind: 'palabras que pesaron:',
        found: [
          { what: '«cuchillo»', weight: 0.5 },
          { what: '«puerta»', weight: 0.2 },
        ],
      },
    ]);
  });

  test('scores of the model are not said twice: they stand in the heading', () => {
    expect(textOf([{ kind: 'model', what: 'intención', weight: 1 }])).toEqual([]);
  });

  test('a kind that nobody named keeps its name', () => {
    expect(textOf([{ kind: 'moon', what: 'full' }])).toEqual(['moon: full']);
  });

  test('an intent has its word, and one that is not known is another one', () => {
    expect(intentWord('emotional_support', t)).toBe('apoyo emocional');
    expect(intentWord('new_one', t)).toBe('otra');
  });
});
