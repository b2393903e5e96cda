import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QueueRow, RiskLevel } from '../console/contract.js';
import { deadlineOf, inOrder, LIMIT_MS } from './queue.js';

interface Wanted {
  id: string;
  queuedAt: number | null;
  risk?: RiskLevel;
  assessed?: boolean;
  priority?: boolean;
  emergency?: string;
  recordedAt?: number | null;
  discardedAt?: number | null;
  taken?: boolean;
  channel?: string;
}

function row({
  id,
  queuedAt,
  risk = 'low',
  assessed = true,
  priority = false,
  emergency = 'idle',
  recordedAt = null,
  discardedAt = null,
  taken = false,
  channel = 'webchat',
}: Wanted): QueueRow {
  const about = {
    queuedAt,
    risk,
    assessed,
    emergency,
    emergencySince: emergency === 'idle' ? null : queuedAt,
    recordedAt,
    discardedAt,
  };
  return {
    ...about,
    conversation: id,
    name: id,
    channel,
    protocol: 'p',
    locale: 'es',
    riskBy: null,
    owner: taken ? { kind: 'executive', id: 'ana' } : { kind: queuedAt === null ? 'bot' : 'queue' },
    epoch: 1,
    reason: '',
    to: '',
    priority,
    blocked: null,
    quiet: false,
    deadlineAt: deadlineOf(about),
    lastInboundAt: queuedAt,
    unread: 0,
    calls: [],
    updatedAt: 0,
  };
}

const order = (...wanted: Wanted[]) => inOrder(wanted.map(row)).map(one => one.conversation);

describe('whom to take first', () => {
  test('an emergency, then high risk, whoever waited longer', () => {
    expect(
      order(
        { id: 'low', queuedAt: 0 },
        { id: 'high', queuedAt: 10_000_000, risk: 'high' },
        { id: 'sos', queuedAt: 20_000_000, emergency: 'confirm' },
      ),
    ).toEqual(['sos', 'high', 'low']);
  });

  test('a drill after every real emergency and before high risk', () => {
    expect(
      order(
        { id: 'high', queuedAt: 0, risk: 'high' },
        { id: 'drill', queuedAt: 1, emergency: 'confirm', channel: 'drill' },
        { id: 'sos', queuedAt: 20_000_000, emergency: 'confirm', taken: true },
      ),
    ).toEqual(['sos', 'drill', 'high']);
  });

  test.each(['recordedAt', 'discardedAt'])(
    'one that a person ended (%s) stands with high risk, until the next',
    how => {
      const ended: Wanted = { id: 'ended', queuedAt: 0, risk: 'imminent', [how]: 5 };
      const sos: Wanted = { id: 'sos', queuedAt: 20_000_000, risk: 'imminent' };
      expect(order({ id: 'medium', queuedAt: 0, risk: 'medium' }, ended, sos)).toEqual(['sos', 'ended', 'medium']);
      expect(order(sos, { ...ended, emergency: 'confirm' })).toEqual(['ended', 'sos']);
    },
  );

  test('between medium and low, who has less time left', () => {
    const medium = (queuedAt: number): Wanted => ({ id: 'medium', queuedAt, risk: 'medium' });
    const bound = LIMIT_MS.low - LIMIT_MS.medium;
    expect(order({ id: 'low', queuedAt: 0 }, medium(bound - 1))).toEqual(['medium', 'low']);
    expect(order({ id: 'low', queuedAt: 0 }, medium(bound + 1))).toEqual(['low', 'medium']);
  });

  test('what nobody assessed has the time of a medium risk', () => {
    expect(
      order({ id: 'low', queuedAt: 0 }, { id: 'unknown', queuedAt: 1_000, risk: 'none', assessed: false }),
    ).toEqual(['unknown', 'low']);
  });

  test('at equal time left, who is in a programme already; who is with the robot comes last', () => {
    expect(
      order({ id: 'robot', queuedAt: null }, { id: 'b', queuedAt: 5 }, { id: 'c', queuedAt: 5, priority: true }),
    ).toEqual(['c', 'b', 'robot']);
  });
});

const RISKS: readonly RiskLevel[] = ['none', 'low', 'medium', 'high', 'imminent'];

test('no danger waits behind less danger', () => {
  const rank = ({ risk, emergency }: QueueRow) =>
    emergency !== 'idle' || risk === 'imminent' ? 0 : risk === 'high' ? 1 : 2;
  const any = fc.record({
    queuedAt: fc.option(fc.nat(1e8)),
    risk: fc.constantFrom(...RISKS),
    emergency: fc.constantFrom('idle', 'confirm'),
    assessed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any), wanted => {
      const ranks = inOrder(wanted.map((one, i) => row({ ...one, id: `c${i}` }))).map(rank);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }),
  );
});

test('whatever arrives, a low risk is passed only by danger and by who came within 17 minutes of her', () => {
  const BOUND = LIMIT_MS.low - LIMIT_MS.medium;
  const arrival = fc.record({
    afterMs: fc.nat(600_000),
    risk: fc.constantFrom<RiskLevel>('none', 'low', 'medium'),
    priority: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(arrival, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 60 }),
      (arrivals, everyN) => {
        let at = 0;
        const waiting: QueueRow[] = [row({ id: 'she', queuedAt: 0, risk: 'low' })];
        // Somebody is taken now and then; the others go on waiting, and more come.
        for (const [i, { afterMs, ...about }] of arrivals.entries()) {
          at += afterMs;
          waiting.push(row({ ...about, id: `c${i}`, queuedAt: at }));
          if (i % everyN !== 0) continue;
          const [next] = inOrder(waiting);
          waiting.splice(waiting.indexOf(next!), 1);
          if (next!.conversation === 'she') return;
          expect(next!.queuedAt).toBeLessThanOrEqual(BOUND);
        }
      },
    ),
  );
});
