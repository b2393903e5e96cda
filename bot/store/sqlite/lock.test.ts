import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataDirUnusable, openDataDir } from './lock.js';

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'cauce-lock-')), 'data');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

/** Another process that takes the folder as we do, and says so. */
async function otherProcess(dir: string): Promise<ReturnType<typeof spawn>> {
  const driver = path.resolve('node_modules/@photostructure/sqlite/dist/index.cjs');
  const code = `
    const { DatabaseSync } = require(${JSON.stringify(driver)});
    const lock = new DatabaseSync(${JSON.stringify(path.join(dir, 'lock'))}, { timeout: 0 });
    lock.exec('PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE');
    require('node:fs').writeFileSync(${JSON.stringify(path.join(dir, 'pid'))}, String(process.pid));
    console.log('taken'); setInterval(() => lock.isOpen, 1000);`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout!, 'data');
  return child;
}

test('a folder is made for its owner alone, taken once, and free again when released', () => {
  const held = openDataDir(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readFileSync(path.join(folder, 'pid'), 'utf8').trim()).toBe(String(process.pid));
  expect(() => openDataDir(folder)).toThrow(`la usa el proceso ${process.pid}. Detenga ese primero`);
  held.release();
  held.release();
  openDataDir(folder).release();
});

test('a folder of a living process is refused with its number; once that is killed it is free', async () => {
  openDataDir(folder).release();
  const child = await otherProcess(folder);
  expect(() => openDataDir(folder)).toThrow(
    `la usa el proceso ${child.pid}. Detenga ese primero, o nombre otra carpeta en CAUCE_DATA.`,
  );

  child.kill('SIGKILL');
  await once(child, 'exit');
  openDataDir(folder).release();
});

test('the number of a dead process that another one has now keeps nobody out', () => {
  openDataDir(folder).release();
  writeFileSync(path.join(folder, 'pid'), String(process.ppid));
  expect(() => openDataDir(folder).release()).not.toThrow();
});

test('a file in the place of the folder is told in plain words', () => {
  writeFileSync(path.join(path.dirname(folder), 'file'), '');
  expect(() => openDataDir(path.join(path.dirname(folder), 'file'))).toThrow(DataDirUnusable);
  expect(() => openDataDir(path.join(path.dirname(folder), 'file', 'data'))).toThrow('es un archivo');
});

test.skipIf(process.getuid?.() !== 0)('a folder that this user may not write is told in plain words', () => {
  const parent = path.dirname(folder);
  execFileSync('chmod', ['755', parent]);
  const code = `import('${path.resolve('bot/store/sqlite/lock.ts')}').then(m => m.openDataDir('${folder}')).catch(e => console.log(e.message))`;
  const said = execFileSync(process.execPath, ['--import', 'tsx', '-e', code], { uid: 65534, encoding: 'utf8' });
  expect(said).toContain('este usuario no puede escribirla. Dé a su dueño permiso de escribirla');
});
