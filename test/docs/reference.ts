/**
 * The reference of the protocol format, written from the schemas that check it: every file, every step kind, every key,
 * with what it may be and what it means. The meanings are in docs/protocol-keys.yaml; a key without one fails a test.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { guidelineSchema } from '../../flows/emergency/guideline.js';
import { MILESTONES } from '../../flows/milestones.js';
import { protocolSchema } from '../../flows/protocol.js';
import { directorySchema, sheetSchema, textsSchema } from '../../flows/protocol/contents.js';
import { readingSchema } from '../../flows/protocol/readings.js';
import { builtInReadings } from '../../flows/reading.js';
import { VARIABLES } from '../../flows/talk/variables.js';
import { lexiconSchema } from '../../flows/sense/lexicon.js';
import { INTENTS, LANGUAGES, RISKS } from '../../flows/sense/types.js';
import { EMERGENCY_TEXTS } from '../../flows/steps/emergency.js';
import { stepKinds } from '../../flows/steps/index.js';
import { TALK_TEXTS } from '../../flows/talk/talk.js';

const root = path.join(import.meta.dirname, '../..');

const FILES: readonly [file: string, about: string, schema: z.ZodType][] = [
  ['protocol.yaml', 'Who the service is, when it attends, and what is understood everywhere.', protocolSchema],
  [
    'readings/*.yaml',
    'What her words can mean to a step: `name: words`, in as many files as you like, each name once. A few may stand under `readings` in protocol.yaml.',
    readingSchema,
  ],
  ['messages/<language>.yaml', 'The texts, one file for each language.', textsSchema],
  ['sheets/*.yaml', 'What the robot may answer: lists of sheets.', sheetSchema],
  ['directory.yaml', 'Institutions, their numbers, and whom to call next.', directorySchema],
  ['guideline.yaml', 'The scored questions about imminent risk.', guidelineSchema],
  ['signals.yaml', 'Words of alarm, with what takes them back.', lexiconSchema],
];

/** Keys for which docs/protocol-keys.yaml has no meaning. */
export const unexplained: string[] = [];
const meanings = parse(readFileSync(path.join(root, 'docs/protocol-keys.yaml'), 'utf8')) as Record<string, string>;
const used = new Set<string>();

export function reference(): string {
  return [
    '# Protocol format: reference',
    'Written from the schemas by a test: do not edit it. Change `flows/` or `docs/protocol-keys.yaml`, then run `npx vitest run test/docs --update`. How to write a protocol is in [protocols.md](protocols.md).',
    '## Files',
    ...FILES.flatMap(([file, about, schema]) => [
      `### \`${file}\``,
      about,
      table(file.replace(/\.yaml$|\/.*$/, ''), schema),
    ]),
    '## Step kinds',
    ...stepKinds.flatMap(({ kind, schema }) => [`### \`${kind}\``, opening(kind), table(kind, schema)]),
    '## Words that the format knows',
    list('Readings that need no list of words', builtInReadings),
    list('Intents', INTENTS),
    list('Risks', RISKS),
    list('Languages that are told apart', LANGUAGES),
    list('Facts of the service', MILESTONES),
    list('Variables of texts', VARIABLES),
    list('Texts that the talk says by itself', TALK_TEXTS),
    list('Texts that the emergency says by itself', EMERGENCY_TEXTS),
    '',
  ].join('\n\n');
}

/** Meanings of keys that no schema has any more. Ask after `reference()`. */
export const stale = (): string[] => Object.keys(meanings).filter(key => !used.has(key));

/** What the file of a kind says of itself: its opening comment is written for authors. */
function opening(kind: string): string {
  const source = readFileSync(path.join(root, `flows/steps/${kind}.ts`), 'utf8');
  const comment = /^\/\*\*\n([\s\S]*?)\n \*\//.exec(source)?.[1] ?? '';
  const lines = comment.split('\n').map(line => line.replace(/^ \* ?/, ''));
  const blocks = lines.join('\n').split(/\n\n+/);
  return blocks.map(block => (block.startsWith(INDENT) ? fenced(block) : block)).join('\n\n');
}

const INDENT = '    ';
const fenced = (block: string): string =>
  ['```yaml', ...block.split('\n').map(line => line.slice(INDENT.length)), '```'].join('\n');

// ---- tables ---------------------------------------------------------------------------------------------------------

interface Json {
  type?: string;
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json | false;
  prefixItems?: Json[];
  additionalProperties?: Json | boolean;
  anyOf?: Json[];
  allOf?: Json[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  maxLength?: number;
}

function table(owner: string, schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  const rows = rowsOf(json, [owner]);
  return ['| key | what it may be | | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

function rowsOf(json: Json, at: readonly string[]): string[] {
  const object = objectIn(json);
  return Object.entries(object?.properties ?? {}).flatMap(([name, value]) => {
    const here = [...at, name];
    const presence = object?.required?.includes(name)
      ? 'required'
      : value.default === undefined
        ? ''
        : `default \`${JSON.stringify(value.default)}\``;
    const key = here.slice(1).join('.');
    return [`| \`${key}\` | ${words(value)} | ${presence} | ${meaningOf(here)} |`, ...rowsOf(value, here)];
  });
}

/** The group of names inside a value: itself, what a list holds, or the values of a record. */
function objectIn(json: Json): Json | null {
  if (json.properties) return json;
  const inner = [
    json.items || null,
    typeof json.additionalProperties === 'object' ? json.additionalProperties : null,
    ...(json.anyOf ?? []),
    ...(json.allOf ?? []),
  ];
  return inner.flatMap(value => (value ? (objectIn(value) ?? []) : []))[0] ?? null;
}

/** `choose.options.reads`, else `options.reads`, else `reads`. */
function meaningOf(path: readonly string[]): string {
  for (let from = 0; from < path.length; from++) {
    const key = path.slice(from).join('.');
    if (meanings[key] === undefined) continue;
    used.add(key);
    return meanings[key];
  }
  unexplained.push(path.join('.'));
  return '';
}

const STEP = '^[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*$';
const TEXT = '^[a-z][a-z0-9-]*(\\.[A-Za-z0-9-]+)*$';
const TIME = '^\\d{1,4}[smhd]$';
const NAMED: Readonly<Record<string, string>> = {
  [STEP]: 'a step',
  [TEXT]: 'a text',
  [TIME]: 'a time: `90s`, `3m`, `24h`, `2d`',
  '^[a-z]{2}$': 'a language: `es`',
};

function words(json: Json): string {
  if (json.anyOf) return json.anyOf.map(words).join(', or ');
  if (json.const !== undefined) return `\`${String(json.const)}\``;
  if (json.enum) return oneOf(json.enum.map(String));
  if (json.prefixItems) return `a list of ${json.prefixItems.length} ${many(words(json.prefixItems[0] ?? {}))}`;
  if (json.type === 'array')
    return `a list of ${json.items ? many(words(json.items)) : 'values'}${json.maxItems ? `, at most ${json.maxItems}` : ''}`;
  if (json.type === 'object')
    return typeof json.additionalProperties === 'object' && !json.properties
      ? `names with ${words(json.additionalProperties)}`
      : 'a group';
  if (json.type === 'boolean') return '`true` or `false`';
  if (json.type === 'integer' || json.type === 'number') return `a number${between(json)}`;
  return json.pattern && NAMED[json.pattern] ? NAMED[json.pattern]! : 'words';
}

/** "a step" → "steps", "a time: `3m`" → "times: `3m`". */
const many = (one: string): string => one.replace(/^a (\w+)/, '$1s');

/** Lists that have a section of their own are not repeated in every table. */
function oneOf(values: readonly string[]): string {
  if (values.length === MILESTONES.length) return '[facts](#facts-of-the-service)';
  if (values.length === INTENTS.length) return '[intents](#intents)';
  return values.map(value => `\`${value}\``).join(' ');
}

const between = ({ minimum = 0, maximum }: Json): string =>
  maximum === undefined || maximum > 1e9 ? '' : `, ${minimum} to ${maximum}`;

const list = (title: string, names: readonly string[]): string =>
  `### ${title}\n\n${names.map(name => `\`${name}\``).join(' · ')}`;
