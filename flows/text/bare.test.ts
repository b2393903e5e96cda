import { describe, expect, test } from 'vitest';
import { bare } from './bare.js';

describe('what a short message says, without what stands beside it', () => {
  test.each([
    ['¿Quién eres?', 'oye kien eres wn??'],
    ['con quién hablai', 'con kien ablai'],
    ['llegó', 'chuta, llego'],
    ['who is this', 'hey who is this??'],
    ['hes home', 'he’s home'],
    ['im fine', "I'm fine"],
  ])('"%s" and "%s" say the same', (one, other) => {
    expect(bare(other)).toBe(bare(one));
  });

  test.each([
    ['quién es', 'quién es mi abogada'],
    ['llegó', 'llegó la orden del tribunal'],
    ['no', 'no contesta'],
  ])('"%s" and "%s" do not', (one, other) => {
    expect(bare(other)).not.toBe(bare(one));
  });

  test('of greetings alone nothing is left', () => {
    expect(bare('hola, ya po 🙂')).toBe('');
  });
});
