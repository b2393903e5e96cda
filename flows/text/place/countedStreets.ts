/**
 * Streets whose name has a number written out: "Diez de Julio 450", "Tres Poniente 4567", "Los Tres Antonios 300", "Dos
 * Hermanos 71". "Dos" and "tres", a month and "hermanos" are talk elsewhere ("dos hijos de 10 años", "tres de marzo 2020"), so
 * that such a name needs the form of one of these and a house number that ends it.
 */
import { spanOf } from './cuedStreets.js';
import { houseAt } from './numberedStreets.js';
import { COMPASS, COUNTED, isHouse, LINKS, MONTHS, NUMBER_SIGN, UNITS } from './placeWords.js';
import { type Token, wordSet } from '../tokens.js';
import { type AddressSpan, beginsAt, besides, isEnd, type Written } from './written.js';

/** The street that begins at this word, with its house; null for any other, and for what is only counted. */
export function countedStreetAt(written: Written, index: number): AddressSpan | null {
  const { all, text } = written;
  const isCalled = /^(?:los|las)$/.test(all[index]?.word ?? '');
  const at = isCalled ? index + 1 : index;
  if (!COUNT.test(all[at]?.word ?? '') || !beginsAt(written, index) || (isCalled && all[at]!.opens)) return null;
  const last = isCalled ? null : gridEnd(all, at);
  const end = last ?? nameEnd(all, at, text, isCalled);
  if (end === null) return null;
  const found = houseAt(all, end + 1);
  if (!found) return null;
  const { token: house, index: sign } = found;
  const span = spanOf(written, index, end, house);
  if (!isEnd(written, sign + 1) || COUNTED.has(all[sign + 1]?.word ?? '')) return null;
  const isPlaced = besides(written, span) || UNITS.has(all[sign + 1]?.word ?? '');
  if (MONTHS.has(all[end]!.word)) {
    // "Diez de julio 11", "tres de marzo 2020" tell when.
    return isPlaced || (house.word.length > 2 && !/^(?:19|20)\d\d$/.test(house.word)) ? span : null;
  }
  if (last !== null) return span;
  // "Dos perros 15": as names are written, or where a commune or a home stands beside it.
  const isProper = all.slice(at, end + 1).every(({ start }) => /^\p{Lu}/u.test(text.slice(start)));
  return isPlaced || ((isCalled || isProper) && house.word.length > 1) ? span : null;
}

/** "Tres Poniente", "Dos Norte B", "Diez de Julio": its last word. */
function gridEnd(all: readonly Token[], at: number): number | null {
  const [second, third] = [all[at + 1], all[at + 2]];
  if (!second || second.opens) return null;
  if (COMPASS.has(second.word)) {
    const isLetter = third?.opens === false && /^[a-d]$/.test(third.word) && isHouse(all[at + 3]?.word ?? '');
    return isLetter ? at + 2 : at + 1;
  }
  return second.word === 'de' && third?.opens === false && MONTHS.has(third.word) ? at + 2 : null;
}

/** "Dos Hermanos", "Las Tres Marías", "Tres Cruces": one to three words of what may be called so. */
function nameEnd(all: readonly Token[], at: number, text: string, isCalled: boolean): number | null {
  let last = at;
  for (let i = at + 1; i - at <= NAME_MOST; i++) {
    const token = all[i];
    if (!token || token.opens || isHouse(token.word) || NUMBER_SIGN.has(token.word)) break;
    const isProper = /^\p{Lu}\p{Ll}/u.test(text.slice(token.start));
    if (COUNTED.has(token.word) && token.word !== 'de') return null;
    // "Los dos niños": who is there, unless it is written as a name.
    if (NOT_CALLED.has(token.word) && !(isProper && !isCalled)) return null;
    last = i;
  }
  return last > at && !LINKS.has(all[last]!.word) && all[at + 1]!.word.endsWith('s') ? last : null;
}

/** A number written out. */
export const COUNT =
  /^(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\S+|veint\S+|treinta)$/;
const NAME_MOST = 3;
/** Who and what is counted in a house. */
const NOT_CALLED = wordSet(
  'hijos hijas niños niñas ninos ninas guaguas cabros cabras chicos chicas perros gatos hombres tipos mujeres personas gemelos mellizos menores mayores adultos ultimos ultimas primeros primeras otros otras mios mias nuestros golpes combos cuchillos pistolas balas balazos disparos puñaladas autos vecinos vecinas primos primas amigos amigas pacos carabineros policias casas deptos departamentos pisos millones veces somos estamos estan son tienen viven',
);
