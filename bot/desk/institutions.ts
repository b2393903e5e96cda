/**
 * Whom an executive can telephone: institutions of the protocol's directory with the number to dial from where she is,
 * first those for her kind of danger, then what each of them leaves the call to. Who does not answer now, or does not serve
 * where she is, stands apart with the reason: a person may call it all the same.
 */
import type { Context } from '../../flows/context.js';
import { ANY_DANGER, type At, barrierOf, isOpenAt } from '../../flows/emergency/directory.js';
import type { Institution } from '../../flows/events.js';
import type { InstitutionEntry, Protocol } from '../../flows/protocol.js';
import type { Facts, Locale } from '../console/contract.js';
import { sayCode, sayIn } from './words.js';

/** The institution with its number here; null when the directory does not have it, or has no number for this place. */
export function institutionOf(protocol: Protocol, id: string, place: Context['place']): Institution | null {
  const entry = protocol.directory.institutions.find(one => one.id === id);
  const number = entry ? numberOf(entry, place) : null;
  return entry && number !== null ? { id, name: entry.name, number, kind: entry.kind } : null;
}

/** In the order in which they are offered. Nobody is offered twice, nor without a number. */
export function institutionsFor(
  protocol: Protocol,
  context: Context,
  now: number,
  locale: Locale,
): Pick<Facts, 'institutions' | 'apart'> {
  const { directory, zone } = protocol;
  const at: At = { now, zone };
  const institutions: Facts['institutions'] = [];
  const apart: Facts['apart'] = [];
  for (const [id, reason] of reasonsOf(protocol, context)) {
    const entry = directory.institutions.find(one => one.id === id);
    if (!entry) continue;
    const number = numberOf(entry, context.place);
    const barrier =
      barrierOf(directory, entry, context, at, reason !== 'other') ?? (number === null ? 'no-number' : null);
    if (barrier !== null) apart.push({ id, name: entry.name, number, why: sayCode(locale, 'apart', barrier) });
    else if (number !== null)
      institutions.push({
        id,
        name: entry.name,
        number,
        fallback: [...entry.fallback],
        reviewed: directory.reviewed && entry.verified,
        why: [
          sayCode(locale, 'why', reason === ANY_DANGER ? 'now' : reason),
          ...(isOpenAt(entry, at) === null ? [sayIn(locale, 'hours.unknown')] : []),
        ].join(' · '),
        askFor: [...entry.ask_for],
      });
  }
  return { institutions, apart };
}

/** Institutions by id, each with why it comes: its kind of danger, an answer, the chain of another, or that it sends somebody. */
function reasonsOf({ directory, guideline }: Protocol, context: Context): ReadonlyMap<string, string> {
  const starts = directory.rules.always_start_with_for;
  const dangers = context.danger.some(kind => starts[kind]) ? context.danger : [ANY_DANGER];
  const why = new Map<string, string>();
  const add = (id: string, reason: string): void => {
    if (!why.has(id)) why.set(id, reason);
  };
  for (const kind of dangers) for (const id of starts[kind] ?? []) add(id, kind);
  // "Are you hurt?", yes: the ambulance too.
  for (const { id: item, also_call: also = [] } of guideline.questions)
    if (context.guideline[item]?.value === 'yes') for (const id of also) add(id, 'guideline');
  // A map goes on over what is added while it is walked: fallbacks of fallbacks come last.
  for (const id of why.keys())
    for (const next of directory.institutions.find(one => one.id === id)?.fallback ?? []) add(next, 'fallback');
  for (const { id, emergency_dispatch } of directory.institutions) if (emergency_dispatch) add(id, 'other');
  return why;
}

/** One number for the country, or the one of her commune where each has its own. */
function numberOf(entry: InstitutionEntry, place: Context['place']): string | null {
  const local = entry.local_numbers?.find(one => one.comuna === place?.commune && one.verified);
  return local?.dial ?? entry.phones[0]?.dial ?? null;
}
