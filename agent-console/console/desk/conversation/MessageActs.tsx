/** What can be done with a message: her words become the address or evidence; ours that did not leave can be written again. */
import { Button } from '@mantine/core';
import type { QueueRow } from '../../../../bot/console/contract.js';
import { isMine } from '../../live/order.js';
import type { Message } from '../../live/thread.js';
import { useApp, useDesk, useSay } from '../../look/app.js';
import { quote } from '../quote.js';
import { useMoves } from '../useMoves.js';
import { writeInto } from './draftText.js';

export function MessageActs({ item, row }: { item: Message; row: QueueRow }) {
  const desk = useDesk();
  const { drafts, notices, ui } = useApp();
  const moves = useMoves();
  const t = useSay();
  const id = row.conversation;
  const hasHer = isMine(row, desk.me.id);
  if (item.direction === 'in') {
    if (!hasHer || row.emergency === 'idle' || item.text.trim() === '') return null;
    return (
      <>
        <Button variant="subtle" onClick={() => void moves.run(id, { do: 'set_place', text: item.text })}>
          {t('message.act.place')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            quote.set({ conversation: id, seq: item.seq, text: item.text });
            document.querySelector<HTMLElement>('[data-guideline] [tabindex="0"]')?.focus();
          }}
        >
          {t('message.act.quote')}
        </Button>
      </>
    );
  }
  if (item.state !== 'failed' && item.state !== 'withheld') return null;
  return (
    <>
      {hasHer && (
        <Button
          variant="subtle"
          onClick={() => {
            writeInto(drafts, id, item.text);
            ui.write(id);
          }}
        >
          {t(item.state === 'failed' ? 'message.act.retry' : 'message.act.as_mine')}
        </Button>
      )}
      {hasHer && item.author === 'executive' && (item.reason === 'safe-hours' || item.reason === 'safe-channel') && (
        <Button variant="subtle" onClick={() => void moves.run(id, { do: 'say', text: item.text, anyway: true })}>
          {t('message.act.anyway')}
        </Button>
      )}
      <Button
        variant="subtle"
        onClick={() => void navigator.clipboard?.writeText(item.text).then(() => notices.show(t('message.act.copied')))}
      >
        {t('message.act.copy')}
      </Button>
    </>
  );
}
