import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventReader } from './events.js';

const stream = 'event: writer\ndata: {"kind":"bot"}\n\n: here\n\nid: 7\nevent: line\ndata: {"text":"¿sí?"}\n\n';

test('wherever the pieces end, the events are the same', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length)), cuts => {
      const read = createEventReader();
      const at = [0, ...cuts.sort((a, b) => a - b), stream.length];
      const events = at.slice(1).flatMap((end, i) => read(stream.slice(at[i], end)));
      expect(events).toEqual([
        { name: 'writer', data: '{"kind":"bot"}' },
        { name: 'line', data: '{"text":"¿sí?"}' },
      ]);
    }),
  );
});

test('an event that is not whole is not told', () => {
  expect(createEventReader()('event: line\ndata: {"te')).toEqual([]);
});

test('lines may end as Windows ends them', () => {
  expect(createEventReader()('event: line\r\ndata: 1\r\n\r\n')).toEqual([{ name: 'line', data: '1' }]);
});
