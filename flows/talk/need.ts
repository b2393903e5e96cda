/** What she wrote that nobody has answered yet: read now, joined with what she wrote before, or narrowed to the sheet that she picks. */
import type { Context, Need } from '../context.js';
import type { RiskLevel } from '../events.js';
import { type Known, lastGiven } from '../guards.js';
import { type Near, isAbout, nearIn, onlyAbout, pickedOf, sheetsFor, unmeantIn } from './offers.js';
import type { Option, Reading } from '../reading.js';
import { MEDIUM } from '../sense/types.js';
import { subjectOf } from '../text/followUp.js';
import { words } from '../text/plain.js';

export function needOf(read: Reading, known: Known): Need {
  const near = { ...read.sensed, text: read.text };
  // "Tengo una duda de la pensión de alimentos": the title of a sheet asks nothing of her own case.
  const isGeneral = read.intent === 'specific_question' && sheetsFor(near, known.sheets).written === true;
  return {
    text: read.text,
    intent: isGeneral ? 'general_info' : read.intent,
    ...onlyAsked(answersOf(near, known), read),
    risk: read.risk,
    language: read.sensed.language,
    reads: known.remembered.filter(name => read.reads(name)),
  };
}

/**
 * "Mi marido está durmiendo, pero se puede despertar": she tells, and asks nothing. Sheets that no more than a word of it is near
 * to are no choice to put before her; a person reads it.
 */
function onlyAsked<A extends Pick<Need, 'sheet' | 'several'>>(answers: A, read: Reading): A {
  const tells = TELLING.has(read.intent) && !read.reads('asks') && words(read.text).length >= TELLS_LEAST;
  if (answers.sheet !== null || !tells) return answers;
  const { several: _, ...left } = answers;
  return left as A;
}
const TELLING: ReadonlySet<string> = new Set(['other', 'sos']);
const TELLS_LEAST = 4;

/** The sheet that answers, or those to choose from. */
function answersOf(
  near: Near,
  { sheets, sensitive }: Known,
): Pick<Need, 'sheet' | 'several' | 'unasked' | 'sensitive'> {
  const { sheet, several, unasked } = sheetsFor(near, sheets);
  return {
    sheet,
    sensitive: sheet !== null && sensitive.has(sheet),
    ...(several.length > 0 ? { several } : {}),
    ...(unasked ? { unasked } : {}),
  };
}

/** While she waits: what she asks, and the sheets that may answer it, best first. */
export function onOffer(read: Reading, known: Known): Need {
  const need = needOf(read, known);
  const { several: _, unasked: __, ...left } = need;
  const near = nearIn({ ...read.sensed, text: read.text }, known.sheets);
  return { ...left, sheet: null, sensitive: false, several: near, offered: true };
}

/** What she picks of the sheets on offer is what she needs. */
export function picked(context: Context, read: Reading, other: Option, { sheets, sensitive }: Known): Context {
  const { need } = context;
  const sheet = need && pickedOf(read, need.several ?? [], sheets, other);
  if (!need || !sheet || sheet === other.id) return context;
  const { several: _, offered: __, ...left } = need;
  return { ...context, need: { ...left, sheet, sensitive: sensitive.has(sheet) } };
}

/** Two messages that say one thing together: the sheet is that of both, the stronger intent and risk stay. */
export function joined(before: Need | null, read: Reading, known: Known): Need {
  const now = needOf(read, known);
  if (!before) return now;
  // A greeting adds nothing to what she asks now, and is not read a second time.
  const greeted = before.intent === 'greeting' && before.sheet === null;
  const sheet = (greeted ? null : read.sheetWith?.(before.text)) ?? now.sheet ?? before.sheet;
  const text = `${before.text}\n${now.text}`;
  const vague = now.intent === 'other' || now.intent === 'greeting';
  return {
    text,
    intent: vague ? before.intent : now.intent,
    ...onlyAsked(
      answersOf({ text, sheet, sheets: sheet === null || sheet === now.sheet ? read.sensed.sheets : [] }, known),
      read,
    ),
    risk: Math.max(before.risk, now.risk) as RiskLevel,
    language: now.language,
    reads: [...new Set([...((greeted ? [] : before.reads) ?? []), ...(now.reads ?? [])])],
  };
}

/**
 * What she asks of what she was just told. Words that name a subject of their own are read alone; all others together with
 * what the last sheet answered. Where that is the same sheet again it says no more than she has: then there is none.
 */
export function followed(context: Context, read: Reading, known: Known): Need {
  const now = needOf(read, known);
  const { answered = '' } = context;
  const last = lastGiven(context);
  if (answered === '' || now.risk >= MEDIUM) return now;
  const subject = subjectOf(read.text);
  const isNamed = (id: string): boolean => id !== last && isAbout(id, subject, known.sheets);
  // "¿Cómo denuncio?" names another thing, though no one sheet of it.
  if (now.sheet === null ? (now.several ?? []).some(isNamed) : isNamed(now.sheet)) return now;
  const found = read.sheetWith?.(answered) ?? null;
  const sheet = found !== null && unmeantIn(read.text, known.sheets).has(found) ? null : found;
  const { several: _, unasked: __, ...left } = now;
  const need: Need = { ...left, text: `${answered}\n${now.text}`, sheet: null, sensitive: false };
  if (sheet === null || sheet === last) {
    // "¿Y las deudas?": a word that only one other sheet is asked by, and no sheet is nearer.
    const named = onlyAbout(subject, last, known.sheets);
    return named === null || named !== read.sensed.sheets[0]?.id
      ? need
      : { ...need, sheet: named, sensitive: known.sensitive.has(named) };
  }
  // Another sheet, by words that name none: she says whether she means it.
  if (!isAbout(sheet, subject, known.sheets)) return { ...need, several: [sheet] };
  return { ...need, sheet, sensitive: known.sensitive.has(sheet) };
}
