import { describe, expect, test } from 'vitest';
import { HandWorld, json } from '../../test/browser/citizen/world.js';
import { type Kept, Session } from './session.js';

const BASE = 'http://here/';

/** The tab's own storage. */
class Tab implements Kept {
  readonly items = new Map<string, string>();
  refuses = false;
  getItem(key: string) {
    if (this.refuses) throw new Error('forbidden');
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (this.refuses) throw new Error('forbidden');
    this.items.set(key, value);
  }
  removeItem(key: string) {
    this.items.delete(key);
  }
}

const serving = () => {
  let made = 0;
  return new HandWorld(() => json(201, { session: `token-${++made}` }));
};

describe('her session', () => {
  test('is made when it is needed, once for all that need it', async () => {
    const world = serving();
    const session = new Session(world, BASE, new Tab());
    expect(session.token).toBeNull();

    expect(await Promise.all([session.bearer(), session.bearer()])).toEqual(['token-1', 'token-1']);
    expect(world.asked).toHaveLength(1);
  });

  test('survives a reload', async () => {
    const world = serving();
    const tab = new Tab();
    const before = new Session(world, BASE, tab);
    await before.bearer();
    before.closing();
    await world.passes(30_000);

    expect(new Session(world, BASE, tab).token).toBe('token-1');
  });

  test('does not survive the tab: opened again later, it begins anew', async () => {
    const world = serving();
    const tab = new Tab();
    const before = new Session(world, BASE, tab);
    await before.bearer();
    before.closing();
    await world.passes(61_000);

    expect(new Session(world, BASE, tab).token).toBeNull();
    expect(tab.items.size).toBe(0);
  });

  test('survives a telephone that put the page to sleep without closing it', async () => {
    const world = serving();
    const tab = new Tab();
    await new Session(world, BASE, tab).bearer();
    await world.passes(3_600_000);

    expect(new Session(world, BASE, tab).token).toBe('token-1');
  });

  test('that she left leaves nothing', async () => {
    const tab = new Tab();
    const session = new Session(serving(), BASE, tab);
    await session.bearer();

    session.drop();
    session.closing();

    expect(tab.items.size).toBe(0);
  });

  test.each([
    ['forbidden', Object.assign(new Tab(), { refuses: true })],
    ['absent', null],
  ])('works for as long as the page lives where storage is %s', async (_about, kept) => {
    const session = new Session(serving(), BASE, kept);

    expect(await session.bearer()).toBe('token-1');
    expect(session.token).toBe('token-1');
  });

  test('that another answer dropped already is not dropped twice', async () => {
    const session = new Session(serving(), BASE, new Tab());
    const old = await session.bearer();
    session.drop(old);
    await session.bearer();

    session.drop(old);

    expect(session.token).toBe('token-2');
  });
});
