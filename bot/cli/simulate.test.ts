import { Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { ROOT } from '../root.js';
import type { Io } from './command.js';
import { simulateCommand } from './simulate.js';

const given = async (words: string) => {
  const said: string[] = [];
  const io: Io = {
    out: line => said.push(line),
    err: line => said.push(line),
    stdin: Readable.from([words]),
    env: {},
    root: ROOT,
    cwd: ROOT,
  };
  const code = await simulateCommand.run({ values: {}, positionals: ['-'] }, io);
  return { code, said };
};

test('a dialogue comes from standard input too', async () => {
  const { code, said } = await given(`
- id: from-a-pipe
  protocol: whatsapp-mujer
  channel: whatsapp
  turns:
  - {at_s: 0, from: citizen, text: "sos"}
  expect:
    reaches: [emergency_open]
`);

  expect({ code, said }).toEqual({
    code: 0,
    said: [
      expect.stringMatching(/^Plays whatsapp-mujer v\d+ \([0-9a-f]{8}\) of protocols\/whatsapp-mujer$/),
      expect.stringContaining('from-a-pipe'),
      '1 se cumplen, 0 fallan',
    ],
  });
});

test('where many take long, standard error says how far it is', async () => {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 2_000));
  const one = (id: string) => `
- id: ${id}
  protocol: whatsapp-mujer
  channel: whatsapp
  turns: [{at_s: 0, from: citizen, text: hola}]
  expect: {}`;
  const { said } = await given(['a', 'b', 'c', 'd'].map(one).join(''));
  clock.mockRestore();
  expect(said).toContainEqual(expect.stringMatching(/^[1-3] de 4 jugados…$/));
});

test.each(['{from: system, do: wait}', '{at_s: .inf, from: system, do: wait}', '{at_s: 1e9, from: system, do: wait}'])(
  'a wait without an end is told with what would be right: %s',
  async turn => {
    const wrong = given(`
- id: one
  protocol: whatsapp-mujer
  channel: whatsapp
  turns: [{at_s: 0, from: citizen, text: hola}, ${turn}]
  expect: {}`);
    await expect(wrong).rejects.toThrow(/at_s: (falta|encontré).*escriba a cuántos segundos.*como at_s: 60/);
  },
);

test('what is wrong with it is told by its line', async () => {
  await expect(given('- id: 7')).rejects.toThrow(/^stdin:1: /);
});

const played = (turns: string, rest = '') =>
  given(`
- id: one
  protocol: whatsapp-mujer
  channel: whatsapp
${rest}  turns:
${turns}
  expect: {}
`);

test.each([
  ['case', '  - {at_s: 0, from: system, do: unit_answers, status: done, text: "listo"}', ''],
  [
    'case',
    '  - {at_s: 0, from: citizen, text: "hola"}',
    '  setup: { cases: [{ folio: M-2026-000731, owner: self, status: assigned, unit: alumbrado, due: 2026-05-25 }] }\n',
  ],
  ['life-event', '  - {at_s: 0, from: system, do: event, name: birth, data: {}}', ''],
])('one that needs steps of the kind %s is not played: it says so, and ends with 2', async (kind, turns, rest) => {
  const { code, said } = await played(turns, rest);
  expect(code).toBe(2);
  expect(said.join('\n')).toMatch(new RegExp(`stdin:\\d+: "one" necesita pasos de tipo "${kind}"`));
});

test.each([
  ['release', '{at_s: 5, from: executive, do: release, step: acces.menu}', '¿Quiso decir "access.menu"?'],
  [
    'referral',
    '{at_s: 5, from: executive, do: record_referral, outcome: x, institution: carabineros-13}',
    '¿Quiso decir "carabineros-133"?',
  ],
])('a step or an institution that is not there is refused with the nearest one: %s', async (_about, turn, hint) => {
  const { code, said } = await played(`  - {at_s: 0, from: citizen, text: hola}\n  - ${turn}`);
  expect(code).toBe(2);
  expect(said.join('\n')).toMatch(/stdin:7: (step|institution): ".*" no es/);
  expect(said.join('\n')).toContain(hint);
});

test('a beginning that is not there is refused with the kind of step that was meant', async () => {
  const { code, said } = await played('  - {at_s: 0, from: citizen, text: hola}', '  setup: { step: surveyy }\n');
  expect(code).toBe(2);
  expect(said.join('\n')).toMatch(/stdin:5: setup\.step: .*¿Quiso decir "survey"\?/);
});

test('an act that the desk refuses fails the dialogue, and what was refused is told', async () => {
  const { code, said } = await played(
    [
      '  - {at_s: 0, from: citizen, text: "quiero una persona"}',
      '  - {at_s: 5, from: executive, do: take, as: A}',
      '  - {at_s: 9, from: executive, do: say, text: hola, as: B}',
    ].join('\n'),
  );
  expect(code).toBe(1);
  expect(said.join('\n')).toMatch(/the desk takes "say".*refused at 9 s: owned/s);
});
