/**
 * The cases of a step kind: `test/steps/<kind>.yaml`, a list that somebody who is no programmer can read and extend.
 *
 *     - about: a word with accents and capitals is understood      # the name of the test
 *       step: { choose: need, options: [...] }                     # the step, as an author writes it
 *       says: [INFORMACIÓN]                                        # what she writes after the step is reached
 *       reaches: info                                              # where the talk is at the end
 *
 * `says` holds her texts, and between them what else happens: `{ text, intent, risk, sheet, language, signals }` says
 * how a text is understood, `{ media: audio }` sends something without words, `{ passes: 3m }` lets time go by, and
 * `{ type: SLOTS, … }` is any other event. Every text of the tiny protocol around the step says its own key, so `bot`
 * lists keys. What a case does not mention is not looked at.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { EFFECTS } from '../../flows/effects.js';
import { MILESTONES } from '../../flows/milestones.js';
import { INTENTS, LANGUAGES, LEVELS, RISKS } from '../../flows/sense/types.js';
import { duration } from '../../flows/steps/parts.js';

const sensedSchema = {
  intent: z.enum(INTENTS).optional(),
  risk: z.enum(RISKS).optional(),
  sheet: z.string().optional(),
  /** The nearest ones, with how sure: a queue answers only what it is sure of. */
  sheets: z.array(z.strictObject({ id: z.string(), score: z.number() })).optional(),
  language: z.enum(LANGUAGES).optional(),
  signals: z
    .array(z.strictObject({ group: z.string(), level: z.enum(LEVELS), phrase: z.string(), at: z.number() }))
    .optional(),
};
/** `uncallable`: written on our own page. */
const wordsSchema = z.strictObject({ text: z.string(), uncallable: z.literal(true).optional(), ...sensedSchema });
const mediaSchema = z.strictObject({
  media: z.enum(['image', 'audio', 'video', 'sticker', 'document', 'contact', 'location']),
  lat: z.number().optional(),
  lon: z.number().optional(),
});
const passesSchema = z.strictObject({ passes: z.string().refine(time => duration.safeParse(time).success) });
const happeningSchema = z.looseObject({ type: z.string().regex(/^[A-Z_]+$/) });
const saysSchema = z.union([z.string(), wordsSchema, mediaSchema, passesSchema, happeningSchema]);
export type Said = z.infer<typeof saysSchema>;

const stepSchema = z.record(z.string(), z.unknown());

const caseSchema = z.strictObject({
  about: z.string().min(10),
  step: stepSchema,
  /** More steps of the tiny protocol, by id. */
  more: z.record(z.string(), stepSchema).optional(),
  /** Texts that do not just say their key. */
  texts: z.record(z.string(), z.string()).optional(),

  /** What the conversation remembers from before, and what the service is like. */
  given: z
    .strictObject({
      marks: z.record(z.string(), z.unknown()).optional(),
      kept: z.record(z.string(), z.unknown()).optional(),
      appointment: z.strictObject({ id: z.string(), at: z.number() }).optional(),
      slot: z.strictObject({ at: z.number(), staff: z.string() }).optional(),
      staffed: z.boolean().optional(),
      /** Her channel takes our messages away again when it is asked. */
      removes: z.literal(true).optional(),
    })
    .default({}),
  /** The message that brings her to the step. */
  arrives: z.union([z.string(), wordsSchema]).default('hola'),
  says: z.array(saysSchema).default([]),

  /** What is wrong with the step, in the author's words; nothing else is expected then. */
  problems: z.array(z.string()).min(1).optional(),
  /** Where the talk is at the end: a step, `@queue`, `@person`, `@rest`, `@unsure`. */
  reaches: z.string().optional(),
  /** Keys of all that was said, but for the landing's. */
  bot: z.array(z.string()).optional(),
  /** Texts of all that was said, where keys are not enough. */
  reads: z.array(z.string()).optional(),
  /** Labels of the choices of the last message. */
  choices: z.array(z.string()).optional(),
  /** All facts of the service, in their order. */
  facts: z.array(z.enum(MILESTONES)).optional(),
  /** All effects, in their order: the type, or the type with some of its parameters. */
  effects: z
    .array(z.union([z.enum(EFFECTS), z.partialRecord(z.enum(EFFECTS), z.record(z.string(), z.unknown()))]))
    .optional(),
  kept: z.record(z.string(), z.unknown()).optional(),
  marks: z.record(z.string(), z.unknown()).optional(),
  /** Lengths of the timers that run at the end, counted from then. */
  waits: z.array(z.string()).optional(),
});
export type Case = z.infer<typeof caseSchema>;

const folder = import.meta.dirname;

/** Throws, naming the file, when it is missing or a case has a key that nobody reads. */
export function casesOf(kind: string): Case[] {
  const file = path.join(folder, `${kind}.yaml`);
  const parsed = z
    .array(caseSchema)
    .min(1)
    .safeParse(parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`test/steps/${kind}.yaml: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
