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
  COMPASS,
  COUNTED,
  ENDS_STREET,
  FLOORS,
  isArea,
  isCue,
  isHelpLine,
  isGran,
  isHouse,
  isLetter,
  isName,
  isWhole,
  LAND,
  LINKS,
  MONTHS,
  NAMES_BEGIN,
  NO_NAME,
  NUMBER_SIGN,
  ROADS,
  STREET,
  TALK,
  UNITS,
  WEAK_STREET,
} from './placeWords.js';
import { cornerAt, knownStreetAt } from './corners.js';
import { looksAt, NAMED, spotAt } from './spots.js';
import { KNOWN_STREETS, lastOfStreet, NAMED_STREETS } from './streets-data.js';
import type { Token } from './tokens.js';
import {
  type AddressSpan,
  beginsAt,
  besides,
  isEnd,
  joinUnits,
  leadsIn,
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
    const readers = spans.some(({ street }) => street) ? [...usual, besideAt] : usual;
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

/** "calle …", "pasaje …", "villa …": the name runs to its number, a comma, a commune or a word that is no name. */
const cuedStreetAt: Reader = (written, index) => {
  const { all, communes } = written;
  const cue = all[index];
  if (!cue || !isCue(cue.word) || communes.some(it => it.start === cue.start)) return null;
  const first = isGran(all, index) ? index - 1 : index;
  let last = index;
  let house: Token | undefined;
  for (let i = index + 1; i < all.length && i - index <= NAME_WORDS_MAX; i++) {
    const token = all[i];
    const before = all[last]?.word ?? '';
    const word = token?.word ?? '';
    const mayJoin =
      LINKS.has(word) || (isCue(before) && NAMES_BEGIN.has(word)) || (ROADS.has(before) && /^al?$/.test(word));
    const leadsTo = ROADS.has(all[last - 1]?.word ?? '') && /^al?$/.test(before);
    if (!token || token.opens || UNITS.has(token.word)) break;
    if (!leadsTo && communes.some(it => it.start === token.start)) break;
    if (isHouse(token.word)) {
      if (LINKS.has(before)) break;
      // "Ruta G-78".
      const isCode = ROADS.has(cue.word) && i === index + 2 && /^[a-z]$/.test(before);
      if (!isCode && (!isCue(before) || isWhole(all, last))) {
        house = token;
        break;
      }
    } else if (NUMBER_SIGN.has(token.word)) continue;
    else if (BREAKS.has(token.word) && !mayJoin && !goesOn(all, i)) break;
    last = i;
  }
  while (!house && last > index && LINKS.has(all[last]?.word ?? '')) last--;
  if (last === index && !(house && isWhole(all, index))) return null;
  const name = all.slice(first, last + 1).map(token => token.word);
  const numbered = house !== undefined || name.some(word => /\d/.test(word)) || besideLand(all, index, last);
  // "Camino a Farellones", and no more: on her way to a town, or the road that she lives on.
  const isRoad = cue.opens && last === all.length - 1 && written.named.some(it => it.start === all[last]?.start);
  const firm = numbered || (cue.opens && (isRoad || !name.some(word => /^al?$/.test(word))));
  const span = spanOf(written, first, last, house);
  return WEAK_STREET.has(cue.word) && !firm && !(isArea(cue.word) && name.length > 1 && besides(written, span))
    ? null
    : span;
};

/** "21 de Mayo 800", "5 Oriente 1230": streets that begin with a number of their own. */
const numberedStreetAt: Reader = (written, index) => {
  const { all } = written;
  const [day, second, third] = [all[index], all[index + 1], all[index + 2]];
  if (!day || !second || !/^\d{1,2}$/.test(day.word) || second.opens || !beginsAt(written, index)) return null;
  const dated = second.word === 'de' && MONTHS.has(third?.word ?? '');
  if (!dated && !COMPASS.has(second.word)) return null;
  const last = dated ? index + 2 : index + 1;
  const house = houseAt(all, last + 1);
  const isCorner = /^\d{1,2}$/.test(all[last + 2]?.word ?? '') && COMPASS.has(all[last + 3]?.word ?? '');
  if (isCorner && CROSSES.test(all[last + 1]?.word ?? '')) return spanOf(written, index, last + 3);
  if (!house) return null;
  const span = spanOf(written, index, last, house.token);
  // "21 de mayo 11", "15 de agosto 2020" are times, but where a commune or a home stands beside them.
  const isTime = dated && (house.token.word.length < 3 || /^(?:19|20)\d\d$/.test(house.token.word));
  const ends = isEnd(written, house.index + 1);
  return ends && (!isTime || besides(written, span) || UNITS.has(all[house.index + 1]?.word ?? '')) ? span : null;
};

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
  if (!beginsAt(written, index) || COUNTED.has(next.word)) return null;
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
  const isCalled = names.length > 1 && NAMES_BEGIN.has(names[0] ?? '');
  if (ENDS_STREET.has(name)) return span;
  if (besides(written, span)) return isCalled || house.word.length > 2 ? span : null;
  return isCalled && house.opens && house.word.length > 1 && last === all.length - 1 ? span : null;
};

/** "Frente al 345 de Los Aromos", "en el 345 de calle Lynch": a number of three digits, and its street after it. */
const numberOfStreetAt: Reader = (written, index) => {
  const { all, text, named } = written;
  const [before, article, house, of] = [all[index - 2], all[index - 1], all[index], all[index + 1]];
  const first =
    all[/^(?:la|el)$/.test(all[index + 2]?.word ?? '') && isCue(all[index + 3]?.word ?? '') ? index + 3 : index + 2];
  if (!house || !first || first.opens || of?.word !== 'de' || of.opens || !isHouse(house.word)) return null;
  if (house.word.length < 3 || !/^(?:al|el|del|numero|nro)$/.test(article?.word ?? '')) return null;
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

/**
 * "los pimientos 88", "poniente 44": one to five words that are no talk, then a house number that ends the clause or
 * is followed by a home, a corner or a commune.
 */
const plainStreetAt: Reader = (written, index) => {
  const { all, text, named } = written;
  const first = all[index];
  if (!first || !/\p{L}/u.test(first.word) || streetFollows(written, index) || NAMED.has(first.word)) return null;
  if (!beginsAt(written, index) && !isOfHome(all, index)) return null;
  if (BREAKS.has(first.word) ? !NAMES_BEGIN.has(first.word) : !isName(first, text) && !NAMES_BEGIN.has(first.word))
    return null;
  const isSaid = TALK.has(first.word) && !named.some(it => it.start === first.start);
  let joins = false;
  for (let i = index + 1; i < all.length && i - index <= NAME_WORDS_MAX; i++) {
    const token = all[i];
    if (!token || token.opens) return null;
    if (NUMBER_SIGN.has(token.word)) continue;
    const nameEnd = NUMBER_SIGN.has(all[i - 1]?.word ?? '') ? i - 2 : i - 1;
    const nameLast = all[nameEnd]?.word ?? '';
    const isCalled = nameEnd >= index && nameLast.length > 2 && !LINKS.has(nameLast);
    if (LAND.has(token.word) && unitAt(written, i)) return isCalled ? spanOf(written, index, nameEnd) : null;
    if (isHouse(token.word)) {
      const span = spanOf(written, index, nameEnd, token);
      const name = all.slice(index, nameEnd + 1).map(it => it.word);
      const called = isHelpLine(name, token.word) && lastOfStreet(KNOWN_STREETS, all, index) !== nameEnd;
      const doubtful = isSaid || called || (joins && token.word.length < 3);
      return isCalled && isEnd(written, i + 1) && (!doubtful || besides(written, span)) ? span : null;
    }
    if (UNITS.has(token.word) || STREET.has(token.word)) return null;
    if (token.word === 'y' && goesOn(all, i)) joins = true;
    else if (!isName(token, text)) return null;
  }
  return null;
};

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
const unitAt: Reader = ({ all, text }, index) => {
  const [cue, next] = [all[index], all[index + 1]];
  if (!cue || !next || next.opens) return null;
  const span = { start: cue.start, end: next.end, unit: text.slice(cue.start, next.end) };
  if (UNITS.has(cue.word)) {
    const after = all[index + 2];
    if (after && !after.opens && COUNTED.has(after.word) && after.word.length > 2) return null;
    if (NUMBER_SIGN.has(next.word) && after && isHouse(after.word))
      return { start: cue.start, end: after.end, unit: text.slice(cue.start, after.end) };
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
  numberOfStreetAt,
  numberFirstAt,
  plainStreetAt,
  knownStreetAt,
  spotAt,
];

/** They find nothing without a house number, or a piece of land that stands for one. */
const OF_NUMBERS: readonly Reader[] = [roadOfLandAt, numberedStreetAt, numberOfStreetAt, numberFirstAt, plainStreetAt];
const OTHERS = READERS.filter(read => !OF_NUMBERS.includes(read));

function spanOf({ all, text }: Written, first: number, last: number, house?: Token): AddressSpan {
  const [from, to] = [all[first]?.start ?? 0, all[last]?.end ?? 0];
  if (!house) return { start: from, end: to, street: text.slice(from, to) };
  const letter = all[all.indexOf(house) + 1];
  const end = letter && isLetter(letter) ? letter.end : house.end;
  return { start: from, end, street: text.slice(from, to), number: text.slice(house.start, end) };
}

/** "Concha y Toro 1500", "los Tilos con calle Prat": the name is not over. */
function goesOn(all: readonly Token[], index: number): boolean {
  const [token, next] = [all[index]?.word ?? '', all[index + 1]?.word ?? ''];
  if (/^(?:con|y)$/.test(token) && STREET.has(next)) return true;
  if (token === 'con' && isWhole(all, index - 1) && !BREAKS.has(next) && !TALK.has(next)) return next !== '';
  const house = all.slice(index + 1, index + 4).findIndex(({ word }) => isHouse(word));
  const between = all.slice(index + 1, index + 1 + house);
  return token === 'y' && house > 0 && between.every(({ word }) => !BREAKS.has(word) && !TALK.has(word));
}

/** "Casa interior de Eyzaguirre 345", "al fondo de Los Aromos 12": the street of a home behind another. */
const isOfHome = (all: readonly Token[], index: number): boolean =>
  all[index - 1]?.word === 'de' && BEHIND.has(all[index - 2]?.word ?? '');
const BEHIND: ReadonlySet<string> = new Set(['interior', 'fondo', 'detras', 'atras']);

/** A piece of land, with its number, straight before or after these words. */
function besideLand(all: readonly Token[], first: number, last: number): boolean {
  const isLand = (index: number) => LAND.has(all[index]?.word ?? '') && isHouse(all[index + 1]?.word ?? '');
  return isLand(first - 2) || isLand(last + 1);
}

/** The house number at these words, after the sign for one or without. */
function houseAt(all: readonly Token[], index: number): { token: Token; index: number } | null {
  const at = NUMBER_SIGN.has(all[index]?.word ?? '') ? index + 1 : index;
  const token = all[at];
  return token && !token.opens && isHouse(token.word) ? { token, index: at } : null;
}

/** A street follows these, though it is called like a commune: "entre Lynch y Bulnes". */
const CROSSES = /^(?:y|entre|esquina|con)$/;
const NAME_WORDS_MAX = 5;
/** What joins the words of "frente al Líder", "entre Prat y Lynch". */
const JOINED: ReadonlySet<string> = new Set(['a', 'al', 'y', ...LINKS]);
