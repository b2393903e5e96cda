/**
 * "No me contesten": she asks that nothing be written to her. What lights up on her screen, he sees. That holds for all
 * that follows, and not for one message: what she writes is read, kept and shown to people, and nothing is sent to her until
 * she says that she can be answered, or a person decides. Keeping quiet otherwise ends when she writes.
 */
import type { Context, Marks } from '../context.js';
import { toldOfDanger } from './herReturn.js';
import type { Protocol } from '../protocol.js';
import type { Reading } from '../reading.js';
import { HIGH } from '../sense/types.js';
import { plain, words } from '../text/plain.js';
import { MIRRORED } from '../emergency/unfit.js';

/** Also the first words of all are met with silence. */
export const NO_REPLY = 'no-reply';
export const WATCHED = ['watched', 'eyed', NO_REPLY, 'asks-silence'];
/** He reads her messages on a screen of his: that he went out takes no word from him. */
const MIRROR_CLOSED = 'mirror-closed';
/** Said to us, and of what she will write later, too; or her messages come out on a screen of his (decision 23). */
const LASTING = ['not-to-be-written', MIRRORED];
const isLasting = (read: Reading): boolean => LASTING.some(name => read.reads(name));
/** He took her telephone a moment ago, and she says no more than that. */
const TOOK = 'he-took';
/** She can be answered again. */
const AGAIN = ['can-again', 'herself', 'alone', 'he-left'];
/** What somebody asks who wants an answer. */
const ASKS: ReadonlySet<string> = new Set([
  ...['greeting', 'general_info', 'specific_question', 'request_status', 'privacy'],
]);

/** The marks as this text leaves them. */
export function muteAfter({ marks: { mute, emergency }, unfit }: Context, read: Reading): Partial<Marks> {
  if (isLasting(read)) return { mute: true, quiet: true };
  if (!mute) return {};
  if (unfit?.includes(MIRRORED)) return read.reads(MIRROR_CLOSED) ? { mute: false } : {};
  const asks = !emergency && read.risk < HIGH && ASKS.has(read.intent) && !tellsWhere(read);
  // "Sí", to nothing that was asked, is no leave.
  // "Me quitó el celu": of herself, and no leave.
  const again = !read.reads(TOOK) && AGAIN.some(name => read.reads(name)) && words(read.text).length > 1;
  return asks || again ? { mute: false } : {};
}

/** A person decided, or it is over. */
export const ANSWERABLE = { quiet: false, mute: false } as const;

/**
 * While it holds, nothing but its end ends the quiet. An emergency ends it to answer her, and not why it was asked: until she says
 * otherwise it is not safe to write to her of anything else.
 */
export function marked(before: Marks, set: Partial<Marks>): Marks {
  const marks = { ...before, ...set, ...(set.emergency && before.quiet ? NOT_SAFE : {}) };
  return { ...marks, quiet: marks.quiet || marks.mute };
}

/** As an emergency leaves them that ends in silence: nobody is silent any more, and nothing told that it is safe. */
export const answerable = ({ quiet }: Marks): Partial<Marks> => ({ ...ANSWERABLE, ...(quiet ? NOT_SAFE : {}) });

const NOT_SAFE = { safe: 'no' } as const;

/**
 * She asked for silence, and tells where she is, or of danger: she cannot be asked whether there is any, and whoever waits for
 * her answer waits in vain. It opens.
 */
export function opensInSilence(read: Reading, context: Context | null, { steps }: Protocol): boolean {
  const marks = context?.marks;
  // Who writes is not sure after him: that is asked about.
  if (marks?.emergency || marks?.blocked || marks?.doubt || context?.owner.kind === 'executive') return false;
  const graveInMute = marks?.mute === true && read.risk >= HIGH && read.reads('grave') && !read.reads('hush');
  if (isLasting(read) || marks?.mute) return tellsWhere(read) || graveInMute;
  // Danger was told before, and he comes: no word can be sent, and nobody can be asked. The people call who comes (decision 22).
  if (comesAfterTold(read, context)) return true;
  if (read.reads(AT_HER_SIDE) && read.risk >= HIGH && read.reads('grave') && !read.reads('no-danger')) return true;
  // "Viene", and then her address; "espera", and then where she lives, is none.
  const step = context?.step ? steps[context.step] : undefined;
  const held = step?.alert as { at_once?: boolean } | undefined;
  const told = context?.owner.kind === 'queue' || held?.at_once === true || marks?.safe === 'no';
  return marks?.quiet === true && told && tellsWhere(read);
}

/** Nothing was asked of her yet: she writes first, or again after all was over and danger is heard in it. */
export function isFirst({ risk }: Reading, context: Context | null): boolean {
  if (!context) return true;
  const { owner, marks, step } = context;
  if (marks.emergency) return false;
  // Who waits for our call knows us, and we her.
  return owner.kind === 'rest' ? risk >= HIGH && !marks.booked : owner.kind === 'bot' && step === null;
}

/** She was greeted and the talk goes on, or she waits for our call: these are not the first words of all. */
export const isInTalk = ({ marks, owner }: Context): boolean =>
  marks.booked || (marks.greeted && owner.kind !== 'rest');

/** "No, ya llegó", after the talk ended by itself: to what was asked in it, and no first words. */
export const isLateNo = ({ text }: Reading, { marks, owner }: Context): boolean =>
  marks.greeted && owner.kind === 'rest' && LATE_NO.test(plain(text));
const LATE_NO = /^(?:no+p?|nao)\b\s*[,.;:!]/u;

/** He comes in the middle of a talk in which danger was told: all the yes that she can write. */
export const comesAfterTold = (read: Reading, context: Context | null): boolean =>
  context !== null && !isFirst(read, context) && comes(read) && (toldOfDanger(context) || comesInRage(read));

/** Words of alarm are in how he comes: "viene curado", "llegó y está furioso". */
const comesInRage = (read: Reading): boolean => read.reads('comes-in-mood') && read.reads('grave');

/** He comes, came, wakes up, or took her telephone, and she says no more than that. */
export const COMES = [
  'he-comes-now',
  'he-is-there',
  TOOK,
  'comes',
  'stirs',
  'enters',
  'breaks-in',
  'hears-him',
  'pulls-in',
  'takes-leave',
  'erases-he-comes',
];
const comes = (read: Reading): boolean =>
  (COMES.some(name => read.reads(name)) && !NO_COMING.some(name => read.reads(name))) || isDriven(read);
const NO_COMING = ['no-danger', 'he-left', 'place'];
/** He sits beside her, wherever the road goes. */
export const DRIVES_HER = 'in-his-car';
/** He is in reach of her screen, told in one breath with what he does: where danger is heard, nobody can be asked. */
export const AT_HER_SIDE = 'at-her-side';
const isDriven = (read: Reading): boolean =>
  read.reads(DRIVES_HER) && !read.reads('no-danger') && !read.reads('he-left');

const tellsWhere = (read: Reading): boolean => read.reads('location') || read.reads('full-place');
