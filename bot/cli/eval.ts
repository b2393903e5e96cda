/** `cauce eval`: how well sense does on the labelled messages that it was not trained on. */
import { createSenses } from '../../flows/sense/sense.js';
import { type Curves, type Figures, measure, type RiskFigures, type Table } from '../../flows/sense/measure.js';
import { readCorpus, readTrained, readUnseen } from '../sense/trained.js';
import { binsOf, brier, calibrationError } from '../sense/report/figures.js';
import { type Command, type Io, UsageError } from './command.js';
import { PROTOCOL_OPTION, protocolOf } from './sensing.js';

const SPLITS = ['dev', 'train', 'unseen'] as const;

export const evalCommand: Command = {
  name: 'eval',
  about: 'Mide la comprensión con el corpus: peligro hallado y falsas alarmas, intenciones, idiomas, fichas.',
  usage: '[--split dev|train|unseen] [--protocol DIR] [--json]',
  example: 'npx cauce eval --split dev',
  options: { ...PROTOCOL_OPTION, split: { type: 'string' }, json: { type: 'boolean' } },
  arguments: { least: 0, most: 0 },
  async run(args, io) {
    const named = args.values.split ?? 'dev';
    const split = SPLITS.find(one => one === named);
    if (!split) throw new UsageError(`"${String(named)}" no es una parte del corpus. Use ${SPLITS.join(', ')}.`);
    const { lexicon, sheets } = protocolOf(args, io);
    const senses = createSenses(readTrained(io.root), lexicon, sheets);
    const examples =
      split === 'unseen'
        ? readUnseen(io.root)
        : readCorpus(io.root).examples.filter(example => example.split === split);
    const understood = examples.map(example => ({
      example,
      sensed: senses.read(example.text, { violence: true, inEmergency: false }),
    }));
    const figures = measure(understood);
    const cases = understood.map(({ example, sensed: { chance, intent, sheets: nearest } }) => ({
      example,
      said: { chance, intent, sheet: nearest[0]?.id ?? null },
    }));
    const calibration = { error: calibrationError(cases), brier: brier(cases), bins: binsOf(cases) };
    if (args.values.json) io.out(JSON.stringify({ split, ...figures, calibration }));
    else {
      print(split, figures, io);
      io.out(
        `\nCalibration of risk_score: error ${cell(calibration.error).trim()}, Brier ${cell(calibration.brier).trim()}; said and was, by tenths:`,
      );
      for (const { messages, said, was } of calibration.bins) io.out(`  ${cell(said)}  ${cell(was)}   (${messages})`);
    }
    return 0;
  },
};

/** A kind with fewer messages says nothing by its shares; `--json` has them all. */
const KIND_FROM = 20;

function print(split: string, { messages, risk, intent, language, sheets }: Figures, io: Io): void {
  io.out(`${messages} messages of ${split}${split === 'train' ? ' (trained on: these figures say little)' : ''}`);
  io.out(
    '\nDanger (high or imminent)   found  precision  as imminent | false alarms: look-alikes  ordinary  medium  as imminent',
  );
  const line = (name: string, f: RiskFigures): void => {
    const { lookalikes, ordinary, medium, imminent } = f.false_alarms;
    io.out(
      `  ${name.padEnd(24)} ${[f.recall, f.precision, f.imminent_recall].map(cell).join('  ')}  | ${[lookalikes, ordinary, medium, imminent].map(cell).join('  ')}   (${f.dangerous} of ${f.messages})`,
    );
  };
  line('all', risk);
  for (const [name, f] of Object.entries(risk.by_language)) line(name, f);
  for (const [name, f] of Object.entries(risk.by_kind)) if (f.messages >= KIND_FROM) line(name, f);
  const at = (kind: keyof Curves, of: Curves = risk.recall_at): string =>
    Object.entries(of[kind])
      .sort(([a], [b]) => Number(b) - Number(a))
      .map(([allowed, recall]) => `${cell(recall).trim()} at ${allowed}`)
      .join(', ');
  io.out(`\nFound by risk_score, by share of look-alikes let through: ${at('lookalikes')}`);
  io.out(`Found by risk_score, by share of ordinary messages let through: ${at('ordinary')}`);
  io.out(`Found by risk_score, by share of those without words of alarm let through: ${at('plain')}`);
  io.out(
    `As decisions weigh it, phrases of level S at 0.9 and more: look-alikes ${at('lookalikes', risk.recall_at_weighed)}; ordinary ${at('ordinary', risk.recall_at_weighed)}`,
  );
  io.out('\nRisk: rows are what it is, columns what was said');
  printTable(risk.confusion, io);
  io.out(`\nIntent: macro-F1 ${cell(intent.macro_f1).trim()}, right ${cell(intent.accuracy).trim()}`);
  for (const [name, f] of Object.entries(intent.by_intent))
    io.out(
      `  ${name.padEnd(24)} F1 ${cell(f.f1)}  precision ${cell(f.precision)}  recall ${cell(f.recall)}   (${f.messages})`,
    );
  printTable(intent.confusion, io);
  io.out(`\nLanguage: right ${cell(language.accuracy).trim()}`);
  printTable(language.confusion, io);
  io.out(
    `\nSheets, ${sheets.questions} questions: right one first ${cell(sheets.right_first).trim()}; given right ${cell(sheets.right_given).trim()}, given wrong ${cell(sheets.wrong_given).trim()}, abstained ${cell(sheets.abstained).trim()}`,
  );
  io.out(`A sheet was given to ${cell(sheets.given_without_need).trim()} of the messages that none answers`);
}

function printTable(table: Table, io: Io): void {
  const columns = Object.keys(Object.values(table)[0] ?? {});
  io.out(`  ${''.padEnd(24)} ${columns.map(c => c.slice(0, 8).padStart(8)).join(' ')}`);
  for (const [name, row] of Object.entries(table))
    io.out(`  ${name.padEnd(24)} ${columns.map(c => String(row[c]).padStart(8)).join(' ')}`);
}

const cell = (value: number): string => value.toFixed(3).padStart(6);
