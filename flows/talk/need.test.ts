import { expect, test } from 'vitest';
import { type Context, initialContext } from '../context.js';
import type { Known } from '../guards.js';
import { followed } from './need.js';
import type { Reading } from '../reading.js';

const SHEETS = [
  { id: 'divorcio', title: 'Divorcio', questions: ['me quiero divorciar'] },
  { id: 'abogada', title: 'Abogada gratis', questions: ['necesito abogado'] },
  { id: 'donde', title: '¿Dónde puedo denunciar?', questions: [] },
];
const KNOWN = { sheets: SHEETS, sensitive: new Set<string>(), remembered: [] } as unknown as Known;
const ASKED: Context = { ...initialContext('es'), kept: { given: ['divorcio'] }, answered: 'me quiero divorciar' };

/** A text of hers: the sheet that it gets alone, and together with what she asked. */
const says = (text: string, alone: string | null, together: string | null, risk = 0): Reading =>
  ({
    text,
    intent: 'general_info',
    risk,
    sensed: { sheet: alone, sheets: alone ? [{ id: alone, score: 0.9 }] : [], language: 'es-CL' },
    reads: () => false,
    sheetWith: () => together,
  }) as unknown as Reading;

test('the sheet that she has says no more', () => {
  expect(followed(ASKED, says('y cuánto demora?', 'donde', 'divorcio'), KNOWN)).toMatchObject({ sheet: null });
  expect(followed(ASKED, says('y cuánto demora?', null, null), KNOWN)).not.toHaveProperty('unasked');
});

test('a subject of its own is answered', () => {
  expect(followed(ASKED, says('y sin abogado?', 'abogada', 'divorcio'), KNOWN)).toMatchObject({ sheet: 'abogada' });
});

test('another sheet, by words that name none, is offered', () => {
  expect(followed(ASKED, says('y adónde voy?', null, 'donde'), KNOWN)).toMatchObject({
    sheet: null,
    several: ['donde'],
  });
});

test('what is worth a person, or follows nothing, is read alone', () => {
  expect(followed(ASKED, says('y si me encuentra?', 'donde', 'divorcio', 2), KNOWN).text).toBe('y si me encuentra?');
  expect(followed({ ...ASKED, answered: '' }, says('y adónde voy?', 'donde', null), KNOWN).text).toBe('y adónde voy?');
});
