/** The dialogs of the desk: only what cannot be undone, or needs to be told something, asks. */
import { useEffect } from 'react';
import type { Dialog } from '../../shell/ui.js';
import { useApp, useDesk, useStore } from '../../look/app.js';
import { AnnotateDialog } from './AnnotateDialog.js';
import { CloseDialog } from './CloseDialog.js';
import { ContestDialog } from './ContestDialog.js';
import { EndDialog } from './EndDialog.js';
import { LevelDialog } from './LevelDialog.js';
import { ReasonDialog } from './ReasonDialog.js';
import { ReleaseDialog } from './ReleaseDialog.js';
import { SafeContactDialog } from './SafeContactDialog.js';
import { TakeOverDialog } from './TakeOverDialog.js';
import { TransferDialog } from './TransferDialog.js';

type DeskDialog = Extract<Dialog, { conversation: string }>;

export function Dialogs({ dialog }: { dialog: DeskDialog }) {
  const desk = useDesk();
  const opened = useStore(desk.opened.view);
  const { ui } = useApp();
  const { conversation } = useStore(ui.place);
  const isRefused = opened.kind === 'refused' && opened.conversation === dialog.conversation;
  const isGone = isRefused || conversation !== dialog.conversation;
  // Asked for one that opens only with a reason, or that she left meanwhile: the keys are free again.
  useEffect(() => {
    if (isGone) ui.dialog.update(now => (now === dialog ? null : now));
  }, [isGone, ui, dialog]);
  // They speak of the conversation on the screen; if it is no longer there, there is nothing to ask.
  if (opened.kind !== 'open' || opened.conversation !== dialog.conversation) return null;
  const { thread } = opened;
  switch (dialog.kind) {
    case 'release':
      return <ReleaseDialog thread={thread} />;
    case 'end':
      return <EndDialog thread={thread} />;
    case 'close':
      return <CloseDialog thread={thread} />;
    case 'transfer':
      return <TransferDialog thread={thread} />;
    case 'takeover':
      return <TakeOverDialog thread={thread} />;
    case 'safe-contact':
      return <SafeContactDialog thread={thread} />;
    case 'annotate':
      return <AnnotateDialog key={dialog.item} thread={thread} item={dialog.item} />;
    case 'contest':
      return <ContestDialog key={dialog.item} thread={thread} item={dialog.item} />;
    case 'raise':
    case 'lower':
      return <LevelDialog key={dialog.kind} thread={thread} way={dialog.kind} />;
    case 'discard':
    case 'unblock':
      break;
  }
  return <ReasonDialog key={dialog.kind} thread={thread} what={dialog.kind} />;
}
