/**
 * Gives every test run its own MongoDB-wire server and keeps the operator's settings away.
 *
 * Tests find a server in `TEST_MONGODB_URI` (a real `mongod`, when a person names one) or else in
 * `CAUCE_TEST_MONGODB_URI`, which is set here. Neither is set when there is none: `npm test` builds
 * ours and says why when it cannot. `MONGODB_URI` is never used: it may be somebody's real data.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const mongowire = path.join(import.meta.dirname, '../.cache/mongowire');

/** Its SQLite lets one write at a time, and whoever meets another one sleeps up to a tenth of a second. */
const CONNECTIONS_MOST = '6';

/** Settings of a running service that a test process must not inherit. */
const FOREIGN = /^(MONGODB_URI|REDIS_URL|PORT|HOST|CAUCE_(?!TEST_).*)$/;

/** Runs once before all tests; what it gives runs once after them. */
export default async function setup(): Promise<() => Promise<void>> {
  for (const name of Object.keys(process.env)) if (FOREIGN.test(name)) delete process.env[name];
  if (process.env.TEST_MONGODB_URI || process.env.CAUCE_TEST_MONGODB_URI || !existsSync(mongowire))
    return async () => {};

  // The server ends when its input closes, so it also ends when this process is killed.
  const server = spawn(mongowire, { stdio: ['pipe', 'pipe', 'ignore'] });
  const uri = new URL(await firstLineOf(server));
  uri.searchParams.set('maxPoolSize', CONNECTIONS_MOST);
  process.env.CAUCE_TEST_MONGODB_URI = uri.href;
  return () => stop(server);
}

async function firstLineOf(server: ChildProcess): Promise<string> {
  const lines = createInterface({ input: server.stdout! });
  const line = await Promise.race([once(lines, 'line'), once(server, 'exit')]);
  if (typeof line[0] !== 'string')
    throw new Error(`${mongowire} ended with ${line[0]} before it was ready; remove it and run npm test`);
  return line[0];
}

async function stop(server: ChildProcess): Promise<void> {
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}
