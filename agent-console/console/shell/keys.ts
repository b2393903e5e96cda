/**
 * Keys, told apart from writing. A key is written as in the help: `T`, `Shift E`, `Mod K`, `F8`, `.`; `Mod` is Ctrl, or
 * Command on a Mac. Single characters act only outside text fields, and not while a letter is being composed.
 */

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  repeat: boolean;
}

/** The name of a press, or null for one that belongs to the browser, the system or a screen reader. */
export function nameOf(press: KeyPress): string | null {
  const { key } = press;
  if (press.isComposing || press.repeat || press.altKey || key === 'Dead' || key === 'Process') return null;
  const mod = press.ctrlKey || press.metaKey;
  const isLetter = /^\p{L}$/u.test(key);
  const base = key.length === 1 ? key.toUpperCase() : key;
  // `?` and `/` already carry their Shift on most keyboards; letters and named keys tell it apart.
  const shift = press.shiftKey && (isLetter || key.length > 1);
  return [mod ? 'Mod' : '', shift ? 'Shift' : '', base].filter(Boolean).join(' ');
}

/** Whether a press of this name would write something in a text field. */
export const writes = (name: string): boolean => /^(Shift )?.$/u.test(name);

/** Whether a text field does something of its own with it: what was typed is undone there, and nothing else. */
export const edits = (name: string): boolean => name === 'Mod Z';

/** Where letters are text: fields, and what behaves like one. */
export function isText(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)
    return true;
  return (
    element instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(element.type)
  );
}

/** As it is written in the help and in `aria-keyshortcuts`. */
export const shownKey = (name: string, isMac: boolean): string =>
  name.replace('Mod', isMac ? '⌘' : 'Ctrl').replaceAll(' ', '+');
export const ariaKey = (name: string): string => name.replace('Mod', 'Control').replaceAll(' ', '+');
