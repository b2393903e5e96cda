/** One whom she hands over: how she is, a note, the draft that may be left, to whom. Offered, she stays here until the colleague has her. */
import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { isSos, type QueueRow } from '../../../bot/console/contract.js';
import { useMoves, QUEUE } from '../desk/useMoves.js';
import { whyNot } from '../desk/whyNot.js';
import { ActButton } from '../look/ActButton.js';
import { useApp, useDesk, useSay, useStore } from '../look/app.js';
import { Ago, Deadline, Since } from '../look/moments.js';
import { Risk } from '../look/Risk.js';
import styles from './HandoverPage.module.css';

/** Of a draft that is named, characters. */
const DRAFT_SHOWN = 60;

interface HandoverRowProps {
  row: QueueRow;
  last: string;
  onChosen(to: string): void;
}

export function HandoverRow({ row, last, onChosen }: HandoverRowProps) {
  const t = useSay();
  const { ui } = useApp();
  return (
    <li className={styles.row} data-hand={row.conversation} aria-label={row.name}>
      <div className={styles.who}>
        <Risk level={isSos(row) ? 'imminent' : row.risk} assessed={row.assessed} confirmed={row.riskBy !== null} />
        <button type="button" className={styles.name} onClick={() => ui.look(row.conversation)}>
          {row.name}
        </button>
        {row.emergencySince !== null && (
          <strong>
            <Since at={row.emergencySince} />
          </strong>
        )}
        <p className={styles.muted}>
          {row.calls.map(call => (
            <span key={call.slot}>
              {call.name}: {t(call.outcome ? `call.outcome.${call.outcome}` : `call.state.${call.state}`)} ·{' '}
            </span>
          ))}
          {row.reason !== '' && <q>{row.reason}</q>}{' '}
          {row.lastInboundAt !== null && (
            <>
              {t('handover.wrote')} <Ago at={row.lastInboundAt} />
            </>
          )}
          {row.unread > 0 && ` · ${t('queue.row.unread', { n: row.unread })}`}
        </p>
      </div>
      {row.offer ? <Pending row={row} /> : <Offering row={row} last={last} onChosen={onChosen} />}
    </li>
  );
}

function Pending({ row: { conversation, offer } }: { row: QueueRow }) {
  const moves = useMoves();
  const line = useStore(useDesk().link.state).kind;
  const t = useSay();
  if (!offer) return null;
  return (
    <div className={styles.pending}>
      <p>
        {t('handover.pending', { name: offer.toName })}{' '}
        <span className={styles.muted}>
          {t('handover.pending.until')} <Deadline at={offer.until} />
        </span>
      </p>
      <ActButton
        reason={line === 'online' ? undefined : t('reason.offline')}
        onAct={() => void moves.decline(conversation, null)}
      >
        {t('handover.act.back')}
      </ActButton>
    </div>
  );
}

function Offering({ row, last, onChosen }: HandoverRowProps) {
  const desk = useDesk();
  const { drafts } = useApp();
  const { staff } = useStore(desk.view);
  const line = useStore(desk.link.state).kind;
  const busy = useStore(desk.busy);
  const moves = useMoves();
  const t = useSay();
  const id = row.conversation;
  const [note, setNote] = useState(() => drafts.get(id, 'note'));
  const [leaves, setLeaves] = useState(false);
  const [own, setOwn] = useState<string | null>(null);
  const draft = drafts.get(id, 'reply').trim();
  const colleagues = staff.filter(one => one.id !== desk.me.id).map(one => ({ ...one, why: whyNot(one, row) }));
  const to = own ?? (colleagues.some(one => one.id === last && one.why === null) ? last : '');
  const chosen = colleagues.find(one => one.id === to);
  const write = (text: string) => {
    setNote(text);
    drafts.set(id, 'note', text);
  };
  const offline = line === 'online' ? undefined : t('reason.offline');
  const cannot =
    offline ??
    (!chosen
      ? t(colleagues.some(one => one.why === null) ? 'transfer.missing' : 'handover.nobody')
      : chosen.why === null
        ? undefined
        : t('transfer.cannot', { name: chosen.name, why: t(chosen.why) }));
  const isCalling = row.emergency !== 'idle' && row.calls.some(one => one.outcome === null && one.state !== 'planned');
  const offer = async () => {
    const isDone = await moves.handOver(id, to, note.trim(), leaves && draft !== '' ? draft : undefined);
    // The answer that she had begun stays hers until she is handed over: the colleague may refuse.
    if (isDone) write('');
  };
  const back = async () => {
    if (note.trim() !== '' && !(await moves.run(id, { do: 'note', text: note.trim() }))) return;
    write('');
    await moves.transfer(id, QUEUE, '', false);
  };
  return (
    <div className={styles.offering}>
      <Textarea
        className={styles.note}
        label={t('handover.note')}
        rows={2}
        value={note}
        onChange={event => write(event.currentTarget.value)}
      />
      {draft !== '' && (
        <Checkbox
          className={styles.draft}
          checked={leaves}
          onChange={event => setLeaves(event.currentTarget.checked)}
          label={t('handover.draft', {
            text: draft.length > DRAFT_SHOWN ? `${draft.slice(0, DRAFT_SHOWN)}…` : draft,
          })}
        />
      )}
      <NativeSelect
        className={styles.to}
        label={t('handover.to')}
        value={to}
        onChange={event => {
          setOwn(event.currentTarget.value);
          onChosen(event.currentTarget.value);
        }}
        data={[
          { value: '', label: t('handover.to.choose') },
          ...colleagues.map(({ id: value, name, state, load, capacity, why }) => ({
            value,
            disabled: why !== null,
            label:
              why === null
                ? t('handover.to.option', { name, state: t(`staff.state.${state}`), load, capacity })
                : t('handover.to.cannot', { name, why: t(why) }),
          })),
        ]}
      />
      <div className={styles.acts}>
        <ActButton
          variant="filled"
          reason={cannot}
          busy={busy.has(`${id} hand_over`) ? t('common.saving') : undefined}
          aria-label={chosen ? t('handover.act.offer', { who: row.name, name: chosen.name }) : undefined}
          onAct={() => void offer()}
        >
          {t('handover.act')}
        </ActButton>
        <ActButton
          reason={offline ?? (isCalling ? t('transfer.open_call') : undefined)}
          busy={busy.has(`${id} transfer`) ? t('common.saving') : undefined}
          onAct={() => void back()}
        >
          {t('handover.act.queue')}
        </ActButton>
      </div>
    </div>
  );
}
