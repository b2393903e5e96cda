/** Phrases that are written in one: data lists them by what changes in them, and not one by one. */

/**
 * "siento/escucho la/las/ llave/llaves" is each of its phrases: a word may have several forms, a `/` at its end says that
 * it may be left out, and `_` joins words of one form ("mi_marido").
 */
export function formsIn(phrase: string): string[] {
  if (!phrase.includes('/')) return [phrase];
  return phrase
    .split(' ')
    .map(word => word.split('/').map(form => form.replaceAll('_', ' ')))
    .reduce((made, forms) => made.flatMap(before => forms.map(form => `${before} ${form}`.trim())), ['']);
}

/**
 * A phrase and the same as it is written with apostrophes, "i dont want to" and "i don't want to": a reader of sounds
 * finds two words in the second.
 */
export function withApostrophes(phrase: string): string[] {
  const written = phrase.replace(SHORT, (_, verb: string | undefined, ...pairs: (string | undefined)[]) =>
    verb ? `${verb}n't` : pairs.slice(0, 6).filter(Boolean).join("'"),
  );
  return written === phrase ? [phrase] : [phrase, written];
}

const SHORT = new RegExp(
  String.raw`\b(?:(do|does|did|was|were|wo|is|are|ca|could|would|should|have|has|had)nt|` +
    String.raw`(?:(i)(m|ve|ll)|(s?he)(s|ll)|(they|you)(re|ve|ll)))\b`,
  'g',
);
