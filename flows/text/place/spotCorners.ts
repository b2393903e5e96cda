/**
 * What stands at a corner and is told by its two streets: "el negocio de san pablo con brasil", "la copec de vicuña con
 * trinidad". Both are streets, whatever towns are called like them.
 */
import { isLandmark, isOfTown } from './landmarks.js';
import { LINKS } from './placeWords.js';
import { type Token, wordSet } from '../tokens.js';

/** The landmark whose streets begin at this word, behind a "de" and perhaps its own name; null where none leads to them. */
export function spotBefore(all: readonly Token[], index: number): string | null {
  const first = all[index];
  if (!first || first.opens) return null;
  let of = index - 1;
  if (ARTICLES.test(all[of]?.word ?? '') && !all[of]!.opens) of--;
  if (!/^(?:de|del|en)$/.test(all[of]?.word ?? '')) return null;
  for (let at = of - 1; at >= 0 && of - at <= NAME_MOST + 1; at--) {
    if (all[at + 1]!.opens) return null;
    const { word } = all[at]!;
    if (isLandmark(word)) return word;
    if (LINKS.has(word) || NO_NAME.has(word)) return null;
  }
  return null;
}

/** A shop, a stop: of many in a town, so that a street follows. A square or a hospital is of its town. */
export const isOfStreets = (spot: string): boolean => !(isOfTown(spot) || OF_TOWN.has(spot));

const ARTICLES = /^(?:la|el|los|las)$/;
/** "Farmacia cruz verde de …". */
const NAME_MOST = 2;
const NO_NAME = wordSet('con y en a al por que mi su');
const OF_TOWN = wordSet(
  'plaza plasa placita plasita plazoleta terminal estacion municipalidad cementerio estadio aeropuerto bomberos comisaria reten feria vega universidad instituto hotel motel hostal residencial tribunal juzgado fiscalia playa puerto muelle caleta cerro rio volcan parque rodoviaria',
);
