/** Plain documents. Each field has a row in `doc_fields`, the index by which documents are found. */
import { checkFields, fieldName, fieldValue, text } from '../checks.js';
import type { Doc, DocQuery } from '../store.js';
import type { Database } from './database.js';

type Field = Doc['fields'][string];

interface Stored {
  collection: string;
  id: string;
  version: number;
  fields: string;
  data: string;
  sealed: Uint8Array | null;
  contact: string | null;
}

const DOC = 'collection, id, version, fields, data, sealed, contact';

export class Docs {
  readonly #db: Database;
  readonly #get;
  readonly #of;
  readonly #insert;
  readonly #update;
  readonly #delete;
  readonly #index;
  readonly #unindex;
  readonly #queries = new Map<string, ReturnType<Database['prepare']>>();

  constructor(db: Database) {
    this.#db = db;
    this.#get = db.prepare(`SELECT ${DOC} FROM docs WHERE collection = ? AND id = ?`);
    this.#of = db.prepare(`SELECT ${DOC} FROM docs WHERE contact = ? ORDER BY collection, id`);
    this.#insert = db.prepare(
      'INSERT INTO docs (version, fields, data, sealed, contact, collection, id) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.#update = db.prepare(
      'UPDATE docs SET version = ?, fields = ?, data = ?, sealed = ?, contact = ? WHERE collection = ? AND id = ?',
    );
    this.#delete = db.prepare('DELETE FROM docs WHERE collection = ? AND id = ?');
    this.#index = db.prepare('INSERT INTO doc_fields (collection, field, value, id) VALUES (?, ?, ?, ?)');
    this.#unindex = db.prepare('DELETE FROM doc_fields WHERE collection = ? AND field = ? AND value = ? AND id = ?');
  }

  get(collection: string, id: string): Doc | null {
    const row = this.#get.get(collection, id) as Stored | undefined;
    return row ? docOf(row) : null;
  }

  ofContact(contact: string): Doc[] {
    return (this.#of.all(contact) as Stored[]).map(docOf);
  }

  /** Inside a transaction. Returns the new version, or the one that was found where `expected` was not. */
  put(doc: Omit<Doc, 'version'>, expected: number): { version: number } | { found: number } {
    const before = this.get(text(doc.collection, 'collection'), text(doc.id, 'document id'));
    checkFields(doc.fields);
    if ((before?.version ?? 0) !== expected) return { found: before?.version ?? 0 };
    const version = expected + 1;
    const fields = JSON.stringify(doc.fields);
    const contact = doc.contact === undefined ? null : text(doc.contact, 'contact');
    const write = before ? this.#update : this.#insert;
    write.run(version, fields, JSON.stringify(doc.data ?? null), doc.sealed ?? null, contact, doc.collection, doc.id);
    this.#reindex(doc, before?.fields ?? {});
    return { version };
  }

  /** Inside a transaction. */
  delete(collection: string, id: string): void {
    const before = this.get(collection, id);
    if (!before) return;
    this.#reindex({ collection, id, fields: {} }, before.fields);
    this.#delete.run(collection, id);
  }

  find(collection: string, query: DocQuery): Doc[] {
    const { sql, values } = question(collection, query);
    const statement = this.#queries.get(sql) ?? this.#db.prepare(sql);
    this.#queries.set(sql, statement);
    return (statement.all(...values) as Stored[]).map(docOf);
  }

  #reindex({ collection, id, fields }: Pick<Doc, 'collection' | 'id' | 'fields'>, before: Doc['fields']): void {
    for (const [field, value] of Object.entries(before)) {
      if (value !== null && fields[field] !== value) this.#unindex.run(collection, field, indexed(value), id);
    }
    for (const [field, value] of Object.entries(fields)) {
      if (value !== null && before[field] !== value) this.#index.run(collection, field, indexed(value), id);
    }
  }
}

/** Ids of documents whose field is so. The index holds no nulls. */
const IDS = 'SELECT id FROM doc_fields WHERE collection = ? AND field = ?';

function question(
  collection: string,
  { where = {}, range, orderBy, limit }: DocQuery,
): { sql: string; values: (string | number | Uint8Array)[] } {
  const values: (string | number | Uint8Array)[] = [text(collection, 'collection')];
  const conditions = ['collection = ?'];
  for (const [field, value] of Object.entries(where)) {
    conditions.push(value === null ? `id NOT IN (${IDS})` : `id IN (${IDS} AND value = ?)`);
    values.push(collection, fieldName(field));
    if (value !== null) values.push(indexed(value));
  }
  if (range && (range.from !== undefined || range.to !== undefined)) {
    const { field, from, to } = range;
    // Of one type: SQLite puts every text after every number, and truth values after both.
    const bounds = [
      typeof (from ?? to) === 'string' ? `typeof(value) = 'text'` : `typeof(value) IN ('integer', 'real')`,
    ];
    values.push(collection, fieldName(field));
    for (const [sign, bound] of [
      ['>=', from],
      ['<=', to],
    ] as const) {
      if (bound === undefined) continue;
      bounds.push(`value ${sign} ?`);
      values.push(indexed(bound));
    }
    conditions.push(`id IN (${IDS} AND ${bounds.join(' AND ')})`);
  }
  const order = orderBy
    ? `fields ->> '$."${fieldName(orderBy.field)}"' ${orderBy.descending ? 'DESC' : 'ASC'}, id`
    : 'id';
  values.push(limit ?? -1);
  return { sql: `SELECT ${DOC} FROM docs WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ?`, values };
}

/** A value as the index keeps it: truth values as blobs, so that `true` is not 1. */
function indexed(value: Exclude<Field, null>): string | number | Uint8Array {
  if (typeof value === 'boolean') return value ? TRUE : FALSE;
  return fieldValue(value, 'asked for') as string | number;
}

const FALSE = Uint8Array.of(0);
const TRUE = Uint8Array.of(1);

function docOf({ fields, data, sealed, contact, ...row }: Stored): Doc {
  return {
    ...row,
    fields: JSON.parse(fields) as Doc['fields'],
    data: JSON.parse(data) as unknown,
    ...(sealed ? { sealed } : {}),
    ...(contact === null ? {} : { contact }),
  };
}
