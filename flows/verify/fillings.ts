/** A text of the protocol with its variables: which it uses, and every way it can come out. */
import { formatOf } from '../text/format.js';

/** Names of the variables of a text, those inside plurals and choices too; or why it cannot be read. */
export function variablesOf(text: string, locale: string): { names: string[] } | { problem: string } {
  try {
    return {
      names: [
        ...new Set(
          elements(formatOf(text, locale).getAst()).flatMap(e =>
            e.type >= ARGUMENT && e.type <= PLURAL && typeof e.value === 'string' ? [e.value] : [],
          ),
        ),
      ],
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The text as it comes out: once for each option of its choices (`{siguiente, select, …}`). Unreadable, it stays as it is. */
export function fillings(text: string, locale: string, value: (name: string) => string): string[] {
  const read = variablesOf(text, locale);
  if ('problem' in read) return [text];
  const values = Object.fromEntries(read.names.map(name => [name, value(name)]));
  const format = formatOf(text, locale);
  const chosen = elements(format.getAst()).flatMap(e =>
    e.type === SELECT ? Object.keys(e.options ?? {}).map(option => ({ [String(e.value)]: option })) : [],
  );
  return [...new Set([{}, ...chosen].map(choice => String(format.format({ ...values, ...choice }))))];
}

interface Element {
  type: number;
  value?: unknown;
  options?: Readonly<Record<string, { value: unknown }>>;
  children?: unknown;
}

function elements(ast: unknown): Element[] {
  if (!Array.isArray(ast)) return [];
  return (ast as Element[]).flatMap(element => [
    element,
    ...Object.values(element.options ?? {}).flatMap(option => elements(option.value)),
    ...elements(element.children),
  ]);
}

/** Kinds of elements that name a variable, from a plain one to a plural. */
const ARGUMENT = 1;
const SELECT = 5;
const PLURAL = 6;
