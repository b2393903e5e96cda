/** A question of the guideline, for people. */
import type { Protocol } from '../../flows/protocol.js';
import { questionOnly } from '../../flows/talk/say.js';
import type { Locale } from '../console/contract.js';

/** The question as a person reads it aloud, without how to answer it. */
export function questionOf(protocol: Protocol, id: string, locale: Locale): string {
  const from = protocol.texts[locale]?.[`guideline.${id}`] === undefined ? protocol.locales[0]! : locale;
  return questionOnly(protocol, protocol.texts[from]?.[`guideline.${id}`] ?? id, from);
}
