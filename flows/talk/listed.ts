/**
 * "2", written one step late: the numbered options that stood last on her screen are still there, above a question that has no
 * numbers. It is heard as the words of the option that has this number, as if she had written them.
 */
import type { Context } from '../context.js';
import type { Condition } from '../guards.js';
import { withSaid } from './echo.js';
import { readsYes, takesNumber } from './fits.js';
import type { Protocol } from '../protocol.js';
import type { Spoken } from './say.js';
import { kindOf } from '../steps/index.js';
import { textIn } from './texts.js';
import { chosenNumbers } from '../text/choice.js';

/** Lines of options that are shown with their numbers. */
const NUMBERED = /(?:^|\n)\s*1[.)] /;

/** What a turn leaves on her screen: what was said last (echo.ts), and the options that stand last on it. */
export function withShown(context: Context, messages: readonly Spoken[], protocol: Protocol): Context {
  return messages.reduce((shown, message) => withList(shown, message, protocol), withSaid(context, messages));
}

function withList(context: Context, { key, text, author }: Spoken, protocol: Protocol): Context {
  const { listed: before, ...rest } = context;
  const listed = keyOf(key, protocol);
  if (listed) return { ...rest, listed };
  // A person's words, other numbers, or a question whose answer is one.
  if (
    before === undefined ||
    author === 'executive' ||
    NUMBERED.test(text) ||
    asksNumber(context, protocol) ||
    !isNext(context, before, protocol)
  )
    return rest;
  return context;
}

/** The question with options that a text is, also in its other words; undefined where it is none. */
const keyOf = (key: string, protocol: Protocol): string | undefined =>
  listsOf(protocol).find(({ choose }) => key === choose || key === `${choose}.again`)?.choose;

/** She is where one of its options leads, or where it is asked: after anything else the numbers are long gone by. */
const isNext = ({ step }: Context, listed: string, protocol: Protocol): boolean =>
  step !== null &&
  listsOf(protocol).some(({ choose, options }) => choose === listed && options.some(({ go }) => go === step));

interface Listed {
  choose: string;
  options: readonly { id: string; go?: string }[];
}
const known = new WeakMap<Protocol, readonly Listed[]>();
function listsOf(protocol: Protocol): readonly Listed[] {
  const before = known.get(protocol);
  if (before) return before;
  const found = Object.values(protocol.steps).filter(step => step.labels === true) as unknown as Listed[];
  known.set(protocol, found);
  return found;
}

/** Her text, or the words of the option whose number it is, where what she was asked since has no numbers, and no yes or no. */
export function inWords(text: string, context: Context | null, protocol: Protocol): string {
  // "Las dos" may be both of something else.
  if (context?.listed === undefined || !/\d/.test(text) || !isFree(context, protocol)) return text;
  const list = listsOf(protocol).find(({ choose }) => choose === context.listed);
  const [at, ...more] = list ? chosenNumbers(text, list.options.length) : [];
  const option = at === undefined || more.length > 0 ? undefined : list?.options[at - 1];
  return (option && textIn(protocol, `${context.listed}.${option.id}`, context.locale)?.text) ?? text;
}

function isFree(context: Context, protocol: Protocol): boolean {
  const { marks, owner, need } = context;
  if (marks.emergency || marks.quiet || marks.doubt || marks.cover || marks.blocked) return false;
  if (marks.guess === 'asked' || marks.survey) return false;
  if (owner.kind === 'queue') return !marks.asking && need?.offered !== true;
  return (
    owner.kind === 'bot' && !asksNumber(context, protocol) && !asksYes(context, protocol) && !lists(context, protocol)
  );
}

/** It names ways to go on, with numbers or without. */
function lists({ step: id }: Context, { steps }: Protocol): boolean {
  const step = id === null ? undefined : steps[id];
  return step !== undefined && kindOf(step)?.lists === true;
}
const asksNumber = ({ step }: Context, protocol: Protocol): boolean => takesNumber(fitsOf(step, protocol));
const asksYes = ({ step }: Context, protocol: Protocol): boolean => {
  const fits = fitsOf(step, protocol);
  return fits === undefined || readsYes(fits);
};

function fitsOf(id: string | null, { steps, around }: Protocol): Condition | undefined {
  const step = id === null ? undefined : steps[id];
  return step && kindOf(step)?.fits?.(step as never, around);
}
