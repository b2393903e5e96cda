import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ACCOUNT, CALLER, type CallProvider, openCallProvider, TOKEN } from '../../test/support/call-provider.js';
import { houseOf } from '../../test/support/privacy.js';
import { keptLog, serve, type Served } from '../../test/support/serve.js';
import { VirtualClock } from '../../test/support/virtual-clock.js';
import { ConfigError } from '../config.js';
import { createIds } from '../ids.js';
import { openMemoryStore } from '../store/sqlite/sqlite.js';
import { type Store, StoreUnavailable } from '../store/store.js';
import { twilio } from '../telephony/twilio.js';
import { openOnCall, refuseUncallable } from './oncall.js';
import type { OnCallPerson } from './roster.js';

const ORIGIN = 'https://here.example.cl';
const ANA: OnCallPerson = { id: 'ana', name: 'Ana Rojas', locale: 'es', call: '+56987654321' };
const EVA: OnCallPerson = { id: 'eva', name: 'Eva Pinto', locale: 'en', call: '+56912345678' };
const SOS = {
  conversation: 'c-1',
  name: 'Violeta-27',
  since: Date.UTC(2026, 2, 2, 11, 59),
  why: 'untaken' as const,
  zone: 'America/Santiago',
};

let store: Store;
let clock: VirtualClock;
let provider: CallProvider;
let served: Served[];
beforeEach(async () => {
  [store, clock, served] = [openMemoryStore(), new VirtualClock(), []];
  provider = await openCallProvider(ORIGIN);
});
afterEach(() => Promise.all([provider.close(), ...served.map(one => one.close())]));

/** One process of a service with these people on call, the provider's callbacks coming to it. */
async function staffed(...people: OnCallPerson[]) {
  const deadlineMs = provider.at.mode === 'silent' ? 1_000 : 10_000;
  const { vault } = await houseOf(store, clock);
  const log = keptLog();
  const said: unknown[] = [];
  const untaken = new Set([SOS.conversation]);
  const options = { url: provider.url, account: ACCOUNT, token: TOKEN, from: CALLER, origin: ORIGIN, log };
  const { paging, roster, router } = await openOnCall({
    service: { store, vault, clock, ids: createIds(clock), log: { ...log, debug: () => undefined } },
    mailer: { kind: 'smtp', send: () => Promise.resolve({ result: 'sent' }), close: () => Promise.resolve() },
    telephony: twilio({ ...options, timeoutMs: deadlineMs }),
    origin: ORIGIN,
    onCalled: (_, called) => void said.push(called),
  });
  for (const person of people) await roster.put(person);
  await paging.load();
  const here = await serve(router);
  served.push(here);
  provider.at.service = here.url;
  return {
    data: { store, vault },
    paging,
    roster,
    log,
    said,
    untaken,
    /** Numbers that were rung, the first first. */
    rung: () => provider.calls.map(({ to }) => to),
    page: async () => (await paging.of(SOS.conversation))[0]!,
    async raise(over: { drill?: boolean } = {}) {
      await paging.raise({ ...SOS, ...over });
      await paging.idle();
      return provider.calls[0]!;
    },
    async passes(ms: number) {
      clock.pass(ms);
      await paging.tick(conversation => untaken.has(conversation));
      await paging.idle();
    },
  };
}

describe('somebody on call by telephone', () => {
  test('hears that there is an emergency, in her language, and nothing of who asked for help', async () => {
    const { raise, passes } = await staffed(ANA, EVA);
    await raise();
    await passes(60_000);
    expect(provider.calls.map(({ to, said }) => [to, said])).toEqual([
      [ANA.call, ['Cauce: hay una emergencia sin tomar. Marque 1 para confirmar.']],
      [EVA.call, ['Cauce: there is an emergency that nobody has taken. Press 1 to confirm.']],
    ]);
    const known = [...provider.calls[0]!.form].flat().join(' ');
    expect(known).not.toMatch(/Violeta|c-1|ana/);
  });

  test('hears first that a drill is one', async () => {
    const { raise } = await staffed(ANA);
    const { said } = await raise({ drill: true });
    expect(said[0]).toMatch(/^Simulacro\. .*nadie real está en peligro.*Marque 1/);
  });

  test('acknowledges by pressing 1, as the link of a mail does', async () => {
    const { raise, passes, said, rung, page } = await staffed(ANA, EVA);
    const call = await raise();
    await provider.tells(call, 'in-progress');
    expect(await provider.presses(call, '1')).toMatchObject({
      said: ['Queda anotado. Tome ahora la emergencia en la consola.'],
      asksKey: false,
    });
    await provider.tells(call, 'completed');

    expect(said).toEqual([{ name: 'Ana Rojas', ways: ['call'], failed: [] }, { acknowledged: 'Ana Rojas' }]);
    expect(await page()).toMatchObject({
      acknowledged: { person: 'ana' },
      tries: [{ way: 'call', result: 'sent', person: 'ana' }],
      phoned: [{ call: 1, person: 'ana', state: 'acknowledged', over: true }],
    });
    await passes(120_000);
    expect(rung()).toHaveLength(1);
    await passes(60_000);
    expect(rung()).toEqual([ANA.call, EVA.call]);
  });

  test('who presses another key is asked again, and nothing is acknowledged', async () => {
    const { raise, page } = await staffed(ANA);
    expect(await provider.presses(await raise(), '5')).toMatchObject({
      said: ['Marque 1 para confirmar.'],
      asksKey: true,
    });
    expect((await page()).acknowledged).toBeNull();
  });

  test('who presses 1 when it is over, or another sees to it, hears so', async () => {
    const { raise, passes, untaken } = await staffed(ANA, EVA);
    const anas = await raise();
    await passes(60_000);
    const evas = provider.calls[1]!;
    await provider.presses(anas, '1');
    expect((await provider.presses(evas, '1')).said).toEqual(['Somebody else on call sees to it already. Thank you.']);
    untaken.clear();
    await passes(1_000);
    expect((await provider.presses(evas, '1')).said[0]).toMatch(/^Somebody has taken this emergency already/);
  });
});

describe('a telephone that nobody confirms at', () => {
  test.each([
    ['busy', 'busy'],
    ['no-answer', 'no-answer'],
    ['failed', 'failed'],
    ['completed', 'answered'],
  ])('%s: the next person is called soon, and the timeline says how it ended', async (status, phone) => {
    const { raise, passes, rung, said, page } = await staffed(ANA, EVA);
    const call = await raise();
    await provider.tells(call, 'ringing');
    await provider.tells(call, status);
    expect(said.at(-1)).toEqual({ name: 'Ana Rojas', phone });
    expect((await page()).phoned).toMatchObject([{ person: 'ana', state: phone, over: true }]);
    await passes(5_000);
    expect(rung()).toEqual([ANA.call, EVA.call]);
  });

  test('and is the last of the list is not rung again before its minute', async () => {
    const { raise, passes, rung } = await staffed(ANA);
    await provider.tells(await raise(), 'busy');
    await passes(5_000);
    expect(rung()).toHaveLength(1);
    await passes(55_000);
    expect(rung()).toHaveLength(2);
  });

  test('rings on: the next person is called after the usual minute', async () => {
    const { raise, passes, rung } = await staffed(ANA, EVA);
    await provider.tells(await raise(), 'ringing');
    await passes(59_000);
    expect(rung()).toHaveLength(1);
    await passes(1_000);
    expect(rung()).toEqual([ANA.call, EVA.call]);
  });
});

describe('a telephone that rings still when somebody takes the emergency', () => {
  test('stops ringing, and the timeline says why', async () => {
    const { raise, passes, untaken, said } = await staffed(ANA, EVA);
    const call = await raise();
    await provider.tells(call, 'ringing');
    untaken.clear();
    await passes(1_000);
    expect(call.isHungUp).toBe(true);
    await provider.tells(call, 'canceled');
    expect(said.at(-1)).toEqual({ name: 'Ana Rojas', phone: 'hung-up' });
  });

  test('and was only being asked for is ended as soon as it is there', async () => {
    const { paging, passes, untaken } = await staffed(ANA);
    const raising = paging.raise(SOS);
    untaken.clear();
    await raising;
    await passes(1_000);
    expect(provider.calls.map(call => call.isHungUp)).toEqual([true]);
  });

  test('is left to whoever lifted it, who hears when she presses 1 that it is taken', async () => {
    const { raise, passes, untaken } = await staffed(ANA);
    const call = await raise();
    await provider.tells(call, 'in-progress');
    untaken.clear();
    await passes(1_000);
    expect(call.isHungUp).toBe(false);
    expect((await provider.presses(call, '1')).said[0]).toMatch(/tomó/);
  });

  test('rings to its end where the provider does not answer, and the log says so', async () => {
    const { raise, passes, untaken, log } = await staffed(ANA);
    await raise();
    provider.at.mode = 'down';
    untaken.clear();
    await passes(1_000);
    expect(log.said.map(({ event }) => event)).toContain('telephone of a person on call rings on');
  });
});

describe('what the provider tells', () => {
  test('twice or late counts once', async () => {
    const { raise, said, page } = await staffed(ANA, EVA);
    const call = await raise();
    for (const status of ['in-progress', 'completed', 'ringing', 'completed', 'initiated'])
      await provider.tells(call, status);
    expect(said).toEqual([
      { name: 'Ana Rojas', ways: ['call'], failed: [] },
      { name: 'Ana Rojas', phone: 'answered' },
    ]);
    expect((await page()).phoned).toMatchObject([{ state: 'answered', over: true }]);
  });

  test('of a key twice acknowledges once, also where people were called again since', async () => {
    const { raise, passes, said, page } = await staffed(ANA, EVA);
    const call = await raise();
    await provider.presses(call, '1');
    await provider.presses(call, '1');
    expect(said.filter(one => 'acknowledged' in (one as object))).toHaveLength(1);
    await passes(180_000);
    expect((await page()).acknowledged).toBeNull();
    await provider.presses(call, '1');
    expect((await page()).acknowledged).toBeNull();
  });

  test('without its signature is refused and changes nothing', async () => {
    const { raise, page } = await staffed(ANA);
    const call = await raise();
    expect((await provider.presses(call, '1', 'guessed')).status).toBe(403);
    expect((await provider.tells(call, 'busy', 'guessed')).status).toBe(403);
    expect((await page()).phoned).toMatchObject([{ state: 'queued', over: false }]);
  });

  test('to another process, or after a restart, counts as well', async () => {
    const before = await staffed(ANA, EVA);
    const call = await before.raise();
    const after = await staffed();
    await provider.presses(call, '1');
    expect(after.said).toEqual([{ acknowledged: 'Ana Rojas' }]);
    await before.passes(60_000);
    expect(before.rung()).toHaveLength(1);
  });

  test('of a key while the store is away is not said to be noted: she may press again', async () => {
    const { raise, page } = await staffed(ANA);
    const call = await raise();
    const write = store.putDoc.bind(store);
    store.putDoc = () => Promise.reject(new StoreUnavailable('the disk is full'));
    expect(await provider.presses(call, '1')).toMatchObject({
      said: ['No se pudo anotar. Marque 1 otra vez, o abra la consola.'],
      asksKey: true,
    });
    store.putDoc = write;
    await provider.presses(call, '1');
    expect((await page()).acknowledged).toMatchObject({ person: 'ana' });
  });

  test('of a call that is none of ours is answered without doing anything', async () => {
    const { raise, page, log } = await staffed(ANA);
    const call = await raise();
    const form = new URLSearchParams(call.form.toString().replaceAll(/llamadas%2F[^%]+/g, 'llamadas%2Fabc'));
    const foreign = { ...call, form };
    expect((await provider.tells(foreign, 'busy')).status).toBe(204);
    expect((await provider.presses(foreign, '1')).said).toEqual(['Esta llamada es antigua. Abra la consola.']);
    expect((await page()).acknowledged).toBeNull();
    expect(log.said.map(({ event }) => event)).toContain('call told of that is not ours');
  });
});

describe('a provider that makes no call', () => {
  test.each(['down', 'silent'] as const)(
    'because it is %s: the next person is called soon, by what works',
    async mode => {
      provider.at.mode = mode;
      const { raise, passes, said, rung } = await staffed(ANA, EVA);
      await raise();
      provider.at.mode = 'up';
      await passes(5_000);
      expect(said).toEqual([
        { name: 'Ana Rojas', ways: [], failed: ['call'] },
        { name: 'Eva Pinto', ways: ['call'], failed: [] },
      ]);
      expect(rung()).toEqual([EVA.call]);
    },
  );

  test('for good is not asked in circles, and its reason is logged without the number', async () => {
    const { raise, passes, said, log } = await staffed(ANA);
    provider.at.mode = 'refusing';
    await raise();
    await passes(5_000);
    expect(said).toHaveLength(1);
    const told = log.said.find(({ event }) => event === 'person on call not reached');
    expect(told?.fields).toMatchObject({ way: 'call', reason: 'el proveedor de llamadas respondió 400 (E21211)' });
  });

  test('leaves mail and telephone apart: who has both is reached by the one that works', async () => {
    const { raise, said } = await staffed({ ...ANA, email: 'ana@example.cl' });
    provider.at.mode = 'down';
    await raise();
    expect(said).toEqual([{ name: 'Ana Rojas', ways: ['email'], failed: ['call'] }]);
  });
});

test('a test call says that it is one, and its key is thanked for', async () => {
  const { paging, log } = await staffed(ANA);
  expect(await paging.test([ANA])).toMatchObject([{ tries: [{ way: 'call', result: 'sent' }] }]);
  const [call] = provider.calls;
  expect(call!.said[0]).toMatch(/esto es una prueba de la guardia\. No hay ninguna emergencia/);
  expect((await provider.presses(call!, '1')).said).toEqual(['Gracias. La prueba está bien.']);
  expect((await provider.tells(call!, 'completed')).status).toBe(204);
  expect(log.said).toContainEqual(expect.objectContaining({ event: 'test call confirmed by a person on call' }));
});

test('while the store is away she hears it, and no key is asked for that nothing could keep', async () => {
  const { paging } = await staffed(ANA);
  paging.withoutStore();
  await paging.idle();
  expect(provider.calls[0]!.said[0]).toMatch(/la base de datos no responde/);
  expect(provider.calls[0]!.form.get('Twiml')).not.toContain('Gather');
});

test('somebody on call by telephone without a provider keeps the service from starting, with what to do', async () => {
  const { roster, data } = await staffed({ ...EVA, email: 'eva@example.cl' });
  const starting = refuseUncallable(data, false);
  await expect(starting).rejects.toThrow(ConfigError);
  await expect(starting).rejects.toThrow(/^A "eva" se la llama por teléfono.*TWILIO_ACCOUNT_SID/);
  await expect(starting).rejects.not.toThrow(EVA.call);
  await expect(refuseUncallable(data, true)).resolves.toBeUndefined();
  await roster.put({ id: 'eva', name: 'Eva', locale: 'es', email: 'eva@example.cl' });
  await expect(refuseUncallable(data, false)).resolves.toBeUndefined();
});
