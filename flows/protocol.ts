/**
 * What a protocol may say. A protocol is a folder of data that somebody who is no programmer edits; `parseProtocol`
 * turns its files into a Protocol, or into problems that name the file, the line, what was found and what would be
 * right. Loading never executes anything.
 */
import { z } from 'zod';
import { hoursSchema, sayHours, type Hours, zoneSchema } from './calendar/hours.js';
import type { Context } from './context.js';
import { isSureNext } from './emergency/directory.js';
import { asksOutside, knowledgeSchema, type KnowledgeSpec } from './knowledge.js';
import { type Guideline, guidelineSchema } from './emergency/guideline.js';
import type { Condition, Known } from './guards.js';
import { toldApart } from './talk/offers.js';
import { withHours } from './text/sheetText.js';
import { checkNames, checkTogether } from './protocol/checks.js';
import {
  type Directory,
  directorySchema,
  localeSchema,
  type Sheet,
  sheetSchema,
  textsSchema,
} from './protocol/contents.js';
import { Documents, type Problem, type SourceFile } from './protocol/documents.js';
import { readingName, readingSchema, wordLists } from './protocol/readings.js';
import type { WordLists } from './lists.js';
import { builtInReadings } from './reading.js';
import type { Alarms } from './sense/sos.js';
import { INTENTS, RISKS } from './sense/types.js';
import { type Lexicon, lexiconSchema } from './sense/lexicon.js';
import { kindOf, stepKinds } from './steps/index.js';
import type { EmergencySpec } from './steps/emergency.js';
import { rememberedBy } from './steps/triage.js';
import type { Surroundings } from './steps/kind.js';
import { duration, stepId, textKey } from './steps/parts.js';
import type { TalkSpec } from './talk/talk.js';

export {
  type Directory,
  type InstitutionEntry,
  type Sheet,
  sheetSchema,
} from './protocol/contents.js';
export type { Problem, SourceFile };

const understandsSchema = z
  .strictObject({
    reads: z.array(z.string()).min(1).optional(),
    intent: z.array(z.enum(INTENTS)).min(1).optional(),
    go: stepId.optional(),
    do: z.literal('repeat').optional(),
    need: z.enum(['read', 'join']).optional(),
    when: z
      .strictObject({
        booked: z.boolean().optional(),
        /** A time is kept for her and not booked yet. */
        held: z.boolean().optional(),
        safe: z.enum(['yes', 'no', 'unknown']).optional(),
        /** The highest risk of the conversation so far is this or more. */
        heard: z.enum(RISKS).optional(),
        /** He was told of as near, and whether she can write is not answered yet. */
        near: z.literal(true).optional(),
      })
      .optional(),
    /** Somebody else may hold the telephone from here on; `maybe`: or it is her, and the step it leads to tells them apart. */
    doubt: z.union([z.boolean(), z.literal('maybe')]).optional(),
    /** Before what the step itself understands. */
    first: z.boolean().optional(),
  })
  .refine(u => (u.reads === undefined) !== (u.intent === undefined), 'reads o intent, uno de los dos')
  .refine(u => (u.go === undefined) !== (u.do === undefined), 'go o do, uno de los dos');

export const protocolSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  version: z.number().int().min(1),
  title: z.record(localeSchema, z.string()),
  institution: z.record(localeSchema, z.string()),
  url: z.string().optional(),
  locales: z.array(localeSchema).min(1),
  /** Languages with safety lines only: the robot says those, and a person does the rest. */
  safety_locales: z.array(localeSchema).default([]),
  zone: zoneSchema,
  start: stepId,
  hours: hoursSchema,
  sos: z.strictObject({
    words: z.array(z.string()).min(1),
    /** Those that are no everyday words: beside any other words she is asked whether there is danger now. */
    cries: z.array(z.string()).optional(),
    /** Phrases in which they are everyday words all the same. */
    everyday: z.array(z.string()).optional(),
    /** What says in more words that it is an emergency: alone it opens, at either end it asks. */
    sentences: z.array(z.string()).optional(),
    /** What tells that something is over: in such a sentence a word of SOS asks whether there is danger now. */
    past: z.array(z.string()).optional(),
  }),
  unsure: z.strictObject({
    first: textKey,
    ask: textKey,
    /** Said instead when it is asked again. */
    again: textKey.optional(),
    /** Said instead where it comes after an answer to what she wrote. */
    beside: textKey.optional(),
    no: stepId,
    /** Where a plain no leads; `no` unless written. */
    said_no: stepId.optional(),
    silent: stepId,
    after: duration,
  }),
  understands: z.array(understandsSchema).default([]),
  /** Kinds of danger, which choose texts and institutions: by groups of signals or by readings. The first one found leads. */
  danger: z
    .array(
      z.strictObject({
        kind: z.string().regex(/^[a-z][a-z-]*$/),
        signals: z.array(z.string()).default([]),
        reads: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  /** More of them stand in `readings/`. */
  readings: z.record(readingName, readingSchema).default({}),
  talk: z.strictObject({
    release: stepId,
    after_person: stepId,
    after_emergency: stepId,
    menu: stepId,
    hush: stepId,
    /** Where she is asked once more, in words that anybody may see, whose "no está acá" may say that he is there; none = as `hush`. */
    perhaps_there: stepId.optional(),
    /** Where she goes who does not want to wait for a person any more; none = she stays in the queue. */
    leaves: stepId.optional(),
    queue_again: duration,
    owner_idle: duration,
  }),
  keep: z.strictObject({ conversation: duration, records: z.string() }).optional(),
  appointments: z
    .strictObject({
      service: z.string(),
      minutes: z.number().int().min(10).max(180),
      weekly: z.record(z.string(), z.string()),
      days_ahead: z.number().int().min(1).max(60),
      staff: z.number().int().min(1).max(50),
    })
    .optional(),
  no_sheet: z.array(z.string()).default([]),
  knowledge: knowledgeSchema.optional(),
  readable: z.strictObject({ at_least: z.number().min(0).max(100) }).default({ at_least: 50 }),
});

export type ProtocolFile = z.infer<typeof protocolSchema>;

export interface Protocol extends Known {
  id: string;
  version: number;
  /** Content hash of all files: what a snapshot is pinned to. */
  hash: string;
  title: Record<string, string>;
  institution: Record<string, string>;
  url: string | undefined;
  locales: readonly string[];
  safetyLocales: readonly string[];
  zone: string;
  start: string;
  hours: Hours;
  sos: Alarms;
  understands: readonly z.infer<typeof understandsSchema>[];
  danger: z.infer<typeof protocolSchema>['danger'];
  readings: WordLists;
  steps: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** By locale and key. */
  texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  textsReviewed: Readonly<Record<string, boolean>>;
  sheets: readonly Sheet[];
  directory: Directory;
  lexicon: Lexicon;
  guideline: Guideline;
  emergency: EmergencySpec;
  talk: TalkSpec;
  appointments: ProtocolFile['appointments'];
  knowledge: KnowledgeSpec | undefined;
  readable: number;
  keepMs: number;
  around: Surroundings;
  sayHours(locale: string): string;
  /** When people call those who booked a call. */
  sayCallHours(locale: string): string;
  /** How the next institution of the chain is named. */
  nextInstitution(id: string, context: Context, locale: string): string;
  /** Files of dialogues, as written: the protocol's own tests. */
  dialogues: readonly SourceFile[];
}

/** A year, unless the protocol says otherwise. */
const KEEP_DEFAULT = 365 * 86_400_000;

/**
 * @param files every file of the folder, paths relative to it
 * @param hash content hash of those files, made by the shell
 */
export function parseProtocol(
  files: readonly SourceFile[],
  hash: string,
): { protocol: Protocol } | { problems: Problem[] } {
  const docs = new Documents(files);
  checkNames(files, docs);
  const written = docs.one('protocol.yaml', protocolSchema);
  const main = written && {
    ...written,
    readings: docs.readings('readings/', readingSchema, { file: 'protocol.yaml', readings: written.readings }),
  };
  const guideline = docs.one('guideline.yaml', guidelineSchema);
  const directory = docs.one('directory.yaml', directorySchema);
  const lexicon = docs.one('signals.yaml', lexiconSchema);
  const sheetFiles = docs.many('sheets/', z.array(sheetSchema));
  const sheets = sheetFiles.flatMap(f => f.value);
  const texts: Record<string, Record<string, string>> = {};
  const textsReviewed: Record<string, boolean> = {};
  const textFiles = docs
    .many('messages/', textsSchema)
    .map(f => ({ ...f, locale: f.path.replace(/^messages\/|\.ya?ml$/g, '') }));
  for (const { locale, value } of textFiles) {
    texts[locale] = { ...texts[locale], ...value.texts };
    textsReviewed[locale] = value.reviewed && textsReviewed[locale] !== false;
  }
  const steps = docs.steps(
    'steps/',
    step => kindOf(step),
    stepKinds.map(k => k.kind),
  );
  if (!main || !guideline || !directory || !lexicon || docs.problems.length > 0) return { problems: docs.problems };

  const around = surroundings(main, steps, texts, sheets, guideline);
  checkTogether({ main, guideline, directory, lexicon, sheets: sheetFiles, texts: textFiles, steps, around }, docs);
  if (docs.problems.length > 0) return { problems: docs.problems };

  const { talk } = main;
  const readings = wordLists(main.readings);
  const shop = main.danger.flatMap(({ kind, reads }) => (kind === 'cover' ? reads : []));
  const protocol: Protocol = {
    id: main.id,
    version: main.version,
    hash,
    title: main.title,
    institution: main.institution,
    url: main.url,
    locales: main.locales,
    safetyLocales: main.safety_locales,
    zone: main.zone,
    start: main.start,
    hours: main.hours,
    sos: main.sos,
    understands: main.understands,
    danger: main.danger,
    readings,
    steps: { ...steps, hush: steps.hush ?? { goto: talk.hush } },
    texts,
    textsReviewed,
    sheets: toldApart(withHours(sheets, sayHours(main.hours, main.locales[0]!)), readings, main.no_sheet),
    sensitive: new Set(sheets.filter(s => s.sensitive).map(s => s.id)),
    remembered: rememberedBy(steps),
    directory,
    lexicon,
    guideline,
    emergency: Object.values(steps).find(step => 'emergency' in step) as unknown as EmergencySpec,
    talk: {
      steps: Object.keys(steps),
      release: talk.release,
      ...(talk.leaves ? { leaves: talk.leaves } : {}),
      ...(talk.perhaps_there ? { perhapsThere: talk.perhaps_there } : {}),
      afterPerson: talk.after_person,
      afterEmergency: talk.after_emergency,
      menu: talk.menu,
      another: { any: main.understands.filter(u => u.doubt === true).map(understoodWhen) },
      perhaps: { any: main.understands.filter(u => u.doubt === 'maybe').map(understoodWhen) },
      disguise: { all: [{ marks: { cover: true } }, { reads: shop }] },
      unsure: {
        first: main.unsure.first,
        ask: main.unsure.ask,
        again: main.unsure.again ?? main.unsure.ask,
        beside: main.unsure.beside ?? main.unsure.ask,
        no: main.unsure.no,
        saidNo: main.unsure.said_no ?? main.unsure.no,
        silent: main.unsure.silent,
        after: main.unsure.after,
      },
      ...(main.knowledge ? { knowledge: main.knowledge } : {}),
      queueAgain: talk.queue_again,
      ownerIdle: talk.owner_idle,
    },
    appointments: main.appointments,
    knowledge: main.knowledge,
    readable: main.readable.at_least,
    keepMs: main.keep?.conversation ?? KEEP_DEFAULT,
    around,
    sayHours: locale => sayHours(main.hours, locale),
    sayCallHours: locale => sayHours(callHours(main), locale),
    nextInstitution: (id, context, locale) => nextOf(directory, id, context, locale),
    dialogues: files.filter(f => f.path.startsWith('dialogues/')),
  };
  return { protocol };
}

/** When a thing that every step understands is meant. */
export function understoodWhen({ when, reads, intent }: Protocol['understands'][number]): Condition {
  const { heard, near, ...marks } = when ?? {};
  return {
    all: [
      ...(near ? [{ near }] : []),
      ...(Object.keys(marks).length > 0 ? [{ marks }] : []),
      ...(heard ? [{ risk: { from: RISKS.indexOf(heard) } }] : []),
      reads ? { reads } : { intent: intent ?? [] },
    ],
  };
}

const callHours = ({ zone, appointments }: ProtocolFile): Hours => ({
  zone,
  weekly: appointments?.weekly ?? {},
  holidays: 'closed',
});

function surroundings(
  main: ProtocolFile,
  steps: Record<string, unknown>,
  texts: Record<string, Record<string, string>>,
  sheets: readonly Sheet[],
  guideline: Guideline,
): Surroundings {
  return {
    id: main.id,
    hasStep: id => Object.hasOwn(steps, id),
    hasText: key => Object.hasOwn(texts[main.locales[0]!] ?? {}, key),
    texts: key => Object.values(texts).flatMap(t => (t[key] === undefined ? [] : [t[key]])),
    sheets: sheets.map(s => s.id),
    hasGuideline: id => id === 'imminent-risk',
    questions: () => guideline.questions.map(q => q.id),
    readings: [...builtInReadings, ...Object.keys(main.readings)],
    asksOutside: asksOutside(main.knowledge),
  };
}

/** First institution of the fallback chain that has not been tried in this emergency. */
function nextOf(directory: Directory, id: string, context: Context, locale: string): string {
  const tried = new Set([...context.ledger.map(c => c.institution.id), ...context.calls.map(c => c?.institution.id)]);
  const chain = directory.institutions.find(i => i.id === id)?.fallback ?? [];
  const next = chain
    .map(n => directory.institutions.find(i => i.id === n))
    .find(i => i && isSureNext(directory, i, context.place) && !tried.has(i.id));
  return next ? (next.say?.[locale] ?? next.name) : '';
}
