import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { parseSource, Published, readProtocolFolder } from '../publish.js';
import { ROOT } from '../root.js';
import { announce, runningIn } from '../running.js';
import { readTrained } from '../sense/trained.js';
import { type Io, UsageError } from './command.js';
import { demoCommand } from './demo.js';
import { mixOf, sortOf, storiesOf } from './demoStories.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const folder = () => {
  const made = mkdtempSync(path.join(os.tmpdir(), 'cauce-demo-'));
  folders.push(made);
  return made;
};

describe('whom the demo plays', () => {
  test('mostly who asks, some who wait, a few who book, one or two in danger', () => {
    expect(mixOf(24)).toEqual({ information: 13, queue: 6, booking: 3, emergency: 2 });
    expect(mixOf(12)).toEqual({ information: 7, queue: 3, booking: 1, emergency: 1 });
    expect(mixOf(1)).toEqual({ information: 1, queue: 0, booking: 0, emergency: 0 });
  });

  test('by what each story comes to on the engine', async () => {
    const shipped = path.join(ROOT, 'protocols/whatsapp-mujer');
    const published = new Published(readTrained(ROOT));
    published.publish(parseSource(readProtocolFolder(shipped)));

    const stories = await storiesOf(path.join(shipped, 'dialogues'), 12, published);

    expect(stories.map(({ sort }) => sort).sort()).toEqual([
      'booking',
      'emergency',
      ...Array<string>(7).fill('information'),
      ...Array<string>(3).fill('queue'),
    ]);
    expect(stories[0]!.sort).toBe('information');
    expect(new Set(stories.map(({ lines }) => JSON.stringify(lines))).size).toBe(12);
  }, 60_000);

  test('a danger that opens no emergency is no story: it would only alarm', () => {
    const risk = { at_s: 0, kind: 'risk' as const, score: 1, evidence: [] };
    expect(sortOf([{ ...risk, level: 'high' }])).toBeNull();
    expect(
      sortOf([
        { ...risk, level: 'high' },
        { at_s: 0, kind: 'emergency', phase: 'confirm' },
      ]),
    ).toBe('emergency');
    expect(sortOf([{ ...risk, level: 'low' }])).toBe('information');
  });
});

describe('which service', () => {
  test('the one that runs on these data says where; when it stops it takes that back', () => {
    const data = folder();
    expect(runningIn(data)).toBeNull();

    const withdraw = announce(data, 'http://127.0.0.1:9000');
    expect(runningIn(data)).toBe('http://127.0.0.1:9000');
    withdraw();

    expect(runningIn(data)).toBeNull();
  });

  const demo = (values: Record<string, string>) => {
    const io: Io = {
      out: () => undefined,
      err: () => undefined,
      stdin: Readable.from([]),
      env: { PORT: '1' },
      root: ROOT,
      cwd: ROOT,
    };
    return demoCommand.run({ values, positionals: [] }, io);
  };

  test('none: which data were looked at, where, and what to give', async () => {
    const data = folder();
    announce(data, 'http://127.0.0.1:1');

    await expect(demo({ data })).rejects.toThrow(UsageError);
    await expect(demo({ data })).rejects.toThrow(`con los datos de ${data} (nada responde en http://127.0.0.1:1)`);
    await expect(demo({ url: 'localhost' })).rejects.toThrow('escríbala como http://127.0.0.1:8080');
  });
});
