/**
 * What a person sees who runs a command in a fresh clone: the set-up scripts, on a small clone of
 * their own whose npm, compiler and web builder are stand-ins that leave a note when they are used.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const clones: string[] = [];

afterAll(() => clones.forEach(clone => rmSync(clone, { recursive: true, force: true })));

/** Each stand-in writes its name in `used`, then does a little of what the real one does. */
const note = (name: string) => `const fs = require('node:fs'); fs.appendFileSync('used', '${name}\\n');`;
const TSC = `${note('tsc')}
  if (fs.readFileSync('bot/cli/main.ts', 'utf8').includes('wrong')) process.exit(1);
  fs.mkdirSync('.dist-new/bot/cli', { recursive: true });
  fs.mkdirSync('.dist-new/flows', { recursive: true });
  fs.copyFileSync('bot/cli/main.ts', '.dist-new/bot/cli/main.js');`;
const VITE = `${note('vite')}
  for (const part of ['console', 'citizen']) fs.mkdirSync('.dist-new/' + part, { recursive: true });`;
const NPM = `${note('npm')}
  if (fs.existsSync('no-network')) { fs.mkdirSync('node_modules/half', { recursive: true }); process.exit(1); }
  const put = (file, text) => { fs.mkdirSync(require('node:path').dirname(file), { recursive: true }); fs.writeFileSync(file, text); };
  put('node_modules/typescript/bin/tsc', ${JSON.stringify(TSC)});
  put('node_modules/vite/bin/vite.js', ${JSON.stringify(VITE)});
  put('node_modules/.package-lock.json', '{}');`;

describe('packages', () => {
  test('are installed once, and again when their list changes', () => {
    const clone = freshClone();

    expect(clone.run('scripts/setup.mjs').status).toBe(0);
    expect(clone.run('scripts/setup.mjs')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(clone.used()).toEqual(['npm']);

    clone.write('package.json', '{"version":"2"}');
    clone.run('scripts/setup.mjs');
    expect(clone.used()).toEqual(['npm', 'npm']);
  });

  test('that cannot be had leave nothing behind but one message, and come when the network does', () => {
    const clone = freshClone();
    clone.write('no-network', '');

    const { status, stderr } = clone.run('scripts/setup.mjs');

    expect(status).toBe(2);
    expect(stderr).toContain('Cauce no pudo instalar sus paquetes: npm ci terminó con 1');
    expect(clone.has('node_modules')).toBe(false);
    expect(clone.has('.setup.lock')).toBe(false);

    rmSync(path.join(clone.dir, 'no-network'));
    expect(clone.run('scripts/setup.mjs').status).toBe(0);
  });

  test('are installed by one of two set-ups started together; the other waits for it', async () => {
    const clone = freshClone();

    const both = [clone.start('scripts/setup.mjs'), clone.start('scripts/setup.mjs')];

    expect(await Promise.all(both)).toEqual([0, 0]);
    expect(clone.used()).toEqual(['npm']);
  });

  test('are installed although a set-up that was killed left its lock', () => {
    const clone = freshClone();
    const { pid: gone } = spawnSync(process.execPath, ['--version']);
    clone.write('.setup.lock', `${gone} ${gone}`);

    expect(clone.run('scripts/setup.mjs').status).toBe(0);
    expect(clone.has('.setup.lock')).toBe(false);
  });
});

describe('the build', () => {
  test('is made again only when a source changes, and not for a test', () => {
    const clone = freshClone();
    clone.run('scripts/setup.mjs', '--build');
    expect(clone.used()).toEqual(['npm', 'tsc', 'vite', 'vite', 'vite']);

    clone.write('bot/cli/main.test.ts', '');
    clone.run('scripts/setup.mjs', '--build');
    expect(clone.used()).toHaveLength(5);

    clone.write('bot/cli/main.ts', 'console.log("newer")');
    clone.run('scripts/setup.mjs', '--build');
    expect(clone.used().slice(5)).toEqual(['tsc']);
  });

  test('that fails leaves the last good one in place', () => {
    const clone = freshClone();
    clone.run('scripts/setup.mjs', '--build');
    const good = clone.read('dist/bot/cli/main.js');
    clone.write('bot/cli/main.ts', 'wrong');

    const { status, stderr } = clone.run('scripts/setup.mjs', '--build');

    expect(status).toBe(2);
    expect(stderr).toContain('el servidor no compila');
    expect(clone.read('dist/bot/cli/main.js')).toBe(good);
    expect(clone.has('.dist-new')).toBe(false);
  });
});

describe('a command line that cannot work', () => {
  test('says which Node it needs', () => {
    const clone = freshClone();
    clone.write('old.mjs', 'Object.defineProperty(process, "versions", { value: { node: "18.19.0" } });');

    const { status, stderr } = clone.run('--import', './old.mjs', 'scripts/setup.mjs');

    expect(status).toBe(2);
    expect(stderr).toContain('Cauce necesita Node 20.19 o posterior; este es 18.19.0.');
    expect(clone.used()).toEqual([]);
  });

  test('says which options there are', () => {
    const { status, stderr } = freshClone().run('scripts/setup.mjs', '--bild');

    expect(status).toBe(2);
    expect(stderr).toContain('--bild no es una opción');
  });
});

test('cauce sets up a fresh clone without a word on standard output, and ends as its command does', () => {
  const clone = freshClone();
  clone.write('bot/cli/main.ts', 'console.log(process.argv.slice(2).join()); process.exitCode = 7;');

  expect(clone.run('bin/cauce.mjs', 'verify', '--json')).toMatchObject({ status: 7, stdout: 'verify,--json\n' });
  expect(clone.used()).toEqual(['npm', 'tsc']);

  clone.run('bin/cauce.mjs', 'start');
  expect(clone.used().slice(2)).toEqual(['vite', 'vite', 'vite']);
});

function freshClone() {
  const dir = mkdtempSync(path.join(tmpdir(), 'cauce-clone-'));
  clones.push(dir);
  const at = (file: string) => path.join(dir, file);
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  };
  for (const folder of ['scripts', 'bin']) cpSync(path.join(root, folder), at(folder), { recursive: true });
  write('package.json', '{"version":"1"}');
  write('bot/cli/main.ts', 'console.log("hola")');
  write('npm-cli.cjs', NPM);
  const settings = { cwd: dir, env: { ...process.env, npm_execpath: at('npm-cli.cjs') } };

  return {
    dir,
    write,
    has: (file: string) => existsSync(at(file)),
    read: (file: string) => readFileSync(at(file), 'utf8'),
    /** The stand-ins that ran, in order. */
    used: () => (existsSync(at('used')) ? readFileSync(at('used'), 'utf8').trim().split('\n') : []),
    run: (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { ...settings, encoding: 'utf8' });
      return { status, stdout, stderr };
    },
    start: async (...args: string[]): Promise<unknown> => {
      const [code] = await once(spawn(process.execPath, args, { ...settings, stdio: 'ignore' }), 'exit');
      return code;
    },
  };
}
