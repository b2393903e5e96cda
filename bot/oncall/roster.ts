/**
 * Who is on call: an ordered chain of people, each with the ways to reach her. It belongs to the institution and not to a
 * protocol, and is sealed: it holds private addresses.
 */
import type { Sealer } from '../privacy/sealer.js';
import { RevisionConflict, type Store } from '../store/store.js';

export interface OnCallPerson {
  id: string;
  name: string;
  locale: 'es' | 'en';
  email?: string;
  /** Another system is told, such as the institution's exchange, a pager or a chat of the team. */
  webhook?: string;
  /** Her telephone, which is called. E.164. */
  call?: string;
}

/** Who is asked for is not on the list, or is there already. */
export class RosterProblem extends Error {
  override name = 'RosterProblem';
}

const COLLECTION = 'oncall';
const ID = 'roster';

export class Roster {
  readonly #store: Store;
  readonly #sealer: Sealer;

  /** @param sealer a key of the service, which no erasure touches */
  constructor(store: Store, sealer: Sealer) {
    this.#store = store;
    this.#sealer = sealer;
  }

  /** In the order in which they are called. */
  async list(): Promise<OnCallPerson[]> {
    return (await this.#read()).people;
  }

  /** At the end of the chain, or in her place when she is on it. */
  async put(person: OnCallPerson): Promise<void> {
    await this.#change(people =>
      people.some(one => one.id === person.id)
        ? people.map(one => (one.id === person.id ? person : one))
        : [...people, person],
    );
  }

  /** Throws RosterProblem for somebody who is not on it. */
  async remove(id: string): Promise<void> {
    await this.#change(people => {
      if (!people.some(one => one.id === id)) throw new RosterProblem(`No hay nadie de guardia con el id "${id}".`);
      return people.filter(one => one.id !== id);
    });
  }

  async #read(): Promise<{ people: OnCallPerson[]; version: number }> {
    const doc = await this.#store.getDoc(COLLECTION, ID);
    if (!doc?.sealed) return { people: [], version: 0 };
    return { people: this.#sealer.openJson(doc.sealed, ID) as OnCallPerson[], version: doc.version };
  }

  async #change(change: (people: OnCallPerson[]) => OnCallPerson[]): Promise<void> {
    for (;;) {
      const { people, version } = await this.#read();
      const sealed = this.#sealer.sealJson(change(people), ID);
      try {
        await this.#store.putDoc({ collection: COLLECTION, id: ID, fields: {}, data: {}, sealed }, version);
        return;
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
  }
}
