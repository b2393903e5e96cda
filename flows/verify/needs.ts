/**
 * What is not known of her text and of what she needs: the values that guards can tell apart, and what a question about a
 * need comes to as a turn goes on.
 */
import type { Condition } from '../guards.js';
import { INTENTS } from '../sense/types.js';
import { atom, type Formula } from './unknowns.js';

export const NO_YES = [false, true] as const;
export const RISK_LEVELS = [0, 1, 2, 3, 4] as const;
/** First the one that means nothing, so that the plainest text is tried first. */
export const MEANT = ['other', ...INTENTS.filter(intent => intent !== 'other')];
const VAGUE = ['other', 'greeting'];
export const SHEETS = ['none', 'plain', 'sensitive', 'several', 'unasked'];
const YES_NO = { about: 'reads.yes-no', of: ['neither', 'yes', 'no', 'only-no', 'unknown'] };
/** Readings that exclude each other, or that one text cannot have without the other. */
const GROUPS: Record<string, { about: string; of: readonly string[]; when: readonly string[] }> = {
  yes: { ...YES_NO, when: ['yes'] },
  no: { ...YES_NO, when: ['no', 'only-no'] },
  'only-no': { ...YES_NO, when: ['only-no'] },
  unknown: { ...YES_NO, when: ['unknown'] },
  place: { about: 'reads.place', of: ['none', 'partial', 'full', 'point'], when: ['partial', 'full', 'point'] },
  'full-place': { about: 'reads.place', of: ['none', 'partial', 'full', 'point'], when: ['full'] },
  address: { about: 'reads.place', of: ['none', 'partial', 'full', 'point'], when: ['partial', 'full'] },
  location: { about: 'reads.place', of: ['none', 'partial', 'full', 'point'], when: ['point'] },
  media: { about: 'reads.media', of: ['none', 'picture', 'audio'], when: ['picture', 'audio'] },
  audio: { about: 'reads.media', of: ['none', 'picture', 'audio'], when: ['audio'] },
  text: { about: 'reads.words', of: ['some', 'none'], when: ['some'] },
};

export function readingIs(name: string): Formula {
  const group = GROUPS[name];
  return group
    ? atom(group.about, group.of, value => group.when.includes(value))
    : atom(`reads.${name}`, NO_YES, Boolean);
}

/** What she needs, as the turn goes: as it was, read now, both together, or nothing. */
export type NeedNow = 'before' | 'now' | 'none' | { joined: NeedNow };

type NeedWanted = Extract<Condition, { need: unknown }>['need'];

/** As `holds` decides it of a need that is known, and as actions.ts joins two of them. */
export function needFits(need: NeedNow, wanted: NeedWanted): Formula {
  const { intent, risk, reads, sheet, text, offered } = wanted;
  return {
    all: [
      isPresent(need),
      ...(intent
        ? [
            fromNeed(
              need,
              'intent',
              MEANT,
              i => intent.includes(i),
              i => VAGUE.includes(i),
            ),
          ]
        : []),
      ...(risk === undefined ? [] : [riskFits(need, risk)]),
      ...(reads ? [{ any: reads.map(name => needReads(need, name)) }] : []),
      ...(offered ? [atom('need.offered', NO_YES, Boolean)] : []),
      ...(text ? [atom('need.words', ['some', 'none'], words => words === 'some')] : []),
      ...(sheet
        ? [
            fromNeed(
              need,
              'sheet',
              SHEETS,
              s => SHEETS_OF[sheet].includes(s),
              s => s === 'none' || s === 'unasked',
            ),
          ]
        : []),
    ],
  };
}

const SHEETS_OF: Record<NonNullable<NeedWanted['sheet']>, readonly string[]> = {
  found: ['plain', 'sensitive'],
  sensitive: ['sensitive'],
  plain: ['plain'],
  several: ['several'],
  unasked: ['unasked'],
  none: ['none'],
};

export const SURE_OF: Record<Extract<Condition, { sheet: unknown }>['sheet'], readonly string[]> = {
  any: ['plain', 'sensitive'],
  plain: ['plain'],
  near: ['plain', 'sensitive', 'several'],
};

const isPresent = (need: NeedNow): Formula => (need === 'before' ? atom('need', NO_YES, Boolean) : need !== 'none');

/** Of two joined, what she wrote now decides, unless it says nothing and something was there before. */
function fromNeed<T>(
  need: NeedNow,
  about: 'intent' | 'sheet',
  domain: readonly T[],
  test: (value: T) => boolean,
  empty: (value: T) => boolean,
): Formula {
  if (need === 'none') return false;
  if (need === 'before') return atom(`need.${about}`, domain, test);
  if (need === 'now') return atom(`read.${about}`, domain, test);
  const before = isPresent(need.joined);
  return {
    any: [
      atom(`read.${about}`, domain, value => test(value) && !empty(value)),
      { all: [atom(`read.${about}`, domain, value => test(value) && empty(value)), { not: before }] },
      { all: [atom(`read.${about}`, domain, empty), before, fromNeed(need.joined, about, domain, test, empty)] },
    ],
  };
}

function riskFits(need: NeedNow, from: number): Formula {
  if (need === 'none') return false;
  if (need === 'before') return atom('need.risk', RISK_LEVELS.slice(0, 4), level => level >= from);
  const now = atom('read.risk', RISK_LEVELS.slice(0, 4), level => level >= from);
  return need === 'now' ? now : { any: [now, { all: [isPresent(need.joined), riskFits(need.joined, from)] }] };
}

function needReads(need: NeedNow, name: string): Formula {
  if (need === 'none') return false;
  if (need === 'before') return atom(`need.reads.${name}`, NO_YES, Boolean);
  if (need === 'now') return readingIs(name);
  return { any: [readingIs(name), { all: [isPresent(need.joined), needReads(need.joined, name)] }] };
}
