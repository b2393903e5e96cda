/**
 * Erasure: a person's right that nothing about her can be read any more (Law 19.628 as changed by Law 21.719, art. 7).
 *
 * Her key is destroyed, so that whatever was sealed with it is noise: turns, snapshots, messages on their way, records,
 * attachments. What remains are facts without a person: that there was a turn, its type, its figures. A certificate
 * says what was done. Every step may be done again, so an erasure that a crash cut short is finished at the next start.
 *
 * The database that a restore put aside has her key too, and loses it with the first erasure that follows (aside.ts).
 * A backup made before still has her wrapped key. Restoring one must be followed by `replayErasures` with the log that is
 * kept beside the database; what an old backup holds is beyond reach for good once the master key that wrapped it was
 * rotated out (`setOldMasterKeysAside`, and the file that this leaves deleted).
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Clock } from '../clock.js';
import type { Doc, Head, Store } from '../store/store.js';
import { RevisionConflict } from '../store/store.js';
import { retirePseudonym } from './pseudonyms.js';
import type { Vault } from './vault.js';

export interface Certificate {
  contact: string;
  /** When it was decided. */
  at: number;
  /** User or `citizen`. */
  by: string;
  reason: string;
  /** Names the key that was destroyed: the first bytes of its SHA-256. */
  keyFingerprint: string;
  what: { conversations: number; turns: number; effectsWithheld: number; attachments: number; documents: number };
}

/** Where certificates are kept besides the database, so that they outlive the restore of an older one. */
export interface ErasureLog {
  append(certificate: Certificate): void;
  read(): Certificate[];
  /** Erases everybody of the log from what else lies beside the store with their keys in it. May be called again. */
  alsoElsewhere?(): Promise<void>;
}

interface Parts {
  store: Store;
  vault: Pick<Vault, 'keyOf' | 'destroy'>;
  clock: Clock;
  log: ErasureLog;
  /** Told when her key is gone, so that nothing of her is kept in memory. */
  forget(contact: string, conversations: readonly string[]): void;
}

const ERASURES = 'erasures';

/**
 * Erases a contact. Called again, it finishes what is left and gives the same certificate.
 *
 * Throws Error for a contact that never was.
 */
export async function eraseContact(parts: Parts, contact: string, by: string, reason: string): Promise<Certificate> {
  const { store, vault, clock } = parts;
  const begun = await store.getDoc(ERASURES, contact);
  if (begun) return finish(parts, begun);
  const key = await vault.keyOf(contact);
  if (!key) throw new Error(`contact ${contact} does not exist`);
  const heads = await store.heads({ contact });
  const docs = await store.docsOf(contact);
  const attachments = docs.filter(doc => doc.collection === 'attachments').length;
  const certificate: Certificate = {
    contact,
    at: clock.now(),
    by,
    reason,
    keyFingerprint: key.fingerprint,
    what: {
      conversations: heads.length,
      turns: heads.reduce((sum, head) => sum + head.turn, 0),
      effectsWithheld: 0,
      attachments,
      documents: docs.filter(doc => doc.sealed && doc.collection !== 'keys').length - attachments,
    },
  };
  return begin(parts, certificate);
}

/**
 * Finishes erasures that a crash cut short, at start and beside whoever may be at one: who was half erased is refused
 * until it is done. Returns how many.
 *
 * @param begunBefore ms UTC; what began later is somebody's work at this moment
 */
export async function resumeErasures(parts: Parts, begunBefore = Number.POSITIVE_INFINITY): Promise<number> {
  const open = await parts.store.findDocs(ERASURES, { where: { done: false } });
  const cut = open.filter(doc => Number(doc.fields.at) < begunBefore);
  for (const doc of cut) await finish(parts, doc);
  return cut.length;
}

/** Erases again everybody who was erased before a backup was restored. Returns how many came back with it. */
export async function replayErasures(
  parts: Parts,
  certificates: readonly Certificate[] = parts.log.read(),
): Promise<number> {
  let back = 0;
  for (const certificate of certificates) {
    const key = await parts.vault.keyOf(certificate.contact);
    if (!key || key.erased) continue;
    await begin(parts, certificate, { logged: true });
    back++;
  }
  return back;
}

/** One certificate a line, synced, readable by its owner alone. */
export function erasureLogIn(file: string): ErasureLog {
  return {
    append(certificate) {
      const handle = openSync(file, 'a', 0o600);
      try {
        writeSync(handle, `${JSON.stringify(certificate)}\n`);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
    },
    read() {
      if (!existsSync(file)) return [];
      const lines = readFileSync(file, 'utf8').split('\n');
      // The last line may be one that a power cut broke; its erasure was not begun.
      return lines.flatMap(line => parsed(line));
    },
  };
}

/** What is decided is written down first, in both places; then it is done. */
async function begin(parts: Parts, certificate: Certificate, { logged = false } = {}): Promise<Certificate> {
  const { store, log } = parts;
  const { contact, at } = certificate;
  if (!logged) log.append(certificate);
  const made = { collection: ERASURES, id: contact, fields: { at, done: false }, data: certificate };
  try {
    await store.putDoc(made, 0);
  } catch (error) {
    // Somebody else began it, or it is done and a restore brought her key back.
    if (!(error instanceof RevisionConflict)) throw error;
  }
  return finish(parts, (await store.getDoc(ERASURES, contact))!);
}

async function finish({ store, vault, clock, log, forget }: Parts, erasure: Doc): Promise<Certificate> {
  const certificate = erasure.data as Certificate;
  const { contact } = certificate;
  await log.alsoElsewhere?.();
  const key = await vault.keyOf(contact);
  if (erasure.fields.done === true && (!key || key.erased)) return certificate;

  await vault.destroy(contact, certificate.at);
  const heads = await store.heads({ contact });
  forget(
    contact,
    heads.map(head => head.conversation),
  );
  for (const head of heads) await close(store, head);
  const effectsWithheld = certificate.what.effectsWithheld + (await store.withholdEffects(contact, 'erased'));
  for (const doc of await store.docsOf(contact)) await empty(store, doc);
  for (const doc of await store.findDocs('threads', { where: { contact } })) await store.deleteDoc('threads', doc.id);
  await store.scrub();

  const done: Certificate = { ...certificate, what: { ...certificate.what, effectsWithheld } };
  const fields = { at: certificate.at, done: true, doneAt: clock.now() };
  try {
    await store.putDoc({ collection: ERASURES, id: contact, fields, data: done }, erasure.version);
  } catch (error) {
    // Another process finished it as well.
    if (!(error instanceof RevisionConflict)) throw error;
  }
  return done;
}

/** Nobody waits for her any more, and nothing falls due. */
async function close(store: Store, head: Head): Promise<void> {
  for (const timer of await store.timers(head.conversation)) await store.dropTimer(timer);
  if (head.open) await store.putHead({ ...head, open: false });
}

/** A document that leads to her goes; one that counts for figures stays, without what was sealed. */
async function empty(store: Store, doc: Doc): Promise<void> {
  const { collection, id, fields, data, contact } = doc;
  if (collection === 'attachments') await store.deleteBlob(id);
  if (LEADING.includes(collection)) await store.deleteDoc(collection, id);
  else if (collection === 'pseudonyms') await retirePseudonym(store, (data as { name: string }).name);
  else if (doc.sealed && collection !== 'keys')
    await withoutSealed(store, { collection, id, fields, data, contact }, doc.version);
}

/** Written at the same moment by somebody else, it is emptied as it is then. */
async function withoutSealed(store: Store, doc: Omit<Doc, 'version'>, version: number): Promise<void> {
  try {
    await store.putDoc(doc, version);
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
    const now = await store.getDoc(doc.collection, doc.id);
    if (now) await empty(store, now);
  }
}

/** From an address to her, to her conversations, or to what she sent. */
const LEADING: readonly string[] = ['addresses', 'threads', 'attachments'];

function parsed(line: string): Certificate[] {
  try {
    return line ? [JSON.parse(line) as Certificate] : [];
  } catch {
    return [];
  }
}
