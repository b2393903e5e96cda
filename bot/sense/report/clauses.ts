/**
 * What a message says of who does what to whom, when, and whether it is denied, as named features that stand beside its
 * n-grams: "no me ha pegado" is `not:me>peg` and `not:me>done`, "mi marido la va a matar" `partner…la>mat` and `la>will`.
 */
import type { Lexicon } from '../../../flows/sense/lexicon.js';
import { signalReader } from '../../../flows/sense/signals.js';
import { phraseBook } from '../../../flows/sense/phrases.js';
import { isWord, type Normalised, soundOf } from '../../../flows/text/normalise.js';

const sounds = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(soundOf));

const WHOM = sounds('me te se le les lo la los las nos');
const NOT = sounds('no ni nunca jamas tampoco nadie sin');
const HELPERS = sounds(
  'ha han he hemos habia hubiera esta estan estaba anda andaba sigue va van iba voy quiere kiere puede podria',
);
const WHO: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['partner', sounds('marido esposo pareja pololo novio conviviente ex viejo mino expareja exmarido')],
  ['child', sounds('hijo hija hijos hijas nino nina ninos ninas guagua bebe cabro cabra')],
  [
    'family',
    sounds('papa mama padre madre padrastro hermano hermana tio tia abuelo abuela primo cunado suegra suegro'),
  ],
  ['other', sounds('vecino vecina amiga amigo jefe colega companera companero senora senor tipo hombre')],
  ['he', sounds('el ellos')],
  ['self', sounds('yo mi')],
];
/** A verb is told by how it begins. In letters of its sound. */
const STEM = 4;
/** Between a helper and its verb: "va a matar", "me anda siguiendo". */
const AHEAD = 3;

/** What a verb ends in, or the sound of its helper; the first that fits. */
const TENSES: readonly { tense: string; ends?: RegExp; helped?: RegExp }[] = [
  { tense: 'doing', ends: /ndo$/ },
  { tense: 'will', helped: /^(?:ban?|boi|iba)$/ },
  { tense: 'done', ends: /(?:ao|ido)$/, helped: /^(?:an|e|emos|abia)$/ },
  { tense: 'was', ends: /(?:aban?|ian?)$/ },
  { tense: 'would', ends: /(?:[aei]ra|ria)n?$/ },
  { tense: 'to', ends: /r(?:me|te|la|lo|le|nos)?$/ },
];

/** Reads messages as named features, each once. */
export function clauseReader(lexicon: Lexicon): (message: Normalised) => Set<string> {
  const signals = signalReader(lexicon);
  const { now, past, long_past: longPast } = lexicon.markers;
  const times = [...now.map(t => ['now', t] as const), ...[...past, ...longPast].map(t => ['past', t] as const)];
  const book = phraseBook(times.map(([, text]) => text));
  return message => {
    const found = new Set<string>();
    const read = signals.read(message, { violence: true, asked: false, inEmergency: false });
    const when = new Set(book.find(message).map(({ phrase }) => times[phrase]![0]));
    for (const time of when) found.add(`when:${time}`);
    found.add(`floor:${read.floor}`);
    if (read.hint) found.add('hint');
    for (const { group, level, negated } of read.signals) {
      const denied = negated ? 'not:' : '';
      found.add(`${denied}${group}`).add(`${denied}${group}:${level}`).add(`${denied}level:${level}`);
      for (const time of when) found.add(`${denied}level:${level}:${time}`);
    }
    for (const clause of clausesOf(message)) {
      found.add(clause);
      for (const time of when) found.add(`${clause}:${time}`);
    }
    return found;
  };
}

function clausesOf({ tokens, sounds: said }: Normalised): string[] {
  const found: string[] = [];
  let who = '';
  for (const [at, sound] of said.entries()) {
    if (!isWord(tokens[at]!)) {
      who = '';
      continue;
    }
    const named = WHO.find(([, words]) => words.has(sound))?.[0];
    if (named && named !== 'self') {
      who = named;
      found.push(`who:${named}`);
    }
    const clitic = WHOM.has(sound);
    const helped = HELPERS.has(sound);
    if (!clitic && !(helped && !WHOM.has(said[at - 1] ?? ''))) continue;
    const verb = verbAfter(said, clitic ? at + 1 : at);
    if (!verb) continue;
    const denied = [said[at - 1], said[at - 2]].some(word => word !== undefined && NOT.has(word)) ? 'not:' : '';
    const whom = clitic ? sound : '';
    const names = [`${whom}>${verb.stem}`, `${whom}>${verb.tense}`, `${whom}>${verb.stem}:${verb.tense}`];
    found.push(...names.map(name => denied + name));
    if (who) found.push(...names.map(name => `${denied}${who}…${name}`));
  }
  return found;
}

/** The verb that begins at a word, behind its helpers, with its tense as far as they and its ending tell; "ha" sounds like "a". */
function verbAfter(said: readonly string[], from: number): { stem: string; tense: string } | null {
  let at = from;
  let helper = '';
  while (at < from + AHEAD && said[at] !== undefined && (HELPERS.has(said[at]!) || said[at] === 'a')) {
    if (said[at] !== 'a') helper = said[at]!;
    at++;
  }
  const verb = said[at];
  if (!verb || verb.length < 3) return null;
  const told = TENSES.find(({ ends, helped }) => ends?.test(verb) || (helper !== '' && helped?.test(helper)));
  const tense = told?.tense ?? (helper ? 'helped' : 'plain');
  return { stem: verb.slice(0, STEM), tense };
}
