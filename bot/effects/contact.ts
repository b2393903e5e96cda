/** What belongs to the person and not to the conversation: labels, a block and its end, when it is safe to write. */
import type { Handler } from '../outbox.js';
import { contextOf } from '../../flows/turn.js';
import type { Doers } from './effects.js';

export interface ContactChanges {
  label(contact: string, label: string, on: boolean): Promise<void>;
  block(contact: string, reason: 'aggressor' | 'prank', by: string, now: number): Promise<void>;
  unblock(contact: string): Promise<void>;
  /** Merged into the sealed profile. */
  profile(contact: string, change: Record<string, unknown>): Promise<void>;
}

export const contact =
  ({ contacts }: Doers): Handler =>
  async ({ params, thread, live, now }) => {
    const by = String(params.by ?? '');
    if (params.blocked === 'aggressor' || params.blocked === 'prank')
      await contacts.block(thread.contact, params.blocked, by, now);
    if (params.unblocked) await contacts.unblock(thread.contact);
    if (params.label === 'priority') await contacts.label(thread.contact, 'priority', Boolean(params.priority));
    if (params.profile === 'hours') await contacts.profile(thread.contact, { safeHours: params.hours });
    if (params.profile === 'safe') await contacts.profile(thread.contact, params.change as Record<string, unknown>);
    if (params.profile === 'no-call') await contacts.profile(thread.contact, { noCall: true });
    if (params.profile === 'check-word')
      await contacts.profile(thread.contact, { checkWord: contextOf(live.snapshot).kept.check_word });
    return { result: 'done' };
  };
