/**
 * `cauce demo`: a few dozen simulated citizens write to the running service, in real time, so that whoever sees the
 * console for the first time sees it alive. They use the HTTP channel as any other system does: they bring messages, fetch
 * what is answered, and say by asking for what comes next that they have it.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config.js';
import { parseSource, ProtocolRefused, Published, readProtocolFolder } from '../publish.js';
import { serviceUrl } from '../running.js';
import { readTrained } from '../sense/trained.js';
import { type Command, configOf, DATA_OPTION, type Io, UsageError } from './command.js';
import { storiesOf, type Story } from './demoStories.js';

export const demoCommand: Command = {
  name: 'demo',
  about: 'Hace escribir a ciudadanas simuladas en el servicio en marcha, para ver la consola con vida.',
  usage: '[--citizens N] [--speed X] [--data DIR] [--url URL] [--token TOKEN]',
  example: 'npx cauce demo --citizens 12 --speed 2',
  options: {
    citizens: { type: 'string' },
    speed: { type: 'string' },
    url: { type: 'string' },
    token: { type: 'string' },
    ...DATA_OPTION,
  },
  arguments: { least: 0, most: 0 },
  async run(args, io) {
    const { values } = args;
    const config = configOf(args, io);
    const citizens = numberOf(values.citizens, 'citizens', { usual: 24, least: 1, most: 500 });
    const speed = numberOf(values.speed, 'speed', { usual: 1, least: 0.1, most: 100 });
    const url = await reached(typeof values.url === 'string' ? values.url.replace(/\/$/, '') : null, config);
    const token = (values.token as string | undefined) ?? config.httpToken ?? tokenIn(config.data);
    io.out('Eligiendo las historias: cada una se ensaya antes en el motor, lo que toma unos segundos.');
    const folder = path.join(io.root, 'protocols', config.protocol);
    const stories = await storiesOf(path.join(folder, 'dialogues'), citizens, publishedFrom(folder, io.root));
    if (stories.length === 0)
      throw new UsageError(`protocols/${config.protocol}/dialogues no tiene diálogos para jugar.`);
    io.out(`${citizens} ciudadanas simuladas escriben a ${url}; se las ve en ${url}/console/. Ctrl+C lo termina.`);
    const to: To = { url, token, speed, protocol: config.protocol, io };
    const people = stories.map((story, i) => ({ story, number: i + 1, conversation: `demo-${randomUUID()}`, last: 0 }));
    const over = new AbortController();
    const reading = readAll(people, to, over.signal);
    const told = await Promise.race([Promise.all(people.map(one => play(one, to))), reading.then(() => [])]);
    io.out(`Se recibieron ${told.reduce((sum, n) => sum + n, 0)} mensajes.`);
    if ('isTTY' in io.stdin && io.stdin.isTTY) {
      // Somebody sits there, and may yet answer them from the console.
      io.out('Siguen leyendo lo que se les responde. Ctrl+C lo termina.');
      await reading;
    }
    over.abort();
    await reading;
    return 0;
  },
};

/** Throws UsageError when the folder is not a protocol any more: somebody may be editing it. */
function publishedFrom(folder: string, root: string): Published {
  const published = new Published(readTrained(root));
  try {
    published.publish(parseSource(readProtocolFolder(folder)));
  } catch (error) {
    if (error instanceof ProtocolRefused) throw new UsageError(error.message);
    throw error;
  }
  return published;
}

interface To {
  url: string;
  token: string;
  protocol: string;
  speed: number;
  io: Io;
}

interface Person {
  story: Story;
  number: number;
  conversation: string;
  /** Seq of the last line that she has. */
  last: number;
}

/** Citizens arrive one after the other, and nobody waits longer than this between two messages: a demo is watched. */
const ARRIVE_EVERY_MS = 2_500;
const WAIT_MOST_MS = 25_000;
/** A program that fetches replies asks about as often. */
const READ_EVERY_MS = 2_000;
const ANSWER_WITHIN_MS = 10_000;

/** How many of her messages were taken. */
async function play({ story, number, conversation }: Person, to: To): Promise<number> {
  await pause(((number - 1) * ARRIVE_EVERY_MS) / to.speed);
  let taken = 0;
  for (const [i, { atS, text }] of story.lines.entries()) {
    const since = atS - (story.lines[i - 1]?.atS ?? 0);
    await pause(Math.min(since * 1_000, WAIT_MOST_MS) / to.speed);
    const response = await asked(to, '/channels/http/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ conversation, id: `${conversation}-${i}`, text, protocol: to.protocol }),
    });
    if (response.ok) taken++;
    else to.io.err(`ciudadana ${number}: el servicio respondió ${response.status}`);
  }
  return taken;
}

/** Fetches for everybody until it is over, and once more, so that what came last is acknowledged too. */
async function readAll(people: readonly Person[], to: To, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await pause(READ_EVERY_MS, undefined, { signal: over }).catch(() => undefined);
    for (const one of people) await read(one, to);
  }
  for (const one of people) await read(one, to);
}

async function read(one: Person, to: To): Promise<void> {
  const response = await asked(to, `/channels/http/conversations/${one.conversation}/messages?after=${one.last}`);
  if (!response.ok) return;
  const { messages } = (await response.json()) as { messages: readonly { seq: number }[] };
  one.last = messages.at(-1)?.seq ?? one.last;
}

async function asked({ url, token }: To, where: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`${url}${where}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
  } catch {
    throw new UsageError(`El servicio en ${url} dejó de responder; la demostración termina aquí.`);
  }
  if (response.status === 401)
    throw new UsageError(
      'El servicio no conoce este token: dé el del servicio en marcha con --token o CAUCE_HTTP_TOKEN.',
    );
  return response;
}

/** The service that was named, else the one that runs on these data, else the one that the settings would start. */
async function reached(named: string | null, config: Config): Promise<string> {
  if (named !== null && !URL.canParse(named))
    throw new UsageError(`--url es ${JSON.stringify(named)}; escríbala como http://127.0.0.1:8080`);
  const url = named ?? serviceUrl(config);
  try {
    await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(3_000) });
    return url;
  } catch {
    throw new UsageError(
      named === null
        ? `No hay un servicio en marcha con los datos de ${config.data} (nada responde en ${url}). Inícielo antes (npm start); si sus datos están en otra parte dé --data, o --url con --token.`
        : `Nada responde en ${url}. Inicie antes el servicio (npm start), o dé la dirección que imprimió.`,
    );
  }
}

function tokenIn(data: string): string {
  const file = path.join(data, 'keys', 'http-token');
  if (!existsSync(file))
    throw new UsageError(
      `No hay un token del canal HTTP en ${data}: inicie antes el servicio (npm start), o dé --token.`,
    );
  return readFileSync(file, 'utf8').trim();
}

function numberOf(
  given: unknown,
  name: string,
  { usual, least, most }: { usual: number; least: number; most: number },
): number {
  if (given === undefined) return usual;
  const value = Number(given);
  if (!Number.isFinite(value) || value < least || value > most)
    throw new UsageError(`--${name} es ${JSON.stringify(given)}; debe ser un número de ${least} a ${most}.`);
  return value;
}
