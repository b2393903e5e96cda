/**
 * One file of the spool: records that are only ever added at the end, each sealed and numbered, so that one that was
 * changed, moved or taken from another file does not open. A record counts once the disk says that it has it; half a one
 * at the end was never acknowledged.
 *
 *     <length, 4 bytes big-endian> <sealed JSON> …
 */
import { type FileHandle, open, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Sealer } from '../conversations.js';
import { syncFolder } from './folder.js';

const LENGTH = 4;

/** The bytes of records that follow `count` records of this file. */
export function packed(sealer: Sealer, file: string, count: number, records: readonly unknown[]): Buffer {
  return Buffer.concat(
    records.flatMap((record, i) => {
      const sealed = sealer.seal(Buffer.from(JSON.stringify(record)), purposeOf(file, count + i));
      const length = Buffer.alloc(LENGTH);
      length.writeUInt32BE(sealed.length);
      return [length, sealed];
    }),
  );
}

/** What stands in a file; `damaged` counts whole records that do not open. */
export function unpacked(sealer: Sealer, file: string, bytes: Buffer): { records: unknown[]; damaged: number } {
  const records: unknown[] = [];
  let damaged = 0;
  let at = 0;
  for (let i = 0; at + LENGTH <= bytes.length; i++) {
    const end = at + LENGTH + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    try {
      const plain = sealer.open(bytes.subarray(at + LENGTH, end), purposeOf(file, i));
      records.push(JSON.parse(Buffer.from(plain).toString()));
    } catch {
      damaged++;
    }
    at = end;
  }
  return { records, damaged };
}

const purposeOf = (file: string, index: number): string => `spool:${path.basename(file)}:${index}`;

/** A file that this process writes. */
export class SpoolFile {
  readonly file: string;
  readonly #handle: FileHandle;
  readonly #sealer: Sealer;
  /** Records and bytes of it that are on the disk. */
  count = 0;
  size = 0;

  private constructor(file: string, handle: FileHandle, sealer: Sealer) {
    this.file = file;
    this.#handle = handle;
    this.#sealer = sealer;
  }

  static async create(file: string, sealer: Sealer): Promise<SpoolFile> {
    const handle = await open(file, 'wx', 0o600);
    try {
      await syncFolder(path.dirname(file));
    } catch (error) {
      await handle.close();
      throw error;
    }
    return new SpoolFile(file, handle, sealer);
  }

  /** Durable on return, all of them or none. Throws what the disk says. */
  async append(records: readonly unknown[]): Promise<void> {
    const bytes = packed(this.#sealer, this.file, this.count, records);
    try {
      for (let written = 0; written < bytes.length; ) {
        const part = await this.#handle.write(bytes, written, bytes.length - written, this.size + written);
        written += part.bytesWritten;
      }
      await this.#handle.datasync();
    } catch (error) {
      // What follows would stand behind half a record, and never be found.
      await this.#handle.truncate(this.size);
      throw error;
    }
    this.count += records.length;
    this.size += bytes.length;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  async remove(): Promise<void> {
    await this.close();
    await unlink(this.file);
  }
}
