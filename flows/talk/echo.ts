/**
 * The same text twice in a row reads like a machine that does not listen. The conversation remembers the texts of the last
 * turn in which the robot spoke, by their marks; where a turn would say one of them word for word, with nothing of a person
 * between, it is said otherwise: by the protocol's `<key>.again`; a question without one is asked behind a few words; a notice is
 * left out, and where nothing else is said, a nod shows her that she is read.
 *
 * What is said in full each time: the first reply to a call for help and whom to call where a life hangs on it (`whole`), what
 * author *safety* says while a person has her, what came of a call (each is news), lines that reveal nothing and must not
 * differ (`neutral`, `anyway`), a sheet that she asks for again, and whatever she asked to have repeated.
 */
import type { Say } from '../actions.js';
import type { Context } from '../context.js';
import type { FlowEvent } from '../events.js';
import { readingOf } from '../guards.js';
import type { Protocol } from '../protocol.js';
import type { Spoken } from './say.js';
import { type FoundText, textIn } from './texts.js';

/** Put before a question that has no other words. */
const ASKED = 'again.question';
/** In turns: that it arrived. */
const NODS = ['again.nod', 'again.nod-2'];
/** Texts of a protocol that the same text in a row is answered with; without them it is said as it is. */
export const AGAIN_TEXTS = [ASKED, ...NODS];

/** She asks for the very same. */
const REPEAT = 'repeat';

/** The key of the other words for a text. */
export const inOtherWords = (key: string): string => `${key}.again`;

type Shown = Pick<Spoken, 'text' | 'choices'>;

/** What tells one text on her screen from another, and nothing of what it says: FNV-1a, 32 bits. */
export function markOf({ text, choices = [] }: Shown): string {
  let hash = 0x811c9dc5;
  for (const unit of [text, ...choices.map(({ label }) => label)].join('\u0000'))
    hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Whether it stands last on her screen, and is not one of those that are said in full each time. */
export function echoes(shown: Shown, action: Say, { said = [] }: Context, event: FlowEvent): boolean {
  if (said.length === 0 || !said.includes(markOf(shown))) return false;
  const { whole, neutral, anyway, author, by } = action;
  return !(whole || neutral || anyway || author === 'safety' || by === 'call') && !readingOf(event)?.reads(REPEAT);
}

/** The other words for it, whole or the few that stand before it; null for a notice, which is left out. */
export function otherwise(
  found: FoundText,
  shown: Shown,
  protocol: Protocol,
): { instead: FoundText } | { before: string } | null {
  const { key, locale } = found;
  const instead = textIn(protocol, underCover(key, inOtherWords), locale);
  if (instead) return { instead };
  const before = protocol.texts[locale]?.[underCover(key, () => ASKED)];
  const asks = shown.text.includes('?') || shown.choices !== undefined;
  // A protocol without such words says it again: better twice than not at all.
  return asks || before === undefined ? { before: before ?? '' } : null;
}

/** That it arrived, in words that do not stand last on her screen; to what she wrote, and to nothing else. */
export function nodTo(found: FoundText, context: Context, event: FlowEvent, protocol: Protocol): FoundText | null {
  if (!readingOf(event)) return null;
  const nods = NODS.flatMap(
    nod =>
      textIn(
        protocol,
        underCover(found.key, () => nod),
        found.locale,
      ) ?? [],
  );
  return nods.find(nod => !context.said?.includes(markOf(nod))) ?? null;
}

const COVER = '.cover';
const underCover = (key: string, of: (base: string) => string): string =>
  key.endsWith(COVER) ? `${of(key.slice(0, -COVER.length))}${COVER}` : of(key);

/** What a turn leaves to compare the next one with. A person's words come between, and a turn without words leaves all as it was. */
export function withSaid(context: Context, messages: readonly Spoken[]): Context {
  if (messages.length === 0) return context;
  const { said: _, ...rest } = context;
  return messages.some(({ author }) => author === 'executive') ? rest : { ...rest, said: messages.map(markOf) };
}
