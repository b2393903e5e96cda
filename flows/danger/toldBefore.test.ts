/** What she tells before an emergency opens is there when it does, and her no lets it go. */
import { expect, test } from 'vitest';
import { type Context, initialContext } from '../context.js';
import { UNSURE } from './dangerQuestion.js';
import type { FlowEvent } from '../events.js';
import type { Reading } from '../reading.js';
import { HIGH } from '../sense/types.js';
import { toldAfter, withTold } from './toldBefore.js';

const read = (text: string, risk: number, ...names: string[]): Reading =>
  ({ text, plain: text, risk, intent: 'other', reads: (name: string) => names.includes(name) }) as unknown as Reading;
const at = (now: number) => ({ type: 'MSG', world: { now } }) as unknown as FlowEvent;
const after = (context: Context, now: number, said: Reading): Context => ({
  ...context,
  ...toldAfter(context, at(now), said),
});
const start = initialContext('es');
const threat = read('mi ex esta afuera con un palo', HIGH, 'tells-weapon');

test('grave words and what she answers to the danger question begin the emergency, under what they tell', () => {
  const asked = { ...after(start, 1, threat), step: UNSURE };
  const { known } = withTold(after(after(asked, 2, read('estoy en el patio', 0)), 3, read('si', 0, 'yes')), 3);
  expect(known.map(({ about, text }) => [about, text])).toEqual([
    ['weapon', 'mi ex esta afuera con un palo'],
    ['said', 'estoy en el patio'],
  ]);
});

test('an emergency takes it over once', () => {
  const opened = withTold(after(start, 1, threat), 2);
  expect(withTold(opened, 3)).toEqual(opened);
});

test('her no lets it go, and what tells of no danger is not kept', () => {
  expect(withTold(after(after(start, 1, threat), 2, read('no', 0, 'only-no')), 3).known).toEqual([]);
  expect(withTold(after(start, 1, read('quiero una hora', 0)), 2).known).toEqual([]);
});

test('the town she lives in is kept though it is told in calm words, and whatever she denies', () => {
  const known = (text: string): string[] =>
    withTold(after(after(start, 1, read(text, 0, 'commune')), 2, read('no', 0, 'only-no')), 3).known.map(it => it.text);
  for (const text of [
    'soy de Temuco',
    'vivo en Puente Alto',
    'i live in Maipú',
    'moro em Iquique',
    'mwen rete nan Quilicura',
  ])
    expect(known(text)).toEqual([text]);
  for (const text of ['quién atiende en Temuco', 'el bono 800 en Temuco', 'mi mamá vive en Buin'])
    expect(known(text)).toEqual([]);
});

test('what he may write is not read aloud as hers', () => {
  const his = { ...read('ella no puede contestar', HIGH), intent: 'aggressor' } as Reading;
  expect(toldAfter(start, at(1), his)).toEqual({});
});
