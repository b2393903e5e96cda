/**
 * How she may be reached without danger, as a person wrote it down with her consent: when, where, by which channels, under
 * which subject, the word that proves that it is her, and the words by which she calls for help unseen. It belongs to her and
 * not to one talk: the shell keeps it in her profile, and what decides in a talk stays in its context.
 */
import type { Context } from '../context.js';
import type { FlowEvent } from '../events.js';
import { spaced } from '../text/plain.js';
import type { SafeWindow } from '../text/time/safeHours.js';

/** What is left out stays as it was; what is empty is taken back. */
export interface SafeContact {
  hours?: readonly SafeWindow[];
  /** No telephone call. */
  noCall?: boolean;
  /** In a person's words: "solo desde el trabajo". */
  where?: string;
  /** Ids of the channels on which she may be written to; empty: any. */
  channels?: readonly string[];
  /** Of whatever is mailed to her. */
  subject?: string;
  checkWord?: string;
  coverWords?: readonly string[];
}

/** Where the talk keeps the word that proves that it is her. */
export const CHECK_WORD = 'check_word';

/** Set once she wrote, to a person who has her in an emergency, that all is well; until she says the word. */
export const DUE = 'word_due';

/** Whole words, whatever their accents and capitals. */
export const saysWord = (text: string, word: unknown): boolean =>
  typeof word === 'string' && word.trim() !== '' && spaced(text).includes(spaced(word));

/** Fields of the contact's profile, as the steps and the sender name them. */
export const profileOf = ({ hours, ...rest }: SafeContact): Record<string, unknown> => ({
  ...(hours ? { safeHours: hours } : {}),
  ...rest,
});

/** What a person wrote down goes before what she said in this talk; the agreed words outlast it. */
export function withSafeContact(context: Context, event: FlowEvent): Context {
  if (event.type !== 'PROFILE') return context;
  const { hours, noCall, checkWord, coverWords } = event.change;
  const kept = {
    ...context.kept,
    ...(hours ? { safe_hours: hours } : {}),
    ...(noCall === undefined ? {} : { no_call: noCall }),
    ...(checkWord === undefined ? {} : { [CHECK_WORD]: checkWord }),
    safe_contact: { ...(context.kept.safe_contact as object | undefined), ...profileOf(event.change) },
  };
  return { ...context, kept, ...(coverWords ? { coverWords } : {}) };
}

/** Of what is kept of a talk, what a person wrote down with her: it outlasts the talk's own words. */
export function agreedOf(kept: Context['kept']): Context['kept'] {
  const profile = kept.safe_contact as ReturnType<typeof profileOf> | undefined;
  if (!profile) return CHECK_WORD in kept ? { [CHECK_WORD]: kept[CHECK_WORD] } : {};
  const { safeHours, noCall } = profile;
  return {
    safe_contact: profile,
    ...(safeHours === undefined ? {} : { safe_hours: safeHours }),
    ...(noCall === undefined ? {} : { no_call: noCall }),
    ...(CHECK_WORD in kept ? { [CHECK_WORD]: kept[CHECK_WORD] } : {}),
  };
}
