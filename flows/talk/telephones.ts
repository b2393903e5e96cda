/** What she writes on, as the texts of the erase coach tell it apart: `del.how.android`. */
import type { Condition } from '../guards.js';
import type { Reading } from '../reading.js';

/** Readings that name one, and the variants of texts that have their names. */
export const TELEPHONES = ['android', 'iphone', 'web'] as const;
/** The page of ours that she has open: nothing of an application's is there to be erased. */
export const PAGE = 'page';
/** She writes on it: what is said there can be taken off her screen. */
export const onPage: Condition = { not: { reads: ['callable'] } };
/** Another system brings her, and takes what we wrote away again when it is asked. What she wrote stays. */
export const canRemoveOurs: Condition = { all: [{ reads: ['callable'] }, { world: { removes: true } }] };
/** The list of what asks for that, and nothing else: "bórralo", "delete it". */
export const ERASE_IT = 'erase-it';
/** Where she does not know: texts without a variant. */
const ANY = '';

export const telephoneOf = (read: Reading): string =>
  read.callable ? (TELEPHONES.find(name => read.reads(name)) ?? ANY) : PAGE;
