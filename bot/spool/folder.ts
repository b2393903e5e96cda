/** The folder of the spool: which files of it nobody writes any more, and the names of new ones. */
import { mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';

const NAME = /^inbound-\d+-(\d+)-\d+\.spool$/;

/** Sorts by when it was begun. */
export const nameOf = (now: number, pid: number, n: number): string =>
  `inbound-${String(now).padStart(15, '0')}-${pid}-${n}.spool`;

/** Files that a process left which lives no more, the oldest first. */
export async function leftBehind(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = (await readdir(folder)).sort();
  return names.filter(name => isNobodys(NAME.exec(name)?.[1])).map(name => path.join(folder, name));
}

/** A file with this process's own number is of an earlier one: this one has not begun any yet. */
function isNobodys(pid: string | undefined): boolean {
  if (pid === undefined) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** A new file is there after a power cut only once its folder is on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
