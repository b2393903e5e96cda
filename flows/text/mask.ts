/**
 * Personal data out of a text, before it goes to an export or to a screen that need not show it: e-mail addresses,
 * telephones, RUT, coordinates, addresses and other long numbers. Folios, dates and emergency numbers stay.
 *
 * It does not know names of people: a masked text is still confidential.
 */
import { findAddresses } from './place/addresses.js';

const LABELS = {
  es: { email: 'correo', phone: 'teléfono', rut: 'RUT', point: 'ubicación', number: 'número', address: 'dirección' },
  en: { email: 'e-mail', phone: 'telephone', rut: 'RUT', point: 'location', number: 'number', address: 'address' },
} as const;

/** The text with each personal datum as "[teléfono]". Masking twice changes nothing. */
export function maskText(text: string, locale = 'es'): string {
  const labels = LABELS[locale.startsWith('en') ? 'en' : 'es'];
  let masked = '';
  let at = 0;
  for (const found of text.matchAll(DATA)) {
    // An address is looked for between other data: it must not swallow the folio that follows it.
    masked += withoutAddresses(text.slice(at, found.index), `[${labels.address}]`) + masking(found, labels);
    at = found.index + found[0].length;
  }
  return masked + withoutAddresses(text.slice(at), `[${labels.address}]`);
}

function masking({ 0: written, groups }: RegExpExecArray, labels: (typeof LABELS)['es' | 'en']): string {
  if (groups?.kept !== undefined || groups?.label !== undefined) return written;
  if (groups?.email !== undefined) return `[${labels.email}]`;
  if (groups?.point !== undefined) return `[${labels.point}]`;
  if (groups?.rut !== undefined) return `[${labels.rut}]`;
  return `[${isPhone(written) ? labels.phone : labels.number}]`;
}

function withoutAddresses(text: string, label: string): string {
  let masked = text;
  for (const span of findAddresses(text).reverse())
    masked = masked.slice(0, span.start) + label + masked.slice(span.end);
  return masked;
}

/** Eight digits or more, or a leading +: what people here write as a telephone. */
const isPhone = (written: string): boolean => /^\s*(?:\+|00)/.test(written) || written.replace(/\D/g, '').length >= 8;

const KEPT =
  '(?<![\\p{L}\\d])[A-Za-z]{1,3}-20\\d{2}-\\d{1,6}(?!\\d)|(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?(?![\\d-])|(?<![\\d-])\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d{2}(?![\\d-])';
/** As files and systems write it, and as it is typed without signs between: a number that is a date is none to call. */
const YEAR_FIRST =
  '(?<!\\d)(?:19|20)\\d{2}(?<first>[ ._-])(?:0[1-9]|1[0-2])\\k<first>(?:0[1-9]|[12]\\d|3[01])(?:[T _-]?[0-2]\\d[:.-]?[0-5]\\d(?:[:.-]?[0-5]\\d(?:\\.\\d+)?)?)?(?![\\d-])';
const DAY_FIRST =
  '(?<!\\d|\\d[ .-])(?:0?[1-9]|[12]\\d|3[01])(?<then>[ .-])(?:0?[1-9]|1[0-2])\\k<then>(?:19|20)\\d{2}(?![ .-]?\\d)';
const STAMP =
  '(?<!\\d)20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])T[0-2]\\d[0-5]\\d(?:[0-5]\\d)?(?!\\d)|(?<!\\d)[0-2]?\\d:[0-5]\\d:[0-5]\\d[.,]\\d+';
const EMAIL = '[^\\s@,;:<>()"]+@[^\\s@,;:<>()"]+';
const POINT = '(?:https?://\\S*)?-?\\d{1,2}\\.\\d{3,}\\s*(?:,|%2C|\\s)\\s*-?\\d{1,3}\\.\\d{3,}(?:,\\S*)?';
const RUT = '(?<!\\d)\\d{1,2}[. ]?\\d{3}[. ]?\\d{3} ?[-–] ?[\\dkK](?![\\p{L}\\d])';
const DIGITS = '(?:\\+ ?)?\\(?\\d(?:[ ().-]{0,2}\\d){6,}';
/** What this file wrote before: masking again leaves it. */
const LABEL = '\\[\\p{L}[\\p{L}-]*\\]';
const DATA = new RegExp(
  `(?<label>${LABEL})|(?<kept>${KEPT}|${YEAR_FIRST}|${DAY_FIRST}|${STAMP})|(?<email>${EMAIL})|(?<point>${POINT})|(?<rut>${RUT})|(?<digits>${DIGITS})`,
  'gu',
);
