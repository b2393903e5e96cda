/** What was handled that must not be found on her telephone, followed through the turns of a conversation. */
import type { Change } from '../actions.js';
import type { Compiled } from '../compile.js';
import { kindOf } from '../steps/index.js';
import type { Snapshot } from '../turn.js';

/**
 * Follows, through one turn, what was handled that must not be found on her telephone: what the machine marks as such, and
 * whatever step of a kind that says so of itself she was left waiting in.
 */
export function erasing(
  before: boolean,
  changes: readonly Change[],
  after: Snapshot | null,
  { protocol }: Compiled,
): { handled: boolean; unreminded: boolean } {
  let handledNow = before;
  let unreminded = false;
  let blocked = false;
  let step: string | null = null;
  for (const change of changes) {
    if ('step' in change) step = change.step;
    if ('set' in change && change.set.erase !== undefined) handledNow = change.set.erase;
    if ('contact' in change && change.contact === 'blocked') blocked = true;
    if ('session' in change && change.session === 'over') {
      // Whoever was blocked is told nothing of what the service keeps.
      if (handledNow && !blocked) unreminded = true;
      handledNow = false;
    }
  }
  const waits = step !== null && after !== null && isWithRobot(after);
  return { handled: handledNow || (waits && kindOf(protocol.steps[step ?? ''] ?? {})?.sensitive === true), unreminded };
}

/** All that `erasing` sees of a turn's changes, and the steps that it entered. */
export const erasingOf = (changes: readonly Change[]): string =>
  changes
    .flatMap(change => {
      if ('step' in change) return change.step;
      if ('set' in change && change.set.erase !== undefined) return `erase ${change.set.erase}`;
      if ('contact' in change) return change.contact;
      return 'session' in change ? change.session : [];
    })
    .join('>');

const isWithRobot = (snapshot: Snapshot): boolean => {
  const { talk } = snapshot.value as { talk: string | { bot?: unknown } };
  return typeof talk === 'object' && talk.bot !== undefined;
};
