/** What the ledger of calls is asked for from elsewhere on the page. */
import { Store } from '../../live/store.js';

/** The institution that this page just dialled: its entry takes the focus when the server has written it. */
export const dialed = new Store<string | null>(null);

/** The call whose outcome is to be written; a new object each time that it is asked for. */
export const recording = new Store<{ conversation: string; slot: number } | null>(null);
