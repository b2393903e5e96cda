/** What would answer the question of a step, looked at from outside. */
import type { Condition } from '../guards.js';

/** It is answered by a number, or by one of those before its options. */
export function takesNumber(fits: Condition | undefined): boolean {
  if (fits === undefined) return false;
  if ('any' in fits) return fits.any.some(takesNumber);
  if ('all' in fits) return fits.all.some(takesNumber);
  if ('picks' in fits || 'offered' in fits || 'slotPicked' in fits) return true;
  return 'reads' in fits && fits.reads.some(name => name === 'number' || name === 'grade');
}

/** A yes answers it. */
export function readsYes(condition: Condition): boolean {
  if ('any' in condition) return condition.any.some(readsYes);
  if ('all' in condition) return condition.all.some(readsYes);
  return 'reads' in condition && condition.reads.includes('yes');
}

/** Its question is a list, and no yes answers that: where the danger question comes, it stands on her screen without it. */
export const picksOnly = (lists: boolean | undefined, fits: Condition | undefined): boolean =>
  lists === true && !(fits && readsYes(fits));
