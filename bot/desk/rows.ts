/**
 * A row of the queue: the head of a conversation, with what the desk remembers of it besides (her pseudonym, a few of
 * her words, what an executive has looked at). Both come from turns, so a row is made the same live and after a restart.
 */
import { INTENT_SURE } from '../../flows/reading.js';
import { RISKS } from '../../flows/sense/types.js';
import type { Contact } from '../privacy/contacts.js';
import { type CallView, isDrill, type QueueRow, type WordSaid } from '../console/contract.js';
import { deadlineOf } from '../console/queue.js';
import type { TurnBody } from '../record.js';
import type { Head } from '../store/store.js';
import { alertsOf, endingOf, isToldUnarrived, unarrivedSince } from '../heads.js';
import { saysWord, wordAfter } from './checkWord.js';
import { graveOf } from './evidence.js';
import { excerptOf } from './excerpt.js';
import { offerOf } from './handover.js';
import { saysAgreed, withoutAgreed } from './quoting.js';

/** What a head does not hold. */
export interface Remembered {
  name: string;
  blocked: QueueRow['blocked'];
  /** Her words that say why she is here, at most `EXCERPT_MOST` characters. */
  quote: string;
  /** Level of the message that was quoted. */
  quoted: number;
  /** An emergency is open: what opened it stays, but for graver words of hers. */
  opened: boolean;
  word: WordSaid | null;
  /** Something is known of what she needs. */
  assessed: boolean;
  /** The colleague to whom she was given, until somebody takes her. */
  to: string;
  /** The head's count of unread messages when an executive last looked. */
  seen: number;
  calls: CallView[];
}

export const remember = ({ pseudonym, blocked }: Pick<Contact, 'pseudonym' | 'blocked'>): Remembered => ({
  name: pseudonym,
  blocked: blocked?.reason ?? null,
  quote: '',
  quoted: 0,
  opened: false,
  word: null,
  assessed: false,
  to: '',
  seen: 0,
  calls: [],
});

/** After one more turn. `agreed`: the words agreed with her, as they are known by then. */
export function remembered(
  before: Remembered,
  { event, messages, sensed, effects }: Pick<TurnBody, 'event' | 'messages' | 'sensed' | 'effects'>,
  agreed: readonly string[] = [],
): Remembered {
  const alerts = alertsOf({ effects });
  const after = {
    ...before,
    ...blockedBy(before, event),
    ...openedBy(before, alerts, endingOf({ event, effects }) !== null),
    to: toOf(before, event),
    ...(saysAgreed(before.quote, agreed) ? { quote: '', quoted: 0 } : {}),
  };
  const said = messages.find(message => message.direction === 'in')?.text ?? '';
  const text = withoutAgreed(said.replace(/\s+/g, ' ').trim(), agreed);
  if (!sensed) return after;
  // A word that was agreed on with her is on no screen by itself, neither then nor once its emergency is over.
  const isAgreed = event.why === 'agreed' || alerts.some(saysWord);
  const level = RISKS.indexOf(sensed.risk as (typeof RISKS)[number]);
  if (level > 0 || (sensed.confidence >= INTENT_SURE && !VAGUE.has(sensed.intent))) after.assessed = true;
  // What was most alarming stays; among equals the latest tells more. In an emergency only graver words do: whatever calms may be another's.
  const tells = before.opened ? graveOf(sensed.evidence, text) !== null : level >= before.quoted;
  if (text !== '' && tells && !isAgreed) Object.assign(after, { quote: excerptOf(text, sensed), quoted: level });
  return after;
}

/** Of another emergency nothing is told in this one. */
function openedBy(
  { opened, word, quoted }: Remembered,
  alerts: readonly string[],
  isOver: boolean,
): Pick<Remembered, 'opened' | 'word' | 'quoted'> {
  if (isOver) return { opened: false, word: null, quoted: 0 };
  return { opened: opened || alerts.includes('sos'), word: wordAfter(word, alerts), quoted };
}

/** Intents that say nothing of what she needs. */
const VAGUE: ReadonlySet<string> = new Set(['other', 'greeting', 'goodbye']);

function blockedBy(before: Remembered, event: TurnBody['event']): Pick<Remembered, 'blocked'> {
  if (event.type === 'UNBLOCK') return { blocked: null };
  const { reason } = event;
  return {
    blocked: event.type === 'CLOSE' && (reason === 'aggressor' || reason === 'prank') ? reason : before.blocked,
  };
}

/** Given to one colleague, anybody may take her all the same: nobody waits for one person alone. */
function toOf(before: Remembered, { type, toName }: TurnBody['event']): string {
  if (type === 'TRANSFER') return typeof toName === 'string' ? toName : '';
  return type === 'TAKE' || type === 'SAY' ? '' : before.to;
}

export function rowOf(head: Head, { name, blocked, quote, assessed, to, seen, calls, word }: Remembered): QueueRow {
  const { desk, owner } = head;
  const risk = RISKS[head.risk] ?? 'none';
  const known = {
    risk,
    assessed: assessed || head.risk > 0 || typeof desk.riskBy === 'string',
    emergency: head.emergency,
    emergencySince: numberOf(desk.emergencySince),
    recordedAt: numberOf(desk.emergencyRecordedAt),
    discardedAt: numberOf(desk.emergencyDiscardedAt),
    queuedAt: head.queuedAt,
  };
  return {
    conversation: head.conversation,
    name,
    channel: head.channel,
    protocol: head.protocol,
    locale: head.locale,
    ...known,
    riskBy: typeof desk.riskBy === 'string' ? desk.riskBy : null,
    owner:
      owner === 'bot' || owner === 'queue' || owner === 'rest'
        ? { kind: owner }
        : { kind: 'executive', id: owner, name: String(desk.ownerName ?? ''), ...sinceOf(head) },
    epoch: head.epoch,
    reason: quote,
    to,
    priority: desk.priority === true,
    blocked: desk.blocked === true ? (blocked ?? 'aggressor') : null,
    quiet: desk.quiet === true,
    ...(desk.agreed === true ? { agreed: true } : {}),
    ...offerIn(head),
    ...(desk.doubt === true ? { doubt: true } : {}),
    ...(desk.places === true && head.emergency !== 'idle' ? { places: true } : {}),
    ...(word && head.emergency !== 'idle' ? { word } : {}),
    ...(head.emergency !== 'idle' && isToldUnarrived(head)
      ? { unarrivedSince: unarrivedSince(head) ?? head.updatedAt }
      : {}),
    deadlineAt: deadlineOf(known),
    lastInboundAt: head.lastInboundAt,
    unread: Math.max(0, unreadOf(head) - seen),
    calls,
    updatedAt: head.updatedAt,
  };
}

const offerIn = (head: Head): Pick<QueueRow, 'offer'> => {
  const offer = offerOf(head);
  return offer ? { offer } : {};
};

/** Since when the person who has her has had her. */
export const sinceOf = ({ desk }: Pick<Head, 'desk'>): { since?: number } =>
  typeof desk.ownerSince === 'number' ? { since: desk.ownerSince } : {};

export const unreadOf = ({ desk }: Pick<Head, 'desk'>): number => Number(desk.unread ?? 0);

/** Somebody may still have to look at it. A closed contact stays in view for a day after she last wrote; a drill is over with its emergency. */
export function isInView({ channel, emergency, open, desk, lastInboundAt }: Head, now: number): boolean {
  if (isDrill({ channel })) return emergency !== 'idle';
  return open || (desk.blocked === true && lastInboundAt !== null && now - lastInboundAt < DAY_MS);
}

const DAY_MS = 86_400_000;
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
