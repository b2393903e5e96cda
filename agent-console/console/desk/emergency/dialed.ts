/** What the ledger of calls is asked for from elsewhere on the page. */
import type { CallOutcome } from '../../../../bot/console/contract.js';
import { Store } from '../../live/store.js';

/** The institution that this page just dialled: its entry takes the focus when the server has written it. */
export const dialed = new Store<string | null>(null);

/** The call whose outcome is to be written, with the outcome where one was named; a new object each time that it is asked for. */
export const recording = new Store<Recording | null>(null);

export interface Recording {
  conversation: string;
  slot: number;
  outcome?: CallOutcome;
}
