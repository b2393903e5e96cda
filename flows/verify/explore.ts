/**
 * Every configuration that a conversation can be in, up to what matters, and every turn between them.
 *
 * A configuration is: the leaf of the talk, the phase of the emergency, how many calls are open, who owns the talk, and
 * whether something sensitive was handled and not yet followed by the reminder to erase (and whether the machine knows). Everything else that guards can
 * read (marks, counters, what she needs, risk, the world, her text) is unknown at the start of a turn, and each of its
 * values that guards tell apart is tried. So more is explored than can happen, never less: what holds here holds.
 *
 * Left out of the configuration, because nothing of what is in it depends on them (explored apart, inside.ts):
 * - the watches of an emergency, which do not move here: no condition can ask for a state, their moves change nothing that is
 *   remembered, and no state around them takes what they take (assumptions.ts holds the machine to it);
 * - where a call stands between dialling and its outcome: an outcome is taken in each of these states by one and the same
 *   transition, and what a call remembers is read by no condition;
 * - the history of the steps: a release that goes back where it was is tried from each place that can be gone back to.
 */
import type { Compiled } from '../compile.js';
import { type Context, initialContext, type Marks } from '../context.js';
import { type FlowEvent, isTimer } from '../events.js';
import { placesBackOf } from '../insides.js';
import type { Milestone } from '../milestones.js';
import type { Author } from '../actions.js';
import { NARROWEST } from '../talk/shape.js';
import { leaves } from '../snapshot.js';
import { advance, begin, contextOf, type Snapshot, withContext } from '../turn.js';
import { activeOf, ALONE, pathOf } from './alone.js';
import { eventsOf, handled, OWNER, WORLD } from './alphabet.js';
import { erasing } from './erasing.js';
import { Outcomes, withMarks } from './outcomes.js';
import { ASKING_FOR_A_PERSON, type Moving, symbolic, type Symbolic, unknownNeed } from './symbolic.js';
import { type Answer, Unknowns } from './unknowns.js';

export interface Config {
  id: number;
  key: string;
  snapshot: Snapshot;
  /** Dotted path of the talk's leaf: `bot.access/safe.waiting.fresh`, `queued`, `human.owed`, `rest`. */
  talk: string;
  /** Phase of the emergency's chat, or null when there is none. */
  emergency: string | null;
  open: number;
  owner: Context['owner']['kind'];
  /** Something sensitive was handled, and no reminder given since; and what the machine knows of it. */
  handled: boolean;
  erase: boolean;
  /** The turn by which it was first reached; null for the beginning. */
  via: Edge | null;
}

export interface Edge {
  from: Config;
  to: Config;
  event: FlowEvent;
  /** Edges with the same number are one event, with other answers to what is not known. */
  choice: number;
  answers: readonly Answer[];
  said: readonly { author: Author; key: string; text: string }[];
  effects: readonly string[];
  milestones: readonly Milestone[];
  /** Steps that the turn entered, passing ones too. */
  steps: readonly string[];
  /** The conversation came to rest although something sensitive had been handled since the last reminder. */
  unreminded: boolean;
  /** The turn threw. */
  error: string | null;
}

export interface Graph {
  configs: readonly Config[];
  edges: readonly Edge[];
  /** Turns in which she asks for a person and says nothing else, where no emergency is open. */
  asked: readonly Edge[];
}

/** A protocol with more configurations than this is refused: its proof would take too long to wait for. */
const CONFIGS_MOST = 20_000;
/** Marks that stay exact: the others are unknown at the start of each turn. */
const EXACT: readonly (keyof Marks)[] = ['person', 'emergency', 'open'];
const UNKNOWN_MARKS = Object.fromEntries(
  Object.entries(initialContext('es').marks)
    .filter(([name]) => !EXACT.includes(name as keyof Marks))
    .map(([name, value]) => [name, typeof value === 'boolean' ? 0 : '?']),
);

/** What is explored. */
export interface View {
  /** What tells configurations apart. */
  key(snapshot: Snapshot): string;
  /** Is this event tried where the states of these paths handle it? `emergency.active.watch.watch-0` */
  tries(type: string, paths: readonly string[]): boolean;
  /** Where to start, instead of at the beginning. */
  from?: readonly Start[];
  /** The regions that move, where not all of them do. */
  moving?: Moving;
}

/** A place, and the configuration that it was reached from in another exploration. */
export interface Start {
  snapshot: Snapshot;
  config: Config;
}

/**
 * The talk, the emergency's chat and how many calls are open.
 *
 * @param machine one for all that is explored of a protocol: a configuration is asked for its moves by the machine that made it
 */
export function exploreMain(compiled: Compiled, machine: Symbolic = symbolic(compiled)): Graph {
  const apart = ALONE.map(pathOf);
  const inside = ['call', ...apart];
  const beside = (paths: readonly string[], regions: readonly string[]): boolean =>
    paths.some(path => !regions.some(start => path.startsWith(start)));
  return new Explorer(compiled, machine, {
    key: mainKey,
    moving: { but: apart },
    tries: (type, paths) => (isTimer(type) ? beside(paths, inside) : type !== 'CALL_STATE' && beside(paths, apart)),
  }).run();
}

const openOf = (snapshot: Snapshot): number =>
  Object.entries(snapshot.value as Record<string, unknown>).filter(
    ([region, at]) => region.startsWith('call') && at !== 'idle',
  ).length;
const talkOf = (snapshot: Snapshot): string => leaves((snapshot.value as Record<string, unknown>).talk).join(' ');

function emergencyOf(snapshot: Snapshot): string | null {
  const active = activeOf(snapshot);
  return active ? leaves(active.chat).join(' ') : null;
}

export const mainKey = (snapshot: Snapshot): string =>
  [talkOf(snapshot), emergencyOf(snapshot) ?? '-', openOf(snapshot), contextOf(snapshot).owner.kind].join('|');

export class Explorer {
  readonly #machine: Symbolic;
  readonly #view: View;
  readonly #compiled: Compiled;
  readonly #configs = new Map<string, Config>();
  readonly #edges: Edge[] = [];
  readonly #asked: Edge[] = [];
  readonly #backs = new Set<string>();
  readonly #sheet: string | null;
  readonly #outcomes: Outcomes;
  /** Many turns come to one place. */
  readonly #keys = new WeakMap<Snapshot, string>();
  readonly #reached = new WeakMap<Snapshot, Map<number, Config>>();
  #choice = 0;

  constructor(compiled: Compiled, machine: Symbolic, view: View) {
    this.#compiled = compiled;
    this.#machine = machine;
    this.#outcomes = new Outcomes(this.#machine, view.moving, after => `${this.#keyOf(after)} ${placesOf(after)}`);
    this.#view = view;
    this.#sheet = compiled.protocol.sheets[0]?.id ?? null;
  }

  run(): Graph {
    const { from } = this.#view;
    if (from) for (const { snapshot, config } of from) this.#reach(snapshot, config, config.via);
    else this.#reach(begin(this.#machine.compiled), { handled: false, erase: false }, null);
    // A Map is walked in order of insertion, with what is inserted meanwhile: breadth first.
    for (const config of this.#configs.values()) this.#leave(config);
    return { configs: [...this.#configs.values()], edges: this.#edges, asked: this.#asked };
  }

  #leave(config: Config): void {
    const { protocol } = this.#compiled;
    for (const [type, paths] of handled(config.snapshot)) {
      if (
        !this.#view.tries(
          type,
          paths.map(path => path.join('.')),
        )
      )
        continue;
      // Where a release leads does not depend on what a person's silence is waiting for.
      const everyStep = config.talk === 'human.calm' && config.emergency === null && config.open === 0;
      for (const event of eventsOf(type, config.snapshot, protocol, everyStep)) this.#try(config, event);
    }
  }

  #try(from: Config, event: FlowEvent): void {
    this.#choice += 1;
    const choice = this.#choice;
    const quiets = isTimer(event.type) ? [false, true] : [null];
    for (const quiet of quiets)
      for (const edge of this.#turns(
        from,
        quiet === null ? from.snapshot : withMarks(from.snapshot, { quiet }),
        event,
        choice,
      ))
        this.#edges.push(edge);
    if (event.type !== 'MSG' || from.emergency !== null) return;
    for (const known of ASKING_FOR_A_PERSON)
      for (const edge of this.#turns(from, from.snapshot, event, 0, known)) this.#asked.push(edge);
  }

  #turns(from: Config, snapshot: Snapshot, event: FlowEvent, choice: number, known: readonly Answer[] = []): Edge[] {
    const { quiet, interrupted } = contextOf(snapshot).marks;
    // All that turns can depend on, but for what has to be erased. Only a release goes back to where it was.
    const back = event.type === 'RELEASE' ? placesOf(snapshot) : '';
    const turn = JSON.stringify([this.#keyOf(snapshot), back, quiet, interrupted, event, known]);
    return this.#outcomes
      .of(turn, from.erase, snapshot, event, known)
      .map(({ after, changes, error, answers, said, effects, milestones, steps }) => {
        const { handled: handledNow, unreminded } = erasing(from.handled, changes, after, this.#compiled);
        const edge: Edge = {
          from,
          to: from,
          event,
          choice,
          answers,
          said,
          effects,
          milestones,
          steps,
          unreminded,
          error,
        };
        if (after) {
          edge.to = this.#reach(after, { handled: handledNow, erase: eraseAfter(after, from) }, edge);
          this.#back(edge, after);
        }
        return edge;
      });
  }

  /** A person may give the talk back where it was: tried once for each place that it can have been. */
  #back({ from, to }: Edge, left: Snapshot): void {
    if (
      !from.talk.startsWith('bot.') ||
      to.talk.startsWith('bot.') ||
      to.emergency !== null ||
      to.open > 0 ||
      this.#view.from
    )
      return;
    const history = placesOf(left);
    if (history === '' || this.#backs.has(history)) return;
    this.#backs.add(history);
    const world = WORLD;
    this.#machine.watch(new Unknowns());
    const take: FlowEvent = { type: 'TAKE', by: OWNER, world };
    const taken = to.owner === 'executive' ? left : advance(this.#machine.compiled, left, take, NARROWEST).snapshot;
    const human = to.owner === 'executive' ? to : (this.#turns(to, left, take, 0)[0]?.to ?? to);
    const interrupted = withMarks(forgetful(taken, this.#sheet), { interrupted: true, sos: false });
    this.#choice += 1;
    for (const edge of this.#turns(human, interrupted, { type: 'RELEASE', by: OWNER, step: null, world }, this.#choice))
      this.#edges.push(edge);
  }

  #keyOf(snapshot: Snapshot): string {
    const key = this.#keys.get(snapshot) ?? this.#view.key(snapshot);
    this.#keys.set(snapshot, key);
    return key;
  }

  #reach(snapshot: Snapshot, now: Erasing, via: Edge | null): Config {
    const reached = this.#reached.get(snapshot) ?? new Map<number, Config>();
    this.#reached.set(snapshot, reached);
    const what = (now.handled ? 2 : 0) + (now.erase ? 1 : 0);
    const config = reached.get(what) ?? this.#configOf(snapshot, now, via);
    reached.set(what, config);
    return config;
  }

  #configOf(snapshot: Snapshot, { handled: handledNow, erase }: Erasing, via: Edge | null): Config {
    const key = [this.#keyOf(snapshot), handledNow ? 'handled' : '', erase ? 'erase' : ''].join('|');
    const known = this.#configs.get(key);
    if (known) return known;
    if (this.#configs.size >= CONFIGS_MOST) throw new TooMany(CONFIGS_MOST);
    const config: Config = {
      id: this.#configs.size,
      key,
      snapshot: forgetful(snapshot, this.#sheet),
      talk: talkOf(snapshot),
      emergency: emergencyOf(snapshot),
      open: openOf(snapshot),
      owner: contextOf(snapshot).owner.kind,
      handled: handledNow,
      erase,
      via,
    };
    this.#configs.set(key, config);
    return config;
  }
}

type Erasing = Pick<Config, 'handled' | 'erase'>;

/** A turn that sets the mark says so; otherwise it is as it was. */
function eraseAfter(snapshot: Snapshot, before: Erasing): boolean {
  const erase = contextOf(snapshot).marks.erase as boolean | 0;
  return erase === 0 ? before.erase : erase;
}

/** The protocol is too large to be proved. */
export class TooMany extends Error {
  override name = 'TooMany';
  constructor(most: number) {
    super(`tiene más de ${most} situaciones distintas; divida el protocolo en varios`);
  }
}

/** The same place, with nothing known of the conversation but what a configuration says. */
function forgetful(snapshot: Snapshot, sheet: string | null): Snapshot {
  const context = contextOf(snapshot);
  const { person, emergency, open } = context.marks;
  return withContext(snapshot, {
    ...initialContext(context.locale),
    marks: { ...UNKNOWN_MARKS, person, emergency, open } as Marks,
    tries: Number.NaN,
    asked: Number.NaN,
    eased: Number.NaN,
    alerts: Number.NaN,
    question: Number.NaN,
    need: unknownNeed(sheet),
    kept: sheet === null ? {} : { given: [sheet] },
    owner: context.owner,
    calls: context.calls,
  });
}

/** Ids of the states that a release would go back to. */
function placesOf(snapshot: Snapshot): string {
  return Object.values(placesBackOf(snapshot))
    .flat()
    .map(node => node.id)
    .sort()
    .join(' ');
}
