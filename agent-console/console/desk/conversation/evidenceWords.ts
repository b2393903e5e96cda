/** What sense found, as few lines: alarm words one by one, the words that weighed together, the scores left to the heading. */
import type { Message } from '../../live/thread.js';
import { isKey, type Say } from '../../words/words.js';

type Evidence = NonNullable<Message['sensed']>['evidence'];

/** One line of the evidence: what kind it is, and what was found, with its weight where there is one. */
export interface EvidenceLine {
  kind: string;
  found: { what: string; weight?: number }[];
}

/** In this order; a kind that nobody listed comes last, under its own name. `model` stands in the heading. */
const KINDS = ['signal', 'word', 'context', 'sheet', 'guideline', 'language'];

export function evidenceLines(evidence: Evidence, t: Say): EvidenceLine[] {
  const kinds = [...new Set([...KINDS, ...evidence.map(one => one.kind)])].filter(kind => kind !== 'model');
  return kinds.flatMap(kind => {
    const found = largest(evidence.filter(one => one.kind === kind));
    const key = `evidence.kind.${kind}`;
    const word = isKey(key) ? t(key) : `${kind}:`;
    if (kind === 'word' && found.length > 0) return [{ kind: word, found }];
    return found.map(one => ({ kind: word, found: [one] }));
  });
}

export function intentWord(intent: string, t: Say): string {
  const key = `intent.${intent}`;
  return t(isKey(key) ? key : 'intent.other');
}

/** What spoke for two decisions is one finding, with the larger of its weights. */
function largest(evidence: Evidence): EvidenceLine['found'] {
  const found = new Map<string, EvidenceLine['found'][number]>();
  for (const { what, weight } of evidence) {
    const before = found.get(what)?.weight;
    if (weight === undefined) found.set(what, { what, ...(before === undefined ? {} : { weight: before }) });
    else found.set(what, { what, weight: Math.max(weight, before ?? weight) });
  }
  return [...found.values()];
}
