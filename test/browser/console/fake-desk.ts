/**
 * A desk that speaks the contract with scripted people: what the console would hear from the real server, made to order.
 * It keeps no more rules than the screens need: who has whom, epochs, outcomes before an end.
 */
import type {
  Act,
  ActReply,
  ActRequest,
  AppointmentsReply,
  ConversationView,
  Foreseen,
  Item,
  OpenReply,
  Patch,
  QueueRow,
  Refusal,
  Staff,
  StatesPatch,
  SyncReply,
  SyncRequest,
  TurnsPatch,
} from '../../../bot/console/contract.js';
import { answersOffer, handedOver } from './fake-handover.js';
import { staff, tellsOf, type Story } from './parts.js';

export interface Person {
  id: string;
  name: string;
}

interface Told {
  patch(patch: Patch): void;
  turns(patch: TurnsPatch): void;
  states(patch: StatesPatch): void;
}

export class FakeDesk {
  seq = 1;
  readonly log: Patch[] = [];
  readonly stories: Map<string, Story>;
  readonly acts: ActRequest[] = [];
  readonly staff: Staff[] = staff();
  appointments: Extract<AppointmentsReply, { ok: true }> = { ok: true, appointments: [], free: [] };
  /** What she would read of an act on the calendar. */
  foreseen: Foreseen = { ok: true, text: 'Listo, esa hora quedó anulada.', why: null, epoch: 0 };
  /** The next act is answered with this, whatever it is. */
  refuseNext: Refusal | null = null;
  /** Conversations that ask for a reason before they open. */
  readonly guarded = new Set<string>();
  readonly reasons: { conversation: string; reason: string }[] = [];
  readonly viewers = new Map<string, string[]>();
  readonly #done = new Map<string, ActReply>();
  readonly #tell: Told;
  readonly #now: () => number;

  constructor(stories: readonly Story[], tell: Told, now: () => number) {
    this.stories = new Map(stories.map(story => [story.row.conversation, story]));
    this.#tell = tell;
    this.#now = now;
  }

  sync({ since }: SyncRequest): SyncReply {
    const now = this.#now();
    if (since !== undefined && since <= this.seq)
      return { kind: 'patches', patches: this.log.filter(patch => patch.seq > since), now };
    return {
      kind: 'snapshot',
      seq: this.seq,
      rows: [...this.stories.values()].map(story => story.row),
      staff: this.staff,
      now,
      drill: null,
      lastArrivalAt: now - 60_000,
    };
  }

  open(conversation: string, reason: string | undefined): OpenReply {
    const story = this.stories.get(conversation);
    if (!story) return refusal('not-found');
    if (this.guarded.has(conversation)) {
      if (!reason) return refusal('reason-needed');
      this.reasons.push({ conversation, reason });
    }
    return { ok: true, view: this.#viewOf(story) };
  }

  /** `id` again gives the same answer and does nothing; what was refused did nothing, and is looked at anew. */
  act(request: ActRequest, by: Person): ActReply {
    const known = this.#done.get(request.id);
    if (known) return known;
    this.acts.push(request);
    const reply = this.#act(request, by);
    if (reply.ok) this.#done.set(request.id, reply);
    return reply;
  }

  /** Changes a row, and a line of the talk if there is one, and tells everybody; `lost` numbers the patch and tells nobody. */
  change(conversation: string, differs: Partial<QueueRow>, items: readonly Item[] = [], lost = false): void {
    const story = this.#story(conversation);
    story.row = { ...story.row, ...differs, updatedAt: this.#now() };
    story.items.push(...items);
    story.facts = { ...story.facts, calls: story.row.calls, tells: tellsOf(story.row.calls) };
    this.#send({ seq: 0, rows: [story.row], at: this.#now() }, lost);
    if (!lost)
      this.#tell.turns({ conversation, turn: turnOf(story), row: story.row, items: [...items], facts: story.facts });
  }

  arrive(story: Story, lost = false): void {
    this.stories.set(story.row.conversation, story);
    this.#send({ seq: 0, rows: [story.row], at: this.#now() }, lost);
  }

  leave(conversation: string): void {
    this.stories.delete(conversation);
    this.#send({ seq: 0, gone: [conversation], at: this.#now() }, false);
  }

  says(conversation: string, text: string): void {
    const story = this.#story(conversation);
    const turn = turnOf(story) + 1;
    this.change(conversation, { unread: story.row.unread + 1, lastInboundAt: this.#now() }, [
      message(turn, this.#now(), 'in', 'citizen', text),
    ]);
  }

  state(conversation: string, states: StatesPatch['states']): void {
    this.#tell.states({ conversation, states });
  }

  #act({ conversation, epoch, act }: ActRequest, by: Person): ActReply {
    const refused = this.refuseNext;
    this.refuseNext = null;
    if (refused) return refused;
    const story = this.#story(conversation);
    const { row } = story;
    const takesOver = act.do === 'take' && act.from !== undefined && act.from === row.owner.id;
    const isFree = act.do === 'note' || takesOver || answersOffer(act, row, by);
    if (row.owner.kind === 'executive' && row.owner.id !== by.id && !isFree)
      return { ...refusal('owned'), owner: row.owner, epoch: row.epoch };
    if (epoch < row.epoch) return { ...refusal('stale'), owner: row.owner, epoch: row.epoch };
    if (act.do === 'close' && row.calls.some(call => call.outcome === null)) return refusal('outcome-missing');
    const turn = turnOf(story) + 1;
    const did = doing(act, story, by, turn, this.#now());
    this.change(conversation, did.row, did.items);
    return { ok: true, turn: turnOf(story), epoch: story.row.epoch };
  }

  #send(patch: Patch, lost: boolean): void {
    const numbered = { ...patch, seq: ++this.seq };
    this.log.push(numbered);
    if (!lost) this.#tell.patch(numbered);
  }

  #viewOf(story: Story): ConversationView {
    return {
      row: story.row,
      turn: turnOf(story),
      items: story.items,
      facts: story.facts,
      viewers: this.viewers.get(story.row.conversation) ?? [],
    };
  }

  #story(conversation: string): Story {
    const story = this.stories.get(conversation);
    if (!story) throw new Error(`the fake desk has no conversation ${conversation}`);
    return story;
  }
}

const nameOf = (id: string): string => staff().find(one => one.id === id)?.name ?? '';

const turnOf = (story: Story) => Math.max(0, ...story.items.map(item => item.turn));

const refusal = (code: Refusal['code']): Refusal => ({ ok: false, code, message: '' });

function message(
  turn: number,
  at: number,
  direction: 'in' | 'out',
  author: 'citizen' | 'executive',
  text: string,
  name?: string,
): Item {
  return {
    kind: 'message',
    turn,
    seq: turn,
    at,
    direction,
    author,
    text,
    lang: 'es-CL',
    state: 'waiting',
    ...(name === undefined ? {} : { name }),
  };
}

/** What an act changes on the screen. */
function doing(
  act: Act,
  story: Story,
  by: Person,
  turn: number,
  at: number,
): { row: Partial<QueueRow>; items: Item[] } {
  const { row } = story;
  const event = (name: string, vars: Record<string, string | number> = {}): Item[] => [
    { kind: 'event', turn, at, event: name, vars: { name: by.name, ...vars } },
  ];
  const owner: QueueRow['owner'] = { kind: 'executive', id: by.id, name: by.name, since: Date.now() };
  switch (act.do) {
    case 'take':
      return {
        row: { owner, epoch: row.epoch + 1, queuedAt: null, deadlineAt: null, unread: 0 },
        items: event('taken'),
      };
    case 'say':
      return { row: {}, items: [message(turn, at, 'out', 'executive', act.text, by.name)] };
    case 'note':
      return { row: {}, items: [{ kind: 'note', turn, at, name: by.name, text: act.text }] };
    case 'release':
      return {
        row: { owner: { kind: 'bot' }, epoch: row.epoch + 1 },
        items: event('released', { step: act.step ?? 'donde estaba' }),
      };
    case 'transfer':
      return {
        row: {
          owner: act.to === 'queue' ? { kind: 'queue' } : { kind: 'executive', id: act.to, name: nameOf(act.to) },
          epoch: row.epoch + 1,
          queuedAt: at,
        },
        items: event('transferred', { to: act.to }),
      };
    case 'hand_over':
    case 'accept':
    case 'decline':
      return handedOver(act, row, by, { turn, at });
    case 'mark_risk':
      story.facts = {
        ...story.facts,
        risk: { ...story.facts.risk, level: act.level, by: by.name, previous: row.risk },
      };
      return {
        row: { risk: act.level, riskBy: by.name, assessed: true },
        items: event('risk', { from: row.risk, to: act.level, by: by.name, why: act.reason ?? 'confirmado' }),
      };
    case 'label':
      return { row: { priority: act.on }, items: [] };
    case 'start_emergency':
      return {
        row: { emergency: 'confirm', emergencySince: at, risk: 'imminent' },
        items: event('emergency', { why: 'la inició una persona' }),
      };
    case 'discard_emergency':
      return {
        row: { emergency: 'idle', emergencySince: null, discardedAt: at },
        items: event('discarded', { why: act.reason }),
      };
    case 'answer_guideline':
    case 'contest_guideline': {
      const note = act.do === 'answer_guideline' ? act.note : act.reason;
      story.facts = {
        ...story.facts,
        guideline: {
          ...story.facts.guideline,
          answers: story.facts.guideline.answers.map(one =>
            one.item === act.item ? { ...one, value: act.value, by: by.name, ...(note ? { note } : {}) } : one,
          ),
        },
      };
      return { row: {}, items: event('answer', { item: act.item, value: act.value, by: by.name }) };
    }
    case 'call': {
      const institution = story.facts.institutions.find(one => one.id === act.institution);
      const slot = row.calls.length + 1;
      return {
        row: {
          calls: [
            ...row.calls,
            {
              slot,
              institution: act.institution,
              name: institution?.name ?? '',
              number: institution?.number ?? '',
              state: 'dialing',
              outcome: null,
              since: at,
            },
          ],
        },
        items: event('call', { institution: institution?.name ?? '', state: 'dialing' }),
      };
    }
    case 'redial':
    case 'safe_contact':
      return { row: {}, items: [] };
    case 'call_state':
      return {
        row: {
          calls: row.calls.map(call => (call.slot === act.slot ? { ...call, state: act.state, since: at } : call)),
        },
        items: [],
      };
    case 'call_result': {
      const { do: _do, slot, outcome, ...told } = act;
      return {
        row: {
          calls: row.calls.map(call => (call.slot === slot ? { ...call, ...told, state: 'recorded', outcome } : call)),
        },
        items: event('call_result', { institution: row.calls.find(call => call.slot === slot)?.name ?? '', outcome }),
      };
    }
    case 'set_place':
      story.facts = {
        ...story.facts,
        place: { text: act.text, words: null, commune: null, region: null, confidence: 'media' },
      };
      return { row: {}, items: event('place', { place: act.text, by: by.name }) };
    case 'check_silence':
      story.facts = { ...story.facts, silence: { state: 'checked', line: null } };
      return { row: {}, items: event('silence_check', { name: by.name }) };
    case 'decide_silence':
      return { row: {}, items: event('silence_decided', { name: by.name, decision: act.decision }) };
    case 'record_referral':
      return {
        row: { emergency: 'idle', emergencySince: null, recordedAt: at },
        items: event('referral', { outcome: act.outcome }),
      };
    case 'quiet':
      return { row: { quiet: act.on }, items: event(act.on ? 'quiet' : 'unquiet') };
    case 'book':
      return { row: {}, items: event('booked', { time: '09:00' }) };
    case 'unbook':
      return { row: {}, items: event('unbooked') };
    case 'close':
      return {
        row: { owner: { kind: 'rest' }, epoch: row.epoch + 1, blocked: act.reason === 'done' ? null : act.reason },
        items: event('closed', { reason: act.reason }),
      };
    case 'unblock':
      break;
  }
  return { row: { blocked: null }, items: event('unblocked', { why: act.reason }) };
}
