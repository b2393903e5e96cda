/** The two servers of a bench, as processes of their own: what they cost is what the system says of each. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Target } from './client.js';

export interface Server extends Target {
  /** Processor time so far, in ms; null where the system does not say. */
  cpuMs(): number | null;
  /** Memory that it holds, in MB; null where the system does not say. */
  memoryMb(): number | null;
  /** Until it took messages, in ms. */
  startedInMs: number;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const TOKEN = 'token-of-the-bench';
/** Of a first start, which proves every protocol. */
const PATIENCE_MS = 300_000;

/** The service, as `cauce start` runs it, on this folder. */
export function startService(folder: string): Promise<Server> {
  return started(['start', '--port', '0', '--data', folder], /^ +API +http:\/\/[^/]+:(\d+)\//);
}

export function startMinimal(folder: string): Promise<Server> {
  return started(['bench', '--minimal', folder], /^(\d+)$/);
}

async function started(args: readonly string[], address: RegExp): Promise<Server> {
  const begun = performance.now();
  // The same program as this one, however it was started.
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, ...args], {
    env: {
      ...process.env,
      CAUCE_HTTP_TOKEN: TOKEN,
      MONGODB_URI: '',
      CAUCE_HTTP_WEBHOOK_URL: '',
      CAUCE_HTTP_WEBHOOK_SECRET: '',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A bench that is interrupted leaves no server behind.
  const orphaned = (): void => void child.kill('SIGKILL');
  process.once('exit', orphaned);
  child.once('exit', () => process.off('exit', orphaned));
  const port = await portOf(child, address);
  return {
    port,
    token: TOKEN,
    startedInMs: performance.now() - begun,
    cpuMs: () => cpuOf(child),
    memoryMb: () => memoryOf(child),
    async stop(signal = 'SIGTERM') {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

async function portOf(child: ChildProcess, address: RegExp): Promise<number> {
  let told = '';
  child.stderr!.on('data', (bytes: Buffer) => {
    told = `${told}${bytes.toString()}`.slice(-2_000);
  });
  const giveUp = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  try {
    for await (const line of createInterface({ input: child.stdout! })) {
      const found = address.exec(line);
      if (found) return Number(found[1]);
    }
  } finally {
    clearTimeout(giveUp);
    child.stdout!.resume();
  }
  throw new Error(`the server ended before it listened: ${told}`);
}

/** Of Linux: user and system time, in ticks of 10 ms (proc(5)). */
function cpuOf({ pid }: ChildProcess): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

function memoryOf({ pid }: ChildProcess): number | null {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1_024;
  } catch {
    return null;
  }
}
