/**
 * What she tells before an emergency opens, while it is asked whether there is danger: who, with what, what he did. A bare
 * "sí" opens it, and whoever comes needs what she wrote before that. Her no lets it go.
 */
import type { Context } from '../context.js';
import { UNSURE } from './dangerQuestion.js';
import type { FlowEvent } from '../events.js';
import { underOf } from './herWords.js';
import type { Reading } from '../reading.js';
import { HIGH } from '../sense/types.js';
import { tellsOfHim } from '../text/him/toldOfHim.js';
import { spaced } from '../text/plain.js';

/** That she is afraid of him. */
const FEARS = 'fears-him';
const UNSEEN = ['hush', 'wait', 'watched', 'beside', 'at-home'];

/** Of older messages the first are let go. */
const TOLD_MOST = 10;

/**
 * Fear or terror that she told, in words that asked nothing: it stays told, whatever she answers to other questions. What was asked
 * about as danger told the people by that.
 */
export const fearAfter = (event: FlowEvent, read: Reading): Pick<Context, 'afraid'> =>
  event.type === 'MSG' && read.risk < HIGH && ['afraid', FEARS].some(name => read.reads(name)) ? { afraid: true } : {};

/**
 * What she tells of him or of his people, however calmly, where the robot reads it: no sheet answers that, and people hear of it at
 * the latest as the talk rests. In the queue, and with a person, it is read.
 */
export const ofHimAfter = ({ owner, marks }: Context, event: FlowEvent, read: Reading): Pick<Context, 'ofHim'> =>
  event.type === 'MSG' &&
  owner.kind !== 'queue' &&
  owner.kind !== 'executive' &&
  !marks.emergency &&
  read.intent !== 'aggressor' &&
  !CALMLY.some(name => read.reads(name)) &&
  tellsOfHim(read.text)
    ? { ofHim: true }
    : {};
const CALMLY = ['he-is-away', 'his-praise', 'says-calm', 'left-alone', 'unpaid-maintenance', 'all-well'];

/** She tells of danger, or answers whether there is any. */
export const isOfDanger = ({ step }: Pick<Context, 'step'>, read: Reading): boolean =>
  read.risk >= HIGH || read.reads('grave') || step === UNSURE;

/** With what she writes now, for an emergency that may open later. */
export function toldAfter(
  context: Context,
  event: FlowEvent,
  read: Reading,
): Pick<Context, 'toldBefore' | 'toldOfHim'> {
  const { toldBefore: told = [], marks } = context;
  if (event.type !== 'MSG' || marks.emergency) return {};
  // Where she lives is so whatever she denies.
  if (denies(read) && !tellsTown(read))
    return told.length > 0 ? { toldBefore: told.filter(({ text }) => OWN_TOWN.test(spaced(text))) } : {};
  const isTold = isOfDanger(context, read) || read.reads(FEARS) || tellsTown(read);
  if (read.intent === 'aggressor' || marks.doubt || read.plain === '' || !isTold) return {};
  const at = event.world.now;
  const now = underOf(read, 'said').map(about => ({ about, text: read.text, at, by: 'citizen' }));
  // That he looks on, or comes, tells nothing of what he does to her.
  const ofHim =
    !UNSEEN.some(name => read.reads(name)) && (read.risk >= HIGH || read.reads('grave') || read.reads(FEARS));
  return { toldBefore: [...told, ...now].slice(-TOLD_MOST), ...(ofHim ? { toldOfHim: true as const } : {}) };
}

/** "Soy de Temuco", in calm talk: no address, and whoever looks for her begins there. */
const tellsTown = (read: Reading): boolean =>
  read.reads('commune') && !read.reads('asks') && OWN_TOWN.test(spaced(read.text));
const OWN_TOWN =
  / (?:(?:yo )?(?:soy|somos|vivo|vivimos|bibo|estoy|toy|stoy|estamos|escribo|les escribo)(?: (?:yo|aca|aqui|ahora|sola))* (?:de|desde|en)|i live in|(?:im|i am) (?:from|in)|we live in|(?:eu )?(?:moro|estou|sou) (?:em|no|na|de|do|da)|(?:mwen|m) (?:rete|abite|soti|ap viv) (?:nan|a)?) /;

const denies = (read: Reading): boolean => read.risk < HIGH && DENIES.some(name => read.reads(name));
const DENIES = ['no-danger', 'only-no', 'all-well', 'long-over', 'was-before', 'retraction', 'false-alarm'];

/** An emergency takes over what she told before it, once; what she writes as it opens is kept by itself. */
export function withTold({ toldBefore: told = [], ...context }: Context, now: number): Context {
  const before = told.filter(({ at }) => at < now);
  return before.length === 0 ? context : { ...context, known: [...context.known, ...before] };
}
