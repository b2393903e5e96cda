import { mkdtempSync, appendFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { entryOf } from '../../test/store/entries.js';
import { type House, houseOf, newHouse } from '../../test/support/privacy.js';
import { createIds } from '../ids.js';
import { Attachments } from '../store/blobs.js';
import { StoreUnavailable } from '../store/store.js';
import { type Certificate, eraseContact, erasureLogIn, replayErasures, resumeErasures } from './erase.js';
import { exportContact } from './export.js';

const PHONE = '56911112222';
const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100)]);

/** A woman with a conversation, a message on its way, a record and a photo; and another person beside her. */
async function her(house: House) {
  const { store, vault, contacts, clock } = house;
  const contact = await contacts.resolve('whatsapp', PHONE);
  const sealer = await vault.sealer(contact.id);
  const attachments = new Attachments({ store, sealer: c => vault.sealer(c), ids: createIds(clock), clock });
  const photo = await attachments.put({ contact: contact.id, conversation: 'c', bytes: PNG, name: 'puerta.png' });
  await store.commit(
    entryOf({
      conversation: 'c',
      turn: 1,
      contact: contact.id,
      body: sealer.sealJson(
        { event: { type: 'MSG' }, messages: [{ seq: 1, direction: 'in', text: 'me pegó', media: { blob: photo.id } }] },
        'turn:c:1',
      ),
      outbox: [{ id: 'e1', body: sealer.sealJson({ text: 'Estamos con usted' }, 'outbox:e1') }],
      timers: { wait: clock.now() },
    }),
  );
  await store.putDoc(
    {
      collection: 'records',
      id: 'r1',
      fields: { folio: 'D-1', contact: contact.id },
      data: { grade: 6 },
      sealed: sealer.sealJson({ story: 'x' }, 'record:r1'),
      contact: contact.id,
    },
    0,
  );
  await store.putDoc(
    { collection: 'threads', id: 'hash', fields: { conversation: 'c', contact: contact.id }, data: null },
    0,
  );
  const other = await contacts.resolve('whatsapp', '56933334444');
  const theirs = (await vault.sealer(other.id)).sealJson({ messages: [] }, 'turn:d:1');
  await store.commit(entryOf({ conversation: 'd', turn: 1, contact: other.id, body: theirs, outbox: [{ id: 'e2' }] }));
  return { contact, sealer, photo, attachments, other };
}

describe('erasing a contact', () => {
  test('leaves nothing of hers that can be read, keeps the figures, and certifies it', async () => {
    const house = await newHouse();
    const { store, contacts, clock } = house;
    const { contact, sealer, photo, attachments } = await her(house);
    const { fingerprint } = (await house.vault.keyOf(contact.id))!;
    clock.pass(5);

    const certificate = await eraseContact(house, contact.id, 'admin-1', 'asked by the citizen');

    expect(certificate).toEqual({
      contact: contact.id,
      at: clock.now(),
      by: 'admin-1',
      reason: 'asked by the citizen',
      keyFingerprint: fingerprint,
      what: { conversations: 1, turns: 1, effectsWithheld: 1, attachments: 1, documents: 2 },
    });
    const turn = (await store.turn('c', 1))!;
    expect(() => sealer.open(turn.body, 'turn:c:1')).toThrow('was erased');
    expect(turn.facts.event).toBe('MSG');
    expect((await store.effects('c')).map(e => e.state)).toEqual(['withheld']);
    expect(await attachments.get(photo.id)).toBeNull();
    expect(await store.getBlob(photo.id)).toBeNull();
    expect(await contacts.find('whatsapp', PHONE)).toBeNull();
    expect(await contacts.named(contact.pseudonym)).toBeNull();
    expect(await store.getDoc('threads', 'hash')).toBeNull();
    expect(await store.getDoc('records', 'r1')).toMatchObject({ fields: { folio: 'D-1' }, data: { grade: 6 } });
    expect((await store.docsOf(contact.id)).every(doc => doc.sealed === undefined)).toBe(true);
    expect(house.forgotten).toEqual([`${contact.id}: c`]);
    await expect(exportContact(house, contact.id, { now: 1, files: false })).rejects.toMatchObject({ name: 'Erased' });
  });

  test('touches nobody else', async () => {
    const house = await newHouse();
    const { contact, other } = await her(house);
    await eraseContact(house, contact.id, 'admin', 'asked');
    expect((await exportContact(house, other.id, { now: 1, files: false })).conversations[0]!.turns[0]!.body).toEqual({
      messages: [],
    });
    expect((await house.store.effects('d')).map(e => e.state)).toEqual(['waiting']);
  });

  test('twice gives the same certificate; of nobody, says so', async () => {
    const house = await newHouse();
    const { contact } = await her(house);
    const first = await eraseContact(house, contact.id, 'admin', 'asked');
    expect(await eraseContact(house, contact.id, 'other', 'again')).toEqual(first);
    expect(house.certificates).toHaveLength(1);
    await expect(eraseContact(house, 'nobody', 'admin', 'asked')).rejects.toThrow('contact nobody does not exist');
  });

  test.each(['withholdEffects', 'docsOf', 'scrub', 'putDoc'] as const)(
    'cut short at %s is finished at the next start',
    async method => {
      const house = await newHouse();
      const { contact, photo } = await her(house);
      let calls = 0;
      const failing = {
        ...house,
        store: {
          ...house.store,
          // The first document is the decision itself, the first look counts.
          [method]: (...args: never[]) => {
            if (++calls > (method === 'putDoc' || method === 'docsOf' ? 1 : 0))
              throw new StoreUnavailable('the power went');
            return (house.store[method] as (...a: never[]) => unknown)(...args);
          },
        },
      };
      await expect(eraseContact(failing, contact.id, 'admin', 'asked')).rejects.toThrow('the power went');

      const later = await houseOf(house.store);
      expect(await resumeErasures(later, house.clock.now())).toBe(0);
      expect(await resumeErasures(later)).toBe(1);
      expect(await resumeErasures(later)).toBe(0);
      await expect(later.vault.sealer(contact.id)).rejects.toMatchObject({ name: 'Erased' });
      expect(await house.store.getBlob(photo.id)).toBeNull();
      expect(await later.contacts.find('whatsapp', PHONE)).toBeNull();
    },
  );
});

describe('after a restore', () => {
  test('who was erased since the backup is erased again', async () => {
    const house = await newHouse();
    const { contact, other } = await her(house);
    // The same store as it was before the erasure: what a restore of an older backup gives.
    const before = await Promise.all(['keys', 'contacts', 'addresses', 'pseudonyms'].map(c => house.store.findDocs(c)));
    const certificate = await eraseContact(house, contact.id, 'admin', 'asked');
    const restored = await newHouse();
    for (const doc of await restored.store.findDocs('keys')) await restored.store.deleteDoc('keys', doc.id);
    for (const { version: _, ...doc } of before.flat()) await restored.store.putDoc(doc, 0);
    const later = await houseOf(restored.store);
    expect(await later.contacts.find('whatsapp', PHONE)).not.toBeNull();

    expect(await replayErasures({ ...later, log: house.log })).toBe(1);
    expect(await replayErasures({ ...later, log: house.log })).toBe(0);
    expect(await later.contacts.find('whatsapp', PHONE)).toBeNull();
    await expect(later.vault.sealer(contact.id)).rejects.toMatchObject({ name: 'Erased' });
    expect((await later.vault.sealer(other.id)).contact).toBe(other.id);
    expect((await later.store.getDoc('erasures', contact.id))!.data).toMatchObject({ at: certificate.at, by: 'admin' });
  });

  test('the log beside the database keeps certificates, for its owner alone, whatever a power cut leaves of its last line', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cauce-erasures-'));
    try {
      const file = path.join(folder, 'erasures.jsonl');
      const log = erasureLogIn(file);
      expect(log.read()).toEqual([]);
      const certificate = (contact: string): Certificate => ({
        contact,
        at: 1,
        by: 'x',
        reason: 'y',
        keyFingerprint: 'f',
        what: { conversations: 0, turns: 0, effectsWithheld: 0, attachments: 0, documents: 0 },
      });
      log.append(certificate('a'));
      log.append(certificate('b'));
      appendFileSync(file, '{"contact":"c","at');
      expect(log.read().map(c => c.contact)).toEqual(['a', 'b']);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('an export', () => {
  test('is everything about her, opened, and nothing about others', async () => {
    const house = await newHouse();
    const { contact, photo } = await her(house);
    await house.contacts.profile(contact.id, { safeHours: '10-12' });
    const out = await exportContact(house, contact.id, { now: 99, files: true });

    expect(out.exportedAt).toBe(99);
    expect(out.contact).toMatchObject({
      id: contact.id,
      addresses: [{ address: PHONE }],
      profile: { safeHours: '10-12' },
    });
    expect(out.conversations).toHaveLength(1);
    expect(out.conversations[0]!.turns[0]!.body).toMatchObject({ messages: [{ text: 'me pegó' }] });
    expect(out.documents).toEqual([
      {
        collection: 'records',
        id: 'r1',
        fields: { folio: 'D-1', contact: contact.id },
        data: { grade: 6 },
        personal: { story: 'x' },
      },
    ]);
    expect(out.attachments).toEqual([
      {
        id: photo.id,
        about: expect.objectContaining({ type: 'image/png', size: PNG.length, name: 'puerta.png' }),
        bytes: PNG.toString('base64'),
      },
    ]);
    expect(JSON.stringify(out)).not.toContain('56933334444');
    expect((await exportContact(house, contact.id, { now: 1, files: false })).attachments[0]).not.toHaveProperty(
      'bytes',
    );
    await expect(exportContact(house, 'nobody', { now: 1, files: false })).rejects.toThrow(
      'contact nobody does not exist',
    );
  });
});
