/** `cauce doctor`: what is configured, reachable, missing. Changes nothing. */
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { Config } from '../config.js';
import { botpressOf } from '../knowledge/open.js';
import { silentLog } from '../log.js';
import { type OnCallPerson, Roster } from '../oncall/roster.js';
import { isUnreached, type Reach, waysOf } from '../oncall/ways.js';
import { readMasterKeys } from '../privacy/keys.js';
import { openVault } from '../privacy/vault.js';
import { parseSource, protocolFolders, readProtocolFolder } from '../publish.js';
import { runningIn, serviceUrl } from '../running.js';
import { openMongoStore } from '../store/mongo/mongo.js';
import { databaseIn, openSqliteStore } from '../store/sqlite/sqlite.js';
import type { Store } from '../store/store.js';
import { telephonyOf } from '../telephony/open.js';
import { type Command, configOf, DATA_OPTION } from './command.js';

interface Finding {
  what: string;
  ok: boolean;
  /** Neither well nor ill: it is only said. */
  said?: true;
  detail: string;
}

export const doctorCommand: Command = {
  name: 'doctor',
  about: 'Dice qué está configurado, qué responde y qué falta.',
  usage: '[--json] [--data DIR]',
  example: 'npx cauce doctor',
  options: { json: { type: 'boolean' }, ...DATA_OPTION },
  arguments: { least: 0, most: 0 },
  async run(args, io) {
    const { values } = args;
    const config = configOf(args, io);
    const findings = [
      ...build(io.root),
      ...protocols(io.root, config),
      ...keys(config),
      await store(config),
      ...redis(config),
      await service(config),
      await mail(config),
      ...(await calls(config)),
      ...(await knowledge(config)),
      await onCall(config),
    ];
    for (const finding of findings)
      io.out(
        values.json
          ? JSON.stringify(finding)
          : `${finding.said ? '·' : finding.ok ? '✓' : '✗'} ${finding.what.padEnd(12)} ${finding.detail}`,
      );
    return findings.every(finding => finding.ok) ? 0 : 1;
  },
};

function build(root: string): Finding[] {
  return ['dist/console/index.html', 'dist/citizen/chat.html', 'dist/citizen/widget.js'].map(file => {
    const there = existsSync(path.join(root, file));
    return { what: 'web', ok: there, detail: there ? file : `falta ${file}: use npm run build` };
  });
}

function protocols(root: string, config: Config): Finding[] {
  const found = protocolFolders(root).map((folder): Finding & { id?: string } => {
    try {
      const { id, version } = parseSource(readProtocolFolder(folder));
      return { what: 'protocol', ok: true, detail: `${id} v${version}`, id };
    } catch (error) {
      return { what: 'protocol', ok: false, detail: messageOf(error) };
    }
  });
  const listed = found.some(f => f.id === config.protocol);
  return [
    ...found.map(({ what, ok, detail }) => ({ what, ok, detail })),
    ...(listed
      ? []
      : [{ what: 'protocol', ok: false, detail: `CAUCE_PROTOCOL es "${config.protocol}", que no está entre ellos` }]),
  ];
}

function keys(config: Config): Finding[] {
  if (config.masterKey) return [{ what: 'keys', ok: true, detail: 'from CAUCE_MASTER_KEY' }];
  try {
    const found = readMasterKeys(config.data);
    return [
      {
        what: 'keys',
        ok: true,
        detail: found
          ? `en ${config.data}/keys, versión ${found.current}`
          : `todavía no hay; el primer inicio las crea en ${config.data}/keys`,
      },
    ];
  } catch (error) {
    return [{ what: 'keys', ok: false, detail: messageOf(error) }];
  }
}

async function store(config: Config): Promise<Finding> {
  const what = 'store';
  if (config.mongo) {
    try {
      const opened = await openMongoStore(config.mongo);
      await opened.ping();
      await opened.close();
      return { what, ok: true, detail: 'MongoDB responde' };
    } catch (error) {
      return { what, ok: false, detail: `MongoDB: ${messageOf(error)}` };
    }
  }
  const file = databaseIn(config.data);
  if (!existsSync(file)) return { what, ok: true, detail: `SQLite; el primer inicio crea ${file}` };
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch {
    return { what, ok: false, detail: `este usuario no puede leer y escribir ${file}` };
  }
  const unreadable = await keysUnfit(config);
  return unreadable
    ? { what, ok: false, detail: `${file}: ${unreadable}` }
    : { what, ok: true, detail: `SQLite en ${file}` };
}

/** Taken, so that a configuration made for several processes starts; and said, so that nobody relies on it. */
const redis = (config: Config): Finding[] =>
  config.redis
    ? [
        {
          what: 'redis',
          ok: true,
          said: true,
          detail: 'REDIS_URL está y no se usa: las consolas se juntan dentro de un proceso; dirija todas al mismo',
        },
      ]
    : [];

/** Why the keys do not open what is in the store, or it cannot be opened at all; null when they do. */
async function keysUnfit(config: Config): Promise<string | null> {
  let opened: Store | null = null;
  try {
    opened = openSqliteStore(config.data);
    await openVault(opened, config.data, config.masterKey);
    return null;
  } catch (error) {
    return messageOf(error);
  } finally {
    await opened?.close();
  }
}

/** Asks the running service: the one that wrote into the data folder where it runs, or that of this configuration. */
async function service(config: Config): Promise<Finding> {
  const what = 'service';
  const url = new URL(serviceUrl(config));
  try {
    const response = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(3_000) });
    const body = (await response.json()) as {
      store?: { reason?: string };
      outbox?: { waiting: number; lagMs: number };
    };
    // Whoever answers where these settings would start one, and wrote nothing here, serves other data.
    if (runningIn(config.data) === null)
      return { what, ok: true, said: true, detail: `ninguno en ${config.data}; hay otro en marcha en ${url.host}` };
    if (response.ok)
      return {
        what,
        ok: true,
        detail: `en marcha en ${url.host}; efectos que esperan: ${body.outbox?.waiting ?? 0}`,
      };
    return {
      what,
      ok: false,
      detail: `en marcha en ${url.host}, y no está listo: ${body.store?.reason ?? response.status}`,
    };
  } catch {
    return { what, ok: true, said: true, detail: `no está en marcha en ${url.host}` };
  }
}

async function mail(config: Config): Promise<Finding> {
  const what = 'mail';
  if (!config.smtp)
    return { what, ok: true, detail: `sin SMTP_URL: los correos quedan en archivos, en ${config.data}/mail` };
  const transport = createTransport({ url: config.smtp, connectionTimeout: 3_000 });
  try {
    await transport.verify();
    return { what, ok: true, detail: 'el servidor SMTP responde' };
  } catch (error) {
    return { what, ok: false, detail: `el servidor SMTP: ${messageOf(error)}` };
  } finally {
    transport.close();
  }
}

/** Nothing where no provider is set: whoever is on call by telephone without one is told of under that. */
async function calls(config: Config): Promise<Finding[]> {
  const what = 'calls';
  const telephony = telephonyOf(config, { origin: config.publicUrl ?? '', log: silentLog });
  if (!telephony) return [];
  try {
    await telephony.check();
    return [{ what, ok: true, detail: 'el proveedor de llamadas responde' }];
  } catch (error) {
    return [{ what, ok: false, detail: `el proveedor de llamadas: ${messageOf(error)}` }];
  }
}

/** Nothing where nobody outside is asked. */
async function knowledge(config: Config): Promise<Finding[]> {
  const what = 'knowledge';
  const provider = botpressOf(config);
  if (!provider) return [];
  try {
    await provider.ask('horario de atención');
    return [{ what, ok: true, detail: 'Botpress responde; lo usan los protocolos que lo nombran en knowledge' }];
  } catch (error) {
    return [{ what, ok: false, detail: messageOf(error) }];
  }
}

/** Whom an emergency that nobody takes calls; nothing where the store is not there, which is said of the store. */
async function onCall(config: Config): Promise<Finding> {
  const what = 'on call';
  let opened: Store | null = null;
  try {
    if (!config.mongo && !existsSync(databaseIn(config.data)))
      return { what, ok: true, said: true, detail: NOBODY_ON_CALL };
    opened = config.mongo ? await openMongoStore(config.mongo) : openSqliteStore(config.data);
    const vault = await openVault(opened, config.data, config.masterKey);
    const people = await new Roster(opened, await vault.systemSealer('oncall')).list();
    if (people.length === 0) return { what, ok: true, said: true, detail: NOBODY_ON_CALL };
    const set = { mail: config.smtp !== null, calls: config.calls !== null };
    // With a telephone and no provider the service does not start.
    const unreached = people.filter(person => isUnreached(person, set) || (person.call && !set.calls));
    return unreached.length > 0
      ? {
          what,
          ok: false,
          detail: `no se alcanza a ${unreached.map(person => `${person.name} (${lacking(person, set)})`).join(', ')}`,
        }
      : { what, ok: true, detail: people.map(person => `${person.name} (${waysOf(person).join(', ')})`).join(', ') };
  } catch (error) {
    return { what, ok: true, said: true, detail: `no se sabe: ${messageOf(error)}` };
  } finally {
    await opened?.close();
  }
}

const lacking = ({ email, call }: OnCallPerson, { mail: hasMail, calls: hasCalls }: Reach): string =>
  [
    ...(email && !hasMail ? ['por correo, y no hay SMTP_URL'] : []),
    ...(call && !hasCalls ? ['por teléfono, y no hay TWILIO_ACCOUNT_SID: el servicio no inicia'] : []),
  ].join('; ');

const NOBODY_ON_CALL = 'nadie: una emergencia que nadie toma suena solo en las consolas; vea "cauce oncall"';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
