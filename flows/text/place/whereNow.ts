/**
 * Two places in one text: where she lives and where she is ("vivo en Puente Alto pero ahora estoy en Maipú"), where her
 * papers say and where she lives, where he lives and where she is. Help goes to where she is, so that the other is left aside.
 */
import { lately } from '../lately.js';
import { readMove } from './moved.js';
import { spaced, words } from '../plain.js';

/** How near a place is to being where she is. `apart`: his, her papers', or one that she says it is not. */
export const NEARNESS = ['now', 'home', 'apart'] as const;
export type Nearness = (typeof NEARNESS)[number];

/** `plain`: no word says how it is hers. `away`: that she is not there. `far`: another's home, or where she was once. */
type How = Nearness | 'plain' | 'away' | 'far';
interface Clause {
  how: How;
  text: string;
}

/** From each word that says how a place is hers to the next such word. */
const clausesOf = lately((text: string): readonly Clause[] => {
  const starts = [...text.matchAll(BEGINS)].map(({ index }) => index);
  const clauses: Clause[] = [{ how: 'plain', text: text.slice(0, starts[0] ?? text.length) }];
  starts.forEach((start, i) => {
    const part = text.slice(start, starts[i + 1] ?? text.length);
    clauses.push({ how: howOf(spaced(part)), text: part });
  });
  return clauses.filter(({ text: part }) => part.trim() !== '');
});

/** What a text tells of each kind of place, from the words that say how it is hers; null where it tells of one kind. */
export const toldPlaces = lately((text: string): Readonly<Record<Nearness, string>> | null => {
  const told = { now: '', home: '', apart: '' };
  for (const { how, text: part } of clausesOf(text))
    told[how === 'plain' ? 'home' : how === 'away' || how === 'far' ? 'apart' : how] += `${part.trim()}\n`;
  return NEARNESS.filter(how => told[how].trim() !== '').length > 1 ? told : null;
});

/** Without her own home where the same text says that she is somewhere else; the text itself where it does not. */
export const withoutHomeLeft = lately((text: string): string => {
  const clauses = clausesOf(text);
  return joinedOf(text, clauses, isHomeLeft(clauses));
});

/** Her own home, of a text that says that she is somewhere else; empty where it tells none. */
export const homeLeft = lately((text: string): string => {
  const clauses = clausesOf(text);
  return clauses
    .filter(isHomeLeft(clauses))
    .map(({ text: part }) => part.trim())
    .join('\n');
});

function isHomeLeft(clauses: readonly Clause[]): (clause: Clause, i: number) => boolean {
  const away = clauses.findLastIndex(({ how }) => how === 'away');
  const elsewhere = clauses.some(({ how, text: part }) => how === 'now' && isSomewhereElse(part));
  if ((away < 0 && !elsewhere) || clauses.length === 1) return () => false;
  return ({ how }, i) => {
    if (how === 'away') return true;
    // "No estoy ahí, mi dirección es Prat 30": what comes after it is where she is.
    if (how === 'home') return i < away || elsewhere || OF_HOUSE.test(clauses[away]!.text);
    return how === 'plain' && (i < away || (elsewhere && CONTRAST.test(spaced(clauses[i + 1]!.text))));
  };
}

/** Without homes of others and places of long ago, unless she is there; the text itself where it tells of none. */
export const withoutFar = lately((text: string): string =>
  isAtOthers(text) ? text : joinedOf(text, clausesOf(text), ({ how }) => how === 'far'),
);

/** "Estoy en su casa", "me tiene ahí": another's home is where she is. */
export const isAtOthers = (text: string): boolean => THERE.test(spaced(text).replace(DENIED, ' '));

function joinedOf(text: string, clauses: readonly Clause[], isLeft: (clause: Clause, i: number) => boolean): string {
  const stay = clauses.filter((clause, i) => !isLeft(clause, i));
  return stay.length === clauses.length ? text : stay.map(({ text: part }) => part.trim()).join('\n');
}

/** "Mi casa es …", "vivo en …": it is where she lives, and no word says that she is there. */
export const tellsHome = (text: string): boolean => clausesOf(text).some(({ how }) => how === 'home');

/** She says it of herself, or says nothing else: "estoy en el trabajo", "donde mi hermana", and not "él está en la plaza". */
export const saysElsewhere = (text: string): boolean => {
  const said = spaced(text);
  if (clausesOf(text).some(({ how, text: part }) => how === 'now' && isSomewhereElse(part))) return true;
  return BARE.test(said) && words(text).length <= BARE_MOST && ELSEWHERE.test(said);
};
const BARE = /^ (?:no |ahora |pero )*(?:donde|onde|en|a|at|na|no|nan|lakay|kay) /;
const BARE_MOST = 6;

/** "Estoy donde mi hermana", "en el trabajo", "me arranqué": not at home, whatever place it is. */
function isSomewhereElse(text: string): boolean {
  const said = spaced(text);
  return ELSEWHERE.test(said) || (FLED.test(said) && readMove(text) !== null);
}

/** "Estoy ahí": of a place that she told before; `other`: of another's home alone, "estoy en su casa". */
export function saysThere(text: string): 'any' | 'other' | null {
  const said = spaced(text).replace(DENIED, ' ');
  if (homeLeft(text) !== '' || withoutFar(text) !== text) return null;
  return THERE_ITSELF.test(said) ? 'any' : THERE.test(said) ? 'other' : null;
}
const THERE_ITSELF =
  / (?:(?:estoy|toy|stoy|estamos|ando) (?:\S+ )?(?:ahi|alla|en es[ae] (?:casa|direccion))|(?:im|i am|were) (?:\S+ )?there|estou (?:\S+ )?(?:la|ai)|mwen la) /;

function howOf(part: string): How {
  if (AWAY.test(part)) return 'away';
  if (FAR.test(part)) return WITH_HER.test(part) ? 'home' : 'far';
  if (NOT.test(part) || APART.test(part)) return 'apart';
  return NOW.test(part) ? 'now' : 'home';
}

const LEAD = '^ (?:(?:pero|y|mas|aunque|porque|but|and|men|porem|e) )?';
const CONTRAST = /^ (?:pero|aunque|mas|porem|but|men) /;
const NOW =
  / (?:ahora|estoy|toy|stoy|estamos|tamos|ando|andamos|me (?:vine|fui|arranque|escape|escondi|refugie|quede)|nos (?:vinimos|fuimos|arrancamos|escapamos)|arranque|escape|sali|llegue|im|i am|were|we are|now|hiding|ran|estou|estamos|agora|fugi|mwen (?:nan|lakay|kay|pa)|kounye) /;
const APART = new RegExp(
  `${LEAD}(?:(?:yo )?(?:vivia|viviamos|naci|trabajo)|(?:el|mi (?:ex|marido|pololo|pareja|conviviente|esposo)) (?:vive|esta|trabaja)|mi (?:carnet|carne|cedula|id)|he lives|hes|he is|i used to|my id) `,
);
const NOT = new RegExp(`${LEAD}(?:(?:ya )?no|i am not|i dont|im not|nao|mwen pa) `);
/** "No estoy ahí", "ahora no estoy en la casa": of the home that she told. */
const AWAY = new RegExp(
  `${LEAD}(?:(?:ahora|yo|ya|now|agora|kounye a) )*(?:no (?:estoy|toy|stoy|estamos|tamos|ando|andamos) (?:\\S+ )?(?:ahi|alla|alli|en (?:mi|la|nuestra) casa|en (?:mi|el) depto|en casa)|(?:im|i am|were|we are) not (?:there|at home|home|at my (?:house|place))|nao (?:estou|to) (?:la|ali|ai|em casa|na minha casa)|mwen pa (?:la|lakay mwen)) `,
);
const FAMILY =
  '(?:mama|papa|vieja|viejo|madre|padre|mami|papi|hermana|hermano|amiga|amigo|tia|tio|abuela|abuelo|suegra|suegro|prima|primo|familia|hija|hijo|cuñada|cunada|cuñado|cunado|madrina|comadre|jefa|jefe)';
const WITH_HER = / (?:conmigo|con nosotros|con nosotras|aqui|aca|juntos|with me|with us|here|comigo|aqui|avek mwen) /;
const OF_HOUSE = /(?:mi|la|nuestra) casa/i;
const DENIED = / (?:no|nao|not) (?:estoy|toy|estamos|ando|estou) \S+/g;
const THERE =
  / (?:(?:estoy|toy|stoy|estamos|ando|me quede|nos quedamos) (?:\S+ )?(?:ahi|aqui|aca|alla|con el|con ella|con ellos|en su (?:casa|depto)|(?:en|donde) (?:la |el )?(?:casa|depto|departamento) de|en esa casa|donde (?:mi|mis|el|la|su))|me (?:tiene|tienen|llevo|llevaron|encerro|encerraron|trajo)|nos (?:tiene|llevo|encerro)|(?:im|i am|were) (?:there|here|at (?:his|her|my)|with)|estou (?:la|ai|aqui|com|na casa d\S+)|mwen (?:la|avek|lakay|kay)) /;
const MAN = '(?:el|él|mi +(?:ex|marido|pololo|pareja|conviviente|esposo|novio))';
/** Where another lives or works, of whom she says no more. */
const FAR = new RegExp(
  `${LEAD}(?:(?:el|mi (?:ex|marido|pololo|pareja|conviviente|esposo|novio)|mis? ${FAMILY}s?) (?:vive|viven|trabaja|trabajan) |su (?:casa|depto|departamento|direccion) (?:es|queda|esta) |(?:la|el) (?:casa|depto|departamento|direccion) (?:del|de) .{2,24}? (?:es|queda|esta) |(?:he|my (?:ex|husband|boyfriend|partner|mom|mum|mother|dad|father|sister|brother|friend)) (?:lives|works) |his (?:house|place|address) is |ele (?:mora|trabalha) |minha (?:mae|irma|amiga) mora |a casa d(?:ele|a minha) |li (?:rete|abite) |lakay li )`,
);
const PLACES =
  '(?:trabajo|pega|oficina|turno|hospital|urgencia|urgencias|posta|clinica|consultorio|sapu|cesfam|micro|bus|colectivo|metro|auto|taxi|uber|tren|plaza|parque|supermercado|mall|iglesia|terminal|aeropuerto|colegio|liceo|universidad|farmacia|bencinera|copec|comisaria|hotel|motel|hostal|residencial|albergue|camino)';
const ELSEWHERE = new RegExp(
  [
    ' (?:donde|onde|a lo de|en lo de) (?:mi|mis|una|un|la|unos|unas|los|las|su|sus) \\S',
    ' (?:en|a) (?:la )?(?:casa|depto|departamento|pieza) (?:de|del) \\S',
    ` (?:en|al|a) (?:el |la |mi |un |una |otra |otro )?${PLACES} `,
    ' (?:otra|otro) (?:parte|lado|lugar|comuna|ciudad|casa) ',
    ' lejos | somewhere else | at work ',
    ' (?:at|on|in) (?:a |the |my |an )?(?:office|hospital|bus|taxi|train|station|friends?|sisters?|moms?|mothers?|neighbou?rs?|school|hotel|shelter) ',
    ' (?:na|no|em|numa) (?:casa d[aeo]s?|trabalho|hospital|onibus|rodoviaria|outr[ao]) ',
    ' (?:nan|lakay|kay) (?:travay|lopital|bis|zanmi|manman|se|vwazin|yon lot) | lopital ',
  ].join('|'),
);
const FLED =
  / (?:me (?:vine|fui|arranque|escape|refugie)|nos (?:vinimos|fuimos|arrancamos|escapamos)|arranque|escape|ran away|fugi|mwen sove) /;
const BEFORE_IT =
  '(?:(?:pero|y|mas|aunque|but|and|men|porem) +)?(?:(?:ahora|yo|now|agora|kounye +a) +)*(?:(?:ya +)?(?:no|não|nao) +)?(?:ahora +)?(?:yo +)?';
/** Where such a part begins: a word that says how the place is hers. "Ya no vivo en …", "pero ahora estoy en …". */
const BEGINS = new RegExp(
  `(?<![\\p{L}\\d])(?:${[
    `${BEFORE_IT}(?:estoy|toy|stoy|estamos|tamos|ando|andamos|vivo|vivimos|vivia|viv[ií]amos|(?<!\\b(?:mi|el) +)trabajo|nac[ií]|estou|moro|moramos)`,
    'ahora +(?:en|donde)',
    '(?:(?:pero|y) +)?(?:me +(?:vine|fui|arranqu[eé]|escap[eé]|escond[ií]|refugi[eé])|nos +(?:vinimos|fuimos|arrancamos|escapamos)|arranqu[eé]|escap[eé])',
    `(?:(?:pero|y) +)?${MAN} +(?:vive|est[aá]|trabaja)`,
    `(?:(?:pero|y) +)?mis? +(?:${FAMILY}|mam[aá]|pap[aá]|t[ií][ao])s? +(?:viven?|trabajan?)`,
    '(?<!\\b(?:en|a|de) +)su +(?:casa|depto|departamento|direcci[oó]n) +(?:es|queda|est[aá])',
    '(?<!\\b(?:en|a|de) +)(?:la +casa|el +depto|el +departamento|la +direcci[oó]n) +(?:del|de) +(?:\\S+ +){1,2}?(?:es|queda|est[aá]) +en',
    '(?<!\\b(?:en|a|de) +)mi +(?:casa|depto|departamento|direcci[oó]n|domicilio|carnet|carn[eé]|c[eé]dula)',
    "(?:but +)?(?:now +)?(?:i['’]?m|i +am|we['’]?re|we +are|i +live|we +live|he +lives|he['’]?s|he +is|i +used +to|my +(?:house|home|address|id)|i +ran)",
    'my +(?:ex|husband|boyfriend|partner|mom|mum|mother|dad|father|sister|brother|friend) +(?:lives|works)|his +(?:house|place|address) +is',
    '(?<!\\bna +)minha +casa|ele +(?:mora|trabalha)|minha +(?:m[aã]e|irm[aã]|amiga) +mora|a +casa +d(?:ele|a +minha)',
    '(?:(?:men|kounye +a) +)*mwen +(?:rete|abite|nan|kay|lakay|pa +la|pa +lakay)|lakay +(?:mwen|li)|li +(?:rete|abite)',
  ].join('|')})(?![\\p{L}\\d])`,
  'giu',
);
