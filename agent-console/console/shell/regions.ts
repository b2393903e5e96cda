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
  const first =
    next.querySelector<HTMLElement>('[data-region-start]') ??
    [...next.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isShown);
  (last?.isConnected && next.contains(last) ? last : first)?.focus();
}

const isShown = (element: HTMLElement) => element.getClientRects().length > 0;
