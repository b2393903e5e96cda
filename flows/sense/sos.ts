/**
 * SOS words and codes: decided before anything else, from the text alone, so that no model can lose them.
 *
 * A word of alarm opens the emergency when it is all she says (greetings, courtesies and signs apart, repeated or not),
 * or when the message begins or ends with it and the rest speaks of danger, gives an address, or is short and speaks of
 * somebody near. If all that the rest tells is over ("he used to hit me, help"), or she asks for it politely ("can you
 * help"), she is asked whether there is danger now.
 *
 * What answers or thanks first ("ok, ayuda viene") is no part of it. A sentence that says so ("es una emergencia") opens
 * alone as a word does, and at either end she is asked. So is one of the other words that ends the message apart from
 * the rest: after "pero", in capitals, or beside nothing but thanks and a mark ("7 pero ayuda").
 *
 * Beside other words it depends on the word. A cry ("SOS", "auxilio") is no everyday word: written twice, in the capitals
 * in which it was taught at either end, or beside any place, it opens; anywhere else she is asked. Only the phrases in
 * which it is an everyday word ("vos sos", "sos argentino") and laughter make nothing of it. The other words are only a
 * hint for sense: "ayuda con la clave única" opens nothing. How else a word may be written is in `scrawl.ts`; what is
 * only near it is asked about.
 */
import { isWord, type Normalised, normalise, soundOf } from '../text/normalise.js';
import { readPlace } from '../text/place/place.js';
import { isApart, leadsOf } from './apart.js';
import { AlarmBook } from './alarmBook.js';
import { phraseBook } from './phrases.js';

/** `opens` the emergency; `asks` whether the danger is now; `cries`, and asks unless the rest is sensed as imminent. */
export type Alarm = 'opens' | 'asks' | 'cries';

/** Does it open the emergency, whatever it tells of the past? */
export const sosWord = (text: string, words: readonly string[]): boolean => alarmOf(text, { words }) === 'opens';

/** The words of alarm of a protocol. */
export interface Alarms {
  /** Words, codes and emoji, as the author wrote them: what is in capitals is taught so. */
  words: readonly string[];
  /** Those that are no everyday words; without them each is only a hint in a sentence. */
  cries?: readonly string[] | undefined;
  /** Phrases in which a cry is an everyday word all the same. */
  everyday?: readonly string[] | undefined;
  /** What says that it is an emergency, in more words than one of alarm: "es de vida o muerte". */
  sentences?: readonly string[] | undefined;
  /** What tells that something is over; without it nothing is taken for over. */
  past?: readonly string[] | undefined;
}

export function alarmOf(text: string, alarmed: Alarms): Alarm | null {
  const { words, cries = NONE, everyday = NONE, sentences = NONE, past = NONE } = alarmed;
  const message = normalise(text);
  const oaths = placesOf(OATHS, message);
  const isSaid = (sound: string, at: number): boolean =>
    isWord(message.tokens[at]!) && !FILLERS.has(sound) && !oaths.has(at);
  const said = message.sounds.flatMap((sound, at) => (isSaid(sound, at) ? [at] : []));
  if (said.length === 1 && cutShort(message.sounds[said[0]!]!, words)) return 'opens';
  const { book, scrawls } = bookOf(words);
  if (scrawls.inPieces(message)) return 'opens';
  const alarms = new Set(book.find(message).flatMap(found => found.at));
  for (const [at, token] of message.tokens.entries()) if (isWord(token) && scrawls.isWord(token)) alarms.add(at);
  const told = placesOf(sentences, message);
  for (const at of told) alarms.add(at);
  if (alarms.size === 0) return said.length === 1 && scrawls.isNear(message.tokens[said[0]!]!) ? 'asks' : null;

  const rest = said.filter(at => !alarms.has(at));
  if (rest.length === 0) return 'opens';
  const sign = [...alarms].some(at => !isWord(message.tokens[at]!));
  if (sign && rest.length <= BESIDE_A_SIGN_MAX) return 'opens';
  const ends = [said[0]!, said.find((_, i) => i >= leadsOf(message, said))!, said.at(-1)!];
  const atAnEnd = ends.some(at => alarms.has(at));
  const danger = rest.some(at => speaksOfDanger(message.sounds[at]!));
  const says = (of: ReadonlySet<string>) => rest.some(at => of.has(message.sounds[at]!));
  // "Llegó mi hermana a ayudarme": somebody is there, to help.
  const toHelp = [...alarms].every(at => message.tokens[at - 1] === 'a' && !scrawls.isWord(message.tokens[at]!));
  // "I left him but he is here, help": what comes after it is what is.
  const turn = message.tokens.findLastIndex(token => TURNS.has(token));
  const since = rest.filter(at => at > turn);
  const isNear = since.length <= NEAR_WITHIN && since.some(at => NEAR.has(message.sounds[at]!));
  const near = isNear && !says(PURPOSE) && !toHelp;
  if (message.tokens.some(isLaughter)) return null;
  const isOver = isOverIn(message, past);
  const politely = [...alarms].every(at => ASKED.has(message.tokens[rest.findLast(word => word < at) ?? -1] ?? ''));
  // "Necesito ayuda con mi marido": he is what she wants help with, and nothing is told of him yet.
  const withHim =
    HIM.has(message.sounds[rest.at(-1)!]!) &&
    [...alarms].every(at => WITH.has(message.tokens[at + 1] ?? '')) &&
    !rest.slice(0, -1).some(at => speaksOfDanger(message.sounds[at]!));
  if (atAnEnd && (danger || near) && !isForHim(message, alarms, rest))
    return isOver || politely || withHim ? 'asks' : 'opens';
  const place = readPlace(text);
  const cried = criesIn(message, cries, everyday);
  const isAddress = place !== null && place.confidence !== 'low';
  if (cried === 0) {
    if (atAnEnd && isAddress && !says(PURPOSE)) return 'opens';
    const denied = message.tokens.slice(0, Math.min(...told)).some(token => DENIES.has(token));
    const isTold = ends.some(at => told.has(at)) && !denied && placesOf(everyday, message).size === 0;
    const spelt = new Set([...alarms].filter(at => scrawls.isWord(message.tokens[at]!)));
    return isTold || isApart(text, message, said, spelt) ? 'asks' : null;
  }
  const placed = isAddress || (place !== null && !says(PURPOSE));
  return !isOver && (placed || cried > 1 || isTaughtAtAnEnd(text, cries)) ? 'opens' : 'cries';
}

const NONE: readonly string[] = [];

const placesOf = (phrases: readonly string[], message: Normalised): ReadonlySet<number> =>
  new Set(
    bookOf(phrases)
      .book.find(message)
      .flatMap(found => found.at),
  );

/** "No es una emergencia". */
const DENIES: ReadonlySet<string> = new Set('no not nunca ni ninguna nao isnt wasnt never pa'.split(' '));
/** What is called upon, and may stand beside a word that counts only as the whole message. */
const OATHS: readonly string[] = [
  'por el amor de dios',
  'por dios',
  'por diosito',
  'dios mio',
  'pelo amor de deus',
  'meu deus',
  'for the love of god',
  'oh my god',
  'omg',
  'por lo que mas quiera',
  'es que',
  'eske',
  'esque',
];

/** How often she cries one of these words, those left out that stand in an everyday phrase. */
function criesIn(message: Normalised, cries: readonly string[], everyday: readonly string[]): number {
  const { book, scrawls } = bookOf(cries);
  const cried = new Set(book.find(message).flatMap(found => found.at));
  for (const [at, token] of message.tokens.entries()) if (isScrawl(token) && scrawls.isWord(token)) cried.add(at);
  for (const { at } of bookOf(everyday).book.find(message))
    if (at.at(-1)! - at[0]! < at.length) for (const place of at) cried.delete(place);
  return cried.size;
}

/** With a digit, or the word over and over: "sosos" alone is also a dish without salt. */
const isScrawl = (token: string): boolean => isWord(token) && (/\d/.test(token) || token.length >= SCRAWL_LEAST);
const SCRAWL_LEAST = 6;

/** "SOS, necesito hablar con alguien": she begins or ends with a cry, in the capitals in which it was taught. */
function isTaughtAtAnEnd(text: string, cries: readonly string[]): boolean {
  const taught = new Set(cries.filter(word => /\p{Lu}/u.test(word) && word === word.toUpperCase()));
  const said = text
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && !FILLERS.has(soundOf(normalise(word).plain)));
  return taught.has(said[0] ?? '') || taught.has(said.at(-1) ?? '');
}

/** What her last messages spell, a piece each ("s", "o", "s"): the beginning of a word of alarm, the whole word, or ''. */
export const speltBy = (before: string, text: string, { words }: { words: readonly string[] }): string =>
  bookOf(words).scrawls.spelt(before, text);

/** Do they spell the whole word with this message? */
export const isSpeltBy = (before: string, text: string, { words }: { words: readonly string[] }): boolean =>
  before !== '' && bookOf(words).scrawls.isWord(speltBy(before, text, { words }));

/** Is one of the words in this message that she agreed on with a person, or do her messages spell a word of alarm? */
export const calledBy = (
  context: { spelt?: string; coverWords?: readonly string[] } | null,
  text: string,
  sos: { words: readonly string[] },
): 'agreed' | 'word' | null => {
  const { spelt = '', coverWords = NONE } = context ?? {};
  if (coverWords.length > 0 && phraseBook(coverWords).find(normalise(text)).length > 0) return 'agreed';
  return isSpeltBy(spelt, text, sos) ? 'word' : null;
};

/** All of it tells of what is over. */
export const tellsOver = (text: string, past: readonly string[] = NONE): boolean => isOverIn(normalise(text), past);
const isOverIn = (message: Normalised, past: readonly string[]): boolean =>
  bookOf(past).book.find(message).length > 0 && !tellsNow(message, () => false);

/** A word of what is now is in it, those apart that stand where `calm` says. */
export const tellsNow = ({ tokens }: Pick<Normalised, 'tokens'>, calm: (at: number) => boolean): boolean =>
  tokens.some((token, at) => isOfNow(token) && !calm(at) && !SPANS.has(tokens[at - 1] ?? ''));

/** "Over 3 years now". */
const SPANS: ReadonlySet<string> = new Set('years months weeks'.split(' '));
/** "Ayer me pegó y ahora viene": one word of now, and nothing is over. */
const isOfNow = (token: string): boolean => OF_NOW.test(token);
const OF_NOW =
  /^(?:ahora|hoy|recien|denante|altiro|esta|estan|estoy|toy|estamos|deja|dejan|puedo|sigue|sigo|pega|golpea|amenaza|dice|viene|vienen|entra|entro|llega|llego|anda|tiene|quiere|va|vuelve|volvio|now|today|tonight|is|has|will|gonna|hes|shes|wants|here|\p{L}{2,}(?:ando|iendo|yendo|ing))$/u;

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
    ...['i', 'need', 'us', 'someone', 'somebody', 'anyone', 'anybody', 'alguien', 'there', 'si', 'yes', 'sim', 'wi'],
  ].map(word => soundOf(normalise(word).plain)),
);

export const isLaughter = (token: string): boolean =>
  /^(?:(?:ja|je|ji|ha|js){2,}\w*|j+a+j+\w*|x+d+|lol|😂|🤣)$/u.test(token);

/** How many words may stand beside an alarm sign: "🆘 baño". */
const BESIDE_A_SIGN_MAX = 3;
const CUT_FROM = 4;

/** "ayud": the only word, and she could not finish it. */
const cutShort = (sound: string, words: readonly string[]): boolean =>
  sound.length >= BEGUN &&
  !LETTERS.has(sound) &&
  bookOf(words).sounds.some(whole => whole.startsWith(sound) && (sound.length >= CUT_FROM || whole.length >= BEGUN_OF));
/** "Aux", "ayu": of a long word three letters are told from any other word. */
const BEGUN = 3;
const BEGUN_OF = 5;
/** The name of a letter, and what people say of other things. */
const LETTERS: ReadonlySet<string> = new Set(['eme', 'mea', 'ede', 'hel', 'sos'].map(soundOf));

const books = new WeakMap<readonly string[], AlarmBook>();
function bookOf(words: readonly string[]): AlarmBook {
  const known = books.get(words) ?? new AlarmBook(words, FILLERS);
  books.set(words, known);
  return known;
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
    'hits',
    'beats',
    'beating',
    'choking',
    'stab',
    'apuñal',
    'estrangul',
    'kill',
    'knife',
    'gun',
    'husband',
    'boyfriend',
    'strangl',
  ],
  ...['batendo', 'bateu', 'matar', 'faca', 'namorado', 'frape', 'touye', 'kouto', 'mari', 'trangle'],
].map(soundOf);
const WHOLE = new Set(
  ['entro', 'entra', 'arma', 'mata', 'hit', 'hits', 'beats', 'gun', 'mari', 'viene', 'bala', 'kill'].map(soundOf),
);

/** Somebody is there, in a message of a few words: "help he is here", "ayuda está en la puerta". */
const NEAR = new Set(
  ['here', 'coming', 'outside', 'inside', 'door', 'aqui', 'aca', 'afuera', 'adentro', 'puerta', 'llego'].map(soundOf),
);
const NEAR_WITHIN = 4;
const TURNS: ReadonlySet<string> = new Set('pero but men'.split(' '));
/** "Can you help", at the end of a story, is no cry yet. */
const ASKED: ReadonlySet<string> = new Set(['you', 'u']);
/** Help with a thing: "ayuda con un trámite aquí". */
const PURPOSE = new Set(['con', 'para', 'de', 'del', 'with', 'for', 'to', 'about', 'from'].map(soundOf));

/** "Ayuda para mi marido que está enfermo": he is who needs it, and nothing else in it is of danger. */
const isForHim = ({ tokens, sounds }: Normalised, alarms: ReadonlySet<number>, rest: readonly number[]): boolean =>
  [...alarms].every(at => FOR.has(tokens[at + 1] ?? '') && HIM.has(sounds[at + 3] ?? '')) &&
  !rest.some(at => (speaksOfDanger(sounds[at]!) && !HIM.has(sounds[at]!)) || NEAR.has(sounds[at]!));
const FOR: ReadonlySet<string> = new Set(['para', 'for', 'a']);
const WITH: ReadonlySet<string> = new Set(['con', 'with']);
const HIM = new Set(['marido', 'pololo', 'esposo', 'conviviente', 'husband', 'boyfriend'].map(soundOf));

function speaksOfDanger(sound: string): boolean {
  return DANGER.some(cue => (WHOLE.has(cue) ? sound === cue : sound.startsWith(cue)));
}
