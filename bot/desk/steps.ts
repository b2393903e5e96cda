/**
 * The steps of a protocol as people name them: what kind of step, and how that begins which she reads there and at no
 * other step. The format has no title for a step, and its own name is for designers.
 */
import type { Protocol } from '../../flows/protocol.js';
import { kindOf } from '../../flows/steps/index.js';
import type { Facts, Locale } from '../console/contract.js';
import { sayCode } from './words.js';

/** Longest text of a title. */
const TEXT_MOST = 60;
/** Of the first text, where a second one tells steps apart. */
const BEGINS_MOST = 24;
/** What a text fills in when it is said. */
const VARIABLE = /\{[^{}]*\}/g;

const offered = new WeakMap<Protocol, Map<Locale, Facts['steps']>>();

/**
 * Steps that say something to her: a person gives her back to one of these. First those where one usually goes on: where
 * the protocol itself goes on after a person, its menu, where it starts, and where the menu leads.
 */
export function stepsOf(protocol: Protocol, locale: Locale): Facts['steps'] {
  const kept = offered.get(protocol) ?? new Map<Locale, Facts['steps']>();
  offered.set(protocol, kept);
  const made =
    kept.get(locale) ??
    named(
      protocol,
      Object.entries(protocol.steps).flatMap(([id, step]) =>
        kindOf(step)?.kind === 'emergency' || textsOf(protocol, id, locale).length === 0 ? [] : [id],
      ),
      locale,
    );
  kept.set(locale, made);
  return made;
}

/** `Pregunta: ¿Sobre qué te gustaría orientación?`; the kind alone where the step says nothing of its own. */
export function stepTitle(protocol: Protocol, id: string, locale: Locale): string {
  const [first] = textsOf(protocol, id, locale);
  return titled(protocol, id, first, locale);
}

function titled(protocol: Protocol, id: string, text: string | undefined, locale: Locale): string {
  const word = sayCode(locale, 'kind', kindOf(protocol.steps[id] ?? {})?.kind ?? '');
  return text === undefined ? word : `${word}: ${shortened(text.replace(VARIABLE, '…').replaceAll('….', '…'))}`;
}

function named(protocol: Protocol, ids: readonly string[], locale: Locale): Facts['steps'] {
  const usual = usualOf(protocol).filter(id => ids.includes(id));
  const uses = new Map<string, number>();
  for (const title of ids.flatMap(id => [...new Set(titlesOf(protocol, id, locale))]))
    uses.set(title, (uses.get(title) ?? 0) + 1);
  const given = new Map<string, number>();
  const titleOf = (id: string): string => {
    const titles = titlesOf(protocol, id, locale);
    const title = titles.find(one => uses.get(one) === 1) ?? titles[0]!;
    const nth = (given.get(title) ?? 0) + 1;
    given.set(title, nth);
    return nth === 1 ? title : `${title} (${nth})`;
  };
  return [
    ...usual.map(id => ({ id, title: titleOf(id), first: true as const })),
    ...ids.filter(id => !usual.includes(id)).map(id => ({ id, title: titleOf(id) })),
  ];
}

/** By what it says first; else by that and by what more it may say. */
function titlesOf(protocol: Protocol, id: string, locale: Locale): string[] {
  const [first, ...more] = textsOf(protocol, id, locale);
  const begins = shortened(first ?? '', BEGINS_MOST);
  return [stepTitle(protocol, id, locale), ...more.map(text => titled(protocol, id, `${begins} ${text}`, locale))];
}

function usualOf({ talk, start, steps }: Protocol): string[] {
  const menu = steps[talk.menu];
  const leads = menu ? (kindOf(menu)?.targets(menu as never) ?? []) : [];
  const goesOn = leads.filter(id => kindOf(steps[id] ?? {})?.kind !== 'close');
  return [...new Set([talk.release, talk.menu, start, ...goesOn])];
}

/** What a step says, in the order in which it may. */
function textsOf({ steps, texts, locales }: Protocol, id: string, locale: Locale): string[] {
  const step = steps[id];
  const keys = step ? (kindOf(step)?.texts(step as never, id) ?? []) : [];
  return keys.flatMap(key => texts[locale]?.[key] ?? texts[locales[0] ?? '']?.[key] ?? []);
}

function shortened(text: string, most = TEXT_MOST): string {
  const [line = ''] = text.split('\n');
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
