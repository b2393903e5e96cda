import { expect, test } from 'vitest';
import type { Sensed } from './sense/types.js';
import { initialContext } from './context.js';
import { placeChange, withPlaceRead } from './herPlace.js';
import { readText } from './reading.js';

const NOTHING: Sensed = {
  intent: 'other',
  confidence: 0,
  risk: 'none',
  riskScore: 0,
  language: 'es-CL',
  sheet: null,
  sheets: [],
  signals: [],
  evidence: [],
};
const read = (text: string) => readText(text, null, NOTHING, {}, { ms: 0, zone: 'UTC' });

/** What is kept after she wrote these, one after the other. */
const after = (...texts: string[]) =>
  texts.reduce((context, text) => withPlaceRead(context, read(text), true), initialContext('es')).place;

test('a number joins the street that came before it', () => {
  expect(after('calle lynch', 'temuco', '1200')).toMatchObject({
    street: 'calle lynch',
    number: '1200',
    commune: 'Temuco',
  });
  expect(after('pasaje los lirios', 'numero 45', 'puente alto')).toMatchObject({
    number: '45',
    commune: 'Puente Alto',
  });
});

test('another number takes the place of the first, said as a number', () => {
  expect(after('san diego 850 santiago', 'no, es el 580')?.number).toBe('580');
  expect(after('san diego 850 santiago', '580')?.number).toBe('850');
});

test('somewhere else in the same commune keeps the commune and nothing of the home', () => {
  expect(after('san diego 850 depto 4 santiago', 'ahora estoy en san diego 900')).toMatchObject({
    street: 'san diego',
    number: '900',
    commune: 'Santiago',
  });
  expect(after('san diego 850 depto 4 santiago', 'ahora estoy en san diego 900')?.unit).toBeUndefined();
  expect(after('san diego 850 santiago', 'salí, estoy en la plaza almagro')).toMatchObject({
    street: 'plaza almagro',
    commune: 'Santiago',
  });
});

test('another street takes no number of the first', () => {
  expect(after('san diego 850 santiago', 'calle lynch, temuco')?.number).toBeUndefined();
});

test("another's address, told in passing, changes nothing", () => {
  const context = withPlaceRead(initialContext('es'), read('san diego 850 santiago'));
  for (const text of ['mi hermana vive en san diego 900', 'estoy en el baño', 'mi mamá está en la plaza', 'hola'])
    expect(placeChange(context, read(text))).toBeNull();
});
