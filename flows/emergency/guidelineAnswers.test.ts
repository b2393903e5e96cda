import { describe, expect, test } from 'vitest';
import { type Context, initialContext } from '../context.js';
import type { FlowEvent } from '../events.js';
import { withGuideline } from './guidelineAnswers.js';

const world = { now: 1_000, open: true, staffed: true, onCall: false };
type Value = 'yes' | 'no' | 'unknown';

const says = (context: Context, value: Value): Context =>
  withGuideline(context, { type: 'MSG', world } as FlowEvent, { guideline: { item: 'Q1', value } });
const enters = (context: Context, name: string, value: Value, note: string | null = null): Context =>
  withGuideline(
    context,
    { type: 'GUIDELINE', by: { id: name, name }, item: 'Q1', value, quote: null, note, world },
    { guideline: 'event' },
  );
const Q1 = (context: Context) => {
  const { value, by, note, others = [] } = context.guideline.Q1!;
  return { value, by, ...(note ? { note } : {}), others: others.map(one => `${one.by}: ${one.value}`) };
};
const start = initialContext('es');

describe('of each author the last answer is kept', () => {
  test('a person decides over her, and her answer stays beside it', () => {
    expect(Q1(enters(says(start, 'yes'), 'Ana', 'no', 'se refería al perro'))).toEqual({
      value: 'no',
      by: 'Ana',
      note: 'se refería al perro',
      others: ['citizen: yes'],
    });
  });

  test('a graver answer of hers decides again; another one is kept and does not', () => {
    const ana = enters(says(start, 'no'), 'Ana', 'unknown');
    expect(Q1(says(ana, 'yes'))).toEqual({ value: 'yes', by: 'citizen', others: ['Ana: unknown'] });
    expect(Q1(says(enters(start, 'Ana', 'yes'), 'no'))).toEqual({ value: 'yes', by: 'Ana', others: ['citizen: no'] });
  });

  test('"does not know" takes no yes back', () => {
    expect(Q1(enters(says(start, 'yes'), 'Ana', 'unknown'))).toEqual({
      value: 'yes',
      by: 'citizen',
      others: ['Ana: unknown'],
    });
  });

  test('who answers again changes her own answer alone', () => {
    const three = enters(enters(says(start, 'yes'), 'Ana', 'no'), 'Eva', 'yes');
    expect(Q1(three)).toEqual({ value: 'yes', by: 'Eva', others: ['citizen: yes', 'Ana: no'] });
    expect(Q1(enters(three, 'Ana', 'yes', 'lo confirmó'))).toEqual({
      value: 'yes',
      by: 'Ana',
      note: 'lo confirmó',
      others: ['citizen: yes', 'Eva: yes'],
    });
    expect(Q1(says(says(start, 'yes'), 'no'))).toEqual({ value: 'no', by: 'citizen', others: [] });
  });
});
