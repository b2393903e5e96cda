/** A supervisor takes over from a colleague who does not answer: names her, and says what it does to her. Never by accident. */
import { useState } from 'react';
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
import { Ask } from '../../look/Ask.js';
import { useMoves } from '../useMoves.js';
import { useDone } from './useDone.js';

export function TakeOverDialog({ thread: { row } }: { thread: ThreadView }) {
  const moves = useMoves();
  const t = useSay();
  const { isBusy, run } = useDone();
  // Who had her when it was asked: from nobody else is she taken, whatever happens meanwhile.
  const [{ id = '', name = '' }] = useState(row.owner);
  return (
    <Ask
      title={t('takeover.title', { name: row.name, owner: name })}
      verb={t('takeover.verb', { owner: name })}
      busy={isBusy ? t('conversation.act.taking') : undefined}
      onYes={() => run(() => moves.take(row.conversation, id))}
    >
      <p>{t('takeover.effect', { owner: name })}</p>
    </Ask>
  );
}
