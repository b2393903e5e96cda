/** What she tells unasked is kept under what it tells, and counts as told. */
import { expect, test } from 'vitest';
import { type Context, initialContext } from './context.js';
import { isTold, withKnown } from './herWords.js';
import type { Reading } from './reading.js';

const read = (text: string, ...names: string[]): Reading =>
  ({ text, reads: (name: string) => names.includes(name) }) as unknown as Reading;
const asked = (asking: string): Context => ({ ...initialContext('es'), asking });
const kept = ({ known }: Context) => known.map(({ about, text }) => `${about}: ${text}`);

test('an answer is kept under what was asked, and what it tells besides under its own name', () => {
  expect(kept(withKnown(asked('who'), read('el Juan'), 0, 'answer'))).toEqual(['who: el Juan']);
  const both = read('mi marido, con una navaja', 'tells-who', 'tells-weapon');
  expect(kept(withKnown(asked('who'), both, 0, 'answer'))).toEqual([
    'who: mi marido, con una navaja',
    'weapon: mi marido, con una navaja',
  ]);
});

test('what answers another question is kept under that one alone', () => {
  const after = withKnown(asked('injured'), read('no ta armado', 'tells-weapon'), 0, 'answer');
  expect(kept(after)).toEqual(['weapon: no ta armado']);
  expect(isTold('weapon', after, null)).toBe(true);
  expect(isTold('injured', after, null)).toBe(false);
});

test('what whoever calls must know first goes under that name', () => {
  const police = read('mi marido es carabinero', 'his-police', 'tells-who');
  expect(kept(withKnown(asked('who'), police, 0, 'answer'))).toEqual(['his-police: mi marido es carabinero']);
});
