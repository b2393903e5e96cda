/**
 * Many open conversations at once, for the bench: one that was really had is copied, each copy with a contact, a key and an
 * address of its own, so that to the service they are like any other.
 */
import { purposeOf } from '../entry.js';
import type { Data } from '../open.js';
import { Contacts } from '../privacy/contacts.js';
import type { Sealer } from '../privacy/sealer.js';
import type { Entry } from '../store/store.js';
import { Threads } from '../threads.js';

const AT_ONCE = 500;

/** @param address of the conversation to copy; `addressOf(i)` for i from `from` to `to` get a copy */
export async function seed(
  { store, vault, ids, clock }: Data,
  channel: string,
  address: string,
  addressOf: (i: number) => string,
  from: number,
  to: number,
): Promise<void> {
  const contacts = new Contacts({ store, vault, ids, clock });
  const threads = new Threads(store, contacts, ids);
  const model = await threads.find(channel, address);
  if (!model) throw new Error(`nobody wrote from ${address}`);
  const [turns, head, timers] = await Promise.all([
    store.turns(model.conversation),
    store.head(model.conversation),
    store.timers(model.conversation),
  ]);
  const sealer = await vault.sealer(model.contact);
  const bodies = turns.map(turn => sealer.open(turn.body, purposeOf(model.conversation, turn.turn)));

  const copy = async (i: number): Promise<void> => {
    const { conversation, contact, protocol } = await threads.open(channel, addressOf(i), model.protocol);
    const own: Sealer = await vault.sealer(contact);
    for (const [at, turn] of turns.entries()) {
      const last = at === turns.length - 1;
      const body = own.seal(bodies[at]!, purposeOf(conversation, turn.turn));
      const entry: Entry = {
        turn: { ...turn, conversation, contact, body },
        head: { ...head!, conversation, contact, protocol, turn: turn.turn },
        timersSet: last ? timers.map(timer => ({ ...timer, conversation })) : [],
        timersCancelled: [],
        outbox: [],
      };
      await store.commit(entry);
    }
  };

  let next = from;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let i = next++; i < to; i = next++) await copy(i);
    }),
  );
}
