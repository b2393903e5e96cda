/** Holds what happened against what a dialogue expects. */
import type { Check, Expect } from './dialogue.js';
import { type Failure, type Happened, STORE_DOWN } from './events.js';

export function failuresOf(expect: Expect, events: readonly Happened[]): Failure[] {
  const all = { name: '', events };
  const turns = windows(events);
  return [
    ...refused(events),
    ...reached(all, expect.reaches ?? []),
    ...never(all, expect.never ?? []),
    ...mustSay(all, expect.must_say ?? []),
    ...mustNotSay(all, expect.must_not_say ?? []),
    ...(expect.checks ?? []).flatMap(check => checked(check, turns)),
  ];
}

/**
 * Acts that the desk refused: what follows them in the dialogue did not happen as it is written. Of two who take at once
 * one is late, which is as a dialogue may want it; so is a store that it put out of reach.
 */
const refused = (events: readonly Happened[]): Failure[] =>
  events.flatMap(event =>
    event.kind !== 'refused' || event.why === STORE_DOWN || (event.what === 'take' && event.why === 'owned')
      ? []
      : [{ check: `the desk takes "${event.what}"`, found: `refused at ${event.at_s} s: ${event.why}` }],
  );

/** A stretch of what happened, and how a failure names it. */
interface Stretch {
  name: string;
  events: readonly Happened[];
}

function checked(check: Check, turns: readonly Happened[][]): Failure[] {
  const at = check.after === 'end' ? turns.length : check.after;
  const name = `after ${check.after}: `;
  const own = turns[at - 1];
  if (!own) return [{ check: `${name}a ${ordinal(at)} citizen turn`, found: `the dialogue has ${turns.length}` }];
  const here: Stretch = { name, events: own };
  const began = own[0]!.at_s;
  const soon = turns
    .slice(at - 1, check.within_turns === undefined ? at : at - 1 + check.within_turns)
    .flat()
    .filter(event => check.within_s === undefined || event.at_s - began <= check.within_s);
  const sent = own.filter(isOutbound);
  return [
    ...reached({ name, events: soon }, check.reaches ?? []),
    ...never(here, check.never ?? []),
    ...mustSay(here, check.must_say ?? []),
    ...mustNotSay(here, check.must_not_say ?? []),
    ...(check.silent === true && sent.length > 0
      ? [{ check: `${name}silent`, found: quoted(sent.map(e => e.text)) }]
      : []),
    ...(check.silent === false && sent.length === 0
      ? [{ check: `${name}something is said`, found: 'nothing was sent' }]
      : []),
  ];
}

const ordinal = (n: number): string => `${n}${['st', 'nd', 'rd'][n - 1] ?? 'th'}`;

/** What happened from each citizen turn until the next one, as they are written: also of one that is delivered again. */
function windows(events: readonly Happened[]): Happened[][] {
  const turns: Happened[][] = [];
  for (const event of events) {
    if (event.kind === 'inbound') turns.push([]);
    turns.at(-1)?.push(event);
  }
  return turns;
}

/** A subsequence: others may lie between. */
function reached({ name, events }: Stretch, wanted: readonly string[]): Failure[] {
  const found = events.flatMap(event => (event.kind === 'milestone' ? [event.name as string] : []));
  let from = 0;
  for (const milestone of wanted) {
    const at = found.indexOf(milestone, from);
    if (at === -1)
      return [
        {
          check: `${name}reaches ${wanted.join(', ')}`,
          found: `no ${milestone}${from > 0 ? ` after ${found[from - 1]}` : ''}; there were ${counted(found) || 'none'}`,
        },
      ];
    from = at + 1;
  }
  return [];
}

/** `a, b ×3, c`: the same again and again is told once. */
function counted(names: readonly string[]): string {
  const runs: { name: string; times: number }[] = [];
  for (const name of names) {
    const last = runs.at(-1);
    if (last?.name === name) last.times++;
    else runs.push({ name, times: 1 });
  }
  return runs.map(({ name, times }) => (times > 1 ? `${name} ×${times}` : name)).join(', ');
}

function never({ name, events }: Stretch, unwanted: readonly string[]): Failure[] {
  return unwanted.flatMap(milestone => {
    const event = events.find(e => e.kind === 'milestone' && e.name === milestone);
    return event ? [{ check: `${name}never ${milestone}`, found: `at ${event.at_s} s` }] : [];
  });
}

function mustSay({ name, events }: Stretch, expressions: readonly string[]): Failure[] {
  const said = events.filter(isOutbound).filter(event => event.author !== 'executive');
  return expressions.flatMap(expression =>
    said.some(event => matches(expression, event))
      ? []
      : [{ check: `${name}must_say "${expression}"`, found: quoted(said.map(e => e.text)) || 'nothing was sent' }],
  );
}

function mustNotSay({ name, events }: Stretch, expressions: readonly string[]): Failure[] {
  const sent = events.filter(isOutbound);
  return expressions.flatMap(expression => {
    const said = sent.find(event => matches(expression, event));
    return said ? [{ check: `${name}must_not_say "${expression}"`, found: quoted([said.text]) }] : [];
  });
}

type Outbound = Extract<Happened, { kind: 'outbound' }>;
const isOutbound = (event: Happened): event is Outbound => event.kind === 'outbound';
const quoted = (texts: readonly string[]): string => texts.map(text => `«${text.replaceAll('\n', ' ')}»`).join(' ');

/** Without accents or case, from the start of a word. */
function matches(expression: string, { text, choices }: Outbound): boolean {
  const pattern = new RegExp(`(?<![a-z0-9])(?:${bare(expression)})`, 'i');
  return [text, ...(choices ?? [])].some(shown => pattern.test(bare(shown).replace(/\s+/g, ' ')));
}

/** Letters without their marks; nothing else changes, so that an expression keeps its meaning. */
const bare = (text: string): string => text.normalize('NFD').replace(/\p{Mn}/gu, '');
