/** For each property, a protocol or a machine that breaks it and nothing else, and the chat that shows it. */
import { describe, expect, test } from 'vitest';
import { saidBy } from '../../flows/talk/say.js';
import { sosOneStep } from '../../flows/verify/sos-one-step.js';
import { PROPERTIES } from '../../flows/verify/verify.js';
import type { Step } from '../support/tiny-protocol.js';
import { type Author, changedMachine, compiledBy, failing, STEPS } from './base.js';

test('in the base everything holds', () => {
  expect(failing(compiledBy())).toEqual([]);
});

const OFFICIAL =
  'La interposición extemporánea de la reclamación administrativa determinará la inadmisibilidad de la misma, sin perjuicio de las facultades jurisdiccionales correspondientes.';

/** Words that anybody reads, so that only their length is wrong. */
const LONG = 'Hola, esto es un texto. ';

const AUTHORS: { about: string; breaks: string; author: Author; shows: RegExp }[] = [
  {
    about: 'an SOS word without letters, which nobody could be heard writing',
    breaks: 'sos-one-step',
    author: { edits: [{ file: 'protocol.yaml', from: 'words: [SOS, auxilio, 🆘]', to: "words: [SOS, '...']" }] },
    shows: /palabra de SOS "\.\.\."/,
  },
  {
    about: 'silence that leads from one question to the other and back',
    breaks: 'every-wait-ends',
    author: {
      steps: {
        question: { ...STEPS.question!, silence: { after: '10m', go: 'menu' } },
        menu: { ...STEPS.menu!, silence: { after: '10m', go: 'question' } },
      },
    },
    shows: /dan vueltas/,
  },
  {
    about: 'nobody understands that a person is asked for',
    breaks: 'human-exit',
    author: { edits: [{ file: 'protocol.yaml', from: '  - { intent: [human], go: person, need: join }\n', to: '' }] },
    shows: /pide una persona/,
  },
  {
    about: 'outside the hours somebody is promised and no number is given',
    breaks: 'human-exit',
    author: { texts: { 'person.nobody': 'Espera un momento.' } },
    shows: /ni un número que responda/,
  },
  {
    about: 'with nobody on duty, who asks for a person after threats to her children is given no number',
    breaks: 'human-exit',
    author: { texts: { 'sos.nobody': 'Espera un momento. ¿Dónde estás?' } },
    shows: /ni un número que responda/,
  },
  {
    about: 'whoever does not answer has nobody after it',
    breaks: 'call-outcome',
    author: { edits: [{ file: 'directory.yaml', from: 'fallback: [ambulance], ', to: '' }] },
    shows: /"police" no contesta/,
  },
  {
    about: 'a text that is not there in English',
    breaks: 'texts-complete',
    author: { edits: [{ file: 'messages/en.yaml', from: '  question.ask: en question.ask\n', to: '' }] },
    shows: /"question\.ask", que falta en messages\/en\.yaml/,
  },
  {
    about: 'a label that no button holds',
    breaks: 'texts-complete',
    author: { texts: { 'menu.ask.danger': 'Estoy en peligro ahora mismo' } },
    shows: /tiene 28 caracteres/,
  },
  {
    about: 'a variable that does not exist',
    breaks: 'texts-complete',
    author: { edits: [{ file: 'messages/en.yaml', from: 'bye.said: en bye.said', to: "bye.said: 'Bye, {apodo}'" }] },
    shows: /\{apodo\}/,
  },
  {
    about: 'bands that overlap',
    breaks: 'guideline-sound',
    author: { edits: [{ file: 'guideline.yaml', from: 'medium: 4, high: 8', to: 'medium: 9, high: 8' }] },
    shows: /se pisan/,
  },
  {
    about: 'totals that no band covers',
    breaks: 'guideline-sound',
    author: { edits: [{ file: 'guideline.yaml', from: 'low: 0', to: 'low: 2' }] },
    shows: /de 0 a 1/,
  },
  {
    about: 'a sum that nobody reaches',
    breaks: 'guideline-sound',
    author: { edits: [{ file: 'guideline.yaml', from: 'high: 8', to: 'high: 80' }] },
    shows: /nadie llegaría por la suma/,
  },
  {
    about: 'a question of which yes weighs less than not knowing',
    breaks: 'guideline-sound',
    author: {
      edits: [{ file: 'guideline.yaml', from: 'id: Q4, order: 4, weight: 3', to: 'id: Q4, order: 4, weight: 0' }],
    },
    shows: /contestar sí en Q4 baja el nivel/,
  },
  {
    about: 'a text that an address makes longer than any channel takes',
    breaks: 'texts-complete',
    author: { texts: { 'bye.said': `${LONG.repeat(168)}{lugar}` } },
    shows: /"bye\.said": llega a \d+ caracteres; el máximo es 4096/,
  },
  {
    about: 'a text beside buttons that is longer than goes beside buttons',
    breaks: 'texts-complete',
    author: { texts: { 'menu.ask': LONG.repeat(50) } },
    shows: /"menu\.ask": llega a \d+ caracteres; el máximo es 1024/,
  },
  {
    about: 'who is telephoned has no number',
    breaks: 'directory-sound',
    author: {
      edits: [
        { file: 'directory.yaml', from: "phones: [{ dial: '131' }]", to: 'phones: []' },
        { file: 'directory.yaml', from: 'fallback: [ambulance]', to: 'fallback: [detectives]' },
        {
          file: 'directory.yaml',
          from: 'institutions:\n',
          to: `institutions:\n  - { id: detectives, name: PDI, phones: [{ dial: '134' }], kind: police, hours: { type: 24x7 }, regions: [nacional], emergency_dispatch: true, fallback: [police], verified: true }\n`,
        },
      ],
    },
    shows: /"ambulance" .* no tiene número/,
  },
  {
    about: 'a number that no telephone dials',
    breaks: 'directory-sound',
    author: { edits: [{ file: 'directory.yaml', from: "dial: '133'", to: "dial: '13'" }] },
    shows: /su número "13" no se puede marcar/,
  },
  {
    about: 'a number that nobody has verified',
    breaks: 'directory-sound',
    author: {
      edits: [
        {
          file: 'directory.yaml',
          from: 'fallback: [ambulance], verified: true',
          to: 'fallback: [ambulance], verified: false',
        },
      ],
    },
    shows: /"police" .* no está verificado/,
  },
  {
    about: 'the first to be called is of one region',
    breaks: 'directory-sound',
    author: {
      edits: [
        {
          file: 'directory.yaml',
          from: 'regions: [nacional], emergency_dispatch: true, fallback: [ambulance]',
          to: 'regions: [Maule], emergency_dispatch: true, fallback: [ambulance]',
        },
      ],
    },
    shows: /"police" .* solo atiende en Maule/,
  },
  {
    about: 'the first to be called sends nobody',
    breaks: 'directory-sound',
    author: {
      edits: [
        {
          file: 'directory.yaml',
          from: 'emergency_dispatch: true, fallback: [ambulance]',
          to: 'emergency_dispatch: false, fallback: [ambulance]',
        },
      ],
    },
    shows: /"police" .* no envía a nadie/,
  },
  {
    about: 'the first to be called does not answer at night',
    breaks: 'directory-sound',
    author: {
      edits: [
        {
          file: 'directory.yaml',
          from: "phones: [{ dial: '133' }], kind: police, hours: { type: 24x7 }",
          to: "phones: [{ dial: '133' }], kind: police, hours: { type: weekly }",
        },
      ],
    },
    shows: /"police" .* no atiende a toda hora/,
  },
  {
    about: 'a text that only an office would write',
    breaks: 'readable',
    author: { texts: { 'bye.said': OFFICIAL } },
    shows: /legibilidad/,
  },
];

describe('what an author can break', () => {
  test.each(AUTHORS)('$breaks: $about', ({ breaks, author, shows }) => {
    const rows = failing(compiledBy(author));

    expect(rows.map(row => row.property)).toEqual([breaks]);
    expect(rows[0]?.counterexample?.at(-1)?.text).toMatch(shows);
  });
});

function withOptions(more: number): Step {
  const { options } = STEPS.menu as unknown as { options: readonly object[] };
  const added = Array.from({ length: more - options.length }, (_, i) => ({
    id: `more-${i}`,
    accepts: [`otra${i}`],
    go: 'question',
  }));
  return { ...STEPS.menu!, options: [...options, ...added] };
}

describe('what the format cannot express is refused where it is read, before anything is proved', () => {
  test.each([
    [
      'no word of SOS',
      { edits: [{ file: 'protocol.yaml', from: 'words: [SOS, auxilio, 🆘]', to: 'words: []' }] },
      /sos\.words: tiene 0; el mínimo es 1/,
    ],
    [
      'more options than a list shows',
      { steps: { menu: withOptions(11) } },
      /menu\.options: tiene 1\d; el máximo es 10/,
    ],
    ['a text that is too long as it is written', { texts: { 'bye.said': LONG.repeat(190) } }, /el máximo es 4096/],
    [
      'who is called and is in no directory',
      { edits: [{ file: 'directory.yaml', from: 'violence: [police]', to: 'violence: [nobody]' }] },
      /empieza con "nobody", que no existe/,
    ],
    ['a wait without an end', { steps: { question: { ...STEPS.question!, silence: undefined } } }, /silence/],
  ] satisfies [string, Author, RegExp][])('%s', (_, author, shows) => {
    expect(() => compiledBy(author)).toThrow(shows);
  });

  test('a close without a reminder: the close gives it by itself', () => {
    expect(failing(compiledBy({ steps: { answered: { ...STEPS.answered!, found: 'bye' } } }))).toEqual([]);
  });
});

type Rows = ReturnType<typeof failing>;
type Shown = NonNullable<Rows[number]['counterexample']>;

/** A machine that some change in flows/ could make, and what it breaks; `alone`: that and nothing else. */
const SLIPS: { about: string; breaks: string; alone?: true; rows(): Rows; shows?(chat: Shown): void }[] = [
  {
    about: 'an emergency that does not listen while nothing is open',
    breaks: 'sos-one-step',
    rows: () => failing(changedMachine(['emergency', 'idle'], state => ({ ...state, on: {} }))),
    shows: chat => expect(chat.slice(0, 1)).toEqual([{ from: 'citizen', text: 'SOS' }]),
  },
  {
    about: 'a queue from which nobody can take',
    breaks: 'no-dead-end',
    alone: true,
    rows: () => failing(changedMachine(['talk', 'queued'], state => ({ ...state, on: { MSG: state.on?.MSG } }))),
    shows: chat => expect(chat.at(-1)?.text).toMatch(/ya no se llega a una persona/),
  },
  {
    about: 'the robot notes what she writes while a person owns the talk',
    breaks: 'bot-silent',
    alone: true,
    rows() {
      const noted = {
        type: 'say',
        params: ({ context, event }: { context: never; event: never }) =>
          saidBy({ say: 'person.noted' }, context, event, null as never),
      };
      return failing(
        changedMachine(['talk', 'human'], state => ({ ...state, on: { ...state.on, MSG: [{ actions: [noted] }] } })),
      );
    },
    shows(chat) {
      expect(chat.map(line => line.from)).toEqual(expect.arrayContaining(['executive', 'citizen', 'bot']));
      expect(chat.at(-1)?.text).toMatch(/"person\.noted" en una conversación que tiene una persona/);
    },
  },
  {
    about: 'an emergency that is discarded while a telephone rings',
    breaks: 'call-outcome',
    rows: () =>
      failing(
        changedMachine(['emergency', 'active'], state => ({
          ...state,
          on: { ...state.on, DISCARD: [{ target: '#emergency:idle', reenter: true }] },
        })),
      ),
  },
  {
    about: 'a close that has forgotten to remind',
    breaks: 'erase-reminded',
    alone: true,
    rows: () =>
      failing(
        changedMachine(
          ['talk', 'bot', 'bye', 'acting'],
          state => ({ ...state, always: [{ target: '#talk:rest', reenter: true }] }),
          { steps: { answered: { ...STEPS.answered!, found: 'bye' } } },
        ),
      ),
    shows: chat => expect(chat.at(0)?.from).toBe('citizen'),
  },
  {
    about: 'a queue that forgets who waits',
    breaks: 'every-wait-ends',
    rows: () => failing(changedMachine(['talk', 'queued'], state => ({ ...state, after: {} }))),
  },
];

/** A person can always take, the robot is silent over her, and a close reminds: that is code, and no file can say otherwise. */
describe('what a change in flows/ can break', () => {
  test('sos-one-step: an emergency that opens and leaves the talk to the robot', () => {
    // One turn of such a machine: a robot that goes on inside an emergency has too many states to walk in a test.
    const [at, to] = [
      { talk: 'bot.menu', emergency: null },
      { talk: 'bot.menu', emergency: 'confirm' },
    ];
    const main = { configs: [at], edges: [{ event: { type: 'SOS' }, from: at, to, error: null }] };
    const failure = sosOneStep.failure({ main, compiled: compiledBy() } as never);

    expect(failure?.why).toMatch(/nadie queda a cargo: la conversación está en "bot\.menu"/);
  });

  test.each(SLIPS)('$breaks: $about', ({ breaks, alone, rows, shows }) => {
    const failed = rows();

    if (alone) expect(failed.map(row => row.property)).toEqual([breaks]);
    else expect(failed.map(row => row.property)).toContain(breaks);
    shows?.(failed[0]?.counterexample ?? []);
  });
});

test('every property is broken by some test of this file', () => {
  const broken = new Set([...AUTHORS, ...SLIPS].map(({ breaks }) => breaks));
  expect(PROPERTIES.map(p => p.name).filter(name => !broken.has(name))).toEqual([]);
});
