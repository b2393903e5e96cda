/** From committed turns, and from what the channel and the mailer were given, to events in the order in which they happened. */
import type { Call } from '../../flows/context.js';
import { RISKS } from '../../flows/sense/types.js';
import type { Milestone } from '../../flows/milestones.js';
import type { Protocol } from '../../flows/protocol.js';
import { localOf } from '../../flows/calendar/zones.js';
import type { Outgoing } from '../channels/channel.js';
import type { Committed } from '../conversations.js';
import type { Mail } from '../email/mailer.js';
import type { RecordedMessage } from '../record.js';
import type { TimerRow } from '../store/store.js';
import { callsToHer } from '../desk/alarms.js';
import type { Happened } from './events.js';

/** `Happened` without its time, which is that of the clock. */
type Fact = Happened extends infer H ? (H extends { at_s: number } ? Omit<H, 'at_s'> : never) : never;

export class Report {
  readonly events: Happened[] = [];
  readonly #seconds: () => number;
  readonly #protocol: Pick<Protocol, 'zone' | 'texts' | 'locales'>;
  readonly #messages = new Map<string, RecordedMessage>();
  readonly #calls = new Map<string, string>();
  readonly #arms = new Map<string, string>();
  #owner = 'bot';
  #epoch = 0;
  #risk = 0;
  #emergency = 'idle';
  #step = '';
  /** The time that is hers, local. */
  #booked: string | null = null;

  /** @param seconds since the dialogue began, by the clock */
  constructor(seconds: () => number, protocol: Pick<Protocol, 'zone' | 'texts' | 'locales'>) {
    this.#seconds = seconds;
    this.#protocol = protocol;
  }

  add(fact: Fact): void {
    this.events.push({ at_s: this.#seconds(), ...fact } as Happened);
  }

  /** Forgets the events so far: they belong to the world before the first turn. */
  begin(): void {
    this.events.length = 0;
  }

  /** One turn. A risk is told first: what follows in its turn is done because of it. */
  committed({ head, body, turn, context }: Committed): void {
    for (const message of body.messages) if (message.direction === 'out') this.#messages.set(message.id, message);
    if (head.risk !== this.#risk) {
      this.#risk = head.risk;
      this.add({
        kind: 'risk',
        level: RISKS[head.risk] ?? String(head.risk),
        score: body.sensed?.riskScore ?? 0,
        evidence: (body.sensed?.evidence ?? []).map(e => e.what),
      });
    }
    const milestones = [...turn.facts.milestones] as Milestone[];
    for (const name of milestones) if (name === 'risk_assessed') this.add({ kind: 'milestone', name });
    const phase = PHASE_OF[head.emergency] ?? head.emergency;
    if (phase !== this.#emergency) this.add({ kind: 'emergency', phase: (this.#emergency = phase) });
    if (head.step !== this.#step) this.add({ kind: 'step', id: (this.#step = head.step) });
    // At rest nobody has her, and who writes is met by the robot.
    const owner = head.owner === 'rest' ? 'bot' : head.owner;
    if (owner !== this.#owner || head.epoch !== this.#epoch)
      this.add({ kind: 'thread', owner: (this.#owner = owner), epoch: (this.#epoch = head.epoch) });
    for (const name of milestones) {
      if (name === 'handed_to_executive')
        this.add({ kind: 'handoff', reason: String(head.desk.reason ?? ''), priority: context.marks.priority });
      if (name !== 'risk_assessed') this.add({ kind: 'milestone', name });
    }
    for (const call of [...context.calls, ...context.ledger]) if (call) this.#call(call);
    for (const effect of body.effects ?? []) this.#effect(effect.type, effect.params);
    for (const { key, why } of body.hushed ?? [])
      this.add({ kind: 'withheld', text: this.#written(key, context.locale), why });
    this.#event(body.event);
  }

  sent(message: Outgoing): void {
    const { sheet } = this.#messages.get(message.id) ?? {};
    this.add({
      kind: 'outbound',
      text: message.text,
      author: message.author,
      ...(message.name ? { name: message.name } : {}),
      ...(message.choices ? { choices: message.choices.map(c => c.label) } : {}),
      ...(sheet ? { sheet: sheet.id } : {}),
    });
  }

  mailed({ to, subject }: Mail): void {
    this.add({ kind: 'email', to, subject });
  }

  /** @param startsAt of the dialogue, ms UTC */
  timers(rows: readonly TimerRow[], startsAt: number): void {
    for (const { timer, arm, dueAt } of rows) {
      if (this.#arms.get(timer) === arm) continue;
      this.#arms.set(timer, arm);
      this.add({ kind: 'timer', id: timer.replace('xstate.after.', ''), due_s: (dueAt - startsAt) / 1_000 });
    }
  }

  #call({ institution, state, outcome, dialedAt }: Call): void {
    const key = `${institution.id} ${dialedAt}`;
    const now = `${state} ${outcome ?? ''}`;
    if (this.#calls.get(key) === now) return;
    this.#calls.set(key, now);
    this.add({
      kind: 'call',
      institution: institution.id,
      number: institution.number,
      state,
      ...(outcome ? { outcome } : {}),
    });
  }

  /** A text that was never filled in: as the protocol writes it. */
  #written(key: string, locale: string): string {
    const { texts, locales } = this.#protocol;
    return texts[locale]?.[key] ?? texts[locales[0]!]?.[key] ?? key;
  }

  #effect(type: string, params: Readonly<Record<string, unknown>>): void {
    if (type === 'alert') this.add({ kind: 'alert', to: alerted(String(params.why)), why: String(params.why) });
    if (type === 'free-slot' && typeof params.appointment === 'string') this.#cancelled();
    if (type === 'doubt-slot' && this.#booked)
      this.add({ kind: 'appointment', state: params.doubt ? 'doubted' : 'confirmed', slot: this.#booked });
    if (type === 'record') this.add({ kind: 'record', type: String(params.record) });
    if (type === 'contact' && typeof params.blocked === 'string') this.add({ kind: 'block', reason: params.blocked });
  }

  #cancelled(): void {
    this.add({ kind: 'appointment', state: 'cancelled', ...(this.#booked ? { slot: this.#booked } : {}) });
    this.#booked = null;
  }

  #event(event: Readonly<Record<string, unknown>>): void {
    const { type, slot, reason, state, seq } = event;
    const at =
      typeof slot === 'object' && slot !== null && 'at' in slot
        ? localOf(Number(slot.at), this.#protocol.zone).iso
        : undefined;
    if (at && type === 'BOOKED') this.#booked = at;
    if (type === 'HELD' || type === 'TAKEN' || type === 'BOOKED')
      this.add({ kind: 'appointment', state: APPOINTMENT[type], ...(at ? { slot: at } : {}) });
    if (type === 'CLOSE') this.add({ kind: 'close', reason: String(reason) });
    if (type === 'ACK' && state === 'withheld')
      this.add({
        kind: 'withheld',
        text: [...this.#messages.values()].find(m => m.seq === seq)?.text ?? '',
        why: String(reason),
      });
  }
}

/** What nobody took goes beyond the consoles, to the people on call. */
const alerted = (why: string): string => (callsToHer(why) ? 'on-call' : 'executives');

/** The question whether there is danger stands on her screen until it is answered. */
const PHASE_OF: Readonly<Record<string, string>> = { still: 'confirm' };

const APPOINTMENT = { HELD: 'held', TAKEN: 'taken', BOOKED: 'confirmed' } as const;
