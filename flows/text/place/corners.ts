/**
 * Corners: "Irarrázaval con Pedro de Valdivia", "esquina de Matta con San Diego", "grecia / macul". Whoever stands in the
 * street, or knows no number, gives one. "Con" and "y" join people as well, so that one of two names at least must be a
 * street's: by a word for one, by its form, or known.
 */
import { COUNT } from './countedStreets.js';
import { PEOPLE } from './people.js';
import { isOfStreets, spotBefore } from './spotCorners.js';
import { KNOWN_STREETS, lastOfStreet, NAMED_STREETS } from './streets-data.js';
import {
  COMPASS,
  isCue,
  isHouse,
  isLetter,
  isName,
  LINKS,
  MONTHS,
  NO_NAME,
  NUMBER_SIGN,
  STREET,
  UNITS,
} from './placeWords.js';
import { type AddressSpan, beginsAt, isEnd, leadsIn, type Written } from './written.js';

/** How surely a name is a street's. `formed`: "san pablo", "maipú", which may be something else; `called`: "los aromos", "los golpes". */
type Firm = 'surely' | 'formed' | 'called' | 'perhaps';

interface Name {
  /** Its last word. */
  last: number;
  firm: Firm;
  /** It is a commune's name too: "estoy en Maipú con Pedro". */
  isCommune: boolean;
}

/** The corner that begins at this word, or null. */
export function cornerAt(written: Written, index: number): AddressSpan | null {
  const { all, text, named } = written;
  const from = nameAfterCorner(all, index);
  const spot = from === null ? spotBefore(written.all, index) : null;
  if (from === null && !spot && !beginsAt(written, index) && !isAfterCommune(written, index)) return null;
  const first = nameAt(written, from ?? index);
  if (!first) return null;
  const join = joinAfter(written, first.last);
  if (!join && from !== null) return onOneStreet(written, index, first);
  const second = join && nameAt(written, join.next);
  if (!join || !second) return null;
  const ends = isEnd(written, second.last + 1) || isHouse(all[second.last + 1]?.word ?? '');
  const how = from === null && !spot ? join.how : 'corner';
  // "El negocio de san pablo con brasil" stands at two streets, "la plaza de Maipú con Pedro" in a town.
  if (
    spot &&
    !(join.how === 'with' && (second.firm !== 'perhaps' || isOfStreets(spot)) && isNobody(written, join.next, second))
  )
    return null;
  const begins = (index === 0 || all[index]!.opens || leadsTo(written, index)) && !MEETS.test(all[index]!.word);
  // "Los golpes con los pies" have the form of two streets.
  const isTalk = !leadsTo(written, index) && named.every(it => !isBeside(it, all[second.last]!.end, text));
  // "Puente Alto, santa raquel con gabriela".
  const isSaint = [first, second].some(({ firm, isCommune: isTown }) => firm === 'formed' && !isTown);
  const isPlaced =
    isAfterTown(written, index) && ((first.last > index && second.last > join.next) || (isSaint && first.last > index));
  const isStreets = how === 'with' && isNamedAsTown(written, index, first) && isNobody(written, join.next, second);
  const lives = dwells(written, index);
  if (!(isStreets && ends && !lives) && !meet(first, second, { how, ends, begins, dwells: lives, isTalk, isPlaced }))
    return null;
  const [start, end] = [all[index]!.start, all[second.last]!.end];
  const house = houseAfter(written, second.last);
  return {
    start,
    end: house?.end ?? end,
    street: text.slice(start, end),
    ...(house ? { number: text.slice(house.start, house.end) } : {}),
    corner: true,
  };
}

/** "En la esquina con Dorsal": one of its streets, and not yet the other. */
function onOneStreet(written: Written, index: number, { last, firm, isCommune }: Name): AddressSpan | null {
  const { all, text } = written;
  const joins = all[index + 1]!.word;
  const isCalled = firm === 'surely' || (firm === 'formed' && (!isCommune || joins === 'con'));
  if (!isCalled || !isEnd(written, last + 1) || !/^(?:de|of|con)$/.test(joins)) return null;
  const [start, end] = [all[index]!.start, all[last]!.end];
  return { start, end, street: text.slice(start, end) };
}

interface Clause {
  how: How;
  /** It ends with the second name, or goes on as an address does. */
  ends: boolean;
  /** It begins with the first. */
  begins: boolean;
  dwells: boolean;
  /** Neither a word before them nor a commune after says that this is where she is. */
  isTalk: boolean;
  /** A commune and nothing else stands before it, and both names have more than a word. */
  isPlaced: boolean;
}

/**
 * "Irarrázaval", "estoy en pedro de valdivia", and hardly more: a street that everybody knows is where she is, though its
 * number is missing. One that is a commune too is the commune.
 */
export function knownStreetAt(written: Written, index: number): AddressSpan | null {
  const { all, text, named } = written;
  const last = lastOfStreet(KNOWN_STREETS, all, index);
  // "En Renca por Domingo Santa María".
  const leads = leadsTo(written, index) || all[index - 1]?.word === 'por';
  const after = isAfterCommune(written, index) || (leads && isAfterCommune(written, index - 1));
  if (last === null || last < all.length - 1 || (index > 2 && !after)) return null;
  const isLed = index === 0 || after || leadsTo(written, index) || isWalking(written, index);
  if (!isLed || named.some(it => it.start === all[index]!.start)) return null;
  return { start: all[index]!.start, end: all[last]!.end, street: text.slice(all[index]!.start, all[last]!.end) };
}

type How = 'corner' | 'with' | 'and';

/** Whether two names are the streets of a corner. */
function meet(a: Name, b: Name, { how, ends, begins, dwells: lives, isTalk, isPlaced }: Clause): boolean {
  const surely = [a, b].filter(({ firm }) => firm === 'surely').length;
  const formed = a.firm !== 'perhaps' && b.firm !== 'perhaps';
  if (how === 'corner') return ends || formed;
  // "Maipú y La Florida" are two communes.
  if (how === 'and') return formed && surely > 0 && !(a.isCommune && b.isCommune);
  if (isPlaced && ends && !lives) return true;
  if (formed) return surely > 0 || (ends && !(isTalk && a.firm === 'called' && b.firm === 'called'));
  // "Thompson con Barros Arana", and nothing else in the clause.
  if (b.firm === 'surely' && !b.isCommune && begins && ends && !lives) return true;
  // "Vivo en Macul con Pedro", "hablé con Valdivia".
  return a.firm === 'surely' && ends && !a.isCommune && !lives;
}

/** "San Pablo con Cueto": a street that everybody knows, called like a saint or a person as the town is. */
function isNamedAsTown({ all, named }: Written, index: number, { firm, isCommune }: Name): boolean {
  const town = named.find(it => it.start === all[index]!.start);
  return firm === 'surely' && isCommune && town?.kind === 'name';
}

/** Neither "con mi hija" nor "con Pedro". */
const isNobody = ({ all }: Written, from: number, { last, firm }: Name): boolean =>
  firm === 'surely' || !all.slice(from, last + 1).some(({ word }) => PEOPLE.has(word));

/** "Esquina de", "la esquina", "corner of": where the first of its names begins, null where none of these stands here. */
function nameAfterCorner(all: Written['all'], index: number): number | null {
  const words = [0, 1, 2].map(i => all[index + i]?.word ?? '');
  // "El negocio de la esquina, Thompson con Prat": the corner's own clause is to come.
  if (!CORNER.test(words[0]!) || all[index + 1]?.opens) return null;
  if (!/^(?:de|of|con|entre)$/.test(words[1]!)) return words[1] === '' ? null : index + 1;
  return index + 2;
}

/** What joins two streets after this word. A slash is one. */
function joinAfter({ all, text }: Written, last: number): { next: number; how: How } | null {
  const [token, next, third] = [all[last], all[last + 1], all[last + 2]];
  if (!token || !next) return null;
  if (/^\s*[/&]\s*$/.test(text.slice(token.end, next.start))) return { next: last + 1, how: 'with' };
  if (CORNER.test(next.word)) return { next: last + (/^(?:con|de)$/.test(third?.word ?? '') ? 3 : 2), how: 'corner' };
  if (next.opens) return null;
  if (next.word === 'con') return { next: last + (CORNER.test(third?.word ?? '') ? 3 : 2), how: 'with' };
  return /^(?:y|and)$/.test(next.word) ? { next: last + 2, how: 'and' } : null;
}

/** A street's name from this word on, as far as it goes. */
function nameAt(written: Written, index: number): Name | null {
  const { all, named } = written;
  const first = all[index];
  if (!first) return null;
  const known = lastOfStreet(KNOWN_STREETS, all, index);
  if (STREET.has(first.word) && known === null) {
    const rest = nameAt(written, index + 1);
    if (rest) return { ...rest, firm: 'surely', isCommune: false };
    const isNumber = isHouse(all[index + 1]?.word ?? '') && all[index + 1]?.opens === false;
    return isNumber ? { last: index + 1, firm: 'surely', isCommune: false } : null;
  }
  const commune = named.find(it => it.start === first.start);
  const last =
    known ??
    lastOfStreet(NAMED_STREETS, all, index) ??
    (commune ? all.findLastIndex(({ end }) => end <= commune.end) : null);
  if (last !== null) {
    const end = COMPASS.has(all[last + 1]?.word ?? '') && all[last + 1]?.opens === false ? last + 1 : last;
    return { last: end, firm: known === null ? 'formed' : 'surely', isCommune: commune !== undefined };
  }
  if (/^\d{1,2}$/.test(first.word)) return numbered(all, index);
  const counted = COUNT.test(first.word) ? numbered(all, index) : null;
  if (counted) return counted;
  return calledAt(written, index);
}

/** "5 de abril", "2 norte", "dos norte". */
function numbered(all: Written['all'], index: number): Name | null {
  const [second, third] = [all[index + 1], all[index + 2]];
  if (second?.opens === false && COMPASS.has(second.word)) return { last: index + 1, firm: 'formed', isCommune: false };
  return second?.word === 'de' && MONTHS.has(third?.word ?? '')
    ? { last: index + 2, firm: 'formed', isCommune: false }
    : null;
}

/** One to four words that are no talk. */
function calledAt({ all, text, named }: Written, index: number): Name | null {
  const article = all[index]!.word;
  let last = -1;
  for (let i = index; i < all.length && i - index < NAME_WORDS_MOST; i++) {
    const token = all[i]!;
    const isPlace = named.some(it => it.start === token.start) && !LINKS.has(all[i - 1]?.word ?? '');
    if (i > index && (token.opens || isPlace || CORNER.test(token.word))) break;
    if (/\d/.test(token.word) || UNITS.has(token.word) || isCue(token.word) || !isName(token, text)) break;
    last = i;
  }
  while (last > index && LINKS.has(all[last]!.word)) last--;
  const called = all.slice(index, last + 1).map(({ word }) => word);
  const begins = FORMED.test(article) || /^(?:la|el)$/.test(article);
  if (last < index || called.some(word => NO_NAME.has(word)) || (begins && last === index)) return null;
  if (!begins && (LINKS.has(article) || called.join('').length < 3)) return null;
  return { last, firm: SAINT.test(article) ? 'formed' : FORMED.test(article) ? 'called' : 'perhaps', isCommune: false };
}

/** "Ñuñoa irarrázaval con …": the commune goes before, with no comma. */
function isAfterCommune({ all, named }: Written, index: number): boolean {
  const commune = named.find(({ end }) => end === all[index - 1]?.end);
  return (
    commune !== undefined &&
    leadsIn(
      all,
      all.findIndex(({ start }) => start === commune.start),
    )
  );
}

/** "Lo Espejo Clara Estrella con Cardenal Caro": the commune is where she begins. */
const isAfterTown = ({ all, named }: Written, index: number): boolean =>
  named.some(({ start, end }) => start === all[0]?.start && end === all[index - 1]?.end);

/** A word for where she is stands before: "estamos en los aromos con …". */
const leadsTo = ({ all }: Written, index: number): boolean =>
  /^(?:en|at|in|direccion)$/.test(all[index - 1]?.word ?? '');

/** "Caminando por concha y toro". */
const isWalking = ({ all }: Written, index: number): boolean =>
  all[index - 1]?.word === 'por' &&
  /^(?:caminando|corriendo|arrancando|andando|voy|vamos)$/.test(all[index - 2]?.word ?? '');

const isBeside = ({ start }: { start: number }, end: number, text: string): boolean =>
  start >= end && /^[\s,.]*$/.test(text.slice(end, start));

/** She says with whom she lives, or is. */
const dwells = ({ all }: Written, index: number): boolean =>
  all.slice(Math.max(0, index - 2), index).some(({ word }) => /^(?:vivo|vivimos|vive|live|lives)$/.test(word));

function houseAfter({ all }: Written, last: number): { start: number; end: number } | null {
  const at = NUMBER_SIGN.has(all[last + 1]?.word ?? '') ? last + 2 : last + 1;
  const house = all[at];
  if (!house || house.opens || !isHouse(house.word)) return null;
  const letter = all[at + 1];
  return { start: house.start, end: letter && isLetter(letter) ? letter.end : house.end };
}

/** "Peleando con", "hablé con": with somebody. */
const MEETS =
  /(?:ando|iendo)$|^(?:hable|hablo|pelea|pelee|peleo|discuti|cita|casada|juntas?|juntos?|maria|juan|jose|pedro)$/;
const CORNER = /^(?:esquina|esq|corner|interseccion|cruce)$/;
const SAINT = /^(?:san|santa|santo)$/;
const FORMED = /^(?:los|las|lo|san|santa|santo)$/;
const NAME_WORDS_MOST = 4;
