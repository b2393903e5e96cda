/**
 * One turn: one event applied to one conversation. Pure: the same snapshot, event and protocol give the same result.
 *
 * What comes back is data: messages to her, facts, effects, timers. Nothing has happened yet; the shell commits it first.
 */
import type { AnyMachineSnapshot } from 'xstate';
import type { Compiled } from './compile.js';
import type { Context } from './context.js';
import { collides, gives, isLikely, placeOf, questionOf, stays, stillGrave, takenAs } from './danger/besideAnswer.js';
import { withShown } from './talk/listed.js';
import type { Effect } from './effects.js';
import { guessAfter } from './danger/guessAfter.js';
import type { EventOf, FlowEvent, RiskLevel, SosWhy } from './events.js';
import { readingOf } from './guards.js';
import { withNotHers } from './booking/herTimes.js';
import { FOR_ANOTHER } from './danger/corrected.js';
import { callAfter } from './booking/herCall.js';
import { NOT_TO_HER } from './danger/herWords.js';
import { placeBefore, withAside, withPlaceBefore } from './place/asidePlaces.js';
import { withPlacesTold } from './place/otherPlaces.js';
import { markOf } from './place/herPlace.js';
import { asksForSomething, isHeard } from './talk/closedContact.js';
import { muteAfter } from './sight/mute.js';
import { localeFor } from './talk/locale.js';
import { withInside } from './insides.js';
import type { Milestone } from './milestones.js';
import type { Protocol } from './protocol.js';
import type { Reading } from './reading.js';
import { type Hush, type Sayable, type Shape, speak, type Spoken } from './talk/say.js';
import { type Emitted, scopeOf } from './scope.js';
import { rememberedAfter } from './remembered.js';
import { HIGH, IMMINENT } from './sense/types.js';
import { wordHeard } from './sight/checkWord.js';
import { isCovert } from './sight/cover.js';
import { dangerWith } from './danger/dangerKinds.js';
import type { Say } from './actions.js';

export type Snapshot = AnyMachineSnapshot;

export interface Turned {
  snapshot: Snapshot;
  messages: Spoken[];
  /** Said where nothing else is: what would have been said stands last on her screen. */
  nod: Spoken | null;
  /** Texts that were decided and not said, because we keep quiet, have no harmless words for them, or a person chose so. */
  hushed: { key: string; why: Hush }[];
  milestones: Milestone[];
  effects: Effect[];
  /** By timer id; the last word of the turn counts. */
  timers: Map<string, { delayMs: number } | 'cancelled'>;
  /** The contact is blocked, and this was no SOS and no words of alarm: kept, and nothing done. */
  ignored: boolean;
}

/** A conversation in which nothing has happened. */
export function begin({ machine }: Compiled): Snapshot {
  return machine.getInitialSnapshot(scopeOf(machine, () => {}) as never) as Snapshot;
}

export function contextOf(snapshot: Snapshot): Context {
  return snapshot.context as Context;
}

export function advance(
  compiled: Compiled,
  before: Snapshot,
  event: FlowEvent,
  shape: Shape,
  turned = nothingYet(before),
): Turned {
  return moved(compiled, before, event, shape, understood(compiled, before, event, shape, turned));
}

/** @param turned what was understood of the event; filled as the machine goes, for who looks on meanwhile */
export function moved(compiled: Compiled, before: Snapshot, event: FlowEvent, shape: Shape, turned: Turned): Turned {
  const done = answered(compiled, before, event, shape, turned);
  if (done.messages.length === 0 && done.nod) done.messages.push(done.nod);
  if (done.messages.length > 0)
    done.snapshot = withContext(
      done.snapshot,
      withShown(withOurs(contextOf(done.snapshot), done.messages.length), done.messages, compiled.protocol),
    );
  return done;
}

function answered(compiled: Compiled, before: Snapshot, event: FlowEvent, shape: Shape, turned: Turned): Turned {
  stepped(compiled, before, event, event, shape, turned);
  const calm = takenAs(contextOf(before), contextOf(turned.snapshot), event, compiled.protocol);
  return (calm && withQuestion(compiled, before, event, calm, shape)) ?? turned;
}

/** What is understood in every state, before the machine moves: `snapshot` is the same place, with what is known now. */
export function understood(
  compiled: Compiled,
  before: Snapshot,
  event: FlowEvent,
  shape: Shape,
  turned = nothingYet(before),
): Turned {
  const context = contextOf(before);
  const prepared = withCall(prepare(context, event, compiled, turned), event, compiled.protocol, shape, turned);
  turned.snapshot = prepared === context ? before : withContext(before, prepared);
  if (event.type === 'MSG' && context.marks.blocked && !context.marks.emergency && !isHeard(context, event.read)) {
    turned.ignored = true;
    if (asksForSomething(event.read)) tellPeople(turned, { why: 'writes-again' });
  }
  return turned;
}

/**
 * @param heard the event as the machine takes it; what is known of her follows the event itself
 * @param turned what was understood of the event
 */
function stepped(
  compiled: Compiled,
  before: Snapshot,
  event: FlowEvent,
  heard: FlowEvent,
  shape: Shape,
  turned: Turned,
): Turned {
  if (turned.ignored) return turned;
  const { machine } = compiled;
  const scope = scopeOf(machine, action => settle(action, compiled, shape, turned));
  turned.snapshot = machine.transition(turned.snapshot, heard as never, scope as never) as Snapshot;
  if (turned.snapshot.status === 'error') throw turned.snapshot.error;
  const told = withPlacesTold(contextOf(before), contextOf(turned.snapshot), event, readingOf(event));
  if (told !== contextOf(turned.snapshot)) turned.snapshot = withContext(turned.snapshot, told);
  return turned;
}

export const nothingYet = (snapshot: Snapshot): Turned => ({
  snapshot,
  messages: [],
  nod: null,
  hushed: [],
  milestones: [],
  effects: [],
  timers: new Map(),
  ignored: false,
});

/** Only a bare guess speaks of danger: she is answered, and asked (besideAnswer.ts). Null where she is asked alone, by the machine. */
function withQuestion(
  compiled: Compiled,
  before: Snapshot,
  event: FlowEvent,
  calm: EventOf<'MSG'>,
  shape: Shape,
): Turned | null {
  const { protocol } = compiled;
  const calmly = stepped(compiled, before, event, calm, shape, understood(compiled, before, event, shape));
  const { milestones } = calmly;
  const after = {
    ...placeOf(calmly.snapshot.value, contextOf(calmly.snapshot)),
    milestones,
    texts: calmly.messages.length,
  };
  const question = questionOf(placeOf(before.value, contextOf(before)), after, calm.read, protocol);
  if (question === null) return null;
  const turned = question === 'alone' ? nothingYet(before) : calmly;
  if (question === 'alone') {
    const known = prepare(contextOf(before), event, compiled, turned);
    turned.snapshot = withContext(before, stays(known, calm, protocol));
  }
  const asking = contextOf(turned.snapshot);
  tellPeople(turned, { why: 'sensed-high', risk: asking.risk, count: asking.alerts + 1 });
  if (question === 'asked') return turned;
  const last = turned.messages.at(-1);
  if (last && collides(after.context, last.key, gives(milestones), protocol)) {
    turned.messages.pop();
    turned.milestones = milestones.filter(m => !last.facts.includes(m));
  }
  const { first, ask: alone, beside } = protocol.talk.unsure;
  const short = question === 'beside' ? beside : alone;
  const ask: Say = { say: asking.marks.greeted ? short : first, by: 'danger' };
  said({ action: ask, context: asking, event }, protocol, shape, turned);
  turned.snapshot = withContext(turned.snapshot, {
    ...(isLikely(calm.read) ? stillGrave(asking, event, protocol) : asking),
    marks: { ...asking.marks, greeted: true, guess: 'asked' },
  });
  return turned;
}

function tellPeople(turned: Turned, params: Record<string, unknown>): void {
  turned.effects.push({ type: 'alert', params });
  turned.milestones.push('executive_alerted');
}

/** Is anybody still owed something here? */
export function isOpen(snapshot: Snapshot): boolean {
  const value = snapshot.value as { talk: unknown; emergency: unknown };
  return (value.talk !== 'rest' && value.talk !== 'new') || value.emergency !== 'idle';
}

/** Reading whose words are agreed beforehand with women in support programmes; a protocol without it knows no such word. */
const PRIORITY = 'priority-word';

// ---- before the machine: what is understood in every state ------------------------------------------------------------------

function prepare(context: Context, event: FlowEvent, { protocol }: Compiled, turned: Turned): Context {
  const read = readingOf(event);
  if (!read) return context;
  const aggressor = read.intent === 'aggressor';
  const locale = localeFor(
    context,
    read,
    protocol,
    'chose' in event ? event.chose : undefined,
    event.type === 'SOS' || read.risk >= HIGH || context.marks.emergency,
  );
  const risk = Math.max(context.risk, event.type === 'SOS' ? IMMINENT : read.risk) as RiskLevel;
  const grave = event.type === 'SOS' || read.risk >= HIGH || context.marks.emergency || 'together' in read.sensed;
  const marks = {
    ...context.marks,
    ...(read.reads('no-danger') && read.risk < HIGH ? { danger: 'no' as const } : {}),
    guess: guessAfter(context, event, read),
    ...(read.reads('no-mail') ? { mail: 'no' as const } : {}),
    ...(read.intent === 'emotional_support' &&
    read.risk < HIGH &&
    !read.reads('when') &&
    !read.reads('asks-call') &&
    !read.reads('alone') &&
    tells(read)
      ? { told: true }
      : {}),
    ...(isCovert(context.marks, event, read, protocol) ? { cover: true } : {}),
    ...muteAfter(context, read),
    ...(event.type === 'SOS' && !context.marks.emergency && context.place
      ? { place: markOf(placeBefore(context, event, read)) }
      : {}),
    // The word agreed with women who are in a support programme already: people see who she is.
    ...(read.reads(PRIORITY) ? { priority: true } : {}),
    // An agreed word, the button, or words of alarm in her voice: whoever wrote before, this is her.
    ...(event.type === 'SOS' &&
    (HERS.has(event.why) ||
      (read.reads('in-her-voice') && !read.reads('beside')) ||
      (event.why === 'signal' && !aggressor && read.reads('of-herself')))
      ? { doubt: false }
      : {}),
    ...(aggressor && event.type === 'SOS' && event.why === 'sensed' && read.sensed.confidence >= HIS_VOICE_SURE
      ? { doubt: true }
      : {}),
  };
  if (marks.priority && !context.marks.priority)
    turned.effects.push({ type: 'contact', params: { label: 'priority', priority: true, by: 'citizen' } });
  if (context.risk === 0 && risk > 0) turned.milestones.push('risk_assessed');
  if (
    risk > context.risk &&
    risk >= HIGH &&
    event.type === 'MSG' &&
    // "Ya no importa": a guess of a word or two calls nobody.
    (read.reads('tells') || read.reads('likely-grave')) &&
    (context.owner.kind !== 'bot' || context.marks.blocked)
  ) {
    tellPeople(turned, { why: 'rise', risk, count: 1 });
  }
  const word = wordHeard(context, read, protocol);
  if (word) tellPeople(turned, { why: word.why, risk, count: 1 });
  const danger = grave ? dangerWith(context.danger, read, protocol) : context.danger;
  const forAnother = read.reads(FOR_ANOTHER) ? { forAnother: true as const } : {};
  const { outside: _, ...placed } = withPlaceBefore({ ...context, ...forAnother, danger }, event, read);
  if (placed.place !== null && placed.place !== context.place) turned.milestones.push('location_kept');
  return {
    ...placed,
    locale,
    risk,
    riskBy: risk > context.risk ? null : context.riskBy,
    marks,
    ...(marks.emergency || event.type === 'SOS'
      ? { known: withAside({ ...context, ...forAnother, danger }, event, read) }
      : {}),
    ...rememberedAfter(context, event, read, protocol),
    kept: withNotHers(word ? word.kept : context.kept, read, { now: event.world.now, zone: protocol.zone }),
    ...(read.reads('erased') ? { ours: 0 } : {}),
  };
}

/** Who is not to be written to, and her call, by what she writes (herCall.ts): with whatever else is done. */
function withCall(context: Context, event: FlowEvent, protocol: Protocol, shape: Shape, turned: Turned): Context {
  if (readingOf(event)?.reads(NOT_TO_HER)) tellPeople(turned, { why: NOT_TO_HER });
  const after = callAfter(context, event, protocol);
  if (!after) return context;
  turned.effects.push(...after.effects);
  for (const why of after.told) tellPeople(turned, { why, risk: context.risk, count: 1 });
  if (after.say) said({ action: { say: after.say }, context, event }, protocol, shape, turned);
  return after.context;
}

/** More than asking for the call: she says how she is. */
const tells = (read: Reading): boolean => read.plain.split(' ').length >= 3;

const HERS: ReadonlySet<SosWhy> = new Set<SosWhy>(['word', 'agreed', 'button']);

/** A woman whose words were taken for his would be met with silence: only what is hardly hers keeps an emergency quiet. */
const HIS_VOICE_SURE = 0.7;

// ---- what the machine decided -----------------------------------------------------------------------------------------------

/** With so many more messages on her screen. Where it is not known how many there are, it stays so until she erases them. */
const withOurs = (context: Context, more: number): Context =>
  context.ours === undefined ? context : { ...context, ours: context.ours + more };

/** The same place, with another memory. */
export function withContext(snapshot: Snapshot, context: Context): Snapshot {
  return withInside(snapshot, { context });
}

function settle({ type, params }: Emitted, { protocol }: Compiled, shape: Shape, turned: Turned): void {
  const given = params as Record<string, unknown>;
  switch (type) {
    case 'xstate.raise':
      // Without a delay it was processed inside this step.
      if (typeof given.delay === 'number') turned.timers.set(String(given.id), { delayMs: given.delay });
      return;
    case 'xstate.cancel':
      turned.timers.set(String(given.sendId), 'cancelled');
      return;
    case 'mark':
      turned.milestones.push(given.name as Milestone);
      return;
    case 'effect':
      if (params === null) return;
      turned.effects.push(params as Effect);
      if ((params as Effect).type === 'alert') turned.milestones.push('executive_alerted');
      return;
    case 'say':
      said(params as Sayable, protocol, shape, turned);
      return;
    default:
      throw new Error(`action ${type} has no durable form; use the closed set of flows/actions.ts`);
  }
}

function said(sayable: Sayable, protocol: Compiled['protocol'], shape: Shape, turned: Turned): void {
  const context = withOurs(sayable.context, turned.messages.length + 1);
  const spoken = speak({ ...sayable, context }, protocol, shape);
  if ('hushed' in spoken) {
    if (spoken.hushed === 'quiet') turned.milestones.push('silent_hold');
    return void turned.hushed.push({ key: spoken.key, why: spoken.hushed });
  }
  if ('unsaid' in spoken) turned.nod ??= spoken.unsaid;
  else turned.messages.push(spoken);
  turned.milestones.push(...spoken.facts);
}
