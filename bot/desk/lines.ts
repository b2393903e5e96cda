/**
 * From turns to what is read in a conversation: messages with what was sensed of them, notes, and one line for each
 * thing that happened besides. `agent-console` has the sentence of each line; here are its key and what fills it.
 */
import { LOW, RISKS } from '../../flows/sense/types.js';
import type { Protocol } from '../../flows/protocol.js';
import { BOOKED } from '../../flows/booking/bookedOutside.js';
import { CANCELLED } from '../../flows/steps/cancel-appointment.js';
import { sayWhen } from '../../flows/text/time/display.js';
import type { Item, Locale, Offer, RiskLevel } from '../console/contract.js';
import { alertsOf } from '../heads.js';
import { calledBy } from './noteCalls.js';
import { isLate, type RecordedMessage, type RecordedSense, type TurnBody } from '../record.js';
import type { StoredTurn, TurnFacts } from '../store/store.js';
import { readable, reasonsOf } from './evidence.js';
import { questionOf } from './question.js';
import { stepTitle } from './steps.js';
import { sayCode, sayIn } from './words.js';

/** One turn as it is read: its facts, those of the turn before, and its opened body. */
export interface Told {
  turn: Pick<StoredTurn, 'turn' | 'at' | 'facts'>;
  before: TurnFacts | null;
  body: Omit<TurnBody, 'snapshot'>;
}

type Message = Extract<Item, { kind: 'message' }>;
type Vars = Record<string, string | number>;

/** What stands in the chat after one turn, in order: lines of what a person did come before what was said by it. */
export function itemsOf(told: Told, protocol: Protocol, locale: Locale): Item[] {
  const { turn, body } = told;
  const { turn: number, at } = turn;
  if (body.expired) return [];
  const inbound = body.messages.filter(m => m.direction === 'in').map(m => messageOf(m, number, body, locale));
  const outbound = body.messages.filter(m => m.direction === 'out').map(m => messageOf(m, number, body, locale));
  const note: Item[] =
    body.event.type === 'NOTE' && typeof body.event.text === 'string' ? notesOf(body, number, at, body.event.text) : [];
  const lines = linesOf(told, protocol, locale).map(
    ([event, vars]): Item => ({ kind: 'event', turn: number, at, event, vars }),
  );
  return [...inbound, ...note, ...lines, ...outbound];
}

/** One that is offered may say nothing, and leave an answer all the same. */
function notesOf(body: Told['body'], turn: number, at: number, text: string): Item[] {
  const offer = body.event.offer as Offer | undefined;
  const draft = textOf(body, 'draft');
  if (offer && text === '' && draft === '') return [];
  const calls = calledBy(body).map(({ name }) => name);
  const left = {
    ...(offer ? { to: offer.toName } : {}),
    ...(draft === '' ? {} : { draft }),
    ...(calls.length > 0 ? { calls } : {}),
  };
  return [{ kind: 'note', turn, at, name: nameOf(body), text, ...left }];
}

/** Offered to a colleague; and how it ended where she did not take her. */
function offerLine({ event }: Told['body'], name: string): Line[] {
  const offer = event.offer as Offer | null;
  if (offer) return [['offered', { name, to: offer.toName }]];
  return event.kept === true ? [['kept', { name }]] : [['declined', { name }]];
}

function messageOf(m: RecordedMessage, turn: number, { sensed, parked }: Told['body'], locale: Locale): Message {
  const isHers = m.direction === 'in';
  return {
    kind: 'message',
    turn,
    seq: m.seq,
    at: m.at,
    direction: m.direction,
    author: m.author,
    ...(m.name ? { name: m.name } : {}),
    text: m.text,
    lang: m.locale,
    ...(m.choices ? { choices: m.choices } : {}),
    ...(m.media
      ? {
          media: {
            type: m.media.type,
            ...(m.media.lat === undefined || m.media.lon === undefined ? {} : { lat: m.media.lat, lon: m.media.lon }),
            ...(m.media.blob === undefined ? {} : { file: m.media.blob }),
          },
        }
      : {}),
    // Hers is here; what became of ours is told by acknowledgements.
    state: isHers ? 'delivered' : 'waiting',
    ...(isHers && isLate(m) ? { lateFrom: m.sentAt! } : {}),
    ...(isHers && sensed ? { sensed: sensedOf(sensed, locale) } : {}),
    ...(isHers && parked ? { parked } : {}),
    ...(m.sheet ? { sheet: m.sheet } : {}),
  };
}

function sensedOf(
  { intent, confidence, risk, riskScore, sheet, evidence }: RecordedSense,
  locale: Locale,
): NonNullable<Message['sensed']> {
  return {
    intent,
    confidence,
    risk: risk as RiskLevel,
    riskScore,
    sheet,
    evidence: evidence.map(one => readable(one, locale)),
  };
}

// ---- lines ----------------------------------------------------------------------------------------------------------------

type Line = readonly [event: string, vars: Vars];

function linesOf(told: Told, protocol: Protocol, locale: Locale): Line[] {
  const made = LINES[told.body.event.type]?.(told, protocol, locale) ?? [];
  return [...made, ...stateLines(told, protocol, locale), ...ownerLines(told, protocol, locale)];
}

/** Whom the service called to an emergency that nobody had, or who said that she sees to it. */
function calledLine({ event }: Told['body'], locale: Locale): Line[] {
  const called = event.called as
    | { name: string; ways: string[]; failed: string[] }
    | { acknowledged: string }
    | { name: string; phone: string }
    | undefined;
  if (!called) return [];
  if ('phone' in called)
    return [['oncall_phone', { name: called.name, how: sayCode(locale, 'line.phone', called.phone) }]];
  if ('acknowledged' in called) return [['oncall_acknowledged', { name: called.acknowledged }]];
  const ways = (list: readonly string[]): string => list.map(way => sayCode(locale, 'line.way', way)).join(', ');
  return called.ways.length > 0
    ? [['oncall_called', { name: called.name, ways: ways(called.ways) }]]
    : [['oncall_unreached', { name: called.name, ways: ways(called.failed) }]];
}

/** Events that tell of themselves. */
const LINES: Readonly<Record<string, (told: Told, protocol: Protocol, locale: Locale) => Line[]>> = {
  TRANSFER: ({ body }, _, locale) => [
    ['transferred', { name: nameOf(body), to: textOf(body, 'toName') || sayIn(locale, 'line.queue') }],
  ],
  DISCARD: ({ body }) => [['discarded', { name: nameOf(body), why: textOf(body, 'reason') }]],
  REFERRAL: ({ body }) => [['referral', { name: nameOf(body), outcome: textOf(body, 'outcome') }]],
  CLOSE: ({ body }) => [['closed', { name: nameOf(body), reason: textOf(body, 'reason') }]],
  UNBLOCK: ({ body }) => [['unblocked', { name: nameOf(body), why: textOf(body, 'reason') }]],
  QUIET: ({ body }) => [[body.event.on === true ? 'quiet' : 'unquiet', { name: nameOf(body) }]],
  CHECK: ({ body }) => [['silence_check', { name: nameOf(body) }]],
  DECIDE: ({ body }) => [['silence_decided', { name: nameOf(body), decision: textOf(body, 'decision') }]],
  PLACE: ({ body }) => [['place', { place: textOf(body, 'text'), by: nameOf(body) }]],
  PROFILE: ({ body }) => [['safe_contact', { name: nameOf(body) }]],
  LABEL: ({ body }) => (body.event.priority === true ? [['priority', { name: nameOf(body) }]] : []),
  GUIDELINE: ({ body }, protocol, locale) => [
    [
      body.event.contests === true ? 'contested' : 'answer',
      {
        item: questionOf(protocol, textOf(body, 'item'), locale),
        value: textOf(body, 'value'),
        by: [nameOf(body), textOf(body, 'note')].filter(Boolean).join(' · '),
      },
    ],
  ],
  CALL: ({ body }) => [['call', { institution: institutionOf(body), state: 'dialing' }]],
  CALL_STATE: ({ body }) => [['call', { institution: institutionOf(body), state: textOf(body, 'state') }]],
  CALL_RESULT: ({ body }) => [
    [
      body.event.untold === true ? 'call_result_untold' : 'call_result',
      { institution: institutionOf(body), outcome: textOf(body, 'outcome') },
    ],
  ],
  BOOKED: ({ body }, protocol, locale) => {
    const { at } = (body.event.slot ?? {}) as { at?: number };
    if (at === undefined) return [];
    const time = sayWhen(at, protocol.zone, locale);
    const isTold = body.event.person !== true || isSaid(body, BOOKED);
    return [isTold ? ['booked', { time }] : ['booked_untold', { time, untold: untoldOf(body) }]];
  },
  UNBOOK: ({ body }) => [
    isSaid(body, CANCELLED)
      ? ['unbooked', { name: nameOf(body) }]
      : ['unbooked_untold', { name: nameOf(body), untold: untoldOf(body) }],
  ],
  MAILED: (_told, _protocol, locale) => [['mail', { state: sayIn(locale, 'line.mail.sent') }]],
  MAIL_FAILED: (_told, _protocol, locale) => [['mail', { state: sayIn(locale, 'line.mail.failed') }]],
  NOTE: ({ body }, _, locale) => {
    if (body.event.expired === true) return [['expired', {}]];
    if (body.event.offer !== undefined) return offerLine(body, nameOf(body));
    return typeof body.event.unarrived === 'number' ? [['unarrived', {}]] : calledLine(body, locale);
  },
  PARKED: () => [['parked', {}]],
};

const isSaid = ({ messages }: Told['body'], key: string): boolean =>
  messages.some(m => m.direction === 'out' && m.key?.startsWith(key));
/** Why she was not told of what was done on the calendar. */
const untoldOf = (body: Told['body']): string =>
  body.hushed?.some(one => one.why === 'cover') ? 'cover' : textOf(body, 'untold') || 'not_safe';

/** Whose she became. A message that took her says so too. */
function ownerLines({ turn, before, body }: Told, protocol: Protocol, locale: Locale): Line[] {
  const { owner, to } = turn.facts;
  if (owner === (before?.owner ?? 'bot')) return [];
  if (owner === 'bot')
    return body.event.type === 'RELEASE'
      ? [
          [
            'released',
            { name: nameOf(body), step: to ? stepTitle(protocol, to, locale) : sayIn(locale, 'line.where-she-was') },
          ],
        ]
      : [];
  if (owner === 'rest') return [];
  if (owner !== 'queue') return [takenLine(body)];
  if (body.event.type === 'TRANSFER') return [];
  const wasSomebodys = before !== null && !ROBOT.has(before.owner);
  if (wasSomebodys) return [['returned', { why: sayIn(locale, 'line.queue.owner-lost') }]];
  const why = body.event.type === 'SOS' ? 'line.queue.sos' : body.parked ? 'line.queue.parked' : 'line.queue.other';
  return [['queued', { why: sayIn(locale, why) }]];
}

/** By herself, from a colleague who had her, or because one handed her over. */
function takenLine(body: Told['body']): Line {
  const [name, to, from] = [nameOf(body), textOf(body, 'toName'), textOf(body, 'fromName')];
  if (to !== '') return ['handed', { name, to }];
  if (body.event.accepted === true) return ['accepted', { name, from }];
  return from === '' ? ['taken', { name }] : ['taken_over', { name, from }];
}

const ROBOT: ReadonlySet<string> = new Set(['bot', 'rest']);

/** What the machine's facts say: a step, a risk, an emergency, her silence. */
function stateLines({ turn, before, body }: Told, protocol: Protocol, locale: Locale): Line[] {
  const { emergency } = protocol;
  const { facts } = turn;
  const lines: Line[] = [];
  const from = before?.risk ?? 0;
  // Nothing known and low are one word: going from one to the other is no news.
  if (wordOf(facts.risk) !== wordOf(from)) {
    const by = body.event.type === 'RISK' ? nameOf(body) : sayIn(locale, 'by.machine');
    const why = textOf(body, 'reason') || (body.sensed ? (reasonsOf(body.sensed)[0]?.what ?? '') : '');
    lines.push(['risk', { from: RISKS[from] ?? 'none', to: RISKS[facts.risk] ?? 'none', by, why }]);
  }
  if (facts.milestones.includes('emergency_open')) lines.push(['emergency', { why: sosWhy(body, locale) }]);
  if (facts.owner === 'bot' && facts.to !== '' && facts.to !== before?.to && body.event.type !== 'RELEASE')
    lines.push(['step', { step: stepTitle(protocol, facts.to, locale) }]);
  for (const why of alertsOf(body)) if (NOTED.has(why)) lines.push([why.replaceAll('-', '_'), {}]);
  const silence = ['silence', 'silence-long', 'silence-decide'].findIndex(why => alertsOf(body).includes(why));
  if (silence >= 0) lines.push(['silence', { seconds: Math.round((emergency.silence[silence] ?? 0) / 1_000) }]);
  return lines;
}

/** What people are told of without a sound of its own: how her check word stands, and whom nobody is to write to. */
const NOTED: ReadonlySet<string> = new Set(['word-due', 'word-right', 'word-wrong', 'not-to-her']);

const wordOf = (risk: number): number => Math.max(risk, LOW);

const sosWhy = (body: Told['body'], locale: Locale): string => {
  if (body.event.type === 'GUIDELINE') return sayIn(locale, 'line.sos.guideline', { name: nameOf(body) });
  const code = textOf(body, 'why') || 'unsure';
  return code === 'executive'
    ? sayIn(locale, 'line.sos.executive', { name: nameOf(body) })
    : sayCode(locale, 'line.sos', code);
};

/** Who did it; empty for the machine. */
function nameOf({ event }: Told['body']): string {
  const by = event.by as { name?: unknown } | null | undefined;
  return typeof by?.name === 'string' ? by.name : '';
}

const textOf = ({ event }: Told['body'], field: string): string =>
  typeof event[field] === 'string' ? event[field] : '';

/** A call's own field is the institution; its states carry the name alone. */
function institutionOf({ event }: Told['body']): string {
  const given = event.institution as { name?: unknown } | string | undefined;
  return typeof given === 'string' ? given : typeof given?.name === 'string' ? given.name : '';
}
