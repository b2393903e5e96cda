/**
 * From a file of dialogues to dialogues, or to problems that name the file, the line, what was found and the nearest
 * known word.
 */
import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { nearest } from '../../flows/text/nearness.js';
import {
  checkSchema,
  type Dialogue,
  dialogueSchema,
  expectSchema,
  schemaOfTurn,
  setupSchema,
  type Turn,
} from './dialogue.js';

export interface Misread {
  file: string;
  line: number;
  message: string;
}

/** `file:line: message`, as editors and people read it. */
export const misreadText = ({ file, line, message }: Misread): string => `${file}:${line}: ${message}`;

export function readDialogues(file: string, text: string): { dialogues: Dialogue[]; problems: Misread[] } {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const [broken] = doc.errors;
  if (broken)
    return {
      dialogues: [],
      problems: [{ file, line: lineAt(broken.pos[0]), message: `no es YAML válido: ${broken.message}` }],
    };
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = (depth === 0 ? doc.contents : doc.getIn(path.slice(0, depth), true)) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  const problems: Misread[] = [];
  const blame: Blame = (path, message) => problems.push({ file, line: lineOf(path), message });
  const items = contentsOf(doc);
  if (items === EXPLODES) {
    problems.push({
      file,
      line: lineAt(lastAlias(doc)),
      message: `los alias (&, *) se multiplican: más de ${ALIASES_MOST} copias de lo mismo; escriba lo que se repite`,
    });
    return { dialogues: [], problems };
  }
  if (!Array.isArray(items)) {
    blame([], 'un archivo de diálogos es una lista: "- id: …"');
    return { dialogues: [], problems };
  }
  if (items.length === 0) blame([], 'no tiene ningún diálogo; un archivo de diálogos es una lista: "- id: …"');
  const seen = new Set<string>();
  const dialogues = items.flatMap((item, i): Dialogue[] => {
    const parsed = dialogueSchema.safeParse(item);
    const id = (item as { id?: unknown } | null)?.id;
    if (!parsed.success) explain(parsed.error.issues, item, [i], blame);
    if (typeof id === 'string' && seen.has(id)) blame([i, 'id'], `el diálogo "${id}" está dos veces; deje uno`);
    seen.add(String(id));
    const raw = (item as { turns?: unknown } | null)?.turns;
    const turns = Array.isArray(raw) ? readTurns(raw, i, blame) : [];
    if (!parsed.success || turns === null) return [];
    return [
      {
        ...parsed.data,
        setup: parsed.data.setup ?? {},
        turns,
        file,
        line: lineOf([i]),
        lineOf: path => lineOf([i, ...path]),
      },
    ];
  });
  return { dialogues, problems };
}

const ALIASES_MOST = 50;
const EXPLODES = Symbol('aliases of aliases');

/** The value of a document, or that its aliases would make it larger than anybody wrote. */
function contentsOf(doc: Document): unknown {
  try {
    return doc.toJS({ maxAliasCount: ALIASES_MOST });
  } catch (error) {
    if (error instanceof ReferenceError) return EXPLODES;
    throw error;
  }
}

/** Where the last one stands: it has the most beneath it. */
function lastAlias(doc: Document): number {
  let offset = 0;
  visit(doc, { Alias: (_, { range }) => void (offset = range?.[0] ?? offset) });
  return offset;
}

type Blame = (path: (string | number)[], message: string) => void;

function readTurns(raw: readonly unknown[], dialogue: number, blame: Blame): Turn[] | null {
  let last = 0;
  const texts = new Map<string, string>();
  const turns = raw.map((item, t): Turn | null => {
    const at = [dialogue, 'turns', t];
    const turn = (item ?? {}) as Record<string, unknown>;
    const schema = schemaOfTurn(turn);
    if ('known' in schema) {
      blame(
        [...at, schema.field],
        `${schema.field}: encontré ${show(turn[schema.field])}; puede ser ${schema.known.join(', ')}${hint(turn[schema.field], schema.known)}`,
      );
      return null;
    }
    const parsed = schema.safeParse(turn);
    if (!parsed.success) {
      explain(parsed.error.issues, turn, at, blame, keysOf(schema));
      return null;
    }
    const read = parsed.data as Turn;
    if (read.at_s < last)
      blame([...at, 'at_s'], `at_s: encontré ${read.at_s}, después de ${last}; el tiempo no vuelve atrás`);
    last = Math.max(last, read.at_s);
    if (read.from === 'citizen' && read.id !== undefined) {
      const before = texts.get(read.id);
      if (before !== undefined && before !== (read.text ?? ''))
        blame([...at, 'id'], `id: "${read.id}" ya es de un mensaje con otro texto; el mismo id es el mismo mensaje`);
      texts.set(read.id, before ?? read.text ?? '');
    }
    return read;
  });
  return turns.every(turn => turn !== null) ? turns : null;
}

interface Issue {
  code?: string;
  path: PropertyKey[];
  message: string;
  keys?: readonly string[];
  values?: readonly unknown[];
  expected?: unknown;
  origin?: string;
  minimum?: unknown;
  maximum?: unknown;
  errors?: readonly (readonly Issue[])[];
}

function explain(
  issues: readonly unknown[],
  value: unknown,
  at: readonly (string | number)[],
  blame: Blame,
  keys: readonly string[] = [],
): void {
  for (const issue of issues as Issue[]) {
    const path = issue.path as (string | number)[];
    const where = path.join('.') || 'aquí';
    const found = path.reduce<unknown>((v, k) => (v as Record<PropertyKey, unknown> | undefined)?.[k], value);
    // Of a union's branches, the nearest to what was meant is the one with the fewest complaints.
    const branch =
      issue.code === 'invalid_union' ? [...(issue.errors ?? [])].sort((a, b) => a.length - b.length)[0] : undefined;
    if (branch?.length) {
      explain(
        branch.map(inner => ({ ...inner, path: [...path, ...inner.path] })),
        value,
        at,
        blame,
        keys,
      );
    } else if (issue.code === 'unrecognized_keys') {
      const allowed = keys.length > 0 ? keys : keysAt(path);
      for (const key of issue.keys ?? [])
        blame(
          [...at, ...path, key],
          `"${key}" no se usa aquí${hint(key, allowed) || `; se usa ${allowed.join(', ')}`}`,
        );
    } else if (issue.code === 'invalid_value') {
      const values = (issue.values ?? []).map(String);
      blame(
        [...at, ...path],
        `${where}: encontré ${show(found)}${hint(found, values) || `; puede ser ${values.join(', ')}`}`,
      );
    } else if (issue.code === 'invalid_type') {
      blame(
        [...at, ...path],
        found === undefined
          ? `${where}: falta${cureOf(path)}`
          : `${where}: encontré ${show(found)}; ${cureOf(path, '') || `debe ser de tipo ${String(issue.expected)}`}`,
      );
    } else if (issue.code === 'too_small' || issue.code === 'too_big') {
      const [word, bound] = issue.code === 'too_small' ? ['mínimo', issue.minimum] : ['máximo', issue.maximum];
      const unit = issue.origin === 'array' ? ' elementos' : issue.origin === 'string' ? ' caracteres' : '';
      blame([...at, ...path], `${where}: encontré ${show(found)}; ${word} ${String(bound)}${unit}${cureOf(path)}`);
    } else {
      blame([...at, ...path], `${where}: encontré ${show(found)}; ${issue.message}`);
    }
  }
}

/** What would be right where the kind of value alone does not say it: a wait ends at an instant. */
const CURES: Readonly<Record<string, string>> = {
  at_s: 'escriba a cuántos segundos del comienzo ocurre, de 0 a 31622400 (366 días), como at_s: 60',
};
const cureOf = (path: readonly (string | number)[], before = '; '): string => {
  const cure = CURES[String(path.at(-1))];
  return cure === undefined ? '' : before + cure;
};

/** The keys that may stand at a place of a dialogue. */
function keysAt(path: readonly (string | number)[]): string[] {
  if (path.length === 0) return keysOf(dialogueSchema);
  if (path[0] === 'setup')
    return path[1] === 'contact'
      ? path[2] === 'profile'
        ? ['check_word', 'safe_hours']
        : ['blocked', 'labels', 'profile']
      : path[1] === 'cases'
        ? ['folio', 'owner', 'status', 'unit', 'due', 'title', 'type']
        : keysOf(setupSchema);
  if (path[0] === 'expect') return keysOf(path[1] === 'checks' ? checkSchema : expectSchema);
  return [];
}

const keysOf = (schema: z.ZodType<unknown>): string[] =>
  Object.keys((schema as { shape?: Record<string, unknown> }).shape ?? {});
const show = (value: unknown): string =>
  value === undefined ? 'nada' : typeof value === 'number' ? String(value) : JSON.stringify(value).slice(0, 80);

function hint(found: unknown, known: readonly string[]): string {
  const near =
    typeof found === 'string'
      ? nearest(
          found.replaceAll('_', ' '),
          known.map(word => word.replaceAll('_', ' ')),
        )
      : null;
  return near ? `. ¿Quiso decir "${near.replaceAll(' ', '_')}"?` : '';
}
