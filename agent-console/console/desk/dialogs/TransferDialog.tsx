/**
 * To the queue, or to a colleague who can take her now; the others stand below, with why not. It can be undone, but in an
 * emergency: there she changes hands at once, and nobody is chosen beforehand, least of all nobody. Outside one she waits for that colleague, who is told.
 */
import { Radio } from '@mantine/core';
import { useState } from 'react';
import type { ThreadView } from '../../live/thread.js';
import { useDesk, useSay, useStore } from '../../look/app.js';
import { Ask } from '../../look/Ask.js';
import { QUEUE, useMoves } from '../useMoves.js';
import { whyNot } from '../whyNot.js';
import styles from './dialogs.module.css';
import { useDone } from './useDone.js';

export function TransferDialog({ thread: { row, facts } }: { thread: ThreadView }) {
  const desk = useDesk();
  const { staff } = useStore(desk.view);
  const moves = useMoves();
  const t = useSay();
  const { isBusy, run } = useDone();
  const colleagues = staff
    .filter(one => one.id !== desk.me.id && one.id !== row.owner.id)
    .map(one => ({ ...one, why: whyNot(one, row) }))
    .sort((a, b) => Number(a.why !== null) - Number(b.why !== null));
  const inEmergency = row.emergency !== 'idle';
  const atOnce = inEmergency && row.owner.kind === 'executive';
  const hasOpenCall = facts.calls.some(call => call.outcome === null && call.state !== 'planned');
  const [to, setTo] = useState<string>(atOnce ? '' : QUEUE);
  const chosen = colleagues.find(one => one.id === to);
  const name = chosen?.name ?? '';
  const why = chosen?.why ?? null;
  const reason =
    to === ''
      ? t('transfer.missing')
      : atOnce && to === QUEUE && hasOpenCall
        ? t('transfer.open_call')
        : why === null
          ? undefined
          : t('transfer.cannot', { name, why: t(why) });
  return (
    <Ask
      title={t('transfer.title', { name: row.name })}
      verb={
        to === QUEUE ? t('transfer.verb.queue') : to === '' ? t('transfer.verb.nobody') : t('transfer.verb', { name })
      }
      reason={reason}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={() => run(() => moves.transfer(row.conversation, to, name, atOnce))}
    >
      <p>{t(atOnce ? 'transfer.at_once' : 'transfer.offered')}</p>
      <Radio.Group label={t('transfer.to')} value={to} onChange={setTo}>
        <div className={styles.options}>
          <Radio value={QUEUE} label={t('transfer.queue')} />
          {colleagues.map((one, i) => (
            <Radio
              key={one.id}
              className={styles.person}
              value={one.id}
              disabled={one.why !== null}
              data-autofocus={(atOnce && i === 0 && one.why === null) || undefined}
              label={
                <>
                  <span className={styles.name} title={one.name}>
                    {one.name}
                  </span>{' '}
                  <span className={styles.muted}>
                    {one.why === null
                      ? t('transfer.person', {
                          state: t(`staff.state.${one.state}`),
                          load: one.load,
                          capacity: one.capacity,
                        })
                      : t(one.why)}
                  </span>
                </>
              }
            />
          ))}
        </div>
      </Radio.Group>
    </Ask>
  );
}
