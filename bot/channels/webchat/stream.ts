/**
 * One page that reads live: an event stream (SSE) of lines, each once and in order, of who writes now, and of typing.
 *
 *     id: 7
 *     event: line
 *     data: {"seq":7,"direction":"out",…}
 *
 * A page that comes back sends the last id it saw. What wakes the stream may get lost (another process wrote), so it
 * also looks at each ping.
 */
import type { Response } from 'express';
import type { Engine, Line } from '../engine.js';

export interface StreamOptions {
  engine: Engine;
  channel: string;
  address: string;
  /** Only lines after this seq. */
  after: number;
  /** Milliseconds between pings, which keep proxies from closing a silent connection. */
  pingMs: number;
  /** Lines up to this seq are on their way to her. */
  gave(seq: number): void;
}

/** More than this unread and the other side is gone: it will come back and ask again. */
const UNREAD_MOST_BYTES = 1_000_000;

/** Serves until she leaves or `close` is called. An engine that fails ends it: the page comes back by itself. */
export function openStream(response: Response, options: StreamOptions): { close(): void } {
  const { engine, channel, address } = options;
  let last = options.after;
  let writer = '';
  let open = true;
  let again = false;
  let running = false;

  const write = (event: string, data: unknown, id?: number): void => {
    response.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    if (response.writableLength > UNREAD_MOST_BYTES) close();
  };

  const look = async (): Promise<void> => {
    const lines = await engine.lines(channel, address, last);
    const now = await engine.writer(channel, address);
    if (!open) return;
    for (const line of lines) {
      write('line', shown(line), line.seq);
      last = line.seq;
    }
    if (lines.length > 0) options.gave(last);
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

/** What her page gets of a line. */
export const shown = ({ seq, direction, id, author, name, text, choices, file, unreviewed, at, locale }: Line) => ({
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
