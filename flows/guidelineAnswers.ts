/**
 * The answers to the guideline, of whoever gave them: she, and the people who read her. Of each author the last answer is
 * kept, and one of them decides: a person's before hers, and the graver one where she answers after a person did, because
 * a machine lowers nothing. "Does not know" takes nothing back, whoever says it.
 */
import type { Context, GuidelineAnswer } from './context.js';
import type { FlowEvent } from './events.js';
import { readingOf } from './guards.js';

type Value = GuidelineAnswer['value'];

/** Her answer to a question, one that her words say, or one that a person enters. */
export interface GuidelineChange {
  guideline: { item: string; value: Value } | 'event' | 'read';
  item?: string;
}

export const HERSELF = 'citizen';
const GRAVITY: Record<Value, number> = { no: 0, unknown: 1, yes: 2 };

export function withGuideline(context: Context, event: FlowEvent, change: GuidelineChange): Context {
  const at = event.world.now;
  const put = (item: string, answer: GuidelineAnswer): Context => ({
    ...context,
    guideline: { ...context.guideline, [item]: joined(context.guideline[item], answer) },
  });
  const hers = (item: string, value: Value): Context => put(item, { value, by: HERSELF, at, quote: null });
  if (change.guideline === 'event') {
    if (event.type !== 'GUIDELINE') return context;
    const { item, value, quote, note, by } = event;
    return put(item, { value, by: by.name, at, quote, ...(note ? { note } : {}) });
  }
  if (change.guideline !== 'read') return hers(change.guideline.item, change.guideline.value);
  const read = readingOf(event);
  if (!read || !change.item) return context;
  return hers(change.item, read.reads('yes') ? 'yes' : read.reads('no') ? 'no' : 'unknown');
}

function joined(before: GuidelineAnswer | undefined, answer: GuidelineAnswer): GuidelineAnswer {
  if (!before) return answer;
  const { others = [], ...last } = before;
  const decides = stays(last, answer) ? last : answer;
  const rest = [...others, last, answer].filter(one => one !== decides && one.by !== decides.by);
  // Of each author the last one.
  const kept = rest.filter((one, i) => !rest.some((later, j) => j > i && later.by === one.by));
  return { ...decides, ...(kept.length > 0 ? { others: kept } : {}) };
}

function stays(before: GuidelineAnswer, answer: GuidelineAnswer): boolean {
  if (before.by === answer.by) return false;
  if (answer.by === HERSELF) return GRAVITY[before.value] >= GRAVITY[answer.value];
  return answer.value === 'unknown' && before.value === 'yes';
}
