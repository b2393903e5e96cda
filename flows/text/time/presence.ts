/**
 * Whose time a time is: hers to be called at, or one at which he is there, comes or leaves ("el llega a las 3", "en la
 * mañana esta el", "sale a las 2 y vuelve a las 5", "llega a almorzar de 1 a 2"). An hour at which he may be there must
 * never be offered, so what is not certain (a night shift, "llega antes de las 5") is `unsure`, and one asks her again.
 *
 * Times are minutes since 00:00; texts are in the form that `hourText` makes.
 */
import { DAY_END, type HourMark, type PARTS, type PartMark } from './hourWords.js';

/** What somebody does at a time; `other` is not he, and tells nothing of when she can talk. */
type Doing = 'comes' | 'leaves' | 'there' | 'asleep' | 'away' | 'other';

type Span = readonly [number, number];

/** What his comings and goings say of the day: when he may be there, when he leaves, and whether it is certain. */
export interface Presence {
  never: readonly Span[];
  /** He leaves, and when he is back is not said: minutes of the day from which he is away for a while. */
  leaves: number | null;
  unsure: boolean;
}

/** A call that begins sooner than this before he comes is still going on when he does. */
const CALL_MINUTES = 45;
/** Who comes home for lunch stays about so long from the hour that she names: until he surely left, no call is offered. */
const LUNCH_MINUTES = 120;
/** "Llega a comer a las 8" is in the evening, and he stays. */
const LUNCH_HOURS: Span = [690, 960];

/** What somebody does at the time that a text names from `start` to `end`, and whether the time comes after the verb. */
function doingAt(flat: string, start: number, end: number): { doing: Doing; verbFirst: boolean } | null {
  const after = flat.slice(end);
  if (HERS_AFTER.test(after)) return null;
  const next = VERB_AFTER.exec(after);
  if (next?.groups) {
    const [rest = ''] = after.slice(next[0].length).split(/[,.;:!?\n]| y /);
    return {
      doing: doingOf(next.groups['said'] ?? '', next.groups['verb'] ?? '', rest.slice(0, 40)),
      verbFirst: false,
    };
  }
  const clause = clauseBefore(flat, start);
  const verb = [...clause.matchAll(VERB)].at(-1);
  if (!verb?.groups) return null;
  const between = clause.slice(verb.index + verb[0].length);
  if (HERS.test(between)) return null;
  const doing = doingOf(`${clause.slice(0, verb.index)} ${between}`, verb.groups['verb'] ?? '', between);
  // "Esta en la pega en la mañana y en la tarde en la casa"; who works at home is there.
  return {
    doing: doing === 'away' && HOME_NEXT.test(after) && !/\bno\b/.test(clause) ? 'there' : doing,
    verbFirst: true,
  };
}

/** What the clause of a time says before it; "llega tarde, como a las 9" goes on after its comma. */
function clauseBefore(flat: string, start: number): string {
  const before = flat.slice(0, start);
  const goesOn = /^(?:como|tipo|a eso) /.test(flat.slice(start));
  return (goesOn ? before.replace(/, ?$/, ' ') : before).replace(/^.*[,.;:!?\n]/su, '');
}

/** Whether a day is one on which he is there or comes: "el esta los lunes", "el llega el viernes". */
export function isHisDay(flat: string, start: number, end: number): boolean {
  const it = doingAt(flat, start, end);
  if (!it) return false;
  const clause = clauseBefore(flat, start);
  if (it.verbFirst && /\d|\blas?\b/.test(clause.replace(/\b(?:en|a) la casa\b/g, ''))) return false;
  return it.doing === 'there' || it.doing === 'comes' || (it.doing === 'leaves' && it.verbFirst);
}

/** The times that are hers, and what his say. */
export function presenceOf(
  flat: string,
  hours: readonly HourMark[],
  parts: readonly PartMark[],
): { hours: HourMark[]; parts: PartMark[]; presence: Presence } {
  const saysNight = NIGHT_WORK.test(flat);
  const of = [...hours, ...parts].map(mark => ({ mark, it: doingAt(flat, mark.start, mark.end) }));
  const hers = (mark: HourMark | PartMark): boolean => {
    const it = of.find(one => one.mark === mark)?.it;
    if (!it || it.doing === 'away') return true;
    // "Antes de las 5 q llega", "despues de las 8 q sale": the bound is hers, and he is why.
    if (it.verbFirst || !('kind' in mark)) return false;
    return (mark.kind === 'before' && it.doing === 'comes') || (mark.kind === 'after' && it.doing === 'leaves');
  };
  const his = of.filter(({ mark }) => !hers(mark));
  const mine = { hours: hours.filter(hers), parts: parts.filter(hers) };
  const asked = mine.hours.length + mine.parts.length > 0;
  const at = (doing: Doing) =>
    his.flatMap(({ mark, it }) => (it?.doing === doing && 'kind' in mark ? [{ mark, verbFirst: it.verbFirst }] : []));
  const left = at('leaves').map(({ mark }) => (mark.kind === 'range' || mark.kind === 'before' ? mark.to : mark.from));
  const sureLeft = at('leaves').every(({ mark }) => mark.sure);
  const came = at('comes').flatMap(({ mark, verbFirst }) =>
    isStay(mark, flat, verbFirst) ? [] : [cameAt(mark, asked || left.length > 0)],
  );
  const home = Math.min(...came);
  // "Sale a las 6 y llega a las 5": he leaves in the morning.
  const gone = left.map(it => (!sureLeft && it >= home && it > 720 ? it - 720 : it));
  const leaves = gone.length > 0 ? Math.max(...gone) : null;
  const works = of.flatMap(({ mark, it }) =>
    it?.doing === 'away' && it.verbFirst && 'kind' in mark && mark.kind === 'range' && !mark.denied
      ? [[mark.from, mark.to] as const]
      : [],
  );
  const stays = [...at('there'), ...at('comes').filter(({ mark, verbFirst }) => isStay(mark, flat, verbFirst))];
  const unsure =
    (saysNight && of.length > 0) ||
    of.some(({ it }) => it?.doing === 'asleep') ||
    // "Llega a las 9": of the morning or of the evening.
    (!asked &&
      left.length === 0 &&
      at('comes').some(({ mark }) => !mark.sure && mark.kind === 'at' && mark.from >= 480 && mark.from < 720)) ||
    of.some(({ mark, it }) => it?.doing === 'away' && 'kind' in mark && mark.kind === 'range' && isNight(mark)) ||
    his.some(
      ({ mark, it }) =>
        it?.verbFirst &&
        'kind' in mark &&
        ((it.doing === 'comes' && mark.kind === 'before' && !/\bno\b/.test(flat)) ||
          (it.doing === 'leaves' && mark.kind === 'after')),
    ) ||
    (leaves !== null && (leaves > home || (came.length === 0 && !sureLeft && leaves >= 1020 && !asked)));
  const never: Span[] = [
    ...came.map(it => [Math.max(0, it - CALL_MINUTES), DAY_END] as const),
    ...outside(works),
    ...(leaves === null ? [] : [[0, leaves] as const]),
    ...stays.map(({ mark }) => stayOf(mark, flat)),
    ...his.flatMap(({ mark, it }) => ('part' in mark && it?.doing !== 'other' ? [HIS_PARTS[mark.part]] : [])),
  ].filter(([from, to]) => from < to);
  return { ...mine, presence: { never, leaves: came.length === 0 ? leaves : null, unsure } };
}

/** The times of the day that lie in none of some spans: before and after his work he may be at home. */
function outside(spans: readonly Span[]): Span[] {
  if (spans.length === 0) return [];
  const inOrder = [...spans].sort(([a], [b]) => a - b);
  return [...inOrder, [DAY_END, DAY_END] as const].map(
    ([from], i) => [i === 0 ? 0 : inOrder[i - 1]![1], from] as const,
  );
}

/** "Llega a almorzar de 1 a 2" is a stay; "llega entre las 5 y las 6" is when he comes. */
const isStay = (mark: HourMark, flat: string, verbFirst: boolean): boolean =>
  isLunch(mark, flat) || (mark.kind === 'range' && !(verbFirst && flat.slice(mark.start).startsWith('entre')));

/** "Llega a almorzar a la 1", "a la 1 viene a almorzar": he goes back to work, and the rest of the day is not his. */
function isLunch(mark: HourMark, flat: string): boolean {
  const [opens, closes] = LUNCH_HOURS;
  if (mark.kind !== 'at' || mark.from < opens || mark.from >= closes || STAYS_ON.test(flat)) return false;
  return TO_LUNCH_BEFORE.test(clauseBefore(flat, mark.start)) || TO_LUNCH_AFTER.test(flat.slice(mark.end));
}

/** "A las 8" of one who comes home is in the evening where something else of the day is said. */
function cameAt(mark: HourMark, saysMore: boolean): number {
  const at = mark.kind === 'before' ? mark.to : mark.from;
  return !mark.sure && saysMore && at >= 480 && at < 720 ? at + 720 : at;
}

function stayOf(mark: HourMark, flat: string): Span {
  const to = mark.kind === 'at' ? mark.from + (isLunch(mark, flat) ? LUNCH_MINUTES : 60) : mark.to;
  return [Math.max(0, mark.from - CALL_MINUTES), Math.min(DAY_END, to)];
}

/** Work that begins at night or ends in the early morning: by day he sleeps, likely at home. */
const isNight = (mark: HourMark): boolean => mark.from >= 1140 || mark.to > DAY_END || mark.to <= mark.from;

function doingOf(said: string, verb: string, rest = said): Doing {
  if ((OTHERS.test(said) && !HIM.test(said)) || OTHER_NEXT.test(rest)) return 'other';
  if (HARASSES.test(verb)) return 'other';
  if (/^(?:trabaj|works)/.test(verb)) return 'away';
  if (/^(?:duerm|se levant|sleeps)/.test(verb)) return 'asleep';
  if (THERE.test(verb))
    return /\b(?:no|not|isn't)\b/.test(said.slice(-40)) || ELSEWHERE.test(`${verb} ${rest}`) ? 'away' : 'there';
  if (ERRAND.test(rest)) return 'other';
  if (verb === 'entra') return 'leaves';
  if (verb.startsWith('sal') && /\bentra\b/.test(said)) return 'comes';
  // "Llega al trabajo", "sale del trabajo": the other way round at home.
  if (COMES.test(verb)) return TO_WORK.test(rest) ? 'leaves' : 'comes';
  return FROM_WORK.test(rest) ? 'comes' : 'leaves';
}

const HIS_PARTS: Readonly<Record<keyof typeof PARTS, Span>> = {
  dawn: [0, 480],
  morning: [0, 780],
  noon: [675, 900],
  lunch: [675, 930],
  afternoon: [675, DAY_END],
  night: [1095, DAY_END],
  midMorning: [555, 780],
  afterLunch: [735, DAY_END],
  midAfternoon: [885, DAY_END],
  afterTea: [1020, DAY_END],
  beforeWork: [0, 600],
  afterWork: [960, DAY_END],
};
const COMES = /^(?:lleg|vuelv|regres|viene|veng|comes|gets|arrives|returns|is back)/;
/** What he does to her from wherever he is: no time of hers. "Me llama" may be what she asks for. */
const HARASSES = /^(?:molest|acos|hostig|insult|grit|mand|esper|sigue|vigil|amenaz|bothers|harasses|texts)/;
const THERE = /^(?:esta|ta\b|va a estar|almuerz|se queda|descans|pasa|anda|(?:is|s) (?:home|here|in|at))/;
const VERBS =
  'llega|llegue|llegara|vuelve(?! a (?:llamar|escribir|hablar|intentar))|vuelva(?! a )|regresa|regrese|(?<!(?:semana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|finde|mes) (?:q|que) )viene|venga|comes|gets home|gets back|arrives|returns|is back|(?<!me )sale(?! (?:bien|mejor|gratis))|salga|se va|se vaya|se fue|entra|leaves|goes out|' +
  'esta(?! (?:tarde|noche|manana|semana|bien|ok|perfect[ao]|libre|buen[ao]|excelente|genial|super|disponible|hora|vez|linea|mala|dificil)\\b)|ta(?= (?:en|aca|aqui|conmigo|el)\\b)|va a estar|duerme|se levanta|almuerza|se queda|descansa|(?:pasa|anda)(?= (?:todo el dia |siempre )?(?:aca|aqui|en (?:la )?casa))|(?:is|s) (?:home|here|in the house|at home)|sleeps|trabaja|trabajando|works|' +
  '(?<=me |nos )(?:molesta|acosa|hostiga|insulta|grita|manda|espera|sigue|vigila|amenaza)|bothers|harasses|texts';
const VERB = new RegExp(`\\b(?<verb>${VERBS})\\b`, 'g');
const OWN_TIME =
  '(?! (?:(?:recien|como|ya|home|a trabajar|a almorzar|back) )*(?:a las?|como a|tipo|en la(?! casa)|despues|antes|desde|hasta|entre|de \\d|at|around|\\d))';
const HE =
  "el|ella|mi (?:marido|esposo|pareja|pololo|conviviente|ex|novio|hijo|hija|mama|papa|suegra|hermano|hermana)|siempre|ya|solo|recien|no|casi|tambien|he|him|not|my husband|isn't";
const VERB_AFTER = new RegExp(
  `^s?,? ?(?:(?:q|que|k|ke|xq|pq|porque|por que|because|cuando) )?(?<said>(?:(?:${HE}) )*)(?<verb>${VERBS})\\b${OWN_TIME}(?! (?:trabajando|en (?:el trabajo|la pega|la oficina|la obra|clases)|fuera|afuera|solo mi|mi mama))`,
);
const HERS =
  /\b(?:yo|puedo|podria|llamen(?:me)?|llamenme|llamame|llamar|llame(?:nme)?|me|mejor|prefiero|pero|entonces|asi|estoy|tengo|call|i|so|but|cualquier|menos)\b/;
const HERS_AFTER =
  /^s? (?:si )?(?:yo |ahi )?(?:puedo|podria|me (?:sirve|acomoda|queda)|estoy (?:sola|libre)|i can|works for me)\b/;
const OTHERS =
  /\b(?:mis? (?:hij[ao]s?|nin[ao]s?|mama|papa|suegra|herman[ao]s?|vecin[ao]|amig[ao]|jef[ae]|niet[ao]s?)|el (?:bus|furgon|nino)|la (?:nina|guagua)|my (?:son|daughter|kids?|mother|mom|sister))\b/;
/** Who it is, after the verb: "a las 4 sale mi hijo". */
const OTHER_NEXT = new RegExp(`^ (?:solo )?(?:${OTHERS.source})`);
const HOME_NEXT = /^s? (?:(?:si|siempre|ya) )?(?:en (?:la |mi |su )?casa|aca|aqui|conmigo|at home)\b/;
const HIM = /\b(?:mi (?:marido|esposo|pareja|pololo|conviviente|ex|novio)|my (?:husband|partner|boyfriend|ex)|he)\b/;
const WORK = '(?:trabajo|trabajar|pega|turno|oficina|obra|faena|construccion|fabrica|work)';
const TO_WORK = new RegExp(`\\b(?:al?|to) (?:la |el |su )?${WORK}\\b`);
const FROM_WORK = new RegExp(`\\b(?:del?|from) (?:la |el |su )?${WORK}\\b`);
const TO_LUNCH = '(?:almorzar|comer|colacion|almuerzo|lunch)\\b';
const TO_LUNCH_BEFORE = new RegExp(`\\b(?:a|al|para|pa|for) (?:la |el )?${TO_LUNCH}(?! de )`);
const TO_LUNCH_AFTER = new RegExp(
  `^,? ?(?:(?:q|que|mi|el|marido|esposo|pareja|pololo) )*(?:llega|viene|vuelve|regresa|pasa|comes)(?: home| siempre)? (?:a|al|para|pa|for) (?:la |el )?${TO_LUNCH}`,
);
const STAYS_ON = /\b(?:se queda|no (?:vuelve a salir|sale mas)|ya no sale|stays)\b/;
/** Gone for how long, nobody knows. */
const ERRAND = /\b(?:compra\w*|fumar|pasear|buscar\w*|dejar\w*|un rato|al rato|shopping)\b/;
const ELSEWHERE =
  /\b(?:trabajando|trabajo|pega|oficina|obra|faena|turno|clases|fuera|afuera|viaj\w+|mina|sola?|working|work|away|out)\b/;
const NIGHT_WORK =
  /\b(?:trabaja|turnos?|pega|works?)\b[^,.;]{0,20}\b(?:de noche|en la noche|por la noche|las noches|nocturn[oa]s?|nights?)\b|\b(?:de|en la|por la) noche (?:el )?(?:trabaja|esta (?:de turno|trabajando))\b|\bnochero\b|\bnight shift\b/;
