/** What an author is told of a protocol before the long search begins. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tinyProtocol } from '../../test/support/tiny-protocol.js';
import { UsageError } from './command.js';
import { verifyCommand } from './verify.js';

const quiet = { out: () => undefined, err: () => undefined, stdin: Readable.from([]), env: {} };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cauce-verify-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The protocol with pieces of its files replaced, verified: what was printed, and the exit code. */
type Edit = [file: string, from: string, to: string];
function writeFiles(...edits: readonly Edit[]): void {
  for (const { path: file, text } of tinyProtocol({ say: 'welcome', next: 'info' })) {
    const written = edits.reduce((now, [of, from, to]) => (of === file ? now.replace(from, to) : now), text);
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), written);
  }
}

async function verified(...edits: readonly Edit[]) {
  writeFiles(...edits);
  const said: string[] = [];
  const out = (line: string) => void said.push(line);
  const io = { out, err: out, stdin: Readable.from([]), env: {}, root: folder, cwd: path.dirname(folder) };
  const code = await verifyCommand.run({ values: {}, positionals: [path.basename(folder)] }, io);
  return { code, said: said.join('\n').replaceAll(`${folder}${path.sep}`, '') };
}

test('all that is wrong in the files is told at once, each at its place, and nothing is searched before it is mended', async () => {
  const { code, said } = await verified(
    ['messages/en.yaml', 'welcome: ', 'welcomed: '],
    ['messages/es.yaml', 'welcome: welcome', "welcome: 'Hola {institucio}'"],
    ['directory.yaml', 'fallback: [ambulance]', 'fallback: []'],
  );

  expect(code).toBe(1);
  expect(said).toMatch(
    /^messages\/en\.yaml:\d+:\d+: "tested" dice "welcome", que falta en messages\/en\.yaml \(texts-complete\)$/m,
  );
  expect(said).toMatch(
    /^messages\/es\.yaml:\d+:\d+: "welcome": usa \{institucio\}.*¿Quiso decir "institucion"\? \(texts-complete\)$/m,
  );
  expect(said).toMatch(/^directory\.yaml:\d+:\d+: si "police" no contesta .* \(call-outcome\)$/m);
  expect(said).toMatch(/\d+ faltas en los archivos: corríjalas y pida verify otra vez\.[^\n]*$/);
  expect(said).not.toContain('situaciones');
});

test('what does not load is a row of JSON too, with its place and what was found there', async () => {
  writeFiles(['steps/steps.yaml', 'next: info', 'nxet: info']);
  const rows: unknown[] = [];
  const io = { ...quiet, out: (line: string) => void rows.push(JSON.parse(line)), root: folder, cwd: folder };

  await expect(verifyCommand.run({ values: { json: true }, positionals: ['.'] }, io)).rejects.toThrow(UsageError);
  expect(rows).toHaveLength(2);
  expect(rows[1]).toEqual({
    protocol: path.basename(folder),
    property: 'loads',
    holds: false,
    states: 0,
    file: expect.stringMatching(/^steps\//) as string,
    line: expect.any(Number) as number,
    column: expect.any(Number) as number,
    found: expect.stringContaining('nxet') as string,
    expected: expect.stringMatching(/\bnext\b/) as string,
    message: expect.stringContaining('¿Quiso decir "next"?') as string,
  });
});

test.each([
  ['a value of no list', ['steps/steps.yaml', 'next: info', 'next: inf'], /\binfo\b/],
  ['a wrong type', ['protocol.yaml', /^version: .*$/m.source, 'version: [1]'], /un número/],
] as const)('a row of JSON says what may stand there: %s', async (_about, [file, from, to], right) => {
  writeFiles();
  const whole = path.join(folder, file);
  writeFileSync(whole, readFileSync(whole, 'utf8').replace(new RegExp(from, 'm'), to));
  const rows: { expected: string | null }[] = [];
  const io = {
    ...quiet,
    out: (line: string) => void rows.push(JSON.parse(line) as (typeof rows)[0]),
    root: folder,
    cwd: folder,
  };

  await expect(verifyCommand.run({ values: { json: true }, positionals: ['.'] }, io)).rejects.toThrow(UsageError);
  expect(rows.map(({ expected }) => expected)).toContainEqual(expect.stringMatching(right));
});

test('a row of JSON of a property that the files break says each place', async () => {
  writeFiles(['guideline.yaml', 'medium: 4, high: 8', 'medium: 9, high: 8']);
  const rows: { property: string; holds: boolean; faults?: object[] }[] = [];
  const io = {
    ...quiet,
    out: (line: string) => void rows.push(JSON.parse(line) as (typeof rows)[0]),
    root: folder,
    cwd: folder,
  };

  expect(await verifyCommand.run({ values: { json: true }, positionals: ['.'] }, io)).toBe(1);
  expect(rows.find(row => row.property === 'guideline-sound')).toMatchObject({
    holds: false,
    faults: [
      {
        file: 'guideline.yaml',
        line: expect.any(Number) as number,
        column: expect.any(Number) as number,
        found: expect.stringMatching(/^8\b/) as string,
        expected: 'más que 9',
        message: expect.stringContaining('se pisan') as string,
      },
    ],
  });
  expect(rows.find(row => row.property === 'sos-one-step')).not.toHaveProperty('faults');
});

test('a file that is not UTF-8 says so, at its place', async () => {
  writeFiles();
  writeFileSync(path.join(folder, 'steps/more.yaml'), Buffer.from('a:\n  say: ni\xf1o\n', 'latin1'));
  const io = { ...quiet, root: folder, cwd: folder };

  await expect(verifyCommand.run({ values: {}, positionals: ['.'] }, io)).rejects.toThrow(
    /more\.yaml:2:10: hay bytes que no son UTF-8/,
  );
});
