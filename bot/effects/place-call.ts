/**
 * A call to an institution, from the executive's own telephone: her console shows the number to dial, and the ledger of
 * the emergency is written by what she says of it. Nothing is dialled by a machine.
 */
import type { Handler } from '../outbox.js';

export const placeCall = (): Handler => async () => ({ result: 'done' });
