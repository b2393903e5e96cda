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
  expect(() => readConfig({ REDIS_URL: 'localhost' }, root)).toThrow('REDIS_URL no sirve; debe ser una dirección');
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
        '.env, línea 1: falta "=" después de PORT. Escriba PORT=valor.',
        '.env, línea 2: no es un ajuste. Escriba NOMBRE=valor, o # antes de un comentario.',
        '.env, línea 3: CAUCE_DATAS no es un ajuste. ¿Quiso decir CAUCE_DATA? Vea .env.example.',
        '.env, línea 6: CAUCE_PUBLIC_URL es "example.cl"; debe ser una dirección como https://orientacion.example.cl.',
        'MONGODB_URI no sirve; debe ser una dirección como mongodb://127.0.0.1:27017/cauce.',
        '.env, línea 9: LOG_LEVEL es "loud"; debe ser debug, info, warn o error.',
        '.env, línea 5: CAUCE_HTTP_TOKEN es demasiado corto donde otros alcanzan el servicio; debe ser 16 caracteres o más, sin espacios. Uno más corto sirve para probar solo en esta máquina.',
        '.env, línea 8: CAUCE_MASTER_KEY debe ser "<versión>:<llave>", o varias con comas y la más nueva primero; una llave son 32 bytes al azar en base64, como los da `openssl rand -base64 32`.',
        '.env, línea 7: CAUCE_EMBED_ORIGINS contiene "https://a.cl/x"; cada uno debe ser un origen como https://www.example.cl, sin ruta.',
        '.env, línea 7: CAUCE_EMBED_ORIGINS contiene "b.cl"; cada uno debe ser un origen como https://www.example.cl, sin ruta.',
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
