/**
 * Streets and areas with a word for one: "calle …", "pasaje …", "villa …", "camino a …". A villa and the street in it stand
 * beside each other without a comma ("villa los héroes psje el tatio 1234"), so that the one ends where the other begins.
 */
import { isLandmark } from './landmarks.js';
import {
  BREAKS,
  COMPASS,
  LAND,
  LINKS,
  NAMES_BEGIN,
  NUMBER_SIGN,
  ROADS,
  STREET,
  TALK,
  UNITS,
  WEAK_STREET,
  isArea,
  isCue,
  isGran,
  isHouse,
  isLetter,
  isName,
  isWhole,
} from './placeWords.js';
import { KNOWN_STREETS, lastOfStreet, NAMED_STREETS } from './streets-data.js';
import { type Token, wordSet } from '../tokens.js';
import { type AddressSpan, besides, isEnd, type Written } from './written.js';

/** "calle …", "pasaje …", "villa …": the name runs to its number, a comma, a commune or a word that is no name. */
export function cuedStreetAt(written: Written, index: number): AddressSpan | null {
  const { all, communes } = written;
  const cue = all[index];
  if (!cue || !isCue(cue.word) || communes.some(it => it.start === cue.start)) return null;
  const first = isGran(all, index) ? index - 1 : index;
  // "Estoy en la calle escondida atrás de un auto", "no sé la calle exacta": how she is there, and no name of it.
  if (
    cue.word === 'calle' &&
    /^(?:la|una)$/.test(all[index - 1]?.word ?? '') &&
    AS_SHE_IS.test(all[index + 1]?.word ?? '')
  )
    return null;
  let last = index;
  let house: Token | undefined;
  const most = cue.word === 'km' ? ROAD_WORDS_MAX : NAME_WORDS_MAX;
  for (let i = index + 1; i < all.length && i - index <= most; i++) {
    const token = all[i];
    const before = all[last]?.word ?? '';
    const word = token?.word ?? '';
    const mayJoin =
      LINKS.has(word) || (isCue(before) && NAMES_BEGIN.has(word)) || (ROADS.has(before) && /^al?$/.test(word));
    const leadsTo = ROADS.has(all[last - 1]?.word ?? '') && /^al?$/.test(before);
    if (!token || token.opens || UNITS.has(token.word)) break;
    if (!leadsTo && communes.some(it => it.start === token.start)) break;
    if (beginsAnother(all, index, i)) break;
    if (isHouse(token.word)) {
      if (LINKS.has(before)) break;
      // "Villa Florencia 2 pje …": of its name.
      if (isArea(cue.word) && isStreetAt(all, i + 1)) {
        last = i;
        break;
      }
      // "Ruta G-78".
      const isCode = ROADS.has(all[i - 2]?.word ?? '') && /^[a-z]$/.test(before);
      if (!isCode && (!isCue(before) || isWhole(all, last))) {
        house = token;
        break;
      }
    } else if (NUMBER_SIGN.has(token.word)) continue;
    else if (BREAKS.has(token.word) && !mayJoin && !goesOn(all, i)) break;
    last = i;
  }
  while (!house && last > index && (LINKS.has(all[last]?.word ?? '') || HEDGES.test(all[last]!.word))) last--;
  if (last === index && !(house && isWhole(all, index))) return null;
  const name = all.slice(first, last + 1).map(token => token.word);
  const numbered = house !== undefined || name.some(word => /\d/.test(word)) || besideLand(all, index, last);
  // "Camino a Farellones", and no more: on her way to a town, or the road that she lives on.
  const ends = all.slice(last + 1).every(({ word }) => HEDGES.test(word));
  const isRoad =
    (cue.opens || index === 0) &&
    ends &&
    (written.named.some(it => it.start === all[last]?.start) || isRoadTo(written, index, last));
  const firm =
    numbered ||
    (isArea(cue.word) && followsAddress(all, index)) ||
    (cue.opens && (isRoad || !name.some(word => /^al?$/.test(word))));
  const span = spanOf(written, first, last, house);
  return WEAK_STREET.has(cue.word) && !firm && !(isArea(cue.word) && name.length > 1 && besides(written, span))
    ? null
    : span;
}

/** "Edificio luis thayer ojeda 320": the street is called after the word for the building. */
export function streetOfBuilding(written: Written, index: number): AddressSpan | null {
  const { all, text } = written;
  let last = index;
  for (let i = index + 1; i < all.length && i - index <= NAME_WORDS_MAX; i++) {
    const token = all[i]!;
    if (token.opens || UNITS.has(token.word)) return null;
    if (isHouse(token.word)) {
      const isKnown = [KNOWN_STREETS, NAMED_STREETS].some(it => lastOfStreet(it, all, index + 1) === last);
      const isNamed = isKnown || (last > index + 1 && !LINKS.has(all[last]!.word));
      return isNamed && /^\d{3}/.test(token.word) && isEnd(written, i + 1) ? spanOf(written, index, last, token) : null;
    }
    if (!isName(token, text) && !NAMES_BEGIN.has(token.word)) return null;
    last = i;
  }
  return null;
}

/** "Camino a Popeta": a name that no list knows, and nothing that she does, or where anybody goes. */
function isRoadTo({ all, text }: Written, index: number, last: number): boolean {
  const names = all.slice(index + 2, last + 1);
  return (
    ROADS.has(all[index]!.word) &&
    /^al?$/.test(all[index + 1]?.word ?? '') &&
    names.length > 0 &&
    names.length <= 2 &&
    names.every(token => isName(token, text) && !LINKS.has(token.word) && !UNITS.has(token.word)) &&
    !names.some(
      ({ word }) => ANYWHERE.has(word) || isLandmark(word) || /(?:ar|er|ir)(?:me|te|l[aeo]s?|se)?$/.test(word),
    )
  );
}
const ANYWHERE = wordSet('pega alla aca donde ustedes vuelta pie urgencias tribunales clases hogar mama');
const HEDGES = /^(?:creo|parece|supongo)$/;
const AS_SHE_IS =
  /^(?:(?:escond|parad|sentad|tirad|botad|her|perd|descalz|desnud|mojad|encerrad|agachad|sol)(?:id)?[ao]s?|[a-z]{3,}(?:ando|iendo)|atras|detras|afuera|debajo|abajo|exact[ao]|correct[ao]|precis[ao]|bien|pero|porque|como|ni|nunca)$/;

/** "Parcela 24 fundo el Carmen sector lo Arcaya": in the same clause an address has begun. */
function followsAddress(all: readonly Token[], index: number): boolean {
  for (let i = index; i > 0 && !all[i]!.opens; i--)
    if (LAND.has(all[i - 1]!.word) || isCue(all[i - 1]!.word)) return true;
  return false;
}

/** At `i` the next piece of the address begins: a street in the villa, the villa of a street, "villa las américas 17 norte". */
function beginsAnother(all: readonly Token[], index: number, i: number): boolean {
  const [cue, token, previous] = [all[index]!.word, all[i]!.word, all[i - 1]!.word];
  const isNamed = all.slice(index + 1, i).some(({ word }) => !LINKS.has(word));
  if (!isNamed || /^(?:con|y|esquina)$/.test(previous)) return false;
  if (/^\d{1,2}$/.test(token)) return isArea(cue) && all[i + 1]?.opens === false && COMPASS.has(all[i + 1]!.word);
  return isStreetAt(all, i) && (isArea(cue) || isArea(token));
}

/** A word for a street or an area, and its name after it. */
const isStreetAt = (all: readonly Token[], i: number): boolean =>
  all[i]?.opens === false && all[i + 1]?.opens === false && (STREET.has(all[i]!.word) || INNER.test(all[i]!.word));
const INNER = /^(?:camino|sector|campamento|loteo|parcelacion)$/;

export function spanOf({ all, text }: Written, first: number, last: number, house?: Token): AddressSpan {
  const [from, to] = [all[first]?.start ?? 0, all[last]?.end ?? 0];
  if (!house) return { start: from, end: to, street: text.slice(from, to) };
  const letter = all[all.indexOf(house) + 1];
  const end = letter && isLetter(letter) ? letter.end : house.end;
  return { start: from, end, street: text.slice(from, to), number: text.slice(house.start, end) };
}

/** "Concha y Toro 1500", "los Tilos con calle Prat": the name is not over. */
export function goesOn(all: readonly Token[], index: number): boolean {
  const [token, next] = [all[index]?.word ?? '', all[index + 1]?.word ?? ''];
  if (/^(?:con|y)$/.test(token) && STREET.has(next)) return true;
  if (token === 'con' && isWhole(all, index - 1) && !BREAKS.has(next) && !TALK.has(next)) return next !== '';
  const house = all.slice(index + 1, index + 4).findIndex(({ word }) => isHouse(word));
  const between = all.slice(index + 1, index + 1 + house);
  return token === 'y' && house > 0 && between.every(({ word }) => !BREAKS.has(word) && !TALK.has(word));
}

/** A piece of land, with its number, straight before or after these words. */
export function besideLand(all: readonly Token[], first: number, last: number): boolean {
  const isLand = (index: number) => LAND.has(all[index]?.word ?? '') && isHouse(all[index + 1]?.word ?? '');
  return isLand(first - 2) || isLand(last + 1);
}

export const NAME_WORDS_MAX = 5;
/** "Km 12 ruta G-78 camino a Melipilla". */
const ROAD_WORDS_MAX = 9;
