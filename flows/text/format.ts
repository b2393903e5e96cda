/** A text of the protocol as an ICU message. Formats are kept: parsing costs far more than filling. */
import IntlMessageFormat from 'intl-messageformat';

const formats = new Map<string, IntlMessageFormat>();

/** Throws where the text cannot be read. Intl has no rules for Haitian Creole; those of French serve. */
export function formatOf(text: string, locale: string): IntlMessageFormat {
  const id = `${locale}\u0000${text}`;
  const known = formats.get(id);
  if (known) return known;
  const format = new IntlMessageFormat(text, locale === 'ht' ? 'fr' : locale);
  formats.set(id, format);
  return format;
}
