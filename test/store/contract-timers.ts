/** The part of the store's contract about timers; see contract.ts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryOf, type Ground, NOON } from './entries.js';

const MINUTE = 60_000;

export function timersContract(ground: Ground, { runs }: { runs: number }): void {
  const claim = (now: number, worker = 'w1', limit = 100) =>
    ground.store.claimTimers({ now, worker, leaseMs: MINUTE, limit });
  const names = async (claimed: Promise<{ timer: string }[]>) => (await claimed).map(t => t.timer);

  test('a timer is due at its instant, not before, and is claimed once until the lease ends', async () => {
    await ground.store.commit(entryOf({ conversation: 'c', turn: 1, timers: { wait: NOON } }));

    expect(await claim(NOON - 1)).toEqual([]);
    expect(await claim(NOON)).toEqual([{ conversation: 'c', timer: 'wait', arm: '1', dueAt: NOON }]);
    expect(await claim(NOON + MINUTE - 1, 'w1')).toEqual([]);
    expect(await claim(NOON + MINUTE - 1, 'w2')).toEqual([]);
    expect(await names(claim(NOON + MINUTE, 'w2'))).toEqual(['wait']);
  });

  test('the longest due are claimed first, and no more than asked for', async () => {
    for (const [i, due] of [50, 10, 30, 20, 40].entries()) {
      await ground.store.commit(
        entryOf({ conversation: `c${i}`, turn: 1, timers: { [`at-${due}`]: NOON + due, later: NOON + MINUTE } }),
      );
    }
    expect(await names(claim(NOON + 100, 'w1', 2))).toEqual(['at-10', 'at-20']);
    expect(await names(claim(NOON + 100, 'w2', 2))).toEqual(['at-30', 'at-40']);
    expect(await names(claim(NOON + 100, 'w3', 2))).toEqual(['at-50']);
  });

  test('a timer that is set again has the new arm and instant, whoever holds the old one', async () => {
    const { store } = ground;
    await store.commit(entryOf({ conversation: 'c', turn: 1, timers: { wait: NOON } }));
    const [old] = await claim(NOON);
    await store.commit(entryOf({ conversation: 'c', turn: 2, timers: { wait: NOON + 5 } }));

    expect(await store.timers('c')).toEqual([{ conversation: 'c', timer: 'wait', arm: '2', dueAt: NOON + 5 }]);
    await store.dropTimer(old!);
    expect(await claim(NOON + 5)).toEqual([{ conversation: 'c', timer: 'wait', arm: '2', dueAt: NOON + 5 }]);
    await store.dropTimer({ conversation: 'c', timer: 'wait', arm: '2', dueAt: NOON + 5 });
    expect(await store.timers('c')).toEqual([]);
  });

  test('a timer moved to later is not claimed at its old instant', async () => {
    const { store } = ground;
    await store.commit(entryOf({ conversation: 'c', turn: 1, timers: { wait: NOON } }));
    await store.commit(entryOf({ conversation: 'c', turn: 2, timers: { wait: NOON + MINUTE } }));

    expect(await claim(NOON + 1)).toEqual([]);
    expect((await store.backlog()).oldestTimer).toBe(NOON + MINUTE);
    expect(await names(claim(NOON + MINUTE))).toEqual(['wait']);
  });

  test('a cancelled timer never comes; one cancelled and set in the same turn is set', async () => {
    const { store } = ground;
    await store.commit(entryOf({ conversation: 'c', turn: 1, timers: { wait: NOON, remind: NOON, other: NOON } }));
    await store.commit(
      entryOf({ conversation: 'c', turn: 2, cancelled: ['wait', 'remind', 'never-set'], timers: { remind: NOON + 1 } }),
    );

    expect((await names(claim(NOON + MINUTE))).sort()).toEqual(['other', 'remind']);
  });

  test('timers go on through any story of arming, cancelling, firing and dying', async () => {
    let story = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async steps => {
        const prefix = `s${story++}-`;
        const model = new Map<string, { arm: string; dueAt: number; until: number }>();
        const turns = new Map<string, number>();
        let now = NOON;
        for (const s of steps) {
          const conversation = prefix + (s.conversation ? 'a' : 'b');
          if (s.kind === 'turn') {
            const turn = (turns.get(conversation) ?? 0) + 1;
            turns.set(conversation, turn);
            const timers = Object.fromEntries(Object.entries(s.set).map(([name, ms]) => [name, now + ms]));
            await ground.store.commit(entryOf({ conversation, turn, at: now, timers, cancelled: s.cancel }));
            for (const name of s.cancel) model.delete(`${conversation} ${name}`);
            for (const [name, dueAt] of Object.entries(timers))
              model.set(`${conversation} ${name}`, { arm: String(turn), dueAt, until: 0 });
          } else if (s.kind === 'pass') {
            now += s.ms;
          } else {
            const expected = [...model].filter(([, t]) => t.dueAt <= now && t.until <= now);
            const claimed = await claim(now);
            expect(claimed.map(t => `${t.conversation} ${t.timer} ${t.arm}`).sort()).toEqual(
              expected.map(([key, t]) => `${key} ${t.arm}`).sort(),
            );
            for (const [, timer] of expected) timer.until = now + MINUTE;
            if (s.kind === 'drop') {
              for (const timer of claimed) {
                await ground.store.dropTimer(timer);
                model.delete(`${timer.conversation} ${timer.timer}`);
              }
            }
          }
        }
        for (const conversation of turns.keys()) {
          const left = await ground.store.timers(conversation);
          expect(left.map(t => `${t.timer} ${t.arm} ${t.dueAt}`).sort()).toEqual(
            [...model]
              .filter(([key]) => key.startsWith(`${conversation} `))
              .map(([key, t]) => `${key.split(' ')[1]} ${t.arm} ${t.dueAt}`)
              .sort(),
          );
          // So that the next story finds no timers of this one.
          await Promise.all(left.map(timer => ground.store.dropTimer(timer)));
        }
        expect((await ground.store.backlog()).timers).toBe(0);
      }),
      { numRuns: runs },
    );
  });
}

const timer = fc.constantFrom('wait', 'remind', 'retry');
const step = fc.oneof(
  fc.record({
    kind: fc.constant('turn' as const),
    conversation: fc.boolean(),
    set: fc.dictionary(timer, fc.integer({ min: 0, max: 3 * MINUTE }), { maxKeys: 3, noNullPrototype: true }),
    cancel: fc.uniqueArray(timer, { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('pass' as const),
    conversation: fc.boolean(),
    ms: fc.integer({ min: 1, max: 2 * MINUTE }),
  }),
  fc.record({ kind: fc.constantFrom('drop' as const, 'die' as const), conversation: fc.boolean() }),
);
