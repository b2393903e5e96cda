/**
 * What she says of the hour that she has: another one told by it ("una hora más tarde", "el mismo día pero después", "el
 * viernes a la misma hora"), or that she cannot then ("ese día tengo turno", "mi hijo se enfermó, no puedo mañana").
 *
 * The hour is an instant (ms UTC); windows are local times, as in windows.ts.
 */
import { addDays, localOf } from '../../calendar/zones.js';
import { readDays } from './dayWords.js';
import { hourText, readHours, readParts } from './hourWords.js';
import { words } from '../plain.js';
import { spelled } from '../spelled.js';
import { readWindows, type Window } from './windows.js';

/** Where and when she writes (ms UTC), and the hour that she has. */
export interface AtHerHour {
  now: number;
  zone: string;
  slot: number;
}

/** "Ese día", of the day of her hour, as its date: "el 20/5". */
export function withThatDay(text: string, { slot, zone }: Pick<AtHerHour, 'slot' | 'zone'>): string {
  const { date } = localOf(slot, zone);
  return text.replace(THAT_DAY, `el ${Number(date.slice(8))}/${Number(date.slice(5, 7))}`);
}

/** Of "se me juntó todo esta semana, ¿me la puede dejar para el viernes?" what comes after the wish: the week is why. */
export const wishedPart = (text: string): string => WISHED.exec(text)?.[1] ?? text;

/** The times that she names by the hour she has; empty where she names none so. */
export function relativeWindows(text: string, at: AtHerHour): Window[] {
  const flat = hourText(text);
  const { date, time } = localOf(at.slot, at.zone);
  const now = localOf(at.now, at.zone).iso;
  const whole = (day: string): Window => ({ from: `${day}T00:00`, to: `${addDays(day, 1)}T00:00` });
  if (SAME_HOUR.test(flat)) {
    const rest = flat.replace(SAME_HOUR, ' ');
    const named = readDays(rest, now.slice(0, 10), HORIZON_DAYS).filter(it => !it.denied);
    const days = named.length > 0 ? named.flatMap(it => it.dates) : OTHER_DAY.test(rest) ? daysAfter(now) : [];
    return days
      .map(day => ({ from: `${day}T${time}`, to: `${day}T${time}` }))
      .filter(it => it.from >= now && it.from.slice(0, 10) !== date);
  }
  const next = NEXT_DAY.test(flat) ? 1 : DAY_BEFORE.test(flat) ? -1 : 0;
  if (next !== 0) return [whole(addDays(date, next))].filter(it => it.to > now);
  const shift = shiftOf(flat);
  if (shift !== null) {
    const moved = localOf(at.slot + shift * 60_000, at.zone).iso.slice(0, 16);
    return moved >= now ? [{ from: moved, to: moved }] : [];
  }
  const isSameDay = SAME_DAY.test(flat);
  if (isSameDay && readHours(flat).length + readParts(flat).length > 0)
    return readWindows(withThatDay(text, at), now).filter(it => !it.never);
  const later = LATER.test(flat);
  if (!later && !EARLIER.test(flat)) return isSameDay ? [whole(date)] : [];
  const from = later ? localOf(at.slot + 60_000, at.zone).iso.slice(0, 16) : `${date}T00:00`;
  const to = later ? `${addDays(date, 1)}T00:00` : `${date}T${time}`;
  return to > now ? [{ from: from < now ? now.slice(0, 16) : from, to }] : [];
}

/**
 * Whether a text asks for another hour by the one she has, and is about nothing else. "Más tarde te escribo" is no such wish.
 *
 * @param asked she was asked for a time: then "más tarde" alone says one
 */
export function asksByHerHour(text: string, asked: boolean): boolean {
  const flat = hourText(text);
  const names = SAME_HOUR.test(flat) || SAME_DAY.test(flat) || shiftOf(flat) !== null;
  const days = NEXT_DAY.test(flat) || DAY_BEFORE.test(flat);
  const side = LATER.test(flat) || EARLIER.test(flat);
  if (!names && !days && !side) return false;
  if (MOVES.test(flat) && (names || side) && !OF_WRITING.test(flat)) return true;
  const isAll = words(spelled(text)).every(word => /^\d{1,2}$/.test(word) || OF_A_WISH.has(word));
  return isAll && (names || asked || WISHES.test(flat));
}

/** Whether a text says that she cannot on the day, or at the hour, that she has. */
export function cannotThen(text: string, at: AtHerHour): boolean {
  const { date } = localOf(at.slot, at.zone);
  const today = localOf(at.now, at.zone).date;
  const flat = hourText(withThatDay(text, at));
  const days = readDays(flat, today, HORIZON_DAYS);
  const dates = new Set(days.flatMap(it => it.dates));
  const isThen = dates.has(date) || THAT_HOUR.test(flat);
  // "No puedo a esa hora, ¿me la cambia para el viernes?": the wish says more.
  if (!isThen || dates.size > 2 || (dates.size > 0 && !dates.has(date))) return false;
  return flat.split(CLAUSES).some(clause => {
    if (QUESTION.test(clause) || OTHER_DEED.test(clause)) return false;
    if (!CANNOT.test(clause) && !NOT_THAT_DAY.test(clause)) return false;
    const own = readDays(clause, today, HORIZON_DAYS);
    // "Mañana me toca control, no puedo": of the day that she named.
    return own.length === 0 ? THAT_HOUR.test(clause) || BARE.test(clause) : own.some(it => it.dates.includes(date));
  });
}

/** Minutes from her hour, or null where none are told: "una hora más tarde", "atrasarla media hora". */
function shiftOf(flat: string): number | null {
  const told = SHIFT.exec(flat)?.groups ?? SHIFT_BY_VERB.exec(flat)?.groups;
  if (!told) return null;
  const minutes = minutesIn(told.amount ?? '');
  return /^(?:antes|mas temprano|earlier|sooner|before|adelant)/.test(told.side ?? '') ? -minutes : minutes;
}

function minutesIn(amount: string): number {
  if (/^(?:media hora|half an hour)/.test(amount)) return 30;
  const [first = ''] = amount.split(' ');
  const number = COUNTS.indexOf(first) >= 0 ? COUNTS.indexOf(first) : Number(first);
  const count = /^(?:an?|one|un)$/.test(first) ? 1 : number;
  return /min/.test(amount) ? count : count * 60 + (amount.endsWith(' y media') ? 30 : 0);
}

const daysAfter = (now: string): string[] =>
  Array.from({ length: HORIZON_DAYS }, (_, i) => addDays(now.slice(0, 10), i));

const HORIZON_DAYS = 14;
const COUNTS = ['cero', 'una', 'dos', 'tres', 'cuatro'];
const AMOUNT =
  '(?<amount>(?:una|dos|tres|cuatro|[1-4]) horas?(?: y media)?|media hora|(?:\\d{2}|quince|treinta) ?min(?:utos)?|(?:an|one|two|2) hours?|half an hour)';
const SHIFT = new RegExp(
  `\\b${AMOUNT} (?<side>mas tarde|despues|mas temprano|antes|later|earlier|sooner|before)(?! (?:de|que|q|of)\\b)`,
);
const SHIFT_BY_VERB = new RegExp(
  `\\b(?<side>adelant|atras|posterg|corr|mov)\\p{L}*(?: (?:la|lo|mi|hora|llamada|cita|en))* ${AMOUNT}\\b`,
  'u',
);
const THAT_DAY = /\b(?:ese mismo|el mismo|ese|that same|that|the same|nesse|esse) (?:d[ií]a|day)\b/giu;
const SAME_DAY = /\b(?:(?:el|ese|del?) mismo dia|(?:that|the) same day|no mesmo dia)\b/;
const SAME_HOUR = /\b(?:(?:a|en) (?:la|esa) misma (?:hora|ora)|misma (?:hora|ora)|(?:at )?the same (?:time|hour))\b/;
const OTHER_DAY = /\b(?:otro dia|another day|(?:a )?different day)\b/;
const NEXT_DAY =
  /\b(?:al (?:dia siguiente|otro dia)|(?:un|1) dia despues|the next day|(?:a|one) day later|the day after(?! tomorrow))\b/;
const DAY_BEFORE = /\b(?:(?:un|1) dia antes|el dia anterior|(?:a|one|the) day (?:before|earlier))\b/;
const LATER = /\b(?:mas tarde|despues|mas tardecito|later)\b(?! (?:de|que|q|del|of)\b)/;
const EARLIER = /\b(?:mas temprano|antes|earlier)\b(?! (?:de|que|q|del|of)\b)/;
const MOVES =
  /\b(?:(?:me|nos|se) (?:la|lo)? ?(?:puede|puedes|pueden|podria|podrian|podran|podra) (?:cambiar|mover|correr|pasar|dejar|atrasar|adelantar|postergar)|(?:cambiar|mover|correr|pasar|dejar|atrasar|adelantar|postergar)(?:la|lo|me|mela|nos)?|(?:cambi|muev|corr|atras|adelant|posterg)\p{L}{1,3}(?:la|lo|mela|enla)|move it|change it|push it|make it)\b/u;
const WISHED = /(?:dej|pas|mov|muev|corr|cambi|agend|pon)\p{L}{0,6} ((?:para|pal|pa|al|a el) (?=\p{L}|\d).+)$/isu;
const OF_WRITING = /\b(?:escrib\p{L}*|habl(?:o|amos|emos)|vuelvo|contest(?:o|are)|aviso|write|talk|text)\b/u;
const WISHES =
  /\b(?:pued\p{L}*|podri\p{L}*|podra\p{L}*|mejor|prefiero|quiero|quisiera|necesito|can|could|rather|prefer)\b/u;
const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const OF_A_WISH = list(
  `puede puedes pueden podria podrian podra podran podriamos podemos se ser seria sea que q mejor prefiero quiero quisiera necesito me
   nos la lo las los le mi mis cambiar cambiarla cambie cambien cambia mover moverla mueva muevan correr correrla corra corran pasar
   pasarla pase pasen dejar dejarla deje dejen poner ponerla atrasar atrasarla adelantar adelantarla postergar postergarla una un
   media hora horas ora min minutos cuarto dos tres cuatro mas tarde tardecito temprano despues antes luego el ese esa esta mismo misma
   dia siguiente anterior otro otra para por favor porfa porfi pf pero y o si ok ya bueno gracias hola disculpe disculpa perdon cita llamada con a al
   en de del aunque solo no hay tendra tiene algo lunes martes miercoles jueves viernes mañana manana tardes
   can could we you it make move change push to at an the same that day time hour hours half later earlier sooner please but next after
   before i would like rather prefer is there something different on monday tuesday wednesday thursday friday`,
);
const THAT_HOUR = /\b(?:(?:a|en) (?:esa|la) (?:misma )?(?:hora|ora)(?! (?:de|que)\b)|at that time)\b/;
const CLAUSES = /[,.;:!?\n]+| (?:y|pero|porque|xq|pq|asi que|and|but|because|so) /;
const QUESTION = /^[ ¿]*(?:que|q|como|donde|cuando|quien|cual|y si|what|how|where|when|who|what if)\b/;
const CANNOT =
  /\b(?:no (?:voy a |vamos a |creo que |alcanzo a )?(?:puedo|poder|podre|podria|pueda|alcanzo|alcanzar)|no se (?:puede|podra|va a poder)|no (?:voy a )?(?:estoy|estar|estare) (?:libre|disponible|sola)|no me (?:va a )?(?:sirve|servir|acomoda|acomodar|queda bien|da)|se me (?:complica|complico|junto|hizo imposible|hace imposible)|imposible|(?:tengo|tenia|me toca|me salio|me pusieron) (?:un |una |el )?(?:turno|trabajo|que trabajar|trabajar|pega|control|medico|dentista|clases|prueba|reunion|otra cosa|algo)|(?:estoy|voy a estar|estare) (?:ocupada|de turno|trabajando|en clases)|can'?t|cannot|can not|won'?t be able|i (?:have to|will be) work\p{L}*|i have (?:work|a shift)|nao (?:posso|vou poder)|pa (?:ka|kapab|pral kapab))\b/u;
/** "Mañana no", and no more. */
const NOT_THAT_DAY =
  /^ *(?:(?:el|este|ese|para|hoy|pasado|ma[nñ]ana|dia|lunes|martes|miercoles|jueves|viernes|\d{1,2}\/\d{1,2}) )+(?:no|tampoco) *$|^ *not (?:on )?(?:today|tomorrow|monday|tuesday|wednesday|thursday|friday) *$|^ *(?:hoje|amanha) nao *$|^ *(?:jodi a|demen) non *$/u;
const BARE =
  /(?:puedo|poder|podre|podria|pueda|alcanzo|alcanzar|can'?t|cannot|can not|able|make it|posso|ka|kapab)(?: (?:ir|al final|parece|then|entonces))* ?$/;
/** "No puedo mañana ir al juzgado": something else than the call. */
const OTHER_DEED =
  /\b(?:puedo|puede|poder|podre|podria|pueda|alcanzo|alcanzar)\b(?: (?!con\b)[\p{L}\d/]+){0,4}? (?:a )?(?!(?:contestar|atender|hablar|conversar|responder|recibir|tomar|estar|ser|poder)(?:la|los|les|me)?\b)(?!ayer\b)\p{L}{2,}(?:ar|er|ir)(?:me|nos|lo|la|le|los|las|les|se)?\b/u;
