import { describe, expect, test } from 'vitest';
import { aRow } from '../../../test/support/row.js';
import { DRILL, type QueueRow } from '../../../bot/console/contract.js';
import { acceptedOf, inHand } from './inHand.js';

const ana: QueueRow['owner'] = { kind: 'executive', id: 'ana', name: 'Ana' };
const eva: QueueRow['owner'] = { kind: 'executive', id: 'eva', name: 'Eva' };
const offer = { to: 'eva', toName: 'Eva', at: 0, until: 60_000 };
const map = (...rows: QueueRow[]) => new Map(rows.map(row => [row.conversation, row]));

describe('what a person leaves behind', () => {
  test('is whom she has, also whom she only offered; a drill is not', () => {
    const rows = map(
      aRow('a', { owner: ana }),
      aRow('b', { owner: ana, offer }),
      aRow('c', { owner: eva }),
      aRow('d', { owner: ana, channel: DRILL }),
    );

    expect(inHand(rows, 'ana').map(row => row.conversation)).toEqual(['a', 'b']);
  });
});

describe('whom a colleague accepted', () => {
  const before = map(aRow('a', { owner: ana, offer }));

  test('is the one who was offered to her, once she has her', () => {
    expect(acceptedOf(before, map(aRow('a', { owner: eva })), 'ana')).toEqual([{ name: 'A-08', to: 'Eva' }]);
  });

  test('is nobody while it is offered, refused, or somebody else took her', () => {
    const others = [
      aRow('a', { owner: ana, offer }),
      aRow('a', { owner: ana }),
      aRow('a', { owner: { kind: 'queue' } }),
    ];
    for (const row of others) expect(acceptedOf(before, map(row), 'ana')).toEqual([]);
    expect(acceptedOf(map(aRow('a', { owner: ana })), map(aRow('a', { owner: eva })), 'ana')).toEqual([]);
  });
});
