/** What a channel shows, and how choices are shown on it: as buttons or a list where they fit, otherwise as numbered lines. */
/** What a channel shows (a part of its capabilities). */
export interface Shape {
  buttons: { most: number; label: number } | null;
  list: { most: number; label: number } | null;
  body: number;
  /** Choices stand in the text by number as well: whoever shows the text alone loses none. */
  numberedToo?: true;
  /** It knows nobody's telephone number. Texts that ask for one have a variant for it, `….no-telephone`. */
  uncallable?: true;
}

/** What every channel shows: no text needs more than this. */
export const NARROWEST = {
  buttons: { most: 3, label: 20 },
  list: { most: 10, label: 24 },
  body: 4096,
} as const satisfies Shape;

export function fits(choices: readonly { label: string }[], shape: Shape): boolean {
  const room = (limit: { most: number; label: number } | null): boolean =>
    limit !== null && choices.length <= limit.most && choices.every(c => c.label.length <= limit.label);
  return room(shape.buttons) || room(shape.list);
}

/** Whether the text has to list them by number. */
export const isNumbered = (choices: readonly { label: string }[], shape: Shape): boolean =>
  shape.numberedToo === true || !fits(choices, shape);

export const numbered = (text: string, choices: readonly { label: string }[]): string =>
  [text, ...choices.map((c, i) => `${i + 1}. ${c.label}`)].join('\n');
