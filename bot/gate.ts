/**
 * What is heard of a message at the gate, before anything is stored of it: whether it calls for help. It stands before the
 * limits of the channels, and tells whether people are called for a message that comes while the store is away.
 *
 * Words and lexicon cost little and are asked first; the models are asked of what those let go, up to a length.
 */
import type { World } from '../flows/events.js';
import { hear } from '../flows/hear.js';
import { alarmOf, sosWord } from '../flows/sense/sos.js';
import { HIGH } from '../flows/sense/types.js';
import type { Running } from './conversations.js';

export interface Gate {
  /** A word or code of alarm that opens the emergency by itself. */
  isSos(text: string, protocol?: string): boolean;
  /**
   * An SOS, or signs of danger that the lexicon knows: the whole text is read for them. What would only be asked about
   * ("me pueden ayudar, tengo miedo") counts: to hear one too many costs a message taken, or a call to somebody on duty.
   */
  isDanger(text: string, protocol?: string): boolean;
  /**
   * What the service would make of it, models too, with nothing known of her: an SOS, or high. A text of more than
   * `SENSED_MOST` characters is not read: the models take time with its length.
   */
  isSensed(text: string, protocol?: string): boolean;
}

/** Some two milliseconds of reading. Who cries for help writes less; a longer text is heard by words and lexicon. */
export const SENSED_MOST = 1_500;

/** Nobody's day: what is asked is what the words say. */
const ANY_TIME: World = { now: 0, open: true, staffed: true, onCall: false };

/** Of the protocol that is named, or of any where none is, or one that is not here. */
export function gateOf(published: { ids(): readonly string[]; current(id: string): Running }): Gate {
  const someOf = (protocol: string | undefined, says: (running: Running) => boolean): boolean => {
    const ids = published.ids();
    return (protocol !== undefined && ids.includes(protocol) ? [protocol] : ids).some(id =>
      says(published.current(id)),
    );
  };
  const isSos: Gate['isSos'] = (text, protocol) =>
    someOf(protocol, ({ protocol: { sos } }) => sosWord(text, sos.words));
  return {
    isSensed: (text, protocol) =>
      text.length <= SENSED_MOST &&
      someOf(protocol, ({ protocol: its, senses }) => {
        const { type, read } = hear(its, senses, null, { text, media: null }, ANY_TIME);
        return type === 'SOS' || read.risk >= HIGH;
      }),
    isSos,
    isDanger: (text, protocol) =>
      isSos(text, protocol) ||
      someOf(protocol, ({ protocol: { sos }, senses }) => alarmOf(text, sos) !== null || senses.isDanger(text)),
  };
}
