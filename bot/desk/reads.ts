/**
 * Who read what, and why. Opening a conversation that is one's own, or that waits for somebody, needs no reason; one that
 * a colleague has, or that is over, does. Each opening is kept with her, sealed by her key, so that an export can tell
 * her who read her.
 */
import type { QueueRow } from '../console/contract.js';
import type { Sealer } from '../conversations.js';
import type { Ids } from '../ids.js';
import type { Store } from '../store/store.js';
import type { Actor } from './acts.js';

/** Opened again within this by the same person for the same reason is one reading (a line that was cut, a reload). */
const SAME_MS = 15 * 60_000;

export interface ReadsParts {
  store: Store;
  ids: Ids;
  now(): number;
  sealer(contact: string): Promise<Sealer>;
}

export class Reads {
  readonly #parts: ReadsParts;
  readonly #lately = new Map<string, number>();

  constructor(parts: ReadsParts) {
    this.#parts = parts;
  }

  /** Danger never waits for a reason. */
  needsReason({ owner, emergency, offer }: Pick<QueueRow, 'owner' | 'emergency' | 'offer'>, actor: Actor): boolean {
    // Whoever is asked to take her reads first what she takes.
    if (emergency !== 'idle' || offer?.to === actor.id) return false;
    return owner.kind === 'rest' || (owner.kind === 'executive' && owner.id !== actor.id);
  }

  /** Who opened it lately, with the reason that it needed. */
  isReading(conversation: string, user: string): boolean {
    const now = this.#parts.now();
    return [...this.#lately].some(([key, at]) => key.startsWith(`${user} ${conversation} `) && now - at < SAME_MS);
  }

  async record(
    { conversation, contact, reason }: { conversation: string; contact: string; reason: string },
    { id, name }: Actor,
  ): Promise<void> {
    const { store, ids, now, sealer } = this.#parts;
    const at = now();
    const key = `${id} ${conversation} ${reason}`;
    if (at - (this.#lately.get(key) ?? -Infinity) < SAME_MS) return;
    for (const [old, when] of this.#lately) if (at - when >= SAME_MS) this.#lately.delete(old);
    const doc = ids.next();
    const sealed = (await sealer(contact)).seal(Buffer.from(JSON.stringify({ name, reason })), `read:${doc}`);
    await store.putDoc(
      {
        collection: 'reads',
        id: doc,
        fields: { conversation, user: id, at },
        data: { conversation, user: id, at },
        sealed,
        contact,
      },
      0,
    );
    // Only now: a reading that could not be written down is written down at the next opening.
    this.#lately.set(key, at);
  }
}
