/**
 * Reads the YAML files of a protocol, and blames: every problem names its file, line and column, what was found and
 * what would be right, with the nearest known word where one is near.
 */
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { StepKind } from '../steps/kind.js';
import { edits } from '../text/nearness.js';

export interface SourceFile {
  /** Relative to the protocol's folder, with `/`. */
  path: string;
  text: string;
}

export interface Problem {
  file: string;
  line: number;
  column: number;
  message: string;
}

/** Larger files are refused: a protocol is read by people. */
const FILE_MOST = 2_000_000;
const FILES_MOST = 400;

interface Parsed {
  file: SourceFile;
  doc: Document;
  lines: LineCounter;
  value: unknown;
}

export class Documents {
  readonly problems: Problem[] = [];
  readonly #parsed = new Map<string, Parsed>();
  readonly #stepFile = new Map<string, Parsed>();

  constructor(files: readonly SourceFile[]) {
    if (files.length > FILES_MOST) this.problems.push({ file: '.', line: 1, column: 1, message: `tiene ${files.length} archivos; el máximo es ${FILES_MOST}` });
    for (const file of files.slice(0, FILES_MOST)) if (/\.ya?ml$/.test(file.path) && !file.path.startsWith('dialogues/')) this.#parse(file);
  }

  /** The value of one file, checked; null and a problem when it is not so. */
  one<T>(path: string, schema: z.ZodType<T>): T | null {
    const parsed = this.#parsed.get(path);
    if (!parsed) {
      if (!this.problems.some(p => p.file === path)) this.problems.push({ file: path, line: 1, column: 1, message: 'falta este archivo' });
      return null;
    }
    return this.#check(parsed, parsed.value, [], schema);
  }

  many<T>(folder: string, schema: z.ZodType<T>): T[] {
    return this.manyNamed(folder, schema).map(f => f.value);
  }

  manyNamed<T>(folder: string, schema: z.ZodType<T>): { path: string; value: T }[] {
    return [...this.#parsed.values()].flatMap(parsed => {
      if (!parsed.file.path.startsWith(folder)) return [];
      const value = this.#check(parsed, parsed.value, [], schema);
      return value === null ? [] : [{ path: parsed.file.path, value }];
    });
  }

  /** All steps of a folder, each checked by the schema of its kind. */
  steps(folder: string, kindOf: (step: Record<string, unknown>) => StepKind<never> | null, kinds: readonly string[]): Record<string, Readonly<Record<string, unknown>>> {
    const steps: Record<string, Readonly<Record<string, unknown>>> = {};
    for (const parsed of this.#parsed.values()) {
      if (!parsed.file.path.startsWith(folder)) continue;
      if (!isRecord(parsed.value)) {
        this.#blameIn(parsed, [], 'un archivo de pasos es una lista de "nombre: paso"');
        continue;
      }
      for (const [id, step] of Object.entries(parsed.value)) {
        if (steps[id]) this.#blameIn(parsed, [id], `el paso "${id}" está dos veces; deje uno`);
        this.#stepFile.set(id, parsed);
        if (!isRecord(step)) {
          this.#blameIn(parsed, [id], `el paso "${id}" está vacío`);
          continue;
        }
        const kind = kindOf(step);
        if (!kind) {
          const found = Object.keys(step)[0] ?? '';
          this.#blameIn(parsed, [id], `el paso "${id}" no dice de qué tipo es: encontré "${found}"; los tipos son ${kinds.join(', ')}${hint(found, kinds)}`);
          continue;
        }
        const value = this.#check(parsed, step, [id], kind.schema as unknown as z.ZodType<Record<string, unknown>>);
        if (value) steps[id] = value;
      }
    }
    return steps;
  }

  /** A problem at a path of a file, or of the file where a step stands. */
  blame(file: string, path: readonly string[], message: string, knownWords: readonly string[] = [], found = ''): void {
    const parsed = file.endsWith('/') ? this.#stepFile.get(path[0] ?? '') : this.#parsed.get(file);
    const text = `${message}${hint(found, knownWords)}`;
    if (parsed) this.#blameIn(parsed, path, text);
    else this.problems.push({ file, line: 1, column: 1, message: text });
  }

  #parse(file: SourceFile): void {
    if (file.text.length > FILE_MOST) {
      this.problems.push({ file: file.path, line: 1, column: 1, message: `tiene ${file.text.length} caracteres; el máximo es ${FILE_MOST}` });
      return;
    }
    const lines = new LineCounter();
    try {
      const doc = parseDocument(file.text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
      for (const error of doc.errors) this.problems.push({ file: file.path, ...place(lines, error.pos[0]), message: `no es YAML válido: ${error.message}` });
      if (doc.errors.length > 0) return;
      this.#parsed.set(file.path, { file, doc, lines, value: doc.toJS({ maxAliasCount: 50 }) });
    } catch (error) {
      this.problems.push({ file: file.path, line: 1, column: 1, message: `no se puede leer: ${error instanceof Error ? error.message : String(error)}` });
    }
  }

  #check<T>(parsed: Parsed, value: unknown, at: readonly string[], schema: z.ZodType<T>): T | null {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of flat(result.error.issues)) {
      const path = [...at, ...issue.path.map(String)];
      this.#blameIn(parsed, path, explain(issue, at, value, schema));
    }
    return null;
  }

  #blameIn(parsed: Parsed, path: readonly string[], message: string): void {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? parsed.doc.contents : parsed.doc.getIn(path.slice(0, depth), true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) {
        this.problems.push({ file: parsed.file.path, ...place(parsed.lines, range[0]), message });
        return;
      }
    }
    this.problems.push({ file: parsed.file.path, line: 1, column: 1, message });
  }
}

interface Issue {
  code?: string;
  path: PropertyKey[];
  message: string;
  keys?: readonly string[];
  expected?: unknown;
  values?: readonly unknown[];
  input?: unknown;
}

/** Unions report one list of issues for each branch: the shortest is the nearest to what was meant. */
function flat(issues: readonly unknown[]): Issue[] {
  return (issues as (Issue & { errors?: unknown[][] })[]).flatMap(issue => {
    if (issue.code !== 'invalid_union' || !issue.errors?.length) return [issue];
    const best = [...issue.errors].sort((a, b) => a.length - b.length)[0] as Issue[];
    return flat(best.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

function explain(issue: Issue, at: readonly string[], value: unknown, schema: z.ZodType<unknown>): string {
  const where = [...at, ...issue.path.map(String)].join('.') || 'el archivo';
  const found = issue.path.reduce<unknown>((v, k) => (isRecord(v) || Array.isArray(v) ? (v as Record<PropertyKey, unknown>)[k] : undefined), value);
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysOf(schema);
    return (issue.keys ?? []).map(k => `${where}: "${k}" no se usa aquí${hint(k, allowed)}`).join('; ');
  }
  if (issue.code === 'invalid_value') {
    const values = (issue.values ?? []).map(String);
    return `${where}: encontré ${show(found)}; puede ser ${values.join(', ')}${hint(String(found ?? ''), values)}`;
  }
  if (issue.code === 'invalid_type') return found === undefined ? `${where}: falta` : `${where}: encontré ${show(found)}; debe ser ${TYPES[String(issue.expected)] ?? String(issue.expected)}`;
  return `${where}: encontré ${show(found)}; ${issue.message}`;
}

const TYPES: Record<string, string> = { string: 'un texto (entre comillas si empieza con un número)', number: 'un número', boolean: 'true o false', array: 'una lista', object: 'un grupo de "nombre: valor"', record: 'un grupo de "nombre: valor"' };

const keysOf = (schema: z.ZodType<unknown>): string[] => Object.keys((schema as { shape?: Record<string, unknown> }).shape ?? {});
/** The known word at most a third of its letters away, if one is. */
function nearest(found: string, known: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(found.length / 3));
  const [best] = known.map(word => ({ word, far: edits(found, word, limit) })).sort((a, b) => a.far - b.far);
  return best && best.far <= limit ? best.word : null;
}

const hint = (found: string, known: readonly string[]): string => {
  const near = found ? nearest(found, known) : null;
  return near ? `. ¿Quiso decir "${near}"?` : '';
};
const show = (value: unknown): string => (value === undefined ? 'nada' : JSON.stringify(value).slice(0, 80));
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const place = (lines: LineCounter, offset: number): { line: number; column: number } => {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
};
