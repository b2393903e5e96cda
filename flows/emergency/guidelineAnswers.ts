/** How the answers to the guideline change: by hers, by what her words say, or by what a person enters. */
import type { Context, GuidelineAnswer } from '../context.js';
import type { FlowEvent } from '../events.js';
import { answersAfter, HERSELF, withAnswer } from './guidelineJoined.js';
import { readingOf } from '../guards.js';

type Value = GuidelineAnswer['value'];

/** Her answer to a question, one that her words say, or one that a person enters. */
export interface GuidelineChange {
  guideline: { item: string; value: Value } | 'event' | 'read';
  item?: string;
}

export function withGuideline(context: Context, event: FlowEvent, change: GuidelineChange): Context {
  const hers = (item: string, value: Value): Context => ({
    ...context,
    guideline: withAnswer(context.guideline, item, { value, by: HERSELF, at: event.world.now, quote: null }),
  });
  if (change.guideline === 'event') return { ...context, guideline: answersAfter(context.guideline, event) };
  if (change.guideline !== 'read') return hers(change.guideline.item, change.guideline.value);
  const read = readingOf(event);
  if (!read || !change.item) return context;
  return hers(change.item, read.reads('yes') ? 'yes' : read.reads('no') ? 'no' : 'unknown');
}
