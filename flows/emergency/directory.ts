/**
 * Whether an institution of the directory can be telephoned with sense from where she is, at this hour, for this danger; and
 * if not, why. What is not known of an hour bars nobody: it is said beside the number.
 */
import type { Context } from '../context.js';
import { type Hours, isOpen } from '../calendar/hours.js';
import type { Directory, InstitutionEntry } from '../protocol/contents.js';
import { commune, region } from '../text/place/communes.js';
import { plain } from '../text/plain.js';

/** Closed now; not where she is; only in some places, and hers is not known; for other dangers. */
export type Barrier = 'closed' | 'elsewhere' | 'place-unknown' | 'other-danger';

export interface At {
  now: number;
  zone: string;
}

/** Kind of danger when nothing is known of it. */
export const ANY_DANGER = 'violence';
const EVERYWHERE: readonly string[] = ['nacional', 'all'];
const ALWAYS: readonly string[] = ['24x7', 'always'];
/** Kinds of danger that the directory knows by another name; every kind that it does not know is violence. */
const ACCEPTED_AS: Readonly<Record<string, string>> = { children: 'child' };

/** @param isChosen somebody chose it for this danger: a rule, a question, or the chain of another */
export function barrierOf(
  directory: Directory,
  entry: InstitutionEntry,
  { place, danger }: Pick<Context, 'place' | 'danger'>,
  at: At,
  isChosen: boolean,
): Barrier | null {
  const serves = servesAt(directory, entry, place);
  if (serves !== true) return serves === null ? 'place-unknown' : 'elsewhere';
  if (!isChosen && !acceptsSome(directory, entry, danger)) return 'other-danger';
  return isOpenAt(entry, at) === false ? 'closed' : null;
}

/** Null where its hours are not known. */
export function isOpenAt({ hours }: InstitutionEntry, { now, zone }: At): boolean | null {
  if (ALWAYS.includes(hours.type)) return true;
  const weekly = weeklyOf(hours.open);
  return weekly && isOpen({ zone, weekly, holidays: hours.holidays === 'closed' ? 'closed' : 'open' }, now);
}

/** Whom a text may name as the next: it answers at any hour, there where she is. */
export const isSureNext = (directory: Directory, entry: InstitutionEntry, place: Context['place']): boolean =>
  entry.phones.length > 0 && ALWAYS.includes(entry.hours.type) && servesAt(directory, entry, place) === true;

/** A place that this directory, or the map, knows: what it does not know would serve nowhere. */
export const isKnownArea = ({ areas = {} }: Directory, name: string): boolean =>
  EVERYWHERE.includes(name) || isBy(name) || name in areas || Boolean(region(name) ?? commune(name));

/** What is by commune or by region has a number for each: whoever has none is known by that. */
const isBy = (region: string): boolean => region.startsWith('por ');

/** Null where it serves some places only, and hers is not known. */
function servesAt({ areas = {} }: Directory, { regions }: InstitutionEntry, place: Context['place']): boolean | null {
  if (regions.length === 0 || regions.some(one => EVERYWHERE.includes(one) || isBy(one))) return true;
  const { commune: hers, region: around } = place ?? {};
  const isOf = (name: string, one: string | undefined): boolean => one !== undefined && plain(one) === plain(name);
  const isHere = (name: string): boolean =>
    isOf(name, hers) || isOf(name, around) || (areas[name] ?? []).some(one => isOf(one, hers));
  if (regions.some(isHere)) return true;
  return hers === undefined && (around === undefined || regions.some(name => name in areas)) ? null : false;
}

function acceptsSome({ institutions }: Directory, { accepts }: InstitutionEntry, danger: readonly string[]): boolean {
  if (accepts.length === 0) return true;
  const known = new Set(institutions.flatMap(one => one.accepts));
  const kinds = danger.length > 0 ? danger : [ANY_DANGER];
  return kinds.some(kind => {
    const name = ACCEPTED_AS[kind] ?? kind;
    return accepts.includes(known.has(name) ? name : ANY_DANGER);
  });
}

const DAYS: Readonly<Record<string, string>> = {
  lun: 'mon',
  mar: 'tue',
  mie: 'wed',
  jue: 'thu',
  vie: 'fri',
  sab: 'sat',
  dom: 'sun',
};
const SPAN = /^(\p{L}{3})(?:-(\p{L}{3}))? (\d\d:\d\d-\d\d:\d\d)$/u;

/** "lun-vie 08:00-24:00"; null for what says no hours ("lun-vie, según oficina"). */
function weeklyOf(open: unknown): Hours['weekly'] | null {
  if (typeof open !== 'string') return null;
  const weekly: Hours['weekly'] = {};
  for (const part of open.split(';')) {
    const [, from = '', to, span] = SPAN.exec(part.trim().normalize('NFD').replace(/\p{M}/gu, '')) ?? [];
    const [first, last] = [DAYS[from], to === undefined ? undefined : DAYS[to]];
    if (span === undefined || first === undefined || (to !== undefined && last === undefined)) return null;
    weekly[last ? `${first}-${last}` : first] = span;
  }
  return weekly;
}
