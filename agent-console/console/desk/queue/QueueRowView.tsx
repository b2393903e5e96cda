/** One person in the queue, two lines: how much danger, who, since when; why, and who has her. Drawn again only when it changes. */
import { memo, type ReactNode } from 'react';
import { isDrill, isSos, type QueueRow } from '../../../../bot/console/contract.js';
import { sectionOf } from '../../../../bot/console/queue.js';
import { isMine, isUntaken } from '../../live/order.js';
import { useApp, useDesk, useSay, useStore } from '../../look/app.js';
import { Icon } from '../../look/icons.js';
import { Deadline, Since, Waiting } from '../../look/moments.js';
import { Risk, toneOf } from '../../look/Risk.js';
import { shortName } from '../../shell/shortName.js';
import type { Key, Say } from '../../words/words.js';
import styles from './QueueRowView.module.css';

interface QueueRowProps {
  row: QueueRow;
  rowIndex: number;
  isOpen: boolean;
  /** The list's one tab stop. */
  isStop: boolean;
  onOpen(conversation: string): void;
  onTake(row: QueueRow): void;
}

export const QueueRowView = memo(function QueueRowView({
  row,
  rowIndex,
  isOpen,
  isStop,
  onOpen,
  onTake,
}: QueueRowProps) {
  const t = useSay();
  const me = useDesk().me.id;
  const section = sectionOf(row);
  const takes = section === 'sos' && isUntaken(row);
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isOpen}
      tabIndex={isStop ? 0 : -1}
      className={styles.row}
      data-row={row.conversation}
      data-tone={toneOfRow(row)}
      data-open={isOpen || undefined}
      data-takes={takes || undefined}
      data-tall={isTall(row) || undefined}
      onClick={() => onOpen(row.conversation)}
    >
      <div role="presentation" className={styles.line}>
        <span role="gridcell" className={styles.who}>
          <Risk
            level={section === 'sos' ? 'imminent' : row.risk}
            assessed={row.assessed}
            confirmed={row.riskBy !== null}
            quiet={(section !== 'sos' && section !== 'high') || isDrill(row)}
          />
          {isDrill(row) && <strong className={styles.drill}>{t('drill.word')}</strong>}
          <span className={styles.name}>{row.name}</span>
        </span>
        <span role="gridcell" className={styles.clock}>
          <RowClock row={row} />
        </span>
      </div>
      <div role="presentation" className={styles.line}>
        <span role="gridcell" className={styles.why}>
          {row.unarrivedSince !== undefined && <Part tone="missing">{t('queue.row.unarrived')}</Part>}
          {row.recordedAt !== null && <Part>{t('queue.row.recorded')}</Part>}
          {row.discardedAt !== null && <Part>{t('queue.row.discarded')}</Part>}
          {doubtOf(row) && <Part tone="doubt">{t(doubtOf(row)!)}</Part>}
          {row.places && <Part tone="doubt">{t('queue.row.places')}</Part>}
          {row.offer && <Part>{offerWords(row, me, t)}</Part>}
          {row.to !== '' && <Part>{t('queue.row.to', { name: shortName(row.to) })}</Part>}
          {row.agreed ? (
            <Part>{t('queue.row.agreed')}</Part>
          ) : row.reason !== '' ? (
            <Part tone="reason">
              <q>{row.reason}</q>
            </Part>
          ) : (
            <Part>{t(row.assessed ? 'queue.row.no_reason' : 'queue.row.unassessed')}</Part>
          )}
          {section === 'high' && row.recordedAt === null && row.discardedAt === null && row.riskBy === null && (
            <Part>{t('risk.unconfirmed')}</Part>
          )}
        </span>
        <span role="gridcell" className={styles.owner}>
          <Marks row={row} />
          <Owner row={row} />
          {row.unread > 0 && (
            <span className={styles.unread}>
              <span aria-hidden="true">{row.unread}</span>
              <span className="hidden">{t('queue.row.unread', { n: row.unread })}</span>
            </span>
          )}
        </span>
      </div>
      {takes && (
        <span role="gridcell" className={styles.takeCell}>
          <button
            type="button"
            tabIndex={-1}
            className={styles.take}
            onClick={event => {
              event.stopPropagation();
              onTake(row);
            }}
          >
            {t('conversation.act.take')}
          </button>
        </span>
      )}
    </div>
  );
});

/** The longest level, her name and the clock do not fit in every line: an emergency that was ended has room for one more. */
export const isTall = (row: QueueRow): boolean => row.risk === 'imminent' && sectionOf(row) === 'high' && !isDrill(row);

/** One thing of the second line. The dot between two goes where the second goes, and stands at no line's beginning. */
const Part = ({ tone, children }: { tone?: 'missing' | 'doubt' | 'reason'; children: ReactNode }) => (
  <span className={styles.part} data-part={tone}>
    <span className={styles.text}>{children}</span>
  </span>
);

/** Between whom she changes hands, and that it is for the one who reads it. */
const offerWords = ({ offer, owner }: QueueRow, me: string, t: Say): string => {
  const from = shortName(owner.name ?? '');
  return offer?.to === me
    ? t('queue.row.offered_me', { from })
    : t('queue.row.offered', { from, to: shortName(offer?.toName ?? '') });
};

/** Who writes may not be her: that she said the word says that it is, and a wrong one goes before all. */
function doubtOf({ word, doubt }: QueueRow): Key | null {
  if (word) return `queue.row.word.${word}`;
  return doubt ? 'queue.row.doubt' : null;
}

/** The reddest is for a real SOS alone: an emergency that was ended wears the colour of its section. */
function toneOfRow(row: QueueRow): string {
  if (isDrill(row)) return 'drill';
  const section = sectionOf(row);
  if (section === 'sos') return 'imminent';
  if (row.risk === 'imminent') return section;
  return row.assessed ? toneOf(row.risk) : 'unassessed';
}

function RowClock({ row }: { row: QueueRow }) {
  if (isSos(row) && row.emergencySince !== null) return <Since at={row.emergencySince} />;
  if (row.deadlineAt !== null && isUntaken(row)) return <Deadline at={row.deadlineAt} className={styles.deadline} />;
  const since = row.queuedAt ?? row.lastInboundAt;
  return since === null ? null : <Waiting at={since} />;
}

function Owner({ row }: { row: QueueRow }) {
  const desk = useDesk();
  const t = useSay();
  if (isMine(row, desk.me.id)) return <span className={styles.mine}>{t('queue.row.mine')}</span>;
  if (row.owner.kind === 'executive') return <span>{shortName(row.owner.name ?? '')}</span>;
  if (row.owner.kind === 'queue')
    return <strong className={styles.nobody}>{t(isSos(row) ? 'queue.row.nobody_sos' : 'queue.row.nobody')}</strong>;
  return <span>{t(`queue.row.${row.owner.kind}`)}</span>;
}

/** Small signs, each with its word for who does not see them. */
function Marks({ row }: { row: QueueRow }) {
  const { drafts } = useApp();
  useStore(drafts.version);
  const t = useSay();
  const hasDraft = drafts.get(row.conversation, 'reply') !== '' || drafts.get(row.conversation, 'note') !== '';
  return (
    <>
      {row.priority && <Mark icon="star" word={t('queue.row.priority')} />}
      {row.quiet && <Mark icon="mute" word={t('queue.row.quiet')} tone="safety" />}
      {row.blocked && <Mark icon="blocked" word={t(`blocked.${row.blocked}`)} />}
      {hasDraft && <Mark icon="pen" word={t('queue.row.draft')} tone="human" />}
      {!row.locale.startsWith('es') && <span className={styles.lang}>{row.locale.slice(0, 2)}</span>}
    </>
  );
}

const Mark = ({
  icon,
  word,
  tone,
}: {
  icon: 'star' | 'mute' | 'blocked' | 'pen';
  word: string;
  tone?: 'safety' | 'human';
}) => (
  <span className={styles.mark} data-tone={tone} title={word}>
    <Icon name={icon} size={14} />
    <span className="hidden">{word}</span>
  </span>
);
