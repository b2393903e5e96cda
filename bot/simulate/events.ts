/**
 * What happened in a played dialogue, one event a line of `simulate --json`. Every one has its time in seconds since the
 * dialogue began and its kind.
 */
import type { Milestone } from '../../flows/milestones.js';

export type Happened = { at_s: number } & (
  | { kind: 'inbound'; text: string; media?: string; id: string; duplicate?: true }
  | {
      kind: 'outbound';
      text: string;
      author: 'bot' | 'executive' | 'safety';
      name?: string;
      choices?: string[];
      sheet?: string;
    }
  | { kind: 'withheld'; text: string; why: string }
  | { kind: 'step'; id: string }
  | { kind: 'thread'; owner: string; epoch: number }
  | { kind: 'risk'; level: string; score: number; evidence: string[] }
  | { kind: 'emergency'; phase: string }
  | { kind: 'call'; institution: string; number: string; state: string; outcome?: string }
  | { kind: 'handoff'; reason: string; priority: boolean }
  | { kind: 'alert'; to: string; why: string }
  | { kind: 'timer'; id: string; due_s: number }
  | { kind: 'appointment'; state: string; slot?: string }
  | { kind: 'case'; folio: string; unit: string; due: string; status: string }
  | { kind: 'record'; type: string }
  | { kind: 'email'; to: string; subject: string }
  | { kind: 'close'; reason: string }
  | { kind: 'block'; reason: string }
  | { kind: 'milestone'; name: Milestone }
  /** An act of an executive that the desk refused, or a message that the engine did not take. */
  | { kind: 'refused'; what: string; why: string }
);

/** Why what was to be done in a dialogue was not, while it has the store out of reach. */
export const STORE_DOWN = 'store down';

export interface Failure {
  /** The expectation, as it is written. */
  check: string;
  found: string;
}

export interface Played {
  id: string;
  events: Happened[];
  failures: Failure[];
}
