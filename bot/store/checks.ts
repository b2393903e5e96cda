/**
 * What a value must be before a store takes it: the same for every adapter, because each database would bend a
 * misfit in its own way (cut a text at a NUL, take a date for null) until two ids are one.
 */
import type { Doc } from './store.js';

/** @throws TypeError for anything else than well-formed text without NUL */
export function text(value: string, name: string): string {
  if (typeof value !== 'string') throw new TypeError(`${name} must be text, not ${kindOf(value)}`);
  if (UNFIT.test(value)) throw new TypeError(`${name} must be well-formed text without NUL`);
  return value;
}

const UNFIT = /[\0\p{Surrogate}]/u;

/** @throws TypeError for anything else than a safe integer */
export function integer(value: number, name: string): number {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${name} must be an integer, not ${kindOf(value)}`);
  return value;
}

/**
 * A field's name becomes part of a path in a question.
 *
 * @throws TypeError for anything else than letters, digits, _ and -
 */
export function fieldName(name: string): string {
  if (!/^[\w-]+$/.test(name))
    throw new TypeError(`a field's name has letters, digits, _ and - only, not ${JSON.stringify(name)}`);
  return name;
}

/** @throws TypeError for anything else than text, a finite number, true, false or null */
export function fieldValue(value: Doc['fields'][string], name: string): Doc['fields'][string] {
  if (typeof value === 'string') return text(value, `field ${name}`);
  if (value === null || typeof value === 'boolean' || Number.isFinite(value)) return value;
  throw new TypeError(`field ${name} must be text, a finite number, true, false or null, not ${kindOf(value)}`);
}

/** @throws TypeError for a field that could not be found again */
export function checkFields(fields: Doc['fields']): void {
  for (const [name, value] of Object.entries(fields)) fieldValue(value, fieldName(name));
}

/** Never the value itself: it may be somebody's words. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return String(value);
  return typeof value === 'object' ? value.constructor.name : typeof value;
}
