/** A whole conversation in which a question that no sheet answers is asked outside. */
import { expect, test } from 'vitest';
import { contextOf } from '../../flows/turn.js';
import { processOf } from '../../test/support/service.js';
import type { Asked, Knowledge } from '../knowledge/knowledge.js';

const QUESTION = '¿cómo saco una hora en el dentista?';
const PROPOSAL = { provider: 'botpress', text: 'Se pide en el consultorio.', source: 'Guía de salud', confidence: 0.8 };

/** A provider that answers when the test says so. */
function outside() {
  const asked: string[] = [];
  const answers: ((answer: Asked) => void)[] = [];
  const knowledge: Knowledge = {
    ask(_providers, question) {
      asked.push(question);
      return new Promise(resolve => answers.push(resolve));
    },
    health: () => ({}),
  };
  const answer = (given: Asked): void => answers.splice(0).forEach(one => one(given));
  return { asked, answer, knowledge, proposes: (more = {}) => answer({ proposal: { ...PROPOSAL, ...more } }) };
}

async function house({ ask = ['local', 'botpress'] as ('local' | 'botpress')[], known = true } = {}) {
  const { knowledge, ...provider } = outside();
  const wait = { as: 'text', retries: 3, way_out: 'person', silence: { after: '2h', go: 'tested' } };
  const service = await processOf({
    step: { ask: 'what', save: 'said', need: 'read', next: 'answer', ...wait },
    around: {
      more: {
        answer: { answer: 'sheets', found: 'given', not_found: 'nothing' },
        nothing: { ask: 'no-sheet', save: 'more', next: 'nothing', ...wait },
      },
      knowledge: { ask, say: 'info.proposed', least: 0.6 },
      texts: { 'info.proposed': '{fuente}, sin revisar: {propuesta}' },
    },
    knowledge: known ? knowledge : null,
  });
  service.senses.script(QUESTION, { intent: 'general_info' });
  let n = 0;
  return {
    ...service,
    ...provider,
    /** She writes, and the outbox takes in hand what is due without waiting for its end. */
    async says(text: string) {
      const received = await service.inbound.receive({ channel: 'sms', address: 'ana', id: `s${++n}`, text });
      await service.outbox.dispatch();
      // What was taken in hand comes as far as the provider.
      for (let i = 0; i < 20; i++) await new Promise(resolve => setImmediate(resolve));
      return received.replies.map(reply => reply.text);
    },
    texts: () => service.sms.sent.map(({ text }) => text),
    async effect() {
      const { conversation } = await service.thread();
      const turns = await service.store.turns(conversation);
      const bodies = await service.inbound.bodies(turns);
      const ids = bodies.flatMap(({ effects = [] }) => effects.filter(e => e.type === 'ask-knowledge').map(e => e.id));
      return (await service.store.effects(conversation)).filter(({ id }) => ids.includes(id));
    },
  };
}

test('the turn answers as without it, and the proposal follows with its source and a mark that nobody reviewed it', async () => {
  const it = await house();
  await it.says('hola');
  expect(await it.says(QUESTION)).toEqual(['no-sheet']);
  expect(it.asked).toEqual([QUESTION]);

  it.proposes();
  await it.settle();

  expect(it.texts().at(-1)).toBe('Guía de salud, sin revisar: Se pide en el consultorio.');
  const lines = await it.inbound.lines('sms', 'ana', 0);
  expect(lines.at(-1)).toMatchObject({ author: 'bot', unreviewed: true });
  expect(contextOf((await it.conversations.state((await it.thread()).conversation))!.snapshot).step).toBe('nothing');
});

test('what came is kept with its turn, so that it is played again as data', async () => {
  const it = await house();
  await it.says('hola');
  await it.says(QUESTION);
  it.proposes();
  await it.settle();

  const turns = await it.store.turns((await it.thread()).conversation);
  const [turn] = turns.filter(({ facts }) => facts.event === 'PROPOSED');
  const [body] = await it.inbound.bodies([turn!]);
  expect(body!.event).toMatchObject({ type: 'PROPOSED', proposal: PROPOSAL });
});

test('while the provider hangs she is answered, goes on, and is helped as ever', async () => {
  const it = await house();
  await it.says('hola');
  expect(await it.says(QUESTION)).toEqual(['no-sheet']);
  expect(it.texts().at(-1)).toBe('no-sheet');
  expect(await it.says('quiero hablar con una persona')).toContain('person.told');
  expect(it.texts().at(-1)).toContain('person.told');
  await it.says('SOS');
  expect((await it.conversations.state((await it.thread()).conversation))!.head.emergency).not.toBe('idle');
  expect(it.texts().at(-1)).not.toBe('person.told');

  it.proposes();
  await it.settle();
  expect(it.texts().join(' ')).not.toContain('consultorio');
});

test.each([
  ['she wrote on', async (it: Awaited<ReturnType<typeof house>>) => void (await it.says('y otra cosa'))],
  ['danger came', async (it: Awaited<ReturnType<typeof house>>) => void (await it.says('SOS'))],
  ['a person has her', async (it: Awaited<ReturnType<typeof house>>) => void (await it.does({ type: 'TAKE' }))],
  ['it is long ago', (it: Awaited<ReturnType<typeof house>>) => Promise.resolve(it.clock.pass(31_000))],
])('a proposal is dropped where %s meanwhile', async (_why, happens) => {
  const it = await house();
  await it.says('hola');
  await it.says(QUESTION);
  await happens(it);
  it.proposes();
  await it.settle();
  expect(it.texts().join(' ')).not.toContain('consultorio');
});

test.each([
  ['in which danger is sensed', QUESTION, { intent: 'general_info', risk: 'low' }],
  ['that tells and asks nothing', 'me siento muy sola', { intent: 'emotional_support' }],
  ['that may be his', 'donde esta ella', { intent: 'aggressor' }],
  ['that a sheet answers', QUESTION, { intent: 'general_info', sheet: 'sheet-plain' }],
  ['that is a story', `${QUESTION} ${'y otra cosa mas '.repeat(20)}`, { intent: 'general_info' }],
] as const)('a message %s is not asked outside', async (_what, text, sensed) => {
  const it = await house();
  await it.says('hola');
  it.senses.script(text, sensed);
  await it.says(text);
  expect(it.asked).toEqual([]);
});

test('danger before it keeps every later question in the house', async () => {
  const it = await house();
  await it.says('hola');
  it.senses.script('me insulta', { intent: 'other', risk: 'medium' });
  await it.says('me insulta');
  await it.says(QUESTION);
  expect(it.asked).toEqual([]);
});

test('SOS is never asked outside', async () => {
  const it = await house();
  await it.says('hola');
  await it.says('SOS');
  expect(it.asked).toEqual([]);
  expect(await it.effect()).toEqual([]);
});

test('telephones, mails and addresses do not leave', async () => {
  const it = await house();
  await it.says('hola');
  const text = '¿cómo saco hora? soy ana@correo.cl, +56 9 8765 4321, vivo en Los Aromos 114';
  it.senses.script(text, { intent: 'general_info' });
  await it.says(text);
  expect(it.asked).toEqual(['¿cómo saco hora? soy [correo], [teléfono], vivo en [dirección]']);
});

test.each([{ ask: ['local'] as 'local'[] }, { known: false }])('nobody outside is asked with %o', async how => {
  const it = await house(how);
  await it.says('hola');
  expect(await it.says(QUESTION)).toEqual(['no-sheet']);
  await it.settle();
  expect(it.asked).toEqual([]);
  expect(it.texts().at(-1)).toBe('no-sheet');
});

test('what a sheet answers by the time that it would be asked stays in the house', async () => {
  const it = await house();
  await it.says('hola');
  await it.inbound.receive({ channel: 'sms', address: 'ana', id: 'q', text: QUESTION });
  it.senses.script(QUESTION, { intent: 'general_info', sheet: 'sheet-plain' });
  await it.settle();
  expect(it.asked).toEqual([]);
});

test.each([
  ['unsure', { confidence: 0.5 }],
  ['with another number to call', { text: 'Llama al 199.' }],
  ['with a telephone', { text: 'Llama al +56 2 2345 6789.' }],
  ['with a link', { text: 'Entra a https://ejemplo.test' }],
  ['empty', { text: '  ' }],
  ['endless', { text: 'a'.repeat(1_201) }],
])('a proposal %s is not said', async (_what, more) => {
  const it = await house();
  await it.says('hola');
  await it.says(QUESTION);
  it.proposes(more);
  await it.settle();
  expect(it.texts().at(-1)).toBe('no-sheet');
  expect(await it.effect()).toMatchObject([{ state: 'withheld' }]);
});

test('an abstention leaves everything as it was, and nothing is tried again', async () => {
  const it = await house();
  await it.says('hola');
  await it.says(QUESTION);
  it.answer({ abstains: 'late' });
  await it.settle();
  await it.passes(60_000);
  expect(it.asked).toHaveLength(1);
  expect(it.texts().at(-1)).toBe('no-sheet');
  expect(await it.effect()).toMatchObject([{ state: 'withheld' }]);
});
