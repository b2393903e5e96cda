/**
 * What a console shows of one conversation: its lines, what is known of her, her calls. Part of the contract, which hands
 * it on; the console imports it from there.
 */
import type { CallOutcome } from '../../flows/events.js';
import type { Risk } from '../../flows/sense/types.js';

export type Role = 'executive' | 'supervisor' | 'designer' | 'administrator';
export type { CallOutcome };
export type RiskLevel = Risk;
export type Locale = 'es' | 'en';

/** It is not safe, somebody came or reads along, another seems to write, she called for help. */
export type SafetySign = 'unsafe' | 'came' | 'another' | 'sos' | 'danger';

/** Her check word: not said since she wrote that all is well, said, or another word in its place. */
export type WordSaid = 'unsaid' | 'right' | 'wrong';

/** What a row of the queue warns of, each only where it is so. */
export interface RowMarks {
  /** A word agreed with her opened the emergency: that is said in place of her words. */
  agreed?: true;
  /** Somebody else may be writing. */
  doubt?: true;
  /** She gave more than one place and has not said at which she is. */
  places?: true;
  /** Her check word, where it matters. */
  word?: WordSaid;
  /** Who has her offered her to this colleague, who has not accepted yet: until then nothing changes hands. */
  offer?: Offer;
  /** Since when something that was said to her in the emergency has not come to her screen. */
  unarrivedSince?: number;
}

/** `until`: by when she should have accepted; past it whoever has her is told, and it still stands. */
export interface Offer {
  to: string;
  toName: string;
  at: number;
  until: number;
}

/** The words agreed with her. */
export interface AgreedWords {
  checkWord: string;
  coverWords: string[];
}

/** When what an answer tells of was. */
export type Recency = 'now' | '48h' | 'older';

/** One question of the guideline with its answer; `also`: whom a yes calls besides. */
// biome-ignore format: one fact a line reads as a table
export interface GuidelineAnswerView {
  item: string; text: string; value: 'yes' | 'no' | 'unknown' | 'not_asked'; by: string; contribution: number;
  critical: boolean; short: boolean; recency?: Recency; note?: string; contested?: true; also: string[];
  others: { value: 'yes' | 'no' | 'unknown'; by: string; recency?: Recency; note?: string }[];
}

/** What a person enters for a question. `quote`: the message that says it; `recency`: when it was, of a yes. */
export interface GuidelineEntry {
  item: string;
  value: 'yes' | 'no' | 'unknown';
  quote?: number;
  note?: string;
  recency?: Recency;
}

/** How she may be reached safely: what is left out stays as it was, what is empty is taken back. */
export interface SafeContactChange {
  /** "09:00-12:00, 20:00-21:00", or in words. */
  hours?: string;
  noCall?: boolean;
  where?: string;
  /** Ids of the channels on which she may be written to; empty: any. */
  channels?: string[];
  /** Of whatever is mailed to her. */
  subject?: string;
  checkWord?: string;
  /** One of these calls for help. */
  coverWords?: string[];
}

/** What she will read when an outcome of an open call is recorded; no text, and why, where she will read nothing. */
export interface Tells {
  slot: number;
  outcome: CallOutcome;
  /** Word for word; several parts stand around the reference that is recorded. */
  text: string[] | null;
  lang: string;
  why: 'quiet' | 'cover' | null;
}

export interface CallView {
  slot: number;
  institution: string;
  name: string;
  number: string;
  state: 'planned' | 'dialing' | 'ringing' | 'talking' | 'ended' | 'recorded';
  outcome: CallOutcome | null;
  since: number;
  by?: string;
  reference?: string;
  /** Who was sent, as told: a car, a patrol. */
  unit?: string;
  eta?: string;
  note?: string;
  /** Nobody answered within the time for it: it is dialled again, or the next institution too. */
  overdue?: 'redial' | 'next';
}

export type MessageState = 'waiting' | 'sent' | 'delivered' | 'read' | 'removed' | 'failed' | 'withheld';

/** One line of a conversation, in the order it is shown. */
export type Item =
  | {
      kind: 'message';
      turn: number;
      seq: number;
      at: number;
      direction: 'in' | 'out';
      author: 'citizen' | 'bot' | 'safety' | 'executive';
      name?: string;
      text: string;
      lang: string;
      choices?: { id: string; label: string }[];
      media?: {
        type: string;
        lat?: number;
        lon?: number /** Opened at `/console/api/files/<file>`, by a click. */;
        file?: string;
      };
      state: MessageState;
      reason?: string;
      /** Written at, when it arrived more than 60 s later. */
      lateFrom?: number;
      /** What was sensed of an inbound message, and why. */
      sensed?: {
        intent: string;
        confidence: number;
        risk: RiskLevel;
        riskScore: number;
        sheet: string | null;
        evidence: { kind: string; what: string; weight?: number }[];
      };
      /** The message was parked: shown raw, answer by hand. */
      parked?: string;
      sheet?: { id: string; reviewed: boolean };
    }
  /**
   * `to`: written for the colleague to whom she was offered. `draft`: an answer that was begun, left for that colleague and sent
   * by nobody. `calls`: names of the colleagues whom it calls to look.
   */
  | {
      kind: 'note';
      turn: number;
      at: number;
      name: string;
      text: string;
      to?: string;
      draft?: string;
      calls?: string[];
    }
  /** `event`: catalogue key, such as `taken`, `released`, `risk`, `step`, `call`, `emergency`, `closed`, `booked`, `mail`. */
  | { kind: 'event'; turn: number; at: number; event: string; vars: Record<string, string | number> };

/** The facts column. */
// biome-ignore format: one fact a line reads as a table
export interface Facts {
  risk: { level: RiskLevel; by: string | null; previous: RiskLevel | null; contributions: { what: string; from: string; at: number }[] };
  /** `later`: what she wrote after she last said that it is safe, or without having said so, and speaks against writing. */
  safeContact: { safe: 'unknown' | 'yes' | 'no'; later: { sign: SafetySign; at: number } | null; hours: string[]; noCall: boolean; checkWord: boolean; word: { said: WordSaid; at: number } | null; coverWords: number; where: string | null; channels: { id: string; safe: boolean }[]; mail: 'unknown' | 'yes' | 'no'; subject: string | null };
  step: { id: string; kind: string } | null;
  /** Whether an institution has reviewed what the robot says in her language. */
  textsReviewed: boolean;
  /** Steps that `release` may go to, with their titles. `first`: where one usually goes on; the others are found by search. */
  steps: { id: string; title: string; first?: true }[];
  /** `rule`: the rule that decided the level, such as R3; `action`: what the guideline says to do then. */
  guideline: { id: string; version: string; reviewed: boolean; level: RiskLevel; score: number; rule: string | null; action: string | null; answers: GuidelineAnswerView[] };
  /** `words`: hers, where the address says less. `among`: where she gave several and has not said which, all of them as she told them, and none before another; then nothing else of it is shown. */
  place: { text: string; words: string | null; commune: string | null; region: string | null; confidence: string; lat?: number; lon?: number; among?: { text: string; words: string; whose: string | null }[] } | null;
  known: { label: string; value: string; by: string; at: number }[];
  /** Read aloud to whoever answers a call, in their language: a line for each thing, also for what is not known. `gloss`: what it says, where the console's language is another. Empty outside an emergency. */
  script: { about: string; text: string; lang: Locale; gloss?: string; known: boolean }[];
  /** Her silence in the emergency, once the people were told of it; `checked`: the neutral line was sent. `line`: what she would read, null where nothing would leave. */
  silence: { state: 'none' | 'silent' | 'checked'; line: string | null };
  /** What falls due next in the emergency, the nearest first. */
  deadlines: { what: string; at: number }[];
  institutions: { id: string; name: string; number: string; fallback: string[]; reviewed: boolean; why: string; askFor: string[] }[];
  /** Not offered now, with why; a person may call one all the same. */
  apart: { id: string; name: string; number: string | null; why: string }[];
  suggestions: { sheet: string; title: string; score: number; text: string; reviewed: boolean }[];
  calls: CallView[];
  tells: Tells[];
  /** The referral as it would be stored now. `record`: what is known can be printed and exported under this id. */
  referral: { stored: boolean; missing: string[]; record: string | null } | null;
  /** `number`: which is called; null for the one that she writes from, where her channel has one. */
  appointment: { state: string; startsAt: number | null; number: string | null } | null;
  contact: { name: string; labels: string[]; blocked: 'aggressor' | 'prank' | null; since: number; conversations: number; erased: boolean };
}

/** Server → client, `alarm`, at once and before the batch: an SOS nobody has taken, an owner lost … */
export interface Alarm {
  kind:
    | 'sos'
    | 'owner-lost'
    | 'handed'
    | 'offered'
    /** Whom she was offered to cannot, or has not answered in time: who has her keeps her. */
    | 'not-accepted'
    | 'unanswered'
    | 'rise'
    | 'word-due'
    | 'word-right'
    | 'word-wrong'
    | 'silence'
    | 'unacked'
    | 'unarrived'
    | 'unarrived-long'
    | 'call'
    | 'outcome'
    /** A colleague asks for company; only supervisors hear it. */
    | 'support'
    /** A note calls this person to look; she alone hears it, until she opens the conversation. */
    | 'called';
  conversation: string;
  name: string;
  reason: string;
  since: number;
  /** False when it stops. */
  on: boolean;
  /** Who asks, of `support` and `called`. */
  by?: string;
  /** Nobody real is in danger. */
  drill?: true;
}
