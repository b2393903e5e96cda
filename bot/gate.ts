/**
 * What is heard of a message at the gate, before anything is stored of it: whether it calls for help. It stands before the
 * limits of the channels, and tells whether people are called for a message that comes while the store is away.
 *
 * No model is asked, for it must cost little.
 */
import { alarmOf, sosWord } from '../flows/sense/sos.js';
import type { Running } from './conversations.js';

export interface Gate {
  /** A word or code of alarm that opens the emergency by itself. */
  isSos(text: string, protocol?: string): boolean;
  /**
   * An SOS, or signs of danger that the lexicon knows: the whole text is read for them. What would only be asked about
   * ("me pueden ayudar, tengo miedo") counts: to hear one too many costs a message taken, or a call to somebody on duty.
   */
  isDanger(text: string, protocol?: string): boolean;
}

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
    isSos,
    isDanger: (text, protocol) =>
      isSos(text, protocol) ||
      someOf(protocol, ({ protocol: { sos }, senses }) => alarmOf(text, sos) !== null || senses.isDanger(text)),
  };
}
