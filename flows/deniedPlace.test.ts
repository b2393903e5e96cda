/** An address that is kept, which she denies beside where she is. */
import { expect, test } from 'vitest';
import { NOTHING } from '../test/support/senses.js';
import { type Context, initialContext } from './context.js';
import { placeChange, withPlaceRead } from './herPlace.js';
import { readText } from './reading.js';
import { sayAddress } from './text/sayPlace.js';

const read = (text: string) => readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });
const inPrat = (more: Partial<Context> = {}): Context =>
  withPlaceRead({ ...initialContext('es'), ...more }, read('Prat 890 depto 3 Rancagua'), true);
const after = (text: string) => sayAddress(withPlaceRead(inPrat(), read(text), true).place!);

test.each([
  ["es la casa de mi ex esa, yo estoy en O'Higgins 15 depto 4", "O'Higgins 15, depto 4, Rancagua"],
  ['esa es de mi ex, estoy en Millan 77 depto 4', 'Millan 77, depto 4, Rancagua'],
  ['es la casa de mi mama esa, yo estoy en Freire 20 depto 4', 'Freire 20, depto 4, Rancagua'],
  ['No manden a nadie ahi, estoy en Freire 20', 'Freire 20, Rancagua'],
  ['no vengan, ya no estoy ahi, estoy en Freire 20', 'Freire 20, Rancagua'],
  ['que no vengan a Prat 890, estoy escondida en Freire 20 Machalí', 'Freire 20, Machalí'],
])('she is somewhere else: %s', (text, now) => {
  expect(placeChange(inPrat(), read(text))).toBe(now.endsWith('Machalí') ? null : 'moves');
  expect(after(text)).toBe(now);
});

test.each(['me encerré en la pieza, estoy en el depto', 'es la casa de mi mama, estoy aca con ella', 'no manden a nadie'])(
  'the address stays: %s',
  text => expect(after(text)).toBe('Prat 890, depto 3, Rancagua'),
);
