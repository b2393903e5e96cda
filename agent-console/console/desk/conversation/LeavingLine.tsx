/** Something just written that the story does not show yet: leaving, waiting for the line, or refused and in one's hands. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Leaving } from '../../live/outgoing.js';
import { useApp, useDesk, useLocale, useSay, useStore } from '../../look/app.js';
import { Icon } from '../../look/icons.js';
import { refusalText } from '../useMoves.js';
import { writeInto } from './draftText.js';
import styles from './LeavingLine.module.css';

/** After this, what is taking long is said, ms. */
const LONG_MS = 10_000;

export function LeavingLine({ leaving }: { leaving: Leaving }) {
  const desk = useDesk();
  const { drafts, clock } = useApp();
  const { kind } = useStore(desk.link.state);
  const t = useSay();
  const locale = useLocale();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), Math.max(0, leaving.at + LONG_MS - clock.now()));
    return () => clearTimeout(timer);
  }, [leaving.at, clock]);

  const isHere = leaving.state === 'here' || (leaving.state === 'sending' && kind !== 'online');
  const word = leaving.refusal
    ? refusalText(leaving.refusal, t, locale, true)
    : isHere
      ? t('message.state.here')
      : t(isLong ? 'message.state.sending_long' : 'message.state.sending');
  const canEdit = leaving.state === 'refused' || leaving.state === 'here';
  return (
    <article
      className={styles.leaving}
      data-kind={leaving.kind}
      data-state={isHere ? 'here' : leaving.state}
      aria-label={`${desk.me.name}, ${word}`}
    >
      <p className={styles.text}>{leaving.text}</p>
      <p className={styles.state}>
        <Icon name={leaving.state === 'refused' ? 'warning' : isHere ? 'dots' : 'half'} size={14} /> {word}
      </p>
      {canEdit && (
        <p>
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
