/**
 * SOS words and codes: decided before anything else, from the text alone, so that no model can lose them.
 *
 * A word of alarm opens the emergency when it is all she says (greetings, courtesies and signs apart), or when the
 * message begins or ends with it and the rest speaks of danger. Inside an ordinary sentence it is only a hint for
 * sense: "sos argentino", "ayuda con la clave única" and "el loro grita auxilio" open nothing.
 */
import { isWord, normalise, soundOf } from '../text/normalise.js';
import { type PhraseBook, phraseBook } from './phrases.js';

/** @param words the protocol's words, codes and emoji, as its author wrote them */
export function sosWord(text: string, words: readonly string[]): boolean {
  const message = normalise(text);
  const said = message.sounds.flatMap((sound, at) => (isWord(message.tokens[at]!) && !FILLERS.has(sound) ? [at] : []));
  if (said.length === 1 && cutShort(message.sounds[said[0]!]!, words)) return true;
  const alarms = new Set(
    bookOf(words)
      .find(message)
      .flatMap(found => found.at),
  );
  if (alarms.size === 0) return false;

  const rest = said.filter(at => !alarms.has(at));
  if (rest.length === 0) return true;
  const sign = [...alarms].some(at => !isWord(message.tokens[at]!));
  if (sign && rest.length <= BESIDE_A_SIGN_MAX) return true;
  const atAnEnd = alarms.has(said[0]!) || alarms.has(said.at(-1)!);
  return atAnEnd && !message.tokens.some(isLaughter) && rest.some(at => speaksOfDanger(message.sounds[at]!));
}

/** Greetings, courtesies and haste: they may stand beside a word that counts only as the whole message. */
export const FILLERS: ReadonlySet<string> = new Set(
  [
    ...[
      'hola',
      'holi',
      'buenas',
      'buenos',
      'buen',
      'dia',
      'dias',
      'tardes',
      'noches',
      'alo',
      'oiga',
      'oye',
      'porfa',
      'por',
      'favor',
    ],
    ...[
      'señorita',
      'señora',
      'tia',
      'amiga',
      'ya',
      'ahora',
      'altiro',
      'rapido',
      'urgente',
      'mucho',
      'necesito',
      'a',
      'me',
      'gracias',
    ],
    ...[
      'please',
      'pls',
      'now',
      'hi',
      'hello',
      'ola',
      'oi',
      'agora',
      'bonjou',
      'bonswa',
      'tanpri',
      'silvouple',
      'kounye',
    ],
  ].map(word => soundOf(normalise(word).plain)),
);

export const isLaughter = (token: string): boolean =>
  /^(?:(?:ja|je|ji|ha|js){2,}\w*|j+a+j+\w*|x+d+|lol|😂|🤣)$/u.test(token);

/** How many words may stand beside an alarm sign: "🆘 baño". */
const BESIDE_A_SIGN_MAX = 3;
const CUT_FROM = 4;

/** "ayud": the only word, and she could not finish it. */
function cutShort(sound: string, words: readonly string[]): boolean {
  return sound.length >= CUT_FROM && words.some(word => soundOf(normalise(word).plain).startsWith(sound));
}

const books = new WeakMap<readonly string[], PhraseBook>();
function bookOf(words: readonly string[]): PhraseBook {
  const known = books.get(words);
  if (known) return known;
  const book = phraseBook(words);
  books.set(words, book);
  return book;
}

const DANGER = [
  ...[
    'peg',
    'golpe',
    'mata',
    'matar',
    'matan',
    'ahorc',
    'aorc',
    'asfixi',
    'cuchill',
    'pistol',
    'arma',
    'machet',
    'sangr',
    'encerr',
  ],
  ...[
    'amenaz',
    'viola',
    'violo',
    'violand',
    'entro',
    'entra',
    'patea',
    'pateo',
    'rompi',
    'viene',
    'escond',
    'marido',
    'pololo',
    'esposo',
  ],
  ...[
    'conviviente',
    'quebr',
    'dispar',
    'bala',
    'fuego',
    'quem',
    'hitting',
    'hit',
    'kill',
    'knife',
    'gun',
    'husband',
    'boyfriend',
    'strangl',
  ],
  ...['batendo', 'bateu', 'matar', 'faca', 'namorado', 'frape', 'touye', 'kouto', 'mari', 'trangle'],
].map(soundOf);
const WHOLE = new Set(['entro', 'entra', 'arma', 'mata', 'hit', 'gun', 'mari', 'viene', 'bala', 'kill'].map(soundOf));

function speaksOfDanger(sound: string): boolean {
  return DANGER.some(cue => (WHOLE.has(cue) ? sound === cue : sound.startsWith(cue)));
}
