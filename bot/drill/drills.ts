/**
 * Drills: an emergency that is none, over the real way of a message, the real queue and the real calls to people on call.
 *
 * A drill is one document, numbered: the next number is written by whoever is first, so only one goes on, and a restart
 * finds it again. What is written in it comes in as messages of the channel `drill`; how long people took is read from the
 * turns of its conversation. Ended, each open call gets an outcome and the emergency is discarded, in its own name.
 */
import type { Happened, Person, World } from '../../flows/events.js';
import { contextOf } from '../../flows/turn.js';
import type { DrillOutcome, DrillPast, DrillRunning, DrillsView } from '../console/contract.js';
import { DRILL } from '../console/contract.js';
import type { Conversations, Live, Protocols } from '../conversations.js';
import { callsOf } from '../desk/calls.js';
import { calledIn } from '../desk/doing.js';
import { inTurns } from '../desk/inTurns.js';
import type { Inbound } from '../inbound.js';
import { type Log, reasonOf } from '../log.js';
import type { Paged } from '../oncall/pages.js';
import { InOrder } from '../order.js';
import type { Contacts } from '../privacy/contacts.js';
import { type Doc, RevisionConflict, type Store } from '../store/store.js';
import type { Threads } from '../threads.js';
import { scriptOf } from './script.js';
import { ENDING, type Measured, measured, NOTHING } from './times.js';

export interface DrillsParts {
  store: Store;
  contacts: Pick<Contacts, 'get'>;
  threads: Threads;
  conversations: Conversations;
  inbound: Pick<Inbound, 'receive'>;
  protocols: Protocols;
  world(protocol: string): World;
  now(): number;
  log: Log;
  /** The protocol whose emergency is exercised. */
  protocol(): string;
  /** After so long a drill that nobody ended ends by itself. */
  lastsMs: number;
  /** Somebody real waits for a person, in danger. */
  isSomebodyWaiting(): boolean;
  /** People who were called to this conversation. */
  pagesOf(conversation: string): Promise<readonly Paged[]>;
  /** Told of the one that goes on, whenever something of it changed, and of its end. */
  show(running: DrillRunning | null): void;
}

/** Why a drill cannot be started or ended. */
export type DrillRefused = 'drill-running' | 'drill-none' | 'drill-somebody-waits';

/** As it is kept. */
interface Kept {
  number: number;
  conversation: string;
  name: string;
  by: Person;
  startedAt: number;
  endsAt: number;
  endedAt: number | null;
  outcome: DrillOutcome | null;
  endedBy: string | null;
}

const COLLECTION = 'drills';
/** Shown of those that are over. */
const PAST_MOST = 20;
/** One that another process started is noticed within this. */
const LOOK_EVERY_MS = 5_000;
/** Who ends what nobody ended. */
const ITSELF: Person = { id: DRILL, name: 'Simulacro' };

export class Drills {
  readonly #parts: DrillsParts;
  readonly #order = new InOrder();
  /** Of those that are over: nothing of it changes any more. */
  readonly #past = new Map<number, Measured>();
  #doc: Doc | null = null;
  #lookedAt = -Infinity;
  /** Lines of its script that came in, and its turns as far as they were measured. */
  #told = 0;
  #upTo = 0;
  #measured: Measured = NOTHING;

  constructor(parts: DrillsParts) {
    this.#parts = parts;
  }

  /** Begins one: its call for help is in the queue when this resolves. */
  start(by: Person): Promise<DrillRefused | null> {
    return this.#alone(async () => {
      const { store, threads, contacts, isSomebodyWaiting, protocol, now, lastsMs, log } = this.#parts;
      const last = await this.#look();
      if (last && isOpen(last)) return 'drill-running';
      if (isSomebodyWaiting()) return 'drill-somebody-waits';
      const number = (last ? keptIn(last).number : 0) + 1;
      const thread = await threads.open(DRILL, String(number), protocol());
      const startedAt = now();
      const kept: Kept = {
        number,
        conversation: thread.conversation,
        name: (await contacts.get(thread.contact))?.pseudonym ?? '',
        by,
        startedAt,
        endsAt: startedAt + lastsMs,
        endedAt: null,
        outcome: null,
        endedBy: null,
      };
      try {
        await store.putDoc(docOf(kept, true), 0);
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
        return 'drill-running';
      }
      log.info('drill started', { drill: number, user: by.id });
      await this.#look();
      await this.#goOn();
      return null;
    });
  }

  end(by: Person): Promise<DrillRefused | null> {
    return this.#alone(async () => {
      const doc = await this.#look();
      if (!doc || !isOpen(doc) || keptIn(doc).endedAt !== null) return 'drill-none';
      await this.#finish('ended', by);
      return null;
    });
  }

  /** What is due: the next line of the script, its end. Call it every second. Never rejects: it is tried again. */
  tick(): Promise<void> {
    return this.#alone(async () => {
      try {
        if (this.#doc || this.#parts.now() - this.#lookedAt >= LOOK_EVERY_MS) await this.#look();
        await this.#goOn();
      } catch (error) {
        this.#parts.log.error('drill not carried on', { reason: reasonOf(error) });
      }
    });
  }

  async view(): Promise<DrillsView> {
    const docs = await this.#parts.store.findDocs(COLLECTION, {
      orderBy: { field: 'number', descending: true },
      limit: PAST_MOST + 1,
    });
    const past = docs.filter(doc => !isOpen(doc)).slice(0, PAST_MOST);
    return { running: this.#running(), past: await Promise.all(past.map(doc => this.#pastOf(keptIn(doc)))) };
  }

  // ---- the one that goes on ------------------------------------------------------------------------------------------------

  #alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#order.run(DRILL, work);
  }

  /** The last one that was started, here or by another process; remembered while it goes on. */
  async #look(): Promise<Doc | null> {
    const { store, now } = this.#parts;
    this.#lookedAt = now();
    const [last = null] = await store.findDocs(COLLECTION, {
      orderBy: { field: 'number', descending: true },
      limit: 1,
    });
    const open = last && isOpen(last) ? last : null;
    if (open?.id !== this.#doc?.id) [this.#told, this.#upTo, this.#measured] = [0, 0, NOTHING];
    this.#doc = open;
    return last;
  }

  async #goOn(): Promise<void> {
    const { store, now } = this.#parts;
    if (this.#doc) {
      const { conversation, endsAt, endedAt } = keptIn(this.#doc);
      if (endedAt !== null) await this.#close();
      else {
        await this.#tell();
        await this.#measure(conversation);
        const head = await store.head(conversation);
        const isOver = this.#measured.openedAt !== null && head?.emergency === 'idle';
        if (isOver)
          await this.#finish(typeof head?.desk.emergencyRecordedAt === 'number' ? 'recorded' : 'discarded', {
            id: head?.owner ?? '',
            name: String(head?.desk.ownerName ?? ''),
          });
        else if (now() >= endsAt) await this.#finish('expired', null);
      }
    }
    this.#parts.show(this.#running());
  }

  /** Lines that are due. After a restart all come again, and those that were taken are known by their ids. */
  async #tell(): Promise<void> {
    const { inbound, protocols, protocol, now } = this.#parts;
    const { number, startedAt } = keptIn(this.#doc!);
    const { locales, sos } = protocols.current(protocol()).protocol;
    const lines = scriptOf(locales[0] ?? '', sos.words[0] ?? '');
    for (let next = lines[this.#told]; next && startedAt + next.atS * 1_000 <= now(); next = lines[this.#told]) {
      const id = `drill-${number}-${this.#told}`;
      await inbound.receive({ channel: DRILL, address: String(number), id, text: next.text });
      this.#told++;
    }
  }

  async #measure(conversation: string): Promise<void> {
    for (const turn of await this.#parts.store.turns(conversation, { after: this.#upTo })) {
      this.#measured = measured(this.#measured, turn);
      this.#upTo = turn.turn;
    }
  }

  #running(): DrillRunning | null {
    if (!this.#doc) return null;
    const { number, conversation, name, by, startedAt, endsAt, endedAt } = keptIn(this.#doc);
    if (endedAt !== null) return null;
    return { number, conversation, name, by: by.name, startedAt, endsAt, times: this.#measured.times };
  }

  // ---- its end -------------------------------------------------------------------------------------------------------------

  /** Written down first: what follows is done again until it is complete. */
  async #finish(outcome: DrillOutcome, by: Person | null): Promise<void> {
    const { store, now, log } = this.#parts;
    const doc = this.#doc!;
    const kept: Kept = { ...keptIn(doc), endedAt: now(), outcome, endedBy: by?.name ?? null };
    const version = await store.putDoc({ ...docOf(kept, true) }, doc.version);
    this.#doc = { ...docOf(kept, true), version };
    log.info('drill ended', { drill: kept.number, outcome });
    await this.#close();
    this.#parts.show(null);
  }

  /** Nothing of it is left open: not a call, not the emergency, not the talk. */
  async #close(): Promise<void> {
    const { store, threads, conversations, world } = this.#parts;
    const doc = this.#doc!;
    const kept = keptIn(doc);
    const thread = await threads.ofConversation(kept.conversation);
    if (thread)
      await inTurns(conversations, {
        thread,
        cause: `${ENDING}${kept.number}`,
        means: live => ({ events: endingOf(live).map(event => ({ ...event, world: world(thread.protocol) })) }),
        fields(event, live) {
          const { type: _type, world: _world, ...rest } = event;
          return { ...rest, ...calledIn(event, live), by: ITSELF };
        },
      });
    await store.putDoc(docOf(kept, false), doc.version);
    this.#doc = null;
  }

  async #pastOf({ number, conversation, name, by, startedAt, endedAt, outcome, endedBy }: Kept): Promise<DrillPast> {
    const { store, pagesOf } = this.#parts;
    const { openedAt, times } = this.#past.get(number) ?? (await store.turns(conversation)).reduce(measured, NOTHING);
    this.#past.set(number, { openedAt, times });
    // Asked anew: the last call may still be on its way when a drill ends.
    const pages = await pagesOf(conversation);
    const acknowledged = pages.find(page => page.acknowledged !== null)?.acknowledged ?? null;
    return {
      number,
      conversation,
      name,
      by: by.name,
      startedAt,
      endedAt: endedAt ?? startedAt,
      outcome: outcome ?? 'ended',
      endedBy,
      times,
      paged: {
        calls: pages.reduce((sum, page) => sum + page.calls, 0),
        reached: pages.flatMap(page => page.tries).filter(one => one.result === 'sent').length,
        acknowledgedBy: acknowledged?.name ?? null,
        acknowledgedMs: acknowledged && openedAt !== null ? acknowledged.at - openedAt : null,
      },
    };
  }
}

/** What is still to be done for nothing to be left open. */
function endingOf({ snapshot }: Live): Happened[] {
  const context = contextOf(snapshot);
  const { owner, marks } = context;
  const by: Person = owner.kind === 'executive' ? { id: owner.id, name: owner.name } : ITSELF;
  const calls = callsOf(context).flatMap(({ slot }): Happened[] =>
    slot === null ? [] : [{ type: 'CALL_RESULT', by, slot, outcome: 'failed', untold: true }],
  );
  return [
    ...calls,
    ...(marks.emergency ? [{ type: 'DISCARD' as const, by, reason: ITSELF.name }] : []),
    ...(owner.kind === 'executive' || owner.kind === 'queue'
      ? [{ type: 'CLOSE' as const, by, reason: 'done' as const, note: null }]
      : []),
  ];
}

const keptIn = ({ data }: Pick<Doc, 'data'>): Kept => data as Kept;
const isOpen = ({ fields }: Pick<Doc, 'fields'>): boolean => fields.open === true;

const docOf = (kept: Kept, open: boolean): Omit<Doc, 'version'> => ({
  collection: COLLECTION,
  id: String(kept.number),
  fields: { number: kept.number, open },
  data: kept,
});
