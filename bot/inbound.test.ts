import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Process, processOf } from '../test/support/service.js';
import { VirtualClock } from '../test/support/virtual-clock.js';
import { IdReused, OtherProtocol, UnknownProtocol } from './channels/engine.js';
import type { Thread } from './conversations.js';
import { eraseContact } from './privacy/erase.js';
import { openMemoryStore, openSqliteStore } from './store/sqlite/sqlite.js';
import { type Store, StoreUnavailable } from './store/store.js';

let store: Store;
let clock: VirtualClock;
let house: Process;
beforeEach(async () => {
  [store, clock] = [openMemoryStore(), new VirtualClock()];
  house = await processOf({ store, clock });
});
afterEach(() => store.close());

const linesOf = (after = 0, channel = 'sms') => house.inbound.lines(channel, 'ana', after);

test('the same id again gets the stored answer, and nothing is done twice', async () => {
  const first = await house.writes('hola', { id: 'a' });
  await house.writes('otra cosa', { id: 'b' });
  const sent = house.sms.sent.length;
  const again = await house.writes('hola', { id: 'a' });

  expect(again).toEqual({ ...first, kind: 'duplicate' });
  expect(house.sms.sent.length).toBe(sent);
  expect((await linesOf()).filter(l => l.direction === 'in').map(l => l.id)).toEqual(['a', 'b']);
});

test('the same id with other words, or in another protocol, is refused', async () => {
  await house.writes('hola', { id: 'a' });
  await expect(house.writes('otra', { id: 'a' })).rejects.toThrow(IdReused);
  const inOther = (address: string) =>
    house.inbound.receive({ channel: 'sms', address, id: 'c', text: 'hola', protocol: 'nadie' });
  await expect(inOther('ana')).rejects.toThrow(OtherProtocol);
  await expect(inOther('eva')).rejects.toThrow(UnknownProtocol);
  expect(await house.inbound.conversation('sms', 'eva')).toBeNull();
});

test('many messages at once, at two processes, are each taken once, and numbered without gaps', async () => {
  const other = await processOf({ store, clock, worker: 'two' });
  const ids = Array.from({ length: 12 }, (_, i) => `m${i % 8}`);
  const results = await Promise.all(
    ids.map((id, i) =>
      (i % 2 ? other : house).inbound.receive({ channel: 'sms', address: 'ana', id, text: `mensaje ${id}` }),
    ),
  );
  await house.settle();

  expect(results.filter(r => r.kind === 'stored').length).toBe(8);
  const lines = await linesOf();
  expect(lines.map(l => l.seq)).toEqual(lines.map((_, i) => i + 1));
  expect(new Set(lines.filter(l => l.direction === 'in').map(l => l.id)).size).toBe(8);
  expect(new Set(results.map(r => r.conversation)).size).toBe(1);
});

test('what sense cannot read goes to a person with its words, and the next message is taken', async () => {
  house.senses.read = text => {
    if (text.includes('veneno')) throw new Error('sense broke on it');
    return new Proxy({} as never, { get: () => undefined });
  };
  const plain = await processOf({ store, clock, worker: 'two' });
  await house.writes('esto es veneno', { id: 'bad' });

  const { conversation } = await house.thread();
  expect(await store.head(conversation)).toMatchObject({
    owner: 'queue',
    open: true,
    desk: { parked: 'sense: Error', alert: 'parked' },
  });
  expect((await linesOf())[0]).toMatchObject({ text: 'esto es veneno', author: 'citizen' });
  expect(JSON.stringify(house.said)).not.toContain('veneno');
  expect((await plain.writes('sigo aquí', { id: 'good' })).kind).toBe('stored');
});

test('what the machine cannot process goes to a person, and the process lives on', async () => {
  await house.writes('hola');
  const thread = await house.thread();
  const broken = new Proxy(
    {},
    {
      get(_, name) {
        throw new Error(`no ${String(name)} to read`);
      },
    },
  );
  const inbound = { id: 'bad', text: 'algo imposible', at: clock.now() };
  const applied = await house.conversations.apply(thread, 'in:bad', () => ({
    event: { type: 'MSG', read: broken as never, world: house.world('tiny') },
    inbound,
  }));

  expect(applied.kind).toBe('stored');
  expect(await store.head(thread.conversation)).toMatchObject({ owner: 'queue', desk: { alert: 'parked' } });
  expect((await linesOf()).map(l => l.text)).toContain('algo imposible');
  expect((await house.writes('sigo')).kind).toBe('stored');
});

test('lines end before the first message that waits to be sent, and never show one that was withheld', async () => {
  house.sms.instead = () => Promise.reject(new Error('no connection'));
  const { replies } = await house.writes('hola');
  expect((await linesOf()).map(l => l.direction)).toEqual(['in']);
  await house.writes('¿hay alguien?');
  expect(await linesOf()).toHaveLength(1);

  await house.does({ type: 'SAY', text: 'Soy Carla, la leo.' });
  house.sms.instead = null;
  await house.passes(60_000);
  const lines = await linesOf();
  expect(lines.map(l => l.author)).toEqual(['citizen', 'citizen', 'executive']);
  expect(lines.map(l => l.seq)).not.toContain(replies[0]!.seq);
  expect(await linesOf(lines.at(-1)!.seq)).toEqual([]);
});

test('a reader who comes for her messages has them with the turn that said them', async () => {
  const { seq, replies } = await house.writes('hola', { channel: 'pull' });
  expect(replies.length).toBeGreaterThan(0);
  expect((await linesOf(seq, 'pull')).map(l => l.text)).toEqual(replies.map(l => l.text));
  expect((await store.backlog()).effects).toBe(0);
});

test('a store that is away refuses the message; sent again, it is taken once', async () => {
  let away = false;
  const flaky: Store = {
    ...store,
    commit: entry => (away ? Promise.reject(new StoreUnavailable('the disk is full')) : store.commit(entry)),
  };
  house = await processOf({ store: flaky, clock });
  await house.writes('hola');
  away = true;
  await expect(house.writes('ayúdenme por favor', { id: 'x' })).rejects.toThrow(StoreUnavailable);
  away = false;

  expect((await house.writes('ayúdenme por favor', { id: 'x' })).kind).toBe('stored');
  expect((await linesOf()).filter(l => l.id === 'x')).toHaveLength(1);
});

test('a turn that was stored although its answer was lost is found when the message comes again', async () => {
  let lost = false;
  const flaky: Store = {
    ...store,
    async commit(entry) {
      const committed = await store.commit(entry);
      if (lost) throw new StoreUnavailable('no answer in time');
      return committed;
    },
  };
  house = await processOf({ store: flaky, clock });
  await house.writes('hola');
  lost = true;
  await expect(house.writes('otra cosa', { id: 'x' })).rejects.toThrow(StoreUnavailable);
  lost = false;

  expect((await house.writes('otra cosa', { id: 'x' })).kind).toBe('duplicate');
  expect((await linesOf()).map(l => l.seq)).toEqual((await linesOf()).map((_, i) => i + 1));
});

test('who writes after another process erased her begins anew', async () => {
  await house.writes('hola');
  const before = await house.thread();
  const other = await processOf({ store, clock, worker: 'two' });
  await eraseContact(
    { store, vault: other.vault, clock, log: other.erasures, forget: () => other.forget([before.conversation]) },
    before.contact,
    'citizen',
    'asked',
  );
  await house.vault.noticeErasures();

  const after = await house.writes('hola otra vez');
  expect(after.kind).toBe('stored');
  expect(after.conversation).not.toBe(before.conversation);
  expect((await house.thread()).contact).not.toBe(before.contact);
});

describe('beside another process that erases her', () => {
  let other: Process;
  let before: Thread;
  let folder: string;
  let theirs: Store;
  const erases = () =>
    eraseContact(
      {
        store: theirs,
        vault: other.vault,
        clock,
        log: other.erasures,
        forget: () => other.forget([before.conversation]),
      },
      before.contact,
      'citizen',
      'asked',
    );
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'cauce-inbound-'));
    store = openSqliteStore(folder);
    house = await processOf({ store, clock });
    await house.writes('hola');
    before = await house.thread();
    theirs = openSqliteStore(folder);
    other = await processOf({ store: theirs, clock, worker: 'two' });
  });
  afterEach(async () => {
    await theirs.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('an SOS right after it opens the emergency of a new contact, and can be read', async () => {
    await erases();

    const sos = await house.writes('SOS', { id: 'sos' });
    await house.writes('Los Aromos 120, Chillán', { id: 'where' });

    expect(sos.conversation).not.toBe(before.conversation);
    const after = await other.thread();
    expect(after.contact).not.toBe(before.contact);
    expect(await other.vault.isErased(after.contact)).toBe(false);
    expect(await store.head(sos.conversation)).toMatchObject({
      open: true,
      contact: after.contact,
      desk: { alert: 'sos' },
    });
    const lines = await other.inbound.lines('sms', 'ana', 0);
    expect(lines.filter(l => l.direction === 'in').map(l => l.text)).toEqual(['SOS', 'Los Aromos 120, Chillán']);
    expect(await linesOf()).toEqual(lines);
  });

  test('nothing of what was erased is shown', async () => {
    expect((await linesOf()).length).toBeGreaterThan(0);
    await erases();

    expect(await linesOf()).toEqual([]);
    expect(await house.inbound.conversation('sms', 'ana')).toBeNull();
    expect(await house.inbound.writer('sms', 'ana')).toEqual({ kind: 'bot' });
  });

  test('a message that was being written meanwhile is taken again, under the new key', async () => {
    let meanwhile: (() => Promise<unknown>) | null = erases;
    const slow: Store = {
      ...store,
      async commit(entry) {
        const erase = meanwhile;
        meanwhile = null;
        await erase?.();
        return store.commit(entry);
      },
    };
    const third = await processOf({ store: slow, clock, worker: 'three' });

    const sos = await third.writes('SOS', { id: 'sos' });

    expect(sos).toMatchObject({ kind: 'stored' });
    expect(sos.conversation).not.toBe(before.conversation);
    expect((await other.inbound.lines('sms', 'ana', 0)).map(l => l.text)).toContain('SOS');
  });
});

test('she is told the first name of who attends her, and no more', async () => {
  await house.writes('hola');
  const thread = (await house.threads.find('sms', 'ana'))!;
  const by = { id: 'e1', name: 'Ana Rojas Fuentes' };
  await house.conversations.apply(thread, 'act:1', live => ({
    event: { type: 'SAY', by, text: 'Te leo.', world: house.world(live.running.protocol.id) },
  }));
  await house.settle();

  expect((await linesOf()).at(-1)).toMatchObject({ author: 'executive', name: 'Ana', text: 'Te leo.' });
  expect(house.sms.sent.at(-1)).toMatchObject({ name: 'Ana' });
  expect(await house.inbound.writer('sms', 'ana')).toEqual({ kind: 'person', name: 'Ana' });
});

test('her page learns that nothing is to be sent now, and that she may be written to again', async () => {
  await house.writes('hola');
  const thread = (await house.threads.find('sms', 'ana'))!;
  const by = { id: 'e1', name: 'Ana Rojas Fuentes' };
  const acts = (event: { type: 'TAKE' } | { type: 'QUIET'; on: boolean }, id: string) =>
    house.conversations.apply(thread, id, live => ({
      event: { ...event, by, world: house.world(live.running.protocol.id) },
    }));
  await acts({ type: 'TAKE' }, 'act:1');
  await acts({ type: 'QUIET', on: true }, 'act:2');
  expect(await house.inbound.writer('sms', 'ana')).toEqual({ kind: 'person', name: 'Ana', quiet: true });

  await acts({ type: 'QUIET', on: false }, 'act:3');
  expect(await house.inbound.writer('sms', 'ana')).toEqual({ kind: 'person', name: 'Ana' });
});

test('a message that is known, and all of a conversation where life may hang, is pressing; any other is not', async () => {
  const { inbound } = house;
  const pressing = (id: string, text = 'hola') => inbound.pressing({ channel: 'sms', address: 'ana', id, text });
  expect(await pressing('a')).toBeNull();
  await house.writes('hola', { id: 'a' });

  expect([await pressing('a'), await pressing('b')]).toEqual(['known', null]);
  await house.writes('SOS', { id: 'c' });
  expect(await pressing('b')).toBe('danger');
});
