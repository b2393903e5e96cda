import { expect, test } from 'vitest';
import { EXCERPT_MOST, excerptOf } from './excerpt.js';

const signal = (what: string) => ({ kind: 'signal', what });

test('a short message is whole', () => {
  expect(excerptOf('llegó con un cuchillo', { evidence: [signal('weapon: con un cuchillo (H)')] })).toBe(
    'llegó con un cuchillo',
  );
});

test('words of alarm late in a message are shown, with a little of what came before', () => {
  const text = '7 pero porfavor vengan rápido que llegó con un cuchillo y está pateando la puerta';
  const evidence = [signal('sos-code: porfavor vengan (H)'), signal('weapon: con un cuchillo (S)')];

  const excerpt = excerptOf(text, { evidence });

  expect(excerpt).toBe('…llegó con un cuchillo y está pateando…');
  expect(excerpt.length).toBeLessThanOrEqual(EXCERPT_MOST);
});

test('of words equally grave the longer ones are shown; what is denied is no reason', () => {
  const text = 'hola buenas tardes, no tiene un arma, pero me dijo que me va a matar esta noche';
  const evidence = [
    signal('threat: matar (S)'),
    signal('threat: me va a matar (S)'),
    signal('weapon: tiene un arma (S, negated)'),
  ];

  expect(excerptOf(text, { evidence })).toBe('…que me va a matar esta noche');
});

test('without a word of alarm it begins where she began', () => {
  const text = 'buenas tardes quisiera saber a qué hora atienden en la oficina de Ñuñoa';

  expect(excerptOf(text, { evidence: [] })).toBe('buenas tardes quisiera saber a qué hora…');
});
