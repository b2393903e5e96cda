import { describe, expect, test } from 'vitest';
import { newHouse } from '../../test/support/privacy.js';
import { createIds } from '../ids.js';
import { Attachments } from './blobs.js';

async function ground() {
  const house = await newHouse();
  const { store, vault, contacts, clock } = house;
  const { id } = await contacts.resolve('whatsapp', '1');
  return {
    ...house,
    contact: id,
    attachments: new Attachments({ store, sealer: c => vault.sealer(c), ids: createIds(clock), clock }),
  };
}

const beginning = (text: string, length = 64) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(length)]);

describe('an attachment', () => {
  test('is read back whole, and stands sealed in the store', async () => {
    const { attachments, contact, store, clock } = await ground();
    const photo = beginning('\xff\xd8\xff\xe0 una puerta rota');
    const made = await attachments.put({ contact, conversation: 'c', bytes: photo, name: 'mi puerta.jpg' });

    expect(made).toEqual({
      id: made.id,
      contact,
      conversation: 'c',
      type: 'image/jpeg',
      size: photo.length,
      at: clock.now(),
      name: 'mi puerta.jpg',
    });
    const read = (await attachments.get(made.id))!;
    expect(read.attachment).toEqual(made);
    expect(Buffer.from(read.bytes)).toEqual(photo);
    const stored = Buffer.concat([
      (await store.getBlob(made.id))!,
      Buffer.from(JSON.stringify(await store.getDoc('attachments', made.id))),
    ]);
    expect(stored.includes('puerta')).toBe(false);
    expect(await attachments.get('nothing')).toBeNull();
  });

  test.each([
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['OggS\0', 'audio/ogg'],
    ['ID3\x04', 'audio/mpeg'],
    ['\xff\xfb\x90', 'audio/mpeg'],
    ['\xff\xf1\x50', 'audio/aac'],
    ['#!AMR\n', 'audio/amr'],
    ['\0\0\0\x20ftypM4A ', 'audio/mp4'],
    ['\0\0\0\x20ftypisom', 'video/mp4'],
    ['%PDF-1.7', 'application/pdf'],
  ])('that begins %j is of type %s', async (start, type) => {
    const { attachments, contact } = await ground();
    expect((await attachments.put({ contact, conversation: 'c', bytes: beginning(start) })).type).toBe(type);
  });

  test.each([
    ['MZ\x90\0', 'type'],
    ['<svg onload="x">', 'type'],
    ['<!doctype html>', 'type'],
    ['PK\x03\x04', 'type'],
  ])('that is a program or a page (%j) is refused for its %s', async (start, why) => {
    const { attachments, contact, store } = await ground();
    await expect(attachments.put({ contact, conversation: 'c', bytes: beginning(start) })).rejects.toMatchObject({
      why,
    });
    expect(await store.findDocs('attachments')).toEqual([]);
  });

  test('that is empty, tiny or too large is refused, and says why', async () => {
    const { attachments, contact } = await ground();
    const put = (bytes: Buffer) => attachments.put({ contact, conversation: 'c', bytes });
    await expect(put(Buffer.alloc(0))).rejects.toMatchObject({ why: 'empty' });
    await expect(put(Buffer.from('%PDF'))).rejects.toMatchObject({ why: 'type' });
    await expect(put(beginning('%PDF-', 14 * 2 ** 20))).rejects.toMatchObject({ why: 'size' });
    await expect(put(beginning('\xff\xd8\xff', 5 * 2 ** 20))).rejects.toThrow(
      'an attachment of type image/jpeg has at most 5242880 bytes, not 5242883',
    );
  });
});
