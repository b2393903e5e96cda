/**
 * One piece of an address put right, by itself: "es macul", "la comuna es macul", "no, irarrázaval", "la calle es lynch no
 * prat", "wrong street its lynch". What is not the piece alone is none: "no, se fue a Macul".
 */
import { type CommuneNamed, communeNames, findCommune } from './communes.js';
import { asCorrection } from './mistake.js';
import { isCue, isName, LINKS } from './placeWords.js';
import { isOnlyPlace, type Place, readPlace, wordsBeside } from './place.js';
import { spaced } from '../plain.js';
import { KNOWN_STREETS, NAMED_STREETS } from './streets-data.js';
import { type Token, tokens, wordSet } from '../tokens.js';

export type Piece = Omit<Place, 'text' | 'confidence'>;

/**
 * @param asked where she is was asked again, after her no: the bare piece is enough
 * @param kept the street that is kept: what it is instead is a street too ("no es río loa, es río maule")
 */
export function readCorrection(told: string, asked: boolean, kept = ''): Piece | null {
  const text = asCorrection(told);
  const all = tokens(text);
  if (text.includes('?') || all.length === 0 || all.length > WORDS_MOST) return null;
  if (all.some(({ word }) => NO_CORRECTION.has(word))) return null;
  const instead = insteadIn(all, text);
  if (instead) return instead;
  const { rest, lead } = restOf(all);
  const [first, last] = [rest[0], rest.at(-1)];
  if (!first || !last || rest.length > REST_MOST || FROM.test(first.word)) return null;
  const piece = text.slice(first.start, last.end);
  if (isDone(all, first) && !readPlace(piece) && !isKnown(piece)) return null;
  const isStreet = lead.some(word => OF_STREET.has(word)) || deniesName(text, kept);
  if (!lead.some(word => SIGNS.has(word)) && !isMarked(text, all))
    return asked ? (pieceOf(piece, isStreet) ?? null) : communeAlone(piece);
  const found = pieceOf(piece, isStreet);
  // "Es Victoria", to who is there.
  const isPerson = found?.street === undefined && PEOPLE.has(first.word) && rest.length === 1;
  return isPerson && !asked && !lead.some(word => !/^(?:es|its|is|era)$/.test(word)) ? null : found;
}

/**
 * A street, and no more, to what is missing beside its commune: one that everybody knows ("suecia", "en salvador"; elsewhere
 * a country, or his name), or one that is called as streets are ("los alerces") and as nobody and nothing at home is.
 *
 * @param bare its commune is not known yet: one that everybody knows may be anything then
 */
export function readStreet(text: string, bare = false): string | null {
  const all = tokens(text);
  const { rest } = restOf(all);
  const [first, last] = [rest[0], rest.at(-1)];
  if (!first || !last || text.includes('?')) return null;
  if (!bare && isKnown(text)) return text.trim();
  const name = rest.map(({ word }) => word).join(' ');
  const piece = text.slice(first.start, last.end);
  const isFormed =
    CALLED.test(name) && !isDone(all, first) && isCalled(piece) && !rest.some(({ word }) => AT_HOME.has(word));
  return isFormed || (!bare && (KNOWN_STREETS.has(name) || NAMED_STREETS.has(name))) ? piece : null;
}

/** "Los álamos", "el bosque", and not a word more: a town is called so, and a street in any other. */
export const isStreetsName = (text: string): boolean => {
  const [named, other] = communeNames(text);
  if (isKnown(text)) return true;
  return other === undefined && named?.kind === 'word' && text.trim().length === named.end - named.start;
};

/** "Se llama Neptuno 850", "la calle se llama Lynch 20", of a place that has no street yet; null for a name with an age. */
export function ledStreet(text: string): Place | null {
  const [, rest] = LED.exec(text) ?? [];
  const place = rest === undefined ? null : readPlace(rest);
  return place?.street !== undefined && /\d{3}/.test(place.number ?? '') && isOnlyPlace(rest!, place) ? place : null;
}
const LED =
  /^\s*(?:(?:la|el|mi|the|a|o)\s+)?(?:(?:calle|pasaje|avenida|street|rua)\s+)?(?:se\s+llama|is\s+called|chama|yo\s+rele\s+l)\s+(.+)$/iu;

/** "No es río loa": the name of the street that is kept, without the word for a street, and a no before it. */
export function deniesName(text: string, kept: string): boolean {
  const name = tokens(kept)
    .map(({ word }) => word)
    .filter((word, i) => i > 0 || !isCue(word))
    .join(' ');
  const said = tokens(text)
    .map(({ word }) => word)
    .join(' ');
  return (
    name !== '' &&
    new RegExp(
      `^(?:(?:ay|perdon|sorry) )?(?:no|not|nao)(?: es| era| its| e)?(?: la| el)?(?: calle| pasaje| avenida)? ${name}(?: |$)`,
    ).test(said)
  );
}

/** The words of the piece, and those that lead to it. What it is not is neither: "no es el 2100 sino el 2010", "lynch no prat". */
function restOf(all: readonly Token[]): { rest: readonly Token[]; lead: readonly string[] } {
  let end = all.length;
  const again = all.findLastIndex(
    ({ word }, i) => RESTATES.has(word) && i < all.length - 1 && !all.slice(i + 1).every(it => AFTER.has(it.word)),
  );
  let from = again + 1;
  while (from < all.length - 1 && (LEADS.has(all[from]!.word) || isOfStreet(all, from))) from++;
  while (end > from + 1 && AFTER.has(all[end - 1]!.word)) end--;
  const not = all.findIndex(({ word }, i) => i > from && /^(?:no|not)$/.test(word));
  const before = all[not - 1]?.word === 'y' ? not - 1 : not;
  return { rest: all.slice(from, not < 0 ? end : before), lead: all.slice(0, from).map(({ word }) => word) };
}

/** "Me equivoqué de calle, es …". */
const isOfStreet = (all: readonly Token[], i: number): boolean =>
  all[i]!.word === 'de' && /^(?:calle|pasaje)$/.test(all[i + 1]?.word ?? '');

/** "*los olmos", as people put a word right that they wrote; "pasaje 6 perdón". */
const isMarked = (text: string, all: readonly Token[]): boolean =>
  /^\s*\*|\*\s*$/.test(text) || (all.length > 1 && AFTER.has(all.at(-1)!.word));

/** The street alone was wrong: "me equivoqué de calle", "la calle está mal". */
export const saysWrongStreet = (text: string): boolean => WRONG_STREET.test(spaced(text));
const WRONG_STREET =
  / (?:(?:equivoque|confundi) (?:de|en|la) (?:la )?(?:calle|pasaje)|(?:calle|pasaje|street) (?:esta |estaba |is )?(?:mal|malo|mala|wrong|equivocad[oa])|(?:mal|wrong) (?:la |el |the )?(?:calle|pasaje|street)) /;

/** "Es los nardos, no los lirios": the street that is kept, with a no before it, anywhere. */
export const deniesStreet = (text: string, kept: string): boolean => {
  const name = tokens(kept)
    .map(({ word }) => word)
    .filter((word, i) => i > 0 || !isCue(word))
    .join(' ');
  return (
    name !== '' &&
    new RegExp(` (?:no|not|nao|sino) (?:es |era |en )?(?:la |el )?(?:calle |pasaje )?${name} `).test(spaced(text))
  );
};

/** "No Quilicura no, Recoleta": a pause after the second no, and then what it is. */
function insteadIn(all: readonly Token[], text: string): Piece | null {
  const next = all.findIndex(({ opens }, i) => i > 1 && opens && !all[i - 1]!.opens && isNo(all[i - 1]!));
  const [first, last] = [all[next], all.at(-1)];
  return next > 0 && first && last && all.length - next <= REST_MOST && !isDone(all, first)
    ? pieceOf(text.slice(first.start, last.end), false)
    : null;
}

/**
 * "No, no los conozco", "no lo veo", "los escucho": what is done to them. A street in "los" or "las" ends in s; behind a no
 * without a pause only such a one may follow, and behind two none.
 */
function isDone(all: readonly Token[], first: Token): boolean {
  const at = all.indexOf(first);
  const next = all[at + 1];
  if (!next || next.opens || !/^l[oa]s?$/.test(first.word)) return false;
  const isDenied = !first.opens && all[at - 1] !== undefined && isNo(all[at - 1]!);
  const isTwice = isDenied && all[at - 2] !== undefined && isNo(all[at - 2]!);
  if (/^l[oa]$/.test(first.word)) return isDenied;
  return isTwice || !next.word.endsWith('s');
}

const isNo = ({ word }: Token): boolean => /^(?:no|not)$/.test(word);

const isKnown = (text: string): boolean => {
  const name = tokens(text)
    .map(({ word }) => word)
    .join(' ');
  return KNOWN_STREETS.has(name) || NAMED_STREETS.has(name);
};

function pieceOf(text: string, isStreet: boolean): Piece | null {
  const name = tokens(text)
    .map(({ word }) => word)
    .join(' ');
  const found = readPlace(text);
  if (isStreet && !found?.street) return isCalled(text) || GRID.test(name) ? { street: text } : null;
  if (found && (found.street ?? found.commune)) {
    if (wordsBeside(text, found) > BESIDE_MOST) return null;
    const { text: _, confidence: _confidence, ...piece } = found;
    return piece;
  }
  return isKnown(text) || GRID.test(name) || (FORMED.test(name) && isCalled(text)) ? { street: text } : null;
}
/** "5 norte", of a town whose streets are numbered. */
const GRID = /^\d{1,2} (?:norte|sur|oriente|poniente)(?: [a-d])?$/;

/** A name of one to four words that are no talk. */
function isCalled(text: string): boolean {
  const all = tokens(text);
  return (
    all.length <= NAME_MOST &&
    all.every(token => isName(token, text) && !token.word.match(/^\d/)) &&
    !LINKS.has(all.at(-1)!.word)
  );
}

/** Nothing but a commune that is called like nothing else. */
function communeAlone(text: string): Piece | null {
  const found = findCommune(text);
  const named: CommuneNamed | undefined = communeNames(text)[0];
  if (!found || named?.kind !== 'own' || found.commune !== named.commune || text.length > named.end - named.start)
    return null;
  const { name, code, region } = found.commune;
  return { commune: name, communeCode: code, region: region.name };
}

const WORDS_MOST = 10;
const REST_MOST = 6;
const NAME_MOST = 4;
/** Beside a piece stands no more than "en". */
const BESIDE_MOST = 1;
const RESTATES = wordSet('es era its is sino digo quise meant mean correccion');
const SIGNS = new Set([
  ...RESTATES,
  ...wordSet(
    'no nop nope not mal wrong error equivoque equivocada equivocado incorrecta incorrecto perdon sorry comuna commune',
  ),
]);
/** After the piece. */
const AFTER = wordSet('perdon sorry disculpa porfa porfavor digo');
const OF_STREET = wordSet('calle street avenida avda av');
/** What may stand between a sign and the piece. */
const LEADS = new Set([
  ...SIGNS,
  ...wordSet(
    'la el the en in at me q que esta estaba direccion address calle street ciudad oye disculpa uy ay ups decir i espera espere esperen ese esa',
  ),
]);
/** "Los Alerces"; "el vecino" is nobody's street. */
const FORMED = /^(?:los|las|lo|san|santa|santo) \S/;
/** As FORMED, and no "lo siento". */
const CALLED = /^(?:los|las|san|santa|santo) \S/;
/** "Los vecinos", "las llaves", "los gritos": who and what is there, and no street. */
const AT_HOME = wordSet(
  'vecinos vecinas viejos viejas pacos carabineros policias amigos amigas abuelos papas padres suegros cuñados tios tias primos primas cabros cabras chicos chicas guaguas gemelos mellizos perros gatos hombres mujeres personas gritos golpes llaves puertas ventanas luces cosas armas pistolas cuchillos pastillas manos piernas cuatro cinco seis siete ocho dos tres ambos muertos heridos mios mias nuestros',
);
const FROM = /^(?:de|del|from|of|con|with|a|to|mi|my)$/;
/** Told of somebody, or of another time. */
const NO_CORRECTION = wordSet(
  'ayer anoche vive viven trabaja mama papa hermana hermano amiga fue yo lives works yesterday',
);
/** Communes that are somebody's name as well. */
const PEOPLE = wordSet(
  'santiago victoria fresia molina castro saavedra concepcion lautaro galvarino valdivia ovalle pinto paine',
);
