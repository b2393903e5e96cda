/** The part of the store's contract about documents and blobs; see contract.ts. */
import { expect, test } from 'vitest';
import { type Doc, type DocQuery, RevisionConflict } from '../../bot/store/store.js';
import { type Ground, otherProcess, plain } from './entries.js';

export function docsContract(ground: Ground): void {
  const put = (id: string, fields: Doc['fields'], expected = 0, collection = 'cases') =>
    ground.store.putDoc({ collection, id, fields, data: { of: id } }, expected);
  const found = async (query: DocQuery) => (await ground.store.findDocs('cases', query)).map(d => d.id);

  test('a document is read back as it was written, with its version', async () => {
    const { store } = ground;
    const doc = {
      collection: 'records',
      id: 'E-2026-000001',
      fields: { type: 'referral', at: 1_764_000_000_123, share: 0.5, draft: false, by: null },
      data: { 'a.b': { $c: [[1, [2]], {}, null, 'ñ\u0000'] }, n: -1.5e300 },
      sealed: Uint8Array.of(0, 255, 7),
      contact: 'her',
    };
    expect(await store.putDoc(doc, 0)).toBe(1);
    expect(plain(await store.getDoc('records', doc.id))).toEqual(plain({ ...doc, version: 1 }));
    expect(await store.getDoc('records', 'other')).toBeNull();
    expect(await store.getDoc('other', doc.id)).toBeNull();

    expect(await store.putDoc({ collection: 'records', id: doc.id, fields: {}, data: null }, 1)).toBe(2);
    expect(await store.getDoc('records', doc.id)).toEqual({
      collection: 'records',
      id: doc.id,
      fields: {},
      data: null,
      version: 2,
    });
  });

  test('a version that somebody else changed is refused, and says so', async () => {
    const { store } = ground;
    await put('a', { state: 'new' });
    await put('a', { state: 'open' }, 1);

    await expect(put('a', { state: 'mine' }, 1)).rejects.toThrow(RevisionConflict);
    await expect(put('a', { state: 'mine' }, 0)).rejects.toThrow(RevisionConflict);
    await expect(put('b', { state: 'mine' }, 3)).rejects.toThrow(RevisionConflict);
    expect((await store.getDoc('cases', 'a'))!.fields).toEqual({ state: 'open' });
    expect(await store.getDoc('cases', 'b')).toBeNull();
  });

  test('two people who claim one appointment at once: one has it', async () => {
    const { store } = ground;
    const other = await otherProcess(ground);
    const claims = await Promise.allSettled(
      [store, other, store, other, store].map((s, i) =>
        s.putDoc({ collection: 'slots', id: 'monday-10', fields: { conversation: `c${i}` }, data: i }, 0),
      ),
    );
    if (other !== store) await other.close();

    expect(claims.filter(c => c.status === 'fulfilled').length).toBe(1);
    expect(
      claims
        .flatMap(c => (c.status === 'rejected' ? [c.reason as unknown] : []))
        .every(e => e instanceof RevisionConflict),
    ).toBe(true);
    const winner = claims.findIndex(c => c.status === 'fulfilled');
    expect((await store.getDoc('slots', 'monday-10'))!.data).toBe(winner);
  });

  test('a counter that many raise at once loses none', async () => {
    const { store } = ground;
    const other = await otherProcess(ground);
    const raise = async (s: typeof store): Promise<void> => {
      const doc = await s.getDoc('counters', 'n');
      try {
        await s.putDoc(
          { collection: 'counters', id: 'n', fields: {}, data: Number(doc?.data ?? 0) + 1 },
          doc?.version ?? 0,
        );
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
        return raise(s);
      }
    };
    await Promise.all([store, other, store, other, store, other].map(s => raise(s)));
    if (other !== store) await other.close();

    expect(await store.getDoc('counters', 'n')).toMatchObject({ data: 6, version: 6 });
  });

  test('documents are found by their fields, as they are now', async () => {
    await put('a', { state: 'open', unit: 'x', draft: true });
    await put('b', { state: 'open', unit: 'y', draft: false });
    await put('c', { state: 'closed', unit: 'x', draft: null });
    await put('d', { state: 'open', unit: 'x' }, 0, 'other');
    await put('b', { state: 'closed', unit: 'y', draft: false }, 1);

    expect(await found({})).toEqual(['a', 'b', 'c']);
    expect(await found({ where: { state: 'open' } })).toEqual(['a']);
    expect(await found({ where: { state: 'closed', unit: 'x' } })).toEqual(['c']);
    expect(await found({ where: { draft: false } })).toEqual(['b']);
    expect(await found({ where: { draft: null } })).toEqual(['c']);
    expect(await found({ where: { never: null } })).toEqual(['a', 'b', 'c']);
    expect(await found({ where: { state: 'lost' } })).toEqual([]);
    expect(await ground.store.findDocs('nothing')).toEqual([]);
  });

  test('a value is found by itself, not by one that looks like it', async () => {
    await put('number', { v: 1 });
    await put('text', { v: '1' });
    await put('truth', { v: true });

    expect(await found({ where: { v: 1 } })).toEqual(['number']);
    expect(await found({ where: { v: '1' } })).toEqual(['text']);
    expect(await found({ where: { v: true } })).toEqual(['truth']);
    expect(await found({ range: { field: 'v', from: 0 } })).toEqual(['number']);
    expect(await found({ range: { field: 'v', from: '' } })).toEqual(['text']);
  });

  test('documents are found by a range, in order, and no more than asked for', async () => {
    for (const [id, at] of [
      ['a', 30],
      ['b', 10],
      ['c', 20],
      ['d', 20],
      ['e', 40.5],
    ] as const)
      await put(id, { at, day: `2026-03-0${(at / 10) | 0}` });
    await put('f', {});

    expect(await found({ range: { field: 'at', from: 20, to: 30 } })).toEqual(['a', 'c', 'd']);
    expect(await found({ range: { field: 'at', from: 20 }, orderBy: { field: 'at' } })).toEqual(['c', 'd', 'a', 'e']);
    expect(await found({ range: { field: 'at', to: 20 }, orderBy: { field: 'at', descending: true } })).toEqual([
      'c',
      'd',
      'b',
    ]);
    expect(await found({ orderBy: { field: 'at' }, limit: 3 })).toEqual(['f', 'b', 'c']);
    expect(await found({ orderBy: { field: 'at', descending: true } })).toEqual(['e', 'a', 'c', 'd', 'b', 'f']);
    expect(await found({ range: { field: 'day', from: '2026-03-02', to: '2026-03-03' }, where: { at: 20 } })).toEqual([
      'c',
      'd',
    ]);
  });

  test("a contact's documents are found in every collection", async () => {
    const { store } = ground;
    await store.putDoc({ collection: 'b', id: '1', fields: {}, data: 1, contact: 'her' }, 0);
    await store.putDoc({ collection: 'a', id: '2', fields: {}, data: 2, contact: 'her' }, 0);
    await store.putDoc({ collection: 'a', id: '1', fields: {}, data: 3, contact: 'other' }, 0);

    expect((await store.docsOf('her')).map(d => `${d.collection} ${d.id}`)).toEqual(['a 2', 'b 1']);
    expect(await store.docsOf('nobody')).toEqual([]);
  });

  test('a deleted document is gone, is not found, and may be written again', async () => {
    const { store } = ground;
    await put('a', { state: 'open' });
    await store.deleteDoc('cases', 'a');
    await store.deleteDoc('cases', 'never-there');

    expect(await store.getDoc('cases', 'a')).toBeNull();
    expect(await found({ where: { state: 'open' } })).toEqual([]);
    expect(await put('a', { state: 'new' })).toBe(1);
  });

  test('a field that could not be found again is refused', async () => {
    await expect(put('a', { 'a.b': 1 })).rejects.toThrow(TypeError);
    await expect(put('a', { a: 'x\0y' })).rejects.toThrow(TypeError);
    await expect(put('a', { a: Number.NaN })).rejects.toThrow(TypeError);
    await expect(put('a', { a: undefined as never })).rejects.toThrow(TypeError);
    expect(await ground.store.getDoc('cases', 'a')).toBeNull();
  });

  test('bytes are kept under their id until they are deleted', async () => {
    const { store } = ground;
    const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) % 256);
    await store.putBlob('b', bytes);
    expect(Buffer.from((await store.getBlob('b'))!).equals(bytes)).toBe(true);
    await store.putBlob('b', Uint8Array.of(1));
    expect(plain(await store.getBlob('b'))).toEqual([1]);
    await store.deleteBlob('b');
    await store.deleteBlob('b');
    expect(await store.getBlob('b')).toBeNull();
  });
}
