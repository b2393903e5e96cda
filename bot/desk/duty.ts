/**
 * Who is available, kept in the store while the service runs, so that a start knows who was at work a moment ago: their consoles
 * are connecting again, and who writes meanwhile is not told that nobody is there. It says nothing of who has or sees an
 * emergency: people are called to one as if nobody were here.
 */
import { type Log, reasonOf } from '../log.js';
import { type Doc, RevisionConflict, type Store } from '../store/store.js';

interface Kept {
  users: readonly string[];
  at: number;
}

const COLLECTION = 'duty';
const ID = 'available';
/** Written again at least this often while somebody is. */
const EVERY_MS = 15_000;
/** A service that was away for longer is not one that starts again: the shift may have ended meanwhile. */
const AWAY_MOST_MS = 5 * 60_000;

export interface DutyParts {
  store: Pick<Store, 'getDoc' | 'putDoc'>;
  log: Pick<Log, 'warn'>;
}

export class Duty {
  readonly #parts: DutyParts;
  #last: Kept = { users: [], at: -Infinity };
  #writing: Promise<void> | null = null;
  #isOver = false;

  constructor(parts: DutyParts) {
    this.#parts = parts;
  }

  /** Who was available when the service was last seen running; nobody when that is long ago, or never was. */
  async before(now: number): Promise<readonly string[]> {
    const kept = (await this.#doc())?.data as Kept | undefined;
    return kept && kept.at <= now && now - kept.at < AWAY_MOST_MS ? kept.users : [];
  }

  /** Call it every second. What could not be written costs only the courtesy, so nobody waits for it. */
  keep(users: readonly string[], now: number): void {
    if (this.#isOver || this.#writing) return;
    const isSame = users.length === this.#last.users.length && users.every(user => this.#last.users.includes(user));
    if (isSame && (users.length === 0 || now - this.#last.at < EVERY_MS)) return;
    this.#write({ users, at: now });
  }

  /** The service stops: lines that are cut from now on say nothing of who is at work. */
  async stop(users: readonly string[], now: number): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    await this.#writing;
    if (users.length > 0 || this.#last.users.length > 0) this.#write({ users, at: now });
    await this.#writing;
  }

  #write(kept: Kept): void {
    this.#last = kept;
    this.#writing = this.#put(kept)
      .catch((error: unknown) => {
        // Another process wrote one at the same moment: as good as ours.
        if (!(error instanceof RevisionConflict))
          this.#parts.log.warn('who is available not kept', { reason: reasonOf(error) });
      })
      .finally(() => {
        this.#writing = null;
      });
  }

  async #put(data: Kept): Promise<void> {
    await this.#parts.store.putDoc(
      { collection: COLLECTION, id: ID, fields: {}, data },
      (await this.#doc())?.version ?? 0,
    );
  }

  #doc(): Promise<Doc | null> {
    return this.#parts.store.getDoc(COLLECTION, ID);
  }
}
