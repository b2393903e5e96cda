/** Every step kind has its cases, and every case comes out as its file says. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stepKinds } from '../../flows/steps/index.js';
import { type Case, casesOf } from './cases.js';
import { keysSaid, playCase, problemsOf, textsSaid } from './play.js';

const kinds = stepKinds.map(kind => kind.kind);

test('no file of cases is left from a kind that is gone', () => {
  const files = readdirSync(import.meta.dirname).filter(file => file.endsWith('.yaml'));
  expect(files.filter(file => !kinds.includes(file.replace('.yaml', '')))).toEqual([]);
});

describe.each(kinds)('%s', kind => {
  test.each(casesOf(kind).map(c => [c.about, c] as const))('%s', (_, c) => {
    if (c.problems) expect(problemsOf(c)).toEqual(c.problems);
    else expectToComeOut(c);
  });
});

function expectToComeOut(c: Case): void {
  const talk = playCase(c);
  if (c.bot) expect(keysSaid(talk)).toEqual(c.bot);
  if (c.reads) expect(textsSaid(talk)).toEqual(c.reads);
  if (c.choices) expect((talk.messages.at(-1)?.choices ?? []).map(choice => choice.label)).toEqual(c.choices);
  if (c.reaches) expect(talk.at).toBe(c.reaches);
  if (c.facts) expect(talk.facts).toEqual(c.facts);
  if (c.effects) {
    const wanted = c.effects.map(e => (typeof e === 'string' ? { type: e } : named(e)));
    expect(talk.effects).toHaveLength(wanted.length);
    expect(talk.effects).toMatchObject(wanted);
  }
  if (c.kept) expect(talk.context.kept).toMatchObject(c.kept);
  if (c.marks) expect(talk.context.marks).toMatchObject(c.marks);
  if (c.waits) expect(talk.waits).toEqual(c.waits);
}

const named = (effect: Readonly<Record<string, unknown>>) =>
  Object.entries(effect).map(([type, params]) => ({ type, params }))[0];
