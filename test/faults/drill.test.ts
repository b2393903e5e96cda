/**
 * A drill against a running service, while the webhook of the first on call fails, that of the second hangs, the process is
 * killed and the store goes away: the drill is paged along the chain and measured truthfully all the same, somebody real who
 * asks for help meanwhile is never taken for it, nor it for her, and it ends with its record.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DrillRunning, DrillsView, QueueRow } from '../../bot/console/contract.js';
import { Page, post, signIn } from '../console/house.js';
import { mongoPlace, withoutMongo } from '../store/mongo-place.js';
import { wireTo } from '../store/wire.js';
import { eventually } from './eventually.js';
import { Exchange } from './exchange.js';
import { Gateway, PATIENCE_MS } from './gateway.js';
import { built, ServiceProcess } from './process.js';

const undo: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

beforeAll(built, 600_000);

/**
 * The wire server of the tests takes minutes to let a killed service start again where other tests use it as well: it drills on a
 * real `mongod` (TEST_MONGODB_URI), and with FAULT_WHOLE=1 on that server too.
 */
const ON_MONGO = Boolean(process.env.TEST_MONGODB_URI) || process.env.FAULT_WHOLE === '1';
const EMAIL = 'eva@institucion.cl';
const PASSWORD = 'tres gatos en el tejado';

/** An account whose one-time password has been changed. */
async function supervisor(service: ServiceProcess): Promise<void> {
  const roles = ['--role', 'supervisor', '--role', 'executive'];
  const { password } = await service.runs('user', 'add', EMAIL, '--name', 'Eva', ...roles);
  const { signedIn, cookie } = await signIn(service.url, { email: EMAIL, password: password! });
  const headers = { cookie, 'x-csrf': signedIn.csrf };
  const changed = await post(service.url, '/password', { current: password, next: PASSWORD }, headers);
  expect(changed.status).toBe(204);
}

/** Signed in again after a fault, as a console does by itself: until it is let in. */
async function entered(service: ServiceProcess): Promise<Page> {
  let page: Page | null = null;
  await eventually('the console is let in', PATIENCE_MS, async () => {
    const { signedIn, cookie } = await signIn(service.url, { email: EMAIL, password: PASSWORD });
    page = await Page.open(service.url, cookie, signedIn).catch(() => null);
    return page !== null;
  });
  undo.push(() => page!.close());
  return page!;
}

async function drillIn(page: Page): Promise<DrillRunning | null> {
  const reply = await page.sync();
  return reply.kind === 'snapshot' ? reply.drill : null;
}

async function drillsOf(page: Page): Promise<DrillsView> {
  const reply = await page.socket.emitWithAck('drills', {});
  if (!reply.ok) throw new Error(reply.code);
  return reply;
}

/** Her call for help, sent again until it is taken in, as a gateway does. */
const asksForHelp = (gateway: Gateway, conversation: string): Promise<void> =>
  eventually(`the SOS of ${conversation} is taken`, PATIENCE_MS, async () =>
    [200, 202].includes((await gateway.posts(conversation, 0, 'SOS')).status),
  );

async function untilReal(page: Page, drill: string, count: number): Promise<QueueRow[]> {
  let real: QueueRow[] = [];
  await eventually(`${count} real emergencies are in the queue`, PATIENCE_MS, async () => {
    real = (await page.rows()).filter(row => row.conversation !== drill);
    return real.length === count;
  });
  return real;
}

/** When something was done, as far as its doer can tell: between two instants of the drill. */
async function within(since: number, act: () => Promise<unknown>): Promise<{ least: number; most: number }> {
  const least = Date.now() - since;
  await act();
  return { least, most: Date.now() - since };
}

interface Faults {
  env: Record<string, string>;
  away(service: ServiceProcess): void | Promise<void>;
  back(service: ServiceProcess): void | Promise<void>;
}

async function expectDrilled({ env, away, back }: Faults): Promise<void> {
  const exchange = await Exchange.listening();
  undo.push(() => exchange.close());
  const service = await ServiceProcess.on(env);
  undo.push(() => service.drop());
  service.start();
  await service.ready();
  const gateway = new Gateway(service.url);
  await service.runs('oncall', 'add', 'ana', '--name', 'Ana', '--webhook', `${exchange.url}/ana`);
  await service.runs('oncall', 'add', 'bea', '--name', 'Bea', '--webhook', `${exchange.url}/bea`);
  exchange.faults.set('ana', 'answers-500').set('bea', 'hangs');
  await supervisor(service);
  let eva = await entered(service);

  // No page shows it: it is paged after ten seconds, the first webhook fails, and the second does not answer.
  const asked = Date.now();
  expect(await eva.socket.emitWithAck('drill', { do: 'start' })).toMatchObject({ ok: true });
  const { conversation, name, startedAt } = (await drillIn(eva))!;
  expect(startedAt).toBeGreaterThanOrEqual(asked);
  await asksForHelp(gateway, 'real-1');
  await eventually('both were called to the drill', PATIENCE_MS, () =>
    ['ana', 'bea'].every(who => exchange.about(name).some(one => one.who === who)),
  );

  await service.kill();
  exchange.faults.clear();
  service.start();
  await service.ready();
  eva = await entered(service);
  expect(await drillIn(eva)).toMatchObject({ number: 1, conversation, name, startedAt, times: { takenMs: null } });
  await eventually('somebody is reached about the drill, and it is written down', PATIENCE_MS, async () =>
    JSON.stringify((await eva.open(conversation)).items).includes('oncall_called'),
  );
  expect(exchange.about(name).some(one => one.taken)).toBe(true);

  await away(service);
  const second = asksForHelp(gateway, 'real-2');
  await eventually('people are called without the store', PATIENCE_MS, () => exchange.about(null).length > 0);
  await back(service);
  await second;
  await service.ready();

  const [first, other] = await untilReal(eva, conversation, 2);
  const row = await eva.row(conversation);
  expect(row).toMatchObject({ channel: 'drill', owner: { kind: 'queue' }, risk: 'imminent' });
  for (const real of [first!, other!]) expect(real).toMatchObject({ channel: 'http', owner: { kind: 'queue' } });

  const taken = await within(startedAt, () => eva.does(conversation, { do: 'take' }));
  const dialed = await within(startedAt, () => eva.does(conversation, { do: 'call', institution: 'carabineros-133' }));
  await eva.does(conversation, { do: 'call_result', slot: 1, outcome: 'dispatched', reference: '4411' });
  await eva.does(conversation, { do: 'record_referral', outcome: 'Se hizo todo' });
  await eventually('it is over', PATIENCE_MS, async () => (await drillIn(eva)) === null);

  const { running, past } = await drillsOf(eva);
  expect(running).toBeNull();
  expect(past).toMatchObject([{ number: 1, startedAt, outcome: 'recorded', endedBy: 'Eva', times: { saidMs: null } }]);
  const { times, paged } = past[0]!;
  // Counted from its call for help, which came with its start: no restart and no fault makes it shorter.
  const openedMs = 5_000;
  for (const [ms, { least, most }] of [
    [times.takenMs!, taken],
    [times.dialedMs!, dialed],
  ] as const) {
    expect(ms).toBeGreaterThan(least - openedMs);
    expect(ms).toBeLessThanOrEqual(most);
  }
  expect(paged.calls).toBeGreaterThanOrEqual(2);
  expect(paged.reached).toBeGreaterThanOrEqual(1);

  // Never one for the other: not in a call, not in the queue, not in the records.
  expect(exchange.about(name).every(one => one.drill)).toBe(true);
  expect(exchange.rung.filter(one => one.name !== name && one.drill)).toEqual([]);
  for (const real of [first!, other!])
    await eventually(`somebody is called to ${real.name}`, PATIENCE_MS, () => exchange.about(real.name).length > 0);
  expect((await untilReal(eva, conversation, 2)).map(({ owner }) => owner.kind)).toEqual(['queue', 'queue']);
  const find = (drills?: true) =>
    eva.socket.emitWithAck('find', { what: 'records', text: '', ...(drills ? { drills } : {}) });
  expect(await find()).toMatchObject({ found: [] });
  expect(await find(true)).toMatchObject({ found: [{ conversation, drill: true }] });
}

describe('a drill while everything fails', () => {
  test.skipIf(!existsSync('/usr/bin/prlimit') && process.env.CI !== 'true')(
    'on SQLite, with a disk that takes no more for a while',
    () => {
      // No file of this process may grow or be written: to SQLite, the disk is full.
      const mayWrite = ({ child }: ServiceProcess, bytes: string) =>
        void execFileSync('prlimit', ['--pid', String(child!.pid), `--fsize=${bytes}:`]);
      return expectDrilled({
        env: {},
        away: service => mayWrite(service, '0'),
        back: service => mayWrite(service, 'unlimited'),
      });
    },
    PATIENCE_MS,
  );

  test.skipIf(withoutMongo).each(ON_MONGO ? ['MongoDB'] : [])(
    'on %s, with a server that goes away for a while',
    async () => {
      const place = mongoPlace();
      undo.push(() => place.drop());
      const uri = new URL(place.uri);
      uri.pathname = `/${place.database}`;
      const wire = await wireTo(uri.href);
      undo.push(() => wire.cut());
      await expectDrilled({ env: { MONGODB_URI: wire.uri }, away: () => wire.cut(), back: () => wire.mend() });
    },
    PATIENCE_MS,
  );
});
