/**
 * Every text and every sheet is as plain as the protocol asks (`readable.at_least`, 0 to 100). A short message has too few
 * words for the figure to mean anything, and no formula is known for the languages that have safety lines only.
 */
import type { Protocol } from '../protocol.js';
import { sheetText } from '../text/sheetText.js';
import { readability } from '../text/readable.js';
import { fillings } from './fillings.js';
import type { Property } from './property.js';

/** Fewer words than this are not scored. */
const WORDS_LEAST = 12;

export const readable: Property = {
  name: 'readable',
  failure: ({ compiled: { protocol } }) => {
    for (const { where, text, locale } of everything(protocol)) {
      const { words, score, longest } = readability(text, locale);
      if (words >= WORDS_LEAST && score < protocol.readable)
        return {
          why: `${where}: legibilidad ${score}, y se pide ${protocol.readable}; use frases y palabras más cortas (la frase más larga tiene ${longest} palabras)`,
          then: [{ from: 'bot', text }],
        };
    }
    return null;
  },
};

function everything({ locales, texts, sheets }: Protocol): { where: string; text: string; locale: string }[] {
  const said = locales.flatMap(locale =>
    Object.entries(texts[locale] ?? {}).flatMap(([key, text]) =>
      fillings(text, locale, () => 'dato').map(filled => ({
        where: `messages/${locale}.yaml, "${key}"`,
        text: filled,
        locale,
      })),
    ),
  );
  return [
    ...said,
    ...sheets.map(sheet => ({ where: `ficha "${sheet.id}"`, text: sheetText(sheet), locale: locales[0]! })),
  ];
}
