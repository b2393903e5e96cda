/**
 * Attachments: what citizens send besides words, sealed with the contact's key, of few types and limited sizes.
 *
 * The type is what the bytes are, not what the sender says they are. The document about it is written first, so that an
 * erasure always finds the bytes.
 */
import type { Clock } from '../clock.js';
import type { Ids } from '../ids.js';
import type { Sealer } from '../privacy/sealer.js';
import type { Doc, Store } from './store.js';

export interface Attachment {
  id: string;
  contact: string;
  conversation: string;
  /** MIME. */
  type: string;
  /** Bytes. */
  size: number;
  at: number;
  /** As the sender's device named it. */
  name?: string;
}

/** Refused for what it is; a person is told that something was sent. */
export class AttachmentRefused extends Error {
  override name = 'AttachmentRefused';
  readonly why: 'empty' | 'size' | 'type';

  constructor(why: AttachmentRefused['why'], message: string) {
    super(message);
    this.why = why;
  }
}

const MB = 2 ** 20;
/** Of whatever type, in bytes. */
export const ATTACHMENT_MOST = 14 * MB;

/** How each type begins, and its limit: that of WhatsApp, or what one document of any store can hold. */
const TYPES: readonly { type: string; most: number; is(bytes: Buffer): boolean }[] = [
  { type: 'image/jpeg', most: 5 * MB, is: b => b.readUIntBE(0, 3) === 0xffd8ff },
  { type: 'image/png', most: 5 * MB, is: b => b.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n' },
  {
    type: 'image/webp',
    most: 5 * MB,
    is: b => b.toString('latin1', 0, 4) === 'RIFF' && b.toString('latin1', 8, 12) === 'WEBP',
  },
  { type: 'audio/ogg', most: 14 * MB, is: b => b.toString('latin1', 0, 4) === 'OggS' },
  {
    type: 'audio/mpeg',
    most: 14 * MB,
    is: b => b.toString('latin1', 0, 3) === 'ID3' || (b.readUInt16BE(0) & 0xffe6) === 0xffe2,
  },
  { type: 'audio/aac', most: 14 * MB, is: b => (b.readUInt16BE(0) & 0xfff6) === 0xfff0 },
  { type: 'audio/amr', most: 14 * MB, is: b => b.toString('latin1', 0, 5) === '#!AMR' },
  { type: 'audio/mp4', most: 14 * MB, is: b => b.toString('latin1', 4, 11) === 'ftypM4A' },
  { type: 'video/mp4', most: 14 * MB, is: b => b.toString('latin1', 4, 8) === 'ftyp' },
  { type: 'application/pdf', most: 14 * MB, is: b => b.toString('latin1', 0, 5) === '%PDF-' },
];
const SHORTEST = 16;

interface Parts {
  store: Store;
  sealer(contact: string): Promise<Sealer>;
  ids: Ids;
  clock: Clock;
}

export class Attachments {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Throws AttachmentRefused, Erased, StoreUnavailable. */
  async put({
    contact,
    conversation,
    bytes,
    name,
  }: {
    contact: string;
    conversation: string;
    bytes: Uint8Array;
    name?: string;
  }): Promise<Attachment> {
    const { store, ids, clock } = this.#parts;
    const type = typeOf(bytes);
    const id = ids.next();
    const at = clock.now();
    const sealer = await this.#parts.sealer(contact);
    const fields = { contact, conversation, type, size: bytes.length, at };
    const sealed = sealer.sealJson(name === undefined ? {} : { name }, `attachment:${id}`);
    await store.putDoc({ collection: 'attachments', id, fields, data: null, sealed, contact }, 0);
    await store.putBlob(id, sealer.seal(bytes, `blob:${id}`));
    return { id, ...fields, ...(name === undefined ? {} : { name }) };
  }

  /** What it is and its bytes; null when there is none (erased ones are not). */
  async get(id: string): Promise<{ attachment: Attachment; bytes: Uint8Array } | null> {
    const { store } = this.#parts;
    const [doc, blob] = await Promise.all([store.getDoc('attachments', id), store.getBlob(id)]);
    if (!doc?.contact || !blob) return null;
    const sealer = await this.#parts.sealer(doc.contact);
    return { attachment: attachmentOf(doc, sealer), bytes: sealer.open(blob, `blob:${id}`) };
  }
}

function typeOf(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new AttachmentRefused('empty', 'the attachment is empty');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const known = buffer.length < SHORTEST ? undefined : TYPES.find(t => t.is(buffer));
  if (!known) throw new AttachmentRefused('type', `the attachment is none of ${TYPES.map(t => t.type).join(', ')}`);
  if (buffer.length > known.most) {
    throw new AttachmentRefused(
      'size',
      `an attachment of type ${known.type} has at most ${known.most} bytes, not ${buffer.length}`,
    );
  }
  return known.type;
}

function attachmentOf(doc: Doc, sealer: Sealer): Attachment {
  const { contact, conversation, type, size, at } = doc.fields as {
    contact: string;
    conversation: string;
    type: string;
    size: number;
    at: number;
  };
  return {
    id: doc.id,
    contact,
    conversation,
    type,
    size,
    at,
    ...(sealer.openJson(doc.sealed!, `attachment:${doc.id}`) as { name?: string }),
  };
}
