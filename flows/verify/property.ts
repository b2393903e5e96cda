/** What a property is: one file that asks one thing of everything that was explored, and finds the first that breaks it. */
import type { Compiled } from '../compile.js';
import type { Config, Edge, Graph } from './explore.js';

export interface Line {
  from: 'citizen' | 'bot' | 'executive' | 'system';
  /** Spanish, for the author of the protocol. */
  text: string;
}

export interface Proof {
  compiled: Compiled;
  /** Talk, emergency and number of open calls. */
  main: Graph;
  /** The watches of an emergency, and one call from dialling to its outcome. */
  inside: Graph;
}

export interface Failure {
  /** What is wrong and what would be right, in Spanish, for the author. */
  why: string;
  /** The configuration where it is wrong, or the turn by which it goes wrong. */
  at?: Config;
  turn?: Edge;
  /** More of the chat after that: only timers, or a text of the protocol. */
  then?: readonly Line[];
}

export interface Property {
  name: string;
  failure(proof: Proof): Failure | null;
}
