/**
 * Whether what was read of a place holds all that she wrote of it. A name that no list knows, a house number behind words
 * that were not expected, a sector without a word for one: whoever goes there may need just that. Where anything of it is
 * left over, her own words are kept and read back, from the first of the place to the last.
 */
import { isAfterHere } from './hereWords.js';
import { isLandmark } from './landmarks.js';
import {
  AFTER_HOUSE,
  BREAKS,
  COUNTED,
  HOME_PARTS,
  isCue,
  isHouse,
  isName,
  LEADS,
  LINKS,
  NUMBER_SIGN,
  UNITS,
} from './placeWords.js';
import { type Token, wordSet } from '../tokens.js';
import { type AddressSpan, type Written, writtenOf } from './written.js';

/**
 * Her words of the place, as written; null where the parts hold all of them.
 *
 * @param shown the addresses that are read back
 * @param code of the commune that is read back
 * @param unit homes and landmarks that are read back beside them, as written
 */
export function wordsOfPlace(text: string, shown: readonly AddressSpan[], code?: string, unit = ''): string | null {
  const { all, named } = writtenOf(text);
  const towns = named.filter(({ commune }) => commune.code === code);
  const held = new Set(writtenOf(unit).all.map(({ word }) => word));
  const isIn = (parts: readonly { start: number; end: number }[], { start, end }: Token): boolean =>
    parts.some(it => start < it.end && end > it.start);
  const said = towns.filter(({ isWithin }) => !isWithin);
  const isShown = (token: Token): boolean =>
    isIn([...shown, ...said], token) || (held.has(token.word) && !LINKS.has(token.word));
  const at = all.flatMap((token, i) => (isShown(token) || isIn(towns, token) ? [i] : []));
  if (at.length === 0) return null;
  const { from, to } = shown.length > 0 ? stretch({ all, named, text }, at) : wholeOf(all, at, text);
  const left = all.slice(from, to + 1).filter((it, i, part) => !isShown(it) && isOfPlace(part, i, text));
  const isEnough = shown.length > 0 || left.length > 1 || left.some(token => isSure(token.word) || isIn(towns, token));
  return left.length > 0 && isEnough ? text.slice(all[from]!.start, all[to]!.end).replace(LED_ON, '') : null;
}
/** "El metro cal y canto y me sigue": what only leads on to the rest. */
const LED_ON = /\s+(?:y|e|con|and|with|pero|que)$/iu;

interface Stretch {
  from: number;
  to: number;
}

/** From the first word of the place to the last: what stands between its parts, and the names and numbers around them. */
function stretch({ all, named, text }: Pick<Written, 'all' | 'named' | 'text'>, at: readonly number[]): Stretch {
  const goesOn = (i: number): boolean => mayBelong(all[i], text);
  const [first, last] = [at[0]!, at.at(-1)!];
  let from = first;
  while (
    from > 0 &&
    !isAfterHere(all, from) &&
    goesOn(from - 1) &&
    !OPENERS.has(all[from - 1]!.word) &&
    !leavesIt(all, from, text)
  )
    from--;
  // "Me pegó fuerte los aromos 345": a name that nothing leads to is the end of another thing.
  const isLed = from === 0 || all[from]!.opens || isAfterHere(all, from) || OPENERS.has(all[from - 1]!.word);
  while (!isLed && from < first && !all[from]!.opens) from++;
  let to = last;
  while (to < all.length - 1 && !all[to + 1]!.opens && goesOn(to + 1) && !ENDERS.has(all[to + 1]!.word)) to++;
  const next = all[to + 1];
  if (next && !next.opens && !ENDERS.has(next.word)) to = last;
  // A house number further on in the same clause is of it all the same.
  const number = all.findLastIndex((_, i) => i > to && isNumber(all, i) && !opensBetween(all, to, i));
  while (from < first && LINKS.has(all[from]!.word) && !goesOn(from)) from++;
  // "Maipú, los aromos 345, Talca".
  const town = named.find(({ start }) => start === all[to + 1]?.start);
  const townEnd = town ? all.findLastIndex(({ end }) => end <= town.end) : -1;
  return { from, to: Math.max(to, number, townEnd) };
}

/** "Está en la puerta. los alerces 1234": the clause before the address is of something else. */
function leavesIt(all: readonly Token[], from: number, text: string): boolean {
  if (!all[from]!.opens) return false;
  const before = all.slice(0, from);
  const clause = before.slice(
    Math.max(
      0,
      before.findLastIndex(({ opens }) => opens),
    ),
  );
  return !clause.every(it => mayBelong(it, text) || HERE.has(it.word) || OPENERS.has(it.word) || LINKS.has(it.word));
}

const opensBetween = (all: readonly Token[], from: number, to: number): boolean =>
  all.slice(from + 1, to + 1).some(({ opens }) => opens);

/** A commune, and a text that is nothing but a place. */
function wholeOf(all: readonly Token[], at: readonly number[], text: string): Stretch {
  let from = 0;
  let to = all.length - 1;
  while (from < at[0]! && (OPENERS.has(all[from]!.word) || HERE.has(all[from]!.word))) from++;
  while (to > at.at(-1)! && ENDERS.has(all[to]!.word)) to--;
  const isPlace = all.slice(from, to + 1).every(token => mayBelong(token, text));
  return isPlace ? { from, to } : { from: at[0]!, to: at.at(-1)! };
}

/** A word that a place may have in it, whatever else it means. */
const mayBelong = (token: Token | undefined, text: string): boolean =>
  token !== undefined &&
  !PEOPLE.has(token.word) &&
  !HOME_PARTS.has(token.word) &&
  (isHouse(token.word) || JOINS.has(token.word) || NUMBER_SIGN.has(token.word) || isName(token, text)) &&
  !DOES.test(token.word);

/** A name, a number or a word for a place, and not only what joins them. */
function isOfPlace(all: readonly Token[], i: number, text: string): boolean {
  const token = all[i]!;
  if (isNumber(all, i)) return true;
  if (JOINS.has(token.word) || OPENERS.has(token.word) || ENDERS.has(token.word)) return false;
  const isPart = isCue(token.word) || UNITS.has(token.word) || isLandmark(token.word);
  return isPart || (mayBelong(token, text) && !NUMBER_SIGN.has(token.word) && !/^\d/.test(token.word));
}

/** A house's number, and not how many there are of something. */
const isNumber = (all: readonly Token[], i: number): boolean =>
  isHouse(all[i]!.word) && !(all[i + 1]?.opens === false && COUNTED.has(all[i + 1]!.word));

const isSure = (word: string): boolean => isHouse(word) || isCue(word) || UNITS.has(word) || isLandmark(word);

const JOINS: ReadonlySet<string> = new Set([
  ...LINKS,
  ...wordSet('y con en a al entre esquina lado frente altura como sin'),
]);
const HERE = wordSet('estoy toy stoy estamos tamos ando vivo vivimos soy yo ahora queda es im i am live rete moro');
/** Before a place, and no part of it. */
const OPENERS: ReadonlySet<string> = new Set(
  [...LEADS].filter(word => word !== 'calle').concat('comuna ciudad pueblo region sector chile favor'.split(' ')),
);
/** After it. */
const ENDERS: ReadonlySet<string> = new Set(
  [...LEADS, ...BREAKS, ...AFTER_HOUSE]
    .filter(word => !JOINS.has(word) && !isCue(word) && !UNITS.has(word))
    .concat('chile centro comuna gracias apurense'.split(' ')),
);
/** People, and what is asked for: no name of a place. */
const PEOPLE = wordSet(
  'vecina vecino vecinos mama papa madre padre hermana hermano amiga amigo tia tio abuela abuelo suegra suegro marido esposo pareja pololo ex conviviente hijo hija hijos nana señora señor niños niñas boyfriend girlfriend husband wife partner friend mother father sister brother neighbor neighbour vizinha vizinho amigo marido there shelter refugio acogida',
);
/** What somebody does. */
const DOES =
  /^(?!(?:fern|hern|orl|arm|rol)ando$)(?:.{2,}(?:ando|iendo|aron|ieron|arme|erme|irme)|viene|vienen|llega|llego|pega|pego|anda|sale|entra|entro|grita|mata|matar|amenaza|trabaja|vive|queda|dice|dijo|sabe|quiere|being|beaten|beating|hitting|hit|hits|by|her|his|my|puede|pueden|puedo|venir|vengan|ayudar|llegar|busca|espera|esperaba|estaba|andaba|vivia)$/;
