/** The approaches that are compared, all on the same messages and the same parts of train. */
import type { Lexicon } from '../../../flows/sense/lexicon.js';
import { intentChances, riskRow } from '../../../flows/sense/judge.js';
import { retrieval, type SheetText } from '../../../flows/sense/retrieval.js';
import { type Signals, signalReader } from '../../../flows/sense/signals.js';
import { vocabularyOf } from '../../../flows/sense/train/matrix.js';
import { SETTINGS } from '../../../flows/sense/train/train.js';
import { HIGH } from '../../../flows/sense/types.js';
import type { Header } from '../../../flows/sense/weights.js';
import type { Normalised } from '../../../flows/text/normalise.js';
import type { Raw } from './approach.js';
import { bayes } from './bayes.js';
import { beside, columnsOf } from './beside.js';
import { clauseReader } from './clauses.js';
import { embedding } from './embedding.js';
import { heldOut, type HeldOut, type Messages } from './held.js';
import { askingOf, grams, lines } from './lines.js';
import { type Corpus, type Part, type Told, told } from './said.js';

export interface Around {
  lexicon: Lexicon;
  sheets: readonly SheetText[];
  /** Of the weights that ship. */
  header: Header;
  /** Milliseconds of this process' processor. */
  clock: () => number;
  /** Told of progress, a line a step. */
  report: (line: string) => void;
}

/** Named features must be seen in so many messages, and weigh together as much as a kind of n-grams. */
const NAMED_SEEN_IN = 4;
const NAMED_WEIGHT = 0.8;

/** @returns what each approach says of train and dev; `ships` is the one whose weights are in use */
export function compared(train: Messages, dev: Messages, around: Around): { all: Told[]; ships: Told } {
  const { lexicon, sheets, header, clock, report } = around;
  const { topics } = header;
  const corpus: Corpus = { train: train.examples, dev: dev.examples, topics };
  const vocabularies = {
    shared: vocabularyOf(train.texts, SETTINGS.seenIn),
    topic: vocabularyOf(
      askingOf(train.examples).map(i => train.texts[i]!),
      SETTINGS.topicSeenIn,
    ),
  };
  const encode = (messages: readonly Normalised[]) => grams(vocabularies, messages);
  const clauses = clauseReader(lexicon);
  const columns = columnsOf(train.texts.map(clauses), NAMED_SEEN_IN);
  const encodeNamed = (messages: readonly Normalised[]) => {
    const { shared, topic } = encode(messages);
    return { shared: beside(shared, messages.map(clauses), columns, NAMED_WEIGHT), topic };
  };

  const held = [
    lines('n-grams', encode, topics, SETTINGS),
    lines('named', encodeNamed, topics, SETTINGS),
    bayes(encode, topics),
    embedding(encode, topics),
  ].map(approach => {
    report(`${approach.name} …`);
    return heldOut(approach, train, dev, clock);
  });
  const [linear, named, naive, points] = held as [HeldOut, HeldOut, HeldOut, HeldOut];

  const reader = signalReader(lexicon);
  const hear = (text: Normalised): Signals => reader.read(text, { violence: true, asked: false, inEmergency: false });
  const began = clock();
  const signals: Record<Part, Signals[]> = { dev: dev.texts.map(hear), train: [] };
  const hearing = (clock() - began) / dev.texts.length;
  signals.train = train.texts.map(hear);
  const texts: Record<Part, readonly Normalised[]> = { train: train.texts, dev: dev.texts };
  const library = retrieval(sheets, topics);
  const libraryBegan = clock();
  for (const [i, text] of dev.texts.entries()) library.nearest(text, linear.dev[i]!.topics!, 2);
  const looking = (clock() - libraryBegan) / dev.texts.length;

  const high = ([raw]: readonly Raw[]): readonly number[] => [raw!.danger[HIGH - 1]!];
  const rowOf = ([raw]: readonly Raw[], part: Part, i: number): readonly number[] => {
    const outputs = {
      risk: Float64Array.from(raw!.danger),
      intent: raw!.intents!,
      language: NONE,
      topic: raw!.topics!,
    };
    return riskRow(outputs, intentChances(outputs, header.calibration), signals[part][i]!);
  };
  const sheetOf = ([raw]: readonly Raw[], part: Part, i: number): string =>
    library.nearest(texts[part][i]!, raw!.topics!, 1)[0]!.id;
  const silent: Raw = { danger: [], intents: null, topics: null };
  const words: HeldOut = {
    name: 'words',
    train: train.texts.map(() => silent),
    dev: dev.texts.map(() => silent),
    millis: hearing,
    numbers: 0,
    seconds: 0,
  };
  report('stacks …');
  const ships = told(
    {
      name: 'n-grams, calibrated with the words of alarm and the intents',
      of: [linear],
      rowOf,
      sheetOf,
      millis: hearing + looking,
    },
    corpus,
  );
  return {
    ships,
    all: [
      told({ name: 'words of alarm alone', of: [words], rowOf: (_, part, i) => floorsOf(signals[part][i]!) }, corpus),
      told({ name: 'naive Bayes on n-grams', of: [naive] }, corpus),
      told({ name: 'small embedding of n-grams', of: [points] }, corpus),
      told({ name: 'n-grams, linear', of: [linear], rowOf: high }, corpus),
      told(
        {
          name: 'the same with words of alarm, negation, tense, who does what to whom as features',
          of: [named],
          rowOf: high,
        },
        corpus,
      ),
      ships,
      told(
        {
          name: 'all of these stacked',
          of: [linear, named, naive, points],
          rowOf: (raws, part, i) => [...rowOf(raws, part, i), ...raws.slice(1).flatMap(raw => raw.danger)],
          millis: hearing,
        },
        corpus,
      ),
    ],
  };
}

const NONE = new Float64Array();
const FLOORS = ['medium', 'high', 'imminent'];
const floorsOf = ({ floor, hint }: Signals): number[] => [...FLOORS.map(one => (one === floor ? 1 : 0)), hint ? 1 : 0];
