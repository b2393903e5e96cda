/** To the queue, or to a colleague: who is there, and how much each one has. Can be undone. */
import { Radio } from '@mantine/core';
import { useState } from 'react';
import type { ThreadView } from '../../live/thread.js';
import { useDesk, useSay, useStore } from '../../look/app.js';
import { Ask } from '../../look/Ask.js';
import { QUEUE, useMoves } from '../useMoves.js';
import styles from './dialogs.module.css';
import { useDone } from './useDone.js';

export function TransferDialog({ thread: { row } }: { thread: ThreadView }) {
  const desk = useDesk();
  const { staff } = useStore(desk.view);
  const moves = useMoves();
  const t = useSay();
  const { isBusy, run } = useDone();
  const [to, setTo] = useState<string>(QUEUE);
  const colleagues = staff.filter(one => one.id !== desk.me.id && one.id !== row.owner.id);
  const name = colleagues.find(one => one.id === to)?.name ?? '';
  return (
    <Ask
      title={t('transfer.title', { name: row.name })}
      verb={to === QUEUE ? t('transfer.verb.queue') : t('transfer.verb', { name })}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={() => run(() => moves.transfer(row.conversation, to, name))}
    >
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
