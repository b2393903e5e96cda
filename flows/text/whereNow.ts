/**
 * Two places in one text: where she lives and where she is ("vivo en Puente Alto pero ahora estoy en Maipú"), where her
 * papers say and where she lives. Help goes to where she is, so that the other is left aside.
 */
import { lately } from './lately.js';
import { spaced } from './plain.js';

/** How near a place is to being where she is. `apart`: his, her papers', or one that she says it is not. */
export const NEARNESS = ['now', 'home', 'apart'] as const;
export type Nearness = (typeof NEARNESS)[number];

/** What a text tells of each kind of place, from the words that say how it is hers; null where it tells of one kind. */
export const toldPlaces = lately((text: string): Readonly<Record<Nearness, string>> | null => {
  const starts = [...text.matchAll(BEGINS)].map(({ index }) => index);
  const told = { now: '', home: text.slice(0, starts[0] ?? text.length), apart: '' };
  starts.forEach((start, i) => {
    const part = text.slice(start, starts[i + 1] ?? text.length);
    told[howOf(spaced(part))] += `${part.trim()}\n`;
  });
  return NEARNESS.filter(how => told[how].trim() !== '').length > 1 ? told : null;
});

function howOf(part: string): Nearness {
  if (NOT.test(part) || APART.test(part)) return 'apart';
  return NOW.test(part) ? 'now' : 'home';
}

const NOW =
  / (?:ahora|estoy|toy|stoy|estamos|tamos|ando|andamos|me (?:vine|fui|arranque|escape|escondi|refugie|quede)|nos (?:vinimos|fuimos|arrancamos|escapamos)|llegue|im|i am|were|we are|now|hiding) /;
const APART =
  /^ (?:(?:pero|y|mas|aunque|but|and) )?(?:(?:yo )?(?:vivia|viviamos|naci|trabajo)|(?:el|mi (?:ex|marido|pololo|pareja|conviviente|esposo)) (?:vive|esta|trabaja)|mi (?:carnet|carne|cedula|id)|he lives|hes|he is|i used to|my id) /;
const NOT = /^ (?:(?:pero|y|mas|aunque|but|and) )?(?:(?:ya )?no|i am not|i dont|im not) /;
/** Where such a part begins: a word that says how the place is hers. "Ya no vivo en …", "pero ahora estoy en …". */
const BEGINS = new RegExp(
  `(?<![\\p{L}\\d])(?:${[
    '(?:(?:pero|y|mas|aunque|but|and) +)?(?:(?:ya +)?no +)?(?:ahora +)?(?:yo +)?(?:estoy|toy|stoy|estamos|tamos|ando|andamos|vivo|vivimos|vivia|viv[ií]amos|(?<!\\b(?:mi|el) +)trabajo|nac[ií])',
    'ahora +(?:en|donde)',
    '(?:me +(?:vine|fui|arranqu[eé]|escap[eé]|escond[ií]|refugi[eé])|nos +(?:vinimos|fuimos|arrancamos|escapamos))',
    '(?:el|él|mi +(?:ex|marido|pololo|pareja|conviviente|esposo)) +(?:vive|est[aá]|trabaja)',
    'mi +(?:casa|direcci[oó]n|domicilio|carnet|carn[eé]|c[eé]dula)',
    "(?:but +)?(?:now +)?(?:i['’]?m|i +am|we['’]?re|we +are|i +live|we +live|he +lives|he['’]?s|he +is|i +used +to|my +(?:house|home|address|id))",
  ].join('|')})(?![\\p{L}\\d])`,
  'giu',
);
