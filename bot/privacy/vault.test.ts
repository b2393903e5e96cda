import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { houseOf, MASTER, newHouse } from '../../test/support/privacy.js';
import { openMemoryStore } from '../store/sqlite/sqlite.js';
import type { Store } from '../store/store.js';
import { addMasterKey, masterKeysFrom, readMasterKeys, setOldMasterKeysAside } from './keys.js';
import { openVault } from './vault.js';

const words = Buffer.from('vivo en el pasaje dos');

describe('a data key', () => {
  test('seals and opens her words, in every process that has the master key', async () => {
    const { store, vault } = await newHouse();
    const sealer = await vault.create('her');
    const sealed = sealer.seal(words, 'turn:c:1');
    const other = await houseOf(store);
    expect(Buffer.from((await other.vault.sealer('her')).open(sealed, 'turn:c:1'))).toEqual(words);
    expect((await other.vault.sealer('her')).openJson(sealer.sealJson({ a: ['ñ'] }, 'p'), 'p')).toEqual({ a: ['ñ'] });
  });

  test('does not open what is another person’s', async () => {
    const { vault } = await newHouse();
    const sealed = (await vault.create('her')).seal(words, 'p');
    const other = await vault.create('other');
    expect(() => other.open(sealed, 'p')).toThrow('does not open with the key of other');
  });

  test('is not in the store in clear', async () => {
    const { store, vault } = await newHouse();
    await vault.create('her');
    const doc = (await store.getDoc('keys', 'her'))!;
    expect(doc.sealed).toHaveLength(1 + 12 + 32 + 16);
    expect(doc.fields).toEqual({ master: 1 });
  });

  test('of a contact that never was is a mistake, said as such', async () => {
    const { vault } = await newHouse();
    await expect(vault.sealer('nobody')).rejects.toThrow('contact nobody has no key');
    expect(await vault.keyOf('nobody')).toBeNull();
  });
});

describe('an erasure', () => {
  test('ends every sealer of hers, also one that was kept, and spares the others', async () => {
    const { vault } = await newHouse();
    const kept = await vault.create('her');
    const other = await vault.create('other');
    const sealed = kept.seal(words, 'p');
    await vault.destroy('her', 5);
    await vault.destroy('her', 6);

    expect(() => kept.open(sealed, 'p')).toThrow(expect.objectContaining({ name: 'Erased', contact: 'her' }));
    expect(() => kept.seal(words, 'p')).toThrow('contact her was erased');
    expect(() => kept.openJson(sealed, 'p')).toThrow('contact her was erased');
    await expect(vault.sealer('her')).rejects.toMatchObject({ name: 'Erased' });
    expect(await vault.keyOf('her')).toMatchObject({ erased: true });
    expect(() => other.seal(words, 'p')).not.toThrow();
  });

  test('is noticed by a process that has her key in memory, once it looks', async () => {
    const ours = await newHouse();
    const theirs = await houseOf(ours.store);
    const kept = await ours.vault.create('her').then(() => theirs.vault.sealer('her'));
    await ours.vault.destroy('her', 5);
    await ours.store.putDoc({ collection: 'erasures', id: 'her', fields: { doneAt: ours.clock.now() }, data: null }, 0);

    expect(() => kept.seal(words, 'p')).not.toThrow();
    const told: string[] = [];
    const tell = async (contact: string) => void told.push(contact);
    await theirs.vault.noticeErasures(tell);
    expect(() => kept.seal(words, 'p')).toThrow('contact her was erased');
    await theirs.vault.noticeErasures(tell);
    expect(told).toEqual(['her']);
  });

  test('is told also where a look at her learnt of it before, and again where telling failed', async () => {
    const ours = await newHouse();
    const theirs = await houseOf(ours.store);
    await ours.vault.create('her').then(() => theirs.vault.sealer('her'));
    await ours.vault.destroy('her', 5);
    await ours.store.putDoc({ collection: 'erasures', id: 'her', fields: { doneAt: ours.clock.now() }, data: null }, 0);
    expect(await theirs.vault.isErased('her')).toBe(true);

    await expect(theirs.vault.noticeErasures(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
    const told: string[] = [];
    await theirs.vault.noticeErasures(async contact => void told.push(contact));
    expect(told).toEqual(['her']);
  });
});

describe('addresses', () => {
  test('have the same hash in every process, another one in another store, and no border that shifts', async () => {
    const { store, vault } = await newHouse();
    const hash = vault.addressHash('whatsapp', '56911111111');
    expect((await houseOf(store)).vault.addressHash('whatsapp', '56911111111')).toBe(hash);
    expect((await newHouse()).vault.addressHash('whatsapp', '56911111111')).not.toBe(hash);
    expect(hash).toMatch(/^[\w-]{32}$/);
    expect(vault.addressHash('a', 'b|c')).not.toBe(vault.addressHash('a|b', 'c'));
  });
});

describe('rotation', () => {
  test('wraps every key anew, and the old master key opens nothing any more', async () => {
    const { store, vault } = await newHouse();
    const contacts = Array.from({ length: 450 }, (_, i) => `c${i}`);
    const sealed = new Map<string, Uint8Array>();
    for (const contact of contacts) sealed.set(contact, (await vault.create(contact)).seal(words, 'p'));
    await vault.destroy('c7', 1);
    const hash = vault.addressHash('a', 'b');
    const fresh = `2:${randomBytes(32).toString('base64')}`;

    // 449 of persons and the one of addresses.
    expect(await vault.rotate(masterKeysFrom(`${fresh},1:${MASTER}`))).toBe(450);
    expect(await vault.rotate(masterKeysFrom(`${fresh},1:${MASTER}`))).toBe(0);

    const later = await openVault(store, '/nonexistent', fresh);
    for (const contact of contacts.filter(c => c !== 'c7')) {
      expect(Buffer.from((await later.sealer(contact)).open(sealed.get(contact)!, 'p'))).toEqual(words);
    }
    await expect(later.sealer('c7')).rejects.toMatchObject({ name: 'Erased' });
    expect(later.addressHash('a', 'b')).toBe(hash);
    await expect(openVault(store, '/nonexistent', MASTER)).rejects.toThrow(
      'envueltas por la llave maestra 2, que no está aquí',
    );
  });
});

describe('the master keys of a data folder', () => {
  let folder: string;
  let store: Store;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cauce-vault-'));
    store = openMemoryStore();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('are made at the first start, rotated, and needed at every other', async () => {
    const vault = await openVault(store, folder, undefined);
    const sealed = (await vault.create('her')).seal(words, 'p');
    await vault.rotate(addMasterKey(folder));
    setOldMasterKeysAside(folder);
    expect(readMasterKeys(folder)!.current).toBe(2);
    expect(Buffer.from((await (await openVault(store, folder, undefined)).sealer('her')).open(sealed, 'p'))).toEqual(
      words,
    );

    rmSync(path.join(folder, 'keys'), { recursive: true });
    await expect(openVault(store, folder, undefined)).rejects.toThrow('no hay keys/master.json');
    expect(readMasterKeys(folder)).toBeNull();
    await expect(openVault(store, folder, `2:${MASTER}`)).rejects.toThrow('la llave maestra 2 no es la que');
  });
});
