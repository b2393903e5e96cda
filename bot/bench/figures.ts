/** Figures of the bench: how times are summed up, and how a number is written for a reader. */

/** Milliseconds. */
export interface Latencies {
  p50: number;
  p95: number;
  p99: number;
  most: number;
}

export function latenciesOf(times: readonly number[]): Latencies {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: sorted.at(-1) ?? 0 };
}

/** Microseconds of one call, the median of several rounds so that one pause of the machine does not count. */
export function microsOf(rounds: number, calls: number, call: (i: number) => void): number {
  const each = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    for (let i = 0; i < calls; i++) call(i);
    return ((performance.now() - begun) / calls) * 1_000;
  });
  return each.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

/** Three digits that matter: 12300, 456, 7.89. */
export const figure = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toPrecision(3));
