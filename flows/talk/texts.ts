/** A text by its key, in a language that has it. */
import type { Protocol } from '../protocol.js';

export interface FoundText {
  key: string;
  text: string;
  locale: string;
}

export function textIn({ texts }: Pick<Protocol, 'texts'>, key: string, locale: string): FoundText | null {
  const text = texts[locale]?.[key];
  return text === undefined ? null : { key, text, locale };
}

/** In her language, or in the service's first one: half a sentence in the wrong language is better than none. */
export const textOf = (protocol: Pick<Protocol, 'texts' | 'locales'>, key: string, locale: string): FoundText | null =>
  textIn(protocol, key, locale) ?? textIn(protocol, key, protocol.locales[0]!);
