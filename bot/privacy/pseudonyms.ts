/** How people of the service call a contact, so that her number and her name need not be on any screen: "Lirio-08". */
import { randomInt } from 'node:crypto';
import { RevisionConflict, type Store } from '../store/store.js';
import { FLORA } from './flora-data.js';

const COLLECTION = 'pseudonyms';
/** Tries with two digits, then as many with three … a name is found however many there are. */
const TRIES = 4;

/**
 * Gives the contact a pseudonym that nobody had before, also nobody who was erased.
 *
 * @param chance a random integer below its argument; tests give their own
 */
export async function takePseudonym(
  store: Store,
  contact: string,
  chance: (below: number) => number = below => randomInt(below),
): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const digits = 2 + Math.floor(attempt / TRIES);
    const least = digits === 2 ? 1 : 10 ** (digits - 1);
    const number = String(least + chance(10 ** digits - least)).padStart(2, '0');
    const name = `${FLORA[chance(FLORA.length)]!}-${number}`;
    try {
      await store.putDoc({ collection: COLLECTION, id: foldedName(name), fields: {}, data: { name }, contact }, 0);
      return name;
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }
}

/** The contact of a pseudonym, however it is typed: "ñirre-08" and "NIRRE 8" are the same. Null for one that nobody has. */
export async function contactNamed(store: Store, name: string): Promise<string | null> {
  return (await store.getDoc(COLLECTION, foldedName(name)))?.contact ?? null;
}

/** The name stays taken and says nothing of whose it was. */
export async function retirePseudonym(store: Store, name: string): Promise<void> {
  const doc = await store.getDoc(COLLECTION, foldedName(name));
  if (doc?.contact) await store.putDoc({ collection: COLLECTION, id: doc.id, fields: {}, data: doc.data }, doc.version);
}

export async function freePseudonym(store: Store, name: string): Promise<void> {
  await store.deleteDoc(COLLECTION, foldedName(name));
}

function foldedName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  const [, flower = plain, number = ''] = /^(\p{L}+)[\s-]*0*(\d+)$/u.exec(plain) ?? [];
  return number ? `${flower}-${number.padStart(2, '0')}` : flower;
}
