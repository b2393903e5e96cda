/**
 * The calls of an emergency as the desk numbers them: 1, 2, 3 … in the order in which they were dialled, open or not.
 *
 * The machine reuses its three slots, so a slot names nothing for long. The number stays the same from dialling to the
 * record; an act names a call by it.
 */
import type { Call, Context } from '../../flows/context.js';
import type { Protocol } from '../../flows/protocol.js';
import type { CallView } from '../console/contract.js';

interface Numbered {
  call: Call;
  number: number;
  /** Slot of the machine while the call has no outcome; null afterwards. */
  slot: number | null;
}

/** Calls that were dialled in the open emergency, the first one first. */
export function callsOf({ calls, ledger }: Pick<Context, 'calls' | 'ledger'>): Numbered[] {
  const open = calls.flatMap((call, slot) => (call ? [{ call, slot }] : []));
  return [...ledger.map(call => ({ call, slot: null })), ...open]
    .sort((a, b) => a.call.dialedAt - b.call.dialedAt)
    .map((one, i) => ({ ...one, number: i + 1 }));
}

export function callView({ call, number }: Numbered): CallView {
  const { institution, state, outcome, changedAt, answeredBy, reference, unit, eta, note } = call;
  return {
    slot: number,
    institution: institution.id,
    name: institution.name,
    number: institution.number,
    state,
    outcome,
    since: changedAt,
    ...(answeredBy ? { by: answeredBy } : {}),
    ...(reference ? { reference } : {}),
    ...(unit ? { unit } : {}),
    ...(eta ? { eta } : {}),
    ...(note ? { note } : {}),
  };
}

/** As the machine's own deadlines count: from when it was dialled, or rings. @param now in epoch milliseconds */
export function overdueOf(
  { state, outcome, changedAt }: Call,
  { emergency }: Pick<Protocol, 'emergency'>,
  now: number,
): Pick<CallView, 'overdue'> {
  if (outcome !== null || (state !== 'dialing' && state !== 'ringing')) return {};
  const { redial, next } = emergency.call;
  const waited = now - changedAt;
  return waited >= next ? { overdue: 'next' } : waited >= redial ? { overdue: 'redial' } : {};
}
