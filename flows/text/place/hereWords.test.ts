/** The street that follows where and with whom she is; and the address that she only goes to. */
import { describe, expect, test } from 'vitest';
import { readPlace } from './place.js';

const parts = (text: string): string => {
  const { street = '', number = '', commune = '', said = '' } = readPlace(text) ?? {};
  return [street, number, commune, said].join(' | ');
};

describe('a street follows how she is, with no pause', () => {
  test.each([
    ['estoy en mi casa los aromos 345 puente alto', 'los aromos | 345 | Puente Alto | '],
    ['estoy en mi pieza manuel montt 1200 providencia', 'manuel montt | 1200 | Providencia | '],
    ['estoy en mi depto manuel montt 1200 providencia', 'manuel montt | 1200 | Providencia | '],
    ['estoy sola los aromos 345 puente alto', 'los aromos | 345 | Puente Alto | '],
    ['estoy sola con mis hijos los aromos 345 puente alto', 'los aromos | 345 | Puente Alto | '],
    ['auxilio me pega estoy en mi casa los aromos 345 puente alto', 'los aromos | 345 | Puente Alto | '],
    ['estoy en mi casa serrano 45 rancagua', 'serrano | 45 | Rancagua | '],
  ])('%s', (text, read) => expect(parts(text)).toBe(read));
});

test.each(['estoy con mi hijo menor 12', 'estoy sola tomando 20 pastillas', 'estoy sola hace 3 horas'])(
  'a count is no house: %s',
  text => expect(readPlace(text)).toBeNull(),
);

describe('the number comes first, and its street has one word', () => {
  test.each([
    ["I'm at 88 Suecia Providencia", 'Suecia | 88 | Providencia | '],
    ["my friend's, 88 Suecia", 'Suecia | 88 |  | '],
    ['45 Lira Santiago', 'Lira | 45 | Santiago | '],
    ['22 Merced, Santiago', 'Merced | 22 | Santiago | '],
    ["not 88, it's 98 Suecia", 'Suecia | 98 |  | '],
  ])('%s', (text, read) => expect(parts(text)).toBe(read));
});

test('an address that she rides to is not where she is', () => {
  expect(readPlace('voy en un uber a la casa de mi mama en lira 300')).toMatchObject({
    street: 'uber a la casa de mi mama en lira 300',
  });
  expect(readPlace('voy en un uber a la casa de mi mama en lira 300')?.number).toBeUndefined();
  expect(readPlace('vamos en micro a prat 30, estoy en los aromos 345 renca')).toMatchObject({ number: '345' });
});
