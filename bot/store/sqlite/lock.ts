/**
 * The data folder belongs to one process at a time.
 *
 * The lock is one that the operating system holds on an open file, so it ends with its process however that dies, and a
 * number that another process or container happens to have again can never keep a service from starting. The pid
 * beside it is only for the message.
 */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Database } from './database.js';

export interface DataDir {
  /** Absolute. */
  readonly path: string;
  release(): void;
}

/** The folder cannot be used, and the message says what to do. Not for retrying. */
export class DataDirUnusable extends Error {
  override name = 'DataDirUnusable';
}

/**
 * Creates the folder (mode 700) where it is missing and takes it for this process.
 *
 * Throws DataDirUnusable when another process has it, or when it cannot be written.
 */
export function openDataDir(dir: string): DataDir {
  const folder = path.resolve(dir);
  const pidFile = path.join(folder, 'pid');
  try {
    makeFolder(folder);
    const lock = take(folder, pidFile);
    writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
    return {
      path: folder,
      release() {
        if (!lock.isOpen) return;
        rmSync(pidFile, { force: true });
        lock.close();
      },
    };
  } catch (error) {
    if (error instanceof DataDirUnusable) throw error;
    throw unusable(folder, error);
  }
}

/**
 * Whether the folder, or the nearest one above it, can be written, without making anything: told before longer work is
 * begun. Throws DataDirUnusable.
 */
export function refuseUnusable(dir: string): void {
  let folder = path.resolve(dir);
  while (!existsSync(folder) && path.dirname(folder) !== folder) folder = path.dirname(folder);
  try {
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusable(path.resolve(dir), error);
  }
}

/**
 * Makes a folder (mode 700) and those above it that are missing. Node's own recursive way never ends where the system
 * says that nothing can be made at all, as under /proc.
 */
export function makeFolder(folder: string): void {
  const above = path.dirname(folder);
  if (above !== folder && !existsSync(above)) makeFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(folder).isDirectory()) throw error;
  }
}

const SQLITE_BUSY = 5;

function unusable(folder: string, error: unknown): DataDirUnusable {
  const reason = reasonOf(error);
  const cure =
    reason === A_FILE
      ? 'Nombre una carpeta en CAUCE_DATA.'
      : 'Dé a su dueño permiso de escribirla, o nombre otra carpeta en CAUCE_DATA.';
  return new DataDirUnusable(`La carpeta de datos ${folder} no se puede usar: ${reason}. ${cure}`);
}

/** Nothing in this process may open and close that file by other means: closing it once would end the lock. */
function take(folder: string, pidFile: string): Database {
  const lock = new DatabaseSync(path.join(folder, 'lock'), { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    throw new DataDirUnusable(
      `La carpeta de datos ${folder} la usa ${ownerIn(pidFile)}. Detenga ese primero, o nombre otra carpeta en CAUCE_DATA.`,
    );
  }
}

function ownerIn(pidFile: string): string {
  try {
    return `el proceso ${readFileSync(pidFile, 'utf8').trim()}`;
  } catch {
    return 'otro proceso';
  }
}

const A_FILE = 'es un archivo';

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  if (code === 'EACCES' || code === 'EPERM') return 'este usuario no puede escribirla';
  if (code === 'ENOTDIR' || code === 'EEXIST') return A_FILE;
  if (code === 'ENOENT') return 'ahí no se puede hacer una carpeta';
  if (code === 'EROFS') return 'está en un disco de solo lectura';
  return message;
}
