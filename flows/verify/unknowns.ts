/**
 * Turns with unknowns. A guard asks something that we do not know (does her text say yes? did she say that it is safe?);
 * the turn is then run once for each answer that changes where it goes, so that each way that guards can tell apart is
 * tried, whatever the guards are, and no list of texts to try has to be kept.
 *
 * A guard is asked as a whole, and branches once. From a yes or a no as much is learnt as is certain: of "a and b" a yes
 * says both, a no says neither which. What is not learnt stays possible, so a run may stand for more than can happen, never
 * for less; and a turn has as many runs as guards it meets, not as many as their answers can be combined.
 */

/** Something that has one of several values, and whether it fits. */
export interface Atom {
  about: string;
  domain: readonly unknown[];
  test(value: never): boolean;
}

export type Formula = boolean | Atom | { all: readonly Formula[] } | { any: readonly Formula[] } | { not: Formula };

export interface Answer {
  about: string;
  /** What is still possible of it when the turn ends; the first is the likeliest. */
  left: readonly unknown[];
  /** What could have been; the first is what says nothing. */
  of: readonly unknown[];
}

export const atom = <T>(about: string, domain: readonly T[], test: (value: T) => boolean): Atom => ({
  about,
  domain,
  test: test as (value: never) => boolean,
});

/** Known from the start: her text reads as nothing but what is known of it. */
export const NOTHING_ELSE: Answer = { about: 'reads nothing else', left: [true], of: [true] };

/** A question that a guard asked in a run. */
interface Asked {
  formula: Formula;
  answer: boolean;
  /** May it be answered otherwise too? Not where what was known left no choice, or where both answers have been tried. */
  open: boolean;
  /** What was learnt from the answer. */
  learnt: readonly Answer[];
}

/**
 * One run. A guard is answered no where both are possible, and the run after it takes the same way up to the last such
 * no, answered yes. Up to there nothing has to be worked out again: what was asked is remembered, with what was learnt.
 */
export class Unknowns {
  readonly #asked: Asked[] = [];
  readonly #again: readonly Asked[];
  readonly #known: readonly Answer[];
  #left: Map<string, Answer>;
  #learnt: Answer[] = [];

  /**
   * @param again what an earlier run was asked, up to the no that is a yes now
   * @param known what is known from the start: values by what they are about
   */
  constructor(again: readonly Asked[] = [], known: readonly Answer[] = []) {
    this.#again = again;
    this.#known = known;
    this.#left = new Map(known.map(answer => [answer.about, answer]));
  }

  holds(question: () => Formula): boolean {
    const same = this.#again[this.#asked.length];
    if (same && this.#asked.length < this.#again.length - 1) {
      this.#asked.push(same);
      return same.answer;
    }
    if (same) for (const { learnt } of this.#asked) for (const one of learnt) this.#left.set(one.about, one);
    const formula = question();
    const certain = this.#certain(formula);
    const answer = certain ?? same !== undefined;
    this.#asked.push({ formula, answer, open: certain === null && !answer, learnt: (this.#learnt = []) });
    if (certain !== null) return certain;
    this.#learn(formula, answer);
    if (answer) this.#prefer(formula);
    return answer;
  }

  /** How many questions were asked. */
  get count(): number {
    return this.#asked.length;
  }

  /** Of how many questions the answers are given by an earlier run. */
  get replayed(): number {
    return Math.max(this.#again.length - 1, 0);
  }

  /** What was asked after so many questions. */
  after(count: number): readonly Pick<Asked, 'formula' | 'answer'>[] {
    return this.#asked.slice(count);
  }

  /** The same run, from its start. */
  restart(): void {
    this.#asked.length = 0;
    this.#left = new Map(this.#known.map(answer => [answer.about, answer]));
  }

  /** The way to the last question that may be answered otherwise too; null when none is left. */
  other(): readonly Asked[] | null {
    const last = this.#asked.findLastIndex(({ open }) => open);
    return last < 0 ? null : this.#asked.slice(0, last + 1);
  }

  answers(): Answer[] {
    return [...this.#left.values()];
  }

  #keep(answer: Answer): void {
    this.#left.set(answer.about, answer);
    this.#learnt.push(answer);
  }

  /** The atom answered in both ways, of what is possible still. */
  #parts(asked: Atom): Parts {
    const { about, domain } = asked;
    const known = this.#left.get(about);
    return partsOf(asked, known?.left ?? (this.#reads(about) ? domain : firstOf(domain)), known?.of ?? domain);
  }

  #isCertain(asked: Atom): boolean | null {
    const { yes, no } = this.#parts(asked);
    return no.left.length === 0 ? true : yes.left.length === 0 ? false : null;
  }

  /** Whether this may be in her text. */
  #reads(about: string): boolean {
    return !this.#left.has(NOTHING_ELSE.about) || !/^(?:reads\.|picks )/.test(about);
  }

  /** Null while both are possible. */
  #certain(formula: Formula): boolean | null {
    if (typeof formula === 'boolean') return formula;
    if ('about' in formula) return this.#isCertain(formula);
    if ('not' in formula) {
      const inner = this.#certain(formula.not);
      return inner === null ? null : !inner;
    }
    const all = 'all' in formula;
    let certain: boolean | null = all;
    for (const part of all ? formula.all : formula.any) {
      const one = this.#certain(part);
      if (one === !all) return !all;
      if (one === null) certain = null;
    }
    return certain;
  }

  #learn(formula: Formula, value: boolean): void {
    if (typeof formula === 'boolean') return;
    if ('about' in formula) {
      const { yes, no } = this.#parts(formula);
      this.#keep(value ? yes : no);
      return;
    }
    if ('not' in formula) return this.#learn(formula.not, !value);
    const all = 'all' in formula;
    const open = (all ? formula.all : formula.any).filter(part => this.#certain(part) === null);
    // A yes to all, or a no to any, is an answer to each; otherwise it is one of the open ones, and known only if it is alone.
    if (value === all || open.length === 1) for (const part of open) this.#learn(part, value);
  }

  /** Of several ways in which it can be so, the first one comes first: nothing is ruled out. */
  #prefer(formula: Formula): void {
    if (typeof formula === 'boolean' || 'not' in formula) return;
    if ('about' in formula) {
      const { yes, no } = this.#parts(formula);
      if (no.left.length > 0 || !this.#left.has(formula.about)) this.#keep({ ...yes, left: [...yes.left, ...no.left] });
    } else if ('all' in formula) for (const part of formula.all) this.#prefer(part);
    else {
      const possible = formula.any.find(part => this.#certain(part) !== false);
      if (possible !== undefined) this.#prefer(possible);
    }
  }
}

interface Parts {
  yes: Answer;
  no: Answer;
}

/** Thousands of turns answer the same questions. @param of what could have been */
function partsOf(asked: Atom, left: readonly unknown[], of: readonly unknown[]): Parts {
  const made = parts.get(asked) ?? new WeakMap<readonly unknown[], Parts>();
  parts.set(asked, made);
  const known = made.get(left);
  if (known) return known;
  const { about } = asked;
  const fits = asked.test as (value: unknown) => boolean;
  const both = {
    yes: { about, left: left.filter(v => fits(v)), of },
    no: { about, left: left.filter(v => !fits(v)), of },
  };
  made.set(left, both);
  return both;
}
const parts = new WeakMap<Atom, WeakMap<readonly unknown[], Parts>>();

/** What says nothing, alone. */
function firstOf(domain: readonly unknown[]): readonly unknown[] {
  const known = firsts.get(domain) ?? domain.slice(0, 1);
  firsts.set(domain, known);
  return known;
}
const firsts = new WeakMap<readonly unknown[], readonly unknown[]>();

/** Every run that guards can tell apart, the one with all answers no first, with what is known at its end. */
export function everyRun<T>(
  run: (unknowns: Unknowns) => T,
  known: readonly Answer[] = [],
): { result: T; answers: readonly Answer[] }[] {
  const runs: { result: T; answers: readonly Answer[] }[] = [];
  for (let again: readonly Asked[] | null = []; again !== null; ) {
    const unknowns: Unknowns = new Unknowns(again, known);
    const result = run(unknowns);
    runs.push({ result, answers: unknowns.answers() });
    again = unknowns.other();
  }
  return runs;
}
