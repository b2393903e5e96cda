import { describe, expect, test } from 'vitest';
import { shippedLexicon } from '../../test/support/lexicon.js';
import { normalise } from '../text/normalise.js';
import { type SignalContext, signalReader } from './signals.js';
import { RISKS, type Risk } from './types.js';

const lexicon = shippedLexicon();
const reader = signalReader(lexicon);
const SERVICE: SignalContext = { violence: true, asked: false, inEmergency: false };
const read = (text: string, context: Partial<SignalContext> = {}) =>
  reader.read(normalise(text), { ...SERVICE, ...context });
const floor = (text: string, context: Partial<SignalContext> = {}): Risk => read(text, context).floor;
const height = (risk: Risk): number => RISKS.indexOf(risk);

describe('the lists of the lexicon', () => {
  test('every phrase of level S opens the emergency when it is what she writes', () => {
    const lost = lexicon.groups
      .filter(group => group.level === 'S' && !group.shown_only)
      .flatMap(group => group.phrases)
      .filter(phrase => floor(phrase) !== 'imminent');

    expect(lost).toEqual([]);
  });

  test('every phrase of level H asks for a person', () => {
    const lost = lexicon.groups
      .filter(group => group.level === 'H' && !group.shown_only && group.cues === 1)
      .flatMap(group => group.phrases)
      .filter(phrase => height(floor(phrase)) < height('high'));

    expect(lost).toEqual([]);
  });

  test('no ordinary phrase with words of alarm raises anything strong', () => {
    const raised = lexicon.hard_negatives.filter(phrase => height(floor(phrase)) >= height('high'));

    expect(raised).toEqual([]);
  });
});

describe('how danger is written', () => {
  test.each([
    ['ME QUIERE MATARRR!!', 'imminent'],
    ['mequierematar', 'imminent'],
    ['tiene 1 cuchiyo tiene un cuchiyo', 'imminent'],
    ['esta afuera d mi ksa, esta afuera', 'imminent'],
    ['me esta pegandi', 'imminent'],
    ['está pegándome ahora', 'imminent'],
    ['me aorco', 'high'],
    ['he is going to kill me', 'imminent'],
  ] as const)('%s → %s', (text, expected) => {
    expect(floor(text)).toBe(expected);
  });

  test('an ordinary sentence raises nothing', () => {
    for (const text of ['hola, necesito un certificado', 'me está pagando el arriendo', 'viene el técnico mañana', ''])
      expect(floor(text)).toBe('none');
  });
});

describe('negations and time', () => {
  test('what is denied just before the phrase was said all the same, and leaves medium', () => {
    expect(floor('no me va a matar, no creo')).toBe('medium');
    expect(read('no me va a matar').signals[0]).toMatchObject({ negated: true });
  });

  test('a phrase that is danger although it begins with "no" keeps its level', () => {
    expect(floor('no puedo hablar')).toBe('imminent');
    expect(floor('no me deja salir')).toBe('imminent');
  });

  test('what happened some days ago needs a person, not a patrol', () => {
    expect(floor('la semana pasada me apuntó con la pistola')).toBe('high');
  });

  test('what happened years ago leaves medium', () => {
    expect(floor('hace años me ahorcó')).toBe('medium');
  });

  test('a word of now makes a beating imminent', () => {
    expect(floor('me pegó un combo')).toBe('high');
    expect(floor('recién me pegó un combo')).toBe('imminent');
  });
});

describe('context', () => {
  test('"ya llegó" opens the emergency in a service for violence, and only asks for a person elsewhere', () => {
    expect(floor('ya llegó')).toBe('imminent');
    expect(floor('ya llegó', { violence: false })).toBe('high');
    expect(floor('ya llegó', { violence: false, asked: true })).toBe('imminent');
  });

  test('a word of alarm counts as the whole message, and inside a longer one is only a hint', () => {
    expect(floor('hola ayuda por favor')).toBe('imminent');
    expect(read('necesito ayuda con la clave única para el trámite')).toMatchObject({ floor: 'none', hint: true });
  });

  test('an ordinary phrase takes back one hit of the same words and never a second one', () => {
    expect(floor('este trámite me va a matar')).not.toBe('high');
    expect(floor('me tomé la pastilla del día y él tiene un cuchillo')).toBe('imminent');
  });

  test('inside an emergency nothing is taken back', () => {
    const outside = floor('me mata el calor, me va a matar el calor');

    expect(height(floor('me mata el calor, me va a matar el calor', { inEmergency: true }))).toBeGreaterThanOrEqual(
      height(outside),
    );
    expect(floor('tiene un cuchillo de cocina para una receta', { inEmergency: true })).toBe('imminent');
  });

  test('two cues that somebody else holds the telephone are shown, and one alone raises nothing', () => {
    expect(floor('borren ese mensaje')).toBe('none');
    expect(floor('borren ese mensaje, soy el marido')).toBe('medium');
  });
});
