/**
 * Files that citizens send: sealed with the key of whoever writes from an address, and named in her message. A message that
 * was stored before keeps its file: the same id again seals nothing twice.
 */
import type { Incoming } from './channels/channel.js';
import type { Attachment, Attachments } from './store/blobs.js';
import type { Store } from './store/store.js';
import type { Threads } from './threads.js';

interface Parts {
  store: Pick<Store, 'turnByCause'>;
  threads: Threads;
  attachments: Attachments;
  defaultProtocol: string;
  isErased(contact: string): Promise<boolean>;
  /** Nothing of somebody who was erased is kept in memory. */
  forget(conversations: readonly string[]): void;
}

export interface SentFile {
  channel: string;
  address: string;
  /** Of the message that it comes with. */
  id: string;
  bytes: Uint8Array;
  protocol?: string;
}

export class Files {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What its message says of it. Throws AttachmentRefused, StoreUnavailable. */
  async take(file: SentFile): Promise<NonNullable<Incoming['media']>> {
    const { store, threads, attachments, defaultProtocol, isErased, forget } = this.#parts;
    const { channel, address, id, bytes, protocol = defaultProtocol } = file;
    let thread = await threads.open(channel, address, protocol);
    if (await isErased(thread.contact)) {
      forget([thread.conversation]);
      thread = await threads.open(channel, address, protocol);
    }
    // The turn that is there says which file it had; what is given here is read of no duplicate.
    if (await store.turnByCause(thread.conversation, `in:${id}`)) return { type: 'document' };
    const { contact, conversation } = thread;
    const kept = await attachments.put({ contact, conversation, bytes });
    return { type: kindOf(kept), blob: kept.id };
  }
}

/** What a person calls it. */
function kindOf({ type }: Attachment): 'image' | 'audio' | 'video' | 'document' {
  const [kind] = type.split('/');
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'document';
}
