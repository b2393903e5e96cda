/**
 * Heads from the log: each conversation's turns, folded in their order by the functions that made its head in the first
 * place. What the log does not say (the channel) comes from the thread, or from the head that stands.
 */
import type { Sealer, Thread } from './conversations.js';
import { purposeOf } from './entry.js';
import { alertsOf, endingOf, headAfter, headNoted, newHead } from './heads.js';
import { Erased } from './privacy/sealer.js';
import { decode, type TurnBody } from './record.js';
import type { Head, Store, StoredTurn } from './store/store.js';

export interface Rebuilt {
  conversations: number;
  /** Heads that were missing or other than the log gives, of those that can be read. */
  changed: number;
  /** Conversations of people who were erased. Of them the facts alone are left: a head that says less than before was not wrong. */
  unreadable: number;
}

/** Throws StoreUnavailable; done again, it goes on where that matters. */
export async function rebuildHeads(store: Store, sealer: (contact: string) => Promise<Sealer>): Promise<Rebuilt> {
  const rebuilt: Rebuilt = { conversations: 0, changed: 0, unreadable: 0 };
  await store.recover();
  for await (const conversation of store.conversations()) {
    rebuilt.conversations++;
    const before = await store.head(conversation);
    const turns = await store.turns(conversation);
    const opened = await open(turns, sealer);
    if (!opened) rebuilt.unreadable++;
    const head = fold(turns, opened, await beginning(store, turns[0]!, before, opened));
    if (JSON.stringify(head) === JSON.stringify(before)) continue;
    await store.putHead(head);
    if (opened || before === null) rebuilt.changed++;
  }
  return rebuilt;
}

/** Null when her key is gone. */
async function open(
  turns: readonly StoredTurn[],
  sealer: (contact: string) => Promise<Sealer>,
): Promise<TurnBody[] | null> {
  try {
    const key = await sealer(turns[0]!.contact);
    return turns.map(turn => decode(key.open(turn.body, purposeOf(turn.conversation, turn.turn))));
  } catch (error) {
    if (error instanceof Erased) return null;
    throw error;
  }
}

async function beginning(
  store: Store,
  { conversation, contact, facts, at }: StoredTurn,
  before: Head | null,
  bodies: readonly TurnBody[] | null,
): Promise<Head> {
  const [doc] = await store.findDocs('threads', { where: { conversation }, limit: 1 });
  const channel = (doc?.data as Thread | undefined)?.channel ?? before?.channel ?? '';
  const locale = bodies?.[0]?.snapshot?.context.locale ?? before?.locale ?? '';
  return newHead(
    { conversation, contact, channel, protocol: facts.protocol, version: facts.version, locale },
    before?.createdAt ?? at,
  );
}

function fold(turns: readonly StoredTurn[], bodies: readonly TurnBody[] | null, first: Head): Head {
  return turns.reduce((head, turn, i) => (bodies ? next(head, turn, bodies[i]!) : fromFacts(head, turn)), first);
}

function next(head: Head, { turn, at, facts }: StoredTurn, body: TurnBody): Head {
  const { snapshot, messages, parked } = body;
  if (body.head) return body.head;
  if (body.expired) return fromFacts(head, { turn, at, facts });
  if (!snapshot) return headNoted(head, turn, at, body.event);
  const inbound = messages.some(m => m.direction === 'in');
  return headAfter(head, snapshot.value, snapshot.context, {
    turn,
    seq: lastSeq(facts),
    at,
    inbound,
    parked,
    alerts: alertsOf(body),
    ending: endingOf(body),
  });
}

/** What may be read without a key. Nobody owes her anything any more. */
function fromFacts(head: Head, { turn, at, facts }: Pick<StoredTurn, 'turn' | 'at' | 'facts'>): Head {
  const { owner, epoch, risk, to } = facts;
  return { ...head, turn, seq: lastSeq(facts), owner, epoch, risk, step: to, open: false, updatedAt: at };
}

const lastSeq = ({ seq, messages }: StoredTurn['facts']): number => (messages > 0 ? seq + messages - 1 : seq);
