import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMasterKey, masterKeysFrom, readMasterKeys, setOldMasterKeysAside } from './keys.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cauce-keys-'));
  file = path.join(folder, 'keys', 'master.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('in the data folder', () => {
  test('the first key is made for its owner alone, and is the same at the next start', () => {
    expect(readMasterKeys(folder)).toBeNull();
    const made = addMasterKey(folder);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    expect(readMasterKeys(folder)).toEqual(made);
    expect(made.current).toBe(1);
    expect(made.keys.get(1)).toHaveLength(32);
  });

  test('a new version is added to the old ones, until those are dropped', () => {
    const first = addMasterKey(folder);
    const second = addMasterKey(folder);
    expect(second.current).toBe(2);
    expect([...second.keys.keys()]).toEqual([1, 2]);
    expect(second.keys.get(1)).toEqual(first.keys.get(1));
    setOldMasterKeysAside(folder);
    expect([...readMasterKeys(folder)!.keys.keys()]).toEqual([2]);
    expect(addMasterKey(folder).current).toBe(3);
  });

  test('keys that others can read are refused, with what to do', () => {
    addMasterKey(folder);
    chmodSync(file, 0o644);
    expect(() => readMasterKeys(folder)).toThrow(`otros pueden leer ${file} (modo 644): ejecute chmod 600 ${file}`);
    chmodSync(file, 0o600);
    chmodSync(path.dirname(file), 0o755);
    expect(() => readMasterKeys(folder)).toThrow('(modo 755): ejecute chmod 700');
  });

  test.each(['', '{}', '{"current":1,"keys":{"1":"YWJj"}}', '{"current":2,"keys":{}}'])(
    'a damaged file is refused and kept: %s',
    content => {
      addMasterKey(folder);
      writeFileSync(file, content, { mode: 0o600 });
      expect(() => readMasterKeys(folder)).toThrow('está dañado');
      expect(() => addMasterKey(folder)).toThrow('está dañado');
      expect(readFileSync(file, 'utf8')).toBe(content);
    },
  );
});

describe('in the environment', () => {
  const [a, b] = [randomBytes(32), randomBytes(32)];

  test('one key, or several of which the first wraps', () => {
    expect(masterKeysFrom(a.toString('base64'))).toEqual({ current: 1, keys: new Map([[1, a]]) });
    expect(masterKeysFrom(`7:${b.toString('base64')}, 1:${a.toString('base64url')}`)).toEqual({
      current: 7,
      keys: new Map([
        [7, b],
        [1, a],
      ]),
    });
  });

  test.each([
    'corta',
    '1:',
    `1:${'x'.repeat(80)}`,
    `1:${a.toString('base64')},1:${b.toString('base64')}`,
    'una contraseña larga',
  ])('%s is refused without being quoted', variable => {
    expect(() => masterKeysFrom(variable)).toThrow('CAUCE_MASTER_KEY debe ser');
    expect(() => masterKeysFrom(variable)).not.toThrow(variable);
  });
});
