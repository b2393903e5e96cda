/** What an operator reads is what the service does: every setting in .env.example, every command in its guide. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../bot/cli/commands.js';
import { readConfig, readEnvironment } from '../../bot/config.js';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const example = read('.env.example');

test('every setting of .env.example is one, and its example is usable', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-env-'));
  try {
    writeFileSync(path.join(folder, '.env'), example.replace(/^# (?=[A-Z_]+=)/gm, ''));
    const config = readConfig(readEnvironment(folder, {}), folder);
    expect(config.port).toBe(8080);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('REDIS_URL is taken, though nothing uses it yet, and must be an address', () => {
  expect(readConfig({ REDIS_URL: 'redis://127.0.0.1:6379' }, root).redis).toBe(true);
  expect(readConfig({}, root).redis).toBe(false);
  expect(() => readConfig({ REDIS_URL: 'localhost' }, root)).toThrow('REDIS_URL is not usable; it must be an address');
});

test('every setting there is stands in .env.example', () => {
  const names = [...read('bot/config.ts').matchAll(/^ {2}([A-Z_]+): \{\s*$|^ {2}([A-Z_]+): \{ schema/gm)].map(
    m => m[1] ?? m[2],
  );
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter(name => !example.includes(`# ${name}=`))).toEqual([]);
});

test('every command is in the guide of the operator', () => {
  const guide = read('docs/operator.md');
  expect(COMMANDS.filter(({ name }) => !guide.includes(`cauce ${name}`)).map(c => c.name)).toEqual([]);
});
