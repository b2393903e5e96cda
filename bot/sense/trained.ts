/** Where the weights of sense and the messages they were trained on lie in the repository, and how they are read. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Trained, trained } from '../../flows/sense/sense.js';

export const weightsIn = (root: string): string => path.join(root, 'bot/sense/data/weights.bin');
export const corpusIn = (root: string): string => path.join(root, 'bot/sense/data/corpus/messages.jsonl');

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
