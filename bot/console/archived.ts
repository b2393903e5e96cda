/**
 * What is asked of the archive: conversations and records of any age. Part of the contract, which hands it on; the
 * console imports it from there.
 */
import type { CallOutcome, Recency, RiskLevel } from './shown.js';

/** Client → `find`, answered by the callback. The latest first. */
export interface FindRequest {
  what: 'records' | 'conversations';
  /** A pseudonym, a label or a folio, whole or in part; empty finds all. */
  text: string;
  /** Instants, the first inclusive and the last exclusive. */
  from?: number;
  to?: number;
  /** Of drills, and of nothing else: they are in no other list. */
  drills?: true;
}

export interface FoundRecord {
  id: string;
  folio: string;
  /** `emergency`, `referral`, `data-request` … */
  type: string;
  conversation: string;
  name: string;
  /** When it was first written. */
  at: number;
  /** When the emergency began; null for any other record. */
  openedAt: number | null;
  /** When it was last written; null where that was not kept. */
  changedAt: number | null;
  /** Nobody has ended it yet. */
  draft: boolean;
  /** Nobody real was in danger. */
  drill: boolean;
  calls: { institution: string; outcome: CallOutcome | null }[];
  /** A person took it for no emergency. */
  discarded?: true;
  /** She was erased: what it held is no more. */
  erased?: true;
}

export interface FoundConversation {
  conversation: string;
  name: string;
  labels: string[];
  channel: string;
  risk: RiskLevel;
  owner: 'bot' | 'queue' | 'executive' | 'rest';
  ownerName: string;
  emergency: boolean;
  createdAt: number;
  updatedAt: number;
  /** She was erased: what the rest says is not of today. */
  erased?: true;
}

/** `more`: there are others, older than these. */
export type Found =
  | { ok: true; what: 'records'; found: FoundRecord[]; more: boolean }
  | { ok: true; what: 'conversations'; found: FoundConversation[]; more: boolean };

/** Client → `record`. A reason is needed where one is to open its conversation; both are recorded. */
export interface RecordRequest {
  id: string;
  reason?: string;
}

export interface RecordView extends FoundRecord {
  risk: RiskLevel;
  riskBy: string | null;
  place: string | null;
  /** How it was left, as the person who ended it wrote; of one that was discarded, why. */
  outcome: string | null;
  /** Who ended it. */
  by: string | null;
  note: string | null;
  /** Only what was answered. */
  guideline: {
    version: string;
    reviewed: boolean;
    answers: {
      text: string;
      value: 'yes' | 'no' | 'unknown';
      by: string;
      recency?: Recency;
      note?: string;
      /** What others answered, which does not decide. */
      others?: { value: 'yes' | 'no' | 'unknown'; by: string; recency?: Recency; note?: string }[];
    }[];
  };
  known: { text: string; at: number }[];
  ledger: {
    institution: string;
    number: string;
    outcome: CallOutcome | null;
    at: number;
    by?: string;
    reference?: string;
    unit?: string;
    eta?: string;
    note?: string;
  }[];
}

export type RecordFormat = 'pdf' | 'json';

/** Client → `record-file`: the record to hand to another institution. It is recorded as a reading that says so. */
export interface RecordFileRequest extends RecordRequest {
  format: RecordFormat;
}

export interface RecordFile {
  /** Of the file, such as `E-2026-000731.pdf`. */
  name: string;
  /** Its MIME type. */
  type: string;
  bytes: Uint8Array;
}
