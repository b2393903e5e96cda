/** The words of her page, in two languages with the same keys. What the service says comes from its protocol, not from here. */
import en from './words/en.json';
import es from './words/es.json';

export type Word = keyof typeof es;
export type Locale = 'es' | 'en';

/** Typed by the Spanish file: an English word that is missing does not compile. */
const catalogues: Record<Locale, Record<Word, string>> = { es, en };

export const isLocale = (tag: string): tag is Locale => tag in catalogues;

/** The words for a key, with `{name}` and the like filled in. */
export function wordsIn(locale: Locale) {
  return (word: Word, fill: Record<string, string> = {}): string =>
    catalogues[locale][word].replace(/\{(\w+)\}/g, (_, name: string) => fill[name] ?? '');
}

/** What the page was written with, put into another language: texts, names for screen readers and placeholders. */
export function translate(document: Document, locale: Locale): void {
  const say = wordsIn(locale);
  document.documentElement.lang = locale;
  document.title = say('title');
  for (const node of document.querySelectorAll<HTMLElement>('[data-word]')) {
    node.textContent = say(node.dataset['word'] as Word);
  }
  for (const node of document.querySelectorAll<HTMLElement>('[data-name]')) {
    node.setAttribute('aria-label', say(node.dataset['name'] as Word));
  }
  for (const node of document.querySelectorAll<HTMLElement>('[data-placeholder]')) {
    node.setAttribute('placeholder', say(node.dataset['placeholder'] as Word));
  }
}
