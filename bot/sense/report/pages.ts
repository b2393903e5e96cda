/** The report as the part of docs/sense.md that it is: tables in Markdown. */
import { type Example, isDangerous } from '../../../flows/sense/corpus.js';
import { type Figures, type RiskFigures, share, type Table, type Understood } from '../../../flows/sense/measure.js';
import { HIGH, INTENTS, LANGUAGES, RISKS } from '../../../flows/sense/types.js';
import {
  binsOf,
  brier,
  calibrationError,
  type Case,
  casesOf,
  found,
  isLookalike,
  isOrdinary,
  macroF1,
  rightFirst,
} from './figures.js';
import type { Told } from './said.js';

export interface Report {
  train: readonly Example[];
  dev: readonly Example[];
  approaches: readonly Told[];
  /** The approach whose weights are in use, trained anew like the others. */
  ships: Told;
  /** The weights that are in use, with all that sense does around them, on dev. */
  shipped: Figures;
  /** What those say of each message of dev. */
  onDev: readonly Understood[];
  /** Milliseconds of one processor that a message takes, by stage. */
  stages: Record<string, number>;
  /** SHA-256 of the corpus that the weights were trained on. */
  corpus: string;
}

const CURVE = [0.01, 0.02, 0.03, 0.05, 0.08, 0.1, 0.12, 0.15, 0.2, 0.3];
const AT_LOOKALIKES = [0.2, 0.12, 0.1, 0.03];
const AT_ORDINARY = [0.08, 0.03];
/** A kind of fewer messages says nothing by its shares. */
const KIND_FROM = 20;

export function page(report: Report): string {
  return [
    `Corpus ${report.corpus.slice(0, 12)}: ${report.train.length} messages of train, ${report.dev.length} of dev.`,
    ...approaches(report),
    ...curve(report),
    ...calibration(report),
    ...risk(report),
    ...intents(report),
    ...rest(report),
  ].join('\n');
}

function approaches({ train, dev, approaches }: Report): string[] {
  const head = [
    'approach',
    ...AT_LOOKALIKES.map(at => `found at ${at}`),
    ...AT_ORDINARY.map(at => `at ${at} ordinary`),
    'calibration error',
    'Brier',
    'intents, macro-F1',
    'right sheet first',
  ];
  const rows = (of: readonly Example[], part: 'train' | 'dev'): string[][] =>
    approaches.map(told => {
      const cases = casesOf(of, told[part]);
      return [
        told.name,
        ...AT_LOOKALIKES.map(at => cell(found(cases, isLookalike, at))),
        ...AT_ORDINARY.map(at => cell(found(cases, isOrdinary, at))),
        cell(calibrationError(cases)),
        cell(brier(cases)),
        cell(macroF1(cases)),
        cell(rightFirst(cases)),
      ];
    });
  return [
    '\n### Approaches compared\n',
    'By cross-validation inside train: each message judged by models that learnt nothing of its group.\n',
    ...table(head, rows(train, 'train')),
    '\nOn dev, each learnt from all of train.\n',
    ...table(head, rows(dev, 'dev')),
    '\nWhat they cost: milliseconds of one processor a message, millions of numbers to keep before any are left out, and seconds to learn.\n',
    ...table(
      ['approach', 'ms a message', 'numbers, millions', 'seconds'],
      approaches.map(told => [
        told.name,
        told.millis.toFixed(2),
        (told.numbers / 1e6).toFixed(1),
        told.seconds.toFixed(0),
      ]),
    ),
  ];
}

/** What the weights in use say of dev, with all that sense does around them. */
const shippedOn = ({ onDev }: Report): Case[] =>
  onDev.map(({ example, sensed: { chance, intent, sheets } }) => ({
    example,
    said: { chance, intent, sheet: sheets[0]?.id ?? null },
  }));

function curve(report: Report): string[] {
  const cases = casesOf(report.train, report.ships.train);
  const shippedOnDev = shippedOn(report);
  return [
    '\n### Danger found, by the share of the harmless that is let through\n',
    'On dev with the weights in use; in train by cross-validation.\n',
    ...table(
      ['let through', ...CURVE.map(String)],
      [
        ['dev, of look-alikes', ...CURVE.map(at => cell(found(shippedOnDev, isLookalike, at)))],
        ['dev, of ordinary', ...CURVE.map(at => cell(found(shippedOnDev, isOrdinary, at)))],
        ['train, of look-alikes', ...CURVE.map(at => cell(found(cases, isLookalike, at)))],
        ['train, of ordinary', ...CURVE.map(at => cell(found(cases, isOrdinary, at)))],
      ],
    ),
  ];
}

function calibration(report: Report): string[] {
  const cases = casesOf(report.train, report.ships.train);
  const shippedOnDev = shippedOn(report);
  const [onTrain, onDev] = [binsOf(cases), binsOf(shippedOnDev)];
  const inLanguage = (some: readonly Case[], language: string): Case[] =>
    some.filter(({ example }) => example.lang === language);
  return [
    '\n### Calibration of the chance of danger\n',
    ...table(
      ['chance', 'train: messages', 'said', 'was dangerous', 'dev: messages', 'said', 'was dangerous'],
      onTrain.map((bin, i) => [
        `${bin.from}–${(bin.from + 0.1).toFixed(1)}`,
        ...[bin, onDev[i]!].flatMap(({ messages, said, was }) => [String(messages), cell(said), cell(was)]),
      ]),
    ),
    '\nBy language: the mean chance beside the share that was dangerous, and the mean error over the bins.\n',
    ...table(
      [
        'language',
        'train: messages',
        'said',
        'was dangerous',
        'error',
        'dev: messages',
        'said',
        'was dangerous',
        'error',
      ],
      LANGUAGES.map(language => [
        language,
        ...[inLanguage(cases, language), inLanguage(shippedOnDev, language)].flatMap(some => [
          String(some.length),
          cell(some.reduce((sum, { said }) => sum + said.chance, 0) / Math.max(1, some.length)),
          cell(share(some, ({ example }) => isDangerous(example))),
          cell(calibrationError(some)),
        ]),
      ]),
    ),
  ];
}

function risk({ train, ships, shipped, onDev }: Report): string[] {
  const cases = casesOf(train, ships.train);
  const line = (name: string, f: RiskFigures): string[] => [
    name,
    cell(f.recall),
    cell(f.precision),
    cell(f.imminent_recall),
    cell(f.false_alarms.lookalikes),
    cell(f.false_alarms.ordinary),
    cell(f.false_alarms.imminent),
    `${f.dangerous} / ${f.messages}`,
  ];
  const kinds = Object.entries(shipped.risk.by_kind).filter(([, f]) => f.messages >= KIND_FROM);
  const dangers = kinds.filter(([, f]) => f.dangerous >= KIND_FROM).sort(([, a], [, b]) => b.dangerous - a.dangerous);
  const harmless = kinds.filter(([, f]) => f.dangerous === 0).sort(([, a], [, b]) => b.messages - a.messages);
  const ofKind = (kind: string): Case[] => cases.filter(({ example }) => example.kind === kind);
  const asked = chanceAsked(cases);
  const alarmed = (some: readonly Case[]): number => share(some, ({ said }) => said.chance > asked);
  return [
    '\n### What is said, on dev\n',
    ...table(
      [
        '',
        'found',
        'precision',
        'imminent said imminent',
        'false alarms: look-alikes',
        'ordinary',
        'said imminent',
        'dangerous / all',
      ],
      [line('all', shipped.risk), ...Object.entries(shipped.risk.by_language).map(([name, f]) => line(name, f))],
    ),
    '\nRisk: rows are what it is, columns what was said.\n',
    ...confusion(shipped.risk.confusion, RISKS),
    `\nBy kind: on dev as said; in train by cross-validation at the chance that ${100 * ASKED} % of its look-alikes reach.\n`,
    ...table(
      ['kind of danger', 'found, dev', 'messages', 'found, train', 'messages'],
      dangers.map(([kind, f]) => {
        const some = ofKind(kind).filter(({ example }) => isDangerous(example));
        return [kind, cell(f.recall), String(f.dangerous), cell(alarmed(some)), String(some.length)];
      }),
    ),
    '',
    ...table(
      ['harmless kind', 'taken for high, dev', 'messages', 'taken for high, train', 'messages'],
      harmless.map(([kind, f]) => {
        const some = ofKind(kind);
        const taken = onDev.filter(({ example }) => example.kind === kind);
        return [
          kind,
          cell(share(taken, ({ sensed }) => RISKS.indexOf(sensed.risk) >= HIGH)),
          String(f.messages),
          cell(alarmed(some)),
          String(some.length),
        ];
      }),
    ),
  ];
}

const ASKED = 0.2;

/** The chance that so many of the look-alikes reach. */
function chanceAsked(cases: readonly Case[]): number {
  const chances = cases.filter(isLookalike).map(({ said }) => said.chance);
  return chances.sort((a, b) => b - a)[Math.floor(ASKED * chances.length)] ?? 1;
}

function intents({ shipped: { intent } }: Report): string[] {
  return [
    '\n### Intents, on dev\n',
    `Macro-F1 ${cell(intent.macro_f1)}, right ${cell(intent.accuracy)}.\n`,
    ...table(
      ['intent', 'F1', 'precision', 'recall', 'messages'],
      Object.entries(intent.by_intent)
        .sort(([, a], [, b]) => b.f1 - a.f1)
        .map(([name, f]) => [name, cell(f.f1), cell(f.precision), cell(f.recall), String(f.messages)]),
    ),
    '\nRows are what it is, columns what was said.\n',
    ...confusion(intent.confusion, INTENTS),
  ];
}

function rest({ shipped: { language, sheets }, stages }: Report): string[] {
  return [
    '\n### Languages and sheets, on dev\n',
    `Language right ${cell(language.accuracy)}, without knowing the conversation's.\n`,
    ...confusion(language.confusion, LANGUAGES),
    `\nOf ${sheets.questions} questions the right sheet stands first for ${cell(sheets.right_first)}. With abstention the right one is given to ${cell(sheets.right_given)}, a wrong one to ${cell(sheets.wrong_given)}, and ${cell(sheets.abstained)} go to a person. A sheet is given to ${cell(sheets.given_without_need)} of the messages that none answers.`,
    '\n### Time of a message\n',
    'Milliseconds of one processor, on the machine that made this report.\n',
    ...table(Object.keys(stages), [Object.values(stages).map(millis => millis.toFixed(2))]),
  ];
}

/** Columns in short, so that the table fits a page. */
function confusion(of: Table, names: readonly string[]): string[] {
  return table(
    ['', ...names.map(name => name.replaceAll('_', ' '))],
    Object.entries(of).map(([name, row]) => [
      name.replaceAll('_', ' '),
      ...names.map(other => String(row[other] || '·')),
    ]),
  );
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`);

const cell = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
