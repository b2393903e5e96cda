/**
 * The store port: what Cauce needs of a database, and nothing else.
 *
 * The log of turns is the truth. A turn is one document, so that its commit is atomic on every store; heads,
 * timers and the outbox are projections of it. An adapter writes them with the turn in one transaction where it
 * can (SQLite), or marks the turn pending, writes them, and clears the mark (MongoDB); `recover` completes what a
 * crash left pending. Personal text reaches this port only sealed (see bot/privacy): every `Sealed` is opaque.
 *
 * All instants are integer milliseconds UTC. Every method may throw StoreUnavailable. Ids and fields are well-formed
 * text without NUL; another throws a TypeError that says which.
 */

/** Bytes encrypted with the contact's data key. */
export type Sealed = Uint8Array;

/** One event applied to one conversation. Unique by (conversation, turn) and by (conversation, cause). */
export interface StoredTurn {
  conversation: string;
  /** 1, 2, 3 … without gaps. */
  turn: number;
  /** `in:<id>` · `timer:<id>:<arm>` · `act:<id>` · `ack:<id>` · `version:<hash>:<turn>` (a state taken over by another definition); never null. */
  cause: string;
  at: number;
  contact: string;
  /** What may be read without a key: types, steps, figures. Never text, names or numbers of a person. */
  facts: TurnFacts;
  /** JSON of the event, what was sensed, messages, effects, and the snapshot when it changed. */
  body: Sealed;
}

export interface TurnFacts {
  /** Type of the event, such as MSG, SOS, TAKE, ACK. */
  event: string;
  /** Steps or states before and after, dotted. */
  from: string;
  to: string;
  owner: string;
  epoch: number;
  /** 0 none … 4 imminent. */
  risk: number;
  /** Facts of the service that became true in this turn, in order (corpus milestones). */
  milestones: readonly string[];
  /** First `seq` that this turn's messages take, and how many there are. */
  seq: number;
  messages: number;
  protocol: string;
  version: string;
}

/** The state of a conversation after its last turn. A projection: `rebuild` writes it again from the log. */
export interface Head {
  conversation: string;
  contact: string;
  channel: string;
  protocol: string;
  version: string;
  /** Last turn, and the last turn whose body holds a snapshot. */
  turn: number;
  snapshotTurn: number;
  /** Last message number. */
  seq: number;
  owner: string;
  epoch: number;
  risk: number;
  /** `idle`, or the phase of the emergency. */
  emergency: string;
  /** False when the conversation came to rest and nobody owes it anything. */
  open: boolean;
  step: string;
  locale: string;
  createdAt: number;
  updatedAt: number;
  /** When it went to the queue, and when she last wrote; null when not. */
  queuedAt: number | null;
  lastInboundAt: number | null;
  /** What the desk shows besides: reason, labels, calls … without personal text. */
  desk: Record<string, unknown>;
}

export interface TimerRow {
  conversation: string;
  timer: string;
  /** New at each arming; a due timer whose arm is old is dropped. */
  arm: string;
  dueAt: number;
}

/** An effect waiting to be done. `id` is the idempotency key: it may be tried more than once. */
export interface OutboxRow {
  id: string;
  conversation: string;
  contact: string;
  /** Effects of one conversation and lane (`conversation` for messages) are done one at a time and in `order`. */
  lane: string;
  /** What it leaves by: the channel of a message, the type of another effect. One that hangs is claimed no further. */
  way: string;
  /** Sorts within the lane: turn * 1000 + index. */
  order: number;
  type: string;
  epoch: number;
  /** Not before this instant. */
  dueAt: number;
  /** Tries that ended in `retry`. */
  attempts: number;
  body: Sealed;
}

/** What became of an effect that is not done (done ones leave no row). The body of a withheld or failed one is gone. */
export interface EffectState {
  id: string;
  conversation: string;
  type: string;
  order: number;
  state: 'waiting' | 'withheld' | 'failed';
  attempts: number;
  /** Why it was withheld or failed. */
  reason: string | null;
}

/** All that one turn changes, written as one. */
export interface Entry {
  turn: StoredTurn;
  head: Head;
  /** A timer has one arming at a time: setting it drops the one before. */
  timersSet: readonly TimerRow[];
  /** Timers of this conversation that are no longer wanted, by `timer`. One that is also set, is set. */
  timersCancelled: readonly string[];
  outbox: readonly OutboxRow[];
}

/**
 * `stored`: durable now. `duplicate`: this cause was committed before; nothing was written, `turn` is the old one.
 * `conflict`: another process committed this turn number first; read the head again and decide anew.
 */
export type Committed = { result: 'stored' } | { result: 'duplicate'; turn: StoredTurn } | { result: 'conflict' };

export interface Claim {
  now: number;
  /** Name of this process: a claim belongs to it until the lease ends. */
  worker: string;
  leaseMs: number;
  limit: number;
}

export interface EffectClaim extends Claim {
  /** Ways of which nothing is claimed now. */
  without?: readonly string[];
}

/** A late `done` counts, whoever tells it; the others count only from the worker that holds the claim. */
export type Settled =
  | { result: 'done' }
  | { result: 'retry'; dueAt: number }
  | { result: 'withheld' | 'failed'; reason: string };

/** A plain record with optimistic concurrency. `fields` are the few values it can be found by, never personal text; their names have no dot. */
export interface Doc {
  collection: string;
  id: string;
  version: number;
  fields: Record<string, string | number | boolean | null>;
  /** JSON in clear, for what is not personal. */
  data: unknown;
  /** Personal part, with the contact whose key sealed it. */
  sealed?: Sealed;
  contact?: string;
}

/** Without `orderBy`, in order of id. */
export interface DocQuery {
  /** Equality on fields, value and type; null also finds documents without the field. */
  where?: Record<string, string | number | boolean | null>;
  /** Inclusive range on one field, among values of the bounds' type. */
  range?: { field: string; from?: string | number; to?: string | number };
  /** Documents without the field come first (last when descending); equal values go by id. */
  orderBy?: { field: string; descending?: boolean };
  limit?: number;
}

/** The most recently updated first. */
export interface HeadQuery {
  open?: boolean;
  contact?: string;
  /** Updated at or after, for a rolling view. */
  updatedFrom?: number;
  limit?: number;
}

export interface Store {
  /** Durable on return. Concurrent calls share one fsync (group commit). */
  commit(entry: Entry): Promise<Committed>;
  turnByCause(conversation: string, cause: string): Promise<StoredTurn | null>;
  /** In order of `turn`, after the given one. */
  turns(conversation: string, options?: { after?: number; limit?: number }): Promise<StoredTurn[]>;
  turn(conversation: string, turn: number): Promise<StoredTurn | null>;
  /** Writes bodies over those of turns that are there: what they said is to be read no more. All else of a turn stays for ever. */
  putBodies(bodies: readonly Pick<StoredTurn, 'conversation' | 'turn' | 'body'>[]): Promise<void>;
  head(conversation: string): Promise<Head | null>;
  heads(query: HeadQuery): Promise<Head[]>;
  /** Every conversation id that has a turn, for rebuild. */
  conversations(): AsyncIterable<string>;
  /** Overwrites the head from the log (rebuild); timers and outbox stay. */
  putHead(head: Head): Promise<void>;
  timers(conversation: string): Promise<TimerRow[]>;
  /** Timers due at `now`, marked ours for the lease. A fired timer is removed by the commit of its turn (timersCancelled), a stale one by `dropTimer`. */
  claimTimers(claim: Claim): Promise<TimerRow[]>;
  dropTimer(timer: TimerRow): Promise<void>;
  /** Effects due, the first unsettled one of each lane only, marked ours for the lease; the longest due first. */
  claimEffects(claim: EffectClaim): Promise<OutboxRow[]>;
  settleEffect(id: string, worker: string, settled: Settled): Promise<void>;
  /** Withholds every waiting effect of a contact, whoever claimed it. Returns how many. */
  withholdEffects(contact: string, reason: string): Promise<number>;
  /** Effects of a conversation that are not done, in `order`. */
  effects(conversation: string): Promise<EffectState[]>;
  /** Waiting effects and timers and the earliest due time of each, for health. */
  backlog(): Promise<{ effects: number; oldestEffect: number | null; timers: number; oldestTimer: number | null }>;
  getDoc(collection: string, id: string): Promise<Doc | null>;
  /** `expected` 0 = must not exist. Throws RevisionConflict when the stored version is another. Returns the new version. */
  putDoc(doc: Omit<Doc, 'version'>, expected: number): Promise<number>;
  findDocs(collection: string, query?: DocQuery): Promise<Doc[]>;
  /** Every document that names this contact, in any collection: for export and erasure. */
  docsOf(contact: string): Promise<Doc[]>;
  deleteDoc(collection: string, id: string): Promise<void>;
  /** Large bytes (attachments), already sealed. */
  putBlob(id: string, bytes: Sealed): Promise<void>;
  getBlob(id: string): Promise<Sealed | null>;
  deleteBlob(id: string): Promise<void>;
  /** Completes projections of turns that a crash left pending. At start, and from time to time where processes share the store. Returns how many. */
  recover(): Promise<number>;
  /** Writes and reads one row. Throws StoreUnavailable with the reason in plain words. */
  ping(): Promise<void>;
  /**
   * A number that is another one after somebody else wrote into this store: while it stays, what was read once is still
   * so unless this process changed it. Absent where the store cannot tell.
   */
  othersWrote?(): number;
  /** What was deleted or overwritten cannot be read from the store's files any more, as far as the store can see to it. */
  scrub(): Promise<void>;
  /** A consistent copy into one file, while the service runs. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/** The database cannot be reached or cannot write: refuse the message (503), never lose it. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** Somebody else changed the document since it was read. */
export class RevisionConflict extends Error {
  override name = 'RevisionConflict';
}
