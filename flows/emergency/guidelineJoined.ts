/**
 * The answers to the guideline, of whoever gave them: she, and the people who read her. Of each author the last answer is
 * kept, and one of them decides: a person's before hers, and the graver one where she answers after a person did, because
 * a machine lowers nothing. "Does not know" takes nothing back, whoever says it.
 */
import type { Context, GuidelineAnswer } from '../context.js';
import type { FlowEvent } from '../events.js';

type Answers = Context['guideline'];

export const HERSELF = 'citizen';
const GRAVITY: Record<GuidelineAnswer['value'], number> = { no: 0, unknown: 1, yes: 2 };

export const withAnswer = (answers: Answers, item: string, answer: GuidelineAnswer): Answers => ({
  ...answers,
  [item]: joined(answers[item], answer),
});

/** What the answers become by what a person enters; any other event changes none. */
export function answersAfter(answers: Answers, event: FlowEvent): Answers {
  if (event.type !== 'GUIDELINE') return answers;
  const { item, value, quote, note, recency, contests, by, world } = event;
  return withAnswer(answers, item, {
    value,
    by: by.name,
    at: world.now,
    quote,
    ...(note ? { note } : {}),
    ...(recency ? { recency } : {}),
    ...(contests ? { contests } : {}),
  });
}

function joined(before: GuidelineAnswer | undefined, given: GuidelineAnswer): GuidelineAnswer {
  if (!before) return given;
  const answer = dated(before, given);
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

/** A yes that says nothing of when takes nothing from the one that did. */
const dated = ({ value, recency }: GuidelineAnswer, answer: GuidelineAnswer): GuidelineAnswer =>
  value === 'yes' && answer.value === 'yes' && recency && !answer.recency ? { ...answer, recency } : answer;
