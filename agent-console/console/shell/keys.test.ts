import { describe, expect, test } from 'vitest';
import { ariaKey, nameOf, shownKey, writes, type KeyPress } from './keys.js';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  ...more,
});

describe('a key', () => {
  test('is named by what it types, whatever the keyboard', () => {
    expect(nameOf(press('t'))).toBe('T');
    expect(nameOf(press('E', { shiftKey: true }))).toBe('Shift E');
    expect(nameOf(press('?', { shiftKey: true }))).toBe('?');
    expect(nameOf(press('/', { shiftKey: true }))).toBe('/');
    expect(nameOf(press('F8', { shiftKey: true }))).toBe('Shift F8');
    expect(nameOf(press('k', { ctrlKey: true }))).toBe('Mod K');
    expect(nameOf(press('k', { metaKey: true }))).toBe('Mod K');
  });

  test('that belongs to somebody else is not ours: Alt, AltGr (Ctrl+Alt), dead keys, composing, held down', () => {
    expect(nameOf(press('f', { altKey: true }))).toBeNull();
    expect(nameOf(press('@', { ctrlKey: true, altKey: true }))).toBeNull();
    expect(nameOf(press('Dead'))).toBeNull();
    expect(nameOf(press('t', { isComposing: true }))).toBeNull();
    expect(nameOf(press('t', { repeat: true }))).toBeNull();
  });

  test('that would write a letter is told apart from one that never does', () => {
    expect(['T', 'Shift E', '?', '.'].map(writes)).toEqual([true, true, true, true]);
    expect(['F8', 'Mod K', 'Escape', 'Shift F2'].map(writes)).toEqual([false, false, false, false]);
  });

  test('is shown as it is pressed', () => {
    expect(shownKey('Mod K', false)).toBe('Ctrl+K');
    expect(shownKey('Mod K', true)).toBe('⌘+K');
    expect(ariaKey('Shift E')).toBe('Shift+E');
  });
});
