/** F2: from region to region (queue, chat, facts …), in the order of the page, remembering where each was left. */

const left = new WeakMap<Element, HTMLElement>();
const FOCUSABLE = 'button:not([disabled]), [href], input, textarea, select, [tabindex="0"]';

export function nextRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown);
  if (regions.length === 0) return;
  const here = regions.findIndex(region => region.contains(document.activeElement));
  if (here >= 0 && document.activeElement instanceof HTMLElement)
    left.set(regions[here] as Element, document.activeElement);
  const next = regions[(here + step + regions.length) % regions.length];
  if (!next) return;
  const last = left.get(next);
  (last?.isConnected && next.contains(last) ? last : startOf(next))?.focus();
}

/** Where a region is entered by who was not in it yet. */
export const startOf = (region: Element): HTMLElement | undefined =>
  (region instanceof HTMLElement && region.matches('[data-region-start]') ? region : undefined) ??
  region.querySelector<HTMLElement>('[data-region-start]') ??
  [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isShown);

const isShown = (element: HTMLElement) => element.getClientRects().length > 0;
