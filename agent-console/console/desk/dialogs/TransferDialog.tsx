/**
 * To the queue, or to a colleague: who is there, and how much each one has. It can be undone, but in an emergency: there
 * she changes hands at once, to one who is connected.
 */
import { Radio } from '@mantine/core';
import { useState } from 'react';
import type { ThreadView } from '../../live/thread.js';
import { useDesk, useSay, useStore } from '../../look/app.js';
import { Ask } from '../../look/Ask.js';
import { QUEUE, useMoves } from '../useMoves.js';
import styles from './dialogs.module.css';
import { useDone } from './useDone.js';

export function TransferDialog({ thread: { row, facts } }: { thread: ThreadView }) {
  const desk = useDesk();
  const { staff } = useStore(desk.view);
  const moves = useMoves();
  const t = useSay();
  const { isBusy, run } = useDone();
  const colleagues = staff.filter(one => one.id !== desk.me.id && one.id !== row.owner.id);
  const inEmergency = row.emergency !== 'idle';
  const atOnce = inEmergency && row.owner.kind === 'executive';
  const hasOpenCall = facts.calls.some(call => call.outcome === null && call.state !== 'planned');
  const [to, setTo] = useState<string>(QUEUE);
  const chosen = colleagues.find(one => one.id === to);
  const name = chosen?.name ?? '';
  const reason =
    atOnce && to === QUEUE && hasOpenCall
      ? t('transfer.open_call')
      : inEmergency && chosen?.state === 'offline'
        ? t('transfer.offline', { name })
        : undefined;
  return (
    <Ask
      title={t('transfer.title', { name: row.name })}
      verb={to === QUEUE ? t('transfer.verb.queue') : t('transfer.verb', { name })}
      reason={reason}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={() => run(() => moves.transfer(row.conversation, to, name, atOnce))}
    >
      {atOnce && <p>{t('transfer.at_once')}</p>}
      <Radio.Group label={t('transfer.to')} value={to} onChange={setTo}>
        <div className={styles.options}>
          <Radio value={QUEUE} label={t('transfer.queue')} />
          {colleagues.map(one => (
            <Radio
              key={one.id}
              value={one.id}
              label={t('transfer.person', {
                name: one.name,
                state: t(`staff.state.${one.state}`),
                load: one.load,
                capacity: one.capacity,
              })}
            />
          ))}
        </div>
      </Radio.Group>
    </Ask>
  );
}
