/**
 * What a property is: one file that asks one thing of everything that was explored, and finds the first that breaks it.
 * What stands in the files alone needs no search: all of it is found at once, each at its place.
 */
import type { Compiled } from '../compile.js';
import type { Protocol } from '../protocol.js';
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
  /** A second SOS and the watches of an emergency, and one call from dialling to its outcome. */
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

/** A failure that stands in the files themselves. */
export interface Fault extends Pick<Failure, 'why' | 'then'> {
  /** `directory.yaml`, `messages/en.yaml`; `steps/` and `sheets/` for the file of the step or sheet that `path` begins with. */
  file: string;
  /** Names that lead to the place in the file. */
  path: readonly string[];
  /** What would be right there, where it can be said in a word; `why` says it in any case. */
  expected?: string;
}

export interface Property {
  name: string;
  failure(proof: Proof): Failure | null;
  /** What can be told before anything is explored. */
  faults?(protocol: Protocol): readonly Fault[];
}

/** A property that is about the files alone. A protocol is asked once: it is told at once, and again with the proof. */
export function stated(name: string, find: (protocol: Protocol) => readonly Fault[]): Property {
  const found = new WeakMap<Protocol, readonly Fault[]>();
  const faults = (protocol: Protocol): readonly Fault[] => {
    const known = found.get(protocol) ?? find(protocol);
    found.set(protocol, known);
    return known;
  };
  return { name, faults, failure: ({ compiled: { protocol } }) => failureOf(faults(protocol)) };
}

/** The first of them, for whoever sees no place beside it. */
export function failureOf([first]: readonly Fault[]): Failure | null {
  if (!first) return null;
  const { file, why, then } = first;
  return { why: file.endsWith('/') ? why : `${file}: ${why}`, ...(then ? { then } : {}) };
}
