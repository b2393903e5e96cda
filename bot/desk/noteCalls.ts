/** Whom a note calls to look, as its turn keeps it. */
import type { Person } from '../../flows/events.js';
import type { TurnBody } from '../record.js';

export const calledBy = ({ event: { type, calls } }: Pick<TurnBody, 'event'>): readonly Person[] =>
  type === 'NOTE' && Array.isArray(calls) ? (calls as Person[]) : [];
