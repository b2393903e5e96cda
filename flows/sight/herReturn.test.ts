/** She is back with her telephone: what opens an emergency, and what he writes in her place does not. */
import { describe, expect, test } from 'vitest';
import { type Context, initialContext, type Marks } from '../context.js';
import { returnsInDanger } from './herReturn.js';
import type { Reading } from '../reading.js';

const read = (...names: string[]): Reading => ({ reads: (name: string) => names.includes(name) }) as unknown as Reading;
const talk = (marks: Partial<Marks> = {}, more: Partial<Context> = {}): Context => {
  const context = initialContext('es');
  return { ...context, ...more, marks: { ...context.marks, greeted: true, ...marks } };
};
const told = { toldOfHim: true as const };

describe('opens', () => {
  test('he took it, and is in another room: also as the first words', () => {
    expect(returnsInDanger(read('phone-back', 'away-a-moment'), null)).toBe(true);
    expect(returnsInDanger(read('phone-back', 'away-a-moment'), talk())).toBe(true);
  });

  test('he gave it back, after she told of violence or left the danger question unanswered', () => {
    expect(returnsInDanger(read('phone-back'), talk({}, told))).toBe(true);
    expect(returnsInDanger(read('returned'), talk({ guess: 'left' }))).toBe(true);
  });

  test('it is her again, or where she is, after another wrote or she asked for silence', () => {
    expect(returnsInDanger(read('herself'), talk({ doubt: true }, told))).toBe(true);
    expect(returnsInDanger(read('full-place'), talk({ doubt: true }, told))).toBe(true);
    expect(returnsInDanger(read('full-place'), talk({ mute: true }, told))).toBe(true);
  });

  test('she told of violence and denied danger, and then another wrote', () => {
    expect(returnsInDanger(read('phone-back'), talk({ danger: 'no', doubt: true }, told))).toBe(true);
  });
});

describe('does not open', () => {
  test('where nothing of danger was told', () => {
    expect(returnsInDanger(read('phone-back'), talk())).toBe(false);
    expect(returnsInDanger(read('herself'), talk({ doubt: true }))).toBe(false);
  });

  test.each(['says-calm', 'no-danger', 'says-jest', 'asks-who', 'his-praise', 'is-another', 'hush'])(
    'what he writes in her place: %s',
    his => {
      expect(returnsInDanger(read('herself', 'phone-back', his), talk({ doubt: true }, told))).toBe(false);
    },
  );

  test('her address by itself, where nobody else wrote: it has its own road', () => {
    expect(returnsInDanger(read('full-place'), talk({}, told))).toBe(false);
  });

  test('what she tells of it after a no to danger, where nobody else wrote', () => {
    expect(returnsInDanger(read('phone-back'), talk({ danger: 'no' }, told))).toBe(false);
  });

  test('where an emergency is open, or a person has her', () => {
    expect(returnsInDanger(read('phone-back', 'away-a-moment'), talk({ emergency: true }))).toBe(false);
    const hers = talk({}, { ...told, owner: { kind: 'executive', id: 'a', name: 'Ana' } });
    expect(returnsInDanger(read('phone-back'), hers)).toBe(false);
  });
});
