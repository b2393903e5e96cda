import { describe, expect, test } from 'vitest';
import { say, type Say } from '../../words/words.js';
import { evidenceLines, herWords, intentWord } from './evidenceWords.js';

const t: Say = (key, vars) => say('es', key, vars);
const textOf = (evidence: Parameters<typeof evidenceLines>[0]) =>
  evidenceLines(evidence, t).map(({ kind, found }) => [kind, ...found.map(one => one.what)].join(' '));

describe('why the robot read danger', () => {
  test('an alarm is told in her words, without the codes of the lexicon', () => {
    expect(textOf([{ kind: 'signal', what: 'danger-now: me va a matar (S)' }])).toEqual([
      'palabra de alarma: «me va a matar»',
    ]);
  });

  test('what she denied is told as denied', () => {
    expect(textOf([{ kind: 'signal', what: 'weapon: tiene un arma (H, negated)' }])).toEqual([
      'palabra de alarma, negada: «tiene un arma»',
    ]);
  });

  test('words that weighed for two decisions are one line, each word once, with its larger weight', () => {
    const evidence = [
      { kind: 'word', what: 'risk: cuchillo', weight: 0.3 },
      { kind: 'word', what: 'sos: cuchillo', weight: 0.5 },
      { kind: 'word', what: 'sos: puerta', weight: 0.2 },
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
    expect(textOf([{ kind: 'model', what: 'intent sos', weight: 1 }])).toEqual([]);
  });

  test('an intent has its word, and one that is not known keeps its code', () => {
    expect(intentWord('emotional_support', t)).toBe('apoyo emocional');
    expect(intentWord('new_one', t)).toBe('new_one');
  });

  test('what is in no known form is shown as it came', () => {
    expect(herWords('silencio 40 s tras Q4')).toBe('silencio 40 s tras Q4');
  });
});
