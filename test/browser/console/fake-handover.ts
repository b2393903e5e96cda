/** What an offer, its acceptance and its refusal change on the screens of the fake desk. */
import type { Act, Item, QueueRow } from '../../../bot/console/contract.js';
import { staff } from './parts.js';

type HandoverAct = Extract<Act, { do: 'hand_over' | 'accept' | 'decline' }>;

/** Time that a colleague has to accept, ms. */
const WITHIN_MS = 60_000;
/** As the wire leaves out what is not there. */
const NO_OFFER = { offer: undefined } as unknown as Partial<QueueRow>;

export function handedOver(
  act: HandoverAct,
  row: QueueRow,
  by: { id: string; name: string },
  { turn, at }: { turn: number; at: number },
): { row: Partial<QueueRow>; items: Item[] } {
  const event = (name: string, vars: Record<string, string>): Item => ({ kind: 'event', turn, at, event: name, vars });
  switch (act.do) {
    case 'hand_over': {
      const toName = staff().find(one => one.id === act.to)?.name ?? '';
      const left = act.draft === undefined ? {} : { draft: act.draft };
      return {
        row: { offer: { to: act.to, toName, at, until: at + WITHIN_MS } },
        items: [
          { kind: 'note', turn, at, name: by.name, text: act.note, to: toName, ...left },
          event('offered', { name: by.name, to: toName }),
        ],
      };
    }
    case 'accept':
      return {
        row: { ...NO_OFFER, owner: { kind: 'executive', ...by }, epoch: row.epoch + 1 },
        items: [event('accepted', { name: by.name, from: row.owner.name ?? '' })],
      };
    case 'decline':
      return { row: NO_OFFER, items: [event(row.owner.id === by.id ? 'kept' : 'declined', { name: by.name })] };
    default:
      return act satisfies never;
  }
}

/** Answers an offer that is hers to answer, though a colleague has her. */
export const answersOffer = (act: Act, row: QueueRow, by: { id: string }): boolean =>
  (act.do === 'accept' || act.do === 'decline') && row.offer?.to === by.id;
