/**
 * The archive: conversations and records of any age, found by pseudonym, label, folio and dates, none of which is sealed.
 * What a record holds of her words is opened one at a time, with a reason where her conversation needs one.
 */
import type { Call, Context } from '../../flows/context.js';
import type { Protocol } from '../../flows/protocol.js';
import { RISKS } from '../../flows/sense/types.js';
import type {
  FindRequest,
  Found,
  FoundConversation,
  FoundRecord,
  Locale,
  QueueRow,
  RecordFile,
  RecordFileRequest,
  RecordRequest,
  RecordView,
  Refusal,
  RiskLevel,
} from '../console/contract.js';
import { isDrill } from '../console/contract.js';
import type { Users } from '../people/users.js';
import { contactNamed } from '../privacy/pseudonyms.js';
import { Erased } from '../privacy/sealer.js';
import type { Doc, DocQuery, Head, Store } from '../store/store.js';
import { draftEmergency, emergencyIn } from '../records/draft.js';
import type { DeskParts } from './desk.js';
import type { Actor } from './acts.js';
import { guidelineOf } from './facts.js';
import { paperOf } from './paper.js';
import { recordedPlace, recordedWords } from './placesShown.js';
import type { Reads } from './reads.js';
import { erased, refusal, type Screen } from './screen.js';
import { sayIn } from './words.js';

export interface ArchiveParts {
  service: DeskParts['service'];
  users: Pick<Users, 'get'>;
  reads: Reads;
  row(conversation: string): Promise<QueueRow | null>;
}

/** Shown at once. */
const SHOWN_MOST = 100;
/** Looked through for a part of a name or a label. */
const SCANNED_MOST = 5_000;
/** Surveys are figures, and nobody looks for one. */
const HIDDEN: ReadonlySet<string> = new Set(['survey']);

/** What stands in clear of a contact. */
interface Known {
  name: string;
  labels: string[];
}

/** What `record` of the effects sealed. */
interface Sealed {
  place?: Context['place'];
  otherPlaces?: Context['otherPlaces'];
  known?: Context['known'];
  calls?: Call[];
  guideline?: Context['guideline'];
  risk?: number;
  riskBy?: string | null;
  referral?: { institution: string | null; outcome: string; by: string };
  discarded?: { reason: string; by: string };
  note?: string;
}

export class Archive {
  readonly #parts: ArchiveParts;
  readonly #store: Store;

  constructor(parts: ArchiveParts) {
    this.#parts = parts;
    this.#store = parts.service.store;
  }

  async find(request: FindRequest): Promise<Found> {
    const { what } = request;
    if (what === 'records') return { ok: true, what, ...(await this.#records(request)) };
    return { ok: true, what, ...(await this.#conversations(request)) };
  }

  /** A record is read as its conversation is: with a reason where that needs one, and written down. */
  async record(request: RecordRequest, screen: Screen): Promise<{ ok: true; record: RecordView } | Refusal> {
    const read = await this.#read(request, screen, '');
    return 'record' in read ? { ok: true, record: read.record } : read;
  }

  /** The same on paper or as data, to be handed to another institution. That it left is written down too. */
  async file(
    { format, ...request }: RecordFileRequest,
    screen: Screen,
  ): Promise<{ ok: true; file: RecordFile } | Refusal> {
    const read = await this.#read(request, screen, sayIn(screen.locale, 'read.file', { format: format.toUpperCase() }));
    if (!('record' in read)) return read;
    const { zone, institution } = this.#protocol(read.row);
    const { locale, actor } = screen;
    const file = await paperOf(read.record, format, {
      locale,
      zone,
      institution: institution[locale] ?? Object.values(institution)[0] ?? '',
      by: actor.name,
      at: this.#parts.service.clock.now(),
    });
    return { ok: true, file };
  }

  /** A file that she sent. `no`: its reader must first open the conversation, and say why. Null where there is none. */
  async sent(
    id: string,
    reader: Pick<Actor, 'id' | 'name'>,
  ): Promise<{ type: string; bytes: Uint8Array } | 'no' | null> {
    const { service, reads, row: rowOf } = this.#parts;
    try {
      const doc = await service.store.getDoc('attachments', id);
      const conversation = String(doc?.fields.conversation);
      const row = doc?.contact === undefined ? null : await rowOf(conversation);
      if (!row || doc?.contact === undefined) return null;
      const actor = { ...reader, roles: [] };
      if (reads.needsReason(row, actor) && !reads.isReading(conversation, reader.id)) return 'no';
      const kept = await service.attachments.get(id);
      if (!kept) return null;
      await reads.record({ conversation, contact: doc.contact, reason: `${kept.attachment.type} ${id}` }, actor);
      return { type: kept.attachment.type, bytes: kept.bytes };
    } catch (error) {
      if (error instanceof Erased) return null;
      throw error;
    }
  }

  /** @param how - Said in the record of who read, after the reason. */
  async #read(
    { id, reason = '' }: RecordRequest,
    screen: Screen,
    how: string,
  ): Promise<{ record: RecordView; row: QueueRow } | Refusal> {
    const { service, reads, row: rowOf } = this.#parts;
    const gone = refusal(screen.locale, 'not-found', 'refused.no-record');
    try {
      // Of one that is open, what is known by now.
      await draftEmergency(service, id);
      const doc = await this.#store.getDoc('records', id);
      if (doc && !doc.sealed) return erased;
      const conversation = String(doc?.fields.conversation);
      const row = doc ? await rowOf(conversation) : null;
      const contact = doc?.contact;
      if (!doc || !row || contact === undefined) return gone;
      const why = reason.trim();
      if (why === '' && reads.needsReason(row, screen.actor))
        return refusal(screen.locale, 'reason-needed', 'refused.read-reason');
      const record = await this.#opened(doc, row, screen.locale);
      await reads.record({ conversation, contact, reason: [why, how].filter(Boolean).join(' · ') }, screen.actor);
      return { record, row };
    } catch (error) {
      if (error instanceof Erased) return erased;
      throw error;
    }
  }

  /** All of a record. Throws Erased. */
  async #opened(doc: Doc, row: QueueRow, locale: Locale): Promise<RecordView> {
    const sealed = await this.#sealed(doc);
    const { known = [], calls = [], risk = 0, riskBy = null, referral, discarded, note = null } = sealed;
    const { version, reviewed, answers } = guidelineOf(
      this.#protocol(row),
      { guideline: sealed.guideline ?? {} },
      locale,
    );
    const author = (referral ?? discarded)?.by;
    const by = author === undefined ? null : ((await this.#parts.users.get(author))?.name ?? null);
    return {
      ...foundOf(doc, { name: row.name, labels: [] }, sealed),
      risk: RISKS[risk] ?? 'none',
      riskBy,
      place: recordedPlace(locale, sealed),
      outcome: referral?.outcome ?? discarded?.reason ?? null,
      by,
      note,
      guideline: {
        version,
        reviewed,
        answers: answers.flatMap(({ text, value, by: who, recency, note: beside, others }) =>
          value === 'not_asked'
            ? []
            : [
                {
                  text,
                  value,
                  by: who,
                  ...(recency ? { recency } : {}),
                  ...(beside ? { note: beside } : {}),
                  ...(others.length > 0 ? { others } : {}),
                },
              ],
        ),
      },
      known: recordedWords(locale, known),
      ledger: calls.map(({ institution, outcome, changedAt, answeredBy, reference, unit, eta, note: said }) => ({
        institution: institution.name,
        number: institution.number,
        outcome,
        at: changedAt,
        ...(answeredBy ? { by: answeredBy } : {}),
        ...(reference ? { reference } : {}),
        ...(unit ? { unit } : {}),
        ...(eta ? { eta } : {}),
        ...(said ? { note: said } : {}),
      })),
    };
  }

  async #records({ text, from, to, drills }: FindRequest): Promise<{ found: FoundRecord[]; more: boolean }> {
    const wanted = folded(text);
    const contact = wanted === '' ? null : await contactNamed(this.#store, text);
    const docs = await this.#store.findDocs('records', {
      where: { drill: drills ?? null, ...(contact === null ? {} : { contact }) },
      range: rangeOf('at', from, to),
      orderBy: { field: 'at', descending: true },
      limit: wanted === '' ? SHOWN_MOST + HIDDEN_ROOM : SCANNED_MOST,
    });
    const shown = docs.filter(doc => !HIDDEN.has(String(doc.fields.type)));
    const { found, more } = await this.#matching(
      shown,
      doc => String(doc.fields.contact),
      (doc, known) => contact !== null || [doc.fields.folio, ...wordsOf(known)].some(word => has(word, wanted)),
    );
    return { found: await Promise.all(found.map(([doc, known]) => this.#found(doc, known))), more };
  }

  async #conversations({
    text,
    from = 0,
    to = Infinity,
    drills,
  }: FindRequest): Promise<{ found: FoundConversation[]; more: boolean }> {
    const wanted = folded(text);
    const named = wanted === '' ? null : await contactNamed(this.#store, text);
    const folio =
      wanted === '' ? [] : await this.#store.findDocs('records', { where: { folio: text.trim().toUpperCase() } });
    const of = new Set(folio.map(doc => String(doc.fields.conversation)));
    const heads = await this.#store.heads({
      updatedFrom: from,
      ...(named === null ? {} : { contact: named }),
      limit: SCANNED_MOST,
    });
    const { found, more } = await this.#matching(
      heads.filter(head => head.createdAt < to && isDrill(head) === (drills ?? false)),
      head => head.contact,
      (head, known) => named !== null || of.has(head.conversation) || wordsOf(known).some(word => has(word, wanted)),
    );
    return { found: found.map(([head, known]) => talkOf(head, known)), more };
  }

  /** The first that match, each with who she is. */
  async #matching<T>(
    all: readonly T[],
    contactOf: (one: T) => string,
    matches: (one: T, known: Known) => boolean,
  ): Promise<{ found: [T, Known][]; more: boolean }> {
    const people = new Map<string, Known>();
    const found: [T, Known][] = [];
    for (const one of all) {
      const contact = contactOf(one);
      const known = people.get(contact) ?? (await this.#known(contact));
      people.set(contact, known);
      if (!matches(one, known)) continue;
      if (found.length === SHOWN_MOST) return { found, more: true };
      found.push([one, known]);
    }
    return { found, more: false };
  }

  async #known(contact: string): Promise<Known> {
    const doc = await this.#store.getDoc('contacts', contact);
    const { pseudonym = ERASED, labels = [] } = (doc?.data ?? {}) as { pseudonym?: string; labels?: string[] };
    return doc?.sealed ? { name: pseudonym, labels: [...labels] } : { name: ERASED, labels: [] };
  }

  /** The institutions and how they answered: nothing that she wrote. */
  async #found(doc: Doc, known: Known): Promise<FoundRecord> {
    try {
      return foundOf(doc, known, await this.#sealed(doc));
    } catch (error) {
      if (error instanceof Erased) return foundOf(doc, known, {});
      throw error;
    }
  }

  #protocol({ protocol }: QueueRow): Protocol {
    return this.#parts.service.protocols.current(protocol).protocol;
  }

  async #sealed({ id, sealed, contact }: Doc): Promise<Sealed> {
    if (!sealed || contact === undefined) throw new Erased(contact ?? id);
    const sealer = await this.#parts.service.vault.sealer(contact);
    return JSON.parse(Buffer.from(sealer.open(sealed, `record:${id}`)).toString()) as Sealed;
  }
}

/** No name is left of who was erased. */
const ERASED = '—';
/** Records of types that are not shown stand among those that are. */
const HIDDEN_ROOM = 400;

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
const has = (word: unknown, wanted: string): boolean => folded(String(word)).includes(wanted);
const wordsOf = ({ name, labels }: Known): string[] => [name, ...labels];

const rangeOf = (field: string, from = 0, to = Number.MAX_SAFE_INTEGER): NonNullable<DocQuery['range']> => ({
  field,
  from,
  to: to - 1,
});

const foundOf = ({ id, fields }: Doc, { name }: Known, { calls = [], discarded }: Sealed): FoundRecord => ({
  id,
  folio: String(fields.folio),
  type: String(fields.type),
  conversation: String(fields.conversation),
  name,
  at: Number(fields.at),
  openedAt: emergencyIn(id)?.since ?? null,
  changedAt: typeof fields.changedAt === 'number' ? fields.changedAt : null,
  draft: fields.draft === true,
  drill: fields.drill === true,
  ...(discarded ? { discarded: true } : {}),
  ...(name === ERASED ? { erased: true } : {}),
  calls: calls.map(({ institution, outcome }) => ({ institution: institution.name, outcome })),
});

function talkOf(head: Head, { name, labels }: Known): FoundConversation {
  const { conversation, channel, risk, owner, desk, emergency, createdAt, updatedAt } = head;
  return {
    conversation,
    name,
    labels,
    channel,
    risk: (RISKS[risk] ?? 'none') as RiskLevel,
    owner: owner === 'bot' || owner === 'queue' || owner === 'rest' ? owner : 'executive',
    ownerName: typeof desk.ownerName === 'string' ? desk.ownerName : '',
    emergency: emergency !== 'idle',
    createdAt,
    updatedAt,
    ...(name === ERASED ? { erased: true } : {}),
  };
}
