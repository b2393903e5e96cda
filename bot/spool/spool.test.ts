import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { MemoryEngine } from '../../test/support/engine.js';
import { newHouse } from '../../test/support/privacy.js';
import { keptLog } from '../../test/support/serve.js';
import { VirtualClock } from '../../test/support/virtual-clock.js';
import type { Incoming } from '../channels/channel.js';
import { IdReused, type Taken, UnknownProtocol } from '../channels/engine.js';
import type { Sealer } from '../conversations.js';
import { StoreUnavailable } from '../store/store.js';
import { Spool } from './spool.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const { vault } = await newHouse();
const sealer = await vault.systemSealer('spool');

/** An engine whose store may also be slow: what is given then waits until it is let go. */
class StagedEngine extends MemoryEngine {
  slow = false;
  broken = false;
  readonly #held: (() => void)[] = [];

  override async receive(message: Incoming): Promise<Taken> {
    if (this.broken) throw new TypeError('a defect');
    if (this.slow) await new Promise<void>(resolve => this.#held.push(resolve));
    return super.receive(message) as Promise<Taken>;
  }

  letGo(): void {
    this.slow = false;
    for (const go of this.#held.splice(0)) go();
  }
}

async function spool({
  engine = new StagedEngine(message => [`leído: ${message.text}`]),
  folder = newFolder(),
  key = sealer as Sealer,
}: {
  engine?: StagedEngine;
  folder?: string;
  key?: Sealer;
} = {}) {
  const log = keptLog();
  const clock = new VirtualClock();
  const late: (() => void)[] = [];
  const kept: string[] = [];
  const emptied: number[] = [];
  const made = await Spool.open({
    folder,
    sealer: key,
    clock,
    log: { ...log, debug: () => undefined },
    engine,
    known(protocol) {
      if (protocol !== 'first') throw new UnknownProtocol(protocol);
    },
    later(_, act) {
      late.push(act);
      return () => void late.splice(late.indexOf(act), 1);
    },
    unstored: message => void kept.push(message.id),
    emptied: () => void emptied.push(made.state().waiting),
  });
  let messages = 0;
  return {
    spool: made,
    engine,
    folder,
    log,
    clock,
    kept,
    emptied,
    writes: (text: string, more: Partial<Incoming> = {}) =>
      made.receive({ channel: 'http', address: 'ana', id: `m${++messages}`, text, ...more }),
    /** Nobody waits longer than this. */
    patienceEnds: () => {
      for (const act of late.splice(0)) act();
    },
    read: () => engine.stored.map(({ text }) => text),
    files: () => readdirSync(folder),
  };
}

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-spool-'));
  folders.push(folder);
  return folder;
}

describe('while the store is away', () => {
  test('her messages are kept, and read in order when it is back', async () => {
    const { spool: spooled, engine, writes, read, files } = await spool();
    engine.down = true;

    expect(await Promise.all([writes('uno'), writes('dos'), writes('tres')])).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'spooled' })),
    );
    expect(spooled.state()).toMatchObject({ waiting: 3 });
    expect(await spooled.replay()).toBe(0);

    engine.down = false;
    expect(await spooled.replay()).toBe(3);
    expect(read()).toEqual(['uno', 'dos', 'tres']);
    expect([files(), spooled.state()]).toEqual([[], { waiting: 0, since: null }]);
  });

  test('who has a message there writes behind it, and nobody else does', async () => {
    const { spool: spooled, engine, writes, read } = await spool();
    engine.down = true;
    await writes('volvió');
    engine.down = false;

    expect(await writes('está en la puerta')).toEqual({ kind: 'spooled' });
    expect(await writes('hola', { address: 'eva' })).toMatchObject({ kind: 'stored' });
    await spooled.replay();

    expect(read()).toEqual(['hola', 'volvió', 'está en la puerta']);
    expect(await writes('sigue ahí')).toMatchObject({ kind: 'stored' });
  });

  test('what is kept here is known, and of the rest nothing is', async () => {
    const { spool: spooled, engine, writes } = await spool();
    engine.down = true;
    await writes('hola', { id: 'a' });
    const pressing = (id: string) => spooled.pressing({ channel: 'http', address: 'ana', id, text: 'hola' });

    expect([await pressing('a'), await pressing('b')]).toEqual(['known', null]);
  });

  test('the same id again is kept once; with other words it is refused', async () => {
    const { spool: spooled, engine, writes, read } = await spool();
    engine.down = true;
    await writes('hola', { id: 'a' });

    expect(await writes('hola', { id: 'a' })).toEqual({ kind: 'spooled' });
    await expect(writes('chao', { id: 'a' })).rejects.toThrow(IdReused);

    engine.down = false;
    await spooled.replay();
    expect(read()).toEqual(['hola']);
  });

  test('what she wrote then is late when it is read, by when it came', async () => {
    const { spool: spooled, engine, writes, clock } = await spool();
    engine.down = true;
    const came = clock.now();
    await writes('ayuda');
    clock.pass(600_000);
    engine.down = false;
    await spooled.replay();

    expect(engine.stored[0]).toMatchObject({ text: 'ayuda', sentAt: came });
  });

  test('nothing is kept that could never be begun', async () => {
    const { engine, writes, spool: spooled } = await spool();
    engine.down = true;
    await expect(writes('hola', { protocol: 'firts' })).rejects.toThrow(UnknownProtocol);
    expect(spooled.state().waiting).toBe(0);
  });

  test('a disk that takes nothing either is told as the store that is away', async () => {
    const { spool: spooled, engine, writes, folder, log } = await spool();
    engine.down = true;
    rmSync(folder, { recursive: true });
    await expect(writes('hola')).rejects.toThrow(StoreUnavailable);
    expect(spooled.state().waiting).toBe(0);
    expect(log.said.map(({ event }) => event)).toEqual(['message not kept in the spool']);
  });

  test('whoever must know is told of each message', async () => {
    const { engine, writes, kept } = await spool();
    engine.down = true;
    await writes('sos', { id: 'a' });
    expect(kept).toEqual(['a']);
  });

  test('also of one that neither takes, and that it is over once the store takes another', async () => {
    const { engine, writes, kept, emptied, folder } = await spool();
    engine.down = true;
    rmSync(folder, { recursive: true });
    await expect(writes('sos', { id: 'a' })).rejects.toThrow(StoreUnavailable);
    expect(kept).toEqual(['a']);
    expect(emptied).toEqual([]);

    engine.down = false;
    await writes('sos', { id: 'a' });
    await writes('gracias');
    expect(emptied).toEqual([0]);
  });
});

test('a store that does not answer in time is not waited for, and nothing is read twice', async () => {
  const { spool: spooled, engine, writes, patienceEnds, read } = await spool();
  engine.slow = true;
  const first = writes('sos');
  patienceEnds();
  expect(await first).toEqual({ kind: 'spooled' });
  expect(await writes('está aquí')).toEqual({ kind: 'spooled' });

  engine.letGo();
  await spooled.replay();
  expect(read()).toEqual(['sos', 'está aquí']);
});

describe('after a process that died', () => {
  test('what it had acknowledged is read by the next, and half a record is not', async () => {
    const before = await spool();
    before.engine.down = true;
    await before.writes('uno');
    await before.writes('dos');
    const [name] = before.files();
    const file = path.join(before.folder, name!);
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from([0, 0, 1, 0, 7, 7])]));

    const after = await spool({ folder: before.folder });
    await after.spool.replay();

    expect(after.read()).toEqual(['uno', 'dos']);
    expect(after.files()).toEqual([]);
  });

  /** What a process left whose first record the disk spoiled. */
  async function spoiled(...texts: string[]): Promise<{ folder: string; name: string }> {
    const before = await spool();
    before.engine.down = true;
    for (const text of texts) await before.writes(text);
    const name = before.files()[0]!;
    const file = path.join(before.folder, name);
    const bytes = readFileSync(file);
    bytes[20]! ^= 1;
    writeFileSync(file, bytes);
    return { folder: before.folder, name };
  }

  test('what does not open is kept for people, and the rest is read', async () => {
    const { folder, name } = await spoiled('uno', 'dos');

    const after = await spool({ folder });
    await after.spool.replay();

    expect(after.read()).toEqual(['dos']);
    expect(after.files()).toEqual([`${name}.damaged`]);
    expect(after.log.said).toContainEqual(expect.objectContaining({ level: 'error' }));
    expect((await spool({ folder })).spool.state().waiting).toBe(0);
  });

  test('the rest is read also when the next one dies before the store is back', async () => {
    const { folder, name } = await spoiled('uno', 'dos', 'tres');
    await spool({ folder });

    const after = await spool({ folder });
    await after.spool.replay();

    expect(after.read()).toEqual(['dos', 'tres']);
    expect(after.files()).toEqual([`${name}.damaged`]);
  });

  test('a file of which nothing opens is kept for people at once', async () => {
    const { folder, name } = await spoiled('uno');
    expect((await spool({ folder })).files()).toEqual([`${name}.damaged`]);
  });

  test('nothing of it can be read from the disk without the key', async () => {
    const { engine, writes, folder, files } = await spool();
    engine.down = true;
    await writes('me quiere matar', { address: '+56911112222' });
    const bytes = readFileSync(path.join(folder, files()[0]!)).toString('latin1');
    expect(bytes).not.toMatch(/matar|5691111/);
  });
});

describe('what the engine would refuse now was acknowledged before', () => {
  test('an id that was used for other words is read as another message', async () => {
    const { spool: spooled, engine, writes, read } = await spool();
    await writes('hola', { id: 'a' });
    engine.down = true;
    await writes('ayuda', { id: 'a' });
    engine.down = false;
    await spooled.replay();
    expect(read()).toEqual(['hola', 'ayuda']);
  });

  test('one of another protocol than her conversation is read in it, once, whatever is sent again', async () => {
    const { spool: spooled, engine, writes, read } = await spool();
    await writes('hola', { id: 'a', protocol: 'second' });
    engine.down = true;
    await writes('ayuda', { id: 'b', protocol: 'first' });
    engine.down = false;
    await spooled.replay();
    expect(read()).toEqual(['hola', 'ayuda']);
    expect(await writes('ayuda', { id: 'b' })).toMatchObject({ kind: 'duplicate' });
  });

  test('one that a defect keeps from being read is set aside, and those behind it are read', async () => {
    const { spool: spooled, engine, writes, read, files } = await spool();
    engine.down = true;
    await writes('uno');
    engine.down = false;
    engine.broken = true;
    await spooled.replay();
    engine.broken = false;

    expect(await writes('dos')).toMatchObject({ kind: 'stored' });
    expect(read()).toEqual(['dos']);
    expect(files()).toEqual([expect.stringMatching(/\.damaged$/)]);
  });

  test('what was set aside is read once the file has its name again', async () => {
    const before = await spool();
    before.engine.down = true;
    await before.writes('uno');
    before.engine.down = false;
    before.engine.broken = true;
    await before.spool.replay();
    const name = before.files()[0]!;
    renameSync(path.join(before.folder, name), path.join(before.folder, name.replace('.damaged', '')));

    const after = await spool({ folder: before.folder });
    await after.spool.replay();

    expect(after.read()).toEqual(['uno']);
    expect(after.files()).toEqual([]);
  });
});
