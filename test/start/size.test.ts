/** What is loaded before anything else happens stays small, as it leaves the server: packed. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const dist = path.resolve(import.meta.dirname, '../../dist');
const KB = 1_000;

const packed = (file: string): number => gzipSync(readFileSync(path.join(dist, file))).length;
const sum = (files: readonly string[]): number => files.reduce((size, file) => size + packed(file), 0);

test('her page, with everything that it needs before the first message, is at most 60 KB', () => {
  const page = ['chat.html', 'chat.css', 'chat.js', 'icon.svg'].map(file => `citizen/${file}`);
  expect(sum(page)).toBeLessThanOrEqual(60 * KB);
});

test('the script that another site loads is at most 15 KB', () => {
  expect(packed('citizen/widget.js')).toBeLessThanOrEqual(15 * KB);
});

test('the first script of the console, with what it loads at once, is as small as its design says', () => {
  const html = readFileSync(path.join(dist, 'console/index.html'), 'utf8');
  const first = [...html.matchAll(/(?:src|href)="[^"]*\/(assets\/[^"]+\.js)"/g)].map(([, file]) => `console/${file}`);
  const said = /The first script stays under (\d+) KB gzip/.exec(
    readFileSync(path.join(dist, '../agent-console/DESIGN.md'), 'utf8'),
  );
  expect(first.length).toBeGreaterThan(0);
  expect(sum(first)).toBeLessThan(Number(said?.[1]) * KB);
  // A screen that is not the desk is a file of its own, and none of the first.
  const scripts = readdirSync(path.join(dist, 'console/assets')).filter(file => file.endsWith('.js'));
  for (const page of ['ArchivePage', 'DrillsPage', 'AppointmentsPage']) {
    expect(scripts.filter(file => file.startsWith(page))).toHaveLength(1);
    expect(first.some(file => file.includes(page))).toBe(false);
  }
});
