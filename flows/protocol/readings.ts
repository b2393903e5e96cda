/** What a protocol may write in `readings/` (or under `readings` in protocol.yaml): lists of words, each a list of phrases or one with its rules (shelf.ts). */
import { z } from 'zod';
import type { WordLists } from '../lists.js';
import type { ReadingList } from '../shelf.js';
import { fewForms, isFewForms } from '../text/forms.js';

const phrases = z.array(z.string()).min(1);
/** Compared with all that she says, each form by itself. */
const wholePhrases = z.array(z.string().refine(isFewForms, fewForms)).min(1);

export const readingName = z.string().regex(/^[a-z][a-z-]*$/);

export const readingSchema = z.union([
  phrases,
  z
    .strictObject({
      words: phrases.optional(),
      within: z.number().int().min(1).max(40).optional(),
      whole: wholePhrases.optional(),
      asides: wholePhrases.optional(),
      apart: phrases.optional(),
      with: phrases.optional(),
      and: phrases.optional(),
      without: phrases.optional(),
      also: z.array(z.string()).min(1).optional(),
      adds_up: z.literal(true).optional(),
    })
    .refine(list => list.words ?? list.whole, 'falta words o whole: las palabras de esta lectura'),
]);

/** As they are asked. */
export const wordLists = (lists: Record<string, z.infer<typeof readingSchema>>): WordLists =>
  Object.fromEntries(
    Object.entries(lists).map(([name, list]): [string, ReadingList] => [
      name,
      Array.isArray(list) ? { words: list } : ({ ...list, words: list.words ?? [] } as ReadingList),
    ]),
  );
