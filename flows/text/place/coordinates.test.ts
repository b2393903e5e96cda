/** Points as people type and send them. */
import { expect, test } from 'vitest';
import { mapLinkIn, pointIn } from './coordinates.js';

test.each([
  '-33.4489, -70.6693',
  '33.4489, 70.6693',
  '33.4489S 70.6693W',
  '-33,4489 -70,6693',
  'lat -33.4489 long -70.6693',
  'latitud: -33.4489, longitud: -70.6693',
  'https://maps.google.com/?q=-33.4489,-70.6693',
  '33°26\'56.04"S 70°40\'9.48"W',
])('%s', text => {
  const { lat, lon } = pointIn(text) ?? { lat: 0, lon: 0 };
  expect(lat).toBeCloseTo(-33.4489, 4);
  expect(lon).toBeCloseTo(-70.6693, 4);
});

test.each(['me debe 12.345 y 150.000', 'rut 12.345.678-9', 'son 10.500 o 20.000 pesos', '1.234.567 2.345.678'])(
  '%s is no point',
  text => expect(pointIn(text)).toBeNull(),
);

test('a link to a map is known as one', () => {
  expect(mapLinkIn('estoy aqui https://maps.app.goo.gl/AbCdEf123')).toBe('https://maps.app.goo.gl/AbCdEf123');
  expect(mapLinkIn('https://www.google.com/search?q=ayuda')).toBeNull();
});
