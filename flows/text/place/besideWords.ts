/**
 * What tells more of an address that is known and is none by itself: the streets between which it lies, its corner, a
 * passage, which house on the plot, what to ring. A text that is this and nothing else.
 */
import { lately } from '../lately.js';
import { PEOPLE } from './people.js';
import { isName, LINKS, NAMES_BEGIN } from './placeWords.js';
import { KNOWN_STREETS, NAMED_STREETS } from './streets-data.js';
import { tokens } from '../tokens.js';

/** Her words of it, trimmed; null for anything else, what is asked and what is denied among it. */
export const besideWords = lately((text: string): string | null => {
  const bare = text.trim().replace(/^[.,\s]+|[.,!\s]+$/gu, '');
  if (bare === '' || /[?¿\n]/u.test(bare)) return null;
  return isBetween(bare) || isCorner(bare) || ALONE.some(form => form.test(bare)) ? bare : null;
});

function isBetween(text: string): boolean {
  const [, cue, first, second] = BETWEEN.exec(text) ?? [];
  if (!first || !second || !isCalled(first) || !isCalled(second)) return false;
  return cue !== undefined || isSure(first) || isSure(second);
}

const isCorner = (text: string): boolean => isCalled(CORNER.exec(text)?.[1] ?? '');

/** As a street may be: "entre él y yo", "entre mi hermano y mi mamá", "esquina con un cuchillo" are of people and of what he has. */
export function isCalled(name: string): boolean {
  const all = tokens(name);
  if (all.length === 0 || all.length > NAME_MOST || LINKS.has(all.at(-1)!.word)) return false;
  // "Entre las 8 y las 9" are hours.
  if (all.every(({ word }) => LINKS.has(word) || /^\d/.test(word))) return false;
  return all.every(token => /^\d{1,2}$/.test(token.word) || (isName(token, name) && !isOfWho(token.word, all.length)));
}
/** "José" is who, "José Joaquín Pérez" a street. */
const isOfWho = (word: string, many: number): boolean => PEOPLE.has(word) && many === 1;
const NAME_MOST = 4;

/** Known, written with a capital, or begun as streets are: "entre golpes y gritos" is none. */
function isSure(name: string): boolean {
  const said = tokens(name).map(({ word }) => word);
  return (
    /^\p{Lu}/u.test(name) ||
    KNOWN_STREETS.has(said.join(' ')) ||
    NAMED_STREETS.has(said.join(' ')) ||
    (said.length > 1 && NAMES_BEGIN.has(said[0]!))
  );
}

const LEAD =
  "(?:(?:no,?|perd[oó]n,?|digo|y|ah|o\\s+sea|es|queda|quedo|vivo|estoy|estamos|est[aá]|it[’']?s|is|fica|[eé])\\s+)*";
const BETWEEN = new RegExp(
  `^${LEAD}(?:entre|between|ant)\\s+(?:(las\\s+calles|calles?|as\\s+ruas|ri)\\s+)?(.+?)\\s+(?:y|e|con|and|ak)\\s+(.+)$`,
  'iu',
);
/** "Está en la esquina" is he as likely as not. */
const CORNER =
  /^(?:(?:no,?|perd[oó]n,?|digo|y|ah|es|queda|vivo|casi|justo|it[’']?s|fica|é)\s+)*(?:(?:en|at|on|na|nan)\s+)?(?:(?:la|the|a)\s+)?(?:esquina|esq\.?|corner|kwen)\s+(?:(?:con|de|d[ao]|of|com|y|ak)\s+)?(?:la\s+calle\s+|calle\s+)?(.+)$/iu;

const PLOT = '(?:casa|casita|depto|departamento|dpto|mediagua|caba[ñn]a|pieza|port[oó]n|puerta|reja)';
const WHERE =
  '(?:(?:de|del|al)\\s+)?(?:m[aá]s\\s+)?(?:atr[aá]s|detr[aá]s|fondo|medio|interior|adelante|delante|la\\s+(?:izquierda|derecha|entrada))';
const ALONE: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:y|ah|es|en|vivo|vivimos|estoy|estamos|queda)\\s+)*(?:(?:la|el|una|un)\\s+)?(?:${PLOT}\\s+)${WHERE}(?:\\s+(?:del|de\\s+la)\\s+(?:sitio|terreno|pasaje|patio|propiedad|parcela|casa))?$`,
    'iu',
  ),
  /^(?:(?:it[’']?s|i[’']?m|in|at|we[’']?re)\s+)*(?:the\s+)?(?:back|rear)\s+house$/iu,
  /^(?:it[’']?s\s+|in\s+)*(?:the\s+)?house\s+(?:at|in)\s+the\s+back$/iu,
  /^(?:é\s+|na\s+|a\s+)*casa\s+d(?:os|e)\s+(?:fundos|tr[aá]s)$/iu,
  /^(?:se\s+|nan\s+)*kay\s+(?:d[eè]y[eè]|p\s?a\s?d[eè]y[eè])(?:\s+a)?$/iu,
  // A passage with its number or its name, of a street that has its own.
  /^(?:(?:y|ah|es|en|vivo|queda|por|el)\s+)*(?:pasaje|pje\.?|psje\.?|psj\.?|callej[oó]n)\s+(?:(?:n[°º]?|nro|numero)\s*)?\d{1,3}$/iu,
  /^(?:(?:y|ah|es|el|la|en|mi|o|a|the)\s+)*(?:timbre|tmbre|cit[oó]fono|sit[oó]fono|portero|intercom|buzzer|door\s?bell|interfone|campainha|sonnet)\s*(?:(?:es|del|de|el|la|dice|is|do|da|é|n[°º]?|nro|n[uú]mero|se)\s+)*[#n°º]*\s*(?:\d{1,5}\s?-?[a-z]?|[a-f])$/iu,
  /^(?:(?:y|que|por\s?favor|porfa|please)\s+)*(?:toque?n?|toca|marque?n?|marca|aprieten|aprete?n|ring|press|toquem?)\s+(?:(?:el|la|al|o|a)\s+)?(?:(?:timbre|cit[oó]fono|interfone|number|n[uú]mero|buzzer)\s+)*(?:\d{2,5}\s?-?[a-z]?)(?:\s+(?:en|del|no|on)\s+(?:(?:el|the|o)\s+)?(?:timbre|cit[oó]fono|port[oó]n|buzzer|interfone))?$/iu,
];
