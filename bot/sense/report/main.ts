/**
 * `npm run sense:report`: compares ways of understanding on the labelled messages, measures the weights that are in use,
 * and writes both into docs/sense.md. Takes some twenty minutes of one processor. The same corpus, weights and protocol
 * give the same figures, times excepted.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Example } from '../../../flows/sense/corpus.js';
import { measure } from '../../../flows/sense/measure.js';
import { retrieval } from '../../../flows/sense/retrieval.js';
import { createSenses, type Trained } from '../../../flows/sense/sense.js';
import { signalReader } from '../../../flows/sense/signals.js';
import { normalise } from '../../../flows/text/normalise.js';
import { parseSource, readProtocolFolder } from '../../publish.js';
import { ROOT } from '../../root.js';
import { readCorpus, readTrained } from '../trained.js';
import { compared } from './compared.js';
import type { Messages } from './held.js';
import { page } from './pages.js';

const USAGE = `Uso: npm run sense:report
Compara formas de entender los mensajes, mide los pesos en uso y escribe ambas cosas en docs/sense.md. Tarda unos veinte minutos.`;
const [argument] = process.argv.slice(2);
if (argument !== undefined) {
  const asks = argument === '--help' || argument === '-h';
  process[asks ? 'stdout' : 'stderr'].write(
    `${asks ? '' : `no se conoce "${argument}"; no lleva argumentos\n`}${USAGE}\n`,
  );
  process.exit(asks ? 0 : 2);
}

const DOCUMENT = path.join(ROOT, 'docs/sense.md');
const [BEGIN, END] = ['<!-- npm run sense:report -->\n', '<!-- end of the report -->'];

const { lexicon, sheets } = parseSource(readProtocolFolder(path.join(ROOT, 'protocols/whatsapp-mujer')));
const shipped = readTrained(ROOT);
const { examples } = readCorpus(ROOT);
const messagesOf = (split: Example['split']): Messages => {
  const some = examples.filter(example => example.split === split);
  return { examples: some, texts: some.map(({ text }) => normalise(text)) };
};
const [train, dev] = [messagesOf('train'), messagesOf('dev')];

const senses = createSenses(shipped, lexicon, sheets);
const onDev = dev.examples.map(example => ({
  example,
  sensed: senses.read(example.text, { violence: true, inEmergency: false }),
}));
const stages = stagesOf(shipped, dev);
const { all, ships } = compared(train, dev, {
  lexicon,
  sheets,
  header: shipped.header,
  clock: millisOfProcessor,
  report: line => void process.stderr.write(`${line}\n`),
});
const text = page({
  train: train.examples,
  dev: dev.examples,
  approaches: all,
  ships,
  shipped: measure(onDev),
  onDev,
  stages,
  corpus: shipped.header.corpus.sha256,
});

const document = readFileSync(DOCUMENT, 'utf8');
const [before, after] = [document.indexOf(BEGIN), document.indexOf(END)];
if (before < 0 || after < before) throw new Error(`${DOCUMENT} has no place for the report: ${BEGIN.trim()} … ${END}`);
writeFileSync(DOCUMENT, `${document.slice(0, before)}${BEGIN}\n${text}\n\n${document.slice(after)}`);
process.stdout.write(`${DOCUMENT}\n`);

function millisOfProcessor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds that each stage of reading a message takes, once all is warm. */
function stagesOf({ model, header }: Trained, { texts, examples }: Messages): Record<string, number> {
  const reader = signalReader(lexicon);
  const library = retrieval(sheets, header.topics);
  const outputs = texts.map(message => model.read(message).topic);
  const each = (stage: (i: number) => void): number => {
    for (let i = 0; i < texts.length; i++) stage(i);
    const began = millisOfProcessor();
    for (let i = 0; i < texts.length; i++) stage(i);
    return (millisOfProcessor() - began) / texts.length;
  };
  return {
    normalise: each(i => normalise(examples[i]!.text)),
    'words of alarm': each(i => reader.read(texts[i]!, { violence: true, asked: false, inEmergency: false })),
    models: each(i => model.read(texts[i]!)),
    sheets: each(i => library.nearest(texts[i]!, outputs[i]!, 3)),
    'all of it, with the evidence': each(i => senses.read(examples[i]!.text, { violence: true, inEmergency: false })),
  };
}
