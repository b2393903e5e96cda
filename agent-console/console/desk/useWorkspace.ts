/** Where an emergency of one's own takes the whole page: the queue and the facts make room for its workspace (S3). */
import { isMine } from '../live/order.js';
import { useApp, useDesk, useStore } from '../look/app.js';
import { useMedia } from '../look/useMedia.js';

export interface Workspace {
  /** Its columns beside the chat; null where it is not on the screen. */
  as: 'three' | 'two' | null;
  /** Whether it could be: hers, open, and there is room. */
  fits: boolean;
  toggle(): void;
}

export function useWorkspace(): Workspace {
  const desk = useDesk();
  const { ui } = useApp();
  const isRoomy = useMedia('(min-width: 1180px)');
  const isWide = useMedia('(min-width: 1400px)');
  const leftFor = useStore(ui.queueBeside);
  const { conversation } = useStore(ui.place);
  const { rows } = useStore(desk.view);
  const row = conversation === null ? undefined : rows.get(conversation);
  const fits = isRoomy && row !== undefined && row.emergency !== 'idle' && isMine(row, desk.me.id);
  const as = !fits || leftFor === conversation ? null : isWide ? 'three' : 'two';
  return { as, fits, toggle: () => ui.queueBeside.set(as === null ? null : conversation) };
}
