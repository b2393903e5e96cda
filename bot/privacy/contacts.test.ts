import { describe, expect, test } from 'vitest';
import { houseOf, newHouse } from '../../test/support/privacy.js';
import { eraseContact } from './erase.js';
import { FLORA } from './flora-data.js';
import { contactNamed, takePseudonym } from './pseudonyms.js';

const PHONE = '56911112222';

describe('a contact', () => {
  test('is made by her first message and is the same at the next', async () => {
    const { contacts, clock } = await newHouse();
    expect(await contacts.find('whatsapp', PHONE)).toBeNull();
    const first = await contacts.resolve('whatsapp', PHONE);
    expect(first).toMatchObject({ labels: [], blocked: null, profile: {}, createdAt: clock.now() });
    expect(first.addresses).toEqual([{ channel: 'whatsapp', address: PHONE, since: clock.now() }]);
    expect(await contacts.resolve('whatsapp', PHONE)).toEqual(first);
    expect((await contacts.resolve('webchat', PHONE)).id).not.toBe(first.id);
  });

  test('is one, although many messages arrive at once at two processes', async () => {
    const ours = await newHouse();
    const theirs = await houseOf(ours.store);
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? ours : theirs).contacts.resolve('whatsapp', PHONE)),
    );
    expect(new Set(all.map(c => c.id)).size).toBe(1);
    for (const collection of ['contacts', 'addresses', 'pseudonyms'])
      expect(await ours.store.findDocs(collection)).toHaveLength(1);
    expect((await ours.store.findDocs('keys')).map(d => d.id).sort()).toEqual([all[0]!.id, 'service:addresses'].sort());
  });

  test('leaves no address in clear in the store', async () => {
    const { contacts, store } = await newHouse();
    const { id } = await contacts.resolve('whatsapp', PHONE);
    await contacts.profile(id, { safeHours: '10 a 12', email: 'lucha@example.org' });
    const all = JSON.stringify(
      [...(await store.docsOf(id)), ...(await store.findDocs('contacts'))].map(d => ({
        ...d,
        sealed: d.sealed && Buffer.from(d.sealed).toString('latin1'),
      })),
    );
    for (const personal of [PHONE, 'lucha', '10 a 12']) expect(all).not.toContain(personal);
  });

  test('keeps labels, blocks and her profile, changed by several at once', async () => {
    const { contacts } = await newHouse();
    const { id } = await contacts.resolve('whatsapp', PHONE);
    await Promise.all([
      contacts.label(id, 'priority', true),
      contacts.label(id, 'priority', true),
      contacts.label(id, 'other', true),
      contacts.block(id, 'prank', 'exec-1', 7),
      contacts.profile(id, { safeHours: '10-12' }),
      contacts.profile(id, { checkWord: 'pan' }),
    ]);
    await contacts.label(id, 'other', false);
    expect(await contacts.get(id)).toMatchObject({
      labels: ['priority'],
      blocked: { reason: 'prank', by: 'exec-1', at: 7, until: null },
      profile: { safeHours: '10-12', checkWord: 'pan' },
    });
    await contacts.unblock(id);
    expect((await contacts.get(id))!.blocked).toBeNull();
  });

  test('is found as people name one: pseudonym in any spelling, channel and address, or id', async () => {
    const { contacts } = await newHouse();
    const contact = await contacts.resolve('whatsapp', PHONE);
    const { id, pseudonym } = contact;
    const bare = pseudonym.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace('-0', ' ').replace('-', ' ');
    for (const name of [pseudonym, bare, `whatsapp:${PHONE}`, id]) expect((await contacts.named(name))?.id).toBe(id);
    for (const name of ['Lirio-9999', 'webchat:1', 'nobody', '']) expect(await contacts.named(name)).toBeNull();
  });

  test('may have a second address once it is proved, and nobody else’s', async () => {
    const { contacts } = await newHouse();
    const her = await contacts.resolve('whatsapp', PHONE);
    const other = await contacts.resolve('whatsapp', '56933334444');
    await contacts.join(her.id, 'webchat', 'session-1');
    await contacts.join(her.id, 'webchat', 'session-1');
    expect((await contacts.resolve('webchat', 'session-1')).id).toBe(her.id);
    expect(await contacts.addressOf(her.id, 'webchat')).toBe('session-1');
    expect(await contacts.addressOf(her.id, 'http')).toBeNull();
    expect(await contacts.addressOf('nobody', 'http')).toBeNull();
    await expect(contacts.join(her.id, 'whatsapp', '56933334444')).rejects.toMatchObject({ name: 'AddressTaken' });
    await expect(contacts.join(other.id, 'whatsapp', PHONE)).rejects.toThrow(/^(?!.*569)/);
  });

  test('that was erased comes back as a new one, also at a process that had her in memory', async () => {
    const ours = await newHouse();
    const theirs = await houseOf(ours.store);
    const before = await theirs.contacts.resolve('whatsapp', PHONE);
    await eraseContact(ours, before.id, 'admin', 'asked');

    expect(await theirs.contacts.addressOf(before.id, 'whatsapp')).toBeNull();
    await expect(theirs.contacts.get(before.id)).rejects.toMatchObject({ name: 'Erased' });
    const after = await theirs.contacts.resolve('whatsapp', PHONE);
    expect(after.id).not.toBe(before.id);
    expect(after.pseudonym).not.toBe(before.pseudonym);
    expect((await ours.contacts.find('whatsapp', PHONE))!.id).toBe(after.id);
  });
});

describe('a pseudonym', () => {
  test('is a tree or flower and a number, and never the same twice, however many there are', async () => {
    const { store } = await newHouse();
    const few = (below: number) => (below === FLORA.length ? 0 : Math.floor(Math.random() * Math.min(below, 3)));
    const names = await Promise.all(Array.from({ length: 12 }, (_, i) => takePseudonym(store, `c${i}`, few)));
    expect(new Set(names).size).toBe(12);
    for (const name of names) expect(name).toMatch(/^Abedul-\d{2,}$/);
    expect(names.some(name => /-\d{3,}$/.test(name))).toBe(true);
    expect(await contactNamed(store, names[3]!)).toBe('c3');
  });

  test('is told apart without accents, and no flower is listed twice', () => {
    const plain = FLORA.map(name => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
    expect(new Set(plain).size).toBe(FLORA.length);
    expect(plain.every(name => /^[a-z]+$/.test(name))).toBe(true);
  });
});
