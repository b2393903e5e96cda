/** The message of hers that the next answer of the guideline cites. */
import { Store } from '../live/store.js';

export const quote = new Store<{ conversation: string; seq: number; text: string } | null>(null);
