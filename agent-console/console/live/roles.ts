/**
 * What each role may do here: what it may not is not shown. The server decides all the same; this only keeps a screen
 * free of buttons that would be refused.
 */
import type { Role } from '../../../bot/console/contract.js';

export type Right =
  /** See the queue and the appointments. */
  | 'desk'
  /** Take, write, act on a conversation. */
  | 'attend'
  /** Move a conversation that somebody else has. */
  | 'reassign'
  /** Start a drill, end it, and see how the last ones went. */
  | 'drill';

const rights: Record<Role, readonly Right[]> = {
  executive: ['desk', 'attend'],
  supervisor: ['desk', 'attend', 'reassign', 'drill'],
  designer: [],
  administrator: ['drill'],
};

export const may = (roles: readonly Role[], right: Right): boolean => roles.some(role => rights[role].includes(right));
