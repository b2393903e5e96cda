/**
 * The service as an operator runs it (`npm start`: the built command line), on a data folder and a port of its own, that a
 * test can kill at any moment and start again.
 */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './eventually.js';

const ROOT = path.join(import.meta.dirname, '../..');
export const TOKEN = 'token-of-the-fault-tests';

/** Builds what `npm start` would build; nothing when it is up to date. */
export function built(): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/setup.mjs', '--build'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the service could not be built: ${stderr}`);
}

export class ServiceProcess {
  readonly url: string;
  /** The process that runs now; null before the first start. */
  child: ChildProcess | null = null;
  readonly #port: number;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'cauce-fault-'));
  readonly #env: Record<string, string>;
  #told = '';

  private constructor(port: number, env: Record<string, string>) {
    this.url = `http://127.0.0.1:${port}`;
    this.#port = port;
    this.#env = env;
  }

  /** @param env settings besides those of every test */
  static async on(env: Record<string, string> = {}): Promise<ServiceProcess> {
    return new ServiceProcess(await freePort(), env);
  }

  start(): void {
    const args = ['dist/bot/cli/main.js', 'start', '--port', String(this.#port)];
    this.child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: this.#settings(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child.stderr!.on('data', (bytes: Buffer) => {
      this.#told = `${this.#told}${bytes.toString()}`.slice(-4_000);
    });
  }

  /** A command of the operator beside it, such as `user add`; gives what it wrote as JSON. A wire to its store may run in this process. */
  async runs(...args: string[]): Promise<Record<string, string>> {
    const command = ['dist/bot/cli/main.js', ...args, '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT, env: this.#settings() });
    return JSON.parse(stdout) as Record<string, string>;
  }

  #settings(): Record<string, string> {
    return {
      PATH: process.env.PATH ?? '',
      CAUCE_DATA: this.#folder,
      CAUCE_HTTP_TOKEN: TOKEN,
      LOG_LEVEL: 'warn',
      // Empty, so that nothing of an operator's .env is used.
      MONGODB_URI: '',
      CAUCE_HTTP_WEBHOOK_URL: '',
      CAUCE_HTTP_WEBHOOK_SECRET: '',
      ...this.#env,
    };
  }

  /** Waits until it takes messages. */
  async ready(): Promise<void> {
    await eventually('the service is ready', 240_000, async () => {
      this.assertAlive();
      return (await this.readiness()).status === 200;
    });
  }

  /** Throws, with the last that it said, when it ended although nobody killed it. */
  assertAlive(): void {
    if (this.child && this.child.exitCode !== null) throw new Error(`the service ended: ${this.#told}`);
  }

  /** The end of what it wrote to its log, in whichever of its lives. */
  get told(): string {
    return this.#told;
  }

  /** Status 0 while nobody listens. */
  async readiness(): Promise<{ status: number; body: string }> {
    try {
      const response = await fetch(`${this.url}/readyz`);
      return { status: response.status, body: await response.text() };
    } catch {
      return { status: 0, body: '' };
    }
  }

  async kill(): Promise<void> {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  /** Kills it, and removes its folder. */
  async drop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
