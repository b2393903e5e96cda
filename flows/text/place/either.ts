/** "O puede ser Los Olmos 77", "or maybe 77 Los Olmos", "quizás el 45": another thing that may be so, beside what she told before. */
import { lately } from '../lately.js';

/** What may be so as well; null where her text begins with no "or" and with no doubt. */
export const alternativeIn = lately((text: string): string | null => {
  const rest = LED.exec(text)?.[1]?.trim();
  return rest === undefined || rest === '' ? null : rest;
});

const OR = '(?:o|u|or|ou|oswa)(?:[\\s,.…]+sea)?';
const DOUBTS =
  "(?:(?:tambi[eé]n\\s+)?(?:puede|podr[ií]a)\\s+(?:ser|que\\s+(?:sea|est[eé]))|puede\\s+que\\s+(?:sea|est[eé])|tal\\s?vez|quiz[aá]s?|a\\s+lo\\s+mejor|capaz(?:\\s+que)?|creo(?:\\s+que)?|parece(?:\\s+que)?|no\\s+s[eé]|si\\s+no|sino|maybe|perhaps|(?:it\\s+)?(?:could|may|might)\\s+(?:also\\s+)?be|(?:i\\s+)?think|(?:i\\s+)?(?:don[’']?t|do\\s+not)\\s+know|pode\\s+ser|acho(?:\\s+que)?|n[aã]o\\s+sei|pet[eè]t|mwen\\s+kw[eè])";
/** "O 1020 é do vizinho", "o meu é 1022": the article. */
const ARTICLE = '(?!o\\s+(?:\\d+[a-z]?|meu|nosso|n[uú]mero)\\s+[eé]\\s)';
/** The first word of what may be so is kept with what leads to it: "en Los Olmos 77". */
const LED = new RegExp(
  `^[\\s¿(]*${ARTICLE}(?:${OR}(?=[\\s,.…])(?:[\\s,.…]+${DOUBTS}(?=[\\s,.…]))*|${DOUBTS}(?=[\\s,.…])(?:[\\s,.…]+${DOUBTS}(?=[\\s,.…]))*)[\\s,.…]+(?:(?:sea|que)\\s+)?(\\S[\\s\\S]*)$`,
  'iu',
);

/** "Maipú o Cerrillos", by where the names stand: she does not know which, and neither of them is taken. */
export const isEitherOf = (text: string, names: readonly { start: number; end: number }[]): boolean =>
  names.slice(1).some(({ start }, i) => EITHER.test(text.slice(names[i]!.end, start)));
const EITHER = /^[\s,]+(?:o|u|or|ou|oswa)\s+(?:(?:en|in|em|nan|quiz[aá]s?|tal\s*vez|maybe)\s+)?$/iu;
