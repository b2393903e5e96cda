/** The institution that this page just dialled: its entry in the ledger takes the focus when the server has written it. */
import { Store } from '../../live/store.js';

export const dialed = new Store<string | null>(null);
