/**
 * Protocol → one XState v5 machine: a parallel root of the talk, the emergency and three call slots. The machine is
 * evaluated as a pure function (turn.ts): no actors, no invoke, no inline actions; what it decides comes back as data.
 *
 * XState's types and internals are read besides in turn.ts, snapshot.ts and verify/ (alphabet, decided, conditions, symbolic):
 * look there at an upgrade. Ids are prefixed and hold no dots, because XState splits targets at dots and
 * silently lets a second node with the same id win.
 */
import { type AnyStateMachine, raise, setup } from 'xstate';
import { type Action, type Change, changed } from './actions.js';
import { callRegion } from './emergency/calls.js';
import { type Context, initialContext } from './context.js';
import { unclear as unclearMoves } from './danger/unclear.js';
import { type DangerMoves, dangerMoves, perhapsThere } from './danger/danger.js';
import { effectOf } from './effects.js';
import { emergencyRegion } from './emergency/emergency.js';
import { CALL_SLOTS, type FlowEvent } from './events.js';
import { type Condition, holds, type Known, readingOf } from './guards.js';
import { type Protocol, understoodWhen } from './protocol.js';
import { alert, type Region, type State } from './region.js';
import { picksOnly } from './talk/fits.js';
import { kindOf } from './steps/index.js';
import type { Move, Node, StepNode } from './steps/kind.js';
import { all, firstTry, reads, set } from './steps/parts.js';
import { saidBy, type Sayable } from './talk/say.js';
import { talkRegion } from './talk/talk.js';
import { asked, silent } from './danger/dangerStands.js';

export interface Compiled {
  machine: AnyStateMachine;
  protocol: Protocol;
  /** Names of delayed transitions, with their length in ms. */
  delays: Readonly<Record<string, number>>;
}

/** Throws only for what `parseProtocol` has already refused. */
export function compile(protocol: Protocol): Compiled {
  const delays: Record<string, number> = {};
  const regions: Record<string, unknown> = {};
  const add = (name: string, region: Region): void => {
    Object.assign(delays, region.delays);
    regions[name] = stateConfig(region.state, name, protocol);
  };
  const steps: Record<string, State> = { '@entry': { always: [{ go: `step:${protocol.start}` }] } };
  for (const [id, step] of Object.entries(protocol.steps))
    steps[key(id)] = stepState(id, nodeOf(protocol, id, step), protocol, delays);
  add('talk', talkRegion(protocol.talk, steps, protocol.around.texts));
  add('emergency', emergencyRegion(protocol.emergency));
  for (let slot = 0; slot < CALL_SLOTS; slot++) add(`call${slot}`, callRegion(slot, protocol.emergency));

  const known: Known = protocol;
  const machine = setup({
    guards: {
      check: ({ context, event }: Scope, { condition }: { condition: Condition }) =>
        holds(condition, context, event, known),
    },
    actions: {
      change: changing((context, event, change) => changed(context, event, change, known)),
    },
    delays,
  } as never).createMachine({
    id: protocol.id,
    version: String(protocol.version),
    type: 'parallel',
    context: initialContext(protocol.locales[0]!),
    options: { maxIterations: 100 },
    states: regions,
  } as never) as unknown as AnyStateMachine;
  return { machine, protocol, delays };
}

/**
 * The action that changes what the conversation holds. XState's own `assign` works out anew where the conversation is, at
 * each change of what it holds, and that is a sixth of a turn's time.
 */
export function changing(make: (context: Context, event: FlowEvent, change: Change) => Context): never {
  const action = {
    type: 'change',
    resolve: (_: unknown, snapshot: object, { context, event }: Scope, changes: readonly Change[]) => [
      { ...snapshot, context: changes.reduce<Context>((made, change) => make(made, event, change), context) },
    ],
  };
  return Object.assign(() => {}, action) as never;
}

const key = (id: string): string => id.replaceAll('.', '/');

function nodeOf(protocol: Protocol, id: string, step: Readonly<Record<string, unknown>>): StepNode {
  const kind = kindOf(step);
  if (!kind) throw new Error(`step ${id} of ${protocol.id} has no kind`);
  return kind.node(step as never, id, protocol.around);
}

/** What answers the question of a step. */
function fitsOf(protocol: Protocol, id: string): Condition | undefined {
  const step = protocol.steps[id]!;
  return kindOf(step)?.fits?.(step as never, protocol.around);
}

function askedIn(protocol: Protocol, id: string): Move[] {
  const fits = fitsOf(protocol, id);
  return asked(protocol.talk.unsure, fits, picksOnly(kindOf(protocol.steps[id]!)?.lists, fits));
}

// ---- steps ------------------------------------------------------------------------------------------------------------

function stepState(id: string, node: StepNode, protocol: Protocol, delays: Record<string, number>): State {
  const states: Record<string, State> = {};
  for (const [name, sub] of Object.entries(node.states)) states[name] = subState(id, name, sub, protocol, delays);
  return { initial: node.initial, entry: [{ change: { step: id } }], states };
}

function subState(id: string, name: string, node: Node, protocol: Protocol, delays: Record<string, number>): State {
  const local = (move: Move): Move => ({
    ...move,
    ...(move.again ? { go: `.${name}` } : {}),
    ...(move.go || move.again ? { go: target(move.again ? `.${name}` : move.go!, id) } : {}),
  });
  const danger = dangerIn(protocol, node);
  const unclear = unclearIn(node);
  const waits = Boolean(node.moves || node.otherwise || node.silence);
  const text = waits
    ? [
        ...(node.deaf
          ? understood(another(protocol), node.whenUnsafe)
          : [
              ...understood(ahead(protocol, true), node.whenUnsafe),
              ...(node.answers ?? []),
              ...(node.asksOfDanger ? mayBeThere(protocol, id, [alert('somebody-came')]) : []),
              ...(node.asksIfSafe ? mayBeThere(protocol, id, []) : []),
              danger.hush,
              danger.disguised,
              danger.beside,
              ...askedIn(protocol, id),
              ...(node.first ?? []),
              danger.grave,
              ...(node.moves ?? []).filter(move => move.told),
              ...unclear.guessed,
              danger.guessed,
              ...understood(ahead(protocol, false), node.whenUnsafe),
              begins,
            ]),
        ...(node.moves ?? []),
        ...(node.deaf
          ? []
          : understood(
              protocol.understands.filter(u => !u.first),
              node.whenUnsafe,
            )),
        ...(node.deaf ? [] : unclear.otherwise),
        ...(node.otherwise ?? []),
      ]
    : [];
  const state: State = {
    ...(node.entry ? { entry: node.entry } : {}),
    ...(node.always ? { always: node.always.map(local) } : {}),
    on: {
      ...Object.fromEntries(Object.entries(node.on ?? {}).map(([type, moves]) => [type, (moves ?? []).map(local)])),
      ...(text.length > 0 ? { MSG: text.map(local) } : {}),
    },
  };
  if (!node.silence) return state;
  const delay = `${key(id)}.${name}.silence`;
  delays[delay] = node.silence.after;
  const unanswered = silent(protocol.talk.unsure, node.whenUnsafe);
  const first = [unanswered, ...node.silence.moves].map(local);
  if (!node.silence.then) return { ...state, after: { [delay]: first } };
  const later = `${delay}.then`;
  delays[later] = node.silence.then.after;
  const quietId = `#step:${key(id)}:${name}:quiet`;
  return {
    ...state,
    initial: 'fresh',
    states: {
      fresh: { after: { [delay]: first.map(move => (move.go ? move : { ...move, go: quietId })) } },
      quiet: { after: { [later]: node.silence.then.moves.map(local) } },
    },
  };
}

const quietIn = ({ whenUnsafe = [] }: Node): Move & { do: Action[] } => ({ go: 'hush', do: [firstTry, ...whenUnsafe] });
/** What wins over a step's own options: she cannot write on, or what she writes sounds like danger. */
const dangerIn = (protocol: Protocol, node: Node): DangerMoves =>
  dangerMoves(protocol.talk.disguise, quietIn(node), node.whenUnsafe ?? [], 'join');
/** What of which nothing is understood, after danger was told. */
const unclearIn = (node: Node): ReturnType<typeof unclearMoves> => unclearMoves(quietIn(node));

/** He may be there: she is asked once in words that anybody may see. The same to that is silence, and people are told. */
function mayBeThere({ talk }: Protocol, id: string, told: readonly Action[]): Move[] {
  if (talk.perhapsThere === undefined || talk.perhapsThere === id) return [];
  const free: Condition = { marks: { quiet: false, cover: false } };
  return [{ when: all(perhapsThere, free), go: talk.perhapsThere, do: [firstTry, ...told] }];
}

/** She goes on in the next message: nothing is said to this one, the wait is not put off, and her words are kept. */
const begins: Move = { when: reads('unfinished'), do: [{ change: { need: 'join' } }] };

type Understands = Protocol['understands'];

/** What tells that somebody else holds the telephone: where the service keeps quiet, nothing else is understood. */
const another = ({ understands }: Protocol): Understands => understands.filter(u => u.doubt === true);

/** What goes before the step's own options: another voice before anything else, the rest after grave words. */
const ahead = ({ understands }: Protocol, doubt: boolean): Understands =>
  understands.filter(u => u.first && Boolean(u.doubt) === doubt);

/** What every step understands, from the protocol: a person, the menu, repeat … */
function understood(understands: Understands, unsafe: readonly Action[] = []): Move[] {
  return understands.map(u => ({
    when: understoodWhen(u),
    ...(u.do === 'repeat' ? { again: true as const } : { go: u.go! }),
    do: [
      firstTry,
      ...(u.doubt === true ? [set({ doubt: true })] : u.doubt ? [alert('another-writes')] : []),
      ...(u.doubt ? unsafe : []),
      ...(u.need ? [{ change: { need: u.need } } as Action] : []),
    ],
  }));
}

function target(go: string, id: string): string {
  if (go.startsWith('#')) return go;
  if (go.startsWith('.')) return `#step:${key(id)}:${go.slice(1)}`;
  return go;
}

// ---- regions to XState ---------------------------------------------------------------------------------------------------

/** Names that a move may use for a place in the machine. */
const PLACES: Record<string, string> = {
  '@queue': '#talk:queued',
  '#queued': '#talk:queued',
  '@rest': '#talk:rest',
  '#rest': '#talk:rest',
  '#human': '#talk:human',
  '@unsure': '#talk:unsure',
  '#unsure': '#talk:unsure',
  '#back': '#step:@back',
  '#entry': '#step:@entry',
};

function stateConfig(state: State, path: string, protocol: Protocol): Record<string, unknown> {
  if (state.history) return { id: idOf(path), type: 'history', history: 'deep', target: '#step:@entry' };
  const config: Record<string, unknown> = { id: idOf(path) };
  if (state.parallel) config.type = 'parallel';
  if (state.initial) config.initial = state.initial;
  if (state.entry) config.entry = actionsConfig(state.entry, protocol);
  if (state.always) config.always = state.always.map(move => moveConfig(move, protocol));
  if (state.on)
    config.on = Object.fromEntries(
      Object.entries(state.on).map(([type, moves]) => [type, (moves ?? []).map(move => moveConfig(move, protocol))]),
    );
  if (state.after)
    config.after = Object.fromEntries(
      Object.entries(state.after).map(([delay, moves]) => [delay, moves.map(move => moveConfig(move, protocol))]),
    );
  if (state.states)
    config.states = Object.fromEntries(
      Object.entries(state.states).map(([name, sub]) => [name, stateConfig(sub, `${path}.${name}`, protocol)]),
    );
  return config;
}

/** talk.bot.access/safe.waiting → step:access/safe:waiting; emergency.active.chat.confirm → emergency:confirm; call0.open.dialing → call0:dialing. */
function idOf(path: string): string {
  const parts = path.split('.');
  if (parts[0] === 'talk' && parts[1] === 'bot' && parts.length > 2) return `step:${parts.slice(2).join(':')}`;
  if (parts.length === 1) return `region:${parts[0]}`;
  return `${parts[0]}:${parts[0] === 'talk' ? parts.slice(1).join(':') : parts.at(-1)}`;
}

function moveConfig(move: Move, protocol: Protocol): Record<string, unknown> {
  const to = move.go ? goOf(move.go, protocol) : undefined;
  return {
    ...(move.when ? { guard: { type: 'check', params: { condition: move.when } } } : {}),
    ...(to ? { target: to, reenter: true } : {}),
    ...(move.do?.length ? { actions: actionsConfig(move.do, protocol) } : {}),
  };
}

function goOf(go: string, protocol: Protocol): string {
  if (PLACES[go]) return PLACES[go]!;
  if (go === '@menu') return `#step:${key(protocol.talk.menu)}`;
  if (go.startsWith('#step:')) return go;
  if (go.startsWith('#human.')) return `#talk:human:${go.slice('#human.'.length)}`;
  if (go.startsWith('#unsure.')) return `#talk:unsure:${go.slice('#unsure.'.length)}`;
  if (go.startsWith('#')) return go.replace('.', ':');
  return `#step:${key(go.startsWith('step:') ? go.slice('step:'.length) : go)}`;
}

/** XState makes a whole snapshot for each assignment: changes that follow one another are one. */
function actionsConfig(actions: readonly Action[], protocol: Protocol): unknown[] {
  const joined: (OtherAction | { changes: Change[] })[] = [];
  for (const action of actions) {
    const last = joined.at(-1);
    if (!('change' in action)) joined.push(action);
    else if (last && 'changes' in last) last.changes.push(action.change);
    else joined.push({ changes: [action.change] });
  }
  return joined.map(action => once(action, protocol));
}

/** Actions that say the same are one object, so that whoever asks whether two moves do the same need not read them. */
function once(action: OtherAction | { changes: Change[] }, protocol: Protocol): unknown {
  const made = actionsMade.get(protocol) ?? new Map<string, unknown>();
  actionsMade.set(protocol, made);
  const text = JSON.stringify(action);
  const known =
    made.get(text) ??
    ('changes' in action ? { type: 'change', params: action.changes } : actionConfig(action, protocol));
  made.set(text, known);
  return known;
}
const actionsMade = new WeakMap<Protocol, Map<string, unknown>>();

type OtherAction = Exclude<Action, { change: Change }>;

function actionConfig(action: OtherAction, protocol: Protocol): unknown {
  if ('mark' in action) return { type: 'mark', params: { name: action.mark } };
  if ('raise' in action)
    return raise((({ context, event }: Scope) =>
      action.raise === 'SOS'
        ? { type: 'SOS', why: action.why, read: readingOf(event), world: event.world }
        : {
            type: 'OWNER_LOST',
            person: context.owner.kind === 'executive' ? context.owner.id : '',
            why: 'idle',
            world: event.world,
          }) as never);
  if ('effect' in action)
    return {
      type: 'effect',
      params: ({ context, event }: Scope) => effectOf(action.effect, action.params ?? {}, context, event, protocol),
    };
  return { type: 'say', params: ({ context, event }: Scope): Sayable => saidBy(action, context, event, protocol) };
}

interface Scope {
  context: Context;
  event: FlowEvent;
}
