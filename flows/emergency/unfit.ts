/**
 * What a text advises and she said that it is not for her: the number of the police, to who wants none of them or whose
 * aggressor is one, to report at his own police, and to speak on the telephone, to who cannot. Only that is left out of it; where nothing else would
 * be left, it stays as it is written.
 */
import type { Context } from '../context.js';
import type { FlowEvent } from '../events.js';
import { NO_POLICE } from '../danger/herWords.js';
import { withoutHisDesk } from '../place/hisDesk.js';
import { saidOf } from '../lists.js';
import type { Protocol } from '../protocol.js';
import type { Reading } from '../reading.js';

const POLICE = /\b133\b/;
/** Numbers that she would speak to. */
const TELEPHONE = /\b13[1-4]\b/;
/** Places to report at. */
const DESK = /\bCarabineros\b|\bPDI\b/;
/** Of less than this nobody learns anything. */
const LEFT_LEAST = 12;

const NEVER_SPEAKS = 'never-speaks';
const OF_THE_POLICE = 'his-police';
/** He is of the one that would be called in place of the police. */
const OF_THE_OTHER = 'his-other-police';
/** That nobody be called is said of today; that he is of the police, or that she is deaf, stays so. */
const OF_TODAY: readonly string[] = ['asks-no-calls'];
/** He reads her messages on a screen of his, also later: no text fits (mute.ts). */
export const MIRRORED = 'mirrored';
const UNFIT = [...NO_POLICE, NEVER_SPEAKS, OF_THE_OTHER, MIRRORED];

/** What she wrote is remembered for all that follows, and for the next talks what stays so. */
export function unfitAfter({ unfit = [] }: Context, read: Reading): Pick<Context, 'unfit'> {
  const said = UNFIT.filter(name => read.reads(name) && !unfit.includes(name));
  return said.length > 0 ? { unfit: [...unfit, ...said] } : {};
}
export const lastingly = (unfit: readonly string[] = []): Pick<Context, 'unfit'> => {
  const left = unfit.filter(name => !OF_TODAY.includes(name));
  return { unfit: left };
};

/** @param text before its variables are filled: a house has such a number, too */
export function fitting(
  text: string,
  { unfit = [], need, known, locale }: Context,
  event: FlowEvent,
  { readings, directory }: Protocol,
): string {
  if (!TELEPHONE.test(text) && !DESK.test(text)) return text;
  const now = 'read' in event && event.read ? event.read.text : '';
  const said = [now, need?.text ?? '', ...known.map(it => it.text)].filter(it => it !== '');
  const says = (name: string): boolean => unfit.includes(name) || said.some(it => saidOf(it).reads(readings, name));
  const place = says(OF_THE_POLICE) ? withoutHisDesk(text, says(OF_THE_OTHER) ? 'other' : 'police') : text;
  return withoutNumbers(place, now, says, { locale, readings, directory });
}

/** The same of the numbers to call. @param says whether she said it, now or before */
function withoutNumbers(
  text: string,
  now: string,
  says: (name: string) => boolean,
  { locale, readings, directory }: Pick<Context, 'locale'> & Pick<Protocol, 'readings' | 'directory'>,
): string {
  if (!TELEPHONE.test(text)) return text;
  const noPolice = POLICE.test(text) && NO_POLICE.some(says);
  const noVoice = says(NEVER_SPEAKS) || (now !== '' && saidOf(now).reads(readings, 'cannot-speak'));
  if (!noPolice && !noVoice) return text;
  const spoken = noVoice ? bySentence(text, it => withoutVoice(it, locale)) : text;
  const left = noPolice ? bySentence(spoken, withoutPolice) : spoken;
  if (left.trim().length >= LEFT_LEAST && !(noPolice && isBereft(text, left))) return left.trim();
  // Nobody is left to call: another that comes, where he is of this one.
  const other =
    noPolice && !noVoice && says(OF_THE_POLICE) && !says(OF_THE_OTHER) ? otherPolice(directory, locale) : null;
  if (other) return text.replace(new RegExp(POLICE, 'g'), other);
  return left.trim().length < LEFT_LEAST ? text : left.trim();
}

/** It named a number, and nothing is left by which she could call for help. */
const isBereft = (text: string, left: string): boolean => !HELPS.test(left) && HELPS.test(text);
const HELPS = /\b13[1-4]\b|\{sos\}|\bSOS\b|\*4141|\b147\b/;

/** The number of the next in the directory's order that sends somebody. */
function otherPolice(directory: Protocol['directory'] | undefined, locale: string): string | null {
  const all = directory?.institutions ?? [];
  const dials = (id: string) => all.find(it => it.id === id && it.emergency_dispatch);
  const police = all.find(({ phones }) => phones.some(({ dial }) => dial === '133'));
  const next = police?.fallback.map(dials).find(it => it?.phones[0]);
  return next ? `${next.phones[0]!.dial} (${next.say?.[locale] ?? next.name})` : null;
}

/** Each sentence, with the space that ends it; a line is one of its own, and what comes after a variable. */
const bySentence = (text: string, change: (sentence: string) => string): string =>
  text.replace(/[^.!?\n}]*(?:[.!?]+\s?|\n|\}+|$)/g, sentence => {
    const left = change(sentence);
    // After a variable the space stands before it, and one stays between its neighbours.
    return left === '' && /^ .* $/.test(sentence) ? ' ' : left;
  });

/** "Si puedes hablar, llama al 133." */
function withoutVoice(sentence: string, locale: string): string {
  if (!TELEPHONE.test(sentence)) return sentence;
  const spoken = sentence.replace(AFTER_A_SEMICOLON, clause => (IF_SHE_SPEAKS.test(clause) ? '' : clause));
  const left = IF_SHE_SPEAKS.test(spoken) ? '' : spoken.replace(OR_CALL, '').replace(CALL_OR_WRITE, '');
  // "Si hay peligro, llama al 133": that she can write.
  return SHE_CALLS.test(left) ? left.replace(SHE_CALLS, `${WRITE[locale] ?? WRITE.es} {sos}`) : left;
}

/** "Escribe SOS o llama al 133", "al 133, y a la ambulancia al 131", "al 131; si te atacan, al 133". */
function withoutPolice(sentence: string): string {
  if (!POLICE.test(sentence)) return sentence;
  const left = sentence
    .replace(AFTER_A_SEMICOLON, clause => (POLICE.test(clause) ? '' : clause))
    .replace(OR_CALL, '')
    .replace(CALL_OR_WRITE, '')
    .replace(/(?:al |para o |on |nan )?133 (?:o|or|ou|oswa) (?=\{)/, '');
  const other = OTHER_NUMBER.test(left) ? left.replace(POLICE_AND, '') : left;
  return POLICE.test(other) ? '' : other;
}

const IF_SHE_SPEAKS = /si puedes hablar|if you can talk|se pode falar|se puder falar|si w ka pale/i;
const AFTER_A_SEMICOLON = /;[^;.!?\n]*(?=[.!?\n]|$)/g;
const OR_CALL = /\s+(?:o|or|ou|oswa) (?:llama|call|ligue|rele) (?:tú )?(?:al |para o )?133/;
const CALL_OR_WRITE = /(?:llama|call|ligue|rele) (?:al |para o )?133 (?:o|or|ou|oswa) (?=escribe|type|escreva|ekri)/;
/** Of herself: "pide que alguien llame al 133" is of another. */
const SHE_CALLS = /\b(?:llama|call|ligue|rele) (?:tú )?(?:también )?(?:al |para o )?133(?! (?:o|or|ou|oswa) )/i;
const WRITE: Readonly<Record<string, string>> = { es: 'escribe', en: 'type', pt: 'escreva', ht: 'ekri' };
const OTHER_NUMBER = /\b13[124]\b|\b147\b/;
const POLICE_AND = /(?:al |para o |on |nan )?133,? (?:y|e|epi|and|o|or|ou|oswa) /;
