import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Patch, QueueRow, SyncReply } from '../../../bot/console/contract.js';
import { Projection } from './projection.js';
import { aRow } from '../../../test/support/row.js';

describe('the queue on the screen', () => {
  test('shows the snapshot, then each patch that follows', () => {
    const projection = loaded(4, ['lirio']);

    expect(projection.receive(patch(5, [aRow('roble')]))).toBe('applied');

    expect(names(projection)).toEqual(['lirio', 'roble']);
    expect(projection.view.seq).toBe(5);
  });

  test('a conversation that leaves goes away', () => {
    const projection = loaded(4, ['lirio', 'roble']);

    projection.receive({ seq: 5, gone: ['lirio'], at: 0 });

    expect(names(projection)).toEqual(['roble']);
  });

  test('a patch that was already applied changes nothing', () => {
    const projection = loaded(4, ['lirio']);
    const before = projection.view;

    expect(projection.receive(patch(4, [aRow('roble')]))).toBe('known');

    expect(projection.view).toBe(before);
  });

  test('a gap is asked for from the last number seen, and what came early is not lost', () => {
    const projection = loaded(4, ['lirio']);

    expect(projection.receive(patch(6, [aRow('roble')]))).toBe('gap');
    expect(projection.ask()).toEqual({ since: 4 });
    expect(projection.receive(patch(7, [aRow('ulmo')]))).toBe('held');
    const answer = projection.load({ kind: 'patches', patches: [patch(5, [aRow('maqui')])], now: 0 });

    expect(answer).toEqual({ complete: true, changed: 3 });
    expect(names(projection)).toEqual(['lirio', 'maqui', 'roble', 'ulmo']);
    expect(projection.view.seq).toBe(7);
  });

  test('a gap that two answers do not close is settled with a whole snapshot', () => {
    const projection = loaded(4, ['lirio']);
    projection.receive(patch(9, [aRow('roble')]));

    for (let turn = 0; turn < 2; turn++) {
      expect(projection.ask()).toEqual({ since: 4 });
      expect(projection.load({ kind: 'patches', patches: [], now: 0 }).complete).toBe(false);
    }

    expect(projection.ask()).toEqual({});
    expect(projection.load(snapshot(9, ['ulmo'])).complete).toBe(true);
    expect(names(projection)).toEqual(['ulmo']);
    projection.receive(patch(10, []));
    expect(projection.ask()).toEqual({ since: 10 });
  });

  test('a server that started again with lower numbers is believed', () => {
    const projection = loaded(900, ['lirio']);
    projection.receive(patch(903, [aRow('maqui')]));
    projection.disconnected();
    projection.ask();

    projection.load(snapshot(2, ['roble']));

    expect(names(projection)).toEqual(['roble']);
    expect(projection.receive(patch(3, [aRow('ulmo')]))).toBe('applied');
  });

  test('a patch before the first snapshot asks for it', () => {
    const projection = new Projection();

    expect(projection.receive(patch(8, [aRow('lirio')]))).toBe('gap');
    expect(projection.ask()).toEqual({});
    expect(projection.load(snapshot(8, ['lirio'])).complete).toBe(true);
  });

  test('a row that did not change keeps its identity through a new snapshot, so nothing is painted again', () => {
    const projection = loaded(4, ['lirio']);
    const row = projection.view.rows.get('lirio');
    projection.ask();

    const { changed } = projection.load(snapshot(8, ['lirio']));

    expect(projection.view.rows.get('lirio')).toBe(row);
    expect(changed).toBe(0);
  });

  test('the time of the last arrival follows who arrives, not who changes', () => {
    const projection = loaded(4, ['lirio']);

    projection.receive({ ...patch(5, [aRow('lirio', { unread: 3 })]), at: 50 });
    expect(projection.view.lastArrivalAt).toBeNull();
    projection.receive({ ...patch(6, [aRow('roble')]), at: 60 });
    expect(projection.view.lastArrivalAt).toBe(60);
  });

  test('whatever is lost, doubled or out of order on the way, the screen ends as the server', () => {
    const step = fc.record({
      row: fc.integer({ min: 0, max: 4 }),
      gone: fc.boolean(),
      fate: fc.constantFrom('comes', 'lost', 'twice', 'late'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        const server = new Map<string, QueueRow>();
        const log: Patch[] = [];
        const projection = loaded(0, []);
        const late: Patch[] = [];
        const deliver = (one: Patch) => {
          if (projection.receive(one) !== 'gap') return;
          const { since = 0 } = projection.ask();
          projection.load({ kind: 'patches', patches: log.filter(({ seq }) => seq > since), now: 0 });
        };
        for (const { row, gone, fate } of steps) {
          const id = `c${row}`;
          const one: Patch = gone
            ? { seq: log.length + 1, gone: [id], at: 0 }
            : patch(log.length + 1, [aRow(id, { updatedAt: log.length })]);
          if (gone) server.delete(id);
          else server.set(id, one.rows![0]!);
          log.push(one);
          if (fate === 'late') late.push(one);
          else if (fate !== 'lost') deliver(one);
          if (fate === 'twice') deliver(one);
        }
        late.forEach(deliver);
        deliver(patch(log.length + 1, []));

        expect([...projection.view.rows].sort()).toEqual([...server].sort());
      }),
    );
  });
});

function loaded(seq: number, ids: readonly string[]): Projection {
  const projection = new Projection();
  projection.ask();
  projection.load(snapshot(seq, ids));
  return projection;
}

const snapshot = (seq: number, ids: readonly string[]): SyncReply => ({
  kind: 'snapshot',
  seq,
  rows: ids.map(id => aRow(id)),
  staff: [],
  now: 0,
  drill: null,
  lastArrivalAt: null,
});

const patch = (seq: number, rows: QueueRow[]): Patch => ({ seq, rows, at: 0 });
const names = (projection: Projection) => [...projection.view.rows.keys()].sort();
