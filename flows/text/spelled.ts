/**
 * Words of a short closed list, as a hurried hand writes them, put as they are spelt: the days of the week, the months beside a number, "poder".
 * "El lune", "el biernes", "pal mircoles", "no voy a pder". Only these words are mended: of all others a letter more or less may
 * be another word.
 */
import { lately } from './lately.js';
import { plain } from './plain.js';

/** The same text with those words as they are spelt; all else stays as it was. */
export const spelled: (text: string) => string = lately(text =>
  text
    .replace(WORD, word => named(word, DAYS) ?? named(word, VERBS, isWithoutVowels) ?? word)
    .replace(AFTER_NUMBER, (all, before: string, word: string) => {
      const month = named(word, MONTHS);
      return month === null ? all : before + month;
    }),
);

const DAYS = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'];
/** Of these no more than vowels are lost: "poner" and "pedir" are near. */
const VERBS = ['poder'];
const MONTHS = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto'],
  ...['septiembre', 'octubre', 'noviembre', 'diciembre'],
];
const WORD = /\p{L}{3,}/gu;
const AFTER_NUMBER = /(\d{1,2} ?(?:de |del )?)(\p{L}{4,})/gu;

/** Words of their own that are as near. */
const OTHER_WORDS = new Set(
  (
    'vienes viene vierte bienes tienes mares mate mates madres partes marta martos muertes jueces nueves juegos lunas lines lanes lunar luces domino ' +
    'sabida sabido sabana sabanas sabados salado sabroso domingos podre'
  ).split(' '),
);

function named(written: string, names: readonly string[], isMeant = isWritten): string | null {
  const word = plain(written);
  if (names.includes(word) || OTHER_WORDS.has(word)) return null;
  return names.find(name => isMeant(soundOf(word), soundOf(name))) ?? null;
}

/** Its sound; or without vowels, as telephones taught; or one letter lost, doubled, in another's place or before its neighbour. */
export function isWritten(typed: string, meant: string): boolean {
  const [word, name] = [withoutLastS(typed), withoutLastS(meant)];
  if (word === name) return true;
  if (word[0] !== name[0]) return false;
  return isWithoutVowels(typed, meant) || (word.length >= SLIPS_FROM && isOneSlip(word, name));
}

/** As it sounds in Chile: one b, no h. */
export const soundOf = (word: string): string =>
  word
    .replace(/v|w/g, 'b')
    .replace(/qu|k|c(?=[aou]|$)/g, 'k')
    .replace(/z|c(?=[ei])/g, 's')
    .replace(/h/g, '')
    .replace(/n(?=b)/g, 'm')
    .replace(/(.)\1+/g, '$1');
/** Nobody hears it there: "el lune". */
const withoutLastS = (sound: string): string => sound.replace(/(?<=.{3})s$/, '');

/** "Mrcoles", "lns", "pder": all its consonants in their order, and only vowels lost. */
function isWithoutVowels(typed: string, meant: string): boolean {
  if (typed.length < LETTERS_LEAST || typed === meant) return false;
  let at = 0;
  for (const letter of meant) {
    if (typed[at] === letter) at += 1;
    else if (!VOWELS.has(letter)) return false;
  }
  return at === typed.length;
}

function isOneSlip(typed: string, meant: string): boolean {
  let start = 0;
  while (start < typed.length && start < meant.length && typed[start] === meant[start]) start += 1;
  const [left, wanted] = [typed.slice(start), meant.slice(start)];
  if (left === wanted.slice(1) || left.slice(1) === wanted) return true;
  if (left.slice(1) === wanted.slice(1)) return meant.length >= OTHER_FROM;
  return left.length > 1 && left[0] === wanted[1] && left[1] === wanted[0] && left.slice(2) === wanted.slice(2);
}

const VOWELS = new Set('aeiou');
const LETTERS_LEAST = 3;
/** Of a shorter word one letter is too much of it: "lana" is not "lunes". */
const SLIPS_FROM = 4;
/** "Marque" sounds like neither, and is a letter from "marte". */
const OTHER_FROM = 6;
