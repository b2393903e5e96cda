import { describe, expect, test } from 'vitest';
import { mongoPlace, withoutMongo } from '../test/store/mongo-place.js';
import { processOf } from '../test/support/service.js';
import { eraseContact } from './privacy/erase.js';
import { exportContact } from './privacy/export.js';
import { openMemoryStore } from './store/sqlite/sqlite.js';
import type { Store } from './store/store.js';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100, 'secreto')]);

describe.each([
  { name: 'SQLite', skipped: false },
  { name: 'MongoDB', skipped: withoutMongo },
])('on $name, a file of hers', ({ name, skipped }) => {
  const house = async (test: (of: Awaited<ReturnType<typeof opened>>) => Promise<void>) => {
    const place = name === 'MongoDB' ? mongoPlace() : null;
    const store = place ? await place.open() : openMemoryStore();
    try {
      await test(await opened(store));
    } finally {
      await store.close();
      await place?.drop();
    }
  };
  const opened = async (store: Store) => {
    const one = await processOf({ store });
    const sends = async (id: string) => {
      const of = { channel: 'sms', address: 'ana', id };
      const media = await one.files.take({ ...of, bytes: PNG });
      await one.inbound.receive({ ...of, text: '', media });
      await one.settle();
    };
    const kept = () => store.findDocs('attachments');
    const erases = async () =>
      eraseContact(
        { ...one, log: one.erasures, forget: (_, gone) => one.forget(gone) },
        (await one.thread()).contact,
        'citizen',
        'asked',
      );
    return { ...one, sends, kept, erases };
  };

  test.skipIf(skipped)('is kept sealed, once, and named in her message', () =>
    house(async ({ sends, kept, store, thread, inbound, attachments }) => {
      await sends('f1');
      await sends('f1');
      const [doc, ...more] = await kept();
      expect(more).toEqual([]);
      expect(Buffer.from((await store.getBlob(doc!.id))!).toString('latin1')).not.toContain('secreto');
      const bodies = await inbound.bodies(await store.turns((await thread()).conversation));
      const hers = bodies.flatMap(body => body.messages.filter(m => m.direction === 'in'));
      expect(hers).toMatchObject([{ id: 'f1', text: '', media: { type: 'image', blob: doc!.id } }]);
      expect(Buffer.from((await attachments.get(doc!.id))!.bytes)).toEqual(PNG);
    }),
  );

  test.skipIf(skipped)('is in her export, and gone when she is erased; what she sends then is of somebody new', () =>
    house(async ({ sends, kept, thread, erases, ...one }) => {
      await sends('f1');
      const { contact } = await thread();
      const out = await exportContact(one, contact, { now: 0, files: true });
      expect(out.attachments).toMatchObject([{ bytes: PNG.toString('base64') }]);

      await erases();
      expect(await kept()).toEqual([]);
      await sends('f2');
      expect(await kept()).toHaveLength(1);
      expect((await thread()).contact).not.toBe(contact);
    }),
  );
});

test('what is no file that we take is refused, and leaves nothing', async () => {
  const { files, store } = await processOf();
  const of = { channel: 'sms', address: 'ana', id: 'f1' };
  await expect(files.take({ ...of, bytes: Buffer.from('#!/bin/sh rm -rf /home') })).rejects.toMatchObject({
    name: 'AttachmentRefused',
    why: 'type',
  });
  expect(await store.findDocs('attachments')).toEqual([]);
});
