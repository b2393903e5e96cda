/** The lexicon of the protocol that ships, read as data. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type Lexicon, lexiconSchema } from '../../flows/sense/lexicon.js';

export const shippedLexicon = (): Lexicon =>
  lexiconSchema.parse(
    parse(readFileSync(path.join(import.meta.dirname, '../../protocols/whatsapp-mujer/signals.yaml'), 'utf8')),
  );
