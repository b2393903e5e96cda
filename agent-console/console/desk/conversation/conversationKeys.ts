/** Keys of an open conversation, each with what it does: the verbs have them, and the help shows them before one is open. */
import type { Key } from '../../words/words.js';

export const conversationKeys = {
  take: { key: 'T', title: 'verb.take' },
  decline: { key: 'Shift T', title: 'verb.decline' },
  reply: { key: 'R', title: 'verb.reply' },
  note: { key: 'N', title: 'verb.note' },
  robot: { key: 'B', title: 'verb.robot_on' },
  transfer: { key: 'A', title: 'verb.transfer' },
  close: { key: 'E', title: 'verb.close_contact' },
  emergency: { key: 'Shift E', title: 'verb.start_protocol' },
  support: { key: 'Shift F8', title: 'support.act' },
  'risk.confirm': { key: 'P', title: 'verb.risk_confirm' },
  guideline: { key: 'G', title: 'verb.guideline' },
  facts: { key: 'I', title: 'verb.facts' },
  link: { key: 'L', title: 'verb.message_link' },
} as const satisfies Record<string, { key: string; title: Key }>;
