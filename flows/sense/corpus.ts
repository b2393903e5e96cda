/** The labelled messages that sense is trained and measured on, one JSON object a line. */
import { z } from 'zod';
import { INTENTS, LANGUAGES, RISKS } from './types.js';

const exampleSchema = z.object({
  id: z.string(),
  text: z.string(),
  intent: z.enum(INTENTS),
  risk: z.enum(RISKS),
  lang: z.enum(LANGUAGES),
  /** Id of the sheet that answers, for `general_info`; empty or null otherwise. */
  topic: z.string().nullable(),
  /** Only `train` is learnt from. `unseen` was written apart, to measure on what nothing was made from. */
  split: z.enum(['train', 'dev', 'unseen']),
  /** Near-duplicates share it, and are never in two splits nor in two folds. */
  group: z.string(),
  kind: z.string().optional(),
  /** A harmless message with words of alarm. */
  hard_neg: z.boolean().optional(),
});

export type Example = z.infer<typeof exampleSchema>;

/** Throws with the number of the first line that is no example, and what is wrong with it. */
export function parseCorpus(jsonl: string): Example[] {
  const examples: Example[] = [];
  for (const [i, line] of jsonl.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = exampleSchema.safeParse(parseJson(line));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new Error(
        `line ${i + 1} of the corpus is no example: ${issue!.path.join('.') || 'the line'}: ${issue!.message}`,
      );
    }
    examples.push(parsed.data);
  }
  return examples;
}

export const isDangerous = (example: Pick<Example, 'risk'>): boolean => RISKS.indexOf(example.risk) >= 3;

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
