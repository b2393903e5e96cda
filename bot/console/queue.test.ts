import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aRow } from '../../test/support/row.js';
import type { QueueRow, RiskLevel } from './contract.js';
import { deadlineOf, inOrder, LIMIT_MS, nextRise, sectionOf, sections, standsIn } from './queue.js';

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

/** When the last of them came. */
const order = (...wanted: Wanted[]) =>
  ids(inOrder(wanted.map(row), Math.max(...wanted.map(({ queuedAt }) => queuedAt ?? 0))));

const ids = (rows: readonly QueueRow[]) => rows.map(one => one.conversation);

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

  test('within a risk time goes before priority: who has it may come without end', () => {
    expect(order({ id: 'first', queuedAt: 0 }, { id: 'marked', queuedAt: 1, priority: true })).toEqual([
      'first',
      'marked',
    ]);
  });

  test('an SOS that nobody has goes before one that somebody handles, however new', () => {
    const rows = [
      aRow('handled', { emergency: 'accompany', emergencySince: 1, owner: { kind: 'executive', id: 'eva' } }),
      aRow('alone', { emergency: 'confirm', emergencySince: 9 }),
    ];

    expect(ids(inOrder(rows, 9))).toEqual(['alone', 'handled']);
  });

  test('inside a section who waits for a person goes first, and whom the robot serves stands below all of them', () => {
    const rows = [
      aRow('bot', { owner: { kind: 'bot' }, lastInboundAt: 1 }),
      aRow('taken', { owner: { kind: 'executive', id: 'eva' }, lastInboundAt: 0 }),
      aRow('waits', { queuedAt: 5, deadlineAt: 5 + LIMIT_MS.low }),
    ];

    expect(ids(inOrder(rows, 5))).toEqual(['waits', 'taken', 'bot']);
  });

  test('at equal time left, who is in a programme already; who is with the robot comes last', () => {
    expect(
      order({ id: 'robot', queuedAt: null }, { id: 'b', queuedAt: 5 }, { id: 'c', queuedAt: 5, priority: true }),
    ).toEqual(['c', 'b', 'robot']);
  });
});

describe('the section of a conversation', () => {
  test('what nobody assessed stands with medium, never with low', () => {
    expect(sectionOf(aRow('maqui', { risk: 'none', assessed: false }))).toBe('medium');
    expect(sectionOf(aRow('maqui', { risk: 'none' }))).toBe('low');
    // With the robot, known danger still stands where it belongs.
    expect(sectionOf(aRow('maqui', { risk: 'medium', owner: { kind: 'bot' } }))).toBe('medium');
  });

  test('a level that no emergency left behind is an SOS', () => {
    expect(sectionOf(aRow('nogal', { risk: 'imminent' }))).toBe('sos');
  });

  test.each(['recordedAt', 'discardedAt'] as const)(
    'an emergency that a person ended (%s) is no SOS, until she asks for help again',
    how => {
      const ended = aRow('nogal', { risk: 'imminent', [how]: 5 });
      expect(sectionOf(ended)).toBe('high');
      expect(sectionOf({ ...ended, emergency: 'confirm', [how]: null })).toBe('sos');
    },
  );

  test('a contact that a person closed goes last, unless it raises an SOS', () => {
    const closed = aRow('a', { assessed: false, blocked: 'aggressor', owner: { kind: 'rest' } });

    expect(sectionOf(closed)).toBe('closed');
    expect(sectionOf({ ...closed, emergency: 'confirm' })).toBe('sos');
  });

  test('a low risk that has waited 17 minutes for a person stands with medium, and the list knows when', () => {
    const low = row({ id: 'low', queuedAt: 0 });
    const at = LIMIT_MS.low - LIMIT_MS.medium;

    expect([at - 1, at].map(now => standsIn(low, now))).toEqual(['low', 'medium']);
    expect([at - 1, at].map(now => nextRise([low], now))).toEqual([at, null]);
    expect(standsIn({ ...low, owner: { kind: 'executive', id: 'eva' } }, at)).toBe('low');
    expect(standsIn({ ...low, owner: { kind: 'bot' } }, at)).toBe('served');
  });
});

const RISKS: readonly RiskLevel[] = ['none', 'low', 'medium', 'high', 'imminent'];

test('no row of a section stands above one of a graver', () => {
  const any = fc.record({
    queuedAt: fc.option(fc.nat(3e6)),
    risk: fc.constantFrom(...RISKS),
    emergency: fc.constantFrom('idle', 'confirm'),
    assessed: fc.boolean(),
    priority: fc.boolean(),
    taken: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any), fc.nat(3e6), (wanted, now) => {
      const rows = inOrder(
        wanted.map((one, i) => row({ ...one, id: `c${i}` })),
        now,
      );
      const places = rows.map(one => sections.indexOf(standsIn(one, now)));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      // Who waits long rises to medium and no further: danger stands above her.
      const danger = rows.map(one => ['sos', 'high'].includes(sectionOf(one)));
      expect(danger).toEqual([...danger].sort((a, b) => Number(b) - Number(a)));
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
          const [next] = inOrder(waiting, at);
          waiting.splice(waiting.indexOf(next!), 1);
          if (next!.conversation === 'she') return;
          expect(next!.queuedAt).toBeLessThanOrEqual(BOUND);
        }
      },
    ),
  );
});
