/** Writes a record of the service: a referral, a request about her data, a survey, an emergency. */
import type { Handler } from '../outbox.js';
import { emergencyRecordId } from '../records/draft.js';
import type { Doers } from './effects.js';
import { answer } from './slots.js';

export const record =
  (doers: Doers): Handler =>
  async work => {
    const {
      record: type,
      draft,
      since,
      ...data
    } = work.params as { record: string; draft?: boolean; since?: number; [key: string]: unknown };
    // An emergency is one record, written again as more is known.
    const id = type === 'emergency' ? emergencyRecordId(work.thread.conversation, since ?? work.row.id) : work.row.id;
    const stored = await doers.records.write({
      id,
      type,
      thread: work.thread,
      at: work.now,
      draft: draft ?? false,
      data,
    });
    return type === 'data-request'
      ? answer(doers, work, { type: 'RECORDED', record: type, folio: stored.folio })
      : { result: 'done' };
  };
