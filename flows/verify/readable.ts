/**
 * Every text and every sheet is as plain as the protocol asks (`readable.at_least`, 0 to 100). A short message has too few
 * words for the figure to mean anything, and no formula is known for the languages that have safety lines only.
 */
import type { Protocol } from '../protocol.js';
import { sheetText } from '../text/sheetText.js';
import { readability } from '../text/readable.js';
import { fillings } from './fillings.js';
import { type Fault, stated } from './property.js';

/** Fewer words than this are not scored. */
const WORDS_LEAST = 12;

export const readable = stated('readable', protocol =>
  everything(protocol).flatMap(({ name, text, locale, ...place }): Fault[] => {
    const { words, score, longest } = readability(text, locale);
    if (words < WORDS_LEAST || score >= protocol.readable) return [];
    return [
      {
        ...place,
        why: `${name}: legibilidad ${score}, y se pide ${protocol.readable}; use frases y palabras más cortas (la frase más larga tiene ${longest} palabras)`,
        then: [{ from: 'bot', text }],
      },
    ];
  }),
);

interface Scored extends Pick<Fault, 'file' | 'path'> {
  /** How a message names it. */
  name: string;
  text: string;
  locale: string;
}

function everything({ locales, texts, sheets }: Protocol): Scored[] {
  const said = locales.flatMap(locale =>
    Object.entries(texts[locale] ?? {}).flatMap(([key, text]) =>
      fillings(text, locale, () => 'dato').map(filled => ({
        name: `"${key}"`,
        file: `messages/${locale}.yaml`,
        path: ['texts', key],
        text: filled,
        locale,
      })),
    ),
  );
  return [
    ...said,
    ...sheets.map(sheet => ({
      name: `la ficha "${sheet.id}"`,
      file: 'sheets/',
      path: [sheet.id],
      text: sheetText(sheet),
      locale: locales[0]!,
    })),
  ];
}
