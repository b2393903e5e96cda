/**
 * The data of a service as the commands about data open them: beside the service that may be running on them, and without
 * making anything that is not there. What they write is safe beside it: documents carry versions, and a database serves
 * several processes.
 */
import { existsSync } from 'node:fs';
import { type Clock, systemClock } from '../clock.js';
import type { Config } from '../config.js';
import { createIds } from '../ids.js';
import { type Contact, Contacts } from '../privacy/contacts.js';
import type { ErasureLog } from '../privacy/erase.js';
import { KeysUnusable } from '../privacy/keys.js';
import { openVault, type Vault } from '../privacy/vault.js';
import { erasuresOf } from '../open.js';
import { openMongoStore } from '../store/mongo/mongo.js';
import { databaseIn, openSqliteStore } from '../store/sqlite/sqlite.js';
import { type Store, StoreUnavailable } from '../store/store.js';
import { type Arguments, configOf, type Io, UsageError } from './command.js';

export interface Beside {
  config: Config;
  store: Store;
  vault: Vault;
  contacts: Contacts;
  erasures: ErasureLog;
  clock: Clock;
}

/** Opens them for the time of `work`. Throws UsageError with what to do when they cannot be opened or the store fails. */
export async function beside<T>(args: Arguments, io: Io, work: (data: Beside) => Promise<T>): Promise<T> {
  const config = configOf(args, io);
  const clock = systemClock;
  return inWords(async () => {
    const store = await openStoreBeside(config, clock);
    try {
      const vault = await openVault(store, config.data, config.masterKey);
      const contacts = new Contacts({ store, vault, ids: createIds(clock), clock });
      return await work({ config, store, vault, contacts, erasures: erasuresOf(config.data, clock), clock });
    } finally {
      await store.close();
    }
  });
}

/** Errors of the store and of the keys say what to do: they are for whoever gave the command. */
export async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreUnavailable) throw new UsageError(`No se puede usar la base de datos: ${error.message}.`);
    if (error instanceof KeysUnusable) throw new UsageError(`${error.message}.`);
    throw error;
  }
}

/** @throws UsageError for a name that is nobody's, Erased for one who was erased */
export async function contactCalled({ contacts }: Beside, name: string): Promise<Contact> {
  const contact = await contacts.named(name);
  if (contact) return contact;
  throw nobodyCalled(name);
}

export const nobodyCalled = (name: string): UsageError =>
  new UsageError(
    `Nadie se llama "${name}". Dé el seudónimo que muestra la consola (Lirio-08), o canal:dirección (http:31).`,
  );

async function openStoreBeside(config: Config, clock: Clock): Promise<Store> {
  if (config.mongo) return openMongoStore(config.mongo, { clock });
  if (!existsSync(databaseIn(config.data))) {
    throw new UsageError(
      `Todavía no hay un servicio en ${config.data}. Inícielo una vez con "npm start", o nombre su carpeta con --data o en CAUCE_DATA.`,
    );
  }
  return openSqliteStore(config.data);
}
