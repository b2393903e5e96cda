/**
 * Messages that come while the store is away, or slower than anybody should wait: written to a file of this process,
 * sealed and synced, before they are acknowledged, and given to the engine in order of arrival once the store is back.
 *
 * Who has a message here writes behind it: nothing of hers overtakes. A message may have been stored after all before
 * it came here; the engine knows it by its id, and does nothing twice. The key is one of the service and not hers, which a
 * store that is away cannot give; a file goes as soon as all of it is in the log, where her own key seals it.
 */
import { readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Incoming } from '../channels/channel.js';
import {
  type Engine,
  IdReused,
  OtherProtocol,
  type Pressing,
  type Received,
  type Taken,
  UnknownProtocol,
} from '../channels/engine.js';
import type { Clock } from '../clock.js';
import type { Sealer } from '../conversations.js';
import { type Log, reasonOf } from '../log.js';
import { Loop } from '../loop.js';
import { StoreUnavailable } from '../store/store.js';
import { SpoolFile, unpacked } from './file.js';
import { leftBehind, nameOf } from './folder.js';
import { keyOf, Late, Replay, type Spooled } from './replay.js';

/** Where an entry stands: its file goes when none of it is left. */
interface Waiting extends Spooled {
  file: string;
}

export interface SpoolParts {
  /** Made when it is not there; on a disk of its own it works while that of the store is full. */
  folder: string;
  sealer: Sealer;
  clock: Clock;
  log: Log;
  /** What takes messages in. */
  engine: Omit<Engine, 'receive'> & { receive(message: Incoming): Promise<Taken> };
  /** Throws UnknownProtocol: nothing is kept that could never be begun. */
  known(protocol: string): void;
  /** How long she may wait for the store. Returns how to cancel it. */
  later(ms: number, act: () => void): () => void;
  /** Told of each message that the store does not have: kept here, or refused since neither can be written. Nobody else can know of it. */
  unstored?(message: Incoming): void;
  /** Nothing waits here any more, and the store takes what comes. */
  emptied?(): void;
}

/** A citizen's page waits fifteen seconds for an answer, a gateway of messages often ten. */
const PATIENCE_MS = 4_000;
const AGAIN_EVERY_MS = 1_000;
/** Some hundred thousand messages: more than that means that nobody looks after the service. */
const BYTES_MOST = 256 * 1024 * 1024;

export class Spool implements Engine {
  readonly #parts: SpoolParts;
  readonly #waiting: Waiting[] = [];
  /** By channel and address: how many wait, and the text of each id. */
  readonly #of = new Map<string, Map<string, string>>();
  readonly #loop: Loop;
  readonly #replay: Replay<Waiting>;
  #left = new Map<string, number>();
  /** Files with records that do not open: what was good in them may be nowhere else yet. */
  readonly #damaged = new Set<string>();
  #file: SpoolFile | null = null;
  #files = 0;
  #queue: { entry: Spooled; done(): void; failed(error: unknown): void }[] = [];
  #writing: Promise<void> | null = null;
  /** Somebody was refused, and the store has taken nothing since. */
  #refused = false;

  private constructor(parts: SpoolParts) {
    this.#parts = parts;
    this.#replay = new Replay<Waiting>({
      give: entry => this.#give(entry),
      inTime: taking => this.#inTime(taking),
      done: async entry => {
        this.#forget(entry);
        await this.#settle(entry.file);
      },
      // Whatever it is, it must not keep those behind it from being read.
      setAside: (entry, error) => this.#setAside(entry, error),
      waits: reason => parts.log.warn('spool waits', { reason, waiting: this.#waiting.length }),
    });
    this.#loop = new Loop({ name: 'spool', run: () => this.replay() }, (run, error) =>
      parts.log.error('run failed', { run, reason: reasonOf(error) }),
    );
  }

  /** Takes up what an earlier process left. Throws where the folder cannot be used. */
  static async open(parts: SpoolParts): Promise<Spool> {
    const spool = new Spool(parts);
    for (const file of await leftBehind(parts.folder)) await spool.#takeUp(file);
    return spool;
  }

  start(): void {
    this.#loop.start(AGAIN_EVERY_MS);
  }

  /** What waits stays on the disk for the next start. */
  async stop(): Promise<void> {
    await this.#loop.stop();
    while (this.#writing) await this.#writing;
    await this.#file?.close();
  }

  /** How many messages wait here, and since when. */
  state(): { waiting: number; since: number | null } {
    return { waiting: this.#waiting.length, since: this.#waiting[0]?.at ?? null };
  }

  async receive(message: Incoming): Promise<Received> {
    const before = this.#of.get(keyOf(message))?.get(message.id);
    if (before !== undefined && before !== message.text)
      throw new IdReused(`message ${message.id} was received before with another text`);
    if (before !== undefined) return SPOOLED;
    if (this.#of.has(keyOf(message))) return this.#keep(message);
    try {
      const taken = await this.#inTime(this.#parts.engine.receive(message));
      this.#isBack();
      return taken;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return this.#keep(message, error);
    }
  }

  async pressing(message: Parameters<Engine['pressing']>[0]): Promise<Pressing | null> {
    if (this.#of.get(keyOf(message))?.has(message.id)) return 'known';
    try {
      return await this.#inTime(this.#parts.engine.pressing(message));
    } catch (error) {
      if (error instanceof StoreUnavailable) return null;
      throw error;
    }
  }

  // What only reads has nothing to keep.
  acked: Engine['acked'] = ack => this.#parts.engine.acked(ack);
  lines: Engine['lines'] = (channel, address, after) => this.#parts.engine.lines(channel, address, after);
  conversation: Engine['conversation'] = (channel, address) => this.#parts.engine.conversation(channel, address);
  writer: Engine['writer'] = (channel, address) => this.#parts.engine.writer(channel, address);
  subscribe: Engine['subscribe'] = (channel, address, wake) => this.#parts.engine.subscribe(channel, address, wake);
  typing: NonNullable<Engine['typing']> = (channel, address, typed) =>
    this.#parts.engine.typing?.(channel, address, typed) ?? (() => undefined);

  /** Gives the engine what waits (replay.ts). Returns how many it took. */
  async replay(): Promise<number> {
    const taken = await this.#replay.round(this.#waiting);
    if (taken > 0) this.#parts.log.info('spool replayed', { messages: taken });
    if (taken > 0 && this.#waiting.length === 0) this.#parts.emptied?.();
    if (taken > 0) this.#refused = false;
    return taken;
  }

  /** The store took a message after one had been refused: who was called for that one need not be called any more. */
  #isBack(): void {
    if (!this.#refused) return;
    this.#refused = false;
    if (this.#waiting.length === 0) this.#parts.emptied?.();
  }

  /** Acknowledged long ago: what would be refused now is taken in another way. */
  async #give({ message, at }: Waiting): Promise<void> {
    const isOfProtocol = (error: unknown): boolean =>
      error instanceof UnknownProtocol || error instanceof OtherProtocol;
    for (let given: Incoming = { sentAt: at, ...message }; ; ) {
      try {
        await this.#parts.engine.receive(given);
        return;
      } catch (error) {
        const { protocol, ...plain } = given;
        if (protocol !== undefined && isOfProtocol(error)) given = plain;
        // Other words under an id that was used: a message of hers all the same.
        else if (given.id === message.id && error instanceof IdReused)
          given = { ...given, id: `${message.id}:spooled` };
        else throw error;
      }
    }
  }

  async #inTime<T>(taking: Promise<T>): Promise<T> {
    // Late, it is told to nobody: what it stored is known by its id.
    taking.catch(() => undefined);
    let cancel = (): void => undefined;
    const late = new Promise<never>((_, reject) => {
      cancel = this.#parts.later(PATIENCE_MS, () => reject(new Late('the store does not answer in time')));
    });
    try {
      return await Promise.race([taking, late]);
    } finally {
      cancel();
    }
  }

  // ---- keeping -----------------------------------------------------------------------------------------------------------

  /** @param why what the store said, which is told where this cannot keep it either */
  async #keep(message: Incoming, why?: StoreUnavailable): Promise<Received> {
    if (message.protocol) this.#parts.known(message.protocol);
    const entry: Spooled = { message, at: this.#parts.clock.now() };
    try {
      await new Promise<void>((done, failed) => {
        this.#queue.push({ entry, done, failed });
        this.#writing ??= this.#write();
      });
    } catch (error) {
      this.#parts.log.error('message not kept in the spool', { reason: reasonOf(error) });
      this.#refused = true;
      this.#parts.unstored?.(message);
      throw why ?? new StoreUnavailable('the spool cannot be written', { cause: error });
    }
    this.#parts.unstored?.(message);
    return SPOOLED;
  }

  /** All that came while the disk was busy is written together: one sync for all. */
  async #write(): Promise<void> {
    while (this.#queue.length > 0) {
      const together = this.#queue.splice(0);
      try {
        const file = await this.#writable();
        await file.append(together.map(({ entry }) => entry));
        for (const { entry } of together) this.#add({ ...entry, file: file.file });
      } catch (error) {
        for (const { failed } of together) failed(error);
        continue;
      }
      for (const { done } of together) done();
    }
    // At once, and not when the promise is looked at: what comes in between would wait for the next one.
    this.#writing = null;
  }

  async #writable(): Promise<SpoolFile> {
    const { folder, clock, sealer } = this.#parts;
    this.#file ??= await SpoolFile.create(path.join(folder, nameOf(clock.now(), process.pid, ++this.#files)), sealer);
    if (this.#file.size > BYTES_MOST) throw new Error(`the spool in ${folder} is full`);
    return this.#file;
  }

  #add(entry: Waiting): void {
    const { message, file } = entry;
    if (this.#waiting.length === 0) this.#parts.log.warn('messages kept in the spool');
    this.#waiting.push(entry);
    this.#left.set(file, (this.#left.get(file) ?? 0) + 1);
    const key = keyOf(message);
    this.#of.set(key, (this.#of.get(key) ?? new Map<string, string>()).set(message.id, message.text));
  }

  #forget({ message }: Waiting): void {
    const key = keyOf(message);
    const ids = this.#of.get(key);
    ids?.delete(message.id);
    if (ids?.size === 0) this.#of.delete(key);
  }

  /** One of this file is in the log; with the last one the file goes. */
  async #settle(file: string): Promise<void> {
    const left = this.#left.get(file)! - 1;
    this.#left.set(file, left);
    // What is being written is counted when it is on the disk; after that nothing comes in between until the file is let go.
    while (this.#writing) await this.#writing;
    if (this.#left.get(file)! > 0) return;
    this.#left.delete(file);
    try {
      if (this.#file?.file === file) {
        const own = this.#file;
        this.#file = null;
        await own.remove();
      } else if (this.#damaged.delete(file)) await rename(file, `${file}${DAMAGED}`);
      else await unlink(file);
    } catch (error) {
      // It is read again at the next start, and nothing of it is done twice.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        this.#parts.log.warn('spool file not removed', { reason: reasonOf(error) });
    }
  }

  // ---- what was left behind ------------------------------------------------------------------------------------------------

  async #takeUp(file: string): Promise<void> {
    const { records, damaged } = unpacked(this.#parts.sealer, file, await readFile(file));
    for (const record of records) this.#add({ ...(record as Spooled), file });
    if (damaged > 0) {
      this.#parts.log.error('spooled messages do not open: keep the file for whoever looks into it', {
        messages: damaged,
        file: `${path.basename(file)}${DAMAGED}`,
      });
      // Under another name no start reads it again: not before those that do open are in the log.
      if (records.length > 0) this.#damaged.add(file);
      else await rename(file, `${file}${DAMAGED}`);
    } else if (records.length === 0) await unlink(file);
  }

  /**
   * Kept for people in a file of its own, that no start reads until somebody gives it back its name. False where the disk
   * does not take it: it stays where it is.
   */
  async #setAside({ message, at }: Waiting, error: unknown): Promise<boolean> {
    const { folder, clock, sealer, log } = this.#parts;
    const name = nameOf(clock.now(), process.pid, ++this.#files);
    const file = path.join(folder, name);
    log.error('spooled message not taken: it is set aside', { reason: reasonOf(error), file: `${name}${DAMAGED}` });
    try {
      // It opens under the name that it was sealed for.
      const aside = await SpoolFile.create(file, sealer);
      await aside.append([{ message, at }]);
      await aside.close();
      await rename(file, `${file}${DAMAGED}`);
      return true;
    } catch {
      return false;
    }
  }
}

const DAMAGED = '.damaged';
const SPOOLED: Received = { kind: 'spooled' };
