/**
 * What the console and the server say to each other: HTTP for signing in, Socket.IO for everything live.
 * Types, and the rules by which both must decide alike. Names of rows, acts and events are stable.
 *
 * A projection: the console asks `sync` once, then applies `patch` messages whose `seq` follows without gaps; on a gap,
 * a reconnection or a wake from sleep it asks `sync {since}` and gets the missing patches, or a new snapshot when they
 * are too old. It never has to be reloaded. Acts carry an id (repeated = done once) and the epoch that was on the screen
 * (stale = refused, with who has it).
 *
 * Instants are milliseconds UTC, of the server's clock.
 */
import type { Act } from './act.js';
import type { FindRequest, Found, RecordFile, RecordFileRequest, RecordRequest, RecordView } from './archived.js';
import type { DrillRequest, DrillRunning, DrillsView } from './drills.js';
import type {
  AgreedWords,
  Alarm,
  CallView,
  Facts,
  Item,
  Locale,
  MessageState,
  RiskLevel,
  Role,
  RowMarks,
} from './shown.js';
import type { SupportAsked, SupportRequest } from './support.js';

export type * from './act.js';
export type * from './archived.js';
export type * from './drills.js';
export type * from './shown.js';
export type * from './support.js';

// ---- HTTP, all under /console/api, JSON, session cookie, header `x-csrf` on everything but sign-in -----------------------

/** POST /console/api/sign-in {email, password} → 200 SignedIn · 401 {error} · 429 {error, retryAfterS}. */
export interface SignedIn {
  user: { id: string; name: string; email: string; roles: Role[]; locale: Locale; mustChangePassword: boolean };
  csrf: string;
  institution: string;
  serverNow: number;
  /** Key for drafts kept in the tab, base64, 32 bytes; forgotten by the server at sign-out. */
  draftKey: string;
  /** Emergencies that are hers now, a drill last: she comes back to them, on another page or after a break. */
  emergencies: { conversation: string; name: string; drill?: true }[];
}
// GET  /console/api/me → 200 SignedIn · 401
// POST /console/api/sign-out → 204
// POST /console/api/password {current, next} → 204 · 400 {error}
// GET  /console/api/drills → 200 DrillsView · 401 · 403
// Error body everywhere: {error: {code, message, field?}}; message is in the user's language.

// ---- Socket.IO, path /console/socket, websocket only, authenticated by the session cookie --------------------------------

/** Row of the queue. No personal text but `reason`, which is a short quote of hers (≤ 40 characters) for whoever may read it. */
export interface QueueRow extends RowMarks {
  conversation: string;
  /** Pseudonym: tree or flower and number. */
  name: string;
  channel: string;
  protocol: string;
  locale: string;
  risk: RiskLevel;
  /** Who set the risk: a person's name, or null while only the machine says so. */
  riskBy: string | null;
  /** False while nothing is known of what she needs: she is shown with medium. */
  assessed: boolean;
  /** Emergency phase, or `idle`. */
  emergency: string;
  emergencySince: number | null;
  /** When a person recorded and ended her last emergency; null without one, while one is open, and once her risk moves on. */
  recordedAt: number | null;
  /** When a person discarded it as a false alarm; null in the same cases. */
  discardedAt: number | null;
  /** `since`: when the executive took her. */
  owner: { kind: 'bot' | 'queue' | 'executive' | 'rest'; id?: string; name?: string; since?: number };
  epoch: number;
  /** In her words or the service's: why it is here. */
  reason: string;
  /** The colleague for whom she waits in the queue, though anybody may take her; empty for nobody. */
  to: string;
  priority: boolean;
  blocked: 'aggressor' | 'prank' | null;
  /** She said it is not safe to write, and nothing is being sent. */
  quiet: boolean;
  /** Waiting since (queue), null when nobody has to come. */
  queuedAt: number | null;
  /** When a person must have answered, by its risk. */
  deadlineAt: number | null;
  lastInboundAt: number | null;
  /** Inbound messages since an executive last looked. */
  unread: number;
  calls: CallView[];
  updatedAt: number;
}

/** One that a person recorded or discarded is none any more, though its level stays until a person lowers it; her next SOS is one again. */
export const isSos = ({
  emergency,
  risk,
  recordedAt,
  discardedAt,
}: Pick<QueueRow, 'emergency' | 'risk' | 'recordedAt' | 'discardedAt'>): boolean =>
  emergency !== 'idle' || (risk === 'imminent' && recordedAt === null && discardedAt === null);

/**
 * An SOS that somebody must take now: the alarm, and whoever is on call, are about this. An emergency is one while nobody
 * has her; a level alone, while she waits for a person: whom a person gave back to the robot keeps it, and alarms nobody.
 */
export const isUntakenSos = (row: QueueRow): boolean =>
  isSos(row) && (row.emergency === 'idle' ? row.owner.kind === 'queue' : row.owner.kind !== 'executive');

/** Since when: of a level alone, since she waits. */
export const sosSince = ({ emergencySince, queuedAt, updatedAt }: QueueRow): number =>
  emergencySince ?? queuedAt ?? updatedAt;

/** Channel of the conversations that are a drill: nobody real is in danger there. */
export const DRILL = 'drill';
export const isDrill = ({ channel }: Pick<QueueRow, 'channel'>): boolean => channel === DRILL;

export interface Staff {
  id: string;
  name: string;
  state: 'available' | 'away' | 'pause' | 'offline';
  load: number;
  capacity: number;
}

/** Client → `sync`, answered by the callback. */
export interface SyncRequest {
  since?: number;
}
export type SyncReply =
  | {
      kind: 'snapshot';
      seq: number;
      rows: QueueRow[];
      staff: Staff[];
      drill: DrillRunning | null;
      now: number;
      lastArrivalAt: number | null;
    }
  | { kind: 'patches'; patches: Patch[]; now: number };

/** Server → client, `patch`. */
export interface Patch {
  seq: number;
  rows?: QueueRow[];
  /** Conversations that left the view. */
  gone?: string[];
  staff?: Staff[];
  /** The drill that goes on, when that changed; null once it is over. */
  drill?: DrillRunning | null;
  at: number;
}

/** Client → `open` {conversation, reason?, after?} → ConversationView, or refusal; then `turns` messages follow. */
export interface OpenRequest {
  conversation: string;
  /** Why, when it is not one's own (recorded). */
  reason?: string;
  /** Last turn the client has: only later items are sent. */
  after?: number;
}
export type OpenReply = { ok: true; view: ConversationView } | Refusal;

export interface Refusal {
  ok: false;
  code:
    | 'not-signed-in'
    | 'forbidden'
    | 'not-found'
    | 'erased'
    | 'stale'
    | 'owned'
    | 'invalid'
    | 'outcome-missing'
    | 'unavailable'
    | 'reason-needed'
    | 'slot-taken'
    | 'number-needed'
    | 'unsafe';
  message: string;
  /** Who has it now, for `stale` and `owned`. */
  owner?: QueueRow['owner'];
  epoch?: number;
}

export interface ConversationView {
  row: QueueRow;
  turn: number;
  items: Item[];
  facts: Facts;
  /** Who else has it open. */
  viewers: string[];
}

/** Server → client, `turns`: what a commit added to an open conversation. */
export interface TurnsPatch {
  conversation: string;
  turn: number;
  row: QueueRow;
  items: Item[];
  facts: Facts;
}

/** Server → client, `states`: messages whose delivery state changed. */
export interface StatesPatch {
  conversation: string;
  states: { seq: number; state: MessageState; reason?: string; at: number }[];
}

/** Server → client, `viewers` and `typing` (a colleague; never her). */
export interface ViewersPatch {
  conversation: string;
  viewers: string[];
  typing: string[];
}

/** Client → `act`, answered by the callback. */
export interface ActRequest {
  /** Made by the client; repeated = done once. */
  id: string;
  conversation: string;
  /** The epoch on the screen. */
  epoch: number;
  act: Act;
}
export type ActReply = { ok: true; turn: number; epoch: number } | Refusal;

/** Client → `presence`, every 5 s and at once on a change: state, and which conversations this page paints. */
export interface Presence {
  state: Staff['state'];
  showing: string[];
  visible: boolean;
}

/** Client → `appointments` {from, to} → AppointmentsReply. */
export interface AppointmentView {
  id: string;
  conversation: string;
  name: string;
  service: string;
  startsAt: number;
  minutes: number;
  /** Who calls; empty while only a place of the protocol's hours is taken. */
  staff: string;
  /** `doubted`: she said that it does not suit her or that he is there at it; nobody rings before asking her in writing. */
  state: 'held' | 'confirmed' | 'doubted' | 'cancelled' | 'done' | 'missed';
  heldUntil: number | null;
}
export type AppointmentsReply =
  | { ok: true; appointments: AppointmentView[]; free: { startsAt: number; staff: string }[] }
  | Refusal;

/** What she will read of a booking at `startsAt`, or of a cancelling; null, or withheld: `why`. */
export type ForeseenRequest = { conversation: string; startsAt?: number };
export type Foreseen = { ok: true; text: string | null; why: string | null; epoch: number };

/** Client → server events with a callback, for the typed socket. */
export interface ToServer {
  sync(request: SyncRequest, reply: (answer: SyncReply) => void): void;
  open(request: OpenRequest, reply: (answer: OpenReply) => void): void;
  leave(conversation: string): void;
  act(request: ActRequest, reply: (answer: ActReply) => void): void;
  presence(presence: Presence): void;
  typing(conversation: string): void;
  appointments(request: { from: number; to: number }, reply: (answer: AppointmentsReply) => void): void;
  foresee(request: ForeseenRequest, reply: (answer: Foreseen | Refusal) => void): void;
  find(request: FindRequest, reply: (answer: Found | Refusal) => void): void;
  record(request: RecordRequest, reply: (answer: { ok: true; record: RecordView } | Refusal) => void): void;
  /** Of who has her alone; it is recorded as a reading. */
  'agreed-words'(
    request: { conversation: string },
    reply: (answer: ({ ok: true } & AgreedWords) | Refusal) => void,
  ): void;
  'record-file'(request: RecordFileRequest, reply: (answer: { ok: true; file: RecordFile } | Refusal) => void): void;
  drill(request: DrillRequest, reply: (answer: ({ ok: true } & DrillsView) | Refusal) => void): void;
  drills(request: Record<string, never>, reply: (answer: ({ ok: true } & DrillsView) | Refusal) => void): void;
  support(request: SupportRequest, reply: (answer: ({ ok: true } & SupportAsked) | Refusal) => void): void;
  seen(conversation: string): void;
  /** The language that this page is in from now on; it comes in with one too (`auth.locale`), else in the account's. */
  language(locale: Locale): void;
}

/** Server → client. `signed-out` ends the session on every tab. */
export interface ToClient {
  patch(patch: Patch): void;
  alarm(alarm: Alarm): void;
  turns(patch: TurnsPatch): void;
  states(patch: StatesPatch): void;
  viewers(patch: ViewersPatch): void;
  /** She was erased: what is on screen or remembered of this conversation goes at once. */
  erased(conversation: string): void;
  'signed-out'(): void;
}
