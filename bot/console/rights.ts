/** What each role may do. The server decides by it; the console hides what would be refused. */
import type { Role } from './contract.js';

export type Right =
  /** See the queue and the appointments. */
  | 'desk'
  /** Take, write, act on a conversation. */
  | 'attend'
  /** Move a conversation that somebody else has. */
  | 'reassign'
  /** Start a drill, end it, and see how the last ones went. */
  | 'drill';

const RIGHTS: Record<Role, readonly Right[]> = {
  executive: ['desk', 'attend'],
  supervisor: ['desk', 'attend', 'reassign', 'drill'],
  designer: [],
  administrator: ['drill'],
};

export const may = (roles: readonly Role[], right: Right): boolean => roles.some(role => RIGHTS[role].includes(right));
