/**
 * Hours and parts of the day inside what people write ("a las 5", "después de las 10", "entre 3 y 5", "en la tarde"),
 * in Spanish and English. Shared by appointments (when.ts) and safe hours (safeHours.ts).
 *
 * Times are minutes since 00:00; 1440 is the end of the day. Texts are in the form that `hourText` makes.
 */
import { lately } from '../lately.js';
import { plain } from '../plain.js';
import { spelled } from '../spelled.js';

export interface HourMark {
  kind: 'at' | 'after' | 'before' | 'range';
  /** `at`: from = to. `after`: to = 1440. `before`: from = 0. */
  from: number;
  to: number;
  /** Whether she said which half of the day (a. m., "de la tarde", 17:30, 07:00); otherwise 1 to 7 were taken as p. m. */
  sure: boolean;
  /** "no me llamen a las 5": this is when she can not. "No después de las 7" is turned into a plain "antes de las 7". */
  denied: boolean;
  /** A denied "after" or "before", turned round: beyond it she must not be called. */
  hard?: true;
  start: number;
  end: number;
}

export interface PartMark {
  part: keyof typeof PARTS;
  denied: boolean;
  start: number;
  end: number;
}

/** What the parts of the day mean in Chile when somebody arranges a call, in minutes. The afternoon begins after lunch. */
export const PARTS = {
  dawn: [0, 360],
  morning: [480, 720],
  noon: [720, 840],
  lunch: [780, 900],
  afternoon: [780, 1200],
  night: [1200, 1440],
  midMorning: [600, 720],
  afterLunch: [870, 1200],
  midAfternoon: [930, 1080],
  /** "La once" is the tea of the early evening; what is after it is no hour of the morning. */
  afterTea: [1140, 1440],
  beforeWork: [360, 540],
  afterWork: [1080, 1440],
} as const satisfies Record<string, readonly [number, number]>;

export const DAY_END = 1440;

/** The plain form in which hours are read: "uña" must not become "una", one o'clock. */
export const hourText = (text: string): string =>
  plain(spelled(text.replace(/(?<!\p{L})uña/giu, 'u-a')))
    .replace(/\bd (?=la (?:tarde|manana|noche|madrugada)\b)/g, 'de ')
    // "Después de once" is after tea; "después de las once" is the hour.
    .replace(
      /\b((?:despues|desp|dsp|luego|antes|hora) de) (?:tomar )?(?:la )?once\b(?! ?(?:y\b|[:.]\d|hrs?\b|horas?\b|am\b|de la\b|en la\b))/g,
      '$1 onces',
    );

/** All hours in a plain text, in order. Numbers without a sign that they are hours are left alone. */
export const readHours: (flat: string) => readonly HourMark[] = lately(hoursIn);

function hoursIn(flat: string): HourMark[] {
  const marks: HourMark[] = [];
  if (!NAMES_HOUR.test(flat)) return marks;
  for (const [kind, pattern] of PATTERNS) {
    for (const match of flat.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (marks.some(mark => span.start < mark.end && mark.start < span.end)) continue;
      const read = match.groups ? markOf(kind, match.groups) : null;
      if (read)
        marks.push({
          ...turned(read, isDenied(flat, span.start, span.end)),
          ...span,
        });
    }
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** All parts of the day in a plain text, in order. "Mañana" alone is tomorrow and no part. */
export const readParts: (flat: string) => readonly PartMark[] = lately(partsIn);

function partsIn(flat: string): PartMark[] {
  if (!NAMES_PART.test(flat)) return [];
  return PART_WORDS.flatMap(([part, pattern]) =>
    [...flat.matchAll(pattern)].map(match => ({
      part,
      denied: isDenied(flat, match.index, match.index + match[0].length),
      start: match.index,
      end: match.index + match[0].length,
    })),
  ).sort((a, b) => a.start - b.start);
}

/** Minutes of an hour as said: by its half of the day, else 1 to 7 in the afternoon, as appointments are. */
export function minutesOf(hour: number, minute: number, half?: string): number {
  const base = hour % 12;
  const inHalf = (h: number) => h * 60 + minute;
  if (hour > 12 || half === undefined) return inHalf(hour >= 1 && hour <= 7 && half === undefined ? hour + 12 : hour);
  if (/^(?:a ?m|madrugada)$/.test(half)) return inHalf(base);
  if (/^(?:manana|manha|morning)$/.test(half)) return inHalf(hour);
  if (/^(?:noche|noite|at night)$/.test(half))
    return hour === 12 ? DAY_END + minute : inHalf(hour < 5 ? hour : base + 12);
  return inHalf(base + 12);
}

/** Whether the clause before a time says no to it ("no me llamen …"); "él no está …" tells of somebody else. */
const deniedBy = (before: string): boolean => DENIAL.test(before);

/** Whether a text sets something apart just before a time ("menos el viernes", "excepto a las 3"), or anywhere. */
const exceptedBy = (before: string): boolean => EXCEPT.test(before);
export const saysExcept = (flat: string): boolean => EXCEPT_WORD.test(flat);

/** Whether what follows a day or a time says no to it: "domingo no", "a las 5 no puedo". */
const deniedAfter = (after: string): boolean =>
  HER_BUSY_NEXT.test(after) ||
  /^s? (?:no|tampoco|imposible|can ?not|can't)\b(?! (?:antes|despues|a las?|en la|hay|se\b|(?:el |mi \w+ )?(?:esta(?! (?:bien|libre|disponible))|estara|va a estar|viene|llega|vuelve)\b))/.test(
    after,
  );

/** "No me llamen a las 5", "menos a las 5", "a las 5 no". */
export const isDenied = (flat: string, start: number, end: number): boolean =>
  HER_BUSY.test(flat.slice(0, start)) ||
  deniedBy(flat.slice(0, start)) ||
  exceptedBy(flat.slice(0, start)) ||
  deniedAfter(flat.slice(end));

/** A denied "after" is a "before", and the other way round; other denied marks stay marked. */
function turned(mark: Omit<HourMark, 'start' | 'end' | 'denied'>, denied: boolean): Omit<HourMark, 'start' | 'end'> {
  if (denied && mark.kind === 'after')
    return { ...mark, kind: 'before', from: 0, to: mark.from, denied: false, hard: true };
  if (denied && mark.kind === 'before')
    return { ...mark, kind: 'after', from: mark.to, to: DAY_END, denied: false, hard: true };
  return { ...mark, denied };
}

function markOf(kind: HourMark['kind'], g: Groups): Omit<HourMark, 'start' | 'end' | 'denied'> | null {
  const half = halfOf(g.half);
  if (kind === 'range') {
    const last = clock(g.h2, g.m2, g.x2, half);
    const first = clock(g.h1, g.m1, g.x1, halfOf(g.half1) ?? (half && Number(g.h1) <= Number(g.h2) ? half : undefined));
    if (!first || !last) return null;
    // "De 10 a 6 de la mañana" goes over midnight.
    if (
      last.sure &&
      /^(?:a ?m|madrugada|manana|morning)$/.test(half ?? '') &&
      last.minutes <= 480 &&
      first.minutes > last.minutes
    )
      return {
        kind,
        from: first.minutes < 720 && !first.sure ? first.minutes + 720 : first.minutes,
        to: last.minutes + DAY_END,
        sure: true,
      };
    const to = last.minutes > first.minutes ? last.minutes : last.minutes + 720;
    const from = to - first.minutes > 720 && first.minutes < 720 && !first.sure ? first.minutes + 720 : first.minutes;
    return from < to && to <= DAY_END ? { kind, from, to, sure: first.sure || last.sure } : null;
  }
  const one = clock(g.h1, g.m1, g.x1, half, g.less);
  if (!one) return null;
  const from = kind === 'before' ? 0 : one.minutes;
  return { kind, from, to: kind === 'after' ? DAY_END : one.minutes, sure: one.sure };
}

type Groups = {
  readonly [name in 'h1' | 'm1' | 'x1' | 'half1' | 'h2' | 'm2' | 'x2' | 'half' | 'less']?: string | undefined;
};

/** An hour with its minutes ("y media", "cuarto para las"), or null when it is on no clock. */
function clock(
  hour: string | undefined,
  minute: string | undefined,
  extra: string | undefined,
  half: string | undefined,
  less?: string,
): { minutes: number; sure: boolean } | null {
  const h = HOURS.indexOf(hour ?? '') >= 0 ? HOURS.indexOf(hour ?? '') : Number(hour);
  const m = minute === undefined ? (EXTRA[extra ?? ''] ?? Number(extra ?? 0)) : Number(minute);
  if (!Number.isInteger(h) || h > 24 || !(m < 60)) return null;
  const exact = half === undefined && (h > 12 || h === 0 || /^0\d/.test(hour ?? ''));
  const minutes =
    (exact ? h * 60 + m : minutesOf(h, m, half)) - (less === undefined ? 0 : (EXTRA[less] ?? Number(less)));
  return minutes >= 0 && minutes <= DAY_END ? { minutes, sure: exact || half !== undefined } : null;
}

const halfOf = (written: string | undefined): string | undefined =>
  written
    ?.replace(/\./g, '')
    .trim()
    .replace(/^(?:de|en|por|in|da) (?:la |the )?/, '');

const HOURS = 'cero una dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' ');
/** Every pattern has an hour, in digits or in a word. */
const NAMES_HOUR = new RegExp(`\\d|${HOURS.slice(1).join('|')}`);
const EXTRA: Readonly<Record<string, number>> = { media: 30, cuarto: 15, diez: 10, veinte: 20, cinco: 5, quarter: 15 };

const DENIAL =
  /\b(?:no|nunca|jamas|not|never|don't|dont)(?! (?:esta|estan|viene|vienen|llega|llegan|vive|anda|hay)\b)(?: (?!(?:si|pero|solo|mejor|prefiero|but|rather)\b)[\p{L}']+){0,5} ?$/u;
/** She sleeps or works then: "trabajo de noche, duermo en la mañana". */
const HER_BUSY =
  /\b(?:duermo|(?<!(?:el|mi|del|al|su|de|un) )trabajo|estudio|estoy (?:durmiendo|trabajando|en clases|de turno)|tengo (?:turno|trabajo|pega|control|medico|dentista|clases|que trabajar)|me toca (?:turno|trabajar|control)|i (?:sleep|work))(?: (?:de|en|por|siempre|todo|toda|los|las))* ?$/;
/** "El viernes tengo turno"; "los martes trabajo hasta las 6" leaves the evening. */
const HER_BUSY_NEXT =
  /^s? (?:tengo (?:turno|pega|control|medico|dentista|clases|que trabajar)|me toca (?:turno|trabajar|control)|trabajo|estoy (?:ocupada|de turno|trabajando))\b(?! (?:hasta|desde|de|a|en|y|por|como|solo)\b)/;
const EXCEPT_WORD = /(?<!\b(?:lo|al|mas o) )\b(?:menos|excepto|salvo|except|tampoco)\b(?! mal\b)/;
const EXCEPT =
  /(?<!\b(?:lo|al|mas o) )\b(?:menos|excepto|salvo|except|tampoco|ni)(?: (?:el|los|la|las|ese|en|de|para|por|a|at|dia|dias))* ?$/;
const HALF =
  '(?: ?(?:[ap]\\.? ?m\\b\\.?)| (?:de|en|por|in|da) (?:la |the )?(?:manana|tarde|noche|madrugada|dia|morning|afternoon|evening|manha|noite)| at night)';
const hour = (n: number): string =>
  `(?<h${n}>\\d{1,2}|${HOURS.slice(1).join('|')})(?![\\d/-]\\d)(?:(?:[:.]| (?=[0-5]\\d ?h))(?<m${n}>[0-5]\\d)(?!\\d)| y (?<x${n}>media|cuarto|diez|veinte|cinco|[0-5]?5|[1-5]0)\\b)?(?![\\p{L}\\d])(?! ?(?:${[
    'anos',
    'dias?',
    'semanas?',
    'mes(?:es)?',
    'min',
    'hij[ao]s?',
    'veces',
    'personas?',
    'cuadras',
    '%',
  ].join('|')})\\b)(?: ?(?:hrs?|horas?|h)\\b\\.?)?`;
const THE = '(?:(?:de |a |a eso de |como a |tipo )?las? |(?:como )?(?:a )?las? |tipo |como )?';
const [H1, H2] = [hour(1), hour(2)];
const MINUTES = '(?<m1>[0-5]\\d)';
const rule = (text: string): RegExp => new RegExp(`(?<![\\p{L}\\d/.:-])${text}(?![\\p{L}])`, 'gu');

/** In order of strength: what a stronger pattern took is not read again by a weaker one. */
const PATTERNS: readonly (readonly [HourMark['kind'], RegExp])[] = [
  [
    'range',
    rule(
      `(?:entre |desde |between |from |de )${THE}${H1}(?<half1>${HALF})? ?(?:y|a|hasta|and|to|-) ${THE}${H2}(?<half>${HALF})?`,
    ),
  ],
  ['range', rule(`${THE}${H1}(?<half1>${HALF})? ?(?:-|a las?|hasta(?: las?)?) ?${H2}(?<half>${HALF})?`)],
  ['range', rule(`${H1} a ${H2}(?<half>${HALF})?`)],
  [
    'after',
    rule(`(?:despues|desp|dsp|luego|a partir|pasad[ao]s|mas tarde)(?: de| q| que)? ${THE}${H1}(?<half>${HALF})?`),
  ],
  ['after', rule(`(?:desde|after|from|since) ${THE}${H1}(?<half>${HALF})?`)],
  ['before', rule(`(?:antes de|antes|hasta|before|until|till|by) ${THE}${H1}(?<half>${HALF})?`)],
  ['at', rule(`(?:a |como a |tipo )?(?:(?<less>cuarto|diez|veinte|cinco|\\d{1,2}) para )las? ${H1}(?<half>${HALF})?`)],
  [
    'at',
    rule(`(?:(?:(?:como )?a |a eso de )?(?:las|la(?= (?:1|una)\\b))|tipo|tipin|como|at|around) ${H1}(?<half>${HALF})?`),
  ],
  ['at', rule(`(?<h1>[01]?\\d|2[0-4])[:.]${MINUTES}(?![\\d.,/])(?: ?(?:hrs?|horas?|h)\\b)?(?<half>${HALF})?`)],
  ['at', rule(`(?<h1>\\d{1,2})(?<half>${HALF})`)],
  ['at', rule(`(?<h1>\\d{1,2}) ?(?:hrs|hr|h)\\b`)],
];

const PART_WORDS: readonly (readonly [keyof typeof PARTS, RegExp])[] = [
  ['dawn', /\b(?:(?:en|de|por) la )?madrugada\b/g],
  ['morning', /\b(?:(?:(?:en|por|de|a) )?las? mananas?|esta manana|(?:in the )?mornings?|de manha|pela manha)\b/g],
  ['noon', /\b(?:al? )?(?:medio ?dia|noon)\b/g],
  ['midMorning', /\b(?:(?:a )?media manana|mid ?-?morning|meio da manha)\b/g],
  ['midAfternoon', /\b(?:(?:a )?media tarde|mid ?-?afternoon|meio da tarde)\b/g],
  [
    'afterLunch',
    /\b(?:(?:despues|desp|dsp|luego|pasad[ao]) (?:de )?(?:del? |el |la (?:hora de )?)?(?:almuerzo|almorzar|colacion)|despuesito del? almuerzo|after lunch|(?:depois|apos) (?:do|de) (?:almoco|almocar)|apre manje midi)\b/g,
  ],
  ['afterTea', /\b(?:despues|desp|dsp|luego) de onces\b/g],
  [
    'beforeWork',
    /\b(?:antes (?:de (?:la |mi )?|del )(?:pega|trabajo|turno)|antes de (?:entrar a (?:la pega|trabajar|mi turno)|irme a (?:la pega|trabajar))|before work|antes do trabalho|avan travay)\b/g,
  ],
  [
    'afterWork',
    /\b(?:(?:despues|desp|dsp|luego) (?:de (?:la |mi )?|del )(?:pega|trabajo|turno)|(?:despues de )?(?:salir|saliendo) (?:de (?:la |mi )?|del )(?:pega|trabajo|turno)|after work|depois do (?:trabalho|servico|expediente)|apre travay)\b/g,
  ],
  ['lunch', /\b(?:(?:a la |en la )?hora de (?:almuerzo|colacion)|al almuerzo|en la colacion)\b/g],
  [
    'afternoon',
    /\b(?:(?:(?:en|por|de|a) )?las? tardes?|esta tarde|tardecita|(?:in the )?afternoons?|(?:de|a|pela) tarde|(?<=(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|manana) )tarde)\b/g,
  ],
  [
    'night',
    /\b(?:(?:(?:en|por|de|a) )?las? noches?|esta noche|(?:in the )?evenings?|tonight|(?:de|a) noite|(?<=(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|manana) )noche)\b/g,
  ],
];

/** Any of them: most texts have none. */
const NAMES_PART = new RegExp(PART_WORDS.map(([, { source }]) => source).join('|'));
