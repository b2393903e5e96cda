/** Phrases that are written in one: data lists them by what changes in them, and not one by one. */

/**
 * "siento/escucho la/las/ llave/llaves" is each of its phrases: a word may have several forms, a `/` at its end says that
 * it may be left out, and `_` joins words of one form ("mi_marido"). "anular~la" is every way of asking for it to be done
 * to what was named before: "anúlela", "me la puede anular"; "anular~" is every way of asking for it of what follows: "anúleme la hora".
 */
export const formsIn = (phrase: string): string[] =>
  placesIn(phrase).reduce((made, forms) => made.flatMap(before => forms.map(form => `${before} ${form}`.trim())), ['']);

/** The first of them, without working out the others: there may be millions. */
export const firstForm = (phrase: string): string =>
  placesIn(phrase)
    .map(([first = '']) => first)
    .filter(Boolean)
    .join(' ');

/** What may stand at each place of the phrase, in order: one place where it has no forms. */
export const placesIn = (phrase: string): string[][] =>
  /[/~]/.test(phrase)
    ? phrase.split(' ').map(word => word.split('/').flatMap(form => askedFor(form.replaceAll('_', ' '))))
    : [[phrase]];

/** What is read form by form can be written out; a phrase of more forms than this is refused there. */
const FORMS_MOST = 4_000;
const formsOf = (phrase: string): number => placesIn(phrase).reduce((forms, place) => forms * place.length, 1);

/** For a schema of phrases that are written out: whether one is small enough, and what its author is told. */
export const isFewForms = (phrase: string): boolean => formsOf(phrase) <= FORMS_MOST;
export const fewForms = {
  abort: true,
  error: ({ input }: { input?: unknown }): string =>
    `vale por ${formsOf(String(input))} frases y el máximo aquí es ${FORMS_MOST}; escríbala en varias más cortas`,
  params: { expected: `una frase que valga por ${FORMS_MOST} o menos` },
};

/** How it is asked that a regular verb in -ar be done to it. She does it herself in none of these: "la cambio" may be his. */
function askedFor(form: string): string[] {
  const [, stem, it] = ASKED.exec(form) ?? [];
  if (stem === undefined || it === undefined) return [form];
  const soft = stem.replace(/g$/, 'gu').replace(/c$/, 'qu').replace(/z$/, 'c');
  const done = [
    `${stem}a`,
    `${stem}as`,
    `${stem}an`,
    `${stem}amos`,
    `${soft}e`,
    `${soft}es`,
    `${soft}en`,
    `${soft}emos`,
  ];
  if (it === '')
    return [
      ...[`${stem}ar`, `${stem}a`, `${soft}e`, `${soft}en`, `${soft}emos`].flatMap(verb => [
        verb,
        `${verb}me`,
        `${verb}nos`,
      ]),
      `${stem}aran`,
      ...['me', 'nos', 'se'].flatMap(whom => done.map(verb => `${whom} ${verb}`)),
    ];
  return [
    ...[`${stem}ar`, `${stem}a`, `${soft}e`, `${soft}en`].flatMap(verb => [`${verb}${it}`, `${verb}me${it}`]),
    `${soft}emos${it}`,
    ...['', 'me ', 'nos '].flatMap(whom => [
      ...done.map(verb => `${whom}${it} ${verb}`),
      ...MAY.map(may => `${whom}${it} ${may} ${stem}ar`),
    ]),
  ];
}
const ASKED = /^(\p{L}+)ar~(la|lo|)$/u;
const MAY =
  'puede/puedes/pueden/podria/podrias/podrian/podemos/puedo/quiero/quisiera/necesito/voy a/vamos a/tengo que'.split(
    '/',
  );

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
