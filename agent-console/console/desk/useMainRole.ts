/** On a telephone the part that is shown is the page's main one; with columns the conversation is. */
import { useApp, useStore } from '../look/app.js';
import { useIsNarrow } from '../look/useMedia.js';
import type { Tab } from '../shell/ui.js';

export function useMainRole(part: Tab): 'main' | undefined {
  const { ui } = useApp();
  const tab = useStore(ui.tab);
  return useIsNarrow() && tab === part ? 'main' : undefined;
}
