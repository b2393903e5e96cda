import { describe, expect, test } from 'vitest';
import { shippedLexicon } from '../../test/support/lexicon.js';
import { normalise } from '../text/normalise.js';
import { signalReader } from './signals.js';

const reader = signalReader(shippedLexicon());
const floorOf = (text: string, inEmergency = false): string =>
  reader.read(normalise(text), { violence: true, asked: false, inEmergency }).floor;

describe('what he forbids her', () => {
  test.each([
    'mi pololo es muy celoso y no me deja salir con nadie',
    'no me deja salir a trabajar, es normal?',
    'desde que vivimos juntos no me deja salir de noche',
    'me lee los mensajes y no me deja salir',
    'no me deja salir sin pedirle permiso',
    'he wont let me go out with my sister',
  ])('as a habit is control: %s', text => {
    expect(floorOf(text)).toBe('medium');
  });

  test.each([
    'no me deja salir',
    'no me deja salir de la pieza',
    'no me deja salir sola, tiene las llaves',
    'no me deja salir a trabajar, me tiene encerrada',
    'ahora no me deja salir con mis amigas, esta furioso en la puerta',
    'he wont let me go out with my sister, the door is locked',
  ])('by a door or now is danger: %s', text => {
    expect(floorOf(text)).toBe('imminent');
  });

  test('keeps its level where the emergency is open', () => {
    expect(floorOf('no me deja salir sola', true)).toBe('imminent');
  });
});

describe('to kill as a manner of speaking', () => {
  test.each([
    'el supervisor nos quiere matar con tanto turno',
    'la profe de matematicas nos va a matar',
    'mis hijos me van a matar de un susto',
    'me quiere matar la jefa por el informe',
    'my professor is going to kill me',
    'mi hermano me va a matar a preguntas',
  ])('is no word of alarm: %s', text => {
    expect(['none', 'low', 'medium']).toContain(floorOf(text));
  });

  test.each([
    'mi marido me quiere matar',
    'mi hijo me va a matar',
    'mi jefe me quiere matar, anda con una pistola',
    'me va a matar si lo denuncio',
  ])('and meant is one: %s', text => {
    expect(floorOf(text)).toBe('imminent');
  });
});
