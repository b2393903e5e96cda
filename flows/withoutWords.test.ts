import { expect, test } from 'vitest';
import { initialContext } from './context.js';
import { withoutWords } from './withoutWords.js';

test('what a person wrote down with her stays, and what she told goes', () => {
  const { kept, coverWords, place, unfit } = withoutWords({
    ...initialContext('es'),
    place: { text: 'calle uno 34', kind: 'text' } as never,
    coverWords: ['paraguas'],
    unfit: ['deaf'],
    kept: {
      check_word: 'girasol',
      name: 'Ana',
      safe_hours: 'de lo que ella dijo',
      no_call: true,
      safe_contact: { noCall: true, safeHours: [{ from: 480, to: 720 }] },
    },
  });
  expect(kept).toEqual({
    check_word: 'girasol',
    no_call: true,
    safe_hours: [{ from: 480, to: 720 }],
    safe_contact: { noCall: true, safeHours: [{ from: 480, to: 720 }] },
  });
  expect({ coverWords, place, unfit }).toEqual({ coverWords: ['paraguas'], place: null, unfit: ['deaf'] });
});
