/**
 * One page that reads live: an event stream (SSE) of lines, each once and in order, of who writes now, and of typing.
 *
 *     id: 7
 *     event: line
 *     data: {"seq":7,"direction":"out",…}
 *
 * A page that comes back sends the last id it saw, and of which conversation. When that is another one now, because she was
 * erased, the page is told `anew` and gets the lines from the first on: a call for help after it is answered where she looks.
 * What wakes the stream may get lost (another process wrote), so it
 * also looks at each ping.
 */
import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { Engine, Line } from '../engine.js';

export interface StreamOptions {
  engine: Engine;
  channel: string;
  address: string;
  /** Only lines after this seq. */
  after: number;
  /** Of the conversation that she saw these lines of; empty where she saw none. */
  of: string;
  /** Milliseconds between pings, which keep proxies from closing a silent connection. */
  pingMs: number;
  /** Lines of this conversation (its name) up to this seq are on their way to her. */
  gave(of: string, seq: number): void;
}

/** More than this unread and the other side is gone: it will come back and ask again. */
const UNREAD_MOST_BYTES = 1_000_000;

/** Serves until she leaves or `close` is called. An engine that fails ends it: the page comes back by itself. */
export function openStream(response: Response, options: StreamOptions): { close(): void } {
  const { engine, channel, address } = options;
  let { after: last, of } = options;
  let writer = '';
  let open = true;
  let again = false;
  let running = false;

  const write = (event: string, data: unknown, id?: number): void => {
    response.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    if (response.writableLength > UNREAD_MOST_BYTES) close();
  };

  const look = async (): Promise<void> => {
    const at = nameOf(await engine.conversation(channel, address));
    const isAnother = of !== '' && at !== of;
    const lines = await engine.lines(channel, address, isAnother ? 0 : last);
    const now = await engine.writer(channel, address);
    if (!open) return;
    if (isAnother) {
      last = 0;
      // Who writes is told of the new one, also where it is the same as before.
      writer = '';
      write('anew', {});
    }
    of = at;
    for (const line of lines) {
      write('line', shown(line, of), line.seq);
      last = line.seq;
    }
    if (lines.length > 0) options.gave(of, last);
    if (JSON.stringify(now) === writer) return;
    writer = JSON.stringify(now);
    write('writer', now);
  };

  /** One look at a time; what comes meanwhile is looked at again. */
  const wake = (): void => {
    again = true;
    if (running) return;
    running = true;
    void (async () => {
      while (again && open) {
        again = false;
        await look();
      }
    })()
      .catch(close)
      .finally(() => {
        running = false;
      });
  };

  const stops = [engine.subscribe(channel, address, wake)];
  const typing = engine.typing?.(channel, address, (who, name) => {
    if (open) write('typing', { who, ...(name ? { name } : {}) });
  });
  if (typing) stops.push(typing);
  const pings = setInterval(() => {
    response.write(': here\n\n');
    wake();
  }, options.pingMs);

  function close(): void {
    if (!open) return;
    open = false;
    clearInterval(pings);
    for (const stop of stops) stop();
    response.end();
  }

  response.on('close', close);
  response.set({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // Proxies that hold answers back would hold back a person who answers.
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  wake();
  return { close };
}

/** A name of a conversation that says nothing of it; empty for none. */
export const nameOf = (conversation: string | null): string =>
  conversation === null ? '' : createHash('sha256').update(conversation).digest('hex').slice(0, 12);

/** What her page gets of a line. */
export const shown = (
  { seq, direction, id, author, name, text, choices, file, unreviewed, at, locale }: Line,
  of: string,
) => ({
  of,
  seq,
  direction,
  id,
  author,
  ...(name ? { name } : {}),
  text,
  ...(choices ? { choices } : {}),
  ...(file ? { file } : {}),
  ...(unreviewed ? { unreviewed } : {}),
  at,
  locale,
});
