/** Reads an event stream as it comes, in pieces that may end anywhere. */

export interface StreamEvent {
  name: string;
  data: string;
}

/** Feed it pieces of text; it returns the events that became whole. Comments count for nothing here. */
export function createEventReader(): (piece: string) => StreamEvent[] {
  let rest = '';
  return piece => {
    rest += piece.replace(/\r/g, '');
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.flatMap(eventOf);
  };
}

function eventOf(block: string): StreamEvent[] {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
  }
  return data.length > 0 ? [{ name, data: data.join('\n') }] : [];
}
