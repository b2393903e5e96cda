/**
 * What is alarming now, and what this person should hear.
 *
 * An alarm event counts at once; the queue is the truth that corrects it: an SOS in the queue that nobody has is an
 * alarm though its event was lost, and one that somebody took is none. Seen is not taken: "la vi" silences for a while,
 * for one person, what was waiting then, and removes nothing.
 */
import {
  type Alarm,
  isDrill,
  isSos,
  isUntakenSos,
  type QueueRow,
  sosSince,
  type Staff,
} from '../../../bot/console/contract.js';

export interface Untaken {
  conversation: string;
  name: string;
  reason: string;
  since: number;
  /** Nobody real is in danger. */
  drill: boolean;
}

export interface AlarmView {
  /** SOS that nobody has, longest waiting first, a drill last: the reason of A1. */
  untaken: readonly Untaken[];
  /** Emergencies that a colleague handed to this person, until she looks, a drill last. */
  given: readonly Alarm[];
  /** How many real SOS somebody is handling. */
  handled: number;
  /** Others that are on: her silence, a message without ack, a risk that rose … */
  others: readonly Alarm[];
}

/** Two notes, one note, a low note, or nothing. */
export type Sound = 'sos' | 'look' | 'call' | null;

/** How long "la vi" keeps A1 quiet for the one who pressed it, ms. */
export const SEEN_MS = 20_000;
/** A1 repeats, ms, also for who was handed an emergency. */
export const REPEAT_MS = 8_000;

export class Alarms {
  readonly #on = new Map<string, Alarm>();
  readonly #seenUntil = new Map<string, number>();

  /** Gives how it should sound: something only when it was not on already. */
  receive(alarm: Alarm): Sound {
    const key = `${alarm.kind} ${alarm.conversation}`;
    const isNew = alarm.on && !this.#on.has(key);
    if (alarm.on) this.#on.set(key, alarm);
    else this.#on.delete(key);
    return isNew ? soundOf(alarm) : null;
  }

  /** A new connection: the server says again what is on. */
  reset(): void {
    this.#on.clear();
  }

  /** Rows came: an SOS alarm that they contradict is over. */
  settle(rows: Iterable<QueueRow>): void {
    for (const row of rows) {
      const alarm = this.#on.get(`sos ${row.conversation}`);
      if (alarm && (isSos(row) ? !isUntakenSos(row) : row.updatedAt > alarm.since))
        this.#on.delete(`sos ${row.conversation}`);
    }
  }

  view(rows: ReadonlyMap<string, QueueRow>): AlarmView {
    const sos = [...rows.values()].filter(isSos);
    const untaken = new Map(sos.filter(isUntakenSos).map(row => [row.conversation, fromRow(row)]));
    const alarms = [...this.#on.values()];
    // What is missing for long says that it is missing.
    const isSaid = ({ kind, conversation }: Alarm) =>
      kind === 'unarrived' && this.#on.has(`unarrived-long ${conversation}`);
    for (const alarm of alarms.filter(isAboutOwner)) {
      if (!untaken.has(alarm.conversation)) untaken.set(alarm.conversation, fromAlarm(alarm));
    }
    return {
      untaken: [...untaken.values()].sort((a, b) => Number(a.drill) - Number(b.drill) || a.since - b.since),
      given: alarms.filter(isGiven).sort((a, b) => Number(!!a.drill) - Number(!!b.drill) || a.since - b.since),
      handled: sos.filter(row => !untaken.has(row.conversation) && !isDrill(row)).length,
      // Of who has an SOS that nobody took, that is the alarm.
      others: alarms.filter(
        alarm => !isAboutOwner(alarm) && !isGiven(alarm) && !untaken.has(alarm.conversation) && !isSaid(alarm),
      ),
    };
  }

  /** This person saw what waits now. One that comes later sounds. */
  seen(view: AlarmView, now: number): void {
    this.#seenUntil.clear();
    for (const { conversation } of [...view.untaken, ...view.given]) this.#seenUntil.set(conversation, now + SEEN_MS);
  }

  /** Whether A1 sounds now for somebody in this state. What was handed to her nobody else has: it sounds in any. */
  mustSound({ untaken, given }: AlarmView, state: Staff['state'], now: number): boolean {
    return [...(state === 'available' ? untaken : []), ...given].some(
      ({ conversation }) => now >= (this.#seenUntil.get(conversation) ?? 0),
    );
  }
}

const isGiven = (alarm: Alarm) => alarm.kind === 'handed';
const isAboutOwner = (alarm: Alarm) => alarm.kind === 'sos' || alarm.kind === 'owner-lost';

const fromRow = (row: QueueRow): Untaken => ({
  conversation: row.conversation,
  name: row.name,
  reason: row.reason,
  since: sosSince(row),
  drill: isDrill(row),
});

const fromAlarm = ({ conversation, name, reason, since, drill }: Alarm): Untaken => ({
  conversation,
  name,
  reason,
  since,
  drill: drill ?? false,
});

function soundOf(alarm: Alarm): Sound {
  if (isAboutOwner(alarm) || isGiven(alarm)) return 'sos';
  return alarm.kind === 'call' ? 'call' : 'look';
}
