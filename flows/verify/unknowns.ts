/**
 * Turns with unknowns. A guard asks something that we do not know (does her text say yes? did she say that it is safe?);
 * the turn is then run once for each answer that changes what it asks next, and for no other. So each way that guards can
 * tell apart is tried exactly once, whatever the guards are, and no list of texts to try has to be kept.
 */

export interface Answer {
  about: string;
  /** What is still possible of it when the turn ends; the first is as good as any other. */
  left: readonly unknown[];
  /** What could have been. */
  of: readonly unknown[];
}

/** One run: the first questions are answered as the script says, the others with no. */
export class Unknowns {
  readonly given: boolean[] = [];
  readonly #script: readonly boolean[];
  readonly #left = new Map<string, { left: readonly unknown[]; of: readonly unknown[] }>();

  constructor(script: readonly boolean[]) {
    this.#script = script;
  }

  /** Does the unknown fit? Asks only when both answers are still possible; both will be tried. */
  fits<T>(about: string, domain: readonly T[], test: (value: T) => boolean): boolean {
    const known = this.#left.get(about) ?? { left: domain, of: domain };
    const yes = (known.left as readonly T[]).filter(test);
    if (yes.length === known.left.length) return true;
    if (yes.length === 0) return false;
    const answer = this.#script[this.given.length] ?? false;
    this.given.push(answer);
    this.#left.set(about, { ...known, left: answer ? yes : (known.left as readonly T[]).filter(value => !test(value)) });
    return answer;
  }

  answers(): Answer[] {
    return [...this.#left].map(([about, known]) => ({ about, ...known }));
  }
}

/** Every run that answers can tell apart, the one with all answers no first. */
export function everyRun<T>(run: (unknowns: Unknowns) => T): { result: T; unknowns: Unknowns }[] {
  const runs: { result: T; unknowns: Unknowns }[] = [];
  for (let script: readonly boolean[] | null = []; script !== null; ) {
    const unknowns = new Unknowns(script);
    runs.push({ result: run(unknowns), unknowns });
    const last: number = unknowns.given.lastIndexOf(false);
    script = last < 0 ? null : [...unknowns.given.slice(0, last), true];
  }
  return runs;
}
