/**
 * What is left of a short message when all that stands beside what it says is taken off: greetings, "ya", "po", oaths,
 * signs. Written by its sound, so that "kien eri" and "oye, ¿y quién eri, weón?" are one. Two texts that say the same
 * are compared in this form.
 */
import { lately } from './lately.js';
import { isWord, normalise, soundOf } from './normalise.js';

export const bare = (text: string): string => baredSounds(soundsToBare(text));

/** The sounds of a text, or of a part of it, as they are bared. */
export const soundsToBare = (text: string): readonly string[] => soundsOf(text.replace(INSIDE_A_WORD, ''));

/** @param sounds of all of it: what stands before a word may say what it is */
export const baredSounds = (sounds: readonly string[]): string =>
  sounds.filter((sound, at) => !ASIDES.has(sound) || (ANSWERS.has(sound) && sounds[at - 1] === 'no')).join(' ');

/** "He's home" is "hes home". */
const INSIDE_A_WORD = /(?<=\p{L})['\u2018\u2019\u00b4`](?=\p{L})/gu;

/** The words of a text by their sound, signs off. */
export const soundsOf = (text: string): readonly string[] => wordsSounded(text).sounds;

/** Words as they are spelt, and each by its sound. */
export interface Sounded {
  tokens: readonly string[];
  sounds: readonly string[];
}

export const wordsSounded = lately((text): Sounded => {
  const { tokens, sounds } = normalise(text);
  const words = [...tokens.keys()].filter(at => isWord(tokens[at]!));
  return { tokens: words.map(at => tokens[at]!), sounds: words.map(at => sounds[at]!) };
});

/** "¡Contesta!" is an aside; "no contesta" is all but a no. */
const ANSWERS: ReadonlySet<string> = new Set(['contesta', 'conteste', 'responde', 'responda'].map(soundOf));

const ASIDES: ReadonlySet<string> = new Set(
  `hola holi ola alo hey hi hello oi oye oe oiga mira dime diga digame contesta conteste responde responda espera espere
   esperame a ver aver ya yap ay uy uf shh sh ahora altiro rapido pero y po pu pues porfa please pls chuta pucha chucha
   xuxa xuxas chuchas puta mierda wn weon ueon huevon weona wna hueona ctm csm conchetumare perra maraca amor gorda flaca
   vieja bb maraco culiao culia qlo ql wea huea fuck hell`
    .split(/\s+/)
    .map(soundOf),
);
