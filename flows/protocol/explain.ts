/**
 * Why a value is not what its schema says, in words for the author of a protocol: where, what was found, what would be
 * right, and the nearest known word where one is near.
 */
import type { z } from 'zod';
import { edits } from '../text/nearness.js';

/** An issue of zod, as far as it is read here. */
interface Issue {
  code?: string;
  path: PropertyKey[];
  message: string;
  keys?: readonly string[];
  expected?: unknown;
  values?: readonly unknown[];
  origin?: string;
  maximum?: number;
  minimum?: number;
  pattern?: string;
  errors?: unknown[][];
  issues?: unknown[];
  /** Of a schema's own refinements: `expected`, what would be right, where its message says something else. */
  params?: { expected?: string };
}

export interface Explained {
  /** From the value that was checked. */
  path: string[];
  /** The key there that is wrong, where it is a key. */
  key?: string;
  message: string;
  /** What may stand there, as an author would say it. */
  expected: string;
}

/**
 * @param value what was checked by `schema`
 * @param at where it stands in its file, for the message
 */
export function explain(
  issues: readonly unknown[],
  value: unknown,
  schema: z.ZodType<unknown>,
  at: readonly string[],
): Explained[] {
  return flat(issues).flatMap((issue): Explained[] => {
    const path = issue.path.map(String);
    const where = [...at, ...path].join('.') || 'el archivo';
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(schema, issue.path);
      return (issue.keys ?? []).map(key => ({
        path,
        key,
        message: `${where}: "${key}" no se usa aquí${hint(key, known)}`,
        expected: known.length > 0 ? oneOf(key, known) : 'nada',
      }));
    }
    const found = issue.path.reduce(inside, value);
    return [{ path, message: `${where}: ${reason(issue, found)}`, expected: expectedBy(issue, found) }];
  });
}

/** Words of a long list that are named. */
const NAMED_MOST = 20;

/** What may stand in place of a word: the known ones, the nearest first. */
export function oneOf(found: string, known: readonly string[]): string {
  const words = [...new Set(known)];
  const near =
    found === ''
      ? words
      : words
          .map(word => ({ word, far: edits(found, word) }))
          .sort((a, b) => a.far - b.far)
          .map(({ word }) => word);
  const more = near.length - NAMED_MOST;
  return `${near.slice(0, NAMED_MOST).join(', ')}${more > 0 ? ` … y ${more} más` : ''}`;
}

/** ` ¿Quiso decir "x"?` when a known word is at most a third of its letters away; empty otherwise. */
export function hint(found: string, known: readonly string[]): string {
  const limit = Math.max(1, Math.floor(found.length / 3));
  const [best] =
    found === '' ? [] : known.map(word => ({ word, far: edits(found, word, limit) })).sort((a, b) => a.far - b.far);
  return best && best.far <= limit ? `. ¿Quiso decir "${best.word}"?` : '';
}

/** Unions report one list of issues for each branch. What was meant is the branch whose type fits; else the one with fewest issues. */
function flat(issues: readonly unknown[]): Issue[] {
  return (issues as Issue[]).flatMap(issue => {
    if (issue.code !== 'invalid_union' || !issue.errors?.length) return [issue];
    const best =
      (issue.errors as Issue[][]).toSorted(
        (a, b) => Number(isOfAnotherType(a)) - Number(isOfAnotherType(b)) || a.length - b.length,
      )[0] ?? [];
    return flat(best.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

const isOfAnotherType = ([first]: Issue[]): boolean => first?.code === 'invalid_type' && first.path.length === 0;

function reason(issue: Issue, found: unknown): string {
  switch (issue.code) {
    case 'invalid_value': {
      const values = (issue.values ?? []).map(String);
      return `encontré ${show(found)}; puede ser ${values.join(', ')}${hint(String(found ?? ''), values)}`;
    }
    case 'invalid_type':
      return found === undefined
        ? 'falta'
        : `encontré ${show(found)}; debe ser ${TYPES[String(issue.expected)] ?? String(issue.expected)}`;
    case 'too_big':
      return `${size(issue.origin, found)}; el máximo es ${issue.maximum}`;
    case 'too_small':
      return `${size(issue.origin, found)}; el mínimo es ${issue.minimum}`;
    case 'invalid_key':
      return `este nombre no se puede usar aquí; debe ser ${form((issue.issues as Issue[] | undefined)?.[0])}`;
    case 'invalid_format':
      return `encontré ${show(found)}; debe ser ${form(issue)}`;
    default:
      return `encontré ${show(found)}; ${issue.message}`;
  }
}

/** What would be right there. A refinement of a schema says it in its message, or beside it in `params`. */
function expectedBy(issue: Issue, found: unknown): string {
  switch (issue.code) {
    case 'invalid_value':
      return oneOf(typeof found === 'string' ? found : '', (issue.values ?? []).map(String));
    case 'invalid_type':
      return TYPES[String(issue.expected)] ?? String(issue.expected);
    case 'too_big':
      return `${issue.maximum}${UNITS[issue.origin ?? ''] ?? ''} o menos`;
    case 'too_small':
      return `${issue.minimum}${UNITS[issue.origin ?? ''] ?? ''} o más`;
    case 'invalid_key':
      return form((issue.issues as Issue[] | undefined)?.[0]);
    case 'invalid_format':
      return form(issue);
    default:
      return issue.params?.expected ?? issue.message;
  }
}

const UNITS: Record<string, string> = { string: ' caracteres', array: ' elementos' };

const TYPES: Record<string, string> = {
  string: 'un texto (entre comillas si empieza con un número)',
  number: 'un número',
  int: 'un número entero',
  boolean: 'true o false',
  array: 'una lista',
  tuple: 'una lista',
  object: 'un grupo de "nombre: valor"',
  record: 'un grupo de "nombre: valor"',
};

function size(origin: string | undefined, found: unknown): string {
  if (Array.isArray(found)) return `tiene ${found.length}`;
  if (origin === 'string') return `tiene ${String(found).length} caracteres`;
  return `encontré ${show(found)}`;
}

/** The schema's own words; without them, the pattern is better than nothing. */
const form = (issue: Issue | undefined): string =>
  issue === undefined || issue.message.startsWith('Invalid ')
    ? `de la forma ${issue?.pattern ?? 'esperada'}`
    : issue.message;

const inside = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;

function show(value: unknown): string {
  if (value === undefined) return 'nada';
  try {
    return JSON.stringify(value).slice(0, 80);
  } catch {
    return 'algo que se contiene a sí mismo';
  }
}

// ---- which keys a place may have --------------------------------------------------------------------------------------

/** The parts of zod's definitions that lead inwards. */
interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
  in?: z.ZodType;
  items?: z.ZodType[];
}

function keysAt(schema: z.ZodType<unknown>, path: readonly PropertyKey[]): string[] {
  const found = path.reduce<z.ZodType[]>(
    (schemas, key) => schemas.flatMap(unwrapped).flatMap(s => stepInto(definitionOf(s), key)),
    [schema],
  );
  return found.flatMap(unwrapped).flatMap(s => Object.keys(definitionOf(s).shape ?? {}));
}

const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** Without optional, default, refinement and the like; each branch of a union. */
function unwrapped(schema: z.ZodType): z.ZodType[] {
  const { innerType, in: input, options } = definitionOf(schema);
  if (options) return options.flatMap(unwrapped);
  const within = innerType ?? input;
  return within ? unwrapped(within) : [schema];
}

function stepInto({ shape, element, valueType, items }: Definition, key: PropertyKey): z.ZodType[] {
  const next = shape?.[String(key)] ?? element ?? valueType ?? items?.[Number(key)];
  return next ? [next] : [];
}
