import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mongoPlace, withoutMongo } from '../../test/store/mongo-place.js';
import { type Process, processOf } from '../../test/support/service.js';
import { createIds } from '../ids.js';
import { rebuildHeads } from '../rebuild.js';
import { Attachments } from '../store/blobs.js';
import { openMemoryStore } from '../store/sqlite/sqlite.js';
import { type Store, StoreUnavailable } from '../store/store.js';
import { exportContact } from './export.js';
import { HOLD } from './retention.js';

const DAY = 86_400_000;
/** What a protocol keeps that does not say. */
const YEAR = 365 * DAY;
const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100)]);

const places = [
  { name: 'SQLite', skipped: false, open: () => ({ store: Promise.resolve(openMemoryStore()), drop: async () => {} }) },
  {
    name: 'MongoDB',
    skipped: withoutMongo,
    open() {
      const place = mongoPlace();
      return { store: place.open(), drop: () => place.drop() };
    },
  },
];

describe.each(places)('in $name, what was written is kept for a time', ({ skipped, open }) => {
  let store: Store;
  let house: Process;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    if (skipped) return;
    const place = open();
    store = await place.store;
    house = await processOf({ store });
    drop = async () => {
      await store.close();
      await place.drop();
    };
  });
  afterEach(() => drop?.());

  /** All that is to be sent is sent, also what the engine's own loop has in hand. */
  async function settled(of: Process): Promise<string> {
    const { conversation } = await of.thread();
    await of.settle();
    await expect.poll(() => store.effects(conversation)).toEqual([]);
    return conversation;
  }

  /** She wrote, a person answered, and it is closed. */
  async function closed(): Promise<string> {
    await house.writes('vivo en la calle secreta');
    await house.does({ type: 'TAKE' });
    await house.does({ type: 'SAY', text: 'Soy Carla.' });
    await house.does({ type: 'RELEASE', step: 'closed' });
    const conversation = await settled(house);
    expect((await store.head(conversation))!.open).toBe(false);
    return conversation;
  }

  async function everything(): Promise<string> {
    const { contact } = await house.thread();
    return JSON.stringify(await exportContact(house, contact, { now: 0, files: false }));
  }

  test.skipIf(skipped)('a closed conversation loses its words when its time is over, not a day before', async () => {
    const conversation = await closed();
    house.clock.pass(YEAR - DAY);
    expect(await house.expire()).toBe(0);
    expect(await everything()).toContain('calle secreta');

    house.clock.pass(DAY);
    expect(await house.expire()).toBe(1);
    expect(await everything()).not.toMatch(/calle secreta|Soy Carla/);
    const turns = await store.turns(conversation);
    expect(turns.map(t => t.facts.event)).toContain('TAKE');
    expect(await house.inbound.lines('sms', 'ana', 0)).toEqual([]);

    expect(await house.expire()).toBe(0);
    expect((await store.turns(conversation)).length).toBe(turns.length);
  });

  test.skipIf(skipped)('who writes again is answered as before, and keeps what she is known by', async () => {
    const conversation = await closed();
    const { contact } = await house.thread();
    const { pseudonym } = (await house.contacts.get(contact))!;
    house.clock.pass(YEAR);
    await house.expire();

    const other = await processOf({ store, clock: house.clock, worker: 'two' });
    for (const process of [house, other]) {
      const id = process === house ? 'one' : 'other';
      expect((await process.writes('hola', { id })).replies).not.toEqual([]);
    }
    expect((await house.thread()).conversation).toBe(conversation);
    expect((await house.contacts.get(contact))!.pseudonym).toBe(pseudonym);

    const received = await house.writes('SOS');
    expect(received.conversation).toBe(conversation);
    expect((await store.head(conversation))!.emergency).not.toBe('idle');
    house.clock.pass(YEAR);
    expect(await house.expire()).toBe(0);
  });

  test.skipIf(skipped)('a word that a person agreed with her outlasts its words', async () => {
    const conversation = await closed();
    await house.does({ type: 'PROFILE', change: { coverWords: ['paraguas'] } });
    await settled(house);
    house.clock.pass(YEAR);
    expect(await house.expire()).toBe(1);

    await house.writes('¿compraste el paraguas?');
    expect((await store.head(conversation))!.emergency).not.toBe('idle');
  });

  test.skipIf(skipped)('a process that had it in memory brings nothing back', async () => {
    await house.writes('vivo en la calle secreta');
    const other = await processOf({ store, clock: house.clock, worker: 'two' });
    await other.does({ type: 'TAKE' });
    await other.does({ type: 'RELEASE', step: 'closed' });
    await settled(other);
    house.clock.pass(YEAR);
    expect(await house.expire()).toBe(1);
    await other.writes('hola', { id: 'again' });
    expect(await everything()).not.toContain('calle secreta');
  });

  test.skipIf(skipped).each([
    ['an emergency was recorded in it', 'emergency'],
    ['a referral was recorded in it', 'referral'],
    ['she asked about her data', 'data-request'],
  ])('it is kept where %s', async (_, type) => {
    await closed();
    await house.records.write({ id: 'r', type, thread: await house.thread(), at: 0, draft: false, data: {} });
    house.clock.pass(YEAR);
    expect(await house.expire()).toBe(0);
    expect(await everything()).toContain('calle secreta');
  });

  test.skipIf(skipped)('it is kept while a person holds it', async () => {
    await closed();
    const { contact } = await house.thread();
    await house.contacts.label(contact, HOLD, true);
    house.clock.pass(YEAR);
    expect(await house.expire()).toBe(0);
    await house.contacts.label(contact, HOLD, false);
    expect(await house.expire()).toBe(1);
  });

  test.skipIf(skipped)('what was sent with it goes too', async () => {
    const conversation = await closed();
    const { contact } = await house.thread();
    const attachments = new Attachments({ ...house, sealer: c => house.vault.sealer(c), ids: createIds(house.clock) });
    const { id } = await attachments.put({ contact, conversation, bytes: PNG });
    house.clock.pass(YEAR);
    await house.expire();
    expect(await attachments.get(id)).toBeNull();
    expect(await store.getBlob(id)).toBeNull();
  });

  test.skipIf(skipped)('cut short before its words are gone, it is finished at the next time', async () => {
    const conversation = await closed();
    house.clock.pass(YEAR);
    const cut = await processOf({
      store: { ...store, putBodies: () => Promise.reject(new StoreUnavailable('the power went')) },
      clock: house.clock,
    });
    await expect(cut.expire()).rejects.toThrow('the power went');
    expect(await everything()).toContain('calle secreta');

    expect(await house.expire()).toBe(1);
    expect(await everything()).not.toContain('calle secreta');
    expect(await store.findDocs('expiring')).toEqual([]);
    expect((await store.turns(conversation)).filter(t => t.cause.startsWith('act:expire'))).toHaveLength(1);
  });

  test.skipIf(skipped)('its head is made again from the log as it was', async () => {
    const conversation = await closed();
    house.clock.pass(YEAR);
    await house.expire();
    const before = await store.head(conversation);
    expect(await rebuildHeads(store, c => house.vault.sealer(c))).toMatchObject({ changed: 0 });
    expect(await store.head(conversation)).toEqual(before);
  });
});
