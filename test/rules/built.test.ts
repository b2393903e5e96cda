/** The web is built anew when anything that it is made of has changed, also what it shares with the server. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../bot/root.js';

const ofTheServer = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/from '(?:\.\.\/)+bot\/([\w/]+)\.js'/g)].map(([, name]) => name!);

test('what the console takes from the server is an input of its build', () => {
  const web = path.join(ROOT, 'agent-console');
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file));
  const taken = new Set(files.flatMap(file => ofTheServer(path.join(web, file))));
  const setup = readFileSync(path.join(ROOT, 'scripts', 'setup.mjs'), 'utf8');
  const listed = new Set(setup.match(/\.\.\.\[([^\]]*)\]\.map\(name => `bot\/console/)![1]!.match(/\w+/g));
  expect([...taken].sort()).toEqual([...listed].map(name => `console/${name}`).sort());
});
