/** What she tells unasked is kept under what it tells, and counts as told. */
import { expect, test } from 'vitest';
import { type Context, initialContext } from '../context.js';
import { asking, isTold, strays, toldOfWound, withKnown } from './herWords.js';
import type { FlowEvent } from '../events.js';
import type { Reading } from '../reading.js';

const read = (text: string, ...names: string[]): Reading =>
  ({ text, reads: (name: string) => names.includes(name) }) as unknown as Reading;
const writes = { type: 'MSG', world: { now: 0 } } as unknown as FlowEvent;
const asked = (asking: string): Context => ({ ...initialContext('es'), asking });
const kept = ({ known }: Context) => known.map(({ about, text }) => `${about}: ${text}`);

test('an answer is kept under what was asked, and what it tells besides under its own name', () => {
  expect(kept(withKnown(asked('who'), writes, read('el Juan'), 'answer'))).toEqual(['who: el Juan']);
  const both = read('mi marido, con una navaja', 'tells-who', 'tells-weapon');
  expect(kept(withKnown(asked('who'), writes, both, 'answer'))).toEqual([
    'who: mi marido, con una navaja',
    'weapon: mi marido, con una navaja',
  ]);
});

test('what answers another question is kept under that one alone', () => {
  const after = withKnown(asked('injured'), writes, read('no ta armado', 'tells-weapon'), 'answer');
  expect(kept(after)).toEqual(['weapon: no ta armado']);
  expect(isTold('weapon', after, null)).toBe(true);
  expect(isTold('injured', after, null)).toBe(false);
});

test('what whoever calls must know first goes under that name', () => {
  const police = read('mi marido es carabinero', 'his-police', 'tells-who');
  expect(kept(withKnown(asked('who'), writes, police, 'answer'))).toEqual(['his-police: mi marido es carabinero']);
});

test('what calms answers no question, and her own word for help is no sentence to be read aloud', () => {
  const calm = read('estoy bien, era broma', 'retraction');
  expect(kept(withKnown(asked('who'), writes, calm, 'answer'))).toEqual(['calm: estoy bien, era broma']);
  const agreed = { ...writes, type: 'SOS', why: 'agreed' } as FlowEvent;
  expect(kept(withKnown(asked('who'), agreed, read('compraste el paraguas?'), 'said'))).toEqual([
    'agreed: compraste el paraguas?',
  ]);
});

test('what is not about what was asked is what she said, and the question stands once', () => {
  const mid = read('gracias, chao');
  const once = asking(asked('weapon'), 'weapon');
  expect(kept(withKnown(asked('weapon'), writes, mid, 'answer'))).toEqual(['said: gracias, chao']);
  expect([strays(asked('weapon'), mid), strays(once, mid)]).toEqual([true, false]);
  expect(strays(asked('weapon'), read('un palo'))).toBe(false);
});

test('a wound in her own words is told under the wounds, whatever she was asked', () => {
  const wound = read('tengo sangre en la cabeza', 'body-hurt');
  expect(kept(withKnown(asked('who'), writes, wound, 'answer'))).toEqual(['injured: tengo sangre en la cabeza']);
  expect(isTold('injured', asked('who'), wound)).toBe(true);
});

test('the first wound is news, and one after it is not', () => {
  const before = asked('who');
  const first: Context = { ...before, danger: ['medical'], ...toldOfWound(before) };
  const second: Context = { ...first, ...toldOfWound(first) };
  expect([first, second].map(it => isTold('wound', it, null))).toEqual([true, true]);
  expect([first, second].map(it => isTold('wound-before', it, null))).toEqual([false, true]);
  const over: Context = { ...second, danger: [] };
  expect(isTold('wound-before', { ...over, ...toldOfWound(over) }, null)).toBe(false);
});
