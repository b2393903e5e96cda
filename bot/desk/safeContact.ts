/** How she may be reached safely, as a person writes it down with her consent: hours, channels, and the words agreed on with her. */
import { wrongAmong } from '../../flows/sight/agreedWords.js';
import { CHECK_WORD, type SafeContact } from '../../flows/sight/safeContact.js';
import { readSafeHours, safeWindow, type SafeWindow } from '../../flows/text/time/safeHours.js';
import type { Asked, Made } from './acts.js';

export function safeContact({ act, by, context, live }: Asked<'safe_contact'>): Made {
  if (!act.consent) return { refused: 'reason-needed', why: 'consent' };
  const { hours, noCall, where, channels, subject } = act;
  const windows = hours === undefined ? undefined : windowsIn(hours);
  if (windows === null) return { refused: 'invalid', why: 'hours-unread' };
  const checkWord = act.checkWord?.trim();
  const coverWords = act.coverWords?.map(word => word.trim()).filter(word => word !== '');
  const before = { checkWord: textOf(context.kept[CHECK_WORD]), coverWords: context.coverWords ?? [] };
  const wrong = wrongAmong({ checkWord, coverWords }, before, live.running.protocol);
  if (wrong) return { refused: 'invalid', why: `word-${wrong.why}`, word: wrong.word };
  const change = defined({
    hours: windows,
    noCall,
    where: where?.trim(),
    channels,
    subject: subject?.trim(),
    checkWord,
    coverWords,
  });
  return { events: Object.keys(change).length === 0 ? [] : [{ type: 'PROFILE', by, change }] };
}

/** "09:00-12:00, 20:00-21:00", or as one says it; empty: no limit. Null where it is neither. */
function windowsIn(hours: string): readonly SafeWindow[] | null {
  if (hours.trim() === '') return [];
  const written = hours.split(/[,;]/).map(safeWindow);
  if (written.every(one => one !== null)) return written;
  const read = readSafeHours(hours);
  return read.length > 0 ? read : null;
}

function defined(change: { [K in keyof SafeContact]: SafeContact[K] | undefined }): SafeContact {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
