/** Runs a move for a dialog: busy while it is being done, closed when it was. */
import { useState } from 'react';
import { useApp } from '../../look/app.js';

export function useDone(): { isBusy: boolean; run(move: () => Promise<boolean>): void } {
  const { ui } = useApp();
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    run: move => {
      setBusy(true);
      void move().then(isDone => {
        setBusy(false);
        if (isDone) ui.dialog.set(null);
      });
    },
  };
}
