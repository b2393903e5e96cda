/**
 * What asks for somebody's act now: an SOS that nobody has, an owner lost, one that a colleague gave away, a risk that
 * rose, her silence, a message that did not leave or did not come to her screen, a call without answer or without its outcome. Each is on once a conversation, and goes off when its reason does.
 */
import { isDeepStrictEqual } from 'node:util';
import { ATTACK_AGAIN } from '../../flows/effects.js';
import type { Person } from '../../flows/events.js';
import { FOR_CALLERS } from '../../flows/danger/herWords.js';
import { type Alarm, isDrill, isUntakenSos, type QueueRow, sosSince } from '../console/contract.js';
import type { Actor } from './acts.js';
import type { TurnBody } from '../record.js';
import { calledBy } from './noteCalls.js';
import { alertsOf } from '../heads.js';
import { may, type Right } from '../console/rights.js';

/** One person, everybody, or who may move conversations. */
type To = string | null | { may: Right };

/** An alarm and who hears it. */
export interface Told {
  alarm: Alarm;
  to: To;
  /** Who hears it on, of those: for them it is not over. */
  except?: To;
}

const isAmong = (to: To, { id, roles }: Actor): boolean =>
  to === null || (typeof to === 'string' ? to === id : may(roles, to.may));

/** Whether this person hears it. */
export const hears = ({ to, except }: Told, actor: Actor): boolean =>
  isAmong(to, actor) && (except === undefined || !isAmong(except, actor));

type Kind = Alarm['kind'];

/** Why the machine alerted the people, to what they hear. Others show on the row alone. */
const KINDS: Readonly<Record<string, Kind>> = {
  'owner-lost': 'owner-lost',
  rise: 'rise',
  'sensed-high': 'rise',
  'guideline-high': 'rise',
  'says-no-danger': 'rise',
  'word-due': 'word-due',
  'word-right': 'word-right',
  'word-wrong': 'word-wrong',
  'says-safe': 'rise',
  'not-as-feared': 'rise',
  [ATTACK_AGAIN]: 'rise',
  'asks-person': 'rise',
  'says-herself': 'rise',
  'found-out': 'rise',
  'hour-unsafe': 'rise',
  'fear-told': 'rise',
  'him-told': 'rise',
  ...Object.fromEntries(FOR_CALLERS.map(why => [why, 'rise' as const])),
  moved: 'rise',
  unanswered: 'unanswered',
  silence: 'silence',
  'silence-long': 'silence',
  'silence-decide': 'silence',
  'call-unanswered': 'call',
  'call-next-institution': 'call',
  'call-no-answer': 'call',
  'call-busy': 'call',
  'call-failed': 'call',
  'call-refused': 'call',
  'outcome-missing': 'outcome',
};

/** Why the machine alerted the people, and whoever is on call is called where nobody has her; what goes on so goes on as it is. */
const CALLED_FOR: ReadonlySet<string> = new Set(['untaken', ATTACK_AGAIN]);
export const callsToHer = (why: string): boolean => CALLED_FOR.has(why);
/** Also where whoever had her gives her back: until then she was somebody's, and others think so still. */
export const callsPeople = (body: Pick<TurnBody, 'event' | 'effects'>): boolean =>
  body.event.type === 'TRANSFER' || alertsOf(body).some(callsToHer);

/** What everybody hears, also where one person has it: that person may not be there. */
const FOR_ALL: ReadonlySet<Kind> = new Set(['sos', 'owner-lost', 'unanswered']);

/** Of her check word: what comes last counts. */
const OF_WORD: readonly Kind[] = ['word-due', 'word-right', 'word-wrong'];

/** Kinds that nothing but an open emergency can mean. */
const OF_EMERGENCIES: readonly Kind[] = ['call', 'outcome', 'silence', 'handed', ...OF_WORD];

/** Events that answer an alarm. */
const ENDS: Readonly<Record<string, readonly Kind[]>> = {
  MSG: ['silence'],
  SOS: ['silence'],
  CALL: ['call', 'handed'],
  CALL_STATE: ['call', 'handed'],
  CALL_RESULT: ['call', 'outcome', 'handed'],
  SAY: ['unacked', 'rise', ...OF_WORD, 'unanswered', 'handed'],
  TAKE: ['rise', ...OF_WORD, 'unanswered', 'handed', 'offered', 'not-accepted'],
  RISK: ['rise'],
  DECIDE: ['silence'],
};

/** An SOS that no page has shown for so long goes to whoever is on call. */
const UNSEEN_MS = 10_000;
/** And again after so long, until somebody sees it. */
const PAGE_AGAIN_MS = 60_000;
/** What was said to her and has not come to her screen for so long is told to supervisors too. */
const UNARRIVED_LONG_MS = 60_000;

/**
 * Whether the guideline says more than was known: a level that rose, or imminent danger where no emergency is open. An answer
 * that only agrees with the level is no alarm.
 */
const isNews = ({ risk, emergency }: QueueRow, before: QueueRow['risk'] | undefined): boolean =>
  risk !== before || (risk === 'imminent' && emergency === 'idle');

/** An SOS of who is attended already sounds to whoever has her: she may be at another emergency, whose page covers the queue. */
const ofOwned = ({ owner }: QueueRow, { event }: Pick<TurnBody, 'event'>): Kind | undefined =>
  owner.kind === 'executive' && event.why !== 'executive' ? 'rise' : undefined;

/** One of each kind in a conversation; of those that are called to look, one for each. */
const keyOf = (kind: Kind, conversation: string, of = ''): string => `${kind} ${conversation} ${of}`;

/** One that begins. */
export const alarmOf = (row: QueueRow, kind: Kind, since: number): Alarm => ({
  kind,
  conversation: row.conversation,
  name: row.name,
  reason: row.reason,
  since,
  on: true,
  ...(isDrill(row) ? { drill: true } : {}),
});

export class Alarms {
  readonly #on = new Map<string, Told>();
  /** SOS that nobody has: when a page last showed each, and when somebody was last called to it. */
  readonly #watched = new Map<string, { shownAt: number; pagedAt: number | null }>();
  /** When this was first looked at: nobody could see one before. */
  #watchedFrom: number | null = null;

  /**
   * What a turn turned on or off.
   *
   * @param before - Her level before the turn; undefined where it is not known.
   */
  afterTurn(row: QueueRow, body: Pick<TurnBody, 'event' | 'effects'>, at: number, before?: QueueRow['risk']): Told[] {
    const told: Told[] = [];
    const { type, state } = body.event;
    for (const kind of ENDS[type] ?? []) told.push(...this.#off(row, kind, at));
    if (type === 'ACK' && (state === 'delivered' || state === 'read')) told.push(...this.#off(row, 'unacked', at));
    if (type === 'ACK' && state === 'failed') told.push(...this.#turnOn(row, 'unacked', at));
    // Whoever is given an emergency did not ask for it: she hears it until she looks or acts.
    if (type === 'TAKE' && typeof body.event.toName === 'string') told.push(...this.#turnOn(row, 'handed', at));
    if (type === 'NOTE' && body.event.offer !== undefined) told.push(...this.#offered(row, body.event, at));
    if (type === 'TRANSFER' && typeof body.event.toName === 'string')
      told.push(...this.#turnOn(row, 'offered', at, String(body.event.to)));
    told.push(...this.called(row, body, at));
    for (const why of alertsOf(body)) {
      const kind = why === 'sos' ? ofOwned(row, body) : KINDS[why];
      if (kind === 'owner-lost' && !isUntakenSos(row)) continue;
      if (why === 'guideline-high' && !isNews(row, before)) continue;
      for (const other of kind && OF_WORD.includes(kind) ? OF_WORD : [])
        if (other !== kind) told.push(...this.#off(row, other, at));
      if (kind) told.push(...this.#turnOn(row, kind, at));
    }
    return [...told, ...this.afterRow(row, at)];
  }

  /** What follows from the row alone, also after a restart. */
  afterRow(row: QueueRow, at: number): Told[] {
    const untaken = isUntakenSos(row);
    if (!untaken) this.#watched.delete(row.conversation);
    const lost = untaken ? [] : this.#off(row, 'owner-lost', at);
    const held = row.emergency !== 'idle' && row.owner.kind === 'executive';
    const isOffered = row.offer !== undefined || (row.owner.kind === 'queue' && row.to !== '');
    const another = row.owner.kind === 'executive' ? [] : this.#off(row, 'not-accepted', at);
    const taken = isOffered ? [] : this.#off(row, 'offered', at);
    const answered = held ? [] : [...this.#off(row, 'unanswered', at), ...this.#off(row, 'handed', at)];
    // An emergency that is over takes its calls and her silence along.
    const over = row.emergency === 'idle' ? OF_EMERGENCIES.flatMap(kind => this.#off(row, kind, at)) : [];
    return [
      ...lost,
      ...taken,
      ...another,
      ...answered,
      ...over,
      ...this.#unarrived(row, at),
      ...(untaken ? this.#turnOn(row, 'sos', row.emergencySince ?? at) : this.#off(row, 'sos', at)),
    ];
  }

  /** The first look at a row after a start: whom she is offered to is told again. */
  afterStart(row: QueueRow, at: number): Told[] {
    const offered = row.offer ? this.#turnOn(row, 'offered', row.offer.at, row.offer.to) : [];
    return [...offered, ...this.afterRow(row, at)];
  }

  /** The one who was asked hears it; and whoever has her, once she was refused. */
  #offered(row: QueueRow, { kept }: TurnBody['event'], at: number): Told[] {
    const before = this.#off(row, 'not-accepted', at);
    if (row.offer) return [...before, ...this.#turnOn(row, 'offered', at, row.offer.to)];
    return kept === true ? before : [...before, ...this.#turnOn(row, 'not-accepted', at)];
  }

  /** Her row left the board, also because she was erased: nothing of hers sounds any more, and nothing of hers is said. */
  gone(conversation: string, at: number): Told[] {
    this.#watched.delete(conversation);
    return [...this.#on.values()]
      .filter(({ alarm }) => alarm.conversation === conversation)
      .flatMap(({ alarm, to }) => this.#off(alarm, alarm.kind, at, alarm.kind === 'called' ? to : null))
      .map(told => ({ ...told, alarm: { ...told.alarm, name: '', reason: '' } }));
  }

  /** A colleague asks whoever may move conversations to look, until one of them opens it; she herself hears nothing of it. */
  support(row: QueueRow, { id, name }: Pick<Actor, 'id' | 'name'>, on: boolean, at: number): Told[] {
    if (!on) return this.#off(row, 'support', at);
    const key = keyOf('support', row.conversation);
    if (this.#on.has(key)) return [];
    const told: Told = { alarm: { ...alarmOf(row, 'support', at), by: name }, to: { may: 'reassign' }, except: id };
    this.#on.set(key, told);
    return [told];
  }

  /** Each is told by herself, and again by whoever calls her next. */
  called(row: QueueRow, body: Pick<TurnBody, 'event'>, at: number): Told[] {
    const by = (body.event.by as Person | undefined)?.name ?? '';
    return calledBy(body).map(({ id }) => {
      const told: Told = { alarm: { ...alarmOf(row, 'called', at), by }, to: id };
      this.#on.set(keyOf('called', row.conversation, id), told);
      return told;
    });
  }

  /** This person opened it: who asked her for company, or called her to look, has it. */
  opened(row: QueueRow, actor: Actor, at: number): Told[] {
    const asked = this.#on.get(keyOf('support', row.conversation));
    return [
      ...(asked && hears(asked, actor) ? this.#off(row, 'support', at) : []),
      ...this.#off(row, 'called', at, actor.id),
    ];
  }

  /** An executive looked. */
  seen(row: QueueRow, by: string, at: number): Told[] {
    const isFor = this.#on.get(keyOf('offered', row.conversation))?.to === by;
    return [
      ...['rise' as const, ...OF_WORD].flatMap(kind => this.#off(row, kind, at)),
      ...(row.owner.id === by ? this.#off(row, 'handed', at) : []),
      ...(isFor ? this.#off(row, 'offered', at) : []),
      // While the offer stands, nobody has answered it yet.
      ...(row.owner.id === by && !row.offer ? this.#off(row, 'not-accepted', at) : []),
    ];
  }

  /** What is on for a person who has just come. */
  current(actor: Actor): Alarm[] {
    return [...this.#on.values()].filter(told => hears(told, actor)).map(({ alarm }) => alarm);
  }

  /** What nobody but time turns on: something said to her is missing for long, an offer has no answer. */
  late(rows: ReadonlyMap<string, QueueRow>, now: number): Told[] {
    return [...rows.values()].flatMap(row => [
      ...(row.unarrivedSince !== undefined && now - row.unarrivedSince >= UNARRIVED_LONG_MS
        ? this.#turnOn(row, 'unarrived-long', row.unarrivedSince, { may: 'reassign' })
        : []),
      ...(row.offer && now >= row.offer.until ? this.#turnOn(row, 'not-accepted', row.offer.until) : []),
    ]);
  }

  /** SOS that nobody has and no page has shown for a while: somebody must be called to each now. */
  unseen(rows: ReadonlyMap<string, QueueRow>, isShown: (conversation: string) => boolean, now: number): QueueRow[] {
    this.#watchedFrom ??= now;
    const calls: QueueRow[] = [];
    for (const row of rows.values()) {
      if (!isUntakenSos(row)) continue;
      const since = Math.max(sosSince(row), this.#watchedFrom);
      const before = this.#watched.get(row.conversation) ?? { shownAt: since, pagedAt: null };
      const shownAt = isShown(row.conversation) ? now : before.shownAt;
      const due = now - shownAt >= UNSEEN_MS && (before.pagedAt === null || now - before.pagedAt >= PAGE_AGAIN_MS);
      this.#watched.set(row.conversation, { shownAt, pagedAt: due ? now : before.pagedAt });
      if (due) calls.push(row);
    }
    return calls;
  }

  /** It stays, whatever is written to her besides, until it has come to her screen or the emergency is over. */
  #unarrived(row: QueueRow, at: number): Told[] {
    if (row.unarrivedSince !== undefined) return this.#turnOn(row, 'unarrived', row.unarrivedSince);
    return [...this.#off(row, 'unarrived', at), ...this.#off(row, 'unarrived-long', at)];
  }

  /**
   * Where it was on for others, it goes off for those whom it is not for any more: what turns it off later does not reach them.
   *
   * @param only - For whom it is, where that is not whoever has her.
   */
  #turnOn(row: QueueRow, kind: Kind, since: number, only?: string | { may: Right }): Told[] {
    const key = keyOf(kind, row.conversation);
    const to =
      only !== undefined ? only : FOR_ALL.has(kind) || row.owner.kind !== 'executive' ? null : (row.owner.id ?? null);
    const before = this.#on.get(key);
    if (before && isDeepStrictEqual(before.to, to)) return [];
    const left = this.#off(row, kind, since).map(told => ({ ...told, except: to }));
    const told: Told = { alarm: alarmOf(row, kind, since), to };
    this.#on.set(key, told);
    return [...left, told];
  }

  /** @param of - Whose, of those that each person has by herself. */
  #off({ conversation }: Pick<QueueRow, 'conversation'>, kind: Kind, at: number, of: To = null): Told[] {
    const key = keyOf(kind, conversation, typeof of === 'string' ? of : '');
    const before = this.#on.get(key);
    if (!before) return [];
    this.#on.delete(key);
    return [{ ...before, alarm: { ...before.alarm, since: at, on: false } }];
  }
}
