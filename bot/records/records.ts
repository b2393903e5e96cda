/**
 * Records that the service keeps: referrals, emergencies, requests about data, surveys. Personal parts are sealed with
 * the contact's key; the folio, the type and the dates can be searched.
 */
import { folioOf } from '../../flows/text/folio.js';
import { isDrill } from '../console/contract.js';
import type { Sealer, Thread } from '../conversations.js';
import { type Doc, RevisionConflict, type Store } from '../store/store.js';

export interface StoredRecord {
  id: string;
  folio: string;
  type: string;
  at: number;
  draft: boolean;
}

interface Written {
  id: string;
  type: string;
  thread: Thread;
  at: number;
  draft: boolean;
  data: Record<string, unknown>;
}

/** First letters of a folio, by type. */
const LETTERS: Record<string, string> = { 'data-request': 'D', referral: 'R', emergency: 'E', survey: 'S' };
/** Of whatever a drill leaves: it takes no number of a real one. */
const OF_DRILLS = 'SIM';

export class Records {
  readonly #store: Store;
  readonly #sealer: (contact: string) => Promise<Sealer>;

  constructor(store: Store, sealer: (contact: string) => Promise<Sealer>) {
    this.#store = store;
    this.#sealer = sealer;
  }

  /** The same id is written again with what is known now, and keeps its folio. */
  async write({ id, type, thread, at, draft, data }: Written): Promise<StoredRecord> {
    const sealer = await this.#sealer(thread.contact);
    for (;;) {
      const before = await this.#store.getDoc('records', id);
      const folio = before
        ? String(before.fields.folio)
        : await this.#folio(isDrill(thread) ? OF_DRILLS : (LETTERS[type] ?? 'X'), at);
      const doc: Omit<Doc, 'version'> = {
        collection: 'records',
        id,
        fields: {
          folio,
          type,
          at: before ? (before.fields.at ?? at) : at,
          changedAt: at,
          conversation: thread.conversation,
          contact: thread.contact,
          draft: draft && !(before && before.fields.draft === false),
          ...(isDrill(thread) ? { drill: true } : {}),
        },
        data: {
          grade:
            typeof (data.kept as { grade?: unknown } | undefined)?.grade === 'number' && type === 'survey'
              ? (data.kept as { grade: number }).grade
              : null,
        },
        sealed: sealer.seal(Buffer.from(JSON.stringify(data)), `record:${id}`),
        contact: thread.contact,
      };
      try {
        await this.#store.putDoc(doc, before?.version ?? 0);
        return { id, folio, type, at, draft };
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
  }

  /** E-2026-000731: letter, year, number that rises in the year; one is skipped only when two processes write one record at once. */
  async #folio(letter: string, at: number): Promise<string> {
    const year = new Date(at).getUTCFullYear();
    const id = `${letter}-${year}`;
    for (;;) {
      const doc = await this.#store.getDoc('counters', id);
      const next = ((doc?.data as { last?: number } | undefined)?.last ?? 0) + 1;
      try {
        await this.#store.putDoc({ collection: 'counters', id, fields: {}, data: { last: next } }, doc?.version ?? 0);
        return folioOf(letter, year, next);
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
  }
}
