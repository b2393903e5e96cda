/**
 * A word of alarm beside what only answers, thanks or gives a mark: "ok, ayuda viene", "7 pero ayuda", "muy bueno AYUDA".
 * What leads is taken off, and whether the word at the end stands apart from the sentence before it is told here.
 */
import { isWord, type Normalised, normalise, soundOf } from '../text/normalise.js';

/** How many words of what she said only answer or thank, before the rest: "ok", "muy bien", "7 pero". */
export function leadsOf({ tokens }: Normalised, said: readonly number[]): number {
  const isLead = (at: number): boolean =>
    /^\d+$/.test(tokens[at]!) ||
    LEADS.has(tokens[at]!) ||
    (SET_OFF.has(tokens[at]!) && (LEADS.has(tokens[at + 1] ?? '') || !isWord(tokens[at + 1] ?? 'a')));
  const first = said.findIndex(at => !isLead(at));
  return first < 0 ? said.length : first;
}
const LEADS: ReadonlySet<string> = new Set(
  'ok oki okey okay bien muy vale dale listo thanks thank you pero but'.split(' '),
);
/** Before the word itself they would be of it: "no ayuda", "buena ayuda". */
const SET_OFF: ReadonlySet<string> = new Set(
  'no nop bueno buena excelente perfecto genial super buenisimo good great very fine'.split(' '),
);

/** It ends the message and is no part of its sentence: "me ayudaron mucho pero ayuda", "muy bueno AYUDA", "ok, ayuda". */
export function isApart(
  text: string,
  message: Normalised,
  said: readonly number[],
  alarms: ReadonlySet<number>,
): boolean {
  const heard = new Set(said.map(at => message.sounds[at]));
  const raw = text.split(/[^\p{L}\p{N}]+/u).filter(word => heard.has(soundOf(normalise(word).plain)));
  const sounds = new Set([...alarms].map(at => message.sounds[at]));
  const isCried = (word: string | undefined, before: string | undefined): boolean =>
    word !== undefined &&
    word.length >= SHOUTED_LEAST &&
    word === word.toUpperCase() &&
    sounds.has(soundOf(normalise(word).plain)) &&
    !OF_A_NOUN.has(normalise(before ?? '').plain);
  if (!message.shouted && isCried(raw.at(-1), raw.at(-2))) return true;
  if (leadsOf(message, said) >= said.findIndex(at => alarms.has(at))) return alarms.has(said.at(-1)!);
  const last = said.findLastIndex(at => !alarms.has(at));
  const next = said[last + 1];
  return next !== undefined && BUT.has(message.tokens[next - 1] ?? '');
}
const SHOUTED_LEAST = 4;
const BUT: ReadonlySet<string> = new Set(['pero', 'but']);
/** "La AYUDA", "your HELP": it is a thing. */
const OF_A_NOUN: ReadonlySet<string> = new Set(
  'la una un mi su tu esta esa de con sin mas mucha alguna otra toda tipo the a your my this of for more any some no'.split(
    ' ',
  ),
);
