/** In which language she is answered. */
import type { Context } from '../context.js';
import { saidOf } from '../lists.js';
import type { Protocol } from '../protocol.js';
import type { Reading } from '../reading.js';
import { type Language, LANGUAGES, type Sensed } from '../sense/types.js';
import { readNewNumber } from '../text/place/houseNumber.js';
import { wordsBeside } from '../text/place/place.js';
import { tongueOf } from '../text/tongue.js';

/**
 * She is answered in her language once she writes enough of it to tell; the name of a street tells nothing. Until then,
 * in what she chose on her screen. A language that she names is changed to at once, a greeting tells before the first
 * welcome, and where danger speaks nobody waits for a third word to leave the service's own language. To leave hers takes
 * more: "no" is a word of several, and "SOS" of all.
 */
export function localeFor(
  context: Context,
  read: Reading,
  { locales: whole, safetyLocales, readings }: Protocol,
  chose: string | undefined,
  urgent: boolean,
): string {
  const locales = [...whole, ...safetyLocales];
  const before = chose !== undefined && locales.includes(chose) ? chose : context.locale;
  // "I don't speak Spanish" names two: the one she does not have yet. "No hablo español" names the one that she cannot read.
  const named = locales.find(
    locale => locale !== before && read.reads(`language-${locale}`) && !read.reads('other-language'),
  );
  if (named !== undefined) return named;
  const greeted = context.marks.greeted ? undefined : locales.find(locale => read.reads(`greets-${locale}`));
  if (greeted !== undefined) return greeted;
  const sensed = LOCALE[read.sensed.language];
  if (!sensed || sensed === before || !locales.includes(sensed)) return before;
  // "Anytime after lunch", taken for Spanish by a model: nobody writes three words of it without one of its own.
  const sounds = `sounds-${sensed}`;
  if (before !== locales[0] && readings[sounds] !== undefined && !read.reads(sounds)) return before;
  const answers = read.reads('yes') || read.reads('no');
  const enough = read.plain.split(' ').length >= 3 || (urgent && before === locales[0] && !answers);
  // A language told by its own small words is no street, and no number.
  const isPlace =
    tongueOf(read.text) !== sensed &&
    (readNewNumber(read.text) !== null ||
      (read.place !== null &&
        (read.place.street !== undefined || wordsBeside(read.text, read.place) < OTHER_WORDS_LEAST)));
  return enough && !isPlace ? sensed : before;
}

/** "Is there a shelter in Santiago" is no address: so many words beside it are a sentence. */
const OTHER_WORDS_LEAST = 3;

/** In a few words, or beside a street of here, a model takes other languages for Spanish: words that Spanish lacks tell better. */
export function inToldLanguage(sensed: Sensed, text: string, { readings }: Protocol): Sensed {
  const tongue = tongueOf(text);
  const told = LANGUAGES.find(
    language => saidOf(text).reads(readings, `tells-${LOCALE[language]}`) || LOCALE[language] === tongue,
  );
  return told === undefined || told === sensed.language ? sensed : { ...sensed, language: told };
}

/** Languages of sense by locale of texts. */
export const LANGUAGE: Record<string, Language> = { es: 'es-CL', en: 'en', pt: 'pt', ht: 'ht' };
const LOCALE: Record<Language, string> = { 'es-CL': 'es', en: 'en', pt: 'pt', ht: 'ht' };
