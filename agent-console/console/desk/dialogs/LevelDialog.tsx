/** Raising the risk takes a level; lowering it also takes a reason, recorded with a name. The old level stays to be seen. */
import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RiskLevel } from '../../../../bot/console/contract.js';
import type { ThreadView } from '../../live/thread.js';
import { useSay } from '../../look/app.js';
import { Ask } from '../../look/Ask.js';
import { Risk } from '../../look/Risk.js';
import { useKeptText } from '../useKeptText.js';
import { useMoves } from '../useMoves.js';
import styles from './dialogs.module.css';
import { useDone } from './useDone.js';

const levels = ['low', 'medium', 'high', 'imminent'] as const satisfies readonly RiskLevel[];

export function LevelDialog({ thread: { row, facts }, way }: { thread: ThreadView; way: 'raise' | 'lower' }) {
  const moves = useMoves();
  const t = useSay();
  const { isBusy, run } = useDone();
  const now = levels.findIndex(level => level === facts.risk.level);
  const offered = levels.filter((_, i) => (way === 'raise' ? i > now : i < now));
  const [level, setLevel] = useState<RiskLevel>((way === 'raise' ? offered[0] : offered.at(-1)) ?? 'low');
  const reason = useKeptText(`${row.conversation}/${way}`);
  const save = () =>
    run(async () => {
      const isDone = await moves.run(row.conversation, {
        do: 'mark_risk',
        level,
        ...(reason.said === '' ? {} : { reason: reason.said }),
      });
      if (isDone) reason.clear();
      return isDone;
    });
  return (
    <Ask
      title={t(`level.${way}.title`, { name: row.name })}
      verb={t(`level.${way}.verb`, { level: t(`risk.${level}`) })}
      reason={way === 'lower' && reason.said === '' ? t('level.reason.missing') : undefined}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={save}
    >
      <p className={styles.muted}>{t('level.now', { level: t(`risk.${facts.risk.level}`) })}</p>
      <Radio.Group
        label={t('level.to')}
        value={level}
        onChange={value => setLevel(levels.find(one => one === value) ?? level)}
      >
        <div className={styles.options}>
          {offered.map(one => (
            <Radio key={one} value={one} label={<Risk level={one} confirmed />} />
          ))}
        </div>
      </Radio.Group>
      <Textarea label={t(way === 'lower' ? 'risk.lower.reason' : 'level.raise.reason')} rows={2} {...reason.field} />
    </Ask>
  );
}
