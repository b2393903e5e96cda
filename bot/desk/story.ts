/**
 * A conversation as somebody has it open: its turns, opened and folded in order, and what they add up to that no single
 * turn holds (delivery states, what the risk rests on, the level before).
 */
import { readText } from '../../flows/reading.js';
import { RISKS, type Sensed } from '../../flows/sense/types.js';
import type { Context, Marks } from '../../flows/context.js';
import type { SosWhy } from '../../flows/events.js';
import type { Protocol } from '../../flows/protocol.js';
import type { Facts, Item, Locale, MessageState, RiskLevel, SafetySign, StatesPatch } from '../console/contract.js';
import { isFurther } from '../console/delivery.js';
import type { RecordedSense, TurnBody } from '../record.js';
import type { StoredTurn } from '../store/store.js';
import { alertsOf } from '../heads.js';
import { inHerWords, reasonsOf } from './evidence.js';
import { itemsOf, type Told } from './lines.js';
import { saysWord, wordAfter } from './checkWord.js';
import { agreedIn, inPhrases, saysAgreed } from './quoting.js';
import { sayIn } from './words.js';

type State = StatesPatch['states'][number];

/** Reasons for a level are listed from here up. */
const TOLD_FROM = RISKS.indexOf('medium');
const CONTRIBUTIONS_MOST = 12;
const EVIDENCE_MOST = 3;

/** Alerts of a turn that speak against writing to her. */
const SIGNS: Readonly<Record<string, SafetySign>> = {
  'not-safe': 'unsafe',
  'asks-silence': 'unsafe',
  'somebody-came': 'came',
  'another-writes': 'another',
};

export class Story {
  #told: Told[] = [];
  readonly #states = new Map<number, State>();
  /** Seqs of our messages, by id. */
  readonly #sent = new Map<string, number>();
  #previous: RiskLevel | null = null;
  #sensed: RecordedSense | null = null;
  #marks: Marks | null = null;
  #later: Facts['safeContact']['later'] = null;
  #word: Facts['safeContact']['word'] = null;
  /** Words agreed with her, those of before too: a secret of hers stays one. */
  readonly #agreed = new Set<string>();
  readonly #readings: Protocol['readings'];
  readonly #reasons: { what: string; kind: 'signal' | 'word' | 'agreed'; at: number }[] = [];

  constructor({ readings }: Pick<Protocol, 'readings'>) {
    this.#readings = readings;
  }

  /** The last turn it holds. */
  get turn(): number {
    return this.#told.at(-1)?.turn.turn ?? 0;
  }

  /** What was made of her last message that had words. */
  get sensed(): RecordedSense | null {
    return this.#sensed;
  }

  /** What speaks against writing to her since she last said that it is safe. */
  get later(): Facts['safeContact']['later'] {
    return this.#later;
  }

  /** What is known of her check word since she called for help, or said that all is well. */
  get word(): Facts['safeContact']['word'] {
    return this.#word;
  }

  /** Adds the next turn. Gives the states of messages that it changed. */
  add(turn: StoredTurn, { snapshot, ...stored }: TurnBody): State[] {
    if (snapshot) for (const word of agreedIn(snapshot.context)) this.#agreed.add(word);
    const body = quotingHer(stored, [...this.#agreed]);
    const before = this.#told.at(-1)?.turn.facts ?? null;
    this.#told.push({ turn, before, body });
    for (const m of body.messages) if (m.direction === 'out') this.#sent.set(m.id, m.seq);
    if (before && before.risk !== turn.facts.risk) this.#previous = RISKS[before.risk] ?? null;
    if (body.sensed) this.#weigh(body.sensed, turn.at);
    if (body.event.why === 'agreed') this.#reasons.push({ what: '', kind: 'agreed', at: turn.at });
    const said = wordAfter(this.#word?.said ?? null, alertsOf(body));
    if (said !== (this.#word?.said ?? null)) this.#word = said && { said, at: turn.at };
    if (snapshot) this.#safety(turn, body, snapshot.context);
    return body.event.type === 'ACK' && !body.expired ? this.#acked(body.event, turn.at) : [];
  }

  /** What is read of it after a turn, with the states as they are now. */
  items(protocol: Protocol, locale: Locale, after = 0): Item[] {
    return this.#told
      .filter(({ turn }) => turn.turn > after)
      .flatMap(told =>
        itemsOf({ ...told, body: this.#discreet(told.body) }, protocol, locale).map(item => this.#withState(item)),
      );
  }

  risk(locale: Locale): Pick<Facts['risk'], 'previous' | 'contributions'> {
    // A word that she agreed on is on no screen: that it was one is why.
    const told = this.#reasons.filter(({ what }) => !saysAgreed(what, [...this.#agreed]));
    const contributions = told.map(({ what, kind, at }) => ({
      what: kind === 'agreed' ? sayIn(locale, 'line.sos.agreed') : what,
      from: sayIn(locale, `from.${kind === 'agreed' ? 'word' : kind}`),
      at,
    }));
    return { previous: this.#previous, contributions };
  }

  /** A word may be agreed on after it was quoted. */
  #discreet(body: Told['body']): Told['body'] {
    if (!body.sensed || this.#agreed.size === 0) return body;
    const evidence = body.sensed.evidence.filter(
      ({ kind, what }) => (kind !== 'signal' && kind !== 'word') || !saysAgreed(what, [...this.#agreed]),
    );
    return { ...body, sensed: { ...body.sensed, evidence } };
  }

  #weigh(sensed: RecordedSense, at: number): void {
    this.#sensed = sensed;
    if (RISKS.indexOf(sensed.risk as RiskLevel) < TOLD_FROM) return;
    for (const { what, kind } of reasonsOf(sensed).slice(0, EVIDENCE_MOST)) {
      if (!this.#reasons.some(one => one.what === what)) this.#reasons.push({ what, kind, at });
    }
    this.#reasons.splice(0, this.#reasons.length - CONTRIBUTIONS_MOST);
  }

  #safety(
    { at, facts }: StoredTurn,
    body: Pick<TurnBody, 'event' | 'effects' | 'messages' | 'sensed'>,
    { marks }: Pick<Context, 'marks'>,
  ): void {
    const before = this.#marks;
    this.#marks = marks;
    const saysYes =
      marks.safe === 'yes' && (before?.safe !== 'yes' || (before.asking && !marks.asking && !marks.quiet));
    if (saysYes) this.#later = null;
    const sign = signOf(body, facts, before, marks) ?? (this.#saysHush(body, at) ? 'came' : null);
    // Her call for help takes nothing back of what she wrote of who is there.
    if (sign && ((sign !== 'sos' && sign !== 'danger') || !this.#later)) this.#later = { sign, at };
  }

  /** While a person has her the machine decides nothing about it, and her words say it all the same. */
  #saysHush({ messages, sensed }: Pick<TurnBody, 'messages' | 'sensed'>, at: number): boolean {
    const text = messages.find(m => m.direction === 'in')?.text ?? '';
    return (
      sensed !== undefined &&
      text !== '' &&
      readText(text, null, sensed as Sensed, this.#readings, { ms: at, zone: 'UTC' }).reads('hush')
    );
  }

  /** A channel names one message or several, or says how far it got. */
  #acked(event: TurnBody['event'], at: number): State[] {
    const state = event.state as MessageState;
    const reason = typeof event.reason === 'string' ? { reason: event.reason } : {};
    const changed: State[] = [];
    for (const seq of this.#meant(event)) {
      if (!isFurther(state, this.#states.get(seq)?.state ?? 'waiting')) continue;
      const next: State = { seq, state, ...reason, at };
      this.#states.set(seq, next);
      changed.push(next);
    }
    return changed;
  }

  #meant({ seq, seqs, upTo, message }: TurnBody['event']): number[] {
    if (typeof upTo === 'number') return [...this.#sent.values()].filter(one => one <= upTo);
    if (Array.isArray(seqs)) return seqs as number[];
    if (typeof seq === 'number') return [seq];
    const found = this.#sent.get(String(message));
    return found === undefined ? [] : [found];
  }

  #withState(item: Item): Item {
    if (item.kind !== 'message' || item.direction === 'in') return item;
    const found = this.#states.get(item.seq);
    return found
      ? { ...item, state: found.state, ...(found.reason === undefined ? {} : { reason: found.reason }) }
      : item;
  }
}

/** How she asks for SOS in so many words. */
const ASKED: ReadonlySet<unknown> = new Set<SosWhy>(['word', 'agreed', 'button']);

function signOf(
  body: Pick<TurnBody, 'event' | 'effects'>,
  { milestones }: StoredTurn['facts'],
  before: Marks | null,
  { quiet, doubt }: Marks,
): SafetySign | null {
  const { type, why } = body.event;
  // By a word or the button she asked for it; by what else she wrote, her words told of danger.
  if (milestones.includes('emergency_open') && why !== 'executive') return ASKED.has(why) ? 'sos' : 'danger';
  const said = alertsOf(body).flatMap(one => SIGNS[one] ?? [])[0];
  if (said) return said;
  if (doubt && !before?.doubt) return 'another';
  return type === 'MSG' && quiet && !before?.quiet ? 'unsafe' : null;
}

/** Whoever reads why a message weighed reads what she wrote, not how the lexicon spells it; of an agreed word nothing. */
function quotingHer<Body extends Omit<TurnBody, 'snapshot'>>(body: Body, agreed: readonly string[]): Body {
  const text = body.messages.find(m => m.direction === 'in')?.text;
  if (!body.sensed || text === undefined) return body;
  const evidence = inPhrases(inHerWords(body.sensed.evidence, text), text, agreed);
  // One that is not known any more: which of her words it was cannot be told.
  const isAgreed = body.event.why === 'agreed' || alertsOf(body).some(saysWord);
  const isLost = isAgreed && !saysAgreed(text, agreed);
  return {
    ...body,
    sensed: {
      ...body.sensed,
      evidence: isLost ? evidence.filter(({ kind }) => kind !== 'signal' && kind !== 'word') : evidence,
    },
  };
}
