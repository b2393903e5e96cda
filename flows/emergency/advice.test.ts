import { describe, expect, test } from 'vitest';
import { adviceFor, askedInstead } from './advice.js';
import { type Context, initialContext } from '../context.js';
import type { Reading } from '../reading.js';

const reading = (...names: string[]): Reading =>
  ({ place: null, reads: (name: string) => names.includes(name) }) as Partial<Reading> as Reading;
const start = initialContext('es');
const open: Context = { ...start, marks: { ...start.marks, emergency: true } };

const THERE = { staffed: true, onCall: false };

describe('what she asks beside is answered before what she is asked', () => {
  test.each([
    [['asks-way-out'], 'sos.way-out'],
    [['asks', 'way-out'], 'sos.way-out'],
    [['way-out'], null],
    [['no-line'], 'sos.no-line'],
    [['asks', 'to-call'], 'sos.to-call'],
    [['to-call'], null],
    [['asks'], null],
    [['asks-next'], 'sos.what-to-do'],
    [['asks-to-get-off'], 'sos.to-get-off'],
    [['asks', 'get-off'], 'sos.to-get-off'],
    [['get-off'], null],
    [['asks-next', 'asks-to-get-off'], 'sos.to-get-off'],
    [['asks-what-to-take'], 'sos.to-take'],
    [['asks-arrival'], 'sos.arrival'],
    [['arrival'], null],
    [['asks', 'arrival'], 'sos.arrival'],
    [['asks-if-known'], 'sos.if-known'],
    [['asks-secrecy'], 'sos.untold'],
  ] as const)('%j', (names, key) =>
    expect(adviceFor({ say: 'sos.ask-who' }, open, reading(...names), THERE)).toBe(key),
  );

  test('and only there', () => {
    const asks = reading('asks-way-out');
    expect(adviceFor({ say: 'sos.ask-who' }, start, asks, THERE)).toBeNull();
    expect(adviceFor({ say: 'sos.doubt' }, open, asks, THERE)).toBeNull();
    expect(adviceFor({ say: 'sos.noted', author: 'safety' }, open, asks, THERE)).toBeNull();
    expect(adviceFor({ say: 'sos.ask-who' }, open, null, THERE)).toBeNull();
  });
});

test.each([
  ['somebody is there', THERE, 'sos.told-people'],
  ['somebody on call can be called', { staffed: false, onCall: true }, 'sos.told-people'],
  ['nobody is there or on call', { staffed: false, onCall: false }, 'sos.told-nobody'],
])('that the team was told is said only while it can be: %s', (_about, world, key) => {
  expect(adviceFor({ say: 'sos.ask-who' }, open, reading('asks-call'), world)).toBe(key);
});

test('who has no address is asked what is near, until it is known', () => {
  expect(askedInstead('sos.ask-place', open, reading('no-address'))).toBe('sos.ask-near');
  expect(askedInstead('sos.ask-rest-of-place', open, reading('sold-there'))).toBe('sos.ask-near');
  expect(askedInstead('sos.ask-who', open, reading('no-address'))).toBe('sos.ask-near');
  expect(askedInstead('sos.ask-who', open, reading('sold-there'))).toBeNull();
  expect(askedInstead('sos.ask-place', open, reading())).toBeNull();
  expect(
    askedInstead('sos.ask-who', { ...open, marks: { ...open.marks, place: 'full' } }, reading('no-address')),
  ).toBeNull();
});
