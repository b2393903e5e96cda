/**
 * Phrases that differ in a word are written once in a protocol: "(anular|cancelar) (la|mi|) hora" stands for six of them.
 * An empty alternative means that nothing stands there.
 */
const GROUP = /\(([^()]*)\)/;

/** All phrases that a written one stands for, in the order of its alternatives. */
export function alternatives(written: string): string[] {
  const group = GROUP.exec(written);
  if (!group) return [written.replace(/\s+/g, ' ').trim()];
  const [before, after] = [written.slice(0, group.index), written.slice(group.index + group[0].length)];
  return group[1]!.split('|').flatMap(one => alternatives(`${before}${one}${after}`));
}
