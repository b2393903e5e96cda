/**
 * Where a text has an address in it: streets with and without a word for one, roads and their kilometres, streets called
 * by a date or a compass, the number before the name, homes within the address and what stands beside it.
 *
 * A name without a word for a street needs more to be one: a house number that ends the clause, a commune beside it, or
 * a piece of land.
 */
import {
  AFTER_HOUSE,
  BESIDE,
  BREAKS,
  BUILDINGS,
  COUNTED,
  ENDS_STREET,
  FLOORS,
  HOME_PARTS,
  isCue,
  isHelpLine,
  isHouse,
  isLetter,
  isName,
  LAND,
  LINKS,
  NAMES_BEGIN,
  NO_NAME,
  NUMBER_SIGN,
  STREET,
  TALK,
  UNITS,
} from './placeWords.js';
import { cornerAt, knownStreetAt } from './corners.js';
import { countedStreetAt } from './countedStreets.js';
import { besideLand, cuedStreetAt, goesOn, NAME_WORDS_MAX, spanOf, streetOfBuilding } from './cuedStreets.js';
import { isAfterHere } from './hereWords.js';
import { numberedStreetAt } from './numberedStreets.js';
import { looksAt, NAMED, neighbourAt, spotAt } from './spots.js';
import { KNOWN_STREETS, lastOfStreet, NAMED_STREETS } from './streets-data.js';
import type { Token } from '../tokens.js';
import {
  type AddressSpan,
  beginsAt,
  isAtTheirs,
  besides,
  isEnd,
  isMine,
  joinUnits,
  leadsIn,
  namesFollow,
  streetFollows,
  type Written,
  writtenOf,
} from './written.js';

type Reader = (written: Written, index: number) => AddressSpan | null;

/** All addresses in a text, in order. A commune alone is not one. */
export function findAddresses(text: string): AddressSpan[] {
  const written = writtenOf(text);
  const { all } = written;
  const spans: AddressSpan[] = [];
  // Most messages have no number: half of the readers have nothing to read there.
  const hasNumber = all.some(({ word }) => isHouse(word) || /\d/.test(word) || LAND.has(word));
  const usual = hasNumber ? READERS : OTHERS;
  for (let i = 0; i < all.length; ) {
    const readers =
      spans.length === 0 ? usual : [...usual, ...(spans.some(({ street }) => street) ? [besideAt] : []), neighbourAt];
    const span = readers.reduce<AddressSpan | null>((found, read) => found ?? read(written, i), null);
    if (!span) {
      i++;
      continue;
    }
    spans.push(span);
    while (i < all.length && (all[i]?.start ?? 0) < span.end) i++;
  }
  return joinUnits(spans, text);
}

/** "45 los Leones, Providencia", "850 San Diego street", "1320 avenida Grecia": the number first, as other languages have it. */
const numberFirstAt: Reader = (written, index) => {
  const { all, text, named } = written;
  const [previous, house, next] = [all[index - 1], all[index], all[index + 1]];
  if (!house || !next || next.opens || !isHouse(house.word)) return null;
  if (STREET.has(next.word)) {
    const counts = TALK.has(previous?.word ?? '') || LINKS.has(previous?.word ?? '');
    if (counts && previous?.word !== 'el' && !leadsIn(all, index)) return null;
    const street = cuedStreetAt(written, index + 1);
    return street && !street.number ? { ...street, start: house.start, number: house.word } : null;
  }
  const isAfterHouse = previous?.word === 'house' && isNumberOfStreet(all, index - 1);
  if (!(beginsAt(written, index) || isAfterHouse || isMine(all, index)) || COUNTED.has(next.word)) return null;
  let last = index;
  let ended = false;
  for (let i = index + 1; i - index <= NAME_WORDS_MAX && !ended; i++) {
    const token = all[i];
    const isNamed = i > index + 1 && named.some(it => it.start === token?.start);
    if (!token || token.opens || isNamed || UNITS.has(token.word) || AFTER_HOUSE.has(token.word)) ended = true;
    else if (isHouse(token.word) || !(isName(token, text) || (i === index + 1 && NAMES_BEGIN.has(token.word))))
      return null;
    else last = i;
  }
  const names = all.slice(index + 1, last + 1).map(token => token.word);
  const name = names.at(-1) ?? '';
  if (!ended || name.length < 2 || LINKS.has(name) || name === 'lo' || names.some(word => NO_NAME.has(word)))
    return null;
  const span = { ...spanOf(written, index + 1, last), start: house.start, number: house.word };
  const isKnown = [KNOWN_STREETS, NAMED_STREETS].some(it => lastOfStreet(it, all, index + 1) === last);
  const isCalled = isKnown || (names.length > 1 && NAMES_BEGIN.has(names[0] ?? ''));
  if (ENDS_STREET.has(name)) return span;
  // "45 Lira Santiago": written as names are.
  const isProper = /^\p{Lu}\p{Ll}/u.test(span.street ?? '') && house.word.length > 1;
  if (besides(written, span)) return isCalled || isProper || house.word.length > 2 ? span : null;
  return isCalled && (house.opens || isKnown) && house.word.length > 1 && last === all.length - 1 ? span : null;
};

/** "Frente al 345 de Los Aromos", "en el 345 de calle Lynch": a number of three digits, and its street after it. */
const numberOfStreetAt: Reader = (written, index) => {
  const { all, text, named } = written;
  const [before, article, house, of] = [all[index - 2], all[index - 1], all[index], all[index + 1]];
  const first =
    all[/^(?:la|el)$/.test(all[index + 2]?.word ?? '') && isCue(all[index + 3]?.word ?? '') ? index + 3 : index + 2];
  if (!house || !first || first.opens || of?.word !== 'de' || of.opens || !isHouse(house.word)) return null;
  if (house.word.length < 3 || !/^(?:al|el|del|numero|nro)$/.test(article?.word ?? '')) return null;
  const building = buildingEnd(all, index + 2);
  if (building) return { start: house.start, end: building, unit: text.slice(house.start, building) };
  const isBeside = BESIDE.has(before?.word ?? '');
  if (!isBeside && before?.word !== 'altura' && !leadsIn(all, index - 1)) return null;
  const from = all.indexOf(first);
  let last = from;
  while (
    all[last + 1]?.opens === false &&
    isName(all[last + 1]!, text) &&
    !named.some(it => it.start === all[last + 1]!.start)
  )
    last++;
  const isKnown = [KNOWN_STREETS, NAMED_STREETS].some(it => lastOfStreet(it, all, from) === last);
  const isCalled = last > from && (isCue(first.word) || NAMES_BEGIN.has(first.word));
  if (!(isKnown || isCalled) || NO_NAME.has(all[last]!.word) || !isEnd(written, last + 1)) return null;
  const span = spanOf(written, from, last);
  return isBeside
    ? { ...span, start: before!.start, unit: text.slice(before!.start, house.end) }
    : { ...span, start: house.start, number: house.word };
};

/** Of "la torre B": "el 1204 de la torre B" is a home in it, and no street. */
function buildingEnd(all: readonly Token[], index: number): number | null {
  const at = all[index]?.word === 'la' || all[index]?.word === 'el' ? index + 1 : index;
  const [kind, name] = [all[at], all[at + 1]];
  const isNamed = name?.opens === false && /^(?:[a-z]|\d{1,2})$/.test(name.word);
  return kind && isNamed && (BUILDINGS.has(kind.word) || /^(?:block|blok|bloque)$/.test(kind.word)) ? name.end : null;
}

/**
 * "los pimientos 88", "poniente 44": one to five words that are no talk, then a house number that ends the clause or
 * is followed by a home, a corner or a commune.
 */
const plainStreetAt: Reader = (written, index) => {
  const { all, text, named } = written;
  const first = all[index];
  if (!first || !/\p{L}/u.test(first.word) || streetFollows(written, index) || NAMED.has(first.word)) return null;
  // "Liceo 7" is its name, and "Escuela Agrícola 1710" a street.
  if (NUMBERED.test(first.word) && /^\d{1,3}$/.test(all[index + 1]?.word ?? '')) return null;
  const home = all[index - 2]?.word ?? '';
  const isOfHouse = all[index - 1]?.word === 'de' && (HOUSES.has(home) || HOME_PARTS.has(home));
  if (!beginsAt(written, index) && !isOfHome(all, index) && !isOfHouse) return null;
  if (LINKS.has(first.word) && HOME_PARTS.has(all[index + 1]?.word ?? '')) return null;
  // "La vecina Matucana 500" is no street of that name.
  if (NAMES_BEGIN.has(first.word) && isAtTheirs(all, index + 2)) return null;
  if (BREAKS.has(first.word) ? !NAMES_BEGIN.has(first.word) : !isName(first, text) && !NAMES_BEGIN.has(first.word))
    return null;
  const isSaid = TALK.has(first.word) && !named.some(it => it.start === first.start);
  const isHere = isAfterHere(all, index);
  let joins = false;
  for (let i = index + 1; i < all.length && i - index <= NAME_WORDS_MAX; i++) {
    const token = all[i];
    // "Estoy sola los aromos 345": the street begins after how she is.
    if (!token || token.opens || isAfterHere(all, i)) return null;
    if (NUMBER_SIGN.has(token.word)) continue;
    const nameEnd = NUMBER_SIGN.has(all[i - 1]?.word ?? '') ? i - 2 : i - 1;
    const nameLast = all[nameEnd]?.word ?? '';
    const isCalled = nameEnd >= index && nameLast.length > 2 && !LINKS.has(nameLast);
    if (LAND.has(token.word) && unitAt(written, i)) return isCalled ? spanOf(written, index, nameEnd) : null;
    if (isHouse(token.word)) {
      const span = spanOf(written, index, nameEnd, token);
      const name = all.slice(index, nameEnd + 1).map(it => it.word);
      const called = isHelpLine(name, token.word) && lastOfStreet(KNOWN_STREETS, all, index) !== nameEnd;
      const isFormed = name.slice(1).some(word => /^(?:los|las|san|santa)$/.test(word));
      const doubtful =
        (isSaid && !isFormed) ||
        called ||
        ((isOfHouse || isHere) && token.word.length < 3) ||
        (joins && token.word.length < 3);
      const ends = isEnd(written, i + 1) || (NAMES_BEGIN.has(first.word) && namesFollow(written, i));
      return isCalled && ends && (!doubtful || besides(written, span)) ? span : null;
    }
    if (UNITS.has(token.word) || STREET.has(token.word)) return null;
    if (token.word === 'y' && goesOn(all, i)) joins = true;
    else if (!isName(token, text)) return null;
  }
  return null;
};

const NUMBERED = /^(?:liceo|escuela|colegio|jardin|posta|consultorio|cesfam|lekol|escola|school)$/;

/** "parcela 8 los tilos": the road that a piece of land is on, which has no number. */
const roadOfLandAt: Reader = (written, index) => {
  const { all, text, named } = written;
  const first = all[index];
  if (!first || first.opens || !besideLand(all, index, index) || !NAMES_BEGIN.has(first.word)) return null;
  let last = index;
  for (let i = index + 1; i - index < NAME_WORDS_MAX; i++) {
    const token = all[i];
    if (!token || token.opens || named.some(it => it.start === token.start)) break;
    if (isHouse(token.word) || !isName(token, text)) return null;
    last = i;
  }
  return last > index && !named.some(it => it.start === first.start) ? spanOf(written, index, last) : null;
};

/** "depto 8", "casa 9", "block C", "torre 2", "edificio mirador", "segundo piso". */
const unitAt: Reader = (written, index) => {
  const { all, text } = written;
  const [cue, next] = [all[index], all[index + 1]];
  if (!cue || !next || next.opens) return null;
  const span = { start: cue.start, end: next.end, unit: text.slice(cue.start, next.end) };
  if (UNITS.has(cue.word)) {
    const street = BUILDINGS.has(cue.word) ? streetOfBuilding(written, index) : null;
    if (street) return street;
    const after = all[index + 2];
    if (isNumberOfStreet(all, index)) return null;
    if (after && !after.opens && COUNTED.has(after.word) && after.word.length > 2) return null;
    if (NUMBER_SIGN.has(next.word) && after && isHouse(after.word))
      return { start: cue.start, end: after.end, unit: text.slice(cue.start, after.end) };
    // "El depto es el 52".
    const told = all.slice(index + 1, index + 4).findIndex(({ word }) => isHouse(word));
    const between = all.slice(index + 1, index + 1 + told).map(({ word }) => word);
    if (told > 0 && between[0] === 'es' && between.slice(1).every(word => /^(?:el|la|numero|nro)$/.test(word))) {
      const home = all[index + 1 + told]!;
      return {
        start: cue.start,
        end: home.end,
        unit: `${text.slice(cue.start, cue.end)} ${text.slice(home.start, home.end)}`,
      };
    }
    // "Lote 14-b".
    if (isHouse(next.word) && after && isLetter(after) && text.slice(next.end, after.start) === '-')
      return { start: cue.start, end: after.end, unit: text.slice(cue.start, after.end) };
    // "Casa interior de Eyzaguirre 345".
    if (next.word === 'interior' && after?.word === 'de') return span;
    const isWord = /^[yaeo]$/.test(next.word) && !(next.word === 'a' && (!after || after.opens));
    if (/^(?:\d{1,5}[a-z]?|[a-z]\d{0,4})$/.test(next.word) && !isWord) return span;
    return BUILDINGS.has(cue.word) && !BREAKS.has(next.word) && !TALK.has(next.word) ? span : null;
  }
  return next.word === 'piso' && FLOORS.test(cue.word) ? span : null;
};

/** "My boyfriend's house 45 los cipreses street": the number is the street's. */
const isNumberOfStreet = (all: readonly Token[], house: number): boolean =>
  all[house]!.word === 'house' &&
  isHouse(all[house + 1]!.word) &&
  all.slice(house + 2, house + 2 + NAME_WORDS_MAX).some(({ word }) => ENDS_STREET.has(word));

/** What an address stands beside is read to whoever goes there: "frente al Líder", "esquina Barros", "entre Prat y Lynch". */
const besideAt: Reader = ({ all, text, named }, index) => {
  const [previous, first] = [all[index - 1], all[index]];
  if (!first || !previous || !BESIDE.has(first.word)) return null;
  const isHome = UNITS.has(all[index - 2]?.word ?? '') || UNITS.has(previous.word);
  const follows = first.opens || isHome || isHouse(previous.word) || named.some(({ end }) => end === previous.end);
  let last = index;
  for (let i = index + 1; i - index <= NAME_WORDS_MAX; i++) {
    const token = all[i];
    const isNamed = !CROSSES.test(all[i - 1]?.word ?? '') && named.some(it => it.start === token?.start);
    if (!token || token.opens || isNamed || !(isName(token, text) || JOINED.has(token.word))) break;
    last = i;
  }
  while (last > index && JOINED.has(all[last]?.word ?? '')) last--;
  const end = all[last]?.end ?? first.end;
  return follows && last > index ? { start: first.start, end, unit: text.slice(first.start, end) } : null;
};

const READERS: readonly Reader[] = [
  cornerAt,
  unitAt,
  looksAt,
  roadOfLandAt,
  cuedStreetAt,
  numberedStreetAt,
  countedStreetAt,
  numberOfStreetAt,
  numberFirstAt,
  plainStreetAt,
  knownStreetAt,
  spotAt,
];

/** They find nothing without a house number, or a piece of land that stands for one. */
const OF_NUMBERS = new Set<Reader>([
  roadOfLandAt,
  numberedStreetAt,
  countedStreetAt,
  numberOfStreetAt,
  numberFirstAt,
  plainStreetAt,
]);
const OTHERS = READERS.filter(read => !OF_NUMBERS.has(read));

/** "Casa interior de Eyzaguirre 345", "al fondo de Los Aromos 12": the street of a home behind another. */
const isOfHome = (all: readonly Token[], index: number): boolean =>
  all[index - 1]?.word === 'de' && BEHIND.has(all[index - 2]?.word ?? '');
/** "La casa de Freire 230": its street, where the number is long or a commune stands beside it. */
const HOUSES: ReadonlySet<string> = new Set(['casa', 'depto', 'departamento', 'edificio', 'pieza', 'block']);
const BEHIND: ReadonlySet<string> = new Set(['interior', 'fondo', 'detras', 'atras']);

/** A street follows these, though it is called like a commune: "entre Lynch y Bulnes". */
const CROSSES = /^(?:y|entre|esquina|con)$/;
/** What joins the words of "frente al Líder", "entre Prat y Lynch". */
const JOINED: ReadonlySet<string> = new Set(['a', 'al', 'y', ...LINKS]);
