/**
 * A conversation that is offered to a colleague at the end of a shift. It is a fact on the log and moves nothing: whoever has
 * her keeps her, with all that follows from it, until the colleague accepts. Whatever else gives her to another ends the offer.
 */
import type { Happened, Person } from '../../flows/events.js';
import { type Act, isDrill, type Offer } from '../console/contract.js';
import { LIMIT_MS } from '../console/queue.js';
import { RISKS } from '../../flows/sense/types.js';
import type { Noted } from '../record.js';
import type { Head } from '../store/store.js';

export type HandoverAct = Extract<Act, { do: 'hand_over' | 'accept' | 'decline' }>;

export const isHandover = (act: Act): act is HandoverAct =>
  act.do === 'hand_over' || act.do === 'accept' || act.do === 'decline';

export const offerOf = ({ desk }: Pick<Head, 'desk'>): Offer | null =>
  typeof desk.offer === 'object' && desk.offer !== null ? (desk.offer as Offer) : null;

/** What it becomes: a fact, an event of the machine, nothing more to do, or null where it is not hers to do. */
export type Handed = { note: Noted } | { event: Happened; fields: Record<string, unknown> } | 'done' | null;

/** @param to - Of `hand_over`. @param now - ms. */
export function handoverOf(act: HandoverAct, by: Person, head: Head, to: Person | undefined, now: number): Handed {
  const offer = offerOf(head);
  const isHers = head.owner === by.id;
  switch (act.do) {
    case 'hand_over': {
      if (!isHers || !to || to.id === by.id || isDrill(head)) return null;
      const [text, draft] = [act.note.trim(), act.draft?.trim() ?? ''];
      const made: Offer = { to: to.id, toName: to.name, at: now, until: now + acceptsWithin(head) };
      return { note: { type: 'NOTE', by, offer: made, text, ...(draft === '' ? {} : { draft }) } };
    }
    case 'accept':
      if (isHers) return 'done';
      return offer?.to === by.id
        ? { event: { type: 'TAKE', by }, fields: { by, fromName: head.desk.ownerName ?? '', accepted: true } }
        : null;
    case 'decline':
      if (!offer) return isHers ? 'done' : null;
      return isHers || offer.to === by.id
        ? { note: { type: 'NOTE', by, offer: null, toName: offer.toName, kept: isHers } }
        : null;
    default:
      return act satisfies never;
  }
}

/** As long as she would wait for a person in the queue, ms. */
const acceptsWithin = ({ emergency, risk }: Pick<Head, 'emergency' | 'risk'>): number =>
  LIMIT_MS[emergency === 'idle' ? (RISKS[risk] ?? 'none') : 'imminent'];
