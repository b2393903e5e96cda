import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.js';
import { css } from './css.js';
import { meaningNames, surfaceNames, themes, tokens, type Token } from './tokens.js';

/** WCAG 2.2: text (1.4.3 AA) and what must be seen to be used (1.4.11). */
const TEXT_LEAST = 4.5;
const SHAPE_LEAST = 3;

describe.each(themes.map((theme, column) => ({ theme, column: column as 0 | 1 | 2 })))(
  'in the $theme theme',
  ({ column }) => {
    const shade = (name: string, part: 'ink' | 'tint' = 'ink') => tokens[name]![part]![column];
    const surfaces = surfaceNames.map(name => shade(name));
    const tints = meaningNames.map(name => shade(name, 'tint'));
    const worstOver = (ink: string, papers: readonly string[]) =>
      Math.min(...papers.map(paper => contrast(ink, paper)));

    test.each(['text', 'muted', 'accent', ...meaningNames])(
      '%s is read on every surface and on its own paper',
      name => {
        const { tint } = tokens[name] as Token;
        const worst = worstOver(shade(name), tint ? [...surfaces, tint[column]] : surfaces);

        expect(worst).toBeGreaterThanOrEqual(TEXT_LEAST);
        expect(rounded(worst)).toBe(tokens[name]!.worst![column]);
      },
    );

    test('what is written on a solid fill is read on each of them', () => {
      const worst = worstOver(
        shade('on-accent'),
        ['accent', ...meaningNames].map(name => shade(name)),
      );

      expect(worst).toBeGreaterThanOrEqual(TEXT_LEAST);
      expect(rounded(worst)).toBe(tokens['on-accent']!.worst![column]);
    });

    test('plain and quiet text are read on every coloured paper', () => {
      expect(worstOver(shade('text'), tints)).toBeGreaterThanOrEqual(10.4);
      expect(worstOver(shade('muted'), tints)).toBeGreaterThanOrEqual(5.9);
    });

    test('a border is seen on every surface', () => {
      expect(worstOver(shade('line'), surfaces)).toBeGreaterThanOrEqual(SHAPE_LEAST);
      expect(rounded(worstOver(shade('line'), [shade('canvas'), shade('surface')]))).toBe(
        tokens['line']!.worst![column],
      );
    });

    test('the focus ring is seen on every surface', () => {
      expect(rounded(worstOver(shade('focus'), surfaces))).toBe(tokens['focus']!.worst![column]);
    });
  },
);

test('the red of danger is nobody else’s', () => {
  for (const column of [0, 1, 2] as const) {
    const others = Object.entries(tokens).filter(([name]) => name !== 'imminent');
    expect(others.map(([, token]) => token.ink[column])).not.toContain(tokens['imminent']!.ink[column]);
  }
});

test('the style sheet says what the table says', async () => {
  await expect(css()).toMatchFileSnapshot('./tokens.css');
});

test('a colour that is not one is refused', () => {
  expect(() => contrast('red', '#FFFFFF')).toThrow('write it as #RRGGBB');
});

const rounded = (ratio: number) => Math.round(ratio * 10) / 10;
