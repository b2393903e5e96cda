/**
 * The telephony port: somebody is telephoned, hears a text, and may press a key. That a call was answered proves nothing,
 * for a voice mailbox answers too: only the key says that a person heard it.
 *
 * An adapter tries once, and says what became of the call as often as its provider does: twice, late, in any order. Whoever
 * is told owns what it means, the next person to call, and what is kept.
 */
import type { Router } from 'express';

/**
 * How far a call came. `answered`: it was lifted, by anybody or anything. `acknowledged`: the key was pressed. `failed`: the
 * provider could not make it.
 */
export type CallState = 'queued' | 'ringing' | 'answered' | 'acknowledged' | 'busy' | 'no-answer' | 'failed';

/** What is said on the telephone. */
export interface Spoken {
  locale: 'es' | 'en';
  text: string;
  /** Waits for a key after the text, and says it once more where none is pressed; otherwise it hangs up. */
  asksKey: boolean;
}

export interface SpokenCall extends Spoken {
  /** Names this call wherever it is told of. Letters that an address may hold; it says nothing to the provider. */
  ref: string;
  /** E.164, such as +56912345678. */
  to: string;
}

/** The provider will not make this call however often it is asked: a number that it does not call, or it does not know us. */
export class CallRefused extends Error {
  override name = 'CallRefused';
}

export interface CallEvents {
  /** `over`: nobody is on the line any more. What is thrown is told to the provider as a failure of ours. */
  changed(ref: string, call: { state: CallState; over: boolean }): Promise<void>;
  /** A key was pressed. Gives what is said then, and never rejects: somebody is on the line. */
  pressed(ref: string, key: string): Promise<Spoken>;
}

export interface Telephony {
  /**
   * Resolves once the provider has it, with the provider's own name of the call. Throws CallRefused; anything else it throws
   * may be worth another try.
   */
  place(call: SpokenCall): Promise<string>;
  /** Ends a call, by the provider's name of it; one that is over is left as it is. Throws what `place` does. */
  hangUp(id: string): Promise<void>;
  /** Whether the provider answers, and knows us. Throws why not. */
  check(): Promise<void>;
  /** Where the provider tells what becomes of calls. */
  router(events: CallEvents): Router;
}

/** A number as providers want it, of an ordinary line. Emergency and other short numbers are not: such providers carry none. */
export const isCallable = (number: string): boolean => /^\+[1-9]\d{7,14}$/.test(number);
