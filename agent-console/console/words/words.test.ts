import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { isKey, say } from './words.js';

const catalogues = { es, en } as const satisfies Record<string, Record<string, string>>;
const keys = Object.keys(es);

describe('the words of the console', () => {
  test('are the same keys in both languages, in the same order', () => {
    expect(Object.keys(en)).toEqual(keys);
  });

  test.each(Object.entries(catalogues))('every text can be read, and says something (%s)', (locale, texts) => {
    const broken = Object.entries(texts).filter(([, text]) => text.trim() === '' || !isReadable(text, locale));

    expect(broken).toEqual([]);
  });

  test('a text needs the same variables in both languages', () => {
    const differ = Object.entries(es).filter(
      ([key, text]) => variables(text).join() !== variables(en[key as keyof typeof en]).join(),
    );

    expect(differ).toEqual([]);
  });

  test('a key is screen.part.thing', () => {
    for (const key of keys) expect(key).toMatch(/^[a-z_]+(\.[a-z0-9_-]+)+$/);
  });

  test('the tone: no exclamations, no "ups", nothing that calms her by order', () => {
    for (const text of Object.values(es)) expect(text).not.toMatch(/[¡!]|\bups\b|tranquil|cálmate/i);
  });

  test('a variable that did not come is a dash, and not an error', () => {
    expect(say('es', 'event.released', { name: 'Ana' })).toBe('Ana encendió el robot en —');
  });

  test('plurals are those of each language', () => {
    expect(say('es', 'chat.below', { n: 1 })).toBe('1 nuevo abajo');
    expect(say('es', 'chat.below', { n: 3 })).toBe('3 nuevos abajo');
    expect(say('en', 'net.resynced', { n: 1 })).toBe('Up to date: 1 change.');
  });

  test('every key that the code names exists, and every key is named', () => {
    const code = sources(path.resolve(import.meta.dirname, '..'))
      .map(file => readFileSync(file, 'utf8'))
      .join('\n');
    const literal = [...code.matchAll(/['"]([a-z_]+(?:\.[a-z0-9_-]+)+)['"]/g)].map(([, key]) => key ?? '');
    const prefixes = [...code.matchAll(/`([a-z_]+(?:\.[a-z_]+)*\.)\$\{/g)].map(([, prefix]) => prefix ?? '');
    const named = new Set(literal.filter(isKey));
    const families = [
      ...new Set([
        ...prefixes,
        'call.outcome.',
        'call.state.',
        'closing.',
        'emergency.phase.',
        'discard.',
        'unblock.',
        'untold.',
      ]),
    ];

    expect(
      keys.filter(key => !named.has(key as keyof typeof es) && !families.some(family => key.startsWith(family))),
    ).toEqual([]);
  });
});

function isReadable(text: string, locale: string): boolean {
  try {
    return new IntlMessageFormat(text, locale).getAst().length > 0;
  } catch {
    return false;
  }
}

/** The part of a parsed message that is looked at here. Type 0 is plain text. */
interface Piece {
  type: number;
  value?: string;
  options?: Record<string, { value: Piece[] }>;
}

function variables(text: string): string[] {
  const namesIn = (pieces: readonly Piece[]): string[] =>
    pieces.flatMap(piece => [
      ...(piece.type === 0 || piece.value === undefined ? [] : [piece.value]),
      ...Object.values(piece.options ?? {}).flatMap(option => namesIn(option.value)),
    ]);
  return [...new Set(namesIn(new IntlMessageFormat(text, 'es').getAst() as unknown as Piece[]))].sort();
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(file);
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [file] : [];
  });
}
