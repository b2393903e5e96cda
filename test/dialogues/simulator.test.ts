/** The world of a dialogue: stores and channels that fail, restarts, executives, what was there before the first turn. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseSource, Published, readProtocolFolder } from '../../bot/publish.js';
import { ROOT } from '../../bot/root.js';
import { readTrained } from '../../bot/sense/trained.js';
import type { Happened } from '../../bot/simulate/events.js';
import { play } from '../../bot/simulate/play.js';
import { readDialogues } from '../../bot/simulate/read.js';

const published = new Published(readTrained(ROOT));
published.publish(parseSource(readProtocolFolder(path.join(ROOT, 'protocols/whatsapp-mujer'))));

async function played(turns: readonly string[], more: { setup?: string; channel?: string } = {}): Promise<Happened[]> {
  const text = [
    '- id: d',
    '  protocol: whatsapp-mujer',
    `  channel: ${more.channel ?? 'whatsapp'}`,
    `  setup: ${more.setup ?? '{}'}`,
    '  turns:',
    ...turns.map(turn => `  - { ${turn} }`),
    '  expect: {}',
  ].join('\n');
  const { dialogues, problems } = readDialogues('d.yaml', text);
  expect(problems).toEqual([]);
  return (await play(dialogues[0]!, published)).events;
}

type Kind<K extends Happened['kind']> = Extract<Happened, { kind: K }>;
const of = <K extends Happened['kind']>(events: readonly Happened[], kind: K): Kind<K>[] =>
  events.filter((e): e is Kind<K> => e.kind === kind);
const facts = (events: readonly Happened[]): string[] => of(events, 'milestone').map(e => e.name);
const sent = (events: readonly Happened[]): string[] => of(events, 'outbound').map(e => e.text);

test('what was written while the store was away is answered when it is back, once', async () => {
  const events = await played([
    'at_s: 0, from: citizen, text: hola',
    'at_s: 10, from: system, do: store, state: down',
    'at_s: 12, from: citizen, text: si',
    'at_s: 50, from: system, do: store, state: up',
  ]);
  expect(of(events, 'refused').map(e => e.why)).toEqual(['store down']);
  expect(facts(events).filter(name => name === 'menu')).toHaveLength(1);
  expect(events.find(e => e.kind === 'milestone' && e.name === 'menu')?.at_s).toBe(50);
});

test('what was decided before a restart, and could not leave, leaves after it', async () => {
  const events = await played([
    'at_s: 0, from: system, do: channel, state: down',
    'at_s: 1, from: citizen, text: auxilio',
    'at_s: 5, from: system, do: restart',
    'at_s: 20, from: system, do: channel, state: up',
    'at_s: 60, from: system, do: wait',
  ]);
  expect(sent(events).filter(text => text.includes('133'))).toHaveLength(1);
  expect(of(events, 'outbound')[0]!.at_s).toBeGreaterThanOrEqual(20);
});

test('a message delivered again is answered once', async () => {
  const events = await played([
    'at_s: 0, from: citizen, id: a, text: auxilio',
    'at_s: 1, from: citizen, id: a, text: auxilio',
  ]);
  expect(facts(events).filter(name => name === 'emergency_open')).toHaveLength(1);
});

test('nobody is there at night, and whoever acts is there from then on', async () => {
  const night = { setup: '{ starts: 2026-05-17T03:20:00-04:00 }' };
  expect(facts(await played(['at_s: 0, from: citizen, text: auxilio'], night))).toContain('out_of_hours_notice');
  expect(
    facts(await played(['at_s: 0, from: executive, do: connect', 'at_s: 1, from: citizen, text: auxilio'], night)),
  ).not.toContain('out_of_hours_notice');
});

test('a telephone that says how a call goes opens one that nobody opened', async () => {
  const events = await played([
    'at_s: 0, from: citizen, text: auxilio',
    'at_s: 30, from: system, do: call_state, institution: carabineros-133, state: answered, outcome: dispatched',
  ]);
  expect(of(events, 'call').map(e => e.outcome ?? e.state)).toEqual(['dialing', 'talking', 'dispatched']);
  expect(facts(events)).toEqual(expect.arrayContaining(['call_started', 'call_result_told', 'emergency_recorded']));
});

test('who does not have her is refused, as on the console', async () => {
  const events = await played([
    'at_s: 0, from: citizen, text: quiero una persona',
    'at_s: 5, from: executive, do: take, as: A',
    'at_s: 9, from: executive, do: say, text: hola, as: B',
  ]);
  expect(of(events, 'refused')).toEqual([expect.objectContaining({ what: 'say', why: 'owned' })]);
});

test('a blocked contact is not answered, and raises an SOS', async () => {
  const events = await played(['at_s: 0, from: citizen, text: hola', 'at_s: 60, from: citizen, text: auxilio'], {
    setup: '{ contact: { blocked: aggressor } }',
  });
  expect(of(events, 'outbound').map(e => e.at_s)).toEqual([60]);
  expect(facts(events)).toContain('emergency_open');
});

test.each(['survey', 'information.useful', 'support_offered', 'slot_chosen', 'receipt_sent'])(
  'it can begin at "%s", and SOS opens the emergency from there',
  async step => {
    const events = await played(['at_s: 0, from: citizen, text: auxilio'], { setup: `{ step: ${step} }` });
    expect(facts(events)).toContain('emergency_open');
    expect(events[0]).toMatchObject({ kind: 'inbound', at_s: 0 });
  },
);

test('a place that does not exist is told with the nearest one', async () => {
  await expect(played(['at_s: 0, from: citizen, text: hola'], { setup: '{ step: suport_offered }' })).rejects.toThrow(
    'd.yaml:4: setup.step: "suport_offered" no es un paso de whatsapp-mujer ni un hito. ¿Quiso decir "support_offered"?',
  );
});

test('what needs a kind of step that is not built says so', async () => {
  await expect(
    played(['at_s: 0, from: citizen, text: hola', 'at_s: 1, from: system, do: event, name: birth']),
  ).rejects.toThrow('"life-event"');
  await expect(
    played(['at_s: 0, from: citizen, text: hola'], {
      setup: '{ cases: [{ folio: M-1, owner: self, status: assigned }] }',
    }),
  ).rejects.toThrow('"case"');
});

test('on a web chat choices are buttons, on WhatsApp they are numbers, and who fetches by HTTP gets both', async () => {
  const turns = ['at_s: 0, from: citizen, text: hola', 'at_s: 5, from: citizen, text: si'];
  expect(of(await played(turns, { channel: 'webchat' }), 'outbound').at(-1)?.choices).toHaveLength(5);
  expect(sent(await played(turns)).at(-1)).toMatch(/\n2\. Estoy en peligro/);
  const fetched = of(await played(turns, { channel: 'http' }), 'outbound').at(-1)!;
  expect(fetched.choices).toHaveLength(5);
  expect(fetched.text).toMatch(/\n2\. Estoy en peligro/);
});

test.each([
  [
    'do: call, institution: carabinero-133',
    'd.yaml:6: institution: "carabinero-133" no es una institución de whatsapp-mujer. ¿Quiso decir "carabineros-133"?',
  ],
  [
    'do: answer_guideline, item: Q11x, value: yes',
    /^d\.yaml:6: item: "Q11x" no es una pregunta de la pauta de whatsapp-mujer\. ¿Quiso decir "Q1\d?"\?$/,
  ],
])('an act about what the protocol does not have cannot be played: %s', async (act, told) => {
  await expect(played([`at_s: 0, from: executive, ${act}`])).rejects.toThrow(told);
});
