/** What the data files of a protocol hold beside the steps: sheets, the directory of institutions, texts. */
import { z } from 'zod';
import { textKey } from '../steps/parts.js';

export const localeSchema = z.string().regex(/^[a-z]{2}$/);

export const sheetSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string(),
  institution: z.string().optional(),
  category: z.string().optional(),
  summary: z.string(),
  steps: z.array(z.string()).default([]),
  cost: z.string().optional(),
  channels: z.array(z.string()).optional(),
  phone: z.string().optional(),
  url_hint: z.string().optional(),
  life_events: z.array(z.string()).optional(),
  reviewed: z.boolean(),
  /** Plans, shelters, a watched telephone: shown only after she says that it is safe to write. */
  sensitive: z.boolean().default(false),
  source_note: z.string().optional(),
  questions: z.array(z.string()).default([]),
  /** Readings: where one of them is in her words she means something else, and this is no answer. */
  unless: z.array(z.string()).min(1).optional(),
});
export type Sheet = z.infer<typeof sheetSchema>;

const institutionSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  /** How it is named to her, by locale. */
  say: z.record(localeSchema, z.string()).optional(),
  phones: z.array(z.looseObject({ dial: z.string(), label: z.string().optional() })),
  kind: z.string(),
  /** `open`: "lun-vie 08:00-24:00", several apart by semicolons. Without it, and of another type than `24x7`, they are not known. */
  hours: z.looseObject({ type: z.string(), open: z.string().optional(), holidays: z.string().optional() }),
  /** Names of regions or communes, of `areas`, or `nacional`. What is "por comuna" has a number for each. */
  regions: z.array(z.string()),
  accepts: z.array(z.string()).default([]),
  emergency_dispatch: z.boolean(),
  /** What to ask of whoever answers. */
  ask_for: z.array(z.string()).default([]),
  fallback: z.array(z.string()).default([]),
  verified: z.boolean(),
  local_numbers: z.array(z.looseObject({ comuna: z.string(), dial: z.string(), verified: z.boolean() })).optional(),
});
export type InstitutionEntry = z.infer<typeof institutionSchema>;

export const directorySchema = z.looseObject({
  version: z.number(),
  reviewed: z.boolean(),
  rules: z.looseObject({ always_start_with_for: z.record(z.string(), z.array(z.string()).min(1)) }),
  /** Communes of an area that is no region, such as the coast. */
  areas: z.record(z.string(), z.array(z.string())).optional(),
  institutions: z.array(institutionSchema).min(1),
});
export type Directory = z.infer<typeof directorySchema>;

export const textsSchema = z.strictObject({
  reviewed: z.boolean(),
  texts: z.record(textKey, z.string().min(1).max(4096)),
});
