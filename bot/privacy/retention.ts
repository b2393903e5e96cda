/**
 * Keeping for a time: what was written in a conversation goes once it has been closed for as long as its protocol says
 * (`keep.conversation`). Facts without a person stay, and so does what she is known by: her pseudonym, labels, a block, her
 * safe hours, the level of danger. Whoever writes again begins a new talk in the same conversation.
 *
 * It is kept beyond its time where something hangs on it: an emergency or a referral was recorded in it, or a request about
 * her data; a call to her is booked and not over; `cauce hold` put the label of `HOLD` on her. Those end by `cauce erase`.
 */
import type { Conversations, Thread } from '../conversations.js';
import { type Log, reasonOf } from '../log.js';
import { type Head, RevisionConflict, type Store, StoreUnavailable } from '../store/store.js';
import type { Contact } from './contacts.js';
import { Erased } from './sealer.js';

interface Parts {
  store: Store;
  conversations: Pick<Conversations, 'expire' | 'overwrite'>;
  threads: { ofConversation(conversation: string): Promise<Thread | null> };
  contacts: { get(id: string): Promise<Contact | null> };
  /** ms after the last turn, for a protocol that is published here; null for another: it is let be. */
  keepMs(protocol: string): number | null;
  now(): number;
  log: Log;
}

/** A label of hers that keeps whatever she wrote. */
export const HOLD = 'no borrar';
/** Records that a conversation belongs to. */
const HOLDING: ReadonlySet<unknown> = new Set(['emergency', 'referral', 'data-request']);
/** What is begun and not done yet. */
const COLLECTION = 'expiring';

/** Whatever is due. Done again, by this process or another, it does nothing twice. Returns how many conversations. */
export async function expireConversations(parts: Parts): Promise<number> {
  const { store, log } = parts;
  let expired = 0;
  const each = async (conversation: string, work: () => Promise<boolean>): Promise<void> => {
    try {
      if (await work()) expired++;
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      // One that was erased meanwhile needs nothing more; one that fails keeps no other from its end.
      if (!(error instanceof Erased)) log.error('conversation not expired', { conversation, reason: reasonOf(error) });
    }
  };
  for (const { id } of await store.findDocs(COLLECTION)) await each(id, () => finish(parts, id));
  for await (const conversation of store.conversations()) {
    const head = await store.head(conversation);
    if (head && isDue(parts, head)) await each(conversation, () => expire(parts, head));
  }
  if (expired > 0) {
    await store.scrub();
    log.info('conversations expired', { conversations: expired });
  }
  return expired;
}

function isDue({ keepMs, now }: Parts, { open, turn, updatedAt, protocol, desk }: Head): boolean {
  const keep = keepMs(protocol);
  if (open || keep === null || desk.expiredTurn === turn || updatedAt > now() - keep) return false;
  const booked = desk.appointment as { at: number } | null | undefined;
  return !booked || booked.at < now() - keep;
}

async function expire(parts: Parts, { conversation, contact }: Head): Promise<boolean> {
  const { store, threads, contacts, conversations } = parts;
  const thread = await threads.ofConversation(conversation);
  if (!thread || (await contacts.get(contact))?.labels.includes(HOLD)) return false;
  const records = await store.findDocs('records', { where: { conversation } });
  if (records.some(({ fields }) => HOLDING.has(fields.type))) return false;
  // Before anything goes: whatever is cut short is found by it.
  try {
    await store.putDoc({ collection: COLLECTION, id: conversation, fields: {}, data: null }, 0);
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
  }
  await conversations.expire(thread, head => isDue(parts, head));
  return finish(parts, conversation);
}

/** False where she wrote in the meantime, and nothing went. */
async function finish({ store, conversations }: Parts, conversation: string): Promise<boolean> {
  const went = Number((await store.head(conversation))?.desk.expiredTurn ?? 0) > 0;
  if (went) {
    await conversations.overwrite(conversation);
    for (const { id } of await store.findDocs('attachments', { where: { conversation } })) {
      await store.deleteBlob(id);
      await store.deleteDoc('attachments', id);
    }
  }
  await store.deleteDoc(COLLECTION, conversation);
  return went;
}
