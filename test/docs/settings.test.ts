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

test('all that is wrong in .env and beside it is told at once, a line each, without the secrets', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-env-'));
  try {
    writeFileSync(
      path.join(folder, '.env'),
      'PORT 9000\nnotes of mine\nCAUCE_DATAS=x\nHOST=0.0.0.0\nCAUCE_HTTP_TOKEN=secreto\nCAUCE_PUBLIC_URL=example.cl\nCAUCE_EMBED_ORIGINS=https://a.cl/x b.cl\nCAUCE_MASTER_KEY=1:abc\nLOG_LEVEL=loud\n',
    );
    expect(() => readEnvironment(folder, { MONGODB_URI: 'localhost' })).toThrow(
      [
        '.env, line 1: PORT has no "=" after it. Write PORT=value.',
        '.env, line 2 is no setting. Write NAME=value, or # before a comment.',
        '.env, line 3: CAUCE_DATAS is no setting. Did you mean CAUCE_DATA? See .env.example.',
        'CAUCE_PUBLIC_URL is "example.cl"; it must be an address such as https://orientacion.example.cl.',
        'MONGODB_URI is not usable; it must be an address such as mongodb://127.0.0.1:27017/cauce.',
        'LOG_LEVEL is "loud"; it must be debug, info, warn or error.',
        'CAUCE_HTTP_TOKEN is too short where others reach the service; it must be characters without spaces, 16 or more of them. Shorter ones are for trying it on this machine alone.',
        'CAUCE_MASTER_KEY must be "<version>:<key>", or several with commas and the newest first; a key is 32 random bytes in base64, as `openssl rand -base64 32` gives.',
        'CAUCE_EMBED_ORIGINS holds "https://a.cl/x"; each must be an origin such as https://www.example.cl, without a path.',
        'CAUCE_EMBED_ORIGINS holds "b.cl"; each must be an origin such as https://www.example.cl, without a path.',
      ].join('\n'),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
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
