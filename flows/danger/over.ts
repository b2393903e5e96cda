/** What she tells as over, or as a joke: it opens nothing by itself where she can be asked, and she is asked whether there is danger now. */
import type { Context } from '../context.js';
import { saidOf } from '../lists.js';
import type { Protocol } from '../protocol.js';
import type { Reading } from '../reading.js';
import { isLaughter, tellsNow, tellsOver } from '../sense/sos.js';
import { standsIn } from '../shelf.js';
import { normalise } from '../text/normalise.js';
import { words } from '../text/plain.js';

const LONG_AGO = 'long-ago';
const CALM_NOW = 'calm-now';

/**
 * "Hace 10 años me acuchilló mi ex, hoy vivo tranquila": years or months ago, and all that she tells of now is calm. What is
 * of now beside it ("está afuera") leaves nothing over.
 */
export function isLongAgo(text: string, { readings }: Pick<Protocol, 'readings'>): boolean {
  if (!saidOf(text).reads(readings, LONG_AGO)) return false;
  const message = normalise(text);
  const calm = standsIn(message.sounds, readings[CALM_NOW] ?? { words: [] });
  return !tellsNow(message, at => calm.some(([from, to]) => at >= from && at < to));
}

/** "Hace 3 meses me apuntó con la pistola", or "sale el viernes y me va a matar": nothing of now. */
export const tellsOfBefore = (read: Reading, protocol: Protocol): boolean =>
  tellsOver(read.text, protocol.sos.past) ||
  ['was-before', 'not-yet-free'].some(name => read.reads(name)) ||
  isLongAgo(read.text, protocol);

/** "Me amenazó ayer", after she said that there is no danger: told, and no second sign of danger now. It is asked about. */
export function isPastAfterNo(read: Reading, context: Context | null, { sos }: Protocol): boolean {
  if (!context || context.owner.kind === 'executive' || read.sensed.signals.some(s => s.level === 'S')) return false;
  const { danger, emergency, quiet, doubt, blocked } = context.marks;
  return danger === 'no' && !emergency && !quiet && !doubt && !blocked && tellsOver(read.text, sos.past);
}

/** Danger in plain words, whatever the models guess. */
export const TELLS_DANGER = ['grave', 'beside', 'he-comes-now', 'weapon', 'medical', 'neck', 'pills'];

/** "Jajaja, mi hermano me quiere matar porque le rompí la play": she laughs, and tells why. It is asked about. */
export const isJest = (read: Reading): boolean =>
  read.reads('jest') &&
  !TELLS_DANGER.some(name => name !== 'grave' && name !== 'medical' && read.reads(name)) &&
  words(read.text).some(isLaughter);
