/** Two boxes of the screen kept apart, px. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the top of a box goes so that it does not lie over another: where it is, else above, else below it. */
export function apart(box: Box, other: Box, gap: number, screen: number): number {
  const isBeside = box.left + box.width <= other.left || other.left + other.width <= box.left;
  const isApart = isBeside || box.top + box.height <= other.top || other.top + other.height <= box.top;
  if (isApart) return box.top;
  const above = other.top - gap - box.height;
  // Where there is room on neither side it stays over the end of the screen that is farther from the hand.
  return above >= 0 ? above : Math.min(other.top + other.height + gap, Math.max(0, screen - box.height));
}
