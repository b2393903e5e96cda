import { afterEach, describe, expect, test, vi } from 'vitest';
import { Drafts } from './drafts.js';

const KEY = btoa('k'.repeat(32));
const NEXT_KEY = btoa('z'.repeat(32));
const LIRIO = 'cauce.draft.lirio.reply';

describe('what she wrote and did not send', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('is there at each keystroke', () => {
    const { drafts } = atDesk();

    drafts.set('lirio', 'reply', 'Estoy con');
    drafts.set('lirio', 'reply', 'Estoy contigo');

    expect(drafts.get('lirio', 'reply')).toBe('Estoy contigo');
    expect(drafts.get('lirio', 'note')).toBe('');
  });

  test('survives a reload right after the last key, and storage never holds its words', () => {
    const desk = atDesk();
    desk.drafts.set('lirio', 'reply', 'Los Aromos 11');
    desk.drafts.set('lirio', 'reply', 'Los Aromos 114');

    const reloaded = atDesk(desk.stored);

    expect(reloaded.drafts.get('lirio', 'reply')).toBe('Los Aromos 114');
    expect(reloaded.drafts.conversations()).toEqual(['lirio']);
    expect([...desk.stored.values()].join()).not.toContain('Aromos');
    expect([...desk.stored.values()].map(atob).join()).not.toContain('Aromos');
    expect(desk.drafts.savedAt('lirio', 'reply')).toBe(1_000);
  });

  test('survives a reload whatever its letters and its length', () => {
    const desk = atDesk();
    const long = 'ñandú 🏠 «él está aquí»\n'.repeat(10_000);

    desk.drafts.set('lirio', 'note', long);

    expect(atDesk(desk.stored).drafts.get('lirio', 'note')).toBe(long);
  });

  test('is kept also where the browser offers no encryption, as without a secure context', () => {
    const { crypto } = globalThis;
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const desk = atDesk();

    desk.drafts.set('lirio', 'reply', 'Los Aromos 114');

    expect(atDesk(desk.stored).drafts.get('lirio', 'reply')).toBe('Los Aromos 114');
  });

  test('is sealed as AES-GCM says, with its name, and never twice alike', async () => {
    const desk = atDesk();
    desk.drafts.set('lirio', 'reply', 'Los Aromos 114');
    const first = desk.stored.get(LIRIO)!;
    desk.drafts.set('lirio', 'reply', 'Los Aromos 114');
    const second = desk.stored.get(LIRIO)!;

    expect(first.slice(0, 16)).not.toBe(second.slice(0, 16));
    expect(await openedByTheBrowser(first)).toBe('Los Aromos 114');
    expect(await openedByTheBrowser(second)).toBe('Los Aromos 114');
  });

  test('is not readable with another session’s key, and goes', () => {
    const desk = atDesk();
    desk.drafts.set('lirio', 'reply', 'Los Aromos 114');

    const next = atDesk(desk.stored, NEXT_KEY);

    expect(next.drafts.get('lirio', 'reply')).toBe('');
    expect(desk.stored.size).toBe(0);
  });

  test('goes where what is stored is no draft at all, and nothing else of the page does', () => {
    const stored = new Map([
      [LIRIO, 'no es base64 ñ'],
      ['cauce.draft.roble.note', btoa('corto')],
      ['cauce.shift', '{}'],
    ]);

    const desk = atDesk(stored);

    expect(desk.drafts.conversations()).toEqual([]);
    expect([...stored.keys()]).toEqual(['cauce.shift']);
  });

  test('does not open under another conversation', () => {
    const desk = atDesk();
    desk.drafts.set('lirio', 'reply', 'Los Aromos 114');
    desk.stored.set('cauce.draft.roble.reply', desk.stored.get(LIRIO)!);

    const reloaded = atDesk(desk.stored);

    expect(reloaded.drafts.get('roble', 'reply')).toBe('');
    expect(reloaded.drafts.get('lirio', 'reply')).toBe('Los Aromos 114');
  });

  test('stays through an expired session and is kept again under the next key', () => {
    const desk = atDesk();
    desk.drafts.set('lirio', 'reply', 'Los Aromos 114');

    desk.drafts.begin(NEXT_KEY);

    expect(desk.drafts.get('lirio', 'reply')).toBe('Los Aromos 114');
    expect(atDesk(desk.stored, NEXT_KEY).drafts.get('lirio', 'reply')).toBe('Los Aromos 114');
  });

  test('is forgotten at sign-out, also in storage', () => {
    const desk = atDesk();
    desk.drafts.set('lirio', 'reply', 'uno');
    desk.drafts.set('roble', 'note', 'dos');

    desk.drafts.forget();

    expect(desk.stored.size).toBe(0);
    expect(desk.drafts.conversations()).toEqual([]);
    expect(desk.drafts.savedAt('lirio', 'reply')).toBeUndefined();
  });

  test('leaves storage when it is sent', () => {
    const desk = atDesk();
    desk.drafts.set('lirio', 'reply', 'uno');

    desk.drafts.set('lirio', 'reply', '');

    expect(desk.stored.size).toBe(0);
  });

  test('stays in memory where storage is full, is never called saved then, and is kept once there is room', () => {
    const desk = atDesk();
    desk.disk.isFull = true;

    desk.drafts.set('lirio', 'reply', 'Los Aromos 114');

    expect(desk.drafts.get('lirio', 'reply')).toBe('Los Aromos 114');
    expect(desk.drafts.conversations()).toEqual(['lirio']);
    expect(desk.drafts.savedAt('lirio', 'reply')).toBeUndefined();

    desk.disk.isFull = false;
    desk.drafts.set('lirio', 'reply', 'Los Aromos 1145');

    expect(desk.drafts.savedAt('lirio', 'reply')).toBe(1_000);
    expect(atDesk(desk.stored).drafts.get('lirio', 'reply')).toBe('Los Aromos 1145');
  });
});

function atDesk(stored = new Map<string, string>(), key = KEY) {
  const disk = { isFull: false };
  const drafts = new Drafts({
    storage: {
      getItem: name => stored.get(name) ?? null,
      setItem: (name, value) => {
        if (disk.isFull) throw new DOMException('full', 'QuotaExceededError');
        stored.set(name, value);
      },
      removeItem: name => void stored.delete(name),
      key: index => [...stored.keys()][index] ?? null,
      get length() {
        return stored.size;
      },
    },
    now: () => 1_000,
  });
  drafts.begin(key);
  return { drafts, stored, disk };
}

/** What another implementation of AES-GCM reads in a draft of lirio's. */
async function openedByTheBrowser(sealed: string): Promise<string> {
  const bytesOf = (base64: string) => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytesOf(KEY), 'AES-GCM', false, ['decrypt']);
  const how = {
    name: 'AES-GCM',
    iv: bytesOf(sealed).slice(0, 12),
    additionalData: new TextEncoder().encode('lirio.reply'),
  };
  return new TextDecoder().decode(await crypto.subtle.decrypt(how, key, bytesOf(sealed).slice(12)));
}
