/** The words agreed with her, shown to who has her, when she asks for them: never on a screen by itself, and recorded as a reading. */
import { CHECK_WORD } from '../../flows/sight/safeContact.js';
import { contextOf } from '../../flows/turn.js';
import type { AgreedWords, QueueRow, Refusal } from '../console/contract.js';
import type { DeskParts } from './desk.js';
import type { Reads } from './reads.js';
import { refusal, type Screen } from './screen.js';
import { sayIn } from './words.js';

interface Parts {
  service: Pick<DeskParts['service'], 'contacts' | 'conversations' | 'store'>;
  reads: Pick<Reads, 'record'>;
  row(conversation: string): Promise<QueueRow | null>;
}

export const agreedWords =
  ({ service: { contacts, conversations, store }, reads, row }: Parts) =>
  async (conversation: string, { actor, locale }: Screen): Promise<({ ok: true } & AgreedWords) | Refusal> => {
    const [seen, head, live] = await Promise.all([
      row(conversation),
      store.head(conversation),
      conversations.state(conversation),
    ]);
    if (!seen || !head || !live) return refusal(locale, 'not-found', 'refused.not-found');
    const { owner } = seen;
    if (owner.kind === 'executive' && owner.id !== actor.id)
      return refusal(locale, 'owned', 'refused.owned', { name: owner.name ?? '' }, { owner });
    if (owner.kind !== 'executive') return refusal(locale, 'invalid', 'refused.take-first');
    await reads.record({ conversation, contact: head.contact, reason: sayIn(locale, 'read.words') }, actor);
    const profile = (await contacts.get(head.contact))?.profile ?? {};
    const { kept, coverWords } = contextOf(live.snapshot);
    const check = kept[CHECK_WORD] ?? profile.checkWord;
    return {
      ok: true,
      checkWord: typeof check === 'string' ? check : '',
      coverWords: [...(coverWords ?? ((profile.coverWords ?? []) as readonly string[]))],
    };
  };
