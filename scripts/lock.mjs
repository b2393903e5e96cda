/**
 * One set-up at a time in a folder, although `npm start` and `npm test` may be run together.
 *
 * The lock is a file holding the process number of its owner, and of the program the owner runs:
 * when a set-up is killed its npm lives on for a while, writing where the next would write. Once
 * both are gone, whoever comes next takes the lock over.
 */
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

const LOOK_AGAIN_MS = 200;
const SAY_SO_AFTER_MS = 3_000;
/** A first install over a slow line takes minutes; past this the owner is taken for hung. */
const GIVE_UP_AFTER_MS = 20 * 60_000;
/** Between creating the file and writing the number into it a lock looks ownerless. */
const NUMBER_WRITTEN_WITHIN_MS = 10_000;

/** @typedef {{ alsoHeldBy: (pid: number) => void, release: () => void }} Lock */

/**
 * Takes the lock, waiting while a living process has it.
 * `say` gets one line when the wait is long enough for a person to wonder.
 * Throws the file system's error when the folder cannot be written.
 *
 * @param {string} file
 * @param {(line: string) => void} say
 * @returns {Lock}
 */
export function takeLock(file, say) {
  const since = Date.now();
  let said = false;
  while (!create(file)) {
    const holders = readHolders(file);
    if (holders === undefined) continue;
    if (!isHeld(holders)) {
      removeIfStill(file, holders);
      continue;
    }
    const waited = Date.now() - since;
    if (waited > GIVE_UP_AFTER_MS) {
      throw new Error(`el proceso ${holders} retiene ${file} hace demasiado; termínelo, o borre ese archivo.`);
    }
    if (waited > SAY_SO_AFTER_MS && !said) {
      said = true;
      say(
        `Esperando a que otra preparación de esta carpeta termine (proceso ${holders}). Si no hay ninguna, borre ${file}.`,
      );
    }
    sleep(LOOK_AGAIN_MS);
  }
  return {
    alsoHeldBy: pid => writeFileSync(file, `${process.pid} ${pid}`),
    release: () => rmSync(file, { force: true }),
  };
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
 * The text of the lock; undefined when it has just gone or is just being written.
 * @param {string} file
 */
function readHolders(file) {
  try {
    const holders = readFileSync(file, 'utf8');
    const beingWritten = holders === '' && Date.now() - statSync(file).mtimeMs < NUMBER_WRITTEN_WITHIN_MS;
    if (!beingWritten) return holders;
    sleep(LOOK_AGAIN_MS);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  return undefined;
}

/**
 * In a container every start has the same number: a lock with ours was left by an earlier life.
 * @param {string} holders
 */
function isHeld(holders) {
  const others = holders.split(' ').map(Number);
  return others.some(pid => pid > 0 && pid !== process.pid && isAlive(pid));
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Two waiters may both find the holders dead. Moving the file aside is atomic, so only one of them
 * gets it; if by then it is another's, it is put back.
 * @param {string} file
 * @param {string} dead
 */
function removeIfStill(file, dead) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== dead) linkSync(aside, file);
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
