/** Contrast between two colours, as WCAG 2.2 defines it (success criteria 1.4.3 and 1.4.11). */

/**
 * From 1 (the same colour) to 21 (black on white).
 * Colours are `#RRGGBB`; anything else throws.
 */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance, 0 (black) to 1 (white). */
function luminance(colour: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`${colour} is not a colour; write it as #RRGGBB`);
  const [red, green, blue] = [1, 3, 5].map(at => linear(parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Undoes the screen's gamma. */
const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
