/** Plain documents, all in one collection; an index is made for each field that is asked for. */
import type { Filter, Sort } from 'mongodb';
import { checkFields, fieldName, fieldValue, text } from '../checks.js';
import { type Doc, type DocQuery, RevisionConflict } from '../store.js';
import { type Connection, isDuplicate, reached } from './connection.js';
import type { Guard } from './guard.js';
import { asBuffer, key, type PlainDoc } from './shapes.js';

export class Docs {
  readonly #db: Connection;
  readonly #guard: Guard;
  readonly #indexed = new Map<string, Promise<unknown>>();

  constructor(db: Connection, guard: Guard) {
    this.#db = db;
    this.#guard = guard;
  }

  async get(collection: string, id: string): Promise<Doc | null> {
    const doc = await reached(() => this.#db.docs.findOne({ _id: key(collection, id) }));
    return doc && docOf(doc);
  }

  async put(doc: Omit<Doc, 'version'>, expected: number): Promise<number> {
    checkFields(doc.fields);
    const { data, sealed, contact, ...plain } = doc;
    const made: PlainDoc = {
      _id: key(text(doc.collection, 'collection'), text(doc.id, 'document id')),
      ...plain,
      version: expected + 1,
      data: JSON.stringify(data ?? null),
      ...(sealed ? { sealed: asBuffer(sealed) } : {}),
      ...(contact === undefined ? {} : { contact: text(contact, 'contact') }),
    };
    if (!(await reached(() => (expected === 0 ? this.#insert(made) : this.#replace(made, expected))))) {
      throw new RevisionConflict(`${doc.collection} ${doc.id} is not at version ${expected}`);
    }
    return made.version;
  }

  async find(collection: string, { where = {}, range, orderBy, limit = 0 }: DocQuery): Promise<Doc[]> {
    const filter: Record<string, unknown> = { collection };
    for (const [field, value] of Object.entries(where)) filter[await this.#path(field)] = fieldValue(value, field);
    if (range && (range.from !== undefined || range.to !== undefined)) {
      const path = await this.#path(range.field);
      const bounds = {
        ...(range.from === undefined ? {} : { $gte: range.from }),
        ...(range.to === undefined ? {} : { $lte: range.to }),
      };
      // Both may ask about one field.
      filter.$and = [{ [path]: bounds }];
    }
    const sort: Sort = orderBy
      ? { [`fields.${fieldName(orderBy.field)}`]: orderBy.descending ? -1 : 1, id: 1 }
      : { id: 1 };
    const docs = await reached(() =>
      this.#db.docs
        .find(filter as Filter<PlainDoc>)
        .sort(sort)
        .limit(limit)
        .toArray(),
    );
    return docs.map(docOf);
  }

  async ofContact(contact: string): Promise<Doc[]> {
    const docs = await reached(() => this.#db.docs.find({ contact }).sort({ collection: 1, id: 1 }).toArray());
    return docs.map(docOf);
  }

  async delete(collection: string, id: string): Promise<void> {
    await reached(() => this.#db.docs.deleteOne({ _id: key(collection, id) }));
  }

  async #insert(doc: PlainDoc): Promise<boolean> {
    try {
      await this.#db.docs.insertOne(doc);
      return true;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return false;
    }
  }

  #replace(doc: PlainDoc, expected: number): Promise<boolean> {
    return this.#guard.alone(`doc ${doc._id}`, async () => {
      const { matchedCount } = await this.#db.docs.replaceOne({ _id: doc._id, version: expected }, doc);
      return matchedCount === 1;
    });
  }

  /** Where a field stands, which is indexed the first time that this process asks for it. */
  async #path(field: string): Promise<string> {
    const path = `fields.${fieldName(field)}`;
    if (!this.#indexed.has(path)) {
      const made = reached(() => this.#db.docs.createIndex({ collection: 1, [path]: 1 }));
      this.#indexed.set(path, made);
      made.catch(() => this.#indexed.delete(path));
    }
    await this.#indexed.get(path);
    return path;
  }
}

function docOf({ _id, data, ...doc }: PlainDoc): Doc {
  return { ...doc, data: JSON.parse(data) as unknown };
}
