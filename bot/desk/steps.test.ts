import path from 'node:path';
import { expect, test } from 'vitest';
import { parseSource, readProtocolFolder } from '../publish.js';
import { stepsOf } from './steps.js';

const protocol = parseSource(readProtocolFolder(path.resolve('protocols/whatsapp-mujer')));

test('where one usually goes on comes first: after a person, the menu, what the menu offers', () => {
  const steps = stepsOf(protocol, 'es');
  const first = steps.filter(one => one.first).map(one => one.id);

  expect(first.slice(0, 2)).toEqual([protocol.talk.release, protocol.talk.menu]);
  expect(first).toContain('orientation.topics');
  expect(first.length).toBeLessThan(10);
  expect(steps.slice(0, first.length).map(one => one.id)).toEqual(first);
});

test.each(['es', 'en'] as const)('no two steps have the same title (%s)', locale => {
  const titles = stepsOf(protocol, locale).map(one => one.title);

  expect(new Set(titles).size).toBe(titles.length);
});

test('steps that begin alike are told apart by what they say after it', () => {
  const title = stepsOf(protocol, 'es').find(one => one.id === 'close.thanks')?.title;

  expect(title).toMatch(/^Termina: Por tu seguridad, borra… Gracias por confiar/);
});
