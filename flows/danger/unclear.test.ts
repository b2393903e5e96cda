/** A few words of which nothing is understood, after violence was told. */
import { describe, expect, test } from 'vitest';
import { type Context, initialContext } from '../context.js';
import type { WordLists } from '../lists.js';
import { readText } from '../reading.js';
import type { Sensed } from '../sense/types.js';
import { UNCLEAR, unclearAfter, unclearIn } from './unclear.js';

const lists: WordLists = {
  'sounds-es': { words: ['se', 'el'] },
  'he-comes': { words: ['viene'] },
  'of-children': { words: ['mi hija'] },
  'leaves-home': { words: ['quiero separarme'] },
  lost: { words: [], whole: ['no entiendo'] },
  thanks: { words: ['gracias'] },
  alone: { words: ['estoy sola'] },
  'he-left': { words: [], whole: ['no esta'] },
  'bare-no': { within: 2, words: ['no'] },
  hurts: { words: ['me pega'] },
  hush: { words: [], also: ['he-nears'] },
};
const protocol = { readings: lists, steps: { 'access.safe': { marks: ['safety_check'] }, 'access.menu': {} } } as never;
const OTHER: Sensed = {
  intent: 'other',
  confidence: 0.9,
  risk: 'none',
  riskScore: 0,
  chance: 0,
  language: 'es-CL',
  sheet: null,
  sheets: [],
  signals: [],
  evidence: [],
};
const NOW = { ms: Date.parse('2026-05-17T12:00:00Z'), zone: 'America/Santiago' };
const read = (text: string, sensed: Partial<Sensed> = {}) => readText(text, null, { ...OTHER, ...sensed }, lists, NOW);
const talk: Context = { ...initialContext('es'), risk: 2 };
const told: Context = { ...talk, toldOfHim: true };
const heard = (context: Context | null, text: string, sensed?: Partial<Sensed>) =>
  unclearIn(lists, context, read(text, sensed));

describe('words that no list has, after violence was told', () => {
  test.each([
    'wn ahi',
    'ahi asoma el weon',
    'cagamos',
    'ladra el perro',
    'pucha el viejo',
    'asdjkl',
    'se viene el ogro',
  ])('%s', text => expect(heard(talk, text)).toEqual([UNCLEAR]));

  test('also where a model makes danger of them', () => {
    expect(heard(told, 'lo agarró', { intent: 'sos', risk: 'high', riskScore: 0.8 })).toEqual([UNCLEAR]);
  });

  test('but not where it is as good as sure of it', () => {
    expect(heard(told, 'lo agarró', { intent: 'sos', risk: 'high', riskScore: 0.95 })).toEqual([]);
  });

  test('more of the same is another thing once danger was told', () => {
    expect(heard({ ...told, unclear: true }, 'manotazo')).toEqual(['unclear-again']);
    expect(heard({ ...talk, unclear: true }, 'manotazo')).toEqual([]);
  });
});

describe('not', () => {
  test.each([
    'si',
    'no',
    'el martes',
    'Maipú',
    'tienen 6 y 8',
    'estoy sola',
    'quiero separarme',
    'no entiendo',
    'viene',
    'gracias',
    'mi hija está en el colegio',
    '',
    'me da lata contarlo todo de nuevo por aqui',
  ])('%s', text => expect(heard(talk, text)).toEqual([]));

  test('what a sheet or a sure intent answers, or has a word of alarm', () => {
    expect(heard(talk, 'tutela', { sheet: 'medidas-cautelares' })).toEqual([]);
    expect(heard(talk, 'psicologa', { intent: 'emotional_support' })).toEqual([]);
  });

  test('where nothing was told, he is away, or somebody has her', () => {
    expect(heard(null, 'cagamos')).toEqual([]);
    expect(heard({ ...talk, risk: 0 }, 'cagamos')).toEqual([]);
    expect(heard({ ...talk, away: true }, 'cagamos')).toEqual([]);
    expect(heard({ ...talk, marks: { ...talk.marks, emergency: true } }, 'cagamos')).toEqual([]);
    expect(heard({ ...talk, owner: { kind: 'executive', id: 'e1', name: 'Ana' } as never }, 'cagamos')).toEqual([]);
  });
});

test('he is away from when she says so, or that she can write where it was asked, until he is near', () => {
  const after = (context: Context, text: string): Context => ({
    ...context,
    ...unclearAfter(context, { type: 'MSG', read: read(text), world: { now: NOW.ms } } as never, read(text), protocol),
  });
  const away = after(talk, 'estoy sola');
  expect(away.away).toBe(true);
  expect(after(away, 'viene subiendo').away).toBe(false);
  expect(after({ ...talk, step: 'access.safe' }, 'si').away).toBe(true);
  expect(after({ ...talk, step: 'access.menu' }, 'si').away).toBeUndefined();
  expect(after(talk, 'no está').away).toBeUndefined();
});

test('what he does to her, told by the way, is remembered', () => {
  const context = { ...talk, risk: 0 as const };
  const text = read('quiero hablar con alguien, me pega');
  const event = { type: 'MSG', read: text, world: { now: NOW.ms } } as never;
  const after = { ...context, ...unclearAfter(context, event, text, protocol) };
  expect(heard(after, 'cagamos')).toEqual([UNCLEAR]);
});
