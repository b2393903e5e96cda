/** What the variables of texts stand for: the call, her hour, her place, what she was given, what is left on her screen. */
import { isHoliday } from '../calendar/holidays.js';
import { instantOf, weekdayOf } from '../calendar/zones.js';
import type { Context } from '../context.js';
import type { FlowEvent } from '../events.js';
import { lastGiven } from '../guards.js';
import { isSurelyOfAnother } from '../place/leftPlace.js';
import { missingOf } from '../place/missingPlace.js';
import { isWhich, placesOf } from '../place/otherPlaces.js';
import type { Protocol, Sheet } from '../protocol.js';
import type { Window } from '../text/time/windows.js';
import { sayDay, sayTime } from '../text/time/display.js';
import { sayPhone, THIS_PHONE } from '../text/phone.js';
import { sayAddress, sayPlace as inWords } from '../text/place/sayPlace.js';

/** Variables that texts may use; `texts-complete` refuses any other. */
export const VARIABLES = [
  'institucion',
  'sos',
  'servicio',
  'numero',
  'siguiente',
  'lugar',
  'falta',
  'quien',
  'dia',
  'hora',
  'hoy',
  'opciones',
  'folio',
  'nombre',
  'horario',
  'horario_llamadas',
  'feriado',
  'minutos',
  'referencia',
  'url',
  'telefono',
  'correo',
  'ficha',
  'costo',
  'quedan',
  'propuesta',
  'fuente',
  'quitados',
  'no_quitados',
] as const;

export function variables(
  context: Context,
  event: FlowEvent,
  protocol: Protocol,
  locale: string,
): Record<string, string> {
  const call = callOf(context, event);
  const at =
    event.type === 'BOOKED' || event.type === 'HELD' || event.type === 'TAKEN'
      ? event.slot.at
      : (context.slot?.at ?? context.appointment?.at ?? null);
  // Worked out when a text asks for it: most texts have none, and dates and places cost more than the text.
  return {
    get institucion() {
      return protocol.institution[locale] ?? protocol.institution[protocol.locales[0]!] ?? '';
    },
    get sos() {
      return protocol.sos.words[0] ?? 'SOS';
    },
    get servicio() {
      if (!call) return '';
      const { id, name } = call.institution;
      return protocol.directory.institutions.find(i => i.id === id)?.say?.[locale] ?? name;
    },
    get numero() {
      return call?.institution.number ?? '';
    },
    get siguiente() {
      return call ? protocol.nextInstitution(call.institution.id, context, locale) : '';
    },
    get lugar() {
      return sayPlaces(context, protocol, locale);
    },
    get falta() {
      return isWhich(context) ? 'dos' : missingOf(context.place);
    },
    get quien() {
      return isSurelyOfAnother(context) ? 'otra' : 'ella';
    },
    get dia() {
      return at === null ? '' : sayDay(at, protocol.zone, locale);
    },
    get hora() {
      return at === null ? '' : sayTime(at, protocol.zone);
    },
    get hoy() {
      return sayDay(event.world.now, protocol.zone, locale);
    },
    get opciones() {
      const said = context.slots.slice(0, 4).map(slot => slot.at);
      return said
        .map((slot, i) => `${i + 1}. ${sayDay(slot, protocol.zone, locale)} ${sayTime(slot, protocol.zone)}`)
        .join('\n');
    },
    get folio() {
      return event.type === 'RECORDED' ? event.folio : '';
    },
    get nombre() {
      return 'by' in event && event.by ? event.by.name : '';
    },
    get horario() {
      return protocol.sayHours(locale);
    },
    get minutos() {
      return String(protocol.appointments?.minutes ?? '');
    },
    get horario_llamadas() {
      return protocol.sayCallHours(locale);
    },
    get feriado() {
      const date = holidayAsked(context);
      return date === null ? '' : sayDay(instantOf(`${date}T12:00`, protocol.zone), protocol.zone, locale);
    },
    get referencia() {
      return call?.reference ?? '';
    },
    get url() {
      return protocol.url ?? '';
    },
    get telefono() {
      return phoneOf(context, protocol, locale);
    },
    get correo() {
      return typeof context.kept.email === 'string' ? context.kept.email : '';
    },
    get ficha() {
      return lastSheet(context, protocol)?.title ?? '';
    },
    get costo() {
      return lastSheet(context, protocol)?.cost ?? '';
    },
    get propuesta() {
      return event.type === 'PROPOSED' ? event.proposal.text.trim() : '';
    },
    get fuente() {
      return event.type === 'PROPOSED' ? event.proposal.source.trim() : '';
    },
    get quedan() {
      return String(context.ours ?? 0);
    },
    get quitados() {
      return String(event.type === 'REMOVED' ? event.removed : 0);
    },
    get no_quitados() {
      return String(event.type === 'REMOVED' ? event.left : 0);
    },
  };
}

/** The first day (yyyy-mm-dd) on which she asked to be called that would be a working day, were it no holiday; else null. */
export function holidayAsked({ kept }: Context): string | null {
  const asked = ((kept.windows ?? []) as readonly Window[]).filter(it => !it.never).map(it => it.from.slice(0, 10));
  return asked.find(date => isHoliday(date) && weekdayOf(date) < SATURDAY) ?? null;
}
const SATURDAY = 6;

/** The sheet that she was given last. */
const lastSheet = (context: Context, { sheets }: Protocol): Sheet | undefined =>
  sheets.find(({ id }) => id === lastGiven(context));

/** The number she gave for a call: the one she writes from has no digits here. */
function phoneOf({ kept }: Context, protocol: Protocol, locale: string): string {
  if (kept.phone === THIS_PHONE) return wordsOf(protocol, 'avail.this-number', locale) ?? '';
  return typeof kept.phone === 'string' ? sayPhone(kept.phone) : '';
}

/** Where it is not known which of several she is at, all of them, each with its number; under cover no more than the last. */
function sayPlaces(context: Context, protocol: Protocol, locale: string): string {
  const all = context.marks.cover ? [] : placesOf(context);
  if (all.length < 2) return sayPlace(context.place, protocol, locale);
  return all.map((place, i) => `${i + 1}) ${sayPlace(place, protocol, locale)}`).join('; ');
}

/** The address without what she wrote around it; a point on the map is no use to a reader. */
function sayPlace(place: Context['place'], protocol: Protocol, locale: string): string {
  if (!place) return '';
  if (place.lat !== undefined) return wordsOf(protocol, 'place.shared', locale) ?? place.text;
  return sayAddress(place) ?? place.link ?? (place.unit || place.number ? undefined : place.commune) ?? inWords(place);
}

const wordsOf = ({ texts, locales }: Protocol, key: string, locale: string): string | undefined =>
  texts[locale]?.[key] ?? texts[locales[0]!]?.[key];

/** The call that a text speaks of: the event's, or the one that is open, or the last one. */
export const callOf = (context: Context, event: FlowEvent) =>
  event.type === 'CALL_RESULT' || event.type === 'CALL' || event.type === 'CALL_STATE'
    ? (context.calls[event.slot] ?? context.ledger.at(-1) ?? null)
    : (context.calls.find(Boolean) ?? context.ledger.at(-1) ?? null);
