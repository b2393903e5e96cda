/**
 * The bench: what a durable turn costs, beside the least that could be called one, in the same run on the same machine;
 * what 100,000 open conversations change; and what `kill -9` loses.
 */
import type { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from '../clock.js';
import { readConfig } from '../config.js';
import { openData } from '../open.js';
import { type Server, startMinimal, startService } from './children.js';
import { type Load, load, type Message } from './client.js';
import { type Inside, measureInside, textsOf } from './inside.js';
import { seed } from './seed.js';

export interface Measured extends Load {
  /** Microseconds of processor time of the server for each message; null where the system does not say. */
  cpu: number | null;
  memoryMb: number | null;
}

export interface Report {
  minimal: Measured;
  few: Measured & { open: number };
  many: Measured & { open: number };
  /** The service's rate over the minimal one's, and its processor time for each message over that at few conversations. */
  ratio: number;
  growth: number;
  kills: { rounds: number; acknowledged: number; lost: number; repeated: number };
  inside: Inside;
  /** Milliseconds until the service takes messages: the first time, and with many open conversations. */
  started: { first: number; many: number };
}

export interface Size {
  few: number;
  many: number;
  connections: number;
  /** Before measuring, so that the runtime has compiled what it will run. */
  warmMs: number;
  forMs: number;
  kills: number;
}

export const FULL: Size = { few: 1_000, many: 100_000, connections: 64, warmMs: 25_000, forMs: 10_000, kills: 5 };
export const QUICK: Size = { few: 1_000, many: 10_000, connections: 64, warmMs: 8_000, forMs: 4_000, kills: 2 };

const CHANNEL = 'http';
const TEXTS_MOST = 500;
const addressOf = (i: number): string => `open-${i}`;

/** Hears what is being done, and each part's figures as soon as they are there. */
export interface Listener {
  doing(what: string): void;
  measured(part: Partial<Report>): void;
}

export async function bench(root: string, size: Size, { doing, measured: have }: Listener): Promise<Report> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-bench-'));
  const forget = (): void => rmSync(folder, { recursive: true, force: true });
  const removed = removedWhenInterrupted(forget);
  const data = path.join(folder, 'data');
  const texts = textsOf(root, TEXTS_MOST);
  const talk = talker(texts);
  try {
    doing('what happens inside: transitions, sense, verify');
    const inside = measureInside(root, texts, systemClock.now());
    have({ inside });

    doing('the minimal server');
    const minimal = await withServer(await minimalIn(folder), server => measured(server, talk(size.few), size));
    have({ minimal });

    doing(`the service with ${size.few} open conversations`);
    const first = await startService(data);
    await load(first, {
      connections: 1,
      forMs: 10_000,
      next: once({ conversation: addressOf(0), id: 'first', text: 'hola' }),
    });
    await first.stop();
    await seedTo(root, data, 1, size.few);
    const few = {
      ...(await withServer(await startService(data), server => measured(server, talk(size.few), size))),
      open: size.few,
    };
    have({ few });

    doing(`the service with ${size.many} open conversations`);
    await seedTo(root, data, size.few, size.many);
    const withMany = await startService(data);
    const many = {
      ...(await withServer(withMany, server => measured(server, talk(size.many), size))),
      open: size.many,
    };
    have({ many });

    doing(`${size.kills} times kill -9`);
    const kills = await killed(data, talk(size.few), size);
    return {
      minimal,
      few,
      many,
      ratio: few.rate / minimal.rate,
      growth: few.cpu && many.cpu ? many.cpu / few.cpu : few.rate / many.rate,
      kills,
      inside,
      started: { first: first.startedInMs, many: withMany.startedInMs },
    };
  } finally {
    removed();
    forget();
  }
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof SIGNALS;

/** `finally` does not run in a process that a signal ends. Gives what takes it back. */
export function removedWhenInterrupted(
  forget: () => void,
  signals: Pick<EventEmitter, 'once' | 'off'> = process,
  exit: (code: number) => void = code => process.exit(code),
): () => void {
  const interrupted = (signal: Signal): void => {
    forget();
    exit(SIGNALS[signal]);
  };
  for (const name of Object.keys(SIGNALS)) signals.once(name, interrupted);
  return () => {
    for (const name of Object.keys(SIGNALS)) signals.off(name, interrupted);
  };
}

/** Makes the messages of a load: any of so many conversations writes any of the texts, in the same order in every run. */
function talker(texts: readonly string[]): (conversations: number) => () => Message {
  let n = 0;
  return conversations => () => {
    n++;
    // A multiplicative step visits conversations as if by chance, and is the same for both servers.
    const conversation = addressOf(Math.floor(((n * 0.618_033_988_7) % 1) * conversations));
    return { conversation, id: `m${n}`, text: texts[n % texts.length]! };
  };
}

function once(message: Message): () => Message | null {
  let left: Message | null = message;
  return () => {
    const next = left;
    left = null;
    return next;
  };
}

async function withServer(server: Server, work: (server: Server) => Promise<Measured>): Promise<Measured> {
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

async function measured(server: Server, next: () => Message, { connections, warmMs, forMs }: Size): Promise<Measured> {
  let before = server.cpuMs();
  const warmed = (): void => void (before = server.cpuMs());
  const result = await load(server, { connections, warmMs, forMs, next, warmed });
  const after = server.cpuMs();
  const cpu =
    before === null || after === null ? null : ((after - before) / (result.answered + result.refused)) * 1_000;
  return { ...result, cpu, memoryMb: server.memoryMb() };
}

async function minimalIn(folder: string): Promise<Server> {
  const own = path.join(folder, 'minimal');
  mkdirSync(own);
  return startMinimal(own);
}

async function seedTo(root: string, data: string, from: number, to: number): Promise<void> {
  const opened = await openData(readConfig({ CAUCE_DATA: data }, root));
  try {
    await seed(opened, CHANNEL, addressOf(0), addressOf, from, to);
  } finally {
    await opened.close();
  }
}

/** Kills the service under load, starts it again, and looks for every message that it had acknowledged. */
async function killed(
  data: string,
  next: () => Message,
  { connections, forMs, kills }: Size,
): Promise<Report['kills']> {
  const acknowledged = new Map<string, string[]>();
  for (let round = 0; round < kills; round++) {
    const server = await startService(data);
    const loading = load(server, {
      connections,
      forMs,
      next,
      answered: ({ conversation, id }) =>
        acknowledged.set(conversation, [...(acknowledged.get(conversation) ?? []), id]),
    });
    await Promise.race([loading, elapsed((forMs * (round + 1)) / (kills + 1))]);
    await server.stop('SIGKILL');
    await loading;
  }
  const server = await startService(data);
  let [count, lost, repeated] = [0, 0, 0];
  for (const [conversation, ids] of acknowledged) {
    const kept = await inbound(server, conversation);
    count += ids.length;
    lost += ids.filter(id => !kept.includes(id)).length;
    repeated += kept.length - new Set(kept).size;
  }
  await server.stop();
  return { rounds: kills, acknowledged: count, lost, repeated };
}

const elapsed = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

async function inbound({ port, token }: Server, conversation: string): Promise<string[]> {
  const response = await fetch(
    `http://127.0.0.1:${port}/channels/http/conversations/${conversation}/messages?after=0`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  const { messages } = (await response.json()) as { messages: { id: string; direction: string }[] };
  return messages.filter(message => message.direction === 'in').map(message => message.id);
}
