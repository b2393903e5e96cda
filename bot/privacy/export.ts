/**
 * All that the service knows about one person, for her: the right of access and portability (Law 19.628 as changed by
 * Law 21.719, art. 5 and 9). Plain JSON; what was sealed is opened, in whatever collection it stands.
 */
import type { Doc, Store, StoredTurn } from '../store/store.js';
import type { Contact, Contacts } from './contacts.js';
import { CannotOpen } from './seal.js';
import type { Sealer } from './sealer.js';
import type { Vault } from './vault.js';

export interface Export {
  exportedAt: number;
  contact: Contact;
  conversations: {
    conversation: string;
    channel: string;
    protocol: string;
    createdAt: number;
    updatedAt: number;
    turns: { turn: number; at: number; cause: string; facts: StoredTurn['facts']; body: unknown }[];
  }[];
  /** Records, appointments and the like, with their personal part opened. */
  documents: { collection: string; id: string; fields: Doc['fields']; data: unknown; personal: unknown }[];
  /** Photos, voice messages … `bytes` in base64 when they were asked for. */
  attachments: { id: string; about: unknown; bytes?: string }[];
}

interface Parts {
  store: Store;
  vault: Vault;
  contacts: Contacts;
}

/** The service's own, not about her. */
const OURS: readonly string[] = ['keys', 'addresses', 'pseudonyms', 'contacts', 'threads', 'read-marks'];

/** Throws Erased, or Error for a contact that never was. */
export async function exportContact(
  { store, vault, contacts }: Parts,
  id: string,
  options: { now: number; files: boolean },
): Promise<Export> {
  const contact = await contacts.get(id);
  if (!contact) throw new Error(`contact ${id} does not exist`);
  const sealer = await vault.sealer(id);
  const heads = (await store.heads({ contact: id })).sort((a, b) => a.createdAt - b.createdAt);
  const docs = (await store.docsOf(id)).filter(doc => !OURS.includes(doc.collection));
  return {
    exportedAt: options.now,
    contact,
    conversations: await Promise.all(
      heads.map(async ({ conversation, channel, protocol, createdAt, updatedAt }) => ({
        conversation,
        channel,
        protocol,
        createdAt,
        updatedAt,
        turns: (await store.turns(conversation)).map(turn => told(turn, sealer)),
      })),
    ),
    documents: docs
      .filter(doc => doc.collection !== 'attachments')
      .map(doc => ({
        collection: doc.collection,
        id: doc.id,
        fields: doc.fields,
        data: doc.data,
        personal: personalOf(doc, sealer),
      })),
    attachments: await Promise.all(
      docs
        .filter(doc => doc.collection === 'attachments')
        .map(async doc => {
          const sealed = options.files ? await store.getBlob(doc.id) : null;
          const bytes = sealed ? { bytes: Buffer.from(sealer.open(sealed, `blob:${doc.id}`)).toString('base64') } : {};
          return { id: doc.id, about: { ...doc.fields, ...(personalOf(doc, sealer) as object) }, ...bytes };
        }),
    ),
  };
}

function told(
  { conversation, turn, at, cause, facts, body }: StoredTurn,
  sealer: Sealer,
): Export['conversations'][number]['turns'][number] {
  return { turn, at, cause, facts, body: sealer.openJson(body, `turn:${conversation}:${turn}`) };
}

/** What is sealed in a document is sealed for `<collection, singular>:<id>`. */
function personalOf(doc: Doc, sealer: Sealer): unknown {
  if (!doc.sealed) return null;
  for (const name of [doc.collection.replace(/s$/, ''), doc.collection]) {
    try {
      return sealer.openJson(doc.sealed, `${name}:${doc.id}`);
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
    }
  }
  throw new CannotOpen(
    `${doc.collection} ${doc.id} is sealed for another purpose than "${doc.collection.replace(/s$/, '')}:${doc.id}"`,
  );
}
