/**
 * Everything that can happen to a conversation. A citizen can cause only `MSG` and `SOS` (see hear.ts);
 * the other types are made by the shell from what executives, timers and the world do. Each event carries the
 * part of the world that a decision may depend on, because flows have no clock and no eyes of their own.
 */
import type { Proposal } from './knowledge.js';
import type { Reading } from './reading.js';
import type { SafeContact } from './sight/safeContact.js';

export interface World {
  /** Milliseconds UTC: the instant at which this event is decided. */
  now: number;
  /** Inside the service's hours. */
  open: boolean;
  /** At least one executive is available, whatever the hour. */
  staffed: boolean;
  /** Somebody on call exists and can be paged. */
  onCall: boolean;
  /** Something of ours has not come to her screen, though her channel tells of arrivals: people know. Absent, nothing is known to be missing. */
  unarrived?: true;
  /** Her channel takes messages of ours away again when it is asked, as the other system declares. */
  removes?: true;
}

export interface Person {
  id: string;
  name: string;
}

export type Institution = { id: string; name: string; number: string; kind: string };
/** What became of a call, in the order in which people choose it. */
export const CALL_OUTCOMES = ['dispatched', 'answered', 'refused', 'no_answer', 'busy', 'failed'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];
export type CallState = 'dialing' | 'ringing' | 'talking' | 'ended';
export type SosWhy = 'word' | 'agreed' | 'button' | 'signal' | 'sensed' | 'executive' | 'unsure';
/** When what a critical answer tells of was: going on now, in the last 48 hours, or longer ago. */
export type Recency = 'now' | '48h' | 'older';
export type RiskLevel = 0 | 1 | 2 | 3 | 4;
/** To go on waiting, to call with what is known, or to call another institution too. */
export type SilenceDecision = 'wait' | 'call' | 'other';
export type Slot = { at: number; staff: string };

/** `chose`: the language of her screen, when a channel says that she just chose it. */
type Citizen =
  | { type: 'MSG'; read: Reading; chose?: string }
  /**
   * Danger, by a word of alarm, one that she agreed on (`agreed`), or the button, a strong signal, or sensed as imminent. Decided before any step sees the text.
   * An executive who starts the emergency has read no text of hers.
   */
  | { type: 'SOS'; read: Reading | null; why: SosWhy; chose?: string };

type Executive =
  | { type: 'TAKE'; by: Person }
  /** `anyway`: she knows that her safe hours speak against it. */
  | { type: 'SAY'; by: Person; text: string; anyway?: true }
  /** She who has her is typing to her: told now and then, and only while an emergency is open. */
  | { type: 'TYPES'; by: Person }
  /** After a silence: the neutral line is sent to her, once. */
  | { type: 'CHECK'; by: Person }
  /** What is done about her silence. */
  | { type: 'DECIDE'; by: Person; decision: SilenceDecision }
  | { type: 'NOTE'; by: Person; text: string }
  | { type: 'RELEASE'; by: Person; step: string | null }
  | { type: 'TRANSFER'; by: Person; to: string }
  | { type: 'RISK'; by: Person; level: RiskLevel; reason: string | null }
  | { type: 'LABEL'; by: Person; priority: boolean }
  /** How she may be reached safely, written down with her consent. */
  | { type: 'PROFILE'; by: Person; change: SafeContact }
  | { type: 'DISCARD'; by: Person; reason: string }
  | {
      type: 'GUIDELINE';
      by: Person;
      item: string;
      value: 'yes' | 'no' | 'unknown';
      quote: number | null;
      note: string | null;
      recency?: Recency;
      contests?: true;
    }
  | { type: 'CALL'; by: Person; slot: number; institution: Institution }
  | { type: 'PLACE'; by: Person; text: string }
  | { type: 'REFERRAL'; by: Person; institution: string | null; outcome: string }
  | { type: 'QUIET'; by: Person; on: boolean }
  | { type: 'CLOSE'; by: Person; reason: 'done' | 'aggressor' | 'prank'; note: string | null }
  | { type: 'UNBLOCK'; by: Person; reason: string }
  /** The hour she has is cancelled. */
  | { type: 'UNBOOK'; by: Person };

type FromTheWorld =
  /** What the telephone, or the person holding it, says of the call in a slot. */
  | { type: 'CALL_STATE'; slot: number; state: CallState; by: Person | null }
  | {
      type: 'CALL_RESULT';
      slot: number;
      outcome: CallOutcome;
      by: Person | null;
      reference?: string;
      unit?: string;
      eta?: string;
      note?: string;
      answeredBy?: string;
      /** A person chose not to tell her of it. */
      untold?: true;
    }
  /** The owner's console is gone, or the owner has been silent too long. */
  | { type: 'OWNER_LOST'; person: string; why: 'disconnected' | 'idle' }
  /** `near`: none is free when she can; these are the nearest. */
  | { type: 'SLOTS'; slots: readonly Slot[]; asked: boolean; near?: boolean }
  | { type: 'HELD'; slot: Slot; until: number }
  | { type: 'TAKEN'; slot: Slot }
  /** `person`: by somebody of the service, on the calendar; `phone`: with the number to call (E.164). */
  | { type: 'BOOKED'; slot: Slot; appointment: string; person?: true; phone?: string }
  | { type: 'MAILED'; what: string }
  | { type: 'MAIL_FAILED'; what: string; reason: string }
  /** Her channel took so many messages of ours away; `left`: those of them that are still there. */
  | { type: 'REMOVED'; removed: number; left: number }
  | { type: 'NOT_REMOVED'; reason: string }
  | { type: 'RECORDED'; record: string; folio: string }
  /** What an outside provider answers to what the sheets do not. */
  | { type: 'PROPOSED'; proposal: Proposal }
  /** Sense or a transition failed on this text: a person must read it. */
  | { type: 'PARKED'; reason: string; text: string }
  | { type: 'EVENT'; name: string; data: Record<string, unknown> };

/** A delayed transition that fell due: its type is the timer's id. */
export type TimerEvent = { type: `xstate.after.${string}` };
/** XState names what a delay brings back so. */
export const isTimer = (type: string): type is TimerEvent['type'] => type.startsWith('xstate.after.');

/** What happened, before anybody looked at the world. */
export type Happened = Citizen | Executive | FromTheWorld | TimerEvent;

export type FlowEvent = Happened & { world: World };
export type EventOf<T extends FlowEvent['type']> = Extract<FlowEvent, { type: T }>;

/** Number of telephone calls that can be open at once in one conversation. */
export const CALL_SLOTS = 3;
