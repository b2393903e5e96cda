/**
 * The data of a service, opened as it is configured: the store, its keys, and the log of erasures beside it. What
 * cannot be opened is told in one message (exit code 2), and nothing is left half made.
 */
import path from 'node:path';
import { type Clock, systemClock } from './clock.js';
import { type Config, ConfigError } from './config.js';
import { createIds, type Ids } from './ids.js';
import { erasureLogOver } from './privacy/aside.js';
import type { ErasureLog } from './privacy/erase.js';
import { KeysUnusable } from './privacy/keys.js';
import { openVault, type Vault } from './privacy/vault.js';
import { answers } from './store/mongo/connection.js';
import { openMongoStore } from './store/mongo/mongo.js';
import { DataDirUnusable, makeFolder, openDataDir, refuseUnusable } from './store/sqlite/lock.js';
import { openSqliteStore } from './store/sqlite/sqlite.js';
import { type Store, StoreUnavailable } from './store/store.js';

export interface Data {
  store: Store;
  vault: Vault;
  ids: Ids;
  clock: Clock;
  erasures: ErasureLog;
  /** Absolute. */
  folder: string;
  close(): Promise<void>;
}

/** Before longer work: whether the data can be kept where they are to be; a key to seal them was read with the settings. Makes nothing. Throws ConfigError with what to do. */
export async function refuseUnusableData({ data, mongo }: Config): Promise<void> {
  try {
    refuseUnusable(data);
    if (mongo) await answers(mongo);
  } catch (error) {
    throw inOneMessage(error);
  }
}

/** Who was erased, kept apart from the store: a backup of before brings nobody back. */
export const erasuresIn = (folder: string): string => path.join(folder, 'erasures.jsonl');

/** Who was erased, of a data folder, and what lies in it beside the store. */
export const erasuresOf = (folder: string, clock: Clock = systemClock): ErasureLog =>
  erasureLogOver(erasuresIn(folder), folder, clock);

/** Throws ConfigError with what to do. */
export async function openData(config: Config, clock: Clock = systemClock): Promise<Data> {
  try {
    return config.mongo ? await openShared(config, config.mongo, clock) : await openAlone(config, clock);
  } catch (error) {
    throw inOneMessage(error);
  }
}

async function openAlone(config: Config, clock: Clock): Promise<Data> {
  const held = openDataDir(config.data);
  let store: Store | null = null;
  try {
    store = openSqliteStore(held.path);
    return await opened(store, config, clock, held.path, () => held.release());
  } catch (error) {
    await store?.close();
    held.release();
    throw error;
  }
}

/** Several processes share the database; each keeps its keys and its log of erasures in a folder. */
async function openShared(config: Config, uri: string, clock: Clock): Promise<Data> {
  const store = await openMongoStore(uri, { clock });
  try {
    makeFolder(config.data);
    return await opened(store, config, clock, config.data, () => undefined);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function opened(store: Store, config: Config, clock: Clock, folder: string, release: () => void): Promise<Data> {
  const vault = await openVault(store, folder, config.masterKey);
  return {
    store,
    vault,
    ids: createIds(clock),
    clock,
    erasures: erasuresOf(folder, clock),
    folder,
    async close() {
      await store.close();
      release();
    },
  };
}

function inOneMessage(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return new ConfigError(`No se puede usar la base de datos: ${error.message}.`);
  return error instanceof DataDirUnusable || error instanceof KeysUnusable
    ? new ConfigError(sentence(error.message))
    : error;
}

const sentence = (message: string): string =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`;
