/** The ledger: one entry per institution phoned, its state, its outcome. "Completed" is not "answered by a person". */
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
import { Block, Nothing } from '../facts/Block.js';
import { CallEntry } from './CallEntry.js';

export function Calls({ thread }: { thread: ThreadView }) {
  const t = useSay();
  const calls = [...thread.facts.calls].sort((a, b) => a.slot - b.slot);
  return (
    <Block title={t('emergency.calls')}>
      {calls.length === 0 && <Nothing>{t('emergency.calls.none')}</Nothing>}
      {calls.map(call => (
        <CallEntry key={call.slot} call={call} thread={thread} />
      ))}
    </Block>
  );
}
