/**
 * What she asks in an emergency beside the question that she is asked: what to do, whether to open, to run, to call, how long
 * it takes, whether he will know, that nobody be told. It is answered in one line before that question, whatever step it is:
 * she acts on it now. Nothing of it promises that anybody comes. Where she has no address to write, she is asked what is near.
 */
import type { Say } from '../actions.js';
import type { Context } from '../context.js';
import type { World } from '../events.js';
import type { Condition } from '../guards.js';
import { tellsOf, TOPICS } from '../danger/herWords.js';
import type { Reading } from '../reading.js';
import { all, reads } from '../steps/parts.js';

/** Texts that ask her something, or tell her that she is read: what she asked goes before them. */
const ASKING = /^sos\.(?:open|ask-|confirm-place|noted|doubt-noted)/;
const ASKING_WHERE: ReadonlySet<string> = new Set(['sos.ask-place', 'sos.ask-rest-of-place']);
/** What comes next where it was asked already: where she is goes before who is there. */
const ASKED_NEXT = 'sos.ask-who';

/** In place of that the team was told, where nobody of it is there and nobody can be called to it. */
const TOLD = 'sos.told-people';
const TOLD_NOBODY = 'sos.told-nobody';

/** Lines by what she asks, the first that fits: by words that ask of themselves, and by words that do where it is a question. */
const LINES: readonly { key: string; says: readonly string[]; asks?: readonly string[] }[] = [
  { key: 'sos.way-out', says: ['asks-way-out'], asks: ['way-out'] },
  { key: 'sos.no-line', says: ['no-line'] },
  { key: 'sos.whom-to-tell', says: ['asks-whom-to-tell'] },
  { key: 'sos.other-number', says: ['asks-other-number'] },
  { key: 'sos.whom-to-call', says: ['asks-whom-to-call'] },
  { key: 'sos.where-to-go', says: ['asks-where-to-go'] },
  { key: 'sos.to-call', says: [], asks: ['to-call'] },
  { key: 'sos.to-get-off', says: ['asks-to-get-off'], asks: ['get-off'] },
  { key: 'sos.to-take', says: ['asks-what-to-take'] },
  { key: 'sos.what-to-do', says: ['asks-next'] },
  { key: 'sos.to-be-seen', says: ['asks-to-be-seen'], asks: ['to-be-seen'] },
  { key: 'sos.arrival', says: ['asks-arrival'], asks: ['arrival'] },
  { key: 'sos.if-known', says: ['asks-if-known'], asks: ['found-out'] },
  { key: 'sos.if-heard', says: ['asks-if-heard'] },
  { key: 'sos.to-report', says: ['asks-to-report'] },
  { key: 'sos.untold', says: ['asks-secrecy'] },
  { key: TOLD, says: ['wants-person', 'asks-call'] },
  { key: 'sos.free', says: ['asks-cost'] },
  { key: 'sos.who-reads', says: ['asks-who-reads', 'asks-if-robot'] },
  { key: 'sos.if-held', says: ['asks-if-held'] },
];

/** The key of the line that answers it, or null. */
export function adviceFor(
  { say, author = 'bot' }: Say,
  { marks }: Context,
  read: Reading | null,
  { staffed, onCall }: Pick<World, 'staffed' | 'onCall'>,
): string | null {
  if (!read || !marks.emergency || author !== 'bot' || !ASKING.test(say)) return null;
  const isAny = (names: readonly string[] = []): boolean => names.some(name => read.reads(name));
  const line = LINES.find(({ says, asks }) => isAny(says) || (isAny(asks) && read.reads('asks')))?.key;
  // "Toy donde mi mamá": no address of it is known.
  const isHome = ASKING_WHERE.has(say) && read.place === null && read.reads('home-of-hers');
  if (line === TOLD && !staffed && !onCall) return TOLD_NOBODY;
  return line ?? (isHome ? 'sos.home-noted' : null);
}

/** She asks something that a line answers, and does not say beside it who is there. */
export const asksBeside: Condition = all(
  {
    any: [
      reads(...LINES.flatMap(({ says }) => says)),
      all(reads('asks'), reads(...LINES.flatMap(({ asks = [] }) => asks))),
    ],
  },
  { not: all(reads('names-who'), { not: reads('asks-secrecy') }) },
);

/**
 * She asks what no line answers ("¿qué pasa con los niños?"), or fears for her children: a person answers it, and is told. It is no
 * answer to what she was asked.
 */
export const asksPerson: Condition = {
  any: [
    reads('fears-for-children'),
    all(
      {
        any: [
          all(reads('asks-outright'), { not: reads('brief') }),
          all(reads('asks'), { intent: ['general_info', 'specific_question', 'request_status'] }),
        ],
      },
      {
        not: {
          any: [
            asksBeside,
            reads('grave', 'place', 'names-who', 'yes', 'no', 'unknown', 'anybody-there', 'menu', 'number', 'media'),
            tellsOf(...TOPICS),
          ],
        },
      },
    ),
  ],
};

/** What is asked in its place: who has no street and number can still say what stands near. */
export function askedInstead(key: string, { marks }: Context, read: Reading | null): string | null {
  if (!read || !marks.emergency || marks.place === 'full' || read.place?.street !== undefined) return null;
  const isNext = key === ASKED_NEXT && read.reads('no-address');
  const isWhere =
    ASKING_WHERE.has(key) && (read.reads('no-address') || (read.place === null && read.reads('sold-there')));
  return isNext || isWhere ? 'sos.ask-near' : null;
}
