/**
 * Streets that many towns of Chile have, or that everybody knows, in plain form: by one of them "grecia con macul" is told
 * from "hablé con Macul". None is a mere first name.
 */
import type { Token } from '../tokens.js';

const listed = (names: string): ReadonlySet<string> => new Set(names.split('|'));

export const KNOWN_STREETS = listed(
    'agustinas|ahumada|alameda|americo vespucio|amunategui|anibal pinto|antonio varas|apoquindo|arturo prat|atacama|balmaceda|baquedano|' +
    'barros arana|bascunan|beaucheff|benavente|bernardo ohiggins|bilbao|blanco encalada|bulnes|bustamante|buzeta|cal y canto|camilo henriquez|' +
    'camino a melipilla|camino lonquen|carampangue|cardenal caro|carlos antunez|carlos valdovinos|carmen mena|castellon|caupolican|cerrillos|chile espana|' +
    'chacabuco|cienfuegos|club hipico|cochrane|colo colo|concha y toro|condell|copiapo|cordovez|cristobal colon|cuatro alamos|cumming|' +
    'departamental|diego de almagro|diego portales|domingo tocornal|domingo santa maria|dorsal|el bosque|el parral|el parron|el tranque|eliodoro yanez|elisa correa|' +
    'errazuriz|exequiel fernandez|exposicion|eyzaguirre|francisco bilbao|freire|froilan roa|galvarino|general velasquez|gran avenida|grecia|' +
    'huerfanos|independencia|irarrazabal|irarrazaval|isabel la catolica|j j perez|jj perez|jose joaquin perez|jose miguel carrera|' +
    'jose miguel infante|jose pedro alessandri|la dehesa|laguna sur|larrain|las condes|las rejas|latorre|lautaro|lo barnechea|lo blanco|' +
    'lo cruzat|lo errazuriz|lo espejo|lo hermida|lo marcoleta|lo martinez|lo ovalle|lo valledor|lord cochrane|los carrera|los leones|' +
    'los pajaritos|los tres antonios|lynch|mac iver|macul|maipon|manuel montt|manuel rodriguez|mapocho|marga marga|matta|matta sur|matucana|' +
    'maturana|monjitas|morande|nataniel|nataniel cox|nocedal|nuble|nueva providencia|ohiggins|ossa|pajaritos|pedro de valdivia|pedro montt|' +
    'plaza egana|pocuro|portales|prat|principe de gales|providencia|pudeto|quilin|quillota|ramon carnicer|rancagua|recoleta|ricardo cumming|' +
    'ricardo lyon|rodrigo de araya|san borja|san carlos|san diego|san ignacio|san joaquin|san luis|san martin|san pablo|santa isabel|santa rosa|' +
    'santo domingo|santo tomas|sargento menadier|sebastopol|simon bolivar|simpson|sotomayor|tajamar|teniente cruz|tobalaba|tocornal|toesca|' +
    'tucapel|urmeneta|vespucio|viana|vicuna mackenna|vitacura|vivaceta|vivar|walker martinez|zapadores',
);

/** Known as well, and a word, a country or a surname first. */
export const NAMED_STREETS = listed(
    'alemania|alvarez|argentina|bandera|belgica|bellavista|berlin|blanco|bolivia|brasil|brown|canada|carrascal|catedral|colombia|' +
    'colon|compania|cuba|dinamarca|ecuador|egipto|einstein|ejercito|el salto|escocia|esmeralda|espana|estado|estocolmo|francia|' +
    'franklin|holanda|hungria|infante|inglaterra|irlanda|italia|la estrella|la paz|las industrias|las torres|libertad|lira|lisboa|' +
    'londres|los presidentes|lyon|madrid|marin|merced|mexico|miraflores|moneda|noruega|panama|paraguay|paris|peru|pinto|polonia|' +
    'portugal|ramirez|rengo|republica|roma|rosas|salvador|seminario|serrano|suecia|suiza|trinidad|turquia|uruguay|valencia|venezuela|' +
    'viena',
);

/** The last word of one of these streets that begins at a word; the longest name counts. */
export function lastOfStreet(streets: ReadonlySet<string>, all: readonly Token[], index: number): number | null {
  // Hardly any word of a message begins one.
  if (!firstWordsOf(streets).has(all[index]?.word ?? '')) return null;
  for (let size = WORDS_MOST; size > 0; size--) {
    const span = all.slice(index, index + size);
    if (span.length < size || span.slice(1).some(({ opens }) => opens)) continue;
    if (streets.has(span.map(({ word }) => word).join(' '))) return index + size - 1;
  }
  return null;
}

const firstWordsOf = (streets: ReadonlySet<string>): ReadonlySet<string> =>
  streets === KNOWN_STREETS ? KNOWN_BEGIN : NAMED_BEGIN;
const begin = (streets: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...streets].map(street => street.slice(0, `${street} `.indexOf(' '))));
const KNOWN_BEGIN = begin(KNOWN_STREETS);
const NAMED_BEGIN = begin(NAMED_STREETS);
const WORDS_MOST = 3;
