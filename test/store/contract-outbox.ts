/** The part of the store's contract about the outbox; see contract.ts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Settled } from '../../bot/store/store.js';
import { entryOf, type Ground, NOON, otherProcess, plain } from './entries.js';

const MINUTE = 60_000;

export function outboxContract(ground: Ground, { runs }: { runs: number }): void {
  const claim = (now: number, worker = 'w1', limit = 100) =>
    ground.store.claimEffects({ now, worker, leaseMs: MINUTE, limit });
  const ids = async (claimed: Promise<{ id: string }[]>) => (await claimed).map(e => e.id);
  const settle = (id: string, settled: Settled, worker = 'w1') => ground.store.settleEffect(id, worker, settled);
  const states = async (conversation: string) =>
    (await ground.store.effects(conversation)).map(e => `${e.id} ${e.state}`);

  test('an effect is claimed whole, once until the lease ends, then by another', async () => {
    const entry = entryOf({
      conversation: 'c',
      turn: 1,
      outbox: [{ id: 'e', dueAt: NOON, type: 'place-call', epoch: 4 }],
    });
    await ground.store.commit(entry);

    expect(await claim(NOON - 1)).toEqual([]);
    expect(plain(await claim(NOON))).toEqual(plain(entry.outbox));
    expect(await claim(NOON + MINUTE - 1, 'w2')).toEqual([]);
    expect(await ids(claim(NOON + MINUTE, 'w2'))).toEqual(['e']);
  });

  test('a lane is done in order, one at a time; lanes and conversations go side by side', async () => {
    const { store } = ground;
    await store.commit(
      entryOf({ conversation: 'a', turn: 1, outbox: [{ id: 'a1' }, { id: 'a2' }, { id: 'call', lane: 'calls' }] }),
    );
    await store.commit(entryOf({ conversation: 'a', turn: 2, outbox: [{ id: 'a3' }] }));
    await store.commit(entryOf({ conversation: 'b', turn: 1, outbox: [{ id: 'b1', lane: 'a' }] }));

    expect((await ids(claim(NOON))).sort()).toEqual(['a1', 'b1', 'call']);
    expect(await claim(NOON)).toEqual([]);
    await settle('a1', { result: 'done' });
    expect(await ids(claim(NOON))).toEqual(['a2']);
    await settle('a2', { result: 'done' });
    expect(await ids(claim(NOON))).toEqual(['a3']);
  });

  test('what was withheld or failed frees its lane and says why; what is done leaves nothing', async () => {
    await ground.store.commit(
      entryOf({ conversation: 'a', turn: 1, outbox: [{ id: 'a1' }, { id: 'a2' }, { id: 'a3' }] }),
    );
    await claim(NOON);
    await settle('a1', { result: 'withheld', reason: 'taken' });
    expect(await ids(claim(NOON))).toEqual(['a2']);
    await settle('a2', { result: 'failed', reason: 'number unknown' });
    expect(await ids(claim(NOON))).toEqual(['a3']);
    await settle('a3', { result: 'done' });

    expect(await ground.store.effects('a')).toEqual([
      { id: 'a1', conversation: 'a', type: 'say', order: 1000, state: 'withheld', attempts: 0, reason: 'taken' },
      { id: 'a2', conversation: 'a', type: 'say', order: 1001, state: 'failed', attempts: 0, reason: 'number unknown' },
    ]);
    expect(await ground.store.backlog()).toEqual({ effects: 0, oldestEffect: null, timers: 0, oldestTimer: null });
  });

  test('a retry waits for its instant, counts, and holds its lane', async () => {
    await ground.store.commit(entryOf({ conversation: 'a', turn: 1, outbox: [{ id: 'a1' }, { id: 'a2' }] }));
    await claim(NOON);
    await settle('a1', { result: 'retry', dueAt: NOON + 10 });

    expect(await claim(NOON + 9)).toEqual([]);
    const [again] = await claim(NOON + 10);
    expect(again).toMatchObject({ id: 'a1', attempts: 1, dueAt: NOON + 10 });
  });

  test('a worker whose claim passed to another cannot put the effect back, but what it did is done', async () => {
    await ground.store.commit(entryOf({ conversation: 'a', turn: 1, outbox: [{ id: 'a1' }, { id: 'a2' }] }));
    await claim(NOON, 'slow');
    expect(await ids(claim(NOON + MINUTE, 'quick'))).toEqual(['a1']);

    await settle('a1', { result: 'retry', dueAt: NOON }, 'slow');
    expect(await claim(NOON + MINUTE + 1, 'third')).toEqual([]);
    await settle('a1', { result: 'done' }, 'slow');
    await settle('a1', { result: 'retry', dueAt: NOON }, 'quick');
    expect(await ids(claim(NOON + 2 * MINUTE))).toEqual(['a2']);
  });

  test('the longest due are claimed first, and no more than asked for', async () => {
    for (const [i, ms] of [50, 10, 30].entries()) {
      await ground.store.commit(
        entryOf({ conversation: `c${i}`, turn: 1, outbox: [{ id: `after-${ms}`, dueAt: NOON + ms }] }),
      );
    }
    expect((await ground.store.backlog()).oldestEffect).toBe(NOON + 10);
    expect(await ids(claim(NOON + 100, 'w1', 1))).toEqual(['after-10']);
    expect(await ids(claim(NOON + 100, 'w2', 5))).toEqual(['after-30', 'after-50']);
  });

  test('of a way that is named nothing is claimed, and the longest due of the others are', async () => {
    const ways = ['say:sms', 'say:sms', 'email', 'say:webchat'];
    for (const [i, way] of ways.entries())
      await ground.store.commit(
        entryOf({ conversation: `c${i}`, turn: 1, outbox: [{ id: `${i}-${way}`, way, dueAt: NOON + i }] }),
      );
    const without = ['say:sms', 'place-call'];

    const claimed = await ground.store.claimEffects({
      now: NOON + 9,
      worker: 'w1',
      leaseMs: MINUTE,
      limit: 1,
      without,
    });
    expect(claimed.map(({ id, way }) => [id, way])).toEqual([['2-email', 'email']]);
    expect(
      await ids(ground.store.claimEffects({ now: NOON + 9, worker: 'w1', leaseMs: MINUTE, limit: 9, without })),
    ).toEqual(['3-say:webchat']);
    expect(await ids(claim(NOON + 9))).toEqual(['0-say:sms', '1-say:sms']);
  });

  test("all of a contact's waiting effects can be withheld at once", async () => {
    const { store } = ground;
    await store.commit(entryOf({ conversation: 'a', turn: 1, contact: 'her', outbox: [{ id: 'a1' }, { id: 'a2' }] }));
    await store.commit(entryOf({ conversation: 'b', turn: 1, contact: 'other', outbox: [{ id: 'b1' }] }));
    await claim(NOON, 'w1', 1);

    expect(await store.withholdEffects('her', 'erased')).toBe(2);
    expect(await ids(claim(NOON + MINUTE))).toEqual(['b1']);
    expect(await states('a')).toEqual(['a1 withheld', 'a2 withheld']);
  });

  test('each effect is claimed by one of many that ask at once', async () => {
    const { store } = ground;
    const conversations = Array.from({ length: 20 }, (_, i) => `c${i}`);
    await Promise.all(
      conversations.map(conversation =>
        store.commit(entryOf({ conversation, turn: 1, outbox: [{}], timers: { wait: NOON } })),
      ),
    );
    const other = await otherProcess(ground);

    const both = [store, other, store, other, store, other];
    const effects = await Promise.all(
      both.map((s, i) => s.claimEffects({ now: NOON, worker: `w${i}`, leaseMs: MINUTE, limit: 7 })),
    );
    const timers = await Promise.all(
      both.map((s, i) => s.claimTimers({ now: NOON, worker: `w${i}`, leaseMs: MINUTE, limit: 7 })),
    );
    if (other !== store) await other.close();

    expect(repeated(effects.flat().map(e => e.id))).toEqual([]);
    expect(repeated(timers.flat().map(t => t.conversation))).toEqual([]);
  });

  test('lanes stay in order through any story of claiming, retrying, failing and dying', async () => {
    let story = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async steps => {
        const prefix = `s${story++}-`;
        const lanes = new Map<string, { id: string; dueAt: number; attempts: number; until: number }[]>();
        const turns = new Map<string, number>();
        let now = NOON;
        for (const s of steps) {
          if (s.kind === 'turn') {
            const conversation = prefix + s.conversation;
            const turn = (turns.get(conversation) ?? 0) + 1;
            turns.set(conversation, turn);
            const entry = entryOf({ conversation, turn, at: now, outbox: s.lanes.map(lane => ({ lane, dueAt: now })) });
            await ground.store.commit(entry);
            for (const row of entry.outbox) {
              const key = `${conversation} ${row.lane}`;
              lanes.set(key, [...(lanes.get(key) ?? []), { id: row.id, dueAt: now, attempts: 0, until: 0 }]);
            }
          } else if (s.kind === 'pass') {
            now += s.ms;
          } else {
            const firsts = [...lanes.values()]
              .flatMap(lane => lane.slice(0, 1))
              .filter(e => e.dueAt <= now && e.until <= now);
            const claimed = await claim(now);
            expect(claimed.map(e => `${e.id} ${e.attempts}`).sort()).toEqual(
              firsts.map(e => `${e.id} ${e.attempts}`).sort(),
            );
            for (const effect of firsts) {
              if (s.outcome === 'die') effect.until = now + MINUTE;
              else if (s.outcome === 'retry') {
                await settle(effect.id, { result: 'retry', dueAt: now + s.ms });
                Object.assign(effect, { dueAt: now + s.ms, attempts: effect.attempts + 1 });
              } else {
                await settle(
                  effect.id,
                  s.outcome === 'done' ? { result: 'done' } : { result: s.outcome, reason: 'told' },
                );
                for (const [key, lane] of lanes)
                  lanes.set(
                    key,
                    lane.filter(e => e !== effect),
                  );
              }
            }
          }
        }
        const waiting = [...lanes.values()].flat();
        expect((await ground.store.backlog()).effects).toBe(waiting.length);
        // So that the next story finds no effects of this one.
        await Promise.all(waiting.map(e => settle(e.id, { result: 'done' })));
      }),
      { numRuns: runs },
    );
  });
}

const step = fc.oneof(
  fc.record({
    kind: fc.constant('turn' as const),
    conversation: fc.constantFrom('a', 'b'),
    lanes: fc.array(fc.constantFrom('say', 'call'), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 2 * MINUTE }) }),
  fc.record({
    kind: fc.constant('work' as const),
    outcome: fc.constantFrom('done' as const, 'retry' as const, 'failed' as const, 'withheld' as const, 'die' as const),
    ms: fc.integer({ min: 0, max: MINUTE }),
  }),
);

const repeated = (all: readonly string[]): string[] => all.filter((one, i) => all.indexOf(one) !== i);
