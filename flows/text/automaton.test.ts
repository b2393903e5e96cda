import { describe, expect, test } from 'vitest';
import { Automaton } from './automaton.js';
import { formsIn, placesIn } from './forms.js';

const automaton = (phrases: readonly string[]): Automaton =>
  new Automaton(
    phrases.map((phrase, of) => ({
      of,
      places: placesIn(phrase).map(place => place.map(form => form.split(' ').filter(Boolean))),
    })),
  );

function found(of: Automaton, text: string): [number, string][] {
  const words = text.split(' ').filter(Boolean);
  const finds: [number, string][] = [];
  of.find(words, (phrase, from, to) => finds.push([phrase, words.slice(from, to).join(' ')]));
  return finds;
}

describe('phrases found in one pass', () => {
  const three = automaton(['me pega', 'me pega/mata el/', 'mi_ex/ viene']);
  test.each<[text: string, finds: [number, string][]]>([
    [
      'el me pega',
      [
        [0, 'me pega'],
        [1, 'me pega'],
      ],
    ],
    [
      'me mata el',
      [
        [1, 'me mata'],
        [1, 'me mata el'],
      ],
    ],
    [
      'mi ex viene',
      [
        [2, 'mi ex viene'],
        [2, 'viene'],
      ],
    ],
    ['mi viene', [[2, 'viene']]],
    ['me pegan', []],
    ['', []],
  ])('"%s"', (text, finds) => expect(found(three, text)).toEqual(finds));

  test('a phrase of which every place may be empty is in no text by itself', () => {
    expect(found(automaton(['a/ b/']), 'c a')).toEqual([[0, 'a']]);
  });

  test('finds just what its phrases find when all their forms are written out', () => {
    const written = [
      'no/nunca me/te/ dejes/deja_ir/ ya',
      'anular~la',
      'ya/ no/',
      'me deja_ir',
      'la/ puedo/ anular ya/',
    ];
    const once = automaton(written);
    const out = automaton(written.flatMap(formsIn).filter(Boolean));
    const of = written.flatMap((phrase, at) =>
      formsIn(phrase)
        .filter(Boolean)
        .map(() => at),
    );
    const vocabulary = 'no nunca me te dejes deja ir ya la anular anule anulame puede puedo x'.split(' ');
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 500; round++) {
      const text = Array.from({ length: random(8) }, () => vocabulary[random(vocabulary.length)]).join(' ');
      const apart = new Set(found(out, text).map(([phrase, words]) => `${of[phrase]} ${words}`));
      expect(new Set(found(once, text).map(([phrase, words]) => `${phrase} ${words}`))).toEqual(apart);
    }
  });
});
