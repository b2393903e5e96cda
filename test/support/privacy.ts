/** A store with its vault and contacts, and, where a test needs it, those of another process beside them. */
import { randomBytes } from 'node:crypto';
import { createIds } from '../../bot/ids.js';
import { Contacts } from '../../bot/privacy/contacts.js';
import type { Certificate, ErasureLog } from '../../bot/privacy/erase.js';
import { openVault } from '../../bot/privacy/vault.js';
import { openMemoryStore } from '../../bot/store/sqlite/sqlite.js';
import type { Store } from '../../bot/store/store.js';
import { VirtualClock } from './virtual-clock.js';

export const MASTER = randomBytes(32).toString('base64');

export type House = Awaited<ReturnType<typeof houseOf>>;

/** What one process has of a store. */
export async function houseOf(store: Store, clock = new VirtualClock(), masterKey = MASTER) {
  const vault = await openVault(store, '/nonexistent', masterKey);
  const contacts = new Contacts({ store, vault, ids: createIds(clock), clock });
  const certificates: Certificate[] = [];
  const log: ErasureLog = { append: certificate => void certificates.push(certificate), read: () => certificates };
  const forgotten: string[] = [];
  const forget = (contact: string, conversations: readonly string[]) =>
    void forgotten.push(`${contact}: ${conversations.join(' ')}`);
  return { store, vault, contacts, clock, log, certificates, forget, forgotten };
}

export const newHouse = () => houseOf(openMemoryStore());
