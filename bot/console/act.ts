/** What a person may do with a conversation from her console. Part of the contract, which hands it on; the console imports it from there. */
import type { CallOutcome, GuidelineEntry, RiskLevel, SafeContactChange } from './shown.js';

export type Act =
  /** `from`: the colleague who has her on the screen; who may move conversations takes over from that one alone. */
  | { do: 'take'; from?: string }
  /** `anyway`: outside her safe hours too. */
  | { do: 'say'; text: string; anyway?: true }
  /** `calls`: colleagues who are connected and are called to look at her. */
  | { do: 'note'; text: string; calls?: readonly string[] }
  /** "Encender robot": back to the bot, at a step, or where it was. */
  | { do: 'release'; step?: string }
  /** Back to the queue, or to a colleague who is connected: she is told, and in an open emergency has her at once. */
  | { do: 'transfer'; to: string }
  /**
   * At the end of a shift: offered to a colleague who is connected, with a note and, where she wants, the answer that she had
   * begun. It stays hers until that colleague accepts.
   */
  | { do: 'hand_over'; to: string; note: string; draft?: string }
  /** What was offered to her. */
  | { do: 'accept' }
  /** By whom it was offered to: she cannot. By who offered it: she keeps her. */
  | { do: 'decline' }
  | { do: 'mark_risk'; level: RiskLevel; reason?: string }
  | { do: 'label'; label: 'priority'; on: boolean }
  /** Written down with her consent. */
  | ({ do: 'safe_contact'; consent: boolean } & SafeContactChange)
  | { do: 'start_emergency' }
  /** A false alarm, discarded by a person. */
  | { do: 'discard_emergency'; reason: string }
  | ({ do: 'answer_guideline' } & GuidelineEntry)
  /** Another answer than the one that decides, which somebody else gave: both are kept, with the reason. */
  | { do: 'contest_guideline'; item: string; value: 'yes' | 'no' | 'unknown'; reason: string }
  | { do: 'call'; institution: string }
  /** The same number again: the call that nobody answered is recorded so, and dialled once more. */
  | { do: 'redial'; slot: number }
  | { do: 'call_state'; slot: number; state: 'ringing' | 'talking' | 'ended' }
  | {
      do: 'call_result';
      slot: number;
      outcome: CallOutcome;
      by?: string;
      reference?: string;
      unit?: string;
      eta?: string;
      note?: string;
      /** False: she is not told; else the words of `Facts.tells` leave at once. */
      tell?: boolean;
    }
  /** The neutral line, once in a silence. */
  | { do: 'check_silence' }
  | { do: 'decide_silence'; decision: 'wait' | 'call' | 'other' }
  | { do: 'set_place'; text: string }
  | { do: 'record_referral'; institution?: string; outcome: string }
  | { do: 'quiet'; on: boolean }
  /** At another time it moves the hour she has. */
  | { do: 'book'; startsAt: number; phone?: string }
  /** The hour she has is cancelled. */
  | { do: 'unbook' }
  | { do: 'close'; reason: 'done' | 'aggressor' | 'prank'; note?: string }
  | { do: 'unblock'; reason: string };
