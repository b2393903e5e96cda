/**
 * The first decision about what a citizen wrote, before any step sees it: is it danger?
 *
 * 1. An agreed word, code or sign → SOS. 2. Sensed as imminent → SOS. 3. A second message sensed as high in a
 * conversation that is already high adds up → SOS. Everything else is a message. Machine sense may only raise.
 */
import type { Context } from './context.js';
import type { EventOf, RiskLevel, World } from './events.js';
import { type Media, type Reading, readText } from './reading.js';
import type { Protocol } from './protocol.js';
import type { Senses } from './sense/sense.js';
import { sosWord } from './sense/signals.js';
import type { Language, Sensed } from './sense/types.js';

export interface Heard {
  text: string;
  media: Media | null;
  /** She pressed the button that means danger. */
  sosButton?: boolean;
}

const IMMINENT: RiskLevel = 4;
const HIGH: RiskLevel = 3;

export function hear(protocol: Protocol, senses: Senses, context: Context | null, heard: Heard, world: World): (EventOf<'MSG'> | EventOf<'SOS'>) & { read: Reading } {
  const sensed = senses.read(heard.text, { violence: true, asked: wasAskedForSafety(protocol, context), inEmergency: context?.marks.emergency ?? false, ...(context ? { locale: LANGUAGE[context.locale] ?? 'es-CL' } : {}) });
  const read = readText(heard.text, heard.media, sensed, protocol.readings, { ms: world.now, zone: protocol.zone });
  if (heard.sosButton) return { type: 'SOS', why: 'button', read, world };
  if (sosWord(heard.text, protocol.sos.words)) return { type: 'SOS', why: 'word', read, world };
  if (read.risk >= IMMINENT) return { type: 'SOS', why: strong(sensed) ? 'signal' : 'sensed', read, world };
  if (context && context.risk >= HIGH && read.risk >= HIGH && !context.marks.doubt) return { type: 'SOS', why: 'sensed', read, world };
  return { type: 'MSG', read, world };
}

/** The question on her screen is whether it is safe to write, or whether there is danger: "no" may be its answer. */
function wasAskedForSafety({ steps }: Protocol, context: Context | null): boolean {
  if (!context) return false;
  const asks = context.step === null ? undefined : steps[context.step]?.marks;
  return context.marks.asking || (context.owner.kind === 'bot' && Array.isArray(asks) && asks.includes('safety_check'));
}

const strong = (sensed: Sensed): boolean => sensed.signals.some(s => s.level === 'S');

/** Languages of sense by locale of texts. */
export const LANGUAGE: Record<string, Language> = { es: 'es-CL', en: 'en', pt: 'pt', ht: 'ht' };
export const LOCALE: Record<Language, string> = { 'es-CL': 'es', en: 'en', pt: 'pt', ht: 'ht' };
