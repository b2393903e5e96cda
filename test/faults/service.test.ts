/**
 * The real service, killed at random moments while another system plays hundreds of conversations with it, and with a store that
 * goes away: nothing acknowledged is lost, nothing is answered twice, and everything is in order.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mongoPlace, withoutMongo } from '../store/mongo-place.js';
import { wireTo } from '../store/wire.js';
import { eventually } from './eventually.js';
import { Gateway, idOf, PATIENCE_MS, type ShownLine } from './gateway.js';
import { built, ServiceProcess } from './process.js';
import { Receiver } from './receiver.js';

/** On a store that can bear it: 300 conversations, and 20 kills among them. */
const WHOLE = { conversations: 300, kills: 20, messages: 4, atOnce: 24 };
/**
 * The wire server of the tests takes a few messages a second, and more at once would only wait and be refused. A real
 * `mongod` (TEST_MONGODB_URI) gets the whole; FAULT_WHOLE=1 asks it of the wire server too, for which it may take an hour.
 */
const ON_MONGO =
  process.env.TEST_MONGODB_URI || process.env.FAULT_WHOLE === '1'
    ? { ...WHOLE, messages: 2, atOnce: 4 }
    : { conversations: 100, kills: 10, messages: 2, atOnce: 4 };
/** A machine that does much else besides: nothing here is about speed. */
const WHOLE_RUN_MS = 5_400_000;
/** Another seed, other moments: FAULT_SEED=7 npm test -- test/faults */
const SEED = Number(process.env.FAULT_SEED ?? 4);

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

beforeAll(built, 600_000);

async function serviceOn(env: Record<string, string>): Promise<ServiceProcess> {
  const service = await ServiceProcess.on(env);
  undo.push(() => service.drop());
  service.start();
  await service.ready();
  return service;
}

/** How many messages are acknowledged when each kill comes: any number, two of them perhaps the same. */
function moments(seed: number, total: number, kills: number): number[] {
  const random = mulberry32(seed);
  return Array.from({ length: kills }, () => Math.floor(random() * total * 0.95)).sort((a, b) => a - b);
}

/** Of one run: how many conversations, how long each is, how many go on side by side, and how often the service dies. */
type Run = typeof WHOLE;

async function expectNothingLost(env: Record<string, string>, run: Run): Promise<void> {
  const { conversations, kills, messages, atOnce } = run;
  const receiver = await Receiver.listening();
  undo.push(() => receiver.close());
  const service = await serviceOn({
    ...env,
    CAUCE_HTTP_WEBHOOK_URL: receiver.url,
    CAUCE_HTTP_WEBHOOK_SECRET: 'secret-of-the-fault-tests',
  });
  const gateway = new Gateway(service.url);
  const killing = async (): Promise<void> => {
    for (const moment of moments(SEED, conversations * messages, kills)) {
      await eventually(`${moment} messages are acknowledged`, PATIENCE_MS, () => {
        service.assertAlive();
        return gateway.acknowledged >= moment;
      });
      await service.kill();
      service.start();
    }
  };
  try {
    await Promise.all([gateway.plays(conversations, messages, atOnce), killing()]);
  } catch (error) {
    throw new Error(`${(error as Error).message}; the service had said: ${service.told}`, { cause: error });
  }
  await service.ready();
  await eventually(
    'every reply has left',
    PATIENCE_MS,
    async () => (JSON.parse((await service.readiness()).body) as { outbox: { waiting: number } }).outbox.waiting === 0,
  );

  let next = 0;
  const checking = async (): Promise<void> => {
    for (let c = next++; c < conversations; c = next++) await expectWhole(gateway, receiver, `c${c}`, messages);
  };
  await Promise.all(Array.from({ length: atOnce }, checking));
}

async function expectWhole(
  gateway: Gateway,
  receiver: Receiver,
  conversation: string,
  messages: number,
): Promise<void> {
  const lines = await gateway.lines(conversation);
  const of = (direction: ShownLine['direction']) => lines.filter(line => line.direction === direction);
  const answers = gateway.answers.get(conversation)!;

  expect(
    lines.map(line => line.seq),
    'numbered without gaps',
  ).toEqual(lines.map((_, i) => i + 1));
  expect(
    of('in').map(line => line.id),
    'each message once, in order',
  ).toEqual(Array.from({ length: messages }, (_, m) => idOf(m)));
  expect(
    of('in').map(line => line.seq),
    'where it was acknowledged',
  ).toEqual(answers.map(answer => answer.seq));
  // Where a conversation has been silent for minutes, a line of its own may follow: after her last message, once.
  const given = answers.flatMap(answer => answer.replies.map(({ seq, text }) => ({ seq, text })));
  const out = of('out').map(({ seq, text }) => ({ seq, text }));
  const seqs = new Set(given.map(({ seq }) => seq));
  const later = out.filter(({ seq }) => !seqs.has(seq));
  expect(
    out.filter(({ seq }) => seqs.has(seq)),
    'each answer as it was given',
  ).toEqual(given);
  expect(
    later.filter(({ seq }) => seq < of('in').at(-1)!.seq),
    'nothing said besides while she writes',
  ).toEqual([]);
  expect(new Set(later.map(({ text }) => text)).size, 'nothing said twice afterwards').toBe(later.length);
  const ids = new Set(of('out').map(line => line.id));
  expect(
    (receiver.taken.get(conversation) ?? []).filter(({ id }) => ids.has(id)),
    'each reply posted, in order',
  ).toEqual(of('out').map(({ id, seq }) => ({ id, seq })));

  const last = messages - 1;
  expect(await gateway.answered(conversation, last), 'the same id again').toEqual(answers[last]);
  // A store too slow to say so leaves it to the spool (202), which keeps it as a message of its own.
  expect([409, 202], 'the same id with other words').toContain(await gateway.refused(conversation, last, 'otra cosa'));
  expect((await gateway.lines(conversation)).slice(0, lines.length), 'nothing done twice').toEqual(lines);
}

/** While neither store nor spool can be written: refused, with the reason; when they can: taken, once, by the same process. */
async function expectRefusedThenTaken(
  service: ServiceProcess,
  away: () => void | Promise<void>,
  back: () => void | Promise<void>,
): Promise<void> {
  const gateway = new Gateway(service.url);
  await gateway.plays(3, 2, 3);
  await away();
  await eventually('messages are refused', 120_000, async () => (await gateway.posts('c0', 2)).status === 503);
  const refused = await gateway.posts('c1', 2);
  expect(refused).toMatchObject({ status: 503, retryAfter: '2' });
  const readiness = await service.readiness();
  expect(readiness.status).toBe(503);
  expect(JSON.parse(readiness.body)).toMatchObject({
    ready: false,
    store: { ready: false, reason: expect.stringMatching(/disk/) as string },
  });
  const { pid } = service.child!;

  await back();
  for (const conversation of ['c0', 'c1', 'c2']) {
    let status = 0;
    await eventually(`${conversation} is taken again`, PATIENCE_MS, async () => {
      ({ status } = await gateway.posts(conversation, 2));
      return status === 200;
    }).catch(async (error: Error) => {
      const { body } = await service.readiness();
      throw new Error(`${error.message}; the last answer was ${status}, and readiness says ${body}`);
    });
  }
  await service.ready();
  expect(service.child!.pid).toBe(pid);
  for (const conversation of ['c0', 'c1', 'c2']) {
    const lines = await gateway.lines(conversation);
    expect(lines.filter(line => line.direction === 'in').map(line => line.id)).toEqual([0, 1, 2].map(idOf));
    expect(lines.map(line => line.seq)).toEqual(lines.map((_, i) => i + 1));
  }
}

/** While the store is away: kept, also by a process that is killed meanwhile; when it is back: read, once and in order. */
async function expectKeptThenRead(
  service: ServiceProcess,
  away: () => void | Promise<void>,
  back: () => void | Promise<void>,
): Promise<void> {
  const gateway = new Gateway(service.url);
  await gateway.plays(3, 2, 3);
  await away();
  await eventually('a message is kept', 120_000, async () => (await gateway.posts('c0', 2)).status === 202);
  for (const [conversation, m] of [
    ['c0', 3],
    ['c1', 2],
    ['c2', 2],
    ['c0', 3],
    ['c3', 0],
  ] as const)
    expect(await gateway.posts(conversation, m)).toMatchObject({ status: 202, answer: { spooled: true } });
  expect((await gateway.posts('c0', 2, 'otra cosa')).status).toBe(409);
  const readiness = await service.readiness();
  expect([readiness.status, JSON.parse(readiness.body)]).toMatchObject([
    503,
    { ready: false, store: { reason: expect.stringMatching(/MongoDB/) as string }, spool: { waiting: 5 } },
  ]);

  await service.kill();
  await back();
  service.start();
  await service.ready();
  await eventually('what was kept is read', PATIENCE_MS, async () => {
    service.assertAlive();
    const { status, body } = await service.readiness();
    // A connection that was kept may be closed just when it is used again: it is asked anew.
    return status !== 0 && (JSON.parse(body) as { spool: { waiting: number } }).spool.waiting === 0;
  });
  for (const [conversation, messages] of [
    ['c0', 4],
    ['c1', 3],
    ['c2', 3],
    ['c3', 1],
  ] as const) {
    const lines = await gateway.lines(conversation);
    const told = lines.filter(line => line.direction === 'in').map(line => line.id);
    expect(told).toEqual(Array.from({ length: messages }, (_, m) => idOf(m)));
    expect(lines.map(line => line.seq)).toEqual(lines.map((_, i) => i + 1));
    expect((await gateway.posts(conversation, messages - 1)).status, 'answered now').toBe(200);
  }
}

describe('on SQLite', () => {
  test(
    `killed ${WHOLE.kills} times, it loses nothing, repeats nothing and keeps the order`,
    () => expectNothingLost({}, WHOLE),
    WHOLE_RUN_MS,
  );

  test.skipIf(!existsSync('/usr/bin/prlimit') && process.env.CI !== 'true')(
    'a disk that takes no more refuses messages until it does again',
    async () => {
      const service = await serviceOn({});
      // No file of this process may grow or be written: to SQLite, the disk is full.
      const mayWrite = (bytes: string) =>
        void execFileSync('prlimit', ['--pid', String(service.child!.pid), `--fsize=${bytes}:`]);
      await expectRefusedThenTaken(
        service,
        () => mayWrite('0'),
        () => mayWrite('unlimited'),
      );
    },
    WHOLE_RUN_MS,
  );
});

describe.skipIf(withoutMongo)('on MongoDB', () => {
  const placed = () => {
    const place = mongoPlace();
    undo.push(() => place.drop());
    const uri = new URL(place.uri);
    uri.pathname = `/${place.database}`;
    return uri.href;
  };

  test(
    `killed ${ON_MONGO.kills} times, it loses nothing, repeats nothing and keeps the order`,
    () => expectNothingLost({ MONGODB_URI: placed() }, ON_MONGO),
    WHOLE_RUN_MS,
  );

  test(
    'messages that come while the server is away are kept, and read when it is back',
    async () => {
      const wire = await wireTo(placed());
      undo.push(() => wire.cut());
      const service = await serviceOn({ MONGODB_URI: wire.uri });
      await expectKeptThenRead(
        service,
        () => wire.cut(),
        () => wire.mend(),
      );
    },
    WHOLE_RUN_MS,
  );
});

/** A small generator of chance that gives the same numbers for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
