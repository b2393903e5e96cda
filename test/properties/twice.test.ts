/**
 * Whatever she writes, however often, the robot never says the same twice in a row: with the senses that ship, over messages of
 * the corpus that they were trained on, short ones, and the same ones again.
 */
import fc from 'fast-check';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSource, readProtocolFolder, running } from '../../bot/publish.js';
import { ROOT } from '../../bot/root.js';
import { readCorpus, readTrained } from '../../bot/sense/trained.js';
import { compile } from '../../flows/compile.js';
import type { Spoken } from '../../flows/talk/say.js';
import { Talk } from '../support/talk.js';

const { protocol, senses } = running(
  parseSource(readProtocolFolder(path.join(ROOT, 'protocols', 'whatsapp-mujer'))),
  readTrained(ROOT),
);
const compiled = compile(protocol);
const trainedOn = readCorpus(ROOT)
  .examples.filter(({ split }) => split === 'train')
  .map(({ text }) => text);

/** What may stand twice in a row, and why. */
const IN_FULL: readonly { keys: RegExp; why: string }[] = [
  { keys: /^sos\.(open|open-placed|ask-missing|nobody)\b/, why: 'a second call for help gets the whole first reply' },
  {
    keys: /^(sos\.medical|sos\.medical-where|sos\.fire|sos\.fire-where|sos\.self-harm|sos\.his-life|sos\.where-seen|queue\.be-seen)\b/,
    why: 'whom to call for a life',
  },
  {
    keys: /^(person\.noted|welcome\.back|safe\.no|review\.neutral|sos\.check|queue\.who)\b/,
    why: 'must not differ, whoever reads it',
  },
  { keys: /^sheet\./, why: 'the answer itself, to the same question' },
];
/** She wants the same once more, and gets it. */
const ASKS_AGAIN = /\brepit[ea]|\brepeat\b/i;
const mayRepeat = ({ key, author }: Spoken): boolean => author !== 'bot' || IN_FULL.some(({ keys }) => keys.test(key));

const SHORT = [
  ...[
    'hola',
    'sí',
    'no',
    'ya',
    'gracias',
    '?',
    'persona',
    'ok',
    'cuánto falta',
    'hay alguien',
    'menú',
    'no sé',
    '1',
    '2',
  ],
  ...['😀', 'aaaa', 'aló', 'por favor', 'necesito ayuda', 'SOS', 'quiero pedir hora', 'tengo una duda', 'a mi correo'],
];
const BEGINNINGS: readonly (readonly string[])[] = [
  [],
  ['hola', 'sí'],
  ['hola', 'sí', 'cómo saco la clave única'],
  ['hola', 'sí', 'quiero pedir hora para la llamada de apoyo', 'no'],
  ['quiero hablar con una persona'],
  ['SOS'],
  ['SOS', 'Los Aromos 114, Peñalolén'],
  ['SOS', 'no'],
];
const text = fc.oneof(
  fc.constantFrom(...SHORT),
  fc.nat(trainedOn.length - 1).map(at => trainedOn[at]!),
);
/** Each text, and how often it is written. */
const written = fc
  .array(fc.tuple(text, fc.constantFrom(1, 1, 2, 3)), { minLength: 1, maxLength: 6 })
  .map(parts => parts.flatMap(([one, times]) => Array.from({ length: times }, () => one)));

const shownOf = ({ text: words, choices = [] }: Spoken): string => [words, ...choices.map(c => c.label)].join('\n');

function repeated(texts: readonly string[], staffed: boolean): string[] {
  const talk = new Talk(compiled, senses);
  Object.assign(talk.world, { staffed, open: staffed });
  let last: string[] = [];
  return texts.flatMap(one => {
    const { messages } = talk.says(one);
    const again = ASKS_AGAIN.test(one) ? [] : messages.filter(said => !mayRepeat(said) && last.includes(shownOf(said)));
    if (messages.length > 0) last = messages.map(shownOf);
    return again.map(({ key }) => `${one} → ${key}`);
  });
}

test('no turn of the robot says what its last one said', () => {
  fc.assert(
    fc.property(fc.constantFrom(...BEGINNINGS), written, fc.boolean(), (beginning, texts, staffed) => {
      expect(repeated([...beginning, ...texts], staffed)).toEqual([]);
    }),
    { numRuns: 250 },
  );
});

describe('the same again', () => {
  const says = (...texts: string[]): Talk => {
    const talk = new Talk(compiled, senses);
    for (const one of texts) talk.says(one);
    return talk;
  };

  test('she asks how long it takes, again and again, and is answered each time', () => {
    const talk = says('quiero hablar con una persona', 'cuánto falta');
    const answers = [1, 2, 3].map(() => talk.says('cuánto falta').messages.map(({ key }) => key));

    expect(answers).toEqual([['queue.patience.again'], ['queue.patience'], ['queue.patience.again']]);
  });

  test('after two sheets she is not asked twice in the same words whether it helped', () => {
    const talk = says('hola', 'sí', 'cómo saco la clave única');

    expect(talk.says('cómo inscribo a mi hijo recién nacido').messages.map(({ key }) => key)).toContain(
      'info.did-it-help.again',
    );
  });

  test('a question of the emergency that she did not answer comes in other words', () => {
    const talk = says('SOS', 'Los Aromos 114, Peñalolén', 'sí', 'y qué pasa con los niños?');
    const [before, after] = [talk.messages.at(-1)!, talk.says('cuánto cuesta el trámite?').messages.at(-1)!];

    expect([before.key, after.key].sort()).toEqual(['sos.ask-who', 'sos.ask-who.again']);
  });

  test('a second call for help is answered in full', () => {
    const talk = says('SOS');
    const [first] = talk.messages;
    talk.passes('1m');

    expect(talk.says('SOS').messages.map(shownOf)).toEqual([shownOf(first!)]);
  });

  test('what she asks to have repeated is repeated', () => {
    const talk = says('hola', 'sí');

    expect(talk.says('repite').messages.map(shownOf)).toEqual([shownOf(talk.messages.at(-1)!)]);
  });

  test('a person wrote between: the robot may say what it said before', () => {
    const talk = says('SOS', 'Los Aromos 114, Peñalolén');
    const by = { id: 'marta', name: 'Marta' };
    talk.does({ type: 'TAKE', by });
    talk.does({ type: 'SAY', by, text: 'Hola, soy Marta' });

    expect(talk.context.said).toBeUndefined();
  });

  test('a state of before knows of no last text, and goes on', () => {
    const talk = says('quiero hablar con una persona', 'cuánto falta').remembers({ said: undefined as never });

    expect(
      talk
        .sleeps()
        .says('cuánto falta')
        .messages.map(({ key }) => key),
    ).toEqual(['queue.patience']);
  });
});
