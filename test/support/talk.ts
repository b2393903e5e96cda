/**
 * One conversation played in a test: what she writes, what happens, the time that passes. Timers fall due on the
 * virtual clock, in their order; nothing waits for real.
 */
import type { Compiled } from '../../flows/compile.js';
import type { Context } from '../../flows/context.js';
import type { Effect } from '../../flows/effects.js';
import type { FlowEvent, Happened, World } from '../../flows/events.js';
import { type Heard, hear } from '../../flows/hear.js';
import type { Milestone } from '../../flows/milestones.js';
import type { Shape, Spoken } from '../../flows/talk/say.js';
import type { Senses } from '../../flows/sense/sense.js';
import { freeze, leaves, thaw } from '../../flows/snapshot.js';
import { duration } from '../../flows/steps/parts.js';
import { advance, begin, contextOf, type Snapshot, type Turned } from '../../flows/turn.js';
import { type Script, ScriptedSenses } from './senses.js';
import { VirtualClock } from './virtual-clock.js';

export type Says = Partial<Heard> & { sensed?: Script };

/** A page that shows everything. */
export const PAGE: Shape = { buttons: { most: 10, label: 80 }, list: null, body: 4096 };

export class Talk {
  readonly messages: Spoken[] = [];
  readonly facts: Milestone[] = [];
  readonly effects: Effect[] = [];
  /** Every turn: the state it met, the event, what came of it. */
  readonly turns: { before: Snapshot; event: FlowEvent; turned: Turned }[] = [];
  /** What the service is like now: change it before an act. */
  readonly world: Omit<World, 'now'> = { open: true, staffed: true, onCall: true };
  readonly #timers = new Map<string, number>();
  readonly #compiled: Compiled;
  readonly #scripted = new ScriptedSenses();
  readonly #senses: Senses;
  readonly #clock = new VirtualClock();
  #snapshot: Snapshot;

  /** @param senses what is understood of her; scripted by the test unless told */
  constructor(compiled: Compiled, senses?: Senses) {
    this.#compiled = compiled;
    this.#senses = senses ?? this.#scripted;
    this.#snapshot = begin(compiled);
  }

  says(text: string, { sensed, ...heard }: Says = {}): Turned {
    if (sensed) this.#scripted.script(text, sensed);
    const event = hear(
      this.#compiled.protocol,
      this.#senses,
      this.context,
      { text, media: null, ...heard },
      this.#world(),
    );
    return this.#turn(event);
  }

  does(happening: Happened): Turned {
    return this.#turn({ ...happening, world: this.#world() });
  }

  /** `90s`, `3m`, `24h`: every timer that falls due in that time fires, first the one that is due first. */
  passes(time: string): void {
    const until = this.#clock.now() + duration.parse(time);
    for (;;) {
      const [next] = [...this.#timers].filter(([, due]) => due <= until).sort(([, a], [, b]) => a - b);
      if (!next) break;
      const [id, due] = next;
      this.#clock.pass(due - this.#clock.now());
      this.#timers.delete(id);
      this.#turn({ type: id, world: this.#world() } as FlowEvent);
    }
    this.#clock.pass(until - this.#clock.now());
  }

  /** Begins with a part of its memory filled, as an earlier talk left it. */
  remembers({ marks, ...rest }: Partial<Omit<Context, 'marks'>> & { marks?: Partial<Context['marks']> }): this {
    const frozen = freeze(this.#compiled, this.#snapshot);
    const context = { ...frozen.context, ...rest, marks: { ...frozen.context.marks, ...marks } };
    this.#snapshot = thaw(this.#compiled, { ...frozen, context });
    return this;
  }

  /** Sent to the disk and back, as between two turns of a real conversation. */
  sleeps(): this {
    this.#snapshot = thaw(
      this.#compiled,
      JSON.parse(JSON.stringify(freeze(this.#compiled, this.#snapshot))) as ReturnType<typeof freeze>,
    );
    return this;
  }

  get context(): Context {
    return contextOf(this.#snapshot);
  }
  get snapshot(): Snapshot {
    return this.#snapshot;
  }
  /** Timers that run, with their instants (ms UTC). */
  get timers(): ReadonlyMap<string, number> {
    return this.#timers;
  }
  /** How long each running timer still waits, the first one first, as an author writes it: `3m`. */
  get waits(): string[] {
    return [...this.#timers.values()].sort((a, b) => a - b).map(due => inUnits(due - this.#clock.now()));
  }
  /** Where the talk is: a step's id, or `@queue`, `@person`, `@rest`, `@unsure`, `@new`. */
  get at(): string {
    const [, talk = '', step = ''] =
      leaves(this.#snapshot.value)
        .find(leaf => leaf.startsWith('talk.'))
        ?.split('.') ?? [];
    return talk === 'bot' ? step.replaceAll('/', '.') : (PLACES[talk] ?? `@${talk}`);
  }

  #world(): World {
    return { now: this.#clock.now(), ...this.world };
  }

  #turn(event: FlowEvent): Turned {
    const turned = advance(this.#compiled, this.#snapshot, event, PAGE);
    this.turns.push({ before: this.#snapshot, event, turned });
    this.#snapshot = turned.snapshot;
    this.messages.push(...turned.messages);
    this.facts.push(...turned.milestones);
    this.effects.push(...turned.effects);
    for (const [id, armed] of turned.timers) {
      if (armed === 'cancelled') this.#timers.delete(id);
      else this.#timers.set(id, this.#clock.now() + armed.delayMs);
    }
    return turned;
  }
}

function inUnits(ms: number): string {
  const unit = UNITS.find(([, length]) => ms % length === 0);
  return unit ? `${ms / unit[1]}${unit[0]}` : `${ms}ms`;
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

const PLACES: Readonly<Record<string, string>> = { queued: '@queue', human: '@person' };
