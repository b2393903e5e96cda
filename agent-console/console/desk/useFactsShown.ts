/** Where the facts are: a column when there is room; a panel (key I) that opens by itself only when the risk asks for it. */
import { useApp, useDesk, useStore } from '../look/app.js';
import { useIsWide } from '../look/useMedia.js';

export function useFactsShown(): { shown: boolean; as: 'column' | 'panel'; toggle(): void } {
  const desk = useDesk();
  const { ui } = useApp();
  const isWide = useIsWide();
  const chosen = useStore(ui.facts);
  const { conversation } = useStore(ui.place);
  const { rows } = useStore(desk.view);
  const risk = conversation === null ? undefined : rows.get(conversation);
  const byRisk = risk !== undefined && (risk.risk === 'high' || risk.risk === 'imminent' || risk.emergency !== 'idle');
  const shown = conversation !== null && (isWide || (chosen ?? byRisk));
  return { shown, as: isWide ? 'column' : 'panel', toggle: () => ui.facts.set(!shown) };
}
