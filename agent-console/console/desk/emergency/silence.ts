/** What can be done while she is silent in an emergency, on the screen and in the palette alike. */
import type { Facts } from '../../../../bot/console/contract.js';
import type { Say } from '../../words/words.js';

export const DECISIONS = ['wait', 'call', 'other'] as const;

/** Why the neutral line cannot be sent to her now; undefined where it can. */
export function whyNoLine({ state, line }: Facts['silence'], t: Say): string | undefined {
  if (state === 'checked') return t('silence.checked');
  return line === null ? t('silence.unsafe') : undefined;
}
