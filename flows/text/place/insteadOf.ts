/**
 * Where she is, told beside a place to which nobody is to go: "no manden a nadie a Prat 890, estoy en Freire 20", "es la casa de
 * mi ex esa, yo estoy en Millán 77", "no es en Prat 890, es en Freire 20". The first is out and the second is hers; so said,
 * "no vengan" calls nobody off. A bare "no manden a nadie", or one by whom all is well, is none of this.
 */
import { lately } from '../lately.js';
import { spaced } from '../plain.js';

interface InsteadOf {
  /** What tells where she is: "estoy en Freire 20 depto 4". */
  here: string;
  /** All of it but the denial. */
  rest: string;
}

/** @returns null where no place is denied, or none is told beside it */
export const insteadOf = lately((text: string): InsteadOf | null => {
  if (text.includes('?') || WELL.test(spaced(text))) return null;
  const parts = text.replace(OPENS, found => `\u0000${found}`).split(CUTS);
  const said = parts.map(part => spaced(part));
  const out = said.findIndex(part => DENIED.test(part));
  if (out < 0) return null;
  const isCorrected = IS_NOT_AT.test(said[out]!);
  const tells = (part: string, i: number): boolean =>
    (HERE.test(part) || (isCorrected && i > out && IS_AT.test(part))) && !DENIED.test(part);
  const at = said.findIndex(tells);
  if (at < 0) return null;
  const end = said.findIndex((part, i) => i > at && DENIED.test(part));
  const here = parts.slice(at, end < 0 ? undefined : end).join('');
  const before = parts
    .slice(0, Math.min(at, out))
    .filter((_, i) => !NOT_COMING.test(said[i]!))
    .join('');
  return { here: trimmed(here), rest: trimmed(before + here) };
});

/** Where somebody is told of all the same: the text itself where nothing stands beside a denial. */
export const withoutDenied = (text: string): string => insteadOf(text)?.here ?? text;

const trimmed = (text: string): string =>
  text
    .replaceAll('\u0000', '')
    .trim()
    .replace(/[,;]+$/, '');

/** After a pause, and before what says where she is; "av. Prat" is one. */
const CUTS =
  /\u0000|(?<=[,;\n])|(?<=(?<!(?<![\p{L}\d])(?:av|avda|psje|pje|pob|sta|sto|nro|n|dr|gral|dpto|depto|pdte))\.(?=\s))/iu;
/** Where such a part begins without a pause. */
const OPENS =
  /(?<![\p{L}\d])(?:(?:pero|y|porque|xq|pq|but|and|because|mas|men)\s+)?(?:(?:yo|ya|no|ahora|now|eu)\s+)*(?:estoy|toy|stoy|estamos|tamos|i['’]?m|i am|we['’]?re|we are|estou|estamos|mwen nan)(?![\p{L}\d])/giu;

const NOBODY =
  '(?:a nadie |a nada |nadie |ninguna patrulla |patrullas? |carabineros |(?:a )?los pacos |anybody |anyone |ninguem )?';
/** To a place that she points at or names: "ahí", "acá", "a mi casa", "a Prat 890". */
const TO =
  '(?:(?:para |pa )?(?:ahi|alla|alli|aca|aqui)|(?:a|al|para|pa|pal|en|to|para a|pra) (?!nadie |nada |los pacos |los carabineros |carabineros |la policia |una patrulla |la patrulla |me )\\S+|there|here|la)';
const DENIED = new RegExp(
  ` (?:${[
    `(?:no|ni) (?:me |lo |la |los )?(?:vengan|venga|vayan|vaya|manden|mande|envien|envie|lleguen|llegue|busquen) ${NOBODY}${TO}`,
    `(?:dont|do not) (?:come|go|send) ${NOBODY}${TO}`,
    `nao (?:venham|vao|mandem) ${NOBODY}${TO}`,
    '(?:ya )?no (?:estoy|toy|stoy|estamos|ando) (?:\\S+ )?(?:ahi|alla|alli|aca|aqui|en)',
    '(?:im|i am|were|we are) not (?:there|at|in)|nao (?:estou|to) (?:mais )?(?:la|ai|ali|em)',
    'no (?:es|era|queda) (?:ahi|alla|en)',
  ].join(
    '|',
  )}) | (?:es|era) (?:la (?:casa|direccion)|el (?:depto|departamento|domicilio)|la|lo) (?:del|de) (?:el|mi|mis|una?|su) (?:\\S+ )?(?:es[ae]|eso|ahi|la otra) |^ (?:no |pero )*(?:es[ae]|eso|ahi) (?:\\S+ )?(?:es|era|queda) (?:la casa |el depto |la direccion |la |lo )?(?:del|de) \\D+$`,
);
/** "No vengan, ya no estoy ahí": to that place. */
const NOT_COMING = new RegExp(
  `^ (?:que |por favor |porfa |oigan |please )*(?:no (?:me )?(?:vengan|vayan|manden|envien)|(?:dont|do not) (?:come|send)|nao (?:venham|mandem)) ${NOBODY}(?:por favor |porfa |please )?$`,
);
const IS_NOT_AT = / no (?:es|era|queda) (?:ahi|alla|en) /;
const IS_AT = /^ (?:sino |si no |pero |y |ahora |la )*(?:es|queda)? ?(?:en) \S/;
const HERE =
  /^ (?:(?:pero|y|porque|xq|pq|que|es|yo|ahora|ya|me|nos|but|and|because|now|mas|eu|men) )*(?:estoy|toy|stoy|estamos|tamos|ando|andamos|fui|vine|escondi|arranque|escape|cambie|fuimos|vinimos|escondimos|im|i am|were|we are|estou|mwen) (?:\S+ ){0,3}?(?:en|donde|al|a|at|in|on|na|no|em|nan) \S/;
/** All is well, as whoever calls off says it. */
const WELL =
  / (?:todo bien|(?:estoy|toy|estamos) (?:super |muy |re )?(?:bien|tranquilas?)|ya paso|no pasa nada|no paso nada|im fine|im ok|all good|malentendido|estou bem) /;
