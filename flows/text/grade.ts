/**
 * A grade from 1 to 7, the Chilean school scale, inside what a citizen answers to a survey.
 *
 * Wrong grades spoil a public figure more than missing ones, so a number counts only where a grade stands: with a cue
 * ("nota 6", "le pongo un 7", "7/7"), or alone, first or last in the reply. Ages, hours, streets and other scales
 * ("9/10", "5 estrellas") are no grades, and two different grades in one reply are none.
 */
import { plain, squeeze } from './plain.js';

const SCALE = { min: 1, max: 7 } as const;
/** A reply so short that its last number is the answer without a comma before it. */
const SHORT_WORDS = 4;

/** The grade, with its decimals ("5,5" → 5.5), or null. */
export function parseGrade(text: string): number | null {
  const squeezed = squeeze(plain(text));
  if (!ANY_NUMBER.test(squeezed)) return null;
  const flat = squeezed.replace(RANGE, ' ');
  const marks = [...flat.matchAll(MARK)].flatMap(match => readMark(match, flat));
  const cued = marks.filter(mark => mark.cued);
  const values = new Set((cued.length > 0 ? cued : marks).map(mark => mark.value));
  const [only] = values;
  return values.size === 1 && only !== undefined && only >= SCALE.min && only <= SCALE.max ? only : null;
}

/** A number that may be a grade; `cued` when words around it say so. Values off the scale are kept: they show another scale. */
function readMark(match: RegExpExecArray, flat: string): { value: number; cued: boolean }[] {
  const before = flat.slice(0, match.index);
  const after = flat.slice(match.index + match[0].length);
  const value = valueOf(match[0], after);
  const over = /^ ?(?:\/|de|sobre) ?(\d+|siete|diez)\b/.exec(after)?.[1];
  if (over !== undefined) return [{ value: over === '7' || over === 'siete' ? value : SCALE.max + 1, cued: true }];
  if (OTHER_THING_AFTER.test(after) || OTHER_THING_BEFORE.test(before)) return [];
  const cued = CUE.test(before);
  const apart = before.trim() === '' || /[^\p{L}\p{N} ]\s*$/u.test(before);
  const stands =
    (apart && MAY_FOLLOW.test(after) && !(match[0] === 'uno' && /^ \p{L}/u.test(after))) ||
    (after.trim() === '' && flat.trim().split(' ').length <= SHORT_WORDS);
  return cued || stands ? [{ value, cued }] : [];
}

function valueOf(written: string, after: string): number {
  if (/^\d/.test(written)) return Number(written.replace(',', '.'));
  const [whole = '', decimal] = written.split(/ (?:coma|punto) /);
  const half = /^ y medi[oa]\b/.test(after) ? 0.5 : 0;
  return (WORDS[whole] ?? 0) + (decimal ? (WORDS[decimal] ?? 0) / 10 : 0) + half;
}

const WORDS: Readonly<Record<string, number>> = {
  cero: 0,
  uno: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  cien: 100,
  veinte: 20,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
  thre: 3,
  dois: 2,
  quatro: 4,
  sete: 7,
  dez: 10,
  twa: 3,
  kat: 4,
  senk: 5,
  sis: 6,
  set: 7,
};
const NAME = Object.keys(WORDS).join('|');
const ANY_NUMBER = new RegExp(`\\d|${NAME}`);
const MARK = new RegExp(
  `(?<![\\p{L}\\d.,/:@#*-])(?:\\d+(?:[.,]\\d{1,2})?|(?:${NAME})(?: (?:coma|punto) (?:${NAME}))?)(?![\\p{L}\\d@:])(?![.,]\\d)`,
  'gu',
);

/** "del 1 al 7" names the scale, not a grade. */
const RANGE =
  /\b(?:de(?:l)?|entre|from|do) (?:el )?(?:\d|uno|one|um) (?:al?|y(?: el)?|to|ao?) (?:el )?(?:\d|siete|seven|sete)\b\??/g;
const CUE =
  /(?:\b(?:nota|not|nota (?:es|final|un)|un|una nota|evaluo con|califico(?: con)?|(?:le|les|te|lo|la)? ?(?:pongo|doy|pondria|daria|coloco|ponga|ponle|pongale|pongan|bay li|bay)(?: (?:un|nota|con|de|de nota))?|give (?:it|you|a|her)?(?: a)?)):?\s*$/;
/** After a grade that opens a clause: its end, or a word that comments on it. "3 focos malos" is a count. */
const MAY_FOLLOW =
  /^\s*$|^ ?[^\p{L}\p{N} ]|^ (?:porque|pq|xq|por (?!noche|dia|semana|mes)|pero|y (?!\d)|no\b|muy|super|gracias|para|pa|grande|exce|buen|todo|ella|el|la|los|las|po\b|con|nobody|but|because|thanks|siete)/u;
const OTHER_THING_AFTER =
  /^ ?(?:-|\/|:|%|anos?\b|anit|meses|mes\b|semanas?|dias?\b|horas?|hrs?\b|min|segundos|veces|vez\b|hij|nin|personas?|estrel|stars?\b|puntos?\b|puntitos|pesos|lucas|mil\b|km|kilometros|cuadras|am\b|pm\b|de (?:la (?:tarde|noche|manana)|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|years?|minutes?|hours?|days?|times?|pastil|gr\b|mg\b)/;
const OTHER_THING_BEFORE =
  /\b(?:tengo|tiene|tenia|tienen|cumpli|cumplo|pregunta|opcion|ley|art|articulo|folio|calle|pasaje|psje|pje|casa|depto|dpto|departamento|block|piso|torre|numero|nro|las?|los|desde|hasta|hace|hay|son|somos|espere|page|pagina|paso)\s*$/;
