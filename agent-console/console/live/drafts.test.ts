import { describe, expect, test } from 'vitest';
import { Drafts, type DraftTools } from './drafts.js';

const KEY = btoa('k'.repeat(32));

describe('what she wrote and did not send', () => {
  test('is there at each keystroke', async () => {
    const { drafts } = await atDesk();

    drafts.set('lirio', 'reply', 'Estoy con');
    drafts.set('lirio', 'reply', 'Estoy contigo');

    expect(drafts.get('lirio', 'reply')).toBe('Estoy contigo');
    expect(drafts.get('lirio', 'note')).toBe('');
  });

  test('survives a reload of the page, and storage never holds its words', async () => {
    const desk = await atDesk();
    desk.drafts.set('lirio', 'reply', 'Los Aromos 114');
    await desk.settle();

    expect([...desk.stored.values()].join()).not.toContain('Aromos');
    expect(desk.drafts.savedAt('lirio', 'reply')).toBe(1_000);
    const reloaded = await atDesk(desk.stored);
    expect(reloaded.drafts.get('lirio', 'reply')).toBe('Los Aromos 114');
    expect(reloaded.drafts.conversations()).toEqual(['lirio']);
  });

  test('is not readable with another session’s key, and goes', async () => {
    const desk = await atDesk();
    desk.drafts.set('lirio', 'reply', 'Los Aromos 114');
    await desk.settle();

    const next = await atDesk(desk.stored, btoa('z'.repeat(32)));

    expect(next.drafts.get('lirio', 'reply')).toBe('');
    expect(desk.stored.size).toBe(0);
  });

  test('does not open under another conversation', async () => {
    const desk = await atDesk();
    desk.drafts.set('lirio', 'reply', 'Los Aromos 114');
    await desk.settle();
    desk.stored.set('cauce.draft.roble.reply', desk.stored.get('cauce.draft.lirio.reply')!);

    const reloaded = await atDesk(desk.stored);

    expect(reloaded.drafts.get('roble', 'reply')).toBe('');
  });

  test('stays through an expired session and is kept again under the next key', async () => {
    const desk = await atDesk();
    desk.drafts.set('lirio', 'reply', 'Los Aromos 114');
    await desk.settle();

    const next = btoa('z'.repeat(32));
    await desk.drafts.begin(next);
    await desk.settle();

    expect(desk.drafts.get('lirio', 'reply')).toBe('Los Aromos 114');
    expect((await atDesk(desk.stored, next)).drafts.get('lirio', 'reply')).toBe('Los Aromos 114');
  });

  test('is forgotten at sign-out, also what was about to be stored', async () => {
    const desk = await atDesk();
    desk.drafts.set('lirio', 'reply', 'uno');
    await desk.settle();
    desk.drafts.set('roble', 'note', 'dos');

    desk.drafts.forget();
    await desk.settle();

    expect(desk.stored.size).toBe(0);
    expect(desk.drafts.conversations()).toEqual([]);
  });

  test('leaves storage when it is sent', async () => {
    const desk = await atDesk();
    desk.drafts.set('lirio', 'reply', 'uno');
    await desk.settle();

    desk.drafts.set('lirio', 'reply', '');
    await desk.settle();

    expect(desk.stored.size).toBe(0);
  });
});

async function atDesk(stored = new Map<string, string>(), key = KEY) {
  const timers = new Set<() => Promise<void>>();
  const tools: DraftTools = {
    storage: {
      getItem: name => stored.get(name) ?? null,
      setItem: (name, value) => void stored.set(name, value),
      removeItem: name => void stored.delete(name),
      key: index => [...stored.keys()][index] ?? null,
      get length() {
        return stored.size;
      },
    },
    crypto: globalThis.crypto,
    now: () => 1_000,
    later: run => {
      timers.add(run);
      return () => timers.delete(run);
    },
  };
  const drafts = new Drafts(tools);
  await drafts.begin(key);
  /** The moment passes: what was pending is copied. */
  const settle = async () => {
    const due = [...timers];
    timers.clear();
    await Promise.all(due.map(run => run()));
  };
  await settle();
  return { drafts, stored, settle };
}
