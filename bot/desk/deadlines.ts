/** What falls due next in an open emergency, from its durable timers: a call to dial again, her silence, an outcome that is missing. */
import type { Context } from '../../flows/context.js';
import type { Facts, Locale } from '../console/contract.js';
import type { TimerRow } from '../store/store.js';
import { type Words, sayIn } from './words.js';

const ON_CALL: Readonly<Record<string, Words>> = {
  redial: 'due.redial',
  next: 'due.next',
  outcome: 'due.outcome',
};
const BESIDE: Readonly<Record<string, Words>> = {
  'emergency.silence-1': 'due.silence',
  'emergency.silence-2': 'due.silence-decide',
  'emergency.silence-3': 'due.silence-next',
  'emergency.silence-on': 'due.silence-next',
  'talk.owner-left': 'due.owner-left',
};

/** The nearest first. */
export function deadlinesOf(
  timers: readonly Pick<TimerRow, 'timer' | 'dueAt'>[],
  { calls, marks }: Pick<Context, 'calls' | 'marks'>,
  locale: Locale,
): Facts['deadlines'] {
  if (!marks.emergency) return [];
  // Whoever is on the telephone for her, or was asked to write nothing, does not lose her then (flows/talk/talk.ts).
  const isKept = marks.open > 0 || marks.quiet || marks.doubt;
  return timers
    .filter(({ timer }) => !(isKept && timer.includes('talk.owner-left')))
    .flatMap(({ timer, dueAt }) => {
      const call = /\bcall(\d)\.(redial|next|outcome)\b/.exec(timer);
      const key = call
        ? ON_CALL[call[2]!]
        : BESIDE[/\b(?:emergency\.silence-\w+|talk\.owner-left)\b/.exec(timer)?.[0] ?? ''];
      const name = call ? (calls[Number(call[1])]?.institution.name ?? '') : '';
      return key ? [{ what: sayIn(locale, key, { name }), at: dueAt }] : [];
    })
    .sort((a, b) => a.at - b.at);
}
