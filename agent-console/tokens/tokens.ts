/**
 * The colours of every screen: one table, from which tokens.css is written and the contrast is proved.
 *
 * A token says what a colour means, never what it looks like. Components use `var(--c-<name>)`, and `var(--c-<name>-tint)`
 * for the paper under a coloured text; a raw colour in a component is a mistake. Each value is [light, dark, contrast].
 */

export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];
export type Shades = readonly [light: string, dark: string, contrast: string];

export interface Token {
  ink: Shades;
  /** The paper that goes with the ink, where the token is a meaning and not a surface. */
  tint?: Shades;
  /** What is read on it or with it. */
  use: string;
  /**
   * The least contrast, per theme, over every surface where it may lie. The test computes it from this table and
   * fails when a colour changed and this did not, or when it is too low to be read.
   */
  worst?: readonly [light: number, dark: number, contrast: number];
}

/** What lies under everything else. */
const surfaces = {
  canvas: { ink: ['#FFFFFF', '#12161E', '#000000'], use: 'page and chat background' },
  surface: { ink: ['#F5F6F8', '#191F29', '#000000'], use: 'queue, facts, side panels' },
  raised: { ink: ['#FFFFFF', '#202735', '#0A0A0A'], use: 'menus, dialogs, her bubble' },
  hover: { ink: ['#E9ECF1', '#283143', '#1F1F1F'], use: 'the row under the pointer, a pressed neutral button' },
  selected: {
    ink: ['#DFE9F7', '#22385A', '#003A75'],
    use: 'the open conversation, the chosen option, with a 3 px left mark',
  },
} as const satisfies Record<string, Token>;

/** Edges: a line must be seen (3:1), a hair only helps. */
const edges = {
  line: {
    ink: ['#7C8594', '#7A869B', '#FFFFFF'],
    use: 'borders of inputs and buttons, edges of regions',
    worst: [3.4, 4.5, 21],
  },
  hair: { ink: ['#D5D9E0', '#313A4A', '#FFFFFF'], use: 'separators of rows; decoration only' },
  focus: {
    ink: ['#0B57D0', '#8AB8F5', '#FFFF00'],
    use: 'focus ring, 2 px solid with 2 px offset',
    worst: [5.2, 5.8, 10.5],
  },
} as const satisfies Record<string, Token>;

/** Inks without a paper of their own. */
const inks = {
  text: { ink: ['#1B2130', '#E8ECF3', '#FFFFFF'], use: 'everything that is read', worst: [13.1, 9.9, 11.3] },
  muted: {
    ink: ['#505A6B', '#A9B4C6', '#E0E0E0'],
    use: 'times, captions, placeholders; never an error',
    worst: [5.7, 5.6, 8.5],
  },
  accent: {
    ink: ['#1F5FA8', '#8AB8F5', '#9CD2FF'],
    use: 'links, the focused tab, the primary button',
    worst: [5.3, 5.8, 7.0],
  },
  'on-accent': { ink: ['#FFFFFF', '#0C1420', '#000000'], use: 'text on a solid fill', worst: [6.4, 9.0, 12.4] },
} as const satisfies Record<string, Token>;

/** Meanings: an ink and its paper. */
const meanings = {
  imminent: {
    ink: ['#A3122B', '#FF9AA6', '#FFB3BC'],
    tint: ['#FCE8EB', '#4A1420', '#4D0010'],
    use: 'SOS and imminent risk; a failed message inside an emergency. Nothing else is ever this red',
    worst: [6.4, 5.9, 6.7],
  },
  high: {
    ink: ['#9A3B00', '#FFB37A', '#FFC58F'],
    tint: ['#FDEDE0', '#45240B', '#3D1F00'],
    use: 'high risk, a deadline that is passed',
    worst: [5.7, 6.7, 7.3],
  },
  medium: {
    ink: ['#6B5200', '#F0D264', '#FFE46B'],
    tint: ['#FBF3D6', '#3A2F08', '#332B00'],
    use: 'medium risk, a deadline that is near, an internal note',
    worst: [6.1, 7.9, 8.9],
  },
  low: {
    ink: ['#3F4B5E', '#B7C2D4', '#E0E0E0'],
    tint: ['#EEF0F4', '#262E3C', '#1A1A1A'],
    use: 'low or not assessed, what the robot writes',
    worst: [7.2, 6.6, 8.5],
  },
  ok: {
    ink: ['#17653A', '#7FD8A2', '#8BF0B4'],
    tint: ['#E5F4EA', '#123522', '#002B14'],
    use: 'delivered, on line, a call that a person answered',
    worst: [5.8, 6.9, 8.2],
  },
  safety: {
    ink: ['#6A2C91', '#D9B2F2', '#EBCBFF'],
    tint: ['#F4EAFA', '#38204A', '#2E0A45'],
    use: 'withheld, safe contact, erasing: her protection at work',
    worst: [7.2, 6.5, 7.8],
  },
  human: {
    ink: ['#1F5FA8', '#A9CBF8', '#B8DCFF'],
    tint: ['#E4EEFA', '#1B3252', '#00244D'],
    use: 'what an executive writes, what is mine',
    worst: [5.3, 7.1, 7.9],
  },
  drill: {
    ink: ['#00565E', '#6FD9E3', '#7DF0FA'],
    tint: ['#DDF3F5', '#0B3A40', '#00343A'],
    use: 'a drill, the simulator, a draft: not real',
    worst: [6.9, 7.1, 8.4],
  },
} as const satisfies Record<string, Token>;

export const tokens: Readonly<Record<string, Token>> = { ...surfaces, ...edges, ...inks, ...meanings };
/** @internal */
export const surfaceNames = Object.keys(surfaces);
/** @internal */
export const meaningNames = Object.keys(meanings);
