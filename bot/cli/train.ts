/** `cauce train`: makes the weights of sense from the corpus' train split, the same ones for the same corpus. */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { decode } from '../../flows/sense/weights.js';
import { type Around, train } from '../../flows/sense/train/train.js';
import { readCorpus, readOfSheets, weightsIn } from '../sense/trained.js';
import type { Command } from './command.js';
import { PROTOCOL_OPTION, protocolOf } from './sensing.js';

export const trainCommand: Command = {
  name: 'train',
  about: 'Entrena la comprensión con el corpus y escribe sus pesos (unos minutos).',
  usage: '[--sheets] [--protocol DIR]',
  example: 'npx cauce train',
  /** `--sheets` learns the sheets alone, from more messages: danger, intents and languages stay those of the weights that are there. */
  options: { ...PROTOCOL_OPTION, sheets: { type: 'boolean' } },
  arguments: { least: 0, most: 0 },
  async run(args, io) {
    const { lexicon, sheets } = protocolOf(args, io);
    const { text, examples } = readCorpus(io.root);
    const mine = examples.filter(example => example.split === 'train');
    const file = weightsIn(io.root);
    const around = { lexicon, sheets, ...(args.values.sheets === true ? sheetsAlone(io.root, file) : {}) };
    const weights = train(mine, around, sha256(text), line => io.err(line));
    writeFileSync(`${file}.new`, weights);
    renameSync(`${file}.new`, file);
    io.out(
      `${file}: ${(weights.length / 2 ** 20).toFixed(1)} MB, entrenado con ${mine.length} mensajes. Vea cómo le va con: npx cauce eval`,
    );
    return 0;
  },
};

function sheetsAlone(root: string, file: string): Pick<Around, 'ofSheets' | 'kept'> {
  const { text, examples } = readOfSheets(root);
  return { ofSheets: { examples, sha256: sha256(text) }, kept: decode(readFileSync(file)) };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
