/**
 * Where the service of a data folder can be reached, written there while it runs: commands beside it find it whatever port
 * it took. After a process that was killed the file stays, so whoever reads it asks whether somebody answers.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Config } from './config.js';

const running = z.object({ url: z.url({ protocol: /^http$/ }), pid: z.int() });

const fileIn = (folder: string): string => path.join(folder, 'running.json');

/** Gives the function that takes it back. */
export function announce(folder: string, url: string): () => void {
  const file = fileIn(folder);
  writeFileSync(file, `${JSON.stringify({ url, pid: process.pid })}\n`, { mode: 0o600 });
  return () => {
    // A service that was started meanwhile on the same database wrote its own.
    if (readFrom(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

/** An IPv6 address stands in brackets. */
export const urlOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** A service that listens everywhere is on this machine too. */
export const hereOf = (host: string): string => (host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host);

/** Where to look for the service: the one that runs on these data, else the one that the settings would start. */
export const serviceUrl = ({ data, host, port }: Pick<Config, 'data' | 'host' | 'port'>): string =>
  runningIn(data) ?? urlOf(host, port);

/** The address that the last start wrote; null when nothing runs there, or did. */
export const runningIn = (folder: string): string | null => readFrom(fileIn(folder))?.url ?? null;

function readFrom(file: string): z.infer<typeof running> | null {
  try {
    return running.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
