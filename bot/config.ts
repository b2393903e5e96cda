/**
 * The settings, from the environment and `.env`: all checked at the start, and all that is wrong told in one message, a
 * line each that says what was found and what would be right. A variable of the environment wins over the same one in the file.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { nearest } from '../flows/text/nearness.js';
import { KeysUnusable, masterKeysFrom } from './privacy/keys.js';
import { isCallable } from './telephony/telephony.js';

/** Settings that cannot be used; told in one message, a line each, exit code 2. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['debug', 'info', 'warn', 'error']);

/** Every setting there is, with what it must look like. .env.example explains each. */
const SETTINGS = {
  PORT: { schema: port.default(8080), means: 'un puerto de 0 a 65535 (0 toma uno libre)' },
  HOST: { schema: z.string().min(1).default('127.0.0.1'), means: 'una dirección en que escuchar, como 127.0.0.1' },
  CAUCE_PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    means: 'una dirección como https://orientacion.example.cl',
  },
  CAUCE_DATA: { schema: z.string().min(1).default('data'), means: 'una carpeta' },
  CAUCE_SPOOL: { schema: z.string().min(1).optional(), means: 'una carpeta' },
  CAUCE_MASTER_KEY: { schema: z.string().optional(), means: '"<versión>:<32 bytes en base64>"' },
  MONGODB_URI: {
    schema: z
      .string()
      .regex(/^mongodb(\+srv)?:\/\//)
      .optional(),
    means: 'una dirección como mongodb://127.0.0.1:27017/cauce',
  },
  REDIS_URL: {
    schema: z
      .string()
      .regex(/^rediss?:\/\//)
      .optional(),
    means: 'una dirección como redis://127.0.0.1:6379; esta versión todavía no lo usa',
  },
  CAUCE_PROTOCOL: {
    schema: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/)
      .default('whatsapp-mujer'),
    means: 'el id de un protocolo',
  },
  CAUCE_HTTP_TOKEN: {
    schema: z.string().regex(/^\S+$/).optional(),
    means: '16 caracteres o más, sin espacios',
  },
  CAUCE_HTTP_WEBHOOK_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    means: 'una dirección que recibe respuestas, como https://gateway.example.cl/cauce',
  },
  CAUCE_HTTP_WEBHOOK_SECRET: { schema: z.string().optional(), means: '16 caracteres o más' },
  CAUCE_HTTP_WEBHOOK_REMOVES: { schema: z.enum(['true', 'false']).default('false'), means: 'true o false' },
  CAUCE_EMBED_ORIGINS: {
    schema: z.string().optional(),
    means: 'orígenes separados por espacios, como https://www.example.cl',
  },
  CAUCE_EXIT_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    means: 'la dirección de una página inofensiva',
  },
  SMTP_URL: {
    schema: z
      .string()
      .regex(/^smtps?:\/\//)
      .optional(),
    means: 'una dirección como smtps://user:password@mail.example.cl:465',
  },
  MAIL_FROM: {
    schema: z.string().regex(/@/).default('Mensajes <no-responder@localhost>'),
    means: 'un remitente como "Orientación <no-responder@example.cl>"',
  },
  TWILIO_ACCOUNT_SID: { schema: z.string().regex(/^\w+$/).optional(), means: 'el id de la cuenta, como AC0123…' },
  TWILIO_AUTH_TOKEN: { schema: z.string().regex(/^\S+$/).optional(), means: 'el token de la cuenta' },
  TWILIO_FROM: {
    schema: z.string().refine(isCallable).optional(),
    means: 'el número que llama, como +56221234567',
  },
  TWILIO_URL: {
    schema: z.url({ protocol: /^https?$/ }).default('https://api.twilio.com'),
    means: 'una dirección como https://api.twilio.com',
  },
  BOTPRESS_TOKEN: { schema: z.string().regex(/^\S+$/).optional(), means: 'el token de acceso de Botpress' },
  BOTPRESS_BOT_ID: {
    schema: z
      .string()
      .regex(/^[\w-]+$/)
      .optional(),
    means: 'el id del bot cuyos archivos se buscan',
  },
  BOTPRESS_WORKSPACE_ID: {
    schema: z
      .string()
      .regex(/^[\w-]+$/)
      .optional(),
    means: 'el id del espacio de trabajo',
  },
  BOTPRESS_URL: {
    schema: z.url({ protocol: /^https?$/ }).default('https://api.botpress.cloud'),
    means: 'una dirección como https://api.botpress.cloud',
  },
  CAUCE_KNOWLEDGE_SECONDS: {
    schema: z.coerce.number().int().min(1).max(20).default(5),
    means: 'segundos, de 1 a 20',
  },
  CAUCE_DRILL_MINUTES: {
    schema: z.coerce.number().int().min(1).max(240).default(20),
    means: 'minutos, de 1 a 240',
  },
  CHROME_PATH: { schema: z.string().optional(), means: 'la ruta de un Chrome o Chromium' },
  LOG_LEVEL: { schema: flag.default('info'), means: 'debug, info, warn o error' },
} as const;

type Name = keyof typeof SETTINGS;

export interface Config {
  port: number;
  host: string;
  publicUrl: string | null;
  /** Absolute. */
  data: string;
  /** Absolute: where messages wait while the store is away. */
  spool: string;
  masterKey: string | undefined;
  mongo: string | null;
  /** REDIS_URL is given; nothing uses it yet, and who gave it is told. */
  redis: boolean;
  protocol: string;
  httpToken: string | null;
  /** `removes`: it takes messages away again when it is asked. */
  webhook: { url: string; secret: string; removes: boolean } | null;
  /** Origins that may embed the citizen's page. */
  embedOrigins: readonly string[];
  /** Where the quick exit leads; the page has its own otherwise. */
  exitUrl: string | null;
  smtp: string | null;
  mailFrom: string;
  /** Who makes telephone calls; null where nobody does. */
  calls: { url: string; account: string; token: string; from: string } | null;
  /** Who is asked outside what no sheet answers; null where nobody is. */
  botpress: { url: string; token: string; botId: string; workspaceId: string | null } | null;
  /** How long a provider of knowledge is waited for. */
  knowledgeMs: number;
  /** After so long a drill that nobody ended ends by itself. */
  drillMs: number;
  logLevel: z.infer<typeof flag>;
}

/** Letters of a secret that nobody guesses by trying. */
const SECRET_LEAST = 16;
/** All of them, or none. */
const CALLS = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'] as const;
const LOOPBACK = /^(?:127\.|::1$|localhost$)/;

const NAME = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/;

/** The environment over `.env` of the root. Throws ConfigError where a line of it is no setting, with all else that is wrong. */
export function readEnvironment(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const text = writtenIn(root);
  const lines = text.split(/\r?\n/);
  const faults = lines.flatMap((line, i) => lineFault(line, i + 1));
  if (faults.length === 0) return { ...parseEnv(text), ...defined(env) };
  // Without the lines that are none: read together, one of those takes the next for a part of its name.
  const sound = lines.filter((line, i) => lineFault(line, i + 1).length === 0).join('\n');
  throw new ConfigError([...faults, ...checked({ ...parseEnv(sound), ...defined(env) }, root).faults].join('\n'));
}

/** The text of `.env`; none is as good as an empty one. */
function writtenIn(root: string): string {
  try {
    return readFileSync(path.join(root, '.env'), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new ConfigError(`.env no se puede leer (${String(code)}): debe ser un archivo que este usuario pueda leer.`);
  }
}

function lineFault(line: string, number: number): string[] {
  const [, name] = NAME.exec(line) ?? [];
  if (name !== undefined)
    return name in SETTINGS ? [] : [`.env, línea ${number}: ${name} no es un ajuste.${meant(name)} Vea .env.example.`];
  if (!/^\s*[^#\s]/.test(line)) return [];
  const [word = ''] = /[A-Za-z_]\w*/.exec(line) ?? [];
  return word in SETTINGS
    ? [`.env, línea ${number}: falta "=" después de ${word}. Escriba ${word}=valor.`]
    : [`.env, línea ${number}: no es un ajuste. Escriba NOMBRE=valor, o # antes de un comentario.`];
}

/** @param over what the command line says: it wins over both. Throws ConfigError with all that is wrong. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
  over: Partial<Record<Name, string>> = {},
): Config {
  const { config, faults } = checked({ ...env, ...defined(over) }, root);
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  return config;
}

/** The settings, the usual value in place of each that is wrong, and a line for each of those. */
function checked(
  all: Readonly<Record<string, string | undefined>>,
  root: string,
): { config: Config; faults: readonly string[] } {
  const faults = new Set<string>();
  const at = placesIn(root, all);
  for (const name of Object.keys(all))
    if (name.startsWith('CAUCE_') && !(name in SETTINGS) && !name.startsWith('CAUCE_TEST_'))
      faults.add(`${name} no es un ajuste.${meant(name)} Vea .env.example.`);
  const get = <N extends Name>(name: N): z.infer<(typeof SETTINGS)[N]['schema']> => {
    const { schema, means } = SETTINGS[name];
    const given = all[name] === '' ? undefined : all[name];
    const read = schema.safeParse(given);
    if (!read.success)
      faults.add(
        `${at(name)}${name} ${SECRET.has(name) ? 'no sirve' : `es ${JSON.stringify(given)}`}; debe ser ${means}.`,
      );
    return (read.success ? read.data : schema.parse(undefined)) as z.infer<(typeof SETTINGS)[N]['schema']>;
  };
  // In the order of .env.example, as far as they are asked for here at all.
  for (const name of Object.keys(SETTINGS) as Name[]) get(name);
  const webhookUrl = get('CAUCE_HTTP_WEBHOOK_URL');
  const webhookSecret = get('CAUCE_HTTP_WEBHOOK_SECRET');
  if (webhookUrl && !webhookSecret)
    faults.add(
      `${at('CAUCE_HTTP_WEBHOOK_URL')}CAUCE_HTTP_WEBHOOK_URL necesita también CAUCE_HTTP_WEBHOOK_SECRET: con él comprueba quien recibe que una respuesta es nuestra.`,
    );
  const removes = get('CAUCE_HTTP_WEBHOOK_REMOVES') === 'true';
  if (removes && !webhookUrl)
    faults.add('CAUCE_HTTP_WEBHOOK_REMOVES necesita CAUCE_HTTP_WEBHOOK_URL: ahí se pide borrar un mensaje.');
  for (const name of ['CAUCE_HTTP_TOKEN', 'CAUCE_HTTP_WEBHOOK_SECRET'] as const)
    if ((get(name)?.length ?? SECRET_LEAST) < SECRET_LEAST && (get('CAUCE_PUBLIC_URL') || !LOOPBACK.test(get('HOST'))))
      faults.add(
        `${at(name)}${name} es demasiado corto donde otros alcanzan el servicio; debe ser ${SETTINGS[name].means}. Uno más corto sirve para probar solo en esta máquina.`,
      );
  for (const fault of keyFault(get('CAUCE_MASTER_KEY'))) faults.add(`${at('CAUCE_MASTER_KEY')}${fault}`);
  const origins = originsOf(get('CAUCE_EMBED_ORIGINS'));
  for (const wrong of origins.filter(origin => !isOrigin(origin)))
    faults.add(
      `${at('CAUCE_EMBED_ORIGINS')}CAUCE_EMBED_ORIGINS contiene ${JSON.stringify(wrong)}; cada uno debe ser un origen como https://www.example.cl, sin ruta.`,
    );
  const [account, token, from] = CALLS.map(get);
  const missing = CALLS.filter(name => !all[name]);
  if (missing.length > 0 && missing.length < CALLS.length)
    faults.add(`Falta ${missing.join(' y ')}: para telefonear hacen falta ${CALLS.join(', ')}.`);
  if (missing.length < CALLS.length && !get('CAUCE_PUBLIC_URL'))
    faults.add(
      'Para telefonear hace falta CAUCE_PUBLIC_URL: ahí dice el proveedor qué fue de cada llamada y qué tecla se marcó.',
    );
  const [botToken, botId] = [get('BOTPRESS_TOKEN'), get('BOTPRESS_BOT_ID')];
  if (Boolean(botToken) !== Boolean(botId))
    faults.add('Para preguntar a Botpress hacen falta BOTPRESS_TOKEN y BOTPRESS_BOT_ID, los dos.');
  const config: Config = {
    port: get('PORT'),
    host: get('HOST'),
    publicUrl: get('CAUCE_PUBLIC_URL')?.replace(/\/$/, '') ?? null,
    data: path.resolve(root, get('CAUCE_DATA')),
    spool: path.resolve(root, get('CAUCE_SPOOL') ?? path.join(get('CAUCE_DATA'), 'spool')),
    masterKey: get('CAUCE_MASTER_KEY'),
    mongo: get('MONGODB_URI') ?? null,
    redis: get('REDIS_URL') !== undefined,
    protocol: get('CAUCE_PROTOCOL'),
    httpToken: get('CAUCE_HTTP_TOKEN') ?? null,
    webhook: webhookUrl && webhookSecret ? { url: webhookUrl, secret: webhookSecret, removes } : null,
    embedOrigins: origins.filter(isOrigin).map(origin => new URL(origin).origin),
    exitUrl: get('CAUCE_EXIT_URL') ?? null,
    smtp: get('SMTP_URL') ?? null,
    mailFrom: get('MAIL_FROM'),
    calls: account && token && from ? { url: get('TWILIO_URL').replace(/\/$/, ''), account, token, from } : null,
    botpress:
      botToken && botId
        ? {
            url: get('BOTPRESS_URL').replace(/\/$/, ''),
            token: botToken,
            botId,
            workspaceId: get('BOTPRESS_WORKSPACE_ID') ?? null,
          }
        : null,
    knowledgeMs: get('CAUCE_KNOWLEDGE_SECONDS') * 1_000,
    drillMs: get('CAUCE_DRILL_MINUTES') * 60_000,
    logLevel: get('LOG_LEVEL'),
  };
  return { config, faults: [...faults] };
}

/** What names the line of `.env` that a value stands in; empty for one of the environment or the command line. */
function placesIn(root: string, all: Readonly<Record<string, string | undefined>>): (name: Name) => string {
  const lines = writtenIn(root).split(/\r?\n/);
  const sound = lines.filter((line, i) => lineFault(line, i + 1).length === 0).join('\n');
  const written = parseEnv(sound);
  return name => {
    const line = lines.findLastIndex(it => NAME.exec(it)?.[1] === name);
    return line < 0 || written[name] !== all[name] ? '' : `.env, línea ${line + 1}: `;
  };
}

function keyFault(given: string | undefined): string[] {
  try {
    if (given) masterKeysFrom(given);
    return [];
  } catch (error) {
    if (error instanceof KeysUnusable) return [`${error.message}.`];
    throw error;
  }
}

/** Settings whose value is never repeated in a message. */
const SECRET: ReadonlySet<Name> = new Set<Name>([
  'CAUCE_MASTER_KEY',
  'CAUCE_HTTP_TOKEN',
  'CAUCE_HTTP_WEBHOOK_SECRET',
  'MONGODB_URI',
  'REDIS_URL',
  'SMTP_URL',
  'TWILIO_AUTH_TOKEN',
  'BOTPRESS_TOKEN',
]);

const originsOf = (written: string | undefined): string[] => (written ?? '').split(/[\s,]+/).filter(Boolean);
const isOrigin = (given: string): boolean => URL.canParse(given) && new URL(given).origin === given.replace(/\/$/, '');

const meant = (name: string): string => {
  const near = nearest(name, Object.keys(SETTINGS));
  return near ? ` ¿Quiso decir ${near.toUpperCase()}?` : '';
};

const defined = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
