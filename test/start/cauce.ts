/** The built command line in a process of its own, as an operator starts it. `npm test` has built it before. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');

export interface Cauce {
  url: string;
  /** All that it printed so far. */
  out(): string;
  /** All that it logged so far. */
  err(): string;
  process: ChildProcess;
  /** Asks it to stop; gives its exit code. */
  stop(): Promise<number | null>;
}

type Env = Readonly<Record<string, string>>;

const made: string[] = [];

/** A folder that is gone after `removeFolders`. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-test-'));
  made.push(folder);
  return folder;
}

export const removeFolders = (): void =>
  made.splice(0).forEach(folder => rmSync(folder, { recursive: true, force: true }));

/** Runs one command to its end. */
export function cauce(
  args: readonly string[],
  env: Env = {},
  root = ROOT,
  input = '',
): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [mainOf(root), ...args], {
    cwd: root,
    env: clean(env),
    encoding: 'utf8',
    input,
  });
  return { status, out: stdout, err: stderr };
}

/** Starts the service on a free port; resolves once it prints its addresses. Rejects with what it said when it ends before. */
export async function startCauce(data: string, env: Env = {}, root = ROOT): Promise<Cauce> {
  const child = spawn(process.execPath, [mainOf(root), 'start', '--port', '0', '--data', data], {
    cwd: root,
    env: clean({ LOG_LEVEL: 'warn', ...env }),
  });
  let out = '';
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (err += text));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const url = /Página de la ciudadana {2}(\S+)\//.exec(out)?.[1];
      if (url && /API\s+\S+/.test(out)) resolve(url);
    });
    child.on('exit', code => reject(new Error(`it ended with ${code}: ${err}`)));
  });
  return {
    url: await ready,
    out: () => out,
    err: () => err,
    process: child,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      return child.exitCode;
    },
  };
}

const mainOf = (root: string): string => path.join(root, 'dist/bot/cli/main.js');

/** Nothing of whoever runs the tests may configure the service. */
function clean(env: Env): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'Asia/Kathmandu', ...env };
}
