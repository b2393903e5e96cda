import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SignedIn } from '../../../bot/console/contract.js';
import { Clock } from './clock.js';
import { Desk, type DeskTools } from './desk.js';
import { type Link, NoAnswer } from './link.js';
import { Store } from './store.js';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 2, 12) });
  vi.stubGlobal('document', { hidden: false });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const EVA: SignedIn = {
  user: {
    id: 'eva',
    name: 'Eva',
    email: 'eva@example.cl',
    roles: ['executive'],
    locale: 'es',
    mustChangePassword: false,
  },
  csrf: 'c',
  institution: 'SERNAMEG',
  serverNow: 0,
  draftKey: '',
  emergencies: [],
};

/** A desk whose line is there all the time, and what the server makes of each act; it answers nothing else. */
function atDesk(answer: () => Promise<unknown>) {
  const tools = {
    locale: new Store('es'),
    clock: new Clock(Date.now),
    drafts: { get: () => '', set: () => undefined },
    sounds: { play: () => undefined },
    frame: (run: () => void) => run(),
    newId: () => 'a-1',
    notice: () => undefined,
    over: () => undefined,
    stillSignedIn: () => Promise.resolve(true),
  } as unknown as DeskTools;
  const desk = new Desk(EVA, 'available', tools);
  const acts: unknown[] = [];
  const told: unknown[] = [];
  desk.link.connect = () => desk.link.state.set({ kind: 'online', times: 1 });
  desk.link.tell = ((_: string, payload: unknown) => void told.push(payload)) as Link['tell'];
  desk.link.ask = ((question: string, payload: unknown) => {
    if (question !== 'act') return Promise.reject(new NoAnswer(question));
    acts.push(payload);
    return answer();
  }) as Link['ask'];
  return { desk, acts, told };
}

test('a message that the server did not answer in time leaves by itself once it answers, though the line was never cut', async () => {
  let isSlow = true;
  const { desk, acts } = atDesk(() =>
    isSlow
      ? new Promise((_, reject) => setTimeout(() => reject(new NoAnswer('act')), 10_000))
      : Promise.resolve({ ok: true, turn: 8, epoch: 3 }),
  );
  desk.start();
  desk.outgoing.send({ conversation: 'lirio', kind: 'say', text: 'Estoy contigo', epoch: 3, after: 7 });
  await vi.advanceTimersByTimeAsync(20_000);

  isSlow = false;
  await vi.advanceTimersByTimeAsync(12_000);

  expect(desk.outgoing.all.get()).toMatchObject([{ text: 'Estoy contigo', turn: 8 }]);
  expect(acts.at(-1)).toMatchObject({ id: 'a-1', conversation: 'lirio', act: { do: 'say', text: 'Estoy contigo' } });
  desk.stop();
});

test('whoever is available shows an SOS by the first line of any page; whoever is away only where she is painted', () => {
  const { desk, told } = atDesk(() => Promise.reject(new NoAnswer('act')));
  desk.alarms.set({
    untaken: [{ conversation: 'violeta', name: 'Violeta-27', reason: '', since: 1, drill: false }],
    given: [],
    handled: 0,
    others: [],
  });

  desk.setState('away');
  desk.setState('available');

  expect(told).toMatchObject([
    { state: 'away', showing: [] },
    { state: 'available', showing: ['violeta'] },
  ]);
});
