/**
 * What a step kind is: one file that says what an author writes, what can be wrong with it, which states it becomes,
 * and what the verifier should try on it. Shared code never lists kinds; it asks.
 */
import type { z } from 'zod';
import type { Action } from '../actions.js';
import type { FlowEvent } from '../events.js';
import type { Condition } from '../guards.js';

/** A transition: tried in order, the first whose `when` holds. */
export interface Move {
  when?: Condition;
  /** A step's id, `.name` of a state of the same step, or one of `@queue @rest @emergency @back @menu`. None = stay, timers run on. */
  go?: string;
  /** Stay and ask again: entry actions run and timers are armed anew. */
  again?: true;
  /** It holds although danger may be in her words: it tells people, and goes before the question about danger. */
  told?: true;
  do?: readonly Action[];
}

export interface Silence {
  /** Milliseconds. */
  after: number;
  moves: readonly Move[];
  /** After one line that needs no answer, wait on in silence, until this ends it. */
  then?: { after: number; moves: readonly Move[] };
}

export interface Node {
  entry?: readonly Action[];
  /** Her text: words that answer what was just said here, and everywhere else ask for silence. */
  answers?: readonly Move[];
  /** It asks whether there is danger: "no está acá" may be the no to that, and is asked about once. */
  asksOfDanger?: true;
  /** It asks whether she can write: the same is asked about, and people are told where she does not clear it. */
  asksIfSafe?: true;
  /** Her text: what goes before grave words, because the step itself asks about danger. */
  first?: readonly Move[];
  /** Her text: what this step understands exactly, before what every step understands. */
  moves?: readonly Move[];
  /** Her text, when nothing else understood it. */
  otherwise?: readonly Move[];
  /** Other events. */
  on?: Partial<Record<FlowEvent['type'], readonly Move[]>>;
  /** A state that waits says where silence leads. */
  silence?: Silence;
  /** A state that does not wait. */
  always?: readonly Move[];
  /** Done besides when she cannot write on, sounds in danger, or somebody else seems to write: what was begun is taken back. */
  whenUnsafe?: readonly Action[];
  /** Nothing that every step understands applies here, but SOS: the service keeps quiet. */
  deaf?: true;
}

export interface StepNode {
  initial: string;
  states: Record<string, Node>;
}

/** What a step may ask of the protocol it stands in. */
export interface Surroundings {
  id: string;
  hasStep(id: string): boolean;
  hasText(key: string): boolean;
  /** The text in every locale that has it. */
  texts(key: string): readonly string[];
  sheets: readonly string[];
  hasGuideline(id: string): boolean;
  questions(guideline: string): readonly string[];
  readings: readonly string[];
  /** What no sheet answers is asked outside (knowledge.ts). */
  asksOutside: boolean;
}

/** What is wrong, and what would be right: one of a few known words, or what `expected` says. */
export type Wrong = {
  /** In plain Spanish, for the author. */
  message: string;
  /** The word that is wrong, where it is one. */
  found?: string;
} & ({ known: readonly string[]; expected?: string } | { known?: undefined; expected: string });

/** Something wrong in a step. */
export type WrongIn = Wrong & {
  /** Keys that lead to it in the step; none = the step as a whole. */
  at: readonly string[];
};

export interface StepKind<S = unknown> {
  /** The property that names it in a step. */
  kind: string;
  /** One line for the designer. */
  about: string;
  schema: z.ZodType<S>;
  /** What is wrong beyond the schema, in plain Spanish, for the author. */
  problems?(step: S, around: Surroundings): WrongIn[];
  node(step: S, id: string, around: Surroundings): StepNode;
  /** Steps it can lead to. */
  targets(step: S): string[];
  /** Keys of texts that it says, with the variables each may use. */
  texts(step: S, id: string): string[];
  /** Her text is an answer to what the step asks, one that it takes or not: no guess of a model makes danger of it. */
  fits?(step: S, around: Surroundings): Condition;
  /** Texts of a citizen that take every exit of it, for the verifier. */
  answersToTry?(step: S): string[];
  /** It asks by a list to pick from: a yes or a no to that says nothing. */
  lists?: true;
  /** It asks whether there is danger. */
  asksDanger?: boolean;
  /** It handled what must not be found on her telephone. */
  sensitive?: boolean;
}

/** Keeps the type of a kind while the registry holds all of them. */
export const stepKind = <S>(kind: StepKind<S>): StepKind<S> => kind;
