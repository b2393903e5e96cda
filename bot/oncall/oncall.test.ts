import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { houseOf } from '../../test/support/privacy.js';
import { keptLog, serve, type Served } from '../../test/support/serve.js';
import { VirtualClock } from '../../test/support/virtual-clock.js';
import type { Mail } from '../email/mailer.js';
import { createIds } from '../ids.js';
import { openMemoryStore } from '../store/sqlite/sqlite.js';
import { type Store, StoreUnavailable } from '../store/store.js';
import { openOnCall, webhookSecret } from './oncall.js';

const ANA = { id: 'ana', name: 'Ana Rojas', locale: 'es' as const, email: 'ana@example.cl' };
const EVA = { id: 'eva', name: 'Eva Pinto', locale: 'en' as const, email: 'eva@example.cl' };
const SOS = {
  conversation: 'c-1',
  name: 'Violeta-27',
  since: Date.UTC(2026, 2, 2, 11, 59),
  why: 'untaken' as const,
  zone: 'America/Santiago',
};

let store: Store;
let clock: VirtualClock;
const open: Served[] = [];
beforeEach(() => {
  store = openMemoryStore();
  clock = new VirtualClock();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map(served => served.close()));
});

/** One process of a service, with a mail server that may refuse. */
async function house() {
  const { vault } = await houseOf(store, clock);
  const mails: Mail[] = [];
  const log = keptLog();
  const said: unknown[] = [];
  const mail = { down: false, kind: 'smtp' as 'smtp' | 'file' };
  const untaken = new Set<string>(['c-1']);
  const onCall = await openOnCall({
    service: { store, vault, clock, ids: createIds(clock), log: { ...log, debug: () => undefined } },
    mailer: {
      get kind() {
        return mail.kind;
      },
      send: one => {
        if (mail.down) return Promise.reject(new Error('no connection'));
        mails.push(one);
        return Promise.resolve({ result: 'sent' });
      },
      close: () => Promise.resolve(),
    },
    telephony: null,
    origin: 'https://here.example.cl',
    onCalled: (_, called) => void said.push(called),
  });
  const served = await serve(onCall.router);
  open.push(served);
  return {
    ...onCall,
    vault,
    mails,
    mail,
    log,
    said,
    untaken,
    url: served.url,
    to: () => mails.map(one => one.to),
    async raise() {
      await onCall.paging.raise(SOS);
      await onCall.paging.idle();
    },
    async passes(ms: number) {
      clock.pass(ms);
      await onCall.paging.tick(conversation => untaken.has(conversation));
      await onCall.paging.idle();
    },
  };
}

async function staffed(...people: (typeof ANA | typeof EVA)[]) {
  const made = await house();
  for (const person of people) await made.roster.put(person);
  await made.paging.load();
  return made;
}
const linkIn = ({ text }: Mail): string => /https:\/\/here\.example\.cl(\/guardia\/\S+)/.exec(text)![1]!;

describe('an emergency that nobody takes', () => {
  test('calls one person after the other, and again from the first', async () => {
    const { raise, passes, to } = await staffed(ANA, EVA);
    await raise();
    expect(to()).toEqual([ANA.email]);
    await passes(30_000);
    expect(to()).toHaveLength(1);
    await passes(30_000);
    await passes(60_000);
    expect(to()).toEqual([ANA.email, EVA.email, ANA.email]);
  });

  test('raised again meanwhile, calls nobody twice', async () => {
    const { raise, to } = await staffed(ANA, EVA);
    await raise();
    await raise();
    expect(to()).toEqual([ANA.email]);
  });

  test('calls nobody any more once it is taken, and begins anew when its owner is lost', async () => {
    const { raise, passes, untaken, to } = await staffed(ANA, EVA);
    await raise();
    untaken.clear();
    await passes(60_000);
    await passes(60_000);
    expect(to()).toHaveLength(1);

    untaken.add('c-1');
    await raise();
    expect(to()).toEqual([ANA.email, EVA.email]);
  });

  test('says of her a pseudonym and since when, in the language of whoever is called', async () => {
    const { raise, passes, mails } = await staffed(ANA, EVA);
    await raise();
    await passes(60_000);
    expect(mails[0]).toMatchObject({ subject: 'Guardia: se necesita una persona' });
    expect(mails[0]!.text).toContain('Nadie ha tomado a Violeta-27, que pidió ayuda a las 08:59:00.');
    expect(mails[1]!.text).toContain('Nobody has taken Violeta-27');
  });

  test('goes on where it was after a restart', async () => {
    const before = await staffed(ANA, EVA);
    await before.raise();
    const after = await house();
    await after.paging.load();
    await after.passes(60_000);
    expect(after.to()).toEqual([EVA.email]);
  });

  test('is called for once by several processes', async () => {
    const one = await staffed(ANA, EVA);
    const two = await house();
    await two.paging.load();
    await Promise.all([one.raise(), two.raise()]);
    clock.pass(60_000);
    await Promise.all([one.passes(0), two.passes(0)]);
    expect([...one.to(), ...two.to()].sort()).toEqual([ANA.email, EVA.email]);
  });

  test('with nobody on call is told to the log, once', async () => {
    const { raise, passes, log } = await staffed();
    await raise();
    await passes(1_000);
    await passes(1_000);
    expect(log.said.filter(({ event }) => event.includes('nobody is on call'))).toHaveLength(1);
  });

  test('raised before the list was read at the start calls who is on it, and tells of nobody missing', async () => {
    await staffed(ANA);
    const after = await house();
    await after.raise();
    expect(after.to()).toEqual([ANA.email]);
    expect(after.log.said.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('that reaches one by no way calls the next one soon', async () => {
    const { raise, passes, mail, to, log, said } = await staffed(ANA, EVA);
    mail.down = true;
    await raise();
    mail.down = false;
    await passes(5_000);
    expect(to()).toEqual([EVA.email]);
    expect(log.said).toContainEqual(expect.objectContaining({ level: 'error', event: 'person on call not reached' }));
    expect(said).toEqual([
      { name: 'Ana Rojas', ways: [], failed: ['email'] },
      { name: 'Eva Pinto', ways: ['email'], failed: [] },
    ]);
  });
});

test('without a mail server nobody is said to be called, and it does not go round in circles', async () => {
  const { raise, passes, mail, mails, said, log } = await staffed(ANA, EVA);
  mail.kind = 'file';
  await raise();
  await passes(5_000);
  await passes(5_000);

  expect(said).toEqual([
    { name: 'Ana Rojas', ways: [], failed: ['email-unset'] },
    { name: 'Eva Pinto', ways: [], failed: ['email-unset'] },
  ]);
  expect(mails).toHaveLength(2);
  expect(log.said.some(({ event }) => event === 'person on call was called')).toBe(false);
  await passes(60_000);
  expect(said).toHaveLength(3);
});

test('somebody can be called while the list holds one with a way that is set', async () => {
  const { paging, roster, mail, passes } = await staffed();
  expect(paging.canCall()).toBe(false);
  await roster.put(ANA);
  await passes(15_000);
  expect(paging.canCall()).toBe(true);
  mail.kind = 'file';
  expect(paging.canCall()).toBe(false);
  await roster.put({ ...ANA, webhook: 'https://avisos.example.cl/guardia' });
  await passes(15_000);
  expect(paging.canCall()).toBe(true);
});

test('a test says in its subject that it is one', async () => {
  const { paging, mails } = await staffed();
  await paging.test([ANA, EVA]);
  expect(mails.map(one => one.subject)).toEqual(['Prueba de la guardia', 'Test of the on-call list']);
});

test('a call that cannot be written down is told without the addresses that an error quotes', async () => {
  const { raise, log } = await staffed(ANA);
  const write = store.putDoc.bind(store);
  let writes = 0;
  store.putDoc = (doc, version) =>
    ++writes > 2 ? Promise.reject(new Error(`not written: ${ANA.email}`)) : write(doc, version);
  await raise();
  const told = log.said.find(({ event }) => event === 'call of a person on call not written down');
  expect(told?.fields?.reason).toMatch(/^not written: /);
  expect(JSON.stringify(told)).not.toContain(ANA.email);
});

describe('taken while the store is away', () => {
  const away = (): (() => void) => {
    const write = store.putDoc.bind(store);
    store.putDoc = () => Promise.reject(new StoreUnavailable('the disk is full'));
    return () => void (store.putDoc = write);
  };

  test('is over as soon as it is back: its link asks for nobody', async () => {
    const { raise, passes, mails, url, untaken } = await staffed(ANA);
    await raise();
    untaken.clear();
    const back = away();
    await expect(passes(1_000)).rejects.toThrow(StoreUnavailable);
    back();
    await passes(1_000);
    expect(await (await fetch(url + linkIn(mails[0]!))).text()).toContain('ya la tomó alguien');
  });

  test('calls at once when its owner is lost before it could be written, whoever had confirmed', async () => {
    const { raise, passes, mails, url, untaken, to } = await staffed(ANA, EVA);
    await raise();
    await fetch(url + linkIn(mails[0]!), { method: 'POST' });
    untaken.clear();
    const back = away();
    await expect(passes(1_000)).rejects.toThrow(StoreUnavailable);
    back();
    untaken.add('c-1');
    await raise();
    expect(to()).toEqual([ANA.email, EVA.email]);
    await passes(30_000);
    expect(to()).toHaveLength(2);
  });
});

describe('the link of a call', () => {
  test('does nothing when it is opened; its button stops the calls for a while, and not for good', async () => {
    const { raise, passes, mails, url, to, said } = await staffed(ANA, EVA);
    await raise();
    const link = linkIn(mails[0]!);
    expect(await (await fetch(url + link)).text()).toContain('Violeta-27 espera desde las 08:59:00');
    await passes(60_000);
    expect(to()).toHaveLength(2);

    const answer = await fetch(url + link, { method: 'POST' });
    expect(await answer.text()).toContain('la ve Ana Rojas');
    expect(said.at(-1)).toEqual({ acknowledged: 'Ana Rojas' });
    await passes(120_000);
    expect(to()).toHaveLength(2);
    await passes(60_000);
    expect(to()).toHaveLength(3);
  });

  test('says so when it is over, and when it is none of ours', async () => {
    const { raise, passes, mails, url, untaken } = await staffed(ANA);
    await raise();
    untaken.clear();
    await passes(1_000);
    const link = linkIn(mails[0]!);
    expect(await (await fetch(url + link, { method: 'POST' })).text()).toContain('ya la tomó alguien');
    const forged = await fetch(`${url}${link.slice(0, -4)}aaaa`, { method: 'POST' });
    expect([forged.status, await forged.text()]).toEqual([404, expect.stringContaining('no sirve')]);
  });

  test('may not be framed, runs no script and tells no site where it was', async () => {
    const { url } = await staffed(ANA);
    const { headers } = await fetch(`${url}/guardia/x`);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });
});

test('another system is told with a signature that only the two can make', async () => {
  const { roster, paging, vault } = await staffed();
  const got: { signature: string; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', bytes => (body += String(bytes)));
    request.on('end', () => {
      got.push({ signature: String(request.headers['cauce-signature']), body });
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const pager = {
      id: 'pager',
      name: 'Central',
      locale: 'es' as const,
      webhook: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    };
    await roster.put(pager);
    await paging.load();
    await paging.raise(SOS);
    await paging.idle();

    const [, seconds, mac] = /^t=(\d+),v1=(\w+)$/.exec(got[0]!.signature)!;
    expect(createHmac('sha256', webhookSecret(vault, pager)).update(`${seconds}.${got[0]!.body}`).digest('hex')).toBe(
      mac,
    );
    expect(JSON.parse(got[0]!.body)).toMatchObject({ page: { why: 'untaken', name: 'Violeta-27', since: SOS.since } });
  } finally {
    server.close();
  }
});

test('a call for help that the store cannot take calls people until it is back', async () => {
  const { paging, passes, mails, to } = await staffed(ANA, EVA);
  paging.withoutStore();
  await paging.idle();
  paging.withoutStore();
  await paging.idle();
  expect(to()).toEqual([ANA.email]);
  expect(mails[0]!.text).toContain('la base de datos no responde');
  await passes(60_000);
  expect(to()).toEqual([ANA.email, EVA.email]);
  paging.stored();
  await passes(60_000);
  expect(to()).toHaveLength(2);
});
