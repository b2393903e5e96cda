/** Why sense decided so, for whoever reads the conversation: the words that weighed, the lexicon's hits, the sheet. */
import { isWord, type Normalised } from '../text/normalise.js';
import type { Judged } from './judge.js';
import { HIGH_OUTPUT, intentOutput, type Model } from './model.js';
import type { Signals } from './signals.js';
import { type Evidence, INTENTS, type Language } from './types.js';

export interface Decided {
  message: Normalised;
  /** Has just read the message. */
  model: Model;
  judged: Judged;
  signals: Signals;
  /** The nearest sheet, and whether it is given; null where there are no sheets. */
  nearest: { id: string; sure: number; given: boolean } | null;
  language: { is: Language; sure: number };
  inEmergency: boolean;
}

const WORDS_MAX = 4;
/** A word that adds less than this to the log-odds is no reason. */
const WEIGHS_FROM = 0.15;

export function evidenceOf({ message, model, judged, signals, nearest, language, inEmergency }: Decided): Evidence[] {
  const said = signals.signals.map(s => `${s.group}: ${s.phrase} (${s.level}${s.negated ? ', negated' : ''})`);
  const evidence: Evidence[] = [...new Set(said)].map(what => ({ kind: 'signal', what }));
  if (judged.risk !== 'none')
    evidence.push(...wordsThatWeighed(message, model.weighed(HIGH_OUTPUT, message.tokens.length), 'risk'));
  evidence.push(
    ...wordsThatWeighed(
      message,
      model.weighed(intentOutput(INTENTS.indexOf(judged.intent)), message.tokens.length),
      judged.intent,
    ),
  );
  evidence.push(
    { kind: 'model', what: `intent ${judged.intent}`, weight: rounded(judged.confidence) },
    { kind: 'model', what: 'risk high or more', weight: rounded(judged.riskScore) },
  );
  if (nearest)
    evidence.push({
      kind: 'sheet',
      what: nearest.given ? nearest.id : `${nearest.id} (not sure enough to be given)`,
      weight: rounded(nearest.sure),
    });
  evidence.push({ kind: 'language', what: language.is, weight: rounded(language.sure) });
  if (inEmergency) evidence.push({ kind: 'context', what: 'in an emergency: nothing takes back a word of alarm' });
  return evidence;
}

/** The words that spoke most for a decision, the heaviest first. */
function wordsThatWeighed({ tokens }: Normalised, weights: Float64Array, decision: string): Evidence[] {
  return [...weights.entries()]
    .filter(([at, weight]) => weight >= WEIGHS_FROM && isWord(tokens[at]!))
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, WORDS_MAX)
    .map(([at, weight]) => ({ kind: 'word', what: `${decision}: ${tokens[at]!}`, weight: rounded(weight) }));
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
