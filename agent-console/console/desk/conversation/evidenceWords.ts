/**
 * What sense found, in words that an executive reads: the service's codes (a lexicon's group, a level, a decision) are for
 * whoever tunes it; hers are the words in her message.
 */
import type { Message } from '../../live/thread.js';
import { isKey, type Say } from '../../words/words.js';

type Evidence = NonNullable<Message['sensed']>['evidence'];

/** One line of the evidence: what kind it is, and what was found. */
export interface EvidenceLine {
  kind: string;
  /** With its weight, where there is one. */
  found: { what: string; weight?: number }[];
}

/** `danger-now: me va a matar (S)` and `risk: cuchillo`, as sense writes them. */
const CODED = /^[a-z_-]+: (?<words>.+?)(?: \((?<level>[A-Z])(?<negated>, negated)?\))?$/;

/** Her words alone, in quotes; what has another form is left as it came. */
export function herWords(what: string): string {
  const words = CODED.exec(what)?.groups?.words;
  return words === undefined ? what : `«${words}»`;
}

/** Alarm words first, one line each; the words that weighed in one line; the scores are in the heading already. */
export function evidenceLines(evidence: Evidence, t: Say): EvidenceLine[] {
  const signals = evidence.filter(one => one.kind === 'signal').map(one => signalLine(one.what, t));
  const words = unique(evidence.filter(one => one.kind === 'word'));
  const others = evidence.filter(one => one.kind === 'sheet' || one.kind === 'language' || one.kind === 'guideline');
  return [
    ...signals,
    ...(words.length > 0 ? [{ kind: t('evidence.kind.word'), found: words }] : []),
    ...(evidence.some(one => one.kind === 'context') ? [{ kind: t('evidence.kind.context'), found: [] }] : []),
    ...others.map(({ kind, what, weight }) => ({ kind: kindWord(kind, t), found: [found(what, weight)] })),
  ];
}

export function intentWord(intent: string, t: Say): string {
  const key = `intent.${intent}`;
  return isKey(key) ? t(key) : intent;
}

function signalLine(what: string, t: Say): EvidenceLine {
  const isNegated = CODED.exec(what)?.groups?.negated !== undefined;
  return { kind: t(isNegated ? 'evidence.kind.negated' : 'evidence.kind.signal'), found: [{ what: herWords(what) }] };
}

/** A word that spoke for two decisions is one word, with the larger of its weights. */
function unique(evidence: Evidence): EvidenceLine['found'] {
  const largest = new Map<string, number | undefined>();
  for (const { what, weight } of evidence) {
    const word = herWords(what);
    largest.set(word, Math.max(weight ?? 0, largest.get(word) ?? 0) || weight);
  }
  return [...largest].map(([what, weight]) => found(what, weight));
}

function kindWord(kind: string, t: Say): string {
  const key = `evidence.kind.${kind}`;
  return isKey(key) ? t(key) : kind;
}

const found = (what: string, weight: number | undefined) => ({ what, ...(weight === undefined ? {} : { weight }) });
