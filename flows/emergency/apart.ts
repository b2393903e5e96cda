/**
 * What she writes in an emergency that we do not understand, where it may not be her who writes: he was told of as near, or two
 * minutes went by since her last words. The next question would tell whoever holds the telephone what was asked before, and
 * what for. So it gets a word that anybody may see, people are told, and what was asked stands for what she writes next. Only
 * where she is, while nothing else makes him near, is worth asking for once more.
 */
import type { Context } from '../context.js';
import type { FlowEvent } from '../events.js';
import { tells } from '../danger/guess.js';
import { answersAsked, tellsAny } from '../danger/herWords.js';
import type { Reading } from '../reading.js';
import { HIGH } from '../sense/types.js';
import { words } from '../text/plain.js';
import { touchesAny } from '../text/topical.js';
import { OTHER_SILENT } from '../sight/whoHolds.js';

/** Milliseconds without a word of hers after which another may hold the telephone: long enough to take it and to read it. */
const LATE_MS = 120_000;

/** He is there, comes, or may see what she writes. */
const NEAR = [
  'he-nears',
  'beside',
  'at-her-side',
  'in-his-car',
  'closes-in',
  'enters',
  'comes',
  'stirs',
  'watched',
  'eyed',
  'takes-telephone',
];
/** Told while it is open; as the first words of all it is what she calls for help with, and what she asks then is answered. */
const NEAR_AGAIN = ['he-is-back', 'fears-sight'];
/** He is surely gone, or she is. */
const FAR = ['surely-gone', 'gone-now', 'fetched', 'safe-now', 'not-here'];

/** He is near, as she says; "no puedo hablar" is of speaking aloud, and says nothing of him. */
export const tellsNear = (read: Reading): boolean =>
  NEAR.some(name => read.reads(name)) || (read.reads('hush') && !read.reads('cannot-speak'));

/** He is gone, or she is. */
export const tellsFar = (read: Reading): boolean => FAR.some(name => read.reads(name));

/** Of where she is, though no address is in it. */
const OF_PLACE = ['place', 'home-of-hers', 'no-address', 'sold-there', 'points-out'];

type Remembered = Pick<Context, 'near' | 'wroteAt' | 'late'>;

/**
 * What is remembered of it with this text: whether he may be near, when she wrote, and whether that was long after she last did.
 * Outside an emergency he is near until the quiet that was kept for him ends, and she has answered whether she can write.
 *
 * @param isAskedIfSafe a step asks whether she can write
 */
export function apartAfter(
  { marks, near, wroteAt }: Context,
  event: FlowEvent,
  read: Reading,
  isAskedIfSafe = false,
): Remembered {
  const { now } = event.world;
  const wasNear = near === true && (marks.emergency || marks.quiet || marks.asking || isAskedIfSafe);
  const isTold = tellsNear(read) || (marks.emergency && NEAR_AGAIN.some(name => read.reads(name)));
  const isNear =
    // "Tiene el celular apagado", of another.
    (isTold && !read.reads(OTHER_SILENT)) || (wasNear && !tellsFar(read));
  if (!marks.emergency && event.type !== 'SOS') return { near: isNear };
  return { near: isNear, wroteAt: now, late: marks.emergency && wroteAt !== undefined && now - wroteAt >= LATE_MS };
}

/**
 * Nothing of it is about what is asked in an emergency.
 *
 * @param why `near`: he was told of as near. `late`: it came long after her last words
 */
export function isApart(why: 'near' | 'late', context: Context, read: Reading | null): boolean {
  if (!read || context[why] !== true) return false;
  // "Jaja": of so few words the models make danger.
  const tellsDanger = read.risk >= HIGH && tells(read.sensed, words(read.text).length);
  if (tellsDanger || ['grave', 'media', ...OF_PLACE].some(name => read.reads(name))) return false;
  return !tellsAny(read) && !touchesAny(read.text) && !answersAsked(context, read);
}
