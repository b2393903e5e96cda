import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeChannel, type Process, processOf } from '../test/support/service.js';
import { eraseContact } from './privacy/erase.js';
import { openMemoryStore } from './store/sqlite/sqlite.js';

const MINUTE = 60_000;

let house: Process;
beforeEach(async () => {
  house = await processOf();
});
afterEach(() => house.store.close());

const states = async () =>
  (await house.store.effects((await house.thread()).conversation)).map(e => `${e.type} ${e.state}`);
const unreachable = () => Promise.reject(new Error('no connection'));
const refused = () => Promise.resolve({ state: 'refused' as const, reason: 'number unknown' });

test('what a turn says leaves in its order, each message once', async () => {
  await house.writes('hola');
  await house.writes('necesito hablar');

  const seqs = house.sms.sent.map(m => m.seq);
  expect(seqs.length).toBeGreaterThan(1);
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
  expect(await states()).toEqual([]);
});

test('a message that cannot leave is tried again after 1, 2, 4 … seconds, and holds back those behind it', async () => {
  house.sms.instead = unreachable;
  await house.writes('hola');
  await house.writes('sigo aquí');
  const tried = () => house.said.filter(line => line.event === 'effect retried').length;

  expect(tried()).toBe(1);
  await house.passes(999);
  expect(tried()).toBe(1);
  await house.passes(1);
  expect(tried()).toBe(2);
  await house.passes(1_999);
  expect(tried()).toBe(2);
  house.sms.instead = null;
  await house.passes(1);

  const seqs = house.sms.sent.map(m => m.seq);
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  expect(await states()).toEqual([]);
});

test('a message that never leaves is given up, people are called, and the next one is tried', async () => {
  house.sms.instead = unreachable;
  const { replies } = await house.writes('hola');
  for (let i = 0; i < 8; i++) await house.passes(5 * MINUTE);

  expect(house.said.some(line => line.event === 'effect given up')).toBe(true);
  const { conversation } = await house.thread();
  expect((await house.store.head(conversation))!.desk.alert).toBe('unacked');
  expect(await eventsOf('ACK')).toContainEqual(expect.objectContaining({ seq: replies[0]!.seq, state: 'failed' }));
  house.sms.instead = null;
  await house.passes(5 * MINUTE);
  expect(house.sms.sent.length).toBeGreaterThan(0);
  expect(house.sms.sent.map(m => m.seq)).not.toContain(replies[0]!.seq);
});

test('what the channel refuses for good is not tried again, and people are called', async () => {
  house.sms.instead = refused;
  const { replies } = await house.writes('hola');

  const head = await house.store.head((await house.thread()).conversation);
  expect(head!.desk.alert).toBe('unacked');
  expect(await eventsOf('ACK')).toContainEqual(
    expect.objectContaining({ seq: replies[0]!.seq, state: 'failed', reason: 'number unknown' }),
  );
  expect(house.said.filter(line => line.event === 'effect retried')).toEqual([]);
});

test('a message of the robot that waits when a person takes the talk never leaves, also not once she gave it back', async () => {
  house.sms.instead = unreachable;
  const { replies } = await house.writes('hola');
  await house.does({ type: 'TAKE' });
  await house.does({ type: 'RELEASE', step: 'menu' });
  house.sms.instead = null;
  await house.passes(MINUTE);

  expect(house.sms.sent.map(m => m.seq)).not.toContain(replies[0]!.seq);
  expect((await states())[0]).toBe('say withheld');
  expect(await eventsOf('ACK')).toContainEqual(
    expect.objectContaining({ seq: replies[0]!.seq, state: 'withheld', reason: 'taken' }),
  );
});

test("a person's words leave although the robot's before them were withheld", async () => {
  house.sms.instead = unreachable;
  await house.writes('hola');
  await house.does({ type: 'SAY', text: 'Soy Carla, la leo.' });
  house.sms.instead = null;
  await house.passes(MINUTE);

  expect(house.sms.sent.map(m => `${m.author} ${m.name}`)).toEqual(['executive Carla']);
});

test('a channel that hangs in one conversation does not hold back another', async () => {
  let answer!: () => void;
  const hanging = new Promise<void>(resolve => {
    answer = resolve;
  });
  house.sms.instead = async message => {
    if (message.address === 'ana') await hanging;
    return { state: 'sent' };
  };
  await house.inbound.receive({ channel: 'sms', address: 'ana', id: 'a', text: 'hola' });
  await house.outbox.dispatch();
  await house.inbound.receive({ channel: 'sms', address: 'eva', id: 'e', text: 'hola' });
  await house.outbox.dispatch();
  await expect.poll(() => house.sms.sent.map(m => m.address)).toEqual(['eva']);

  answer();
  await house.settle();
  expect(house.sms.sent.map(m => m.address)).toEqual(['eva', 'ana']);
});

test('a channel that hangs in every conversation does not hold back another channel', async () => {
  let answer!: () => void;
  const hanging = new Promise<void>(resolve => {
    answer = resolve;
  });
  house.sms.instead = async () => {
    await hanging;
    return { state: 'sent' };
  };
  const other = new FakeChannel('other', 'sent');
  house.addChannel(other);
  for (let i = 0; i < 120; i++)
    await house.inbound.receive({ channel: 'sms', address: `a${i}`, id: `a${i}`, text: 'hola' });
  for (let i = 0; i < 3; i++) await house.outbox.dispatch();
  await house.inbound.receive({ channel: 'other', address: 'eva', id: 'e', text: 'hola' });
  await house.outbox.dispatch();
  await expect.poll(() => other.sent.map(m => m.address)).toEqual(['eva']);

  answer();
  await house.settle();
  expect(new Set(house.sms.sent.map(m => m.address)).size).toBe(120);
});

test('what a process that hangs has in hand is taken over by another, and done once in the record', async () => {
  const store = openMemoryStore();
  const one = await processOf({ store, clock: house.clock, worker: 'one' });
  const two = await processOf({ store, clock: house.clock, worker: 'two' });
  let answer!: () => void;
  one.sms.instead = () =>
    new Promise(resolve => {
      answer = () => resolve({ state: 'sent' });
    });
  await one.inbound.receive({ channel: 'sms', address: 'ana', id: 'a', text: 'hola' });
  await one.outbox.dispatch();
  await two.settle();
  expect(two.sms.sent).toEqual([]);

  await two.passes(MINUTE);
  expect(two.sms.sent.length).toBe(1);
  answer();
  await one.outbox.idle();
  const { conversation } = await one.thread();
  expect(await store.effects(conversation)).toEqual([]);
  const sent = (await store.turns(conversation)).filter(t => t.cause.endsWith(':sent'));
  expect(sent.length).toBe(1);
  await store.close();
});

test('what waits for an erased person is withheld', async () => {
  house.sms.instead = unreachable;
  await house.writes('hola');
  const thread = await house.thread();
  const parts = {
    store: house.store,
    vault: house.vault,
    clock: house.clock,
    log: house.erasures,
    forget: () => house.forget([thread.conversation]),
  };
  await eraseContact(parts, thread.contact, 'citizen', 'asked');
  house.sms.instead = null;
  await house.passes(MINUTE);

  expect(house.sms.sent).toEqual([]);
  expect((await house.store.effects(thread.conversation)).map(e => e.state)).toEqual(['withheld']);
});

async function eventsOf(type: string) {
  const turns = await house.store.turns((await house.thread()).conversation);
  const bodies = await house.inbound.bodies(turns.filter(t => t.facts.event === type));
  return bodies.map(body => body.event);
}
