import { describe, expect, test } from 'vitest';
import { initialContext } from '../../context.js';
import { withPlaceRead } from '../../place/herPlace.js';
import { readText } from '../../reading.js';
import { NOTHING } from '../../../test/support/senses.js';
import { readPlace } from './place.js';
import { sayPlace } from './sayPlace.js';

const after = (...texts: string[]): string | null => {
  const read = (text: string) => readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });
  const { place } = texts.reduce((context, text) => withPlaceRead(context, read(text), true), initialContext('es'));
  return place && sayPlace(place);
};

describe('a place', () => {
  test.each([
    ['estoy en el metro cal y canto y me sigue', 'metro cal y canto, Maipú'],
    ['estoy en estacion cal y canto con mis hijos', 'estacion cal y canto, Maipú'],
    ['estoy en el metro los heroes y tengo miedo', 'metro los heroes, Maipú'],
    ['me bajo en bellavista de la florida', 'bellavista de la florida'],
    ['voy en uber a la casa de mi mamá en Lira 300, Santiago', 'uber a la casa de mi mamá en Lira 300, Santiago'],
    ['no, esa es la dirección antigua, ahora Los Pinos 45', 'Los Pinos 45, Maipú'],
  ])('has all of its name, and its town once: "%s"', (text, place) => {
    expect(after('los aromos 123 maipú', text)).toBe(place);
  });

  test.each([
    'maipú o cerrillos',
    'la comuna es maipú o cerrillos',
    'creo que es maipú o cerrillos',
    'maipu or cerrillos',
  ])('of two towns is in neither until she knows: "%s"', text => {
    expect(readPlace(`los aromos 123, ${text}`)?.commune).toBeUndefined();
    expect(readPlace(text)?.commune).toBeUndefined();
  });

  test('of two whole addresses has the town of each', () => {
    expect(readPlace('prat 30 lota')?.commune).toBe('Lota');
    expect(readPlace('los aromos 123 maipú, llamen o vengan')?.commune).toBe('Maipú');
  });
});
