/** What happened since the SOS, the newest first, with how long after it; before that, what falls due next and how long she has been silent. */
import type { ThreadView } from '../../live/thread.js';
import { ActButton } from '../../look/ActButton.js';
import { useDesk, useSay, useStore } from '../../look/app.js';
import { Deadline, Hour, Since } from '../../look/moments.js';
import { clockOf } from '../../look/times.js';
import { eventText } from '../conversation/eventVars.js';
import { useRights } from '../conversation/useRights.js';
import { Block, Nothing } from '../facts/Block.js';
import { useMoves } from '../useMoves.js';
import styles from './Emergency.module.css';
import { DECISIONS, whyNoLine } from './silence.js';

export function Timeline({ thread }: { thread: ThreadView }) {
  const t = useSay();
  const { row, lines, facts } = thread;
  const since = row.emergencySince;
  if (since === null) return null;
  const happened = lines
    .flatMap(line => ('item' in line && line.item.kind === 'event' && line.item.at >= since ? [line.item] : []))
    .reverse();
  return (
    <>
      <Block title={t('emergency.next')}>
        <ul className={styles.due}>
          {row.lastInboundAt !== null && (
            <li>
              {t('emergency.silence')} <Since at={row.lastInboundAt} />
            </li>
          )}
          {facts.deadlines.map(one => (
            <li key={`${one.what} ${one.at}`}>
              {one.what} · <Deadline at={one.at} className={styles.deadline} />
            </li>
          ))}
        </ul>
        {facts.silence.state !== 'none' && <Silence thread={thread} />}
      </Block>
      <Block title={t('emergency.timeline')}>
        {happened.length === 0 && <Nothing>{t('emergency.timeline.none')}</Nothing>}
        <ol className={styles.timeline}>
          {happened.map(item => (
            <li key={`${item.turn} ${item.event} ${item.at}`}>
              <span className="figures">+{clockOf(item.at - since)}</span>
              <span>
                {eventText(item, t)} <Hour at={item.at} className={styles.muted} />
              </span>
            </li>
          ))}
        </ol>
      </Block>
    </>
  );
}

/** She has been silent for long: the neutral line, once, and what is decided. */
function Silence({ thread: { row, facts } }: { thread: ThreadView }) {
  const desk = useDesk();
  const busy = useStore(desk.busy);
  const rights = useRights(row);
  const moves = useMoves();
  const t = useSay();
  if (!rights.attends) return null;
  const { line } = facts.silence;
  const check = whyNoLine(facts.silence, t);
  const saving = busy.has(`${row.conversation} decide_silence`) ? t('common.saving') : undefined;
  return (
    <div className={styles.acts} role="group" aria-label={t('silence.title')}>
      {line !== null && <p>{t('silence.line', { line })}</p>}
      <ActButton
        reason={rights.own ?? check}
        busy={busy.has(`${row.conversation} check_silence`) ? t('common.saving') : undefined}
        onAct={() => void moves.run(row.conversation, { do: 'check_silence' })}
      >
        {t('silence.check')}
      </ActButton>
      {DECISIONS.map(decision => (
        <ActButton
          key={decision}
          reason={rights.own}
          busy={saving}
          onAct={() => void moves.run(row.conversation, { do: 'decide_silence', decision })}
        >
          {t(`silence.decide.${decision}`)}
        </ActButton>
      ))}
    </div>
  );
}
