/** What may not be hers in an emergency: who is near, how long she was silent, and what is about nothing that was asked. */
import { describe, expect, test } from 'vitest';
import { apartAfter, isApart } from './apart.js';
import { type Context, initialContext } from '../context.js';
import type { FlowEvent } from '../events.js';
import type { Reading } from '../reading.js';

const AT = Date.parse('2026-05-17T12:00:00Z');
const read = (text: string, risk = 0, ...names: string[]): Reading =>
  ({
    text,
    risk,
    sensed: { language: 'es-CL', riskScore: 0.8 },
    reads: (name: string) => names.includes(name),
  }) as unknown as Reading;
const says = (text: string, ms: number, type: 'MSG' | 'SOS' = 'MSG'): FlowEvent =>
  ({ type, read: read(text), world: { now: AT + ms } }) as unknown as FlowEvent;
const open = (more: Partial<Context> = {}): Context => {
  const context = initialContext('es');
  return { ...context, marks: { ...context.marks, emergency: true }, ...more };
};
const after = (context: Context, text: string, ms: number, ...names: string[]): Context => ({
  ...context,
  ...apartAfter(context, says(text, ms), read(text, 0, ...names)),
});

describe('what is remembered', () => {
  test('two minutes without a word are long, and less is not', () => {
    const wrote = after(open(), 'hola', 0);
    expect(after(wrote, 'todo normal', 119_000).late).toBe(false);
    expect(after(wrote, 'todo normal', 120_000).late).toBe(true);
  });

  test('who was told of as near stays so until she says that he is gone', () => {
    const near = after(open(), 'esta al lado', 0, 'beside');
    expect(after(near, 'si', 10_000).near).toBe(true);
    expect(after(near, 'ya se fue', 10_000, 'surely-gone').near).toBe(false);
  });

  test('that he is back makes him near while it is open, and not as the first words of all', () => {
    expect(after(open(), 'se fue la policia y el volvio', 0, 'he-is-back').near).toBe(true);
    const opening = apartAfter(initialContext('es'), says('volvio con un palo', 0, 'SOS'), read('', 0, 'he-is-back'));
    expect(opening.near).toBe(false);
  });

  test('outside an emergency he is near until the quiet ends, and no time is kept', () => {
    const talk = initialContext('es');
    const near = apartAfter(talk, says('viene', 0), read('viene', 0, 'comes'));
    expect(near).toEqual({ near: true });
    const quiet = { ...talk, ...near, marks: { ...talk.marks, quiet: true } };
    expect(after(quiet, 'mañana te digo', 10_000).near).toBe(true);
    expect(after(quiet, 'ya se fue', 10_000, 'he-left', 'surely-gone').near).toBe(false);
    expect(after(quiet, 'no esta', 10_000, 'he-left', 'bare-no').near).toBe(true);
    expect(after({ ...talk, ...near }, 'mañana te digo', 10_000).near).toBe(false);
  });

  test('opened while she was kept quiet for, he is as near as he was', () => {
    const talk = { ...initialContext('es'), near: true };
    const quiet = { ...talk, marks: { ...talk.marks, quiet: true } };
    expect(apartAfter(quiet, says('sos', 0, 'SOS'), read('sos')).near).toBe(true);
  });
});

describe('what is apart', () => {
  const late = open({ late: true, asking: 'weapon' });

  test('a text about nothing that is asked, long after her last words', () => {
    expect(isApart('late', late, read('aquí no ha pasado nada raro'))).toBe(true);
    expect(isApart('near', late, read('aquí no ha pasado nada raro'))).toBe(false);
  });

  test('not what answers, tells of a wound, a weapon or a child, or says where she is', () => {
    expect(isApart('late', late, read('si', 0, 'yes'))).toBe(false);
    expect(isApart('late', late, read('tiene un fierro'))).toBe(false);
    expect(isApart('late', late, read('los niños lloran'))).toBe(false);
    expect(isApart('late', late, read('los aromos 114', 0, 'place'))).toBe(false);
  });

  test('what a model hears as danger in a word or two', () => {
    expect(isApart('late', late, read('jaja', 4))).toBe(true);
  });

  test('not what is heard as danger', () => {
    expect(isApart('late', late, read('me va a matar', 4))).toBe(false);
    expect(isApart('late', late, read('sangre fría', 0, 'grave'))).toBe(false);
  });
});
