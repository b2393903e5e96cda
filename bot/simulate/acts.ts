/**
 * What an executive does in a dialogue, as the act that she would do on her console; the desk decides what becomes of it
 * (bot/desk/acts.ts), so that what passes here passes there.
 */
import type { Context } from '../../flows/context.js';
import { RISKS } from '../../flows/sense/types.js';
import { callsOf } from '../desk/calls.js';
import type { Actor, DeskAct } from '../desk/acts.js';
import type { ExecutiveTurn } from './dialogue.js';

/** The executive of a letter. */
export const actorOf = (letter: string): Actor => ({ id: letter, name: `Ejecutiva ${letter}`, roles: ['executive'] });

type Acting = Exclude<ExecutiveTurn, { do: 'connect' | 'disconnect' }>;

/** @param startsAt of the slot that `book` names, ms UTC */
export function actOf(turn: Acting, context: Context, startsAt: number): DeskAct {
  switch (turn.do) {
    case 'take':
    case 'start_emergency':
    case 'unbook':
      return { do: turn.do };
    case 'say':
    case 'note':
      return { do: turn.do, text: turn.text };
    case 'release':
      return { do: 'release', ...(turn.step ? { step: turn.step } : {}) };
    case 'transfer':
      return { do: 'transfer', to: turn.to };
    case 'mark_risk':
      return { do: 'mark_risk', level: RISKS[turn.level]!, ...(turn.reason ? { reason: turn.reason } : {}) };
    case 'label':
      return { do: 'label', label: 'priority', on: turn.priority };
    case 'answer_guideline':
      return { do: 'answer_guideline', item: turn.item, value: turn.value };
    case 'call':
      return { do: 'call', institution: turn.institution };
    case 'call_result':
      return {
        ...toldOf(turn),
        do: 'call_result',
        slot: openCall(context, turn.institution) ?? 0,
        outcome: turn.outcome,
      };
    case 'record_referral':
      return {
        do: 'record_referral',
        outcome: turn.outcome,
        ...(turn.institution ? { institution: turn.institution } : {}),
      };
    case 'book':
      return { do: 'book', startsAt };
    case 'close':
      return { do: 'close', reason: turn.reason, ...(turn.note ? { note: turn.note } : {}) };
    case 'unblock':
      return { do: 'unblock', reason: turn.reason ?? 'revisado' };
    default:
      return turn satisfies never;
  }
}

/** The desk's number of the open call to an institution, the last one dialled. */
export const openCall = (context: Context, institution: string): number | null =>
  callsOf(context).findLast(c => c.slot !== null && c.call.institution.id === institution)?.number ?? null;

interface Told {
  by?: string | undefined;
  reference?: string | undefined;
  eta?: string | undefined;
  note?: string | undefined;
}

/** What the institution said, without what it did not. */
export const toldOf = ({
  by,
  reference,
  eta,
  note,
}: Told): { by?: string; reference?: string; eta?: string; note?: string } => ({
  ...(by ? { by } : {}),
  ...(reference ? { reference } : {}),
  ...(eta ? { eta } : {}),
  ...(note ? { note } : {}),
});
