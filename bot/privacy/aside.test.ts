/** The database that a restore put aside: what cannot be done there is told with its name and what to do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../store/sqlite/database.js';
import { asideOf, databaseIn } from '../store/sqlite/sqlite.js';
import { withAside } from './aside.js';
import { KeysUnusable } from './keys.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cauce-aside-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('where there is none, nothing is done', async () => {
  await expect(withAside(folder, () => Promise.reject(new Error('asked')))).resolves.toBeNull();
});

test('keys that were rotated since the restore: the file is named, and what to do with it', async () => {
  openDatabase(asideOf(databaseIn(folder))).close();
  const asked = withAside(folder, () => Promise.reject(new KeysUnusable('wrapped by master key 1')));
  await expect(asked).rejects.toThrow(
    /wrapped by master key 1\. Es .*\.before-restore, que un restore dejó aparte: elimínelo donde nadie lo necesite, y borre de nuevo/,
  );
});

test('any other failure stays what it is', async () => {
  openDatabase(asideOf(databaseIn(folder))).close();
  await expect(withAside(folder, () => Promise.reject(new TypeError('a fault of ours')))).rejects.toThrow(TypeError);
});
