/**
 * Reads the YAML files of a protocol, and blames: every problem names its file, line and column, what was found and
 * what would be right, with the nearest known word where one is near.
 */
import { type Document, type ErrorCode, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { StepKind, Wrong } from '../steps/kind.js';
import { stepId } from '../steps/parts.js';
import { explain, hint, oneOf } from './explain.js';
import { readingName } from './readings.js';

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
  /** What would be right there: the words of a list, nearest first, a kind of value, a limit. */
  expected: string;
}

/** Of a problem, without its place. */
type Said = Pick<Problem, 'message' | 'expected'>;

/** Larger files are refused: a protocol is read by people. */
const FILE_MOST = 2_000_000;
const FILES_MOST = 400;
/** A text that grows by naming itself is no protocol. */
const ALIASES_MOST = 50;

/** The mistakes that people make in YAML, by the code of its parser, and what would be right. */
const YAML_ERRORS: Partial<Record<ErrorCode, readonly [message: string, expected: string]>> = {
  BAD_INDENT: ['la sangría no calza con la línea de arriba', 'la sangría de las líneas de su grupo'],
  TAB_AS_INDENT: ['hay un tabulador; use espacios', 'espacios'],
  DUPLICATE_KEY: ['este nombre está dos veces en el mismo grupo; deje uno', 'cada nombre una vez en su grupo'],
  MISSING_CHAR: [
    'falta cerrar una comilla, un corchete o una llave, o falta una coma',
    'la comilla, corchete, llave o coma que falta',
  ],
  UNEXPECTED_TOKEN: ['hay un signo que no se espera aquí; ponga el texto entre comillas', 'el texto entre comillas'],
  BAD_ALIAS: ['el alias (*nombre) no tiene su ancla (&nombre) antes', 'un ancla (&nombre) antes del alias'],
  BLOCK_AS_IMPLICIT_KEY: [
    'falta un salto de línea, o el texto tiene ": " y necesita comillas',
    'el texto entre comillas, o lo que sigue en su propia línea',
  ],
  MULTILINE_IMPLICIT_KEY: ['a esta línea le falta ":" o le sobra una línea', '"nombre: valor" en una línea'],
};
const YAML = 'YAML válido';

interface Parsed {
  file: SourceFile;
  doc: Document;
  lines: LineCounter;
  value: unknown;
}

export class Documents {
  readonly problems: Problem[] = [];
  readonly #parsed = new Map<string, Parsed>();
  /** Of the folders whose files hold things by name: where each name stands. */
  readonly #fileOf = new Map<string, Parsed>();

  constructor(files: readonly SourceFile[]) {
    if (files.length > FILES_MOST)
      this.problems.push({
        file: '.',
        line: 1,
        column: 1,
        message: `tiene ${files.length} archivos; el máximo es ${FILES_MOST}`,
        expected: `${FILES_MOST} archivos o menos`,
      });
    for (const file of files.slice(0, FILES_MOST))
      if (/\.ya?ml$/.test(file.path) && !file.path.startsWith('dialogues/')) this.#parse(file);
  }

  /** The value of one file, checked; null and a problem when it is not so. */
  one<T>(path: string, schema: z.ZodType<T>): T | null {
    const parsed = this.#parsed.get(path);
    if (!parsed) {
      if (!this.problems.some(p => p.file === path))
        this.problems.push({
          file: path,
          line: 1,
          column: 1,
          message: 'falta este archivo',
          expected: `un archivo ${path}`,
        });
      return null;
    }
    return this.#check(parsed, parsed.value, [], schema);
  }

  /** The values of a folder's files, each checked; wrong ones are left out. */
  many<T>(folder: string, schema: z.ZodType<T>): { path: string; value: T }[] {
    return [...this.#parsed.values()].flatMap(parsed => {
      if (!parsed.file.path.startsWith(folder)) return [];
      const value = this.#check(parsed, parsed.value, [], schema);
      return value === null ? [] : [{ path: parsed.file.path, value }];
    });
  }

  /** All steps of a folder, each checked by the schema of its kind. */
  steps(
    folder: string,
    kindOf: (step: Record<string, unknown>) => StepKind<never> | null,
    kinds: readonly string[],
  ): Record<string, Readonly<Record<string, unknown>>> {
    const steps: Record<string, Readonly<Record<string, unknown>>> = {};
    for (const parsed of this.#parsed.values()) {
      if (!parsed.file.path.startsWith(folder)) continue;
      if (!isRecord(parsed.value)) {
        this.#blameIn(parsed, [], {
          message: 'un archivo de pasos es una lista de "nombre: paso"',
          expected: '"nombre: paso"',
        });
        continue;
      }
      for (const [id, step] of Object.entries(parsed.value)) {
        if (!stepId.safeParse(id).success) {
          this.#blameIn(parsed, [id], {
            message: `"${id}" no puede ser el nombre de un paso; use minúsculas, números, puntos y guiones, como acceso.bienvenida`,
            expected: 'minúsculas, números, puntos y guiones, como acceso.bienvenida',
          });
          continue;
        }
        if (this.#twice(folder, id, parsed, 'el paso', 'otro paso')) continue;
        if (!isRecord(step)) {
          this.#blameIn(parsed, [id], { message: `el paso "${id}" está vacío`, expected: oneOf('', kinds) });
          continue;
        }
        const kind = kindOf(step);
        if (!kind) {
          const found = Object.keys(step)[0] ?? '';
          this.#blameIn(parsed, [id], {
            message: `el paso "${id}" no dice de qué tipo es: encontré "${found}"; los tipos son ${kinds.join(', ')}${hint(found, kinds)}`,
            expected: oneOf(found, kinds),
          });
          continue;
        }
        const value = this.#check(parsed, step, [id], kind.schema as unknown as z.ZodType<Record<string, unknown>>);
        if (value) steps[id] = value;
      }
    }
    return steps;
  }

  /**
   * The readings of a folder's files, each checked; wrong ones are left out. A name stands once, in whichever file.
   *
   * @param main the file that may hold readings of its own, and its readings
   */
  readings<T>(
    folder: string,
    schema: z.ZodType<T>,
    main: { file: string; readings: Readonly<Record<string, T>> },
  ): Record<string, T> {
    const readings: Record<string, T> = { ...main.readings };
    const first = this.#parsed.get(main.file);
    if (first) for (const name of Object.keys(main.readings)) this.#fileOf.set(folder + name, first);
    for (const parsed of this.#parsed.values()) {
      if (!parsed.file.path.startsWith(folder)) continue;
      if (!isRecord(parsed.value)) {
        this.#blameIn(parsed, [], {
          message: 'un archivo de lecturas es una lista de "nombre: palabras"',
          expected: '"nombre: palabras"',
        });
        continue;
      }
      for (const [name, list] of Object.entries(parsed.value)) {
        if (!readingName.safeParse(name).success) {
          this.#blameIn(parsed, [name], {
            message: `"${name}" no puede ser el nombre de una lectura; use minúsculas y guiones, como wants-person`,
            expected: 'minúsculas y guiones, como wants-person',
          });
          continue;
        }
        if (this.#twice(folder, name, parsed, 'la lectura', 'otra lectura')) continue;
        const value = this.#check(parsed, list, [name], schema);
        if (value !== null) readings[name] = value;
      }
    }
    return readings;
  }

  /** Whether a name of a folder stands in another place already, which is blamed. */
  #twice(folder: string, name: string, parsed: Parsed, what: string, other: string): boolean {
    const before = this.#fileOf.get(folder + name);
    if (before)
      this.#blameIn(parsed, [name], {
        message: `${what} "${name}" está dos veces: también en ${before.file.path}; deje uno`,
        expected: `un nombre que no tenga ya ${other}`,
      });
    else this.#fileOf.set(folder + name, parsed);
    return before !== undefined;
  }

  /** A problem at a path of a file, or of the file of a folder where a name stands; below that at the word that was found, if there is one. */
  blame(file: string, path: readonly string[], { message, found = '', known = [], expected }: Wrong): void {
    const said = { message: `${message}${hint(found, known)}`, expected: expected ?? oneOf(found, known) };
    this.problems.push({ ...this.place(file, path, found), ...said });
  }

  /** Where a path of a file stands, or that of the file of a folder in which a name (a step, a reading) stands. */
  place(file: string, path: readonly string[], found = ''): Omit<Problem, keyof Said> {
    const parsed = file.endsWith('/') ? this.#fileOf.get(file + (path[0] ?? '')) : this.#parsed.get(file);
    if (!parsed) return { file, line: 1, column: 1 };
    // What protocol.yaml holds of a folder stands there under the folder's name.
    const within = file.endsWith('/') && !parsed.file.path.startsWith(file) ? [file.slice(0, -1), ...path] : path;
    return placeIn(parsed, within, found);
  }

  #parse(file: SourceFile): void {
    if (file.text.length > FILE_MOST) {
      this.problems.push({
        file: file.path,
        line: 1,
        column: 1,
        message: `tiene ${file.text.length} caracteres; el máximo es ${FILE_MOST}`,
        expected: `${FILE_MOST} caracteres o menos`,
      });
      return;
    }
    const lines = new LineCounter();
    try {
      const doc = parseDocument(file.text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
      for (const error of doc.errors) {
        const [why, expected] = YAML_ERRORS[error.code] ?? [error.message, YAML];
        this.problems.push({
          file: file.path,
          ...place(lines, error.pos[0]),
          message: `no es YAML válido: ${why}`,
          expected,
        });
      }
      if (doc.errors.length > 0) return;
      this.#parsed.set(file.path, { file, doc, lines, value: doc.toJS({ maxAliasCount: ALIASES_MOST }) });
    } catch (error) {
      const [why, expected] = unread(error);
      this.problems.push({ file: file.path, line: 1, column: 1, message: `no se puede leer: ${why}`, expected });
    }
  }

  #check<T>(parsed: Parsed, value: unknown, at: readonly string[], schema: z.ZodType<T>): T | null {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const { path, key, ...said } of explain(result.error.issues, value, schema, at))
      this.#blameIn(parsed, [...at, ...path], said, key);
    return null;
  }

  #blameIn(parsed: Parsed, path: readonly string[], said: Said, key?: string): void {
    this.problems.push({ ...placeIn(parsed, path, '', key), ...said });
  }
}

/** Why a file that is sound YAML cannot be read all the same, and what would be right. */
function unread(error: unknown): readonly [why: string, expected: string] {
  if (error instanceof RangeError)
    return ['tiene demasiados grupos uno dentro de otro', 'menos grupos uno dentro de otro'];
  const alias = error instanceof ReferenceError ? /^Unresolved alias .*: (\S+)$/.exec(error.message)?.[1] : undefined;
  if (alias) return [`el alias *${alias} no tiene su ancla &${alias} en este archivo`, YAML_ERRORS.BAD_ALIAS![1]];
  if (error instanceof ReferenceError)
    return [
      `tiene demasiados alias (&nombre, *nombre); el máximo es ${ALIASES_MOST}`,
      `${ALIASES_MOST} copias por alias o menos`,
    ];
  return [String(error), YAML];
}

/** The nearest part of a path that stands in the file; of it the word that was found, or the key, where there is one. */
function placeIn(
  { file, doc, lines }: Parsed,
  path: readonly string[],
  found = '',
  key?: string,
): { file: string; line: number; column: number } {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? doc.contents : doc.getIn(path.slice(0, depth), true);
    const range = (keyIn(node, key) ?? wordIn(node, found) ?? (node as Ranged | undefined))?.range;
    if (range) return { file: file.path, ...place(lines, range[0]) };
  }
  return { file: file.path, line: 1, column: 1 };
}

interface Ranged {
  range?: [number, number, number] | null;
}

/** Where a key stands in a group. */
const keyIn = (node: unknown, key: string | undefined): Ranged | undefined =>
  isMap(node) ? (node.items.find(pair => isScalar(pair.key) && pair.key.value === key)?.key as Ranged) : undefined;

/** The first place where a word stands alone in a part of a file; null for no word and where it does not. */
function wordIn(node: unknown, word: string): Ranged | null {
  if (word === '' || !isNode(node)) return null;
  let place: Ranged | null = null;
  visit(node, {
    Scalar(key, scalar) {
      if (key === 'key' || scalar.value !== word) return undefined;
      place = scalar as Ranged;
      return visit.BREAK;
    },
  });
  return place;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const place = (lines: LineCounter, offset: number): { line: number; column: number } => {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
};
