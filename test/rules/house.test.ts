/**
 * House rules that a newcomer relies on and no linter knows: a file says what it is for, nothing is
 * left half done, and flows/ reads no clock.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const shipped = ['bot', 'flows', 'agent-console'].flatMap(sources);

test('every file that ships opens with what it is for', () => {
  expect(shipped.filter(file => !read(file).startsWith('/**'))).toEqual([]);
});

test('nothing that ships is marked as unfinished', () => {
  expect(shipped.filter(file => /\b(TODO|FIXME|XXX)\b/.test(read(file)))).toEqual([]);
});

test('flows reads no clock: time comes in as an argument', () => {
  const flows = shipped.filter(file => file.startsWith('flows/'));
  expect(flows.filter(file => /new Date\(\)|Temporal\.Now/.test(read(file)))).toEqual([]);
});

/** The TypeScript of a folder, without tests, relative to the root. */
function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map(file => path.posix.join(folder, ...file.split(path.sep)))
    .sort();
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
