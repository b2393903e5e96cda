/** `cauce train`: makes the weights of sense from the corpus' train split, the same ones for the same corpus. */
import { createHash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { train } from '../../flows/sense/train/train.js';
import { readCorpus, weightsIn } from '../sense/trained.js';
import type { Command } from './command.js';
import { PROTOCOL_OPTION, protocolOf } from './sensing.js';

export const trainCommand: Command = {
  name: 'train',
  about: 'Entrena la comprensión con el corpus y escribe sus pesos (unos minutos).',
  usage: '[--protocol DIR]',
  example: 'npx cauce train',
  options: PROTOCOL_OPTION,
  arguments: { least: 0, most: 0 },
  async run(args, io) {
    const { lexicon, sheets } = protocolOf(args, io);
    const { text, examples } = readCorpus(io.root);
    const mine = examples.filter(example => example.split === 'train');
    const weights = train(mine, { lexicon, sheets }, createHash('sha256').update(text).digest('hex'), line =>
      io.err(line),
    );
    const file = weightsIn(io.root);
    writeFileSync(`${file}.new`, weights);
    renameSync(`${file}.new`, file);
    io.out(
      `${file}: ${(weights.length / 2 ** 20).toFixed(1)} MB, entrenado con ${mine.length} mensajes. Vea cómo le va con: npx cauce eval`,
    );
    return 0;
  },
};
