/**
 * "Mistake, it's 85", "mwen twonpe, se 85", "me enganei, é 85": that what she told was wrong, in whatever language and words,
 * and then what is right. One form of it is enough for what reads corrections (houseNumber.ts, corrected.ts).
 */
import { lately } from '../lately.js';
import { afterWithdrawn } from './withdrawn.js';

/** What is right, where her text begins with such words; null for any other, and where nothing comes after them. */
export const rightIn = lately((text: string): string | null => {
  const rest = (LED.exec(text) ?? LED_LOOSELY.exec(text))?.[1]?.replace(IS, '').trim();
  return rest === undefined || rest === '' ? afterWithdrawn(text) : (afterWithdrawn(text) ?? rest);
});

/** Her text in the form "perdón, es 85" where she says that she was wrong, else as it is. */
export const asCorrection = (text: string): string => {
  const right = rightIn(text);
  return right === null ? text : `perdón, es ${right}`;
};

const CRIES = '(?:(?:oh|ay|uy|ups|oops|whoops|no|nao|não|non|wait|espera|sorry|perd[oó]n|desculpa|padon)[\\s,.!]+)*';
const WRONG = [
  '(?:(?:i|we)\\s+)?(?:made|did)\\s+(?:a|one)\\s+(?:mistake|typo|error)',
  '(?:(?:that|it)\\s+(?:is|was)\\s+)?(?:my|a)?\\s*(?:mistake|typo|bad)',
  'i\\s+(?:got|wrote|put|typed|said|gave)\\s+(?:(?:it|that|the\\s+\\w+|you\\s+the|a)\\s+)?wrong(?:\\s+(?:number|address|one))?',
  "(?:i\\s+was|that[’']?s|that\\s+was)\\s+wrong",
  'i\\s+mean(?:t)?(?:\\s+to\\s+(?:say|write|put))?',
  'correction',
  'o+ps|whoops',
  "(?:mwen|m)[’']?\\s*(?:te\\s+)?(?:twonpe|f[eè]\\s+(?:yon\\s+)?(?:er[eè]|fot)|ekri\\s+(?:li\\s+)?mal|vle\\s+di)",
  '(?:yon\\s+)?er[eè]',
  '(?:eu\\s+)?(?:me\\s+)?(?:errei|enganei|equivoquei|confundi)',
  '(?:foi\\s+)?(?:um\\s+)?(?:erro|engano)(?:\\s+meu)?',
  '(?:eu\\s+)?(?:escrevi|falei|coloquei)\\s+errado',
  '(?:quis|quero)\\s+dizer',
  '(?:me\\s+)?(?:confund[ií]|enred[eé])',
  'la\\s+(?:embarr[eé]|cagu[eé])',
  '(?:fue\\s+)?(?:un\\s+)?error(?:\\s+m[ií]o)?',
  'quise\\s+(?:decir|poner|escribir)',
  '(?:se\\s+)?(?:me|le)\\s+(?:fue|pas[oó]|qued[oó]|olvid[oó]|com[ií]|falt[oó]|falta(?:ba)?|sobr[oó])\\s+(?:un|el|otro|ese)\\s+(?:cero|n[uú]mero|d[ií]gito|dedo)(?:\\s+de\\s+m[aá]s)?',
  '(?:es[ae]|es|era)\\s+(?:es\\s+)?(?:la|mi|el)\\s+(?:(?:direcci[oó]n|casa|domicilio)\\s+)?(?:antigu[ao]|anterior|viej[ao]|de\\s+antes)',
  "that[’']?s\\s+(?:the|my)\\s+old\\s+(?:one|address|place|house)",
].join('|');
const LED = new RegExp(`^[\\s*]*${CRIES}(?:${WRONG})(?=[\\s,.:;!])[\\s,.:;!]*(\\S[\\s\\S]*)$`, 'iu');
/** So begins also what puts nothing right: a number of one digit may be how many they are. */
const LED_LOOSELY =
  /^[\s*]*(?:actually|in fact|en realidad|de hecho|na verdade|an reyalite|an verite)[\s,.:;!]+(?!(?:\S+\s+){0,2}\d[\s.!]*$)(\S[\s\S]*)$/iu;
const IS =
  /^(?:(?:(?:la\s+)?(?:nueva|actual|de)\s+(?:ahora\s+)?es|ahora(?:\s+es)?|now|it[’']?s|it\s+is|li\s+se|es|era|is|se|[eé])\s+)+/iu;
