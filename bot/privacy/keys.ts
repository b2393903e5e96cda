/**
 * The master keys, which wrap every data key. They are the one secret that must be kept apart from the database: without
 * them a copy of it is noise.
 *
 * They stand in `<data>/keys/master.json`, made at the first start and readable by its owner alone; where several
 * processes share a MongoDB, all get the same ones in `CAUCE_MASTER_KEY` instead.
 */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { KEY_BYTES } from './seal.js';

export interface MasterKeys {
  /** The version that wraps from now on. */
  readonly current: number;
  /** All versions, for what older ones wrapped. */
  readonly keys: ReadonlyMap<number, Uint8Array>;
}

/** The keys cannot be used, and the message says what to do. Not for retrying. */
export class KeysUnusable extends Error {
  override name = 'KeysUnusable';
}

const fileIn = (folder: string): string => path.join(folder, 'keys', 'master.json');

/**
 * From the variable: `<version>:<base64 of 32 bytes>`, several with commas, the newest first; or one alone.
 *
 * Throws KeysUnusable, which never quotes it.
 */
export function masterKeysFrom(variable: string): MasterKeys {
  const keys = new Map<number, Uint8Array>();
  for (const part of variable.split(',')) {
    const [, version = '1', base64 = ''] = /^\s*(?:(\d+):)?([\w+/=-]+)\s*$/.exec(part) ?? [];
    const key = Buffer.from(base64, 'base64');
    if (key.length !== KEY_BYTES || keys.has(Number(version))) {
      throw new KeysUnusable(
        'CAUCE_MASTER_KEY debe ser "<versión>:<llave>", o varias con comas y la más nueva primero; una llave son 32 bytes al azar en base64, como los da `openssl rand -base64 32`',
      );
    }
    keys.set(Number(version), key);
  }
  return { current: [...keys.keys()][0]!, keys };
}

/** The keys of a data folder; null when it has none yet. Throws KeysUnusable when others can read them or they are damaged. */
export function readMasterKeys(folder: string): MasterKeys | null {
  const file = fileIn(folder);
  if (!existsSync(file)) return null;
  refuseOpen(path.dirname(file), '700');
  refuseOpen(file, '600');
  try {
    const { current, keys } = JSON.parse(readFileSync(file, 'utf8')) as {
      current: number;
      keys: Record<string, string>;
    };
    const all = new Map(Object.entries(keys).map(([version, key]) => [Number(version), Buffer.from(key, 'base64')]));
    if (!all.has(current) || [...all.values()].some(key => key.length !== KEY_BYTES))
      throw new Error('falta una llave o es demasiado corta');
    return { current, keys: all };
  } catch (error) {
    throw new KeysUnusable(
      `${file} está dañado (${(error as Error).message}): ponga de vuelta su copia; sin él no se puede leer nada personal`,
    );
  }
}

/** Adds a version and makes it the current one; the first one makes the file. Older ones stay until nothing needs them. */
export function addMasterKey(folder: string): MasterKeys {
  const before = readMasterKeys(folder);
  const current = Math.max(0, ...(before?.keys.keys() ?? [])) + 1;
  const keys = new Map([...(before?.keys ?? []), [current, randomBytes(KEY_BYTES)] as const]);
  write(fileIn(folder), { current, keys });
  return { current, keys };
}

/**
 * Takes the versions that wrap nothing any more out of use, and keeps them in a file of their own: backups made before
 * need them. Returns that file; null when there were none.
 */
export function setOldMasterKeysAside(folder: string): string | null {
  const { current, keys } = readMasterKeys(folder)!;
  if (keys.size === 1) return null;
  const aside = path.join(folder, 'keys', `master-before-${current}.json`);
  const older = new Map([...keys].filter(([version]) => version !== current));
  write(aside, { current: Math.max(...older.keys()), keys: older });
  write(fileIn(folder), { current, keys: new Map([[current, keys.get(current)!]]) });
  return aside;
}

/** A whole new file beside the old one, synced, then in its place: a power cut leaves one of the two. */
function write(file: string, { current, keys }: MasterKeys): void {
  const dir = path.dirname(file);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
  const base64 = Object.fromEntries([...keys].map(([version, key]) => [version, Buffer.from(key).toString('base64')]));
  const fresh = openSync(`${file}.new`, 'w', 0o600);
  writeSync(fresh, `${JSON.stringify({ current, keys: base64 }, null, 2)}\n`);
  fsyncSync(fresh);
  closeSync(fresh);
  renameSync(`${file}.new`, file);
  const handle = openSync(dir, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function refuseOpen(file: string, wanted: string): void {
  const mode = statSync(file).mode & 0o777;
  if ((mode & 0o077) !== 0) {
    throw new KeysUnusable(
      `otros pueden leer ${file} (modo ${mode.toString(8)}): ejecute chmod ${wanted} ${file}, y cambie las llaves con rotate-keys si alguien pudo leerlas`,
    );
  }
}
