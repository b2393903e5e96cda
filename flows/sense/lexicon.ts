/**
 * The lexicon of alarm: what a protocol's `signals.yaml` may say, and its parsed form.
 *
 * It is data that people of the service read, correct and sign: phrases as women write them, grouped by kind of
 * danger, each group with a level that is a floor. How phrases are looked for is in `phrases.ts`; what the hits of one
 * message add up to is in `signals.ts`.
 */
import { z } from 'zod';
import { fewForms, formsIn, isFewForms, withApostrophes } from '../text/forms.js';
import { LEVELS } from './types.js';

const phrase = z.string().min(1).max(120).refine(isFewForms, fewForms);
/** Each with all its forms: "no sé si voy/vaya a estar viva". */
const phrases = z
  .array(phrase)
  .max(500)
  .overwrite(written => [...new Set(written.flatMap(formsIn).flatMap(withApostrophes))]);
const notes = z.record(z.string(), z.string());
const level = z.enum(LEVELS);

/** A group that weighs more in company: "me pegó" with "recién", control with children named. */
const raisedSchema = z.strictObject({
  to: level,
  /** Any of these phrases anywhere in the message. */
  with: phrases.optional(),
  /** Any of the `markers.now`. */
  now: z.literal(true).optional(),
  /** A hit of any of these groups. */
  groups: z.array(z.string()).optional(),
});

const groupSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  level,
  title: z.string(),
  phrases: phrases.min(1),
  phrase_notes: notes.optional(),
  raised: raisedSchema.optional(),
  /** How many different phrases must be there before the level counts; under that they are only shown. */
  cues: z.number().int().min(1).max(3).default(1),
  /** Outside a service for violence the hits are shown to a person and raise nothing. */
  violence_only: z.boolean().default(false),
  /** The hits say nothing about risk (insults, jokes): shown, never a floor. */
  shown_only: z.boolean().default(false),
});

const negationSchema = z.strictObject({
  text: phrase,
  /** What the phrase is worth in place of the hits whose words it covers. `none` takes them away; `kept` leaves them. */
  level: z.enum([...LEVELS, 'none', 'kept']),
  reading: z.string(),
});

export const lexiconSchema = z
  .strictObject({
    version: z.number().int().min(1),
    reviewed: z.boolean(),
    language: z.string(),
    levels: z.strictObject({ S: z.string(), H: z.string(), M: z.string(), X: z.string() }),
    rules: z.array(z.string()).default([]),
    groups: z.array(groupSchema).min(1).max(60),
    /** Floor S in a service for violence, within ten minutes of a safety question or in an emergency; H elsewhere. */
    context_only: phrases,
    /** Count only as the whole message, greetings and signs apart; inside a longer text they are a hint. */
    whole_message_only: phrases,
    /** Phrases of somebody who comes: beside one of `others` they are worth nothing, unless one of `him` is named. */
    arrivals: z.strictObject({ phrases, others: phrases, him: phrases }).optional(),
    /** Phrases that count M where they tell how he is: beside one of `with`, and none of `without` or of now. */
    habits: z.strictObject({ phrases, with: phrases, without: phrases }).optional(),
    negations: z.array(negationSchema).max(200),
    markers: z.strictObject({ now: phrases, past: phrases, long_past: phrases }),
    /** Ordinary phrases with words of alarm: each takes back a single hit of the same words. */
    hard_negatives: phrases,
    hard_negative_notes: notes.optional(),
  })
  .superRefine((lexicon, context) => {
    const ids = new Set<string>();
    for (const [i, group] of lexicon.groups.entries()) {
      if (ids.has(group.id))
        context.addIssue({
          code: 'custom',
          path: ['groups', i, 'id'],
          message: `"${group.id}" está dos veces`,
          params: { expected: 'un nombre que no tenga ya otro grupo' },
        });
      ids.add(group.id);
    }
    for (const [i, group] of lexicon.groups.entries()) {
      for (const other of group.raised?.groups ?? []) {
        if (!ids.has(other))
          context.addIssue({
            code: 'custom',
            path: ['groups', i, 'raised', 'groups'],
            message: `no hay un grupo "${other}"`,
            params: { expected: [...ids].join(', ') },
          });
      }
    }
  });

export type Lexicon = z.infer<typeof lexiconSchema>;
export type LexiconGroup = Lexicon['groups'][number];
