/**
 * One set-up at a time in a folder, although `npm start` and `npm test` may be run together.
 *
 * The lock is a file holding its owner's process number. A set-up that was killed leaves the file
 * behind; whoever comes next sees that its owner is gone and takes it over.
 */
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

const LOOK_AGAIN_MS = 200;
const SAY_SO_AFTER_MS = 3_000;
/** A first install over a slow line takes minutes; past this the owner is taken for hung. */
const GIVE_UP_AFTER_MS = 20 * 60_000;
/** Between creating the file and writing the number into it a lock looks ownerless. */
const NUMBER_WRITTEN_WITHIN_MS = 10_000;

/**
 * Takes the lock, waiting while a living process has it, and gives the function that releases it.
 * `say` gets one line when the wait is long enough for a person to wonder.
 * Throws the file system's error when the folder cannot be written.
 *
 * @param {string} file
 * @param {(line: string) => void} say
 * @returns {() => void}
 */
export function takeLock(file, say) {
  const since = Date.now();
  let said = false;
  for (;;) {
    if (create(file)) return () => rmSync(file, { force: true });
    const owner = ownerOf(file);
    if (owner === undefined) continue;
    if (!isAlive(owner)) {
      removeIfStillOf(file, owner);
      continue;
    }
    const waited = Date.now() - since;
    if (waited > GIVE_UP_AFTER_MS)
      throw new Error(
        `process ${owner} has held ${file} for too long; end it, or remove that file if it is not a set-up of Cauce`,
      );
    if (waited > SAY_SO_AFTER_MS && !said) {
      said = true;
      say(`Waiting for another set-up of this folder (process ${owner}). If there is none, remove ${file}.`);
    }
    sleep(LOOK_AGAIN_MS);
  }
}

/** @param {string} file */
function create(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * The owner's process number; 0 when the file holds none; undefined when the lock has just gone.
 * @param {string} file
 */
function ownerOf(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    if (Number.isInteger(owner) && owner > 0) return owner;
    const beingWritten = Date.now() - statSync(file).mtimeMs < NUMBER_WRITTEN_WITHIN_MS;
    if (beingWritten) sleep(LOOK_AGAIN_MS);
    return beingWritten ? undefined : 0;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * In a container every start has the same number: a lock with ours was left by an earlier life.
 * @param {number} owner
 */
function isAlive(owner) {
  if (owner === 0 || owner === process.pid) return false;
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Two waiters may both find the owner dead. Moving the file aside is atomic, so only one of them
 * gets it; if by then it belongs to a living owner, it is put back.
 * @param {string} file
 * @param {number} deadOwner
 */
function removeIfStillOf(file, deadOwner) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (Number(readFileSync(aside, 'utf8')) !== deadOwner) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error))) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** @param {number} ms */
function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
