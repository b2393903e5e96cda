/**
 * "He comes, is beside me, or reads this", and not a word of anything else: who (or nobody named) × comes, is near or is heard ×
 * where and when, with what is said in haste around it ("no puedo hablar, está al lado", "corto, viene subiendo", "i
 * think he's coming up the stairs", "acho que ele está subindo", "m tande l ap vini"). All of the message has to be
 * made of that: "viene el maestro a arreglar la luz", "ya llegó el pan", "mi hija viene" and "se acerca la fecha" name
 * somebody or something else, "viene con un cuchillo" tells more, "¿viene?" asks, and "cuando llega" is of any day.
 *
 * Words are compared by their sound ("yego", "biene", "ta aki al lado"), and long ones with a slip of the finger.
 */
import { isBesideHer } from './besideHer.js';
import { lately } from '../lately.js';
import { EN, ES, HT, type Kind, type NearWords, PT } from './nearingWords.js';
import { edits, editsAllowed, inSounds, sound } from '../nearness.js';
import { plain, words } from '../plain.js';

/** What is told of him: he comes, is there, reads what she writes, or took her telephone. */
export type Nearing = 'comes' | 'there' | 'reads' | 'took';

/** The same, and whether it is told in what mood, or with whom. */
interface Told {
  nearing: Nearing;
  how: boolean;
  /** Only of somebody near is it told so: what he was away with is over, or we are to stop. */
  ofNear: boolean;
}

/** He comes or is near, and no more is said; null where the message is another one. */
export const nearingOf = (text: string): Nearing | null => {
  const told = toldIn(text);
  return told && !told.ofNear ? told.nearing : null;
};

/**
 * The same where he may be near, as she said before: less is enough then. "Cortó el agua" and "hes out" are no other's, and a bare
 * "paren" or "stop" is for us.
 */
export const nearingWhileNear = (text: string): Nearing | null => toldIn(text)?.nearing ?? null;

/** He comes drunk, angry, in whatever mood, and no more is said. */
export const comesInMood = (text: string): boolean => {
  const told = toldIn(text);
  return told?.nearing === 'comes' && told.how && !told.ofNear;
};

const toldIn = lately((text: string): Told | null => {
  const flat = plain(text);
  if (flat.includes('?') || OF_NEXT.test(flat)) return null;
  const denies = LEADING_NO.test(flat);
  const said = words(denies ? flat.replace(LEADING_NO, '') : flat);
  if (said.length === 0 || said.length > WORDS_MOST) return null;
  if (isBesideHer(said)) return { nearing: 'there', how: false, ofNear: false };
  const sounds = said.map(word => known(sound(word)));
  let ofNear: Told | null = null;
  for (const { grammar, sounded } of GRAMMARS) {
    const told = tells(sounded ? sounds : said, grammar, denies);
    // "Mi marido llega curado", "he comes home drunk": of any day.
    if (told && !told.ofNear) return told.how && USUALLY.test(flat) ? null : told;
    ofNear ??= FOR_WHEN.test(flat) ? null : told;
  }
  return ofNear;
});

/** Who tells more than this in one message tells a story. */
const WORDS_MOST = 18;
/** "Para ahora": for when it is. */
const FOR_WHEN = /\bpa(?:ra)? (?:ahora|hoy|ya|aca|aqui|ahi|mas|luego|pronto)\b/u;
/** Words of the longest piece of a sentence: "i have to go now". */
const PIECE_MOST = 6;
/** "El que viene", "el lunes que viene": the next one; "y qué viene ahora"; "alguien está leyendo esto" asks for us. */
const OF_NEXT =
  /\bel (?:que|q|k|ke) (?!toca|golpea|esta (?:toc|golp))|^y (?:que|q|k|ke) |\balguien (?:\w+ )?leyendo|\bsome(?:one|body)(?: is)? reading/;
const USUALLY = /\b(?:llega|llegan|vuelve|comes|gets)\b/;
/** "No, él está acá conmigo", "no, sí está acá": to what was asked. "No está acá" says that he is not. */
const LEADING_NO =
  /^no+(?:\s*[,.;]* *si (?=(?:el )?(?:esta|ta|sigue)\b)|\s*[,.;]+\s*| (?=(?:el|mi \w+) (?:esta|ta|viene|ya)\b))/;

type Kinds = ReadonlySet<Kind>;

/** Whether all the words are pieces of it, one after the other, and together say that he is near. */
function tells(heard: readonly string[], grammar: Grammar, denies: boolean): Told | null {
  // For each place between two words, the kinds of pieces that may stand before it.
  const reached: Map<string, Kinds>[] = heard.map(() => new Map());
  reached[0] = new Map([['', new Set<Kind>()]]);
  const ends = new Map<string, Kinds>();
  for (let from = 0; from < heard.length; from++) {
    const before = reached[from]!;
    if (before.size === 0) continue;
    for (let to = from + 1; to <= Math.min(heard.length, from + PIECE_MOST); to++) {
      const piece = heard.slice(from, to).join(' ');
      for (const [kind, pattern] of grammar) {
        if (!pattern.test(piece)) continue;
        const after = to === heard.length ? ends : reached[to]!;
        for (const kinds of before.values()) {
          if (kind === 'within' && !kinds.has('near')) continue;
          if ((kind === 'place' || kind === 'soon' || kind === 'when') && !FOLLOWED.some(it => kinds.has(it))) continue;
          const kindsNow = kind === 'filler' ? kinds : new Set([...kinds, kind]);
          after.set([...kindsNow].sort().join(), kindsNow);
        }
      }
    }
  }
  const told = [...ends.values()].flatMap((kinds): Told[] => {
    const nearing = nearingIn(kinds, denies);
    if (nearing) return [{ nearing, how: kinds.has('how'), ofNear: false }];
    const isOver = kinds.has('over');
    // "Para él", "para el auto" are for him, or of what is to stop.
    const isForUs = kinds.has('halt') && !kinds.has('is') && !kinds.has('who');
    return isOver || isForUs ? [{ nearing: isOver ? 'comes' : 'there', how: false, ofNear: true }] : [];
  });
  const plainly = told.filter(it => !it.how && !it.ofNear);
  return (
    (plainly.length > 0 ? plainly : told).find(it => it.nearing === 'comes') ??
    plainly[0] ??
    told.find(it => !it.ofNear) ??
    told[0] ??
    null
  );
}

/** Where and when are told of what comes or is near, after it. */
const FOLLOWED: readonly Kind[] = [
  'comes',
  'mine',
  'weak',
  'to',
  'near',
  'eyes',
  'reading',
  'took',
  'below',
  'out',
  'over',
  'is',
];

function nearingIn(kinds: Kinds, denies: boolean): Nearing | null {
  const told = kinds.has('who') || kinds.has('lead');
  const inHaste = kinds.has('haste') || kinds.has('wait');
  // Whoever else a doorman calls up for: a parcel, a guest.
  if (kinds.has('porter') && !kinds.has('who') && !kinds.has('is')) return null;
  const comes =
    kinds.has('comes') ||
    // "Llego luego", "entro al trabajo": she herself.
    (kinds.has('mine') && (kinds.has('who') || !kinds.has('soon'))) ||
    (kinds.has('weak') && (told || kinds.has('place') || kinds.has('wait'))) ||
    // "Creo que para volver" is of what something is for.
    (kinds.has('to') && kinds.has('lead') && !kinds.has('halt')) ||
    // "He is out", and that we are to stop: he was in another room. By itself it may be that he is not at home.
    ((kinds.has('over') || kinds.has('out')) && kinds.has('halt')) ||
    (kinds.has('below') && kinds.has('porter')) ||
    (kinds.has('is') && (kinds.has('porter') || kinds.has('lead') || kinds.has('fright') || inHaste));
  // "Me quitó el celu, ahora está en el baño": she has it again, and a moment to write.
  if (kinds.has('took')) return kinds.has('room') ? null : 'took';
  if (comes) return kinds.has('reading') ? 'reads' : 'comes';
  if (kinds.has('eyes') || (kinds.has('near') && kinds.has('reading'))) return 'reads';
  if (kinds.has('reading')) return null;
  if (kinds.has('near') && (told || denies || inHaste || kinds.has('how'))) return 'there';
  return kinds.has('room') && (kinds.has('out') || inHaste) ? 'there' : null;
}

type Grammar = readonly (readonly [Kind, RegExp])[];

const grammarOf = (of: NearWords, write: (pattern: string) => string): Grammar =>
  (Object.entries(of) as [Kind, string][]).map(([kind, pattern]) => [kind, new RegExp(`^(?:${write(pattern)})$`, 'u')]);

/** Spanish is spelled by ear; in the others a sound of Spanish is another word ("im" is no "him"). */
const GRAMMARS: readonly { grammar: Grammar; sounded: boolean }[] = [
  { grammar: grammarOf(ES, inSounds), sounded: true },
  ...[EN, PT, HT].map(of => ({ grammar: grammarOf(of, pattern => pattern), sounded: false })),
];

/** Long words of it, as they sound: one of them is meant by a word that is a slip away. */
const LONG_LEAST = 7;
const vocabulary = new Set(
  Object.values(ES)
    .flatMap((part: string) => part.replaceAll('(?:', ' ').match(/\p{L}+/gu) ?? [])
    .map(sound),
);
const longWords = [...vocabulary].filter(word => word.length >= LONG_LEAST);

/** She woke, came back, went up: a letter from what is of him, and no slip. */
const HER_OWN = new Set(
  'desperte despierto despierta levante regrese llegue entre volvi subi acerque estacione asome pare baje'
    .split(' ')
    .map(sound),
);

const known = lately((heard: string): string => {
  if (heard.length < LONG_LEAST - 1 || vocabulary.has(heard) || HER_OWN.has(heard)) return heard;
  return longWords.find(word => edits(word, heard, 1) <= Math.min(1, editsAllowed(word.length))) ?? heard;
});

/**
 * The same where he who threatens her is none of a couple: "llegó mi nieto", after "mi nieto me pega".
 * @param name pattern of the words for him, in plain form
 */
export function nearingOfHim(text: string, name: string): Nearing | null {
  const flat = plain(text);
  const him = new RegExp(`\\b(?:(?:mi|el|ese|my|meu|o) (?:${name})|(?:${name}) (?:m|mwen))\\b`, 'u');
  if (!him.test(flat)) return null;
  const told = HE.map(he => nearingOf(flat.replace(him, he)));
  return told.find(it => it !== null) ?? null;
}
const HE = ['el', 'he', 'ele', 'li'];
