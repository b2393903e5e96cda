import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Figures } from '../../flows/sense/measure.js';
import { ROOT } from '../root.js';
import { readUnseen } from '../sense/trained.js';
import { assessCommand } from './assess.js';
import { type Io, UsageError } from './command.js';
import { evalCommand } from './eval.js';

/** A process whose input is `input`, and what it wrote. */
function processOf(input: string | Buffer): Io & { lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    out: line => void lines.push(line),
    err: () => {},
    stdin: Readable.from([input]),
    env: {},
    root: ROOT,
    cwd: ROOT,
  };
}

const assess = async (input: string | Buffer, values = {}): Promise<Record<string, unknown>[]> => {
  const io = processOf(input);
  expect(await assessCommand.run({ values, positionals: [] }, io)).toBe(0);
  return io.lines.map(line => JSON.parse(line) as Record<string, unknown>);
};

describe('cauce assess', () => {
  test('answers each line with what was understood, in order, under its id', async () => {
    const rows = await assess('{"id":"a","text":"me quiere matar"}\n\n{"id":7,"text":"cómo saco la clave única"}\r\n');

    expect(rows.map(row => [row.id, row.intent, row.risk, row.language, row.sheet])).toEqual([
      ['a', 'sos', 'imminent', 'es-CL', null],
      [7, 'general_info', 'none', 'es-CL', 'clave-unica'],
    ]);
    expect(Object.keys(rows[0]!)).toEqual([
      'id',
      'intent',
      'risk',
      'risk_score',
      'language',
      'sheet',
      'confidence',
      'evidence',
    ]);
  });

  test('nothing in, nothing out', async () => {
    expect(await assess('')).toEqual([]);
  });

  test.each([
    [
      '{"id":"a","text":"hola"}\nhola',
      /^La línea 2 no es un objeto JSON\. Cada línea [^\n]*\n {2}\{"id": "1", "text": "me quiere matar"\}$/,
    ],
    ['{"id":"a"}', /La línea 1 no es un mensaje: falta text\./],
    ['{"text":"hola"}', /La línea 1 no es un mensaje: falta id\./],
    ['[]', /La línea 1 no es un mensaje/],
  ])('a bad line is told by its number: %s', async (input, said) => {
    await expect(assess(input)).rejects.toThrow(said);
    await expect(assess(input)).rejects.toThrow(UsageError);
  });

  test('a line that is no UTF-8 is refused by its number, and its words are not changed', async () => {
    const input = Buffer.from('{"id":"a","text":"hola"}\n{"id":"b","text":"ni\xf1o"}\n', 'latin1');
    await expect(assess(input)).rejects.toThrow(/^La línea 2 no es UTF-8\./);
    await expect(assess(input)).rejects.toThrow(UsageError);
  });

  test('a folder that is no protocol is told', async () => {
    await expect(assess('', { protocol: 'docs' })).rejects.toThrow(UsageError);
  });
});

test('cauce eval refuses a split that does not exist', async () => {
  await expect(evalCommand.run({ values: { split: 'tset' }, positionals: [] }, processOf(''))).rejects.toThrow(
    /dev, train, unseen/,
  );
});

test('cauce eval measures the unseen messages on their own, at the shares that the aims are told for', async () => {
  const io = processOf('');

  expect(await evalCommand.run({ values: { split: 'unseen', json: true }, positionals: [] }, io)).toBe(0);
  const figures = JSON.parse(io.lines[0]!) as Figures & {
    split: string;
    calibration: { bins: { messages: number }[] };
  };
  expect(figures).toMatchObject({ split: 'unseen', messages: readUnseen(ROOT).length });
  expect(figures.risk.dangerous).toBeGreaterThanOrEqual(200);
  expect(Object.keys(figures.risk.recall_at.ordinary).map(Number).sort()).toEqual([
    0.02, 0.03, 0.05, 0.08, 0.1, 0.12, 0.2,
  ]);
  expect(figures.calibration.bins.reduce((sum, bin) => sum + bin.messages, 0)).toBe(figures.messages);
});
