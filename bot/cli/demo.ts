/**
 * `cauce demo`: a few dozen simulated citizens write to the running service, in real time, so that whoever sees the
 * console for the first time sees it alive. What they write are the citizen's lines of the protocol's own dialogues.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../config.js';
import { readDialogues } from '../simulate/read.js';
import { type Command, type Io, UsageError } from './command.js';

export const demoCommand: Command = {
  name: 'demo',
  about: 'Plays simulated citizens against the running service, so that the console is alive.',
  usage: '[--citizens N] [--speed X] [--url URL] [--token TOKEN]',
  example: 'npx cauce demo --citizens 12 --speed 2',
  options: {
    citizens: { type: 'string' },
    speed: { type: 'string' },
    url: { type: 'string' },
    token: { type: 'string' },
  },
  arguments: { least: 0, most: 0 },
  async run({ values }, io) {
    const config = readConfig(io.env, io.root);
    const citizens = numberOf(values.citizens, 'citizens', { usual: 24, least: 1, most: 500 });
    const speed = numberOf(values.speed, 'speed', { usual: 1, least: 0.1, most: 100 });
    const url = (values.url as string | undefined) ?? `http://${config.host}:${config.port}`;
    const token = (values.token as string | undefined) ?? config.httpToken ?? tokenIn(config.data);
    const stories = storiesOf(path.join(io.root, 'protocols', config.protocol, 'dialogues'));
    if (stories.length === 0) throw new UsageError(`protocols/${config.protocol}/dialogues holds no dialogue to play.`);
    await reachable(url);
    io.out(`${citizens} simulated citizens write to ${url}; watch them in ${url}/console/. Ctrl+C ends it.`);
    const told = await Promise.all(
      Array.from({ length: citizens }, (_, i) =>
        play(stories[i % stories.length]!, i, { url, token, speed, protocol: config.protocol, io }),
      ),
    );
    io.out(`${told.reduce((sum, n) => sum + n, 0)} messages were taken.`);
    return 0;
  },
};

interface Line {
  atS: number;
  text: string;
}

interface To {
  url: string;
  token: string;
  protocol: string;
  speed: number;
  io: Io;
}

/** Citizens arrive one after the other, and nobody waits longer than this between two messages: a demo is watched. */
const ARRIVE_EVERY_MS = 2_500;
const WAIT_MOST_MS = 25_000;

async function play(story: readonly Line[], index: number, { url, token, protocol, speed, io }: To): Promise<number> {
  const conversation = `demo-${randomUUID()}`;
  await pause((index * ARRIVE_EVERY_MS) / speed);
  let taken = 0;
  for (const [i, { atS, text }] of story.entries()) {
    const since = atS - (story[i - 1]?.atS ?? 0);
    await pause(Math.min(since * 1_000, WAIT_MOST_MS) / speed);
    const response = await fetch(`${url}/channels/http/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ conversation, id: `${conversation}-${i}`, text, protocol }),
    });
    if (response.status === 401)
      throw new UsageError(
        'The service does not know this token: give the one of the running service with --token or CAUCE_HTTP_TOKEN.',
      );
    if (response.ok) taken++;
    else io.err(`citizen ${index + 1}: the service answered ${response.status}`);
  }
  return taken;
}

/** The citizen's lines of each dialogue with words; what comes after a day is of another day. */
function storiesOf(folder: string): Line[][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(file => /\.ya?ml$/.test(file))
    .sort()
    .flatMap(file => readDialogues(file, readFileSync(path.join(folder, file), 'utf8')).dialogues)
    .map(({ turns }) =>
      turns.flatMap(turn =>
        turn.from === 'citizen' && turn.text && turn.at_s < 3_600 ? [{ atS: turn.at_s, text: turn.text }] : [],
      ),
    )
    .filter(story => story.length > 0);
}

function tokenIn(data: string): string {
  const file = path.join(data, 'keys', 'http-token');
  if (!existsSync(file))
    throw new UsageError(
      'There is no token of the HTTP channel: start the service first (npm start), or give --token.',
    );
  return readFileSync(file, 'utf8').trim();
}

async function reachable(url: string): Promise<void> {
  try {
    await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(3_000) });
  } catch {
    throw new UsageError(`Nothing answers at ${url}. Start the service first (npm start), or give --url.`);
  }
}

function numberOf(
  given: unknown,
  name: string,
  { usual, least, most }: { usual: number; least: number; most: number },
): number {
  if (given === undefined) return usual;
  const value = Number(given);
  if (!Number.isFinite(value) || value < least || value > most)
    throw new UsageError(`--${name} is ${JSON.stringify(given)}; it must be a number from ${least} to ${most}.`);
  return value;
}
