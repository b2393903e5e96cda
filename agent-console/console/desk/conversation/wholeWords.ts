/** What she wrote, whole, of which a row shows an excerpt: the last message of hers that holds it, else the excerpt itself. */
import type { Line } from '../../live/thread.js';

export function wholeWords(excerpt: string, lines: readonly Line[]): string {
  const core = excerpt.replace(/^…|…$/g, '');
  const texts = lines.flatMap(line =>
    'item' in line && line.item.kind === 'message' && line.item.direction === 'in'
      ? [line.item.text.replace(/\s+/g, ' ').trim()]
      : [],
  );
  return texts.findLast(text => core !== '' && text.includes(core)) ?? excerpt;
}
