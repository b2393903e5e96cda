/**
 * The steps of a protocol as people name them: what kind of step, and how that begins which she reads there. The format
 * has no title for a step, and its own name is for designers.
 */
import type { Protocol } from '../../flows/protocol.js';
import { kindOf } from '../../flows/steps/index.js';
import type { Facts, Locale } from '../console/contract.js';
import { sayCode } from './words.js';

/** Longest text of a title. */
const TEXT_MOST = 60;
/** What a text fills in when it is said. */
const VARIABLE = /\{[^{}]*\}/g;

const offered = new WeakMap<Protocol, Map<Locale, Facts['steps']>>();

/** Steps that say something to her: a person gives her back to one of these. */
export function stepsOf(protocol: Protocol, locale: Locale): Facts['steps'] {
  const kept = offered.get(protocol) ?? new Map<Locale, Facts['steps']>();
  offered.set(protocol, kept);
  const made =
    kept.get(locale) ??
    Object.entries(protocol.steps).flatMap(([id, step]) =>
      kindOf(step)?.kind === 'emergency' || textOf(protocol, id, locale) === null
        ? []
        : [{ id, title: stepTitle(protocol, id, locale) }],
    );
  kept.set(locale, made);
  return made;
}

/** `Pregunta: ¿Sobre qué te gustaría orientación?`; the kind alone where the step says nothing of its own. */
export function stepTitle(protocol: Protocol, id: string, locale: Locale): string {
  const kind = kindOf(protocol.steps[id] ?? {})?.kind ?? '';
  const text = textOf(protocol, id, locale);
  const word = sayCode(locale, 'kind', kind);
  return text === null ? word : `${word}: ${shortened(text.replace(VARIABLE, '…').replaceAll('….', '…'))}`;
}

function textOf({ steps, texts, locales }: Protocol, id: string, locale: Locale): string | null {
  const step = steps[id];
  const [first] = step ? (kindOf(step)?.texts(step as never, id) ?? []) : [];
  return first === undefined ? null : (texts[locale]?.[first] ?? texts[locales[0] ?? '']?.[first] ?? null);
}

function shortened(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length <= TEXT_MOST ? line : `${line.slice(0, TEXT_MOST - 1).trimEnd()}…`;
}
