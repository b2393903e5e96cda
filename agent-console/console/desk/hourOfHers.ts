/** The hour that can be moved or cancelled: one that is hers, and not only kept for a moment. */
import type { Facts, QueueRow } from '../../../bot/console/contract.js';
import type { Hour } from '../shell/ui.js';

export function hourOfHers(
  { conversation, name }: Pick<QueueRow, 'conversation' | 'name'>,
  { appointment }: Pick<Facts, 'appointment'>,
): Hour | null {
  if (appointment === null || appointment.startsAt === null || appointment.state === 'held') return null;
  return { conversation, name, startsAt: appointment.startsAt };
}
