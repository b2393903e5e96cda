/** Something just written that the story does not show yet: leaving, waiting for the line, or refused and in one's hands. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Leaving } from '../../live/outgoing.js';
import type { ThreadView } from '../../live/thread.js';
import { ActButton } from '../../look/ActButton.js';
import { useApp, useDesk, useLocale, useSay, useStore } from '../../look/app.js';
import { Icon } from '../../look/icons.js';
import { refusalText } from '../useMoves.js';
import { writeInto } from './draftText.js';
import styles from './LeavingLine.module.css';
import { useRights } from './useRights.js';

/** After this, what is taking long is said, ms. */
const LONG_MS = 10_000;

export function LeavingLine({ leaving, thread }: { leaving: Leaving; thread: ThreadView }) {
  const desk = useDesk();
  const { drafts, clock } = useApp();
  const { kind } = useStore(desk.link.state);
  const rights = useRights(thread.row);
  const t = useSay();
  const locale = useLocale();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), Math.max(0, leaving.at + LONG_MS - clock.now()));
    return () => clearTimeout(timer);
  }, [leaving.at, clock]);

  const isHere = leaving.state === 'here' || (leaving.state === 'sending' && kind !== 'online');
  const word = leaving.refusal
    ? refusalText(leaving.refusal, t, locale, false)
    : leaving.state === 'held'
      ? t('message.state.held')
      : isHere
        ? t('message.state.here')
        : t(isLong ? 'message.state.sending_long' : 'message.state.sending');
  const isUnsafe = leaving.refusal?.code === 'unsafe';
  const isHers = leaving.state === 'refused' || leaving.state === 'held';
  return (
    <article
      className={styles.leaving}
      data-kind={leaving.kind}
      data-state={isHere ? 'here' : leaving.state}
      aria-label={`${desk.me.name}, ${word}`}
    >
      <p className={styles.text}>{leaving.text}</p>
      <p className={styles.state}>
        <Icon name={isHers ? 'warning' : isHere ? 'dots' : 'half'} size={14} /> {word}
      </p>
      {(isHers || leaving.state === 'here') && (
        <p className={styles.acts}>
          {isHers && (
            <ActButton
              reason={leaving.kind === 'say' ? rights.own : rights.line}
              onAct={() =>
                desk.outgoing.resend(leaving.id, {
                  epoch: desk.epochOf(leaving.conversation),
                  after: thread.turn,
                  ...(isUnsafe ? { anyway: true } : {}),
                })
              }
            >
              {t(isUnsafe ? 'message.act.anyway' : 'message.act.send_now')}
            </ActButton>
          )}
          {leaving.kind === 'say' && (
            <Button
              variant="subtle"
              onClick={() => {
                desk.outgoing.discard(leaving.id);
                writeInto(drafts, leaving.conversation, leaving.text);
              }}
            >
              {t('message.act.edit')}
            </Button>
          )}
          <Button variant="subtle" onClick={() => desk.outgoing.discard(leaving.id)}>
            {t('message.act.discard')}
          </Button>
        </p>
      )}
    </article>
  );
}
