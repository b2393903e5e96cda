/**
 * `cauce restore FILE`: puts a backup in the place of the store. The service must be stopped.
 *
 * Whoever was erased since the backup is erased again, by the log that is kept beside the store. The database that was
 * there stays as `cauce.db.before-restore`, and whoever is erased from now on is erased from it too (privacy/aside.ts).
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { systemClock } from '../clock.js';
import { type Config, ConfigError } from '../config.js';
import { replayErasures } from '../privacy/erase.js';
import { erasuresIn, erasuresOf } from '../open.js';
import { KeysUnusable, readMasterKeys } from '../privacy/keys.js';
import { openVault } from '../privacy/vault.js';
import { openMongoStore } from '../store/mongo/mongo.js';
import { isOurs, NO_BACKUP, restoreInto } from '../store/sqlite/backup.js';
import { DataDirUnusable, openDataDir } from '../store/sqlite/lock.js';
import { asideOf, databaseIn, openSqliteStore } from '../store/sqlite/sqlite.js';
import type { Store } from '../store/store.js';
import { inWords } from './beside.js';
import { type Command, configOf, DATA_OPTION, UsageError } from './command.js';

export const restoreCommand: Command = {
  name: 'restore',
  about: 'Trae de vuelta una copia, y borra otra vez a quien se borró después.',
  usage: 'FILE [--force] [--data DIR]',
  example: 'npx cauce restore /srv/backup/cauce-2026-03-02.db',
  options: { force: { type: 'boolean' }, ...DATA_OPTION },
  arguments: { least: 1, most: 1 },
  async run(args, io) {
    const { values, positionals } = args;
    const name = positionals[0] ?? '';
    const config = configOf(args, io);
    const file = path.resolve(io.cwd, name);
    if (!existsSync(file)) throw new UsageError(`No existe el archivo ${file}.`);
    // Before its keys, and before --force, are asked for in vain.
    if (!config.mongo && !isOurs(file)) throw new UsageError(`${file} ${NO_BACKUP}.`);
    refuseWithoutKeys(config);
    const isErasureKnown = existsSync(erasuresIn(config.data));
    const again = await inWords(() =>
      config.mongo ? intoMongo(config, config.mongo, file) : intoFolder(config, file, values.force === true),
    );
    io.out(`El servicio tiene ahora lo que contiene ${file}.`);
    const aside = asideOf(databaseIn(config.data));
    if (!config.mongo && existsSync(aside))
      io.out(`Lo que tenía antes está en ${aside}, y se borra junto con él: elimínelo cuando nadie lo necesite.`);
    if (again > 0)
      io.out(
        `${again === 1 ? '1 persona borrada' : `${again} personas borradas`} desde entonces: se borraron otra vez.`,
      );
    if (!isErasureKnown)
      io.out(
        `No existe ${erasuresIn(config.data)}: quien se borró después de esta copia volvió. Ponga ese archivo ahí y restaure otra vez, o bórrelas de nuevo.`,
      );
    return 0;
  },
};

/** A store whose keys are not here could not be read, and the one that is here would be gone. */
function refuseWithoutKeys({ masterKey, data }: Config): void {
  try {
    if (masterKey || readMasterKeys(data)) return;
  } catch (error) {
    if (error instanceof KeysUnusable) throw new UsageError(`${error.message}.`);
    throw error;
  }
  throw new UsageError(
    `Faltan las llaves maestras de la copia: ponga su keys/master.json en ${data}, o dé CAUCE_MASTER_KEY.`,
  );
}

async function intoFolder(config: Config, file: string, force: boolean): Promise<number> {
  let held;
  try {
    held = openDataDir(config.data);
  } catch (error) {
    if (error instanceof DataDirUnusable) throw new ConfigError(error.message);
    throw error;
  }
  try {
    const database = databaseIn(held.path);
    if (!force && (await hasConversations(database, held.path))) {
      throw new UsageError(
        `${held.path} tiene conversaciones. Con --force la copia queda en su lugar; las de ahora quedan al lado, en ${asideOf(database)}.`,
      );
    }
    await refuseOtherKeys(config, held.path, file);
    try {
      restoreInto(database, file, asideOf(database));
    } catch (error) {
      if (error instanceof Error && /no es una copia|está dañada|Cauce más nuevo/.test(error.message))
        throw new UsageError(`${error.message}.`);
      throw error;
    }
    return await erasedAgain(config, openSqliteStore(held.path));
  } finally {
    held.release();
  }
}

/** Tried on a copy: a backup that these keys do not open would leave a service that cannot start. */
async function refuseOtherKeys({ data, masterKey }: Config, folder: string, backup: string): Promise<void> {
  const own = mkdtempSync(path.join(folder, 'restore-'));
  let store: Store | null = null;
  try {
    copyFileSync(backup, databaseIn(own));
    store = openSqliteStore(own);
    await openVault(store, data, masterKey);
  } catch (error) {
    // What is no backup at all is told by whoever puts it in its place.
    if (!(error instanceof KeysUnusable)) return;
    throw new UsageError(
      `${error.message}. No se cambió nada: una copia necesita las llaves maestras de su día, juntas con las de hoy en un keys/master.json o en CAUCE_MASTER_KEY.`,
    );
  } finally {
    await store?.close();
    rmSync(own, { recursive: true, force: true });
  }
}

async function intoMongo(config: Config, uri: string, file: string): Promise<number> {
  const store = await openMongoStore(uri);
  try {
    await store.restore(file);
  } catch (error) {
    await store.close();
    if (error instanceof Error && /no es una copia|tiene conversaciones|otra versión/.test(error.message))
      throw new UsageError(`${error.message}.`);
    throw error;
  }
  await store.recover();
  return erasedAgain(config, store);
}

async function hasConversations(database: string, folder: string): Promise<boolean> {
  if (!existsSync(database)) return false;
  const store = openSqliteStore(folder);
  try {
    return (await store.heads({ limit: 1 })).length > 0;
  } finally {
    await store.close();
  }
}

async function erasedAgain(config: Config, store: Store): Promise<number> {
  try {
    const vault = await openVault(store, config.data, config.masterKey);
    return await replayErasures({
      store,
      vault,
      clock: systemClock,
      log: erasuresOf(config.data),
      forget: () => undefined,
    });
  } finally {
    await store.close();
  }
}
