/**
 * Short words about what just happened, with a way back when there is one. Never over the composer, never the only copy
 * of an error, never taking the focus.
 */
import { Store } from '../live/store.js';

export interface Notice {
  id: number;
  text: string;
  tone: 'plain' | 'warning';
  /** Undoes what the notice tells. */
  undo?: () => void;
}

/** How long a way back is offered, ms; the same for any notice. */
export const NOTICE_MS = 10_000;
const MOST = 3;

export class Notices {
  readonly all = new Store<readonly Notice[]>([]);
  #id = 0;

  show(text: string, options: { tone?: Notice['tone']; undo?: () => void } = {}): void {
    const id = ++this.#id;
    const notice: Notice = { id, text, tone: options.tone ?? 'plain', ...(options.undo ? { undo: options.undo } : {}) };
    this.all.update(all => [...all.filter(other => other.text !== text), notice].slice(-MOST));
    setTimeout(() => this.close(id), NOTICE_MS);
  }

  close(id: number): void {
    this.all.update(all => all.filter(notice => notice.id !== id));
  }

  /** Undoes the last thing that can be; false when there is none. */
  undoLast(): boolean {
    const last = this.all.get().findLast(notice => notice.undo);
    if (!last) return false;
    this.close(last.id);
    last.undo?.();
    return true;
  }
}
