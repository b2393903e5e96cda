import { describe, expect, test } from 'vitest';
import { normalise } from '../text/normalise.js';
import { gravestOf, passagesOf, type Read } from './passages.js';
import type { Risk } from './types.js';

const read = (risk: Risk, riskScore: number, floor: Risk = 'none'): Read => ({
  judged: { risk, riskScore, chance: riskScore, intent: risk === 'none' ? 'general_info' : 'sos', confidence: 1 },
  signals: { signals: [], floor, hint: false },
});
const SENTENCE = 'quería saber cómo se pide la pensión de mis dos hijos. ';

describe('the passages of a message', () => {
  test('there are none in a short one', () => {
    expect(passagesOf(normalise('me agarró del pelo. y me quiere pegar. ayer.'))).toEqual([]);
  });

  test('each sentence of a long one is one, and a very short one goes with the next', () => {
    const passages = passagesOf(normalise(`${SENTENCE.repeat(4)}Ayer. Me agarró del pelo en el patio.`));

    expect(passages).toHaveLength(5);
    expect(passages.at(-1)!.message.plain).toBe('ayer . me agarro del pelo en el patio .');
  });

  test('a long sentence without an end is read in stretches that reach over one another', () => {
    const message = normalise(Array.from({ length: 100 }, (_, i) => `palabra${i}`).join(' '));

    const passages = passagesOf(message);

    expect(passages.length).toBeGreaterThan(5);
    for (const at of message.tokens.keys())
      expect(passages.some(p => at >= p.at && at < p.at + p.message.tokens.length)).toBe(true);
  });
});

describe('a long message is as grave as its gravest passage', () => {
  const of = (whole: Read, ...passages: Read[]) =>
    gravestOf(
      whole,
      passages.map(p => ({ ...p, at: 0 })),
    ).judged.risk;
  test.each([
    ['of which the models are sure', [read('none', 0.1), read('high', 0.97)], 'high'],
    ['that has a word of alarm', [read('none', 0.1), read('imminent', 0.9, 'imminent')], 'imminent'],
    ['and a doubtful one counts for nothing', [read('low', 0.1), read('high', 0.6)], 'low'],
    ['and is never less than the whole', [read('imminent', 0.5), read('high', 0.97)], 'imminent'],
  ] as const)('%s', (_, [whole, passage], risk) => {
    expect(of(whole, passage)).toBe(risk);
  });
});
