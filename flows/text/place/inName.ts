/** Communes whose name is only part of another name: a street, a villa, a person. */
import type { Token } from '../tokens.js';

/**
 * Whether a commune's name is only part of another: straight behind a word for a street or an area ("psje Santiago", "villa
 * los Andes"), or in the name of a person ("Alonso de Ercilla").
 *
 * @param index of the name's first word
 * @param kind whether it is called like nothing else
 */
export function isInName(all: readonly Token[], index: number, kind: 'own' | 'word' | 'name'): boolean {
  if (kind !== 'own' && !all[index]!.opens && CALLED.test(all[index - 1]?.word ?? '')) return true;
  if (isAhead(all, index)) return true;
  if (all[index - 1]?.word === 'de' && !all[index]!.opens && GIVEN.test(all[index - 2]?.word ?? '')) return true;
  let i = index;
  while (i > 0 && !all[i]!.opens && OF_NAME.test(all[i - 1]!.word)) i--;
  if (i > 1 && !all[i]!.opens && !all[i - 1]!.opens && OF_AREA.test(all[i - 1]!.word)) i--;
  return i > 0 && !all[i]!.opens && NAMES_WHAT.test(all[i - 1]!.word);
}

/** "Ruta 68 hacia Valparaíso": which way the road goes, and no town of hers. */
function isAhead(all: readonly Token[], index: number): boolean {
  let from = index;
  while (from > 0 && !all[from]!.opens) from--;
  const before = all.slice(from, index).map(({ word }) => word);
  return AHEAD.test(before.join(' ')) && before.some(word => ROAD.test(word));
}
const AHEAD = /(?:^| )(?:hacia|rumbo a|direccion(?: a)?|sentido(?: a)?|desde|viniendo de|saliendo de|towards)$/;
const ROAD = /^(?:ruta|autopista|carretera|panamericana|km|kilometro|peaje|tunel|cuesta|highway)$/;
/** "Hospital El Carmen", "colegio San Antonio": what is called after a saint or a battle is in whatever town. */
const CALLED =
  /^(?:hospital|clinica|posta|consultorio|cesfam|sapu|liceo|colegio|escuela|jardin|universidad|instituto|hotel|motel|parroquia|iglesia|capilla|lopital|lekol|legliz|escola|igreja|school|church)$/;

const NAMES_WHAT =
  /^(?:calle|pasaje|pje|psje|psj|avenida|avda|avd|av|villa|vlla|poblacion|pobl|pob|condominio|callejon|diagonal|edificio|fundo|loteo|parcelacion|campamento|toma|tunel|embalse|peaje|cuesta)$/;
/** Between the word for it and the name: "condominio Alto Macul" need not be in Macul. */
const OF_AREA =
  /^(?:altos?|nuev[oa]|gran|jardin(?:es)?|valles?|portal|mirador|brisas|lomas|parque|barrio|vista|haciendas?)$/;
const OF_NAME = /^(?:de|del|la|las|los|el)$/;
/** Who had a town called after the place that he came from, or went to. */
const GIVEN =
  /^(?:alonso|pedro|diego|francisco|hernando|fernando|martin|ines|rodrigo|garcia|jeronimo|juan|gonzalo|cristobal|lope|gaspar|mendoza|hurtado)$/;
