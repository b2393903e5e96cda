/**
 * Work that comes again, woken by the clock on the wall. Nothing that a person waits for hangs on it: what must happen
 * at its time is a durable timer; this only keeps the house.
 */
import cron, { type Logger } from 'node-cron';
import { type Log, reasonOf } from './log.js';

export interface Chore {
  name: string;
  /** When, as cron writes it, seconds first. */
  at: string;
  run(): Promise<unknown>;
}

/** One run of a chore at a time; one that fails is told, and done again at its next time. */
export function startChores(chores: readonly Chore[], log: Log): { stop(): Promise<void> } {
  const running = new Map<string, Promise<void>>();
  const tasks = chores.map(({ name, at, run }) =>
    cron.schedule(
      at,
      () => {
        if (running.has(name)) return;
        const work = run()
          .then(
            () => undefined,
            (error: unknown) => log.error('run failed', { run: name, reason: reasonOf(error) }),
          )
          .finally(() => running.delete(name));
        running.set(name, work);
      },
      { logger: loggerOf(name, log) },
    ),
  );
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
      await Promise.all(running.values());
    },
  };
}

/** What cron itself has to say, such as a time that was missed, in lines like all others. */
function loggerOf(run: string, log: Log): Logger {
  const said = (message: string | Error) => ({ run, reason: reasonOf(message) });
  return {
    debug: message => log.debug('chore noted', said(message)),
    info: message => log.debug('chore noted', said(message)),
    warn: message => log.warn('chore late', said(message)),
    error: message => log.error('chore failed', said(message)),
  };
}
