/** Puts a text in the composer of a conversation, after what is written there already. Writing is never replaced. */
import type { Drafts } from '../../live/drafts.js';
import { Store } from '../../live/store.js';
import type { ThreadView } from '../../live/thread.js';

/** The longest text that every channel takes. */
export const LONGEST = 4000;

/** The last answer that whoever handed her over had begun. */
export function draftLeft({ lines }: Pick<ThreadView, 'lines'>): string | undefined {
  const note = lines.findLast(line => 'item' in line && line.item.kind === 'note' && line.item.draft !== undefined);
  return note && 'item' in note && note.item.kind === 'note' ? note.item.draft : undefined;
}

/** Told to the composer on the screen, which holds its own text: nothing but a person's act may change it. */
export const written = new Store<{ conversation: string; kind: 'reply' | 'note'; text: string }>({
  conversation: '',
  kind: 'reply',
  text: '',
});

export function writeInto(drafts: Drafts, conversation: string, text: string, kind: 'reply' | 'note' = 'reply'): void {
  const before = drafts.get(conversation, kind);
  const next = before.trim() === '' ? text : `${before.replace(/\s+$/, '')}\n${text}`;
  drafts.set(conversation, kind, next);
  written.set({ conversation, kind, text: next });
}
