/**
 * When we write under cover: as to a shop that she orders from, or after a word that she agreed on with a person. Whoever
 * reads along sees nothing of danger on her screen; the people are told as of any other call for help.
 */
import type { Context, Marks } from '../context.js';
import type { FlowEvent } from '../events.js';
import { isUnseen } from '../danger/herWords.js';
import type { Protocol } from '../protocol.js';
import type { Reading } from '../reading.js';
import { HIGH } from '../sense/types.js';
import { words } from '../text/plain.js';

/** In the middle of a talk: an order as to a shop is short, and a long text about one is a story. */
const ORDER_WORDS_MOST = 16;

/** From this text on. What tells of danger in plain words hides nothing, and is answered in plain words. */
export function isCovert({ greeted, blocked }: Marks, event: FlowEvent, read: Reading, protocol: Protocol): boolean {
  if (isUnseen(event, read)) return true;
  if (!inDisguise(read, protocol)) return false;
  return !greeted || blocked || words(read.text).length <= ORDER_WORDS_MOST;
}

/** She writes as to a shop: with words of the lexicon, or with an order that tells of nothing else. */
function inDisguise(read: Reading, { danger }: Protocol): boolean {
  const cover = danger.find(({ kind }) => kind === 'cover');
  if (!cover || read.reads('points-out')) return false;
  const told = read.risk >= HIGH && read.sensed.signals.some(s => cover.signals.includes(s.group));
  return told || (cover.reads.some(name => read.reads(name)) && !read.reads('grave'));
}

/** What opened the emergency, or that she called with her own word since. */
export function openedBy({ marks }: Context, event: FlowEvent): Pick<Context, 'opened'> {
  if (event.type !== 'SOS') return {};
  return event.why === 'agreed' || !marks.emergency ? { opened: event.why } : {};
}
