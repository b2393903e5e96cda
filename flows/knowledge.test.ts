import { expect, test } from 'vitest';
import type { Step } from '../test/support/tiny-protocol.js';
import { tinyProtocol } from '../test/support/tiny-protocol.js';
import { universe } from '../test/support/universe.js';
import { asksOutside, knowledgeSchema, type Proposal, unfitBecause } from './knowledge.js';
import { parseProtocol, type Protocol } from './protocol.js';
import { begin } from './turn.js';
import { eventsOf, isTried } from './verify/alphabet.js';

const SPEC = { ask: ['local', 'botpress'] as ('local' | 'botpress')[], say: 'info.proposed', least: 0.6 };
const STEP: Step = {
  ask: 'what',
  as: 'text',
  save: 'said',
  need: 'read',
  retries: 3,
  next: 'answer',
  way_out: 'person',
  silence: { after: '2h', go: 'closed' },
};
const MORE = { answer: { answer: 'sheets', found: 'closed', not_found: 'person' } };
const TEXTS = { 'info.proposed': '{fuente}: {propuesta}' };

function parsed(knowledge?: typeof SPEC): Protocol {
  const made = parseProtocol(
    tinyProtocol(STEP, { more: MORE, texts: TEXTS, ...(knowledge ? { knowledge } : {}) }),
    'k',
  );
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  return made.protocol;
}

const PROPOSAL: Proposal = { provider: 'botpress', text: 'Se pide en línea.', source: 'Guía', confidence: 0.9 };
const asked = (knowledge = SPEC) => {
  const talk = universe(tinyProtocol(STEP, { more: MORE, texts: TEXTS, knowledge })).talk();
  talk.says('hola');
  talk.says('¿cómo se pide?', { sensed: { intent: 'general_info' } });
  return talk;
};
const said = (talk: ReturnType<typeof asked>) =>
  talk.does({ type: 'PROPOSED', proposal: PROPOSAL }).messages.map(({ text, sheet }) => [text, sheet?.reviewed]);

test('she who waits for a person reads it meanwhile, marked as what nobody reviewed', () => {
  expect(said(asked())).toEqual([['Guía: Se pide en línea.', false]]);
});

test('nothing of it is said in a protocol that asks nobody outside, nor where the talk is at rest', () => {
  expect(said(asked({ ...SPEC, ask: ['local'] }))).toEqual([]);
  const { messages } = universe(tinyProtocol(STEP, { more: MORE, texts: TEXTS, knowledge: SPEC }))
    .talk()
    .does({ type: 'PROPOSED', proposal: PROPOSAL });
  expect(messages).toEqual([]);
});

test('nothing of it is said over a person, in an emergency, or while she is left in silence', () => {
  const by = { id: 'e1', name: 'Ana' };
  for (const happens of [{ type: 'TAKE', by } as const, { type: 'QUIET', by, on: true } as const]) {
    const talk = asked();
    talk.does(happens);
    expect(said(talk)).toEqual([]);
  }
  const talk = asked();
  talk.says('SOS');
  expect(said(talk)).toEqual([]);
});

test('the proof tries what comes back', () => {
  expect(isTried('PROPOSED')).toBe(true);
  const { compiled, protocol } = universe(tinyProtocol(STEP, { more: MORE, texts: TEXTS, knowledge: SPEC }));
  expect(eventsOf('PROPOSED', begin(compiled), protocol, false)).toMatchObject([{ type: 'PROPOSED' }]);
});

test('the sheets come first, and each provider stands once', () => {
  expect(knowledgeSchema.safeParse({ ...SPEC, ask: ['botpress'] }).success).toBe(false);
  expect(knowledgeSchema.safeParse({ ...SPEC, ask: ['local', 'botpress', 'botpress'] }).success).toBe(false);
  expect(asksOutside(knowledgeSchema.parse({ ask: ['local'], say: 'a' }))).toBe(false);
});

test('the text that it is said with must be there', () => {
  const files = tinyProtocol(STEP, { more: MORE, knowledge: SPEC }).map(file =>
    file.path === 'protocol.yaml' ? { ...file, text: file.text.replace('info.proposed', 'info.nowhere') } : file,
  );
  expect(parseProtocol(files, 'k')).toMatchObject({
    problems: [{ file: 'protocol.yaml', message: expect.stringContaining('info.nowhere') }],
  });
});

test.each([
  ['Se pide en línea y es gratis.', null],
  ['Demora 10 días y cuesta $4.270; vale 1.500 al año 2026.', null],
  ['Si hay peligro, llama al 133.', null],
  ['Llama al 149.', 'number'],
  ['Llama al 1455 o al 133.', 'number'],
  ['Escribe a ayuda@ejemplo.cl', 'number'],
  ['Ve a www.ejemplo.cl', 'link'],
  ['\u0000', 'garbage'],
  ['   ', 'empty'],
] as const)('%j: %s', (text, unfit) => {
  expect(unfitBecause({ ...PROPOSAL, text }, parsed(SPEC))).toBe(unfit);
});

test.each([Number.NaN, -1, 0.59, 1.2, Number.POSITIVE_INFINITY])('a confidence of %d is none', confidence => {
  expect(unfitBecause({ ...PROPOSAL, confidence }, parsed(SPEC))).toBe('unsure');
});
