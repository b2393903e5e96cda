import { describe, expect, test } from 'vitest';
import type { Line } from '../../live/thread.js';
import { chatLines } from './chatLines.js';

/** 22 November 2026, 03:00 in Santiago. */
const NIGHT = Date.UTC(2026, 10, 22, 6);
const MINUTE = 60_000;

describe('between the messages', () => {
  test('a day has its name, once', () => {
    expect(kinds(chatLines([note(1, NIGHT), note(2, NIGHT + MINUTE)], undefined))).toEqual(['day', 'line', 'line']);
    expect(kinds(chatLines([note(1, NIGHT - 240 * MINUTE), note(2, NIGHT)], undefined))).toEqual([
      'day',
      'line',
      'day',
      'line',
    ]);
  });

  test('a silence of ten minutes is seen', () => {
    const lines = chatLines([note(1, NIGHT), note(2, NIGHT + 12 * MINUTE)], undefined);

    expect(kinds(lines)).toEqual(['day', 'line', 'silence', 'line']);
    expect(lines[2]).toMatchObject({ silenceMs: 12 * MINUTE });
  });

  test('what came since she last looked is marked, once, and nothing the first time', () => {
    const lines = [note(1, NIGHT), note(2, NIGHT), note(3, NIGHT)];

    expect(kinds(chatLines(lines, 1))).toEqual(['day', 'line', 'new', 'line', 'line']);
    expect(kinds(chatLines(lines, 3))).toEqual(['day', 'line', 'line', 'line']);
    expect(kinds(chatLines(lines, undefined))).not.toContain('new');
  });
});

test('calls to people on call are one line, with the last silence after it, until something else happens', () => {
  const lines = [
    event(1, 'oncall_called'),
    event(2, 'silence'),
    event(3, 'oncall_called'),
    event(4, 'silence'),
    event(5, 'oncall_unreached'),
    event(6, 'oncall_phone'),
    event(7, 'taken'),
    event(8, 'oncall_called'),
  ];

  const shown = chatLines(lines, undefined).slice(1);

  expect(shown.map(line => ('calls' in line ? line.calls.map(one => one.turn) : line.key))).toEqual([
    [1, 3, 5, 6],
    'e4',
    'e7',
    [8],
  ]);
});

const event = (turn: number, name: string): Line => ({
  key: `e${turn}`,
  item: { kind: 'event', turn, at: NIGHT, event: name, vars: { name: 'Ana Rojas' } },
});
const note = (turn: number, at: number): Line => ({
  key: `n${turn}`,
  item: { kind: 'note', turn, at, name: 'Ana', text: 'nota' },
});
const kinds = (lines: ReturnType<typeof chatLines>) =>
  lines.map(line => ('day' in line ? 'day' : 'silenceMs' in line ? 'silence' : 'newHere' in line ? 'new' : 'line'));
