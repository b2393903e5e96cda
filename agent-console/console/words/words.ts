/**
 * What the console says, in Spanish and in English: two files with the same keys, each text an ICU message.
 *
 * A variable that did not come is written as a dash: a line of the timeline that says less is better than none.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../../bot/console/contract.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

export type Key = keyof typeof es;
export type Vars = Record<string, string | number>;
export type Say = (key: Key, vars?: Vars) => string;

const catalogues: Record<Locale, Record<Key, string>> = { es, en };
/** Chile's Spanish writes 0,91 and 24 hours. */
export const tags: Record<Locale, string> = { es: 'es-CL', en: 'en-GB' };

const cache = new Map<string, IntlMessageFormat>();

export function say(locale: Locale, key: Key, vars: Vars = {}): string {
  return String(prepared(locale, key).format(new Proxy(vars, dashes)));
}

/** Has every variable: the ones that did not come are a dash. */
const dashes: ProxyHandler<Vars> = {
  has: () => true,
  get: (vars, name) => Reflect.get(vars, name) ?? '—',
};

export const isKey = (key: string): key is Key => Object.hasOwn(es, key);

function prepared(locale: Locale, key: Key): IntlMessageFormat {
  const known = cache.get(locale + key);
  if (known) return known;
  const made = new IntlMessageFormat(catalogues[locale][key], tags[locale]);
  cache.set(locale + key, made);
  return made;
}
