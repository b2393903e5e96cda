import { expect, test } from 'vitest';
import path from 'node:path';
import { parseSource, readProtocolFolder, running } from '../../bot/publish.js';
import { ROOT } from '../../bot/root.js';
import { readTrained } from '../../bot/sense/trained.js';
import { Talk } from '../support/talk.js';
import { compile } from '../../flows/compile.js';

const { protocol, senses } = running(
  parseSource(readProtocolFolder(path.join(ROOT, 'protocols', 'whatsapp-mujer'))),
  readTrained(ROOT),
);
const compiled = compile(protocol);

function after(...texts: string[]): Talk {
  const talk = new Talk(compiled, senses);
  for (const text of texts) talk.says(text);
  return talk;
}

test.each([
  [['hola', 'si', '1', '2']],
  [['hola', 'si', 'si', '2']],
  [['hola', 'si', '1', 'la 2']],
  [['hola', 'si', '5', '2']],
  [['hola', 'si', '3', '2']],
  [['hello', 'yes', '1', '2']],
])('a number one step late is the option that it has on her screen: %j', texts => {
  expect(after(...texts).context.marks.emergency).toBe(true);
});

test.each([
  [['hola', 'si', '1', '2 hijos']],
  [['hola', 'si', '1', '1']],
  [['hola', 'si', '4', '2']],
  [['hola', 'si', '1', 'pension', '2']],
  [['hola', 'no', '2']],
  [['hola', 'si', 'mis datos', '2']],
  [['hola', 'si', '3', 'las dos']],
  [['hola', 'si', '1', 'como saco la clave unica', '2']],
])('a number that answers what was asked since, or says more, is none of it: %j', texts => {
  expect(after(...texts).context.marks.emergency).toBe(false);
});
