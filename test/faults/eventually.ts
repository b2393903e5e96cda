/** Looks until something holds, with a deadline: for what another process does in its own time. */
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 25;

/**
 * Throws, naming what was waited for, when it does not hold within `withinMs`. What `holds` throws ends the waiting.
 *
 * @param everyMs - Between two looks: longer where a look is work for the one that is waited for.
 */
export async function eventually(
  what: string,
  withinMs: number,
  holds: () => boolean | Promise<boolean>,
  everyMs = LOOK_EVERY_MS,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`after ${withinMs / 1_000} s, not yet: ${what}`);
    await pause(everyMs);
  }
}
