import path from 'node:path';
import { expect, test } from 'vitest';
import { gateOf } from './gate.js';
import { parseSource, readProtocolFolder, running } from './publish.js';
import { ROOT } from './root.js';
import { readTrained } from './sense/trained.js';

const ready = running(parseSource(readProtocolFolder(path.join(ROOT, 'protocols/whatsapp-mujer'))), readTrained(ROOT));
const gate = gateOf({ ids: () => ['whatsapp-mujer'], current: () => ready });

test.each([
  ['SOS', 'sos'],
  ['auxiliooo', 'sos'],
  ['me va a matar', 'danger'],
  ['tiene un cuchillo', 'danger'],
  ['he is going to kill me', 'danger'],
  ['ele vai me matar', 'danger'],
  ['li pral touye m', 'danger'],
  [`${'no sé por dónde empezar a contar '.repeat(60)}. está en la puerta con un cuchillo, me va a matar`, 'danger'],
  ['hola', 'nothing'],
  ['cómo saco la clave única', 'nothing'],
  ['me muero de la risa', 'nothing'],
  ['1', 'nothing'],
])('hears in %j: %s', (text, what) => {
  expect(gate.isSos(text) ? 'sos' : gate.isDanger(text) ? 'danger' : 'nothing').toBe(what);
});

test('a protocol that is not here is heard with all that are', () => {
  expect(gate.isDanger('me va a matar', 'otro')).toBe(true);
});

// Words and lexicon alone let each of these go.
test.each([
  'Puso el cuchillo en mi guata y dice que me va a abrir',
  'Tiene a mi hijo con un arma',
  'carabineros urgente por favor el tipo esta adentro',
])('senses %j', text => {
  expect(gate.isSensed(text)).toBe(true);
});

test.each(['hola', 'cómo saco la clave única', 'gracias', '1'])('senses nothing in %j', text => {
  expect(gate.isSensed(text)).toBe(false);
});

test('a text that takes long to sense is left to words and lexicon', () => {
  const long = `Tiene a mi hijo con un arma.${' No sé qué hacer.'.repeat(100)}`;
  expect(gate.isSensed(long)).toBe(false);
  expect(gate.isDanger(`${long} Me va a matar`)).toBe(true);
});
