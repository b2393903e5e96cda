/** What a page may send over the wire, checked before anything is done with it. contract.ts says what each thing means. */
import { z } from 'zod';
import { CALL_OUTCOMES } from '../../flows/events.js';
import { RISKS } from '../../flows/sense/types.js';
import type {
  Act,
  ActRequest,
  DrillRequest,
  FindRequest,
  ForeseenRequest,
  OpenRequest,
  Presence,
  RecordFileRequest,
  RecordRequest,
  SupportRequest,
  SyncRequest,
  Locale,
} from './contract.js';

const id = z.string().min(1).max(128);
/** A chat application's longest message. */
const text = z.string().max(4_096);
const short = z.string().max(1_000);
const count = z.int().min(0);
const optional = short.optional();

const act = z.discriminatedUnion('do', [
  z.object({ do: z.literal('take'), from: id.optional() }),
  z.object({ do: z.literal('say'), text, anyway: z.literal(true).optional() }),
  z.object({ do: z.literal('note'), text, calls: z.array(id).max(20).optional() }),
  z.object({ do: z.literal('release'), step: id.optional() }),
  z.object({ do: z.literal('transfer'), to: id }),
  z.object({ do: z.literal('hand_over'), to: id, note: text, draft: text.optional() }),
  z.object({ do: z.literal('accept') }),
  z.object({ do: z.literal('decline') }),
  z.object({
    do: z.literal('mark_risk'),
    level: z.enum(RISKS),
    reason: optional,
  }),
  z.object({ do: z.literal('label'), label: z.literal('priority'), on: z.boolean() }),
  z.object({
    do: z.literal('safe_contact'),
    consent: z.boolean(),
    hours: optional,
    noCall: z.boolean().optional(),
    where: optional,
    channels: z.array(id).max(20).optional(),
    subject: z.string().max(200).optional(),
    checkWord: z.string().max(100).optional(),
    coverWords: z.array(z.string().max(100)).max(10).optional(),
  }),
  z.object({ do: z.literal('start_emergency') }),
  z.object({ do: z.literal('discard_emergency'), reason: short }),
  z.object({
    do: z.literal('answer_guideline'),
    item: id,
    value: z.enum(['yes', 'no', 'unknown']),
    quote: count.optional(),
    note: optional,
    recency: z.enum(['now', '48h', 'older']).optional(),
  }),
  z.object({
    do: z.literal('contest_guideline'),
    item: id,
    value: z.enum(['yes', 'no', 'unknown']),
    reason: short,
  }),
  z.object({ do: z.literal('call'), institution: id }),
  z.object({ do: z.literal('redial'), slot: count }),
  z.object({ do: z.literal('call_state'), slot: count, state: z.enum(['ringing', 'talking', 'ended']) }),
  z.object({
    do: z.literal('call_result'),
    slot: count,
    outcome: z.enum(CALL_OUTCOMES),
    by: optional,
    reference: optional,
    unit: optional,
    eta: optional,
    note: optional,
    tell: z.boolean().optional(),
  }),
  z.object({ do: z.literal('check_silence') }),
  z.object({ do: z.literal('decide_silence'), decision: z.enum(['wait', 'call', 'other']) }),
  z.object({ do: z.literal('set_place'), text: short }),
  z.object({ do: z.literal('record_referral'), institution: id.optional(), outcome: text }),
  z.object({ do: z.literal('quiet'), on: z.boolean() }),
  z.object({ do: z.literal('book'), startsAt: count, phone: optional }),
  z.object({ do: z.literal('unbook') }),
  z.object({ do: z.literal('close'), reason: z.enum(['done', 'aggressor', 'prank']), note: text.optional() }),
  z.object({ do: z.literal('unblock'), reason: short }),
]);

const schemas = {
  sync: z.object({ since: count.optional() }),
  open: z.object({ conversation: id, reason: short.optional(), after: count.optional() }),
  act: z.object({ id, conversation: id, epoch: count, act }),
  presence: z.object({
    state: z.enum(['available', 'away', 'pause', 'offline']),
    showing: z.array(id).max(500),
    visible: z.boolean(),
  }),
  appointments: z.object({ from: count, to: count }),
  foresee: z.object({ conversation: id, startsAt: count.optional() }),
  find: z.object({
    what: z.enum(['records', 'conversations']),
    text: z.string().max(100),
    from: count.optional(),
    to: count.optional(),
    drills: z.literal(true).optional(),
  }),
  record: z.object({ id: z.string().min(1).max(400), reason: short.optional() }),
  'agreed-words': z.object({ conversation: id }),
  'record-file': z.object({
    id: z.string().min(1).max(400),
    reason: short.optional(),
    format: z.enum(['pdf', 'json']),
  }),
  drill: z.object({ do: z.enum(['start', 'end']) }),
  drills: z.object({}),
  support: z.object({ conversation: id, on: z.boolean() }),
  conversation: id,
  language: z.enum(['es', 'en']),
};

interface Requests {
  sync: SyncRequest;
  open: OpenRequest;
  act: ActRequest & { act: Act };
  presence: Presence;
  appointments: { from: number; to: number };
  foresee: ForeseenRequest;
  find: FindRequest;
  record: RecordRequest;
  'agreed-words': { conversation: string };
  'record-file': RecordFileRequest;
  drill: DrillRequest;
  drills: Record<string, never>;
  support: SupportRequest;
  conversation: string;
  language: Locale;
}

/** What was sent, or null when it is not what the contract says. */
export function read<K extends keyof Requests>(kind: K, sent: unknown): Requests[K] | null {
  const found = schemas[kind].safeParse(sent);
  // The schemas give `undefined` for what is absent; the contract's optional fields are absent then.
  return found.success ? (defined(found.data) as Requests[K]) : null;
}

function defined(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, defined(inner)]])),
  );
}
