/**
 * `cauce oncall list|add|remove|test`: who is called, one after the other, to an emergency that nobody takes. Works beside a
 * running service, which reads the list again every quarter of a minute.
 */
import { parsePhone } from '../../flows/text/phone.js';
import { createIds } from '../ids.js';
import { silentLog } from '../log.js';
import { folded } from '../people/users.js';
import { openOnCall, webhookSecret } from '../oncall/oncall.js';
import { type OnCallPerson, RosterProblem } from '../oncall/roster.js';
import { isUnreached, type WayName, waysOf } from '../oncall/ways.js';
import { serviceUrl } from '../running.js';
import { beside } from './beside.js';
import { type Arguments, type Command, DATA_OPTION, type Io, UsageError } from './command.js';
import { mailerOf } from '../email/mailer.js';
import { telephonyOf } from '../telephony/open.js';
import { isCallable } from '../telephony/telephony.js';

const VERBS = ['list', 'add', 'remove', 'test'] as const;

export const oncallCommand: Command = {
  name: 'oncall',
  about: 'Muestra, agrega y saca a quienes se llama cuando nadie toma una emergencia, o prueba que se las alcanza.',
  usage:
    'list | add ID --name NAME [--email EMAIL] [--webhook URL] [--call NUMBER] [--locale es|en] | remove ID | test [ID] [--json] [--data DIR]',
  example: 'npx cauce oncall add ana --name "Ana Rojas" --email ana.rojas@institucion.cl',
  options: {
    name: { type: 'string' },
    email: { type: 'string' },
    webhook: { type: 'string' },
    call: { type: 'string' },
    locale: { type: 'string' },
    json: { type: 'boolean' },
    ...DATA_OPTION,
  },
  arguments: { least: 1, most: 2 },
  run(args, io) {
    const [verb, id] = args.positionals;
    const does = VERBS.find(one => one === verb);
    if (!does) throw new UsageError(`oncall no sabe hacer "${verb}". Use ${VERBS.join(', ')}.`);
    if (id === undefined && (does === 'add' || does === 'remove'))
      throw new UsageError(`Diga de quién: npx cauce oncall ${does} ana`);
    const person = does === 'add' ? personOf(id!, args) : null;
    return beside(args, io, async data => {
      const { store, vault, clock, config } = data;
      if (person?.call && !config.calls) throw new UsageError(NO_CALLS);
      const mailer = mailerOf(config);
      const origin = config.publicUrl ?? serviceUrl(config);
      const { roster, paging } = await openOnCall({
        service: { store, vault, clock, ids: createIds(clock), log: silentLog },
        mailer,
        telephony: telephonyOf(config, { origin, log: silentLog }),
        origin,
      });
      try {
        if (person) {
          await roster.put(person);
          added(io, args, person, webhookSecret(vault, person));
          if (isUnreached(person, { mail: config.smtp !== null, calls: config.calls !== null }))
            io.err(UNREACHED(person.name));
        } else if (does === 'remove') {
          await roster.remove(id!);
          io.out(args.values.json ? JSON.stringify({ id, removed: true }) : `Ya no se llama a ${id}.`);
        } else if (does === 'list') listed(io, args, await roster.list());
        else return tested(io, args, await paging.test(called(await roster.list(), id)));
        return 0;
      } catch (error) {
        if (error instanceof RosterProblem) throw new UsageError(error.message);
        throw error;
      } finally {
        await mailer.close();
      }
    });
  },
};

function personOf(id: string, { values }: Arguments): OnCallPerson {
  const { name, email, webhook, call, locale = 'es' } = values;
  if (!/^[a-z0-9-]{1,40}$/.test(id))
    throw new UsageError(`"${id}" no es un id. Use minúsculas, números y guiones, como ana.`);
  if (typeof name !== 'string' || name.trim() === '') throw new UsageError('Dé su nombre: --name "Ana Rojas".');
  if (locale !== 'es' && locale !== 'en')
    throw new UsageError(`"${String(locale)}" no es un idioma de aquí. Use es o en.`);
  if (typeof email === 'string' && !/^[^\s@]+@[^\s@]+$/.test(email))
    throw new UsageError(`"${email}" no es un correo. Escriba uno como ana.rojas@institucion.cl.`);
  if (typeof webhook === 'string' && !(URL.canParse(webhook) && /^https?:$/.test(new URL(webhook).protocol)))
    throw new UsageError(`"${webhook}" no es una dirección. Escriba una como https://avisos.institucion.cl/guardia.`);
  if (email === undefined && webhook === undefined && call === undefined)
    throw new UsageError('Diga cómo se la alcanza: --email EMAIL, --webhook URL, --call TELÉFONO, o varios.');
  return {
    id,
    name: name.trim(),
    locale,
    ...(typeof email === 'string' ? { email: folded(email) } : {}),
    ...(typeof webhook === 'string' ? { webhook } : {}),
    ...(typeof call === 'string' ? { call: dialled(call) } : {}),
  };
}

/** E.164. Throws UsageError for what no provider carries: nobody sleeps beside a short number. */
function dialled(written: string): string {
  const read = parsePhone(written);
  if (read.ok && isCallable(read.value.dial)) return read.value.dial;
  throw new UsageError(`"${written}" no es un teléfono al que se pueda llamar. Escriba uno como +56912345678.`);
}

const NO_CALLS =
  'No hay proveedor de llamadas: nadie la telefonearía, y el servicio no iniciaría. Configure TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM y CAUCE_PUBLIC_URL (vea docs/operator.md), o dé --email o --webhook.';

function added(io: Io, { values }: Arguments, person: OnCallPerson, secret: string): void {
  if (values.json) return io.out(JSON.stringify({ ...person, ...(person.webhook ? { secret } : {}) }));
  io.out(
    `Desde ahora se llama a ${person.name}, por ${waysOf(person)
      .map(way => WAYS[way])
      .join(' y ')}.`,
  );
  if (person.webhook)
    io.out(`Lo que se envía a ${person.webhook} va firmado con el secreto (vea docs/operator.md):\n  ${secret}`);
}

/** Who is reached by mail alone is not, while the service writes its mails to files. */
const UNREACHED = (name: string): string =>
  `Atención: no se alcanzará a ${name}. El servicio no tiene servidor de correo (SMTP_URL): sus correos quedan en archivos. Configúrelo, o dé un --webhook.`;

function listed(io: Io, { values }: Arguments, people: readonly OnCallPerson[]): void {
  if (people.length === 0 && !values.json)
    return io.out(
      'No hay nadie de guardia: una emergencia que nadie toma suena solo en las consolas. Vea "cauce oncall add".',
    );
  for (const [i, person] of people.entries())
    io.out(
      values.json
        ? JSON.stringify(person)
        : `${i + 1}. ${person.id} · ${person.name} · ${[person.email, person.webhook, person.call].filter(Boolean).join(' · ')}`,
    );
}

function called(people: readonly OnCallPerson[], id: string | undefined): readonly OnCallPerson[] {
  const meant = id === undefined ? people : people.filter(one => one.id === id);
  if (meant.length > 0) return meant;
  throw new RosterProblem(id === undefined ? 'No hay nadie de guardia.' : `No hay nadie de guardia con el id "${id}".`);
}

/** That it left is not that it was read or heard. */
const WAYS: Readonly<Record<WayName, string>> = { email: 'correo', webhook: 'aviso a su sistema', call: 'teléfono' };

function tested(
  io: Io,
  { values }: Arguments,
  results: Awaited<ReturnType<Awaited<ReturnType<typeof openOnCall>>['paging']['test']>>,
): number {
  let failed = 0;
  for (const { person, tries } of results)
    for (const { way, result, reason } of tries) {
      if (result === 'failed') failed++;
      io.out(
        values.json
          ? JSON.stringify({ id: person.id, way, result, ...(reason ? { reason } : {}) })
          : `${person.name}, ${WAYS[way]}: ${result === 'sent' ? 'salió' : 'falló'}${reason ? ` (${reason})` : ''}`,
      );
    }
  return failed > 0 ? 1 : 0;
}
