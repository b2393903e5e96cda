/**
 * How far each conversation was read, kept in the store: what an executive looked at does not come back as unread when
 * the service starts again. A mark that could not be written costs only that, so nobody waits for one.
 */
import { reasonOf, type Log } from '../log.js';
import { RevisionConflict, type Head, type Store } from '../store/store.js';
import { unreadOf } from './rows.js';

interface Mark {
  /** The head's count of unread messages when somebody looked. */
  unread: number;
  /** The taking after which that was counted: whoever takes her begins the count again. */
  taken: number;
}

const COLLECTION = 'read-marks';

export interface ReadMarksParts {
  store: Store;
  log: Log;
}

export class ReadMarks {
  readonly #parts: ReadMarksParts;
  /** Heads whose mark is still to be written, the latest of each conversation. */
  readonly #waiting = new Map<string, Head>();
  #writing: Promise<void> | null = null;

  constructor(parts: ReadMarksParts) {
    this.#parts = parts;
  }

  /** How many of the head's unread messages have been looked at. */
  async of(head: Head): Promise<number> {
    if (unreadOf(head) === 0) return 0;
    const doc = await this.#parts.store.getDoc(COLLECTION, head.conversation);
    if (!doc) return 0;
    const { unread, taken } = doc.data as Mark;
    return taken === takenOf(head) && unread <= unreadOf(head) ? unread : 0;
  }

  /** All of this is read. */
  keep(head: Head): void {
    this.#waiting.set(head.conversation, head);
    this.#writing ??= this.#drain();
  }

  /** She was erased: nothing that names her is left or written. */
  async forget(conversation: string): Promise<void> {
    this.#waiting.delete(conversation);
    await this.#writing;
    await this.#parts.store.deleteDoc(COLLECTION, conversation);
  }

  /** Resolves when what was to be written is. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #drain(): Promise<void> {
    // Not within the call that asked: several looks at once are one writing.
    await Promise.resolve();
    for (const [conversation, head] of this.#waiting) {
      this.#waiting.delete(conversation);
      try {
        await this.#write(head);
      } catch (error) {
        // Another process wrote one at the same moment: as good as ours.
        if (!(error instanceof RevisionConflict))
          this.#parts.log.warn('read mark not kept', { conversation, error: reasonOf(error) });
      }
    }
    this.#writing = null;
  }

  async #write(head: Head): Promise<void> {
    const { conversation: id, contact } = head;
    const mark: Mark = { unread: unreadOf(head), taken: takenOf(head) };
    const before = await this.#parts.store.getDoc(COLLECTION, id);
    const { unread, taken } = (before?.data ?? {}) as Partial<Mark>;
    if (unread === mark.unread && taken === mark.taken) return;
    await this.#parts.store.putDoc(
      { collection: COLLECTION, id, fields: { conversation: id }, data: mark, contact },
      before?.version ?? 0,
    );
  }
}

const takenOf = ({ desk }: Head): number => Number(desk.takenEpoch ?? 0);
