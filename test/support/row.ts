/** A row of the queue for tests: quiet, low, in the queue; each test changes what it is about. */
import type { QueueRow } from '../../bot/console/contract.js';

export function aRow(conversation: string, differs: Partial<QueueRow> = {}): QueueRow {
  return {
    conversation,
    name: `${conversation[0]?.toUpperCase()}${conversation.slice(1)}-08`,
    channel: 'webchat',
    protocol: 'whatsapp-mujer',
    locale: 'es-CL',
    risk: 'low',
    riskBy: null,
    assessed: true,
    emergency: 'idle',
    emergencySince: null,
    recordedAt: null,
    discardedAt: null,
    owner: { kind: 'queue' },
    epoch: 1,
    reason: '',
    to: '',
    priority: false,
    blocked: null,
    quiet: false,
    queuedAt: null,
    deadlineAt: null,
    lastInboundAt: null,
    unread: 0,
    calls: [],
    updatedAt: 0,
    ...differs,
  };
}
