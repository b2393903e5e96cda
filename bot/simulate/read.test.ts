/** A mistake in a dialogue is told with its file, its line and the nearest known word. */
import { expect, test } from 'vitest';
import { misreadText, readDialogues } from './read.js';

const problems = (text: string): string[] => readDialogues('d.yaml', text).problems.map(misreadText);
const dialogue = (more: { turns?: string; expect?: string; setup?: string } = {}): string =>
  [
    '- id: uno',
    '  protocol: whatsapp-mujer',
    '  channel: whatsapp',
    `  setup: ${more.setup ?? '{}'}`,
    '  turns:',
    `  - ${more.turns ?? '{ at_s: 0, from: citizen, text: hola }'}`,
    `  expect: ${more.expect ?? '{}'}`,
  ].join('\n');

test('a dialogue that is right has no problems, and says where it stands', () => {
  const read = readDialogues('d.yaml', dialogue());
  expect(read.problems).toEqual([]);
  const [one] = read.dialogues;
  expect([one?.id, one?.line, one?.lineOf(['turns', 0]), one?.lineOf(['setup', 'step'])]).toEqual(['uno', 1, 6, 4]);
});

test.each([
  [
    'an act',
    { turns: '{ at_s: 1, from: executive, do: tkae }' },
    /^d\.yaml:6: do: encontré "tkae".*¿Quiso decir "take"\?$/,
  ],
  ['a happening', { turns: '{ at_s: 1, from: system, do: restrat }' }, /^d\.yaml:6: .*¿Quiso decir "restart"\?$/],
  ['a milestone', { expect: '{ reaches: [emergency_opn] }' }, /^d\.yaml:7: .*¿Quiso decir "emergency_open"\?$/],
  [
    'a key of a turn',
    { turns: '{ at_s: 0, from: citizen, txet: hola, media: audio }' },
    /^d\.yaml:6: "txet" no se usa aquí.*¿Quiso decir "text"\?$/,
  ],
  [
    'a key of the setup',
    { setup: '{ start: 2026-05-19T11:00:00-04:00 }' },
    /^d\.yaml:4: "start" no se usa aquí.*¿Quiso decir "starts"\?$/,
  ],
  [
    'a key of a check',
    { expect: '{ checks: [{ after: 1, silnt: true }] }' },
    /^d\.yaml:7: "silnt" no se usa aquí.*¿Quiso decir "silent"\?$/,
  ],
  [
    'an outcome',
    { turns: '{ at_s: 1, from: executive, do: call_result, institution: samu-131, outcome: dispached }' },
    /^d\.yaml:6: .*¿Quiso decir "dispatched"\?$/,
  ],
])('an unknown word is told with the nearest one: %s', (_, more, told) => {
  expect(problems(dialogue(more))).toEqual([expect.stringMatching(told)]);
});

test('a turn of hers without text or media says nothing', () => {
  expect(problems(dialogue({ turns: '{ at_s: 0, from: citizen }' }))).toEqual([
    expect.stringContaining('falta text o media'),
  ]);
});

test.each([
  ['an hour of a weekday', { setup: '{ slots: [tuesday 25:00] }' }, /tuesday 25:00.*de 00:00 a 23:59/],
  ['an hour of an instant', { setup: '{ starts: 2026-05-19T25:00:00-04:00 }' }, /T25:00.*un instante que exista/],
  ['a day', { setup: '{ starts: 2026-02-30T11:00:00-04:00 }' }, /2026-02-30.*un instante que exista/],
  [
    'an hour of hers',
    { setup: '{ contact: { profile: { safe_hours: ["09:00-25:00"] } } }' },
    /09:00-25:00.*de 00:00 a 24:00/,
  ],
  ['a slot that is booked', { turns: '{ at_s: 1, from: executive, do: book, slot: monday 9:60 }' }, /monday 9:60/],
])('an hour or a day that there is not: %s', (_, more, told) => {
  expect(problems(dialogue(more))).toEqual([expect.stringMatching(told)]);
});

test.each([
  ['without coordinates', '{ at_s: 0, from: citizen, media: location }', /lleva lat y lon/],
  ['with half of them', '{ at_s: 0, from: citizen, media: location, lat: -33.4 }', /lleva lat y lon/],
  ['of what is none', '{ at_s: 0, from: citizen, text: hola, lat: -33.4, lon: -70.6 }', /media: location/],
])('a location %s is refused', (_, turns, told) => {
  expect(problems(dialogue({ turns }))).toEqual([expect.stringMatching(told)]);
});

test.each(['', '# nothing yet\n', '[]'])('a file without a dialogue is refused: %j', text => {
  expect(problems(text)).toEqual([expect.stringMatching(/^d\.yaml:1: .*un archivo de diálogos es una lista/)]);
});

test('time does not go back', () => {
  const text = dialogue({ turns: '{ at_s: 9, from: citizen, text: hola }\n  - { at_s: 3, from: system, do: wait }' });
  expect(problems(text)).toEqual(['d.yaml:7: at_s: encontré 3, después de 9; el tiempo no vuelve atrás']);
});

test('an expression that cannot be one is refused', () => {
  expect(problems(dialogue({ expect: '{ must_say: ["("] }' }))).toEqual([
    expect.stringContaining('no es una expresión regular'),
  ]);
});

test('the same id twice is told', () => {
  expect(problems(`${dialogue()}\n${dialogue()}`)).toEqual(['d.yaml:8: el diálogo "uno" está dos veces; deje uno']);
});

test('a file that is no list, or no YAML, is told at once', () => {
  expect(problems('id: uno')).toEqual(['d.yaml:1: un archivo de diálogos es una lista: "- id: …"']);
  expect(problems('- id: "uno')).toEqual([expect.stringMatching(/^d\.yaml:1: no es YAML válido/)]);
});

test('an id that was of another text is told, and the same text again is a duplicate', () => {
  const twice = (text: string) =>
    problems(
      dialogue({
        turns: `{ at_s: 0, from: citizen, text: hola, id: a }\n  - { at_s: 5, from: citizen, text: ${text}, id: a }`,
      }),
    );
  expect(twice('chao')).toEqual([
    'd.yaml:7: id: "a" ya es de un mensaje con otro texto; el mismo id es el mismo mensaje',
  ]);
  expect(twice('hola')).toEqual([]);
});

test('aliases of aliases are told by their line', () => {
  const rows = ['- &a [x,x,x,x,x,x,x,x,x,x]'];
  for (const [name, of] of ['ba', 'cb', 'dc'].map(pair => [...pair]))
    rows.push(`- &${name} [${`*${of},`.repeat(9)}*${of}]`);
  expect(problems(rows.join('\n'))).toEqual([expect.stringMatching(/^d\.yaml:4: los alias/)]);
});

test('what is too little or too much is told with the bound', () => {
  expect(problems(dialogue({ turns: '{ at_s: -1, from: citizen, text: hola }' }))).toEqual([
    'd.yaml:6: at_s: encontré -1; mínimo 0; escriba a cuántos segundos del comienzo ocurre, de 0 a 31622400 (366 días), como at_s: 60',
  ]);
});
