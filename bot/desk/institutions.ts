/**
 * Whom an executive can telephone: institutions of the protocol's directory with the number to dial from where she is,
 * first those for her kind of danger, then what each of them leaves the call to.
 */
import type { Context } from '../../flows/context.js';
import type { Institution } from '../../flows/events.js';
import type { InstitutionEntry, Protocol } from '../../flows/protocol.js';
import type { Facts } from '../console/contract.js';

/** Kind of danger when nothing is known of it. */
const ANY_DANGER = 'violence';

/** The institution with its number here; null when the directory does not have it, or has no number for this place. */
export function institutionOf(protocol: Protocol, id: string, place: Context['place']): Institution | null {
  const entry = protocol.directory.institutions.find(one => one.id === id);
  const number = entry ? numberOf(entry, place) : null;
  return entry && number !== null ? { id, name: entry.name, number, kind: entry.kind } : null;
}

/** In the order in which they are offered. Nobody is offered twice, nor without a number. */
export function institutionsFor(protocol: Protocol, context: Context): Facts['institutions'] {
  const { directory } = protocol;
  const starts = directory.rules.always_start_with_for;
  const dangers = context.danger.some(kind => starts[kind]) ? context.danger : [ANY_DANGER];
  const why = new Map<string, string>();
  for (const kind of dangers) for (const id of starts[kind] ?? []) if (!why.has(id)) why.set(id, kind);
  // "Are you hurt?", yes: the ambulance too.
  for (const { id: item, also_call: also = [] } of protocol.guideline.questions)
    if (context.guideline[item]?.value === 'yes') for (const id of also) if (!why.has(id)) why.set(id, 'guideline');
  // A map goes on over what is added while it is walked: fallbacks of fallbacks come last.
  for (const id of why.keys())
    for (const next of directory.institutions.find(one => one.id === id)?.fallback ?? [])
      if (!why.has(next)) why.set(next, 'fallback');
  for (const { id, emergency_dispatch } of directory.institutions)
    if (emergency_dispatch && !why.has(id)) why.set(id, 'other');
  return [...why].flatMap(([id, reason]) => {
    const found = institutionOf(protocol, id, context.place);
    const entry = directory.institutions.find(one => one.id === id);
    if (!found || !entry) return [];
    const { name, number } = found;
    return [
      { id, name, number, fallback: [...entry.fallback], reviewed: directory.reviewed && entry.verified, why: reason },
    ];
  });
}

/** One number for the country, or the one of her commune where each has its own. */
function numberOf(entry: InstitutionEntry, place: Context['place']): string | null {
  const local = entry.local_numbers?.find(one => one.comuna === place?.commune && one.verified);
  return local?.dial ?? entry.phones[0]?.dial ?? null;
}
