/** Where the weights of sense and the messages they were trained on lie in the repository, and how they are read. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Example, parseCorpus } from '../../flows/sense/corpus.js';
import { type Trained, trained } from '../../flows/sense/sense.js';

export const weightsIn = (root: string): string => path.join(root, 'bot/sense/data/weights.bin');

/** The first labelled messages, with those that sense is measured on, and what was written later to train on. */
const CORPUS = ['messages.jsonl', 'additions.jsonl'];

/** The corpus as written, and its messages. @param root folder of package.json */
export function readCorpus(root: string): { text: string; examples: Example[] } {
  const text = CORPUS.map(file => readFileSync(path.join(root, 'bot/sense/data/corpus', file), 'utf8')).join('');
  return { text, examples: parseCorpus(text) };
}

/**
 * What was written later: `train --sheets` lets the outputs of sheets alone learn from it. Its messages of other splits are left out.
 * @param root folder of package.json
 */
export function readOfSheets(root: string): { text: string; examples: Example[] } {
  const text = readFileSync(path.join(root, 'bot/sense/data/corpus/next.jsonl'), 'utf8');
  return { text, examples: parseCorpus(text).filter(({ split }) => split === 'train') };
}

/**
 * The messages that nothing of sense may be made from, nor chosen by.
 * @param root folder of package.json
 */
export const readUnseen = (root: string): Example[] =>
  parseCorpus(readFileSync(path.join(root, 'bot/sense/data/unseen/unseen.jsonl'), 'utf8'));

/**
 * The weights that came with this version. Throws, saying what to do, when they are missing or of another version.
 * @param root folder of package.json
 */
export function readTrained(root: string): Trained {
  const file = weightsIn(root);
  if (!existsSync(file))
    throw new Error(`${file} is missing. Restore it from the repository, or make it with: npm run train`);
  return trained(readFileSync(file));
}
