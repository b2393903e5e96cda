/**
 * From "say this" to words: which variant of a text, in which language, with which variables, for which channel.
 * Keeping quiet and writing under cover are decided here, in one place, for every author but a person.
 */
import type { Author, Say } from '../actions.js';
import { adviceFor, askedInstead } from '../emergency/advice.js';
import type { Context } from '../context.js';
import { echoes, nodTo, otherwise } from './echo.js';
import type { FlowEvent } from '../events.js';
import { readingOf, sheetOf } from '../guards.js';
import { dangerOf } from '../place/herPlace.js';
import { offered } from './offers.js';
import { fits, isNumbered, numbered, type Shape } from './shape.js';
import { formatOf } from '../text/format.js';
import { withNotice } from '../text/sheetText.js';
import { fitting } from '../emergency/unfit.js';
import type { Milestone } from '../milestones.js';
import type { Protocol } from '../protocol.js';
import { type FoundText, textIn, textOf } from './texts.js';
import { callOf, holidayAsked, variables } from './variables.js';

/** What a say action returns from the machine: itself, and the conversation as it stood at that point of the turn. */
export interface Sayable {
  action: Say;
  context: Context;
  event: FlowEvent;
}

export const saidBy = (action: Say, context: Context, event: FlowEvent, _protocol: Protocol): Sayable => ({
  action,
  context,
  event,
});

export interface Spoken {
  key: string;
  author: Author;
  name?: string;
  text: string;
  choices?: { id: string; label: string }[];
  sheet?: { id: string; reviewed: boolean };
  locale: string;
  facts: readonly Milestone[];
}

export type { Shape } from './shape.js';

export type Hush = 'quiet' | 'cover' | 'person';

/** It stands last on her screen: left out, and `unsaid` is said in its place where the turn says nothing else (echo.ts). */
export interface Unsaid {
  unsaid: Spoken | null;
  facts: readonly Milestone[];
}

/** Returns what is sent, or why nothing is: `quiet` (she said it is not safe, somebody came, or somebody else may be writing), `cover` (no harmless words for it), `person` (who telephoned chose so). */
export function speak(
  { action, context, event }: Sayable,
  protocol: Protocol,
  shape: Shape,
): Spoken | { hushed: Hush; key: string } | Unsaid {
  const author = action.author ?? 'bot';
  if (action.words) return executiveWords(context, event);
  const { quiet, doubt } = context.marks;
  if (((quiet && !action.anyway) || doubt) && !action.neutral && author !== 'executive')
    return { hushed: 'quiet', key: action.say };
  if (action.by === 'call' && event.type === 'CALL_RESULT' && event.untold)
    return { hushed: 'person', key: action.say };
  const locale = context.locale;
  if (action.sheet) return sheetWords(action.sheet, { action, context, event }, protocol);
  const keys = variants(action, context, event).flatMap(key =>
    shape.uncallable ? [`${key}.no-telephone`, key] : [key],
  );
  const found =
    keys.map(key => textIn(protocol, key, locale)).find(t => t !== null) ??
    keys.map(key => textOf(protocol, key, locale)).find(t => t !== null);
  if (!found || (context.marks.cover && !found.key.endsWith('.cover'))) {
    if (context.marks.cover) return { hushed: 'cover', key: action.say };
    throw new Error(`text ${keys.at(-1)} is in no locale of ${protocol.id}`);
  }
  const once = worded(found, { action, context, event }, protocol, shape);
  if (!echoes(once, action, context, event)) return once;
  const other = otherwise(found, once, protocol);
  if (other && 'instead' in other) return worded(other.instead, { action, context, event }, protocol, shape);
  if (other) return { ...once, text: [other.before, once.text].filter(Boolean).join(' ') };
  const nod = nodTo(found, context, event, protocol);
  const unsaid: Spoken | null = nod && { key: nod.key, author, text: nod.text, locale: nod.locale, facts: [] };
  return { unsaid, facts: once.facts };
}

function worded(found: FoundText, { action, context, event }: Sayable, protocol: Protocol, shape: Shape): Spoken {
  const { locale } = context;
  const choices = action.offers
    ? offers(action.offers, context, protocol)
    : (action.choices ?? yesOrNo(protocol, found))?.map(c => ({
        id: c.id,
        label: fill(textOf(protocol, c.label, locale)?.text ?? c.id, () => ({}), locale),
      }));
  const filled = (it: FoundText): string =>
    fill(fitting(it.text, context, event, protocol), () => variables(context, event, protocol, it.locale), it.locale);
  const text = [adviceIn({ action, context, event }, protocol), found].flatMap(it => (it ? filled(it) : [])).join(' ');
  const isListed = (action.choices ?? action.offers) && choices && isNumbered(choices, shape);
  const shown = isListed ? numbered(text, choices) : text;
  return {
    key: found.key,
    author: action.author ?? 'bot',
    text: shown,
    ...(choices && fits(choices, shape) ? { choices } : {}),
    ...(event.type === 'PROPOSED' ? { sheet: { id: event.proposal.provider, reviewed: false } } : {}),
    locale: found.locale,
    facts: [action.fact ?? []].flat(),
  };
}

/** What she asks beside, answered before what she is asked. */
function adviceIn({ action, context, event }: Sayable, protocol: Protocol): FoundText | null {
  const key = adviceFor(action, context, readingOf(event), event.world);
  const keys = key ? variants({ say: key, by: 'danger' }, context, event) : [];
  return keys.map(it => textOf(protocol, it, context.locale)).find(it => it !== null) ?? null;
}

function executiveWords(context: Context, event: FlowEvent): Spoken {
  const said = event.type === 'SAY' ? event : null;
  return {
    key: 'executive',
    author: 'executive',
    text: said?.text ?? '',
    ...(said ? { name: said.by.name } : {}),
    locale: context.locale,
    facts: [],
  };
}

// ---- which text -----------------------------------------------------------------------------------------------------------

function variants(action: Say, context: Context, event: FlowEvent): string[] {
  const own = action.retry && context.tries > 0 ? action.retry : inTurn(action, context);
  const key = askedInstead(own, context, readingOf(event)) ?? own;
  const kinds =
    action.by === 'danger'
      ? [...(context.opened === 'agreed' ? ['agreed'] : []), ...dangerOf(key, context)]
      : action.by === 'call'
        ? [callOf(context, event)?.institution.kind ?? '']
        : action.by === 'telephone'
          ? [String(context.kept.telephone ?? '')]
          : [];
  const doubted = context.appointment?.doubt ? [`${key}.in-doubt`] : [];
  // Why there is no hour on the day she named.
  const holiday = event.type === 'SLOTS' && holidayAsked(context) !== null ? [`${key}.holiday`] : [];
  const plain = [...holiday, ...doubted, ...kinds.filter(Boolean).map(kind => `${key}.${kind}`), key];
  return context.marks.cover ? plain.map(k => `${k}.cover`) : plain;
}

/** One of the texts that say the same, by how many messages of this emergency were kept. */
function inTurn({ say, vary = [] }: Say, { known }: Context): string {
  return [say, ...vary][known.length % (vary.length + 1)] ?? say;
}

const fill = (text: string, vars: () => Record<string, string>, locale: string): string =>
  text.includes('{') ? String(formatOf(text, locale).format(vars())) : text;

// ---- a yes or a no ----------------------------------------------------------------------------------------------------------

/** The words by which a text asks for a yes or a no, as a protocol writes them in each language. */
const YES_NO_TEXTS = ['answer.yes-no', 'answer.yes-no.cover'];
const YES_NO = [
  { id: 'yes', label: 'answer.yes' },
  { id: 'no', label: 'answer.no' },
];

const asksIn = ({ texts }: Pick<Protocol, 'texts'>, locale: string): string[] =>
  YES_NO_TEXTS.flatMap(key => texts[locale]?.[key] ?? []);

/** Where the text asks for it in those words, the channel shows two buttons; without buttons the words are enough. */
function yesOrNo(protocol: Protocol, { text, locale }: FoundText): Say['choices'] {
  const labelled = YES_NO.every(({ label }) => protocol.texts[locale]?.[label] !== undefined);
  return labelled && asksIn(protocol, locale).some(words => text.includes(words)) ? YES_NO : undefined;
}

/** The question alone, for whoever does not have to answer it. */
export const questionOnly = (protocol: Pick<Protocol, 'texts'>, text: string, locale: string): string =>
  asksIn(protocol, locale)
    .reduce((left, words) => left.replace(`${words}.`, ''), text)
    .trim();

/** The sheets on offer by their titles, and none of them. */
function offers(other: string, { need, locale }: Context, protocol: Protocol): { id: string; label: string }[] {
  const label = textOf(protocol, other, locale)?.text ?? other;
  return offered(need?.several ?? [], protocol.sheets, { id: 'other', label, accepts: [] }).map(o => ({
    id: o.id,
    label: o.label,
  }));
}

// ---- sheets ---------------------------------------------------------------------------------------------------------------

function sheetWords(
  about: NonNullable<Say['sheet']>,
  { action, context, event }: Sayable,
  protocol: Protocol,
): Spoken | { hushed: 'cover'; key: string } {
  if (context.marks.cover) return { hushed: 'cover', key: action.say };
  const id = sheetOf(about, context, event, protocol.sheets);
  const sheet = protocol.sheets.find(s => s.id === id);
  if (!sheet) throw new Error(`sheet ${id} is not in ${protocol.id}`);
  const notice = sheet.reviewed ? '' : (textOf(protocol, 'info.unreviewed', context.locale)?.text ?? '');
  const words = withNotice(sheet, notice, context.locale !== protocol.locales[0]);
  return {
    key: `sheet.${sheet.id}`,
    author: action.author ?? 'bot',
    text: fitting(words, context, event, protocol).replaceAll('{sos}', protocol.sos.words[0]!),
    sheet: { id: sheet.id, reviewed: sheet.reviewed },
    locale: protocol.locales[0]!,
    facts: [action.fact ?? []].flat(),
  };
}
