/** She is erased by another process while executives look at what she wrote: it leaves their screens and our memory. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { erasureLogIn, eraseContact } from '../../bot/privacy/erase.js';
import { openVault } from '../../bot/privacy/vault.js';
import { openSqliteStore } from '../../bot/store/sqlite/sqlite.js';
import { StoreUnavailable } from '../../bot/store/store.js';
import { VirtualClock } from '../support/virtual-clock.js';
import { type House, openHouse, STARTS } from './house.js';

const MASTER = randomBytes(32).toString('base64');
let folder: string;
let house: House;
let erase: (contact: string) => Promise<unknown>;
let end: () => Promise<void>;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cauce-erased-'));
  const [store, theirs] = [openSqliteStore(folder), openSqliteStore(folder)];
  const clock = new VirtualClock(STARTS);
  house = await openHouse({ store, clock, vault: await openVault(store, folder, MASTER) });
  const vault = await openVault(theirs, folder, MASTER);
  const log = erasureLogIn(path.join(folder, 'erasures.jsonl'));
  erase = contact =>
    eraseContact({ store: theirs, vault, clock, log, forget: () => undefined }, contact, 'citizen', 'asked');
  end = async () => {
    await house.close();
    await theirs.close();
  };
});
afterEach(async () => {
  await end();
  rmSync(folder, { recursive: true, force: true });
});

test('her words go from the board, from an open conversation and from what a console may still ask for', async () => {
  const ana = await house.works('Ana');
  const before = await ana.sync();
  const conversation = await house.writes('rosa', 'soy Rosalba, quiero una persona');
  await ana.open(conversation);
  await ana.until(() => ana.heard.patch.some(patch => JSON.stringify(patch).includes('Rosalba')));
  ana.socket.emit('seen', conversation);

  const { contact } = (await house.store.head(conversation))!;
  await erase(contact);
  await house.service.notice();
  await ana.until(() => ana.heard.erased.includes(conversation));
  await house.desk.tick();

  const since = before.kind === 'snapshot' ? before.seq : 0;
  expect(JSON.stringify([await ana.sync(since), await ana.sync()])).not.toContain('Rosalba');
  expect((await ana.rows()).map(row => row.conversation)).not.toContain(conversation);
  await expect(ana.open(conversation)).rejects.toThrow('erased');
  await house.desk.close();
  expect((await house.store.docsOf(contact)).map(doc => doc.collection)).not.toContain('read-marks');
});

test('her row goes also when her own page, or the store, was in the way of the first look', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'AUXILIO mi marido me pega');
  await erase((await house.store.head(conversation))!.contact);
  // Her page asks before anybody looked for erasures.
  expect(await house.service.inbound.lines('webchat', 'rosa', 0)).toEqual([]);
  const heads = house.store.heads.bind(house.store);
  house.store.heads = () => Promise.reject(new StoreUnavailable('the store is away'));
  await expect(house.service.notice()).rejects.toThrow(StoreUnavailable);
  house.store.heads = heads;

  await house.service.notice();
  await ana.until(() => ana.heard.erased.includes(conversation));
  expect(await ana.rows()).toEqual([]);
});

test('her alarm goes with her row: no page sounds on, and a new one hears nothing of it', async () => {
  const ana = await house.works('Ana');
  const conversation = await house.writes('rosa', 'AUXILIO mi marido me pega');
  await ana.until(() => ana.heard.alarm.some(alarm => alarm.kind === 'sos' && alarm.on));

  await erase((await house.store.head(conversation))!.contact);
  await house.service.notice();
  await ana.until(() => ana.heard.alarm.some(alarm => alarm.kind === 'sos' && !alarm.on));
  expect(ana.heard.alarm.at(-1)).toMatchObject({ conversation, name: '', reason: '' });

  const eva = await house.works('Eva');
  await eva.sync();
  expect(eva.heard.alarm).toEqual([]);
});

test('while nobody else writes, nothing is looked for', async () => {
  await house.writes('rosa', 'hola');
  await house.service.notice();
  let asked = 0;
  const find = house.store.findDocs.bind(house.store);
  house.store.findDocs = (...question) => {
    asked++;
    return find(...question);
  };

  await house.service.notice();
  expect(asked).toBe(0);
});
