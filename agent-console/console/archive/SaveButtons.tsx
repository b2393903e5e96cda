/** To hand a record to another institution: on paper, or as data. Who took it out is recorded. */
import { useState } from 'react';
import type { RecordFormat, RecordRequest } from '../../../bot/console/contract.js';
import { NoAnswer } from '../live/link.js';
import { ActButton } from '../look/ActButton.js';
import { useApp, useDesk, useSay } from '../look/app.js';
import { download } from '../look/download.js';
import styles from './ArchivePage.module.css';

export function SaveButtons({ request }: { request: RecordRequest }) {
  const desk = useDesk();
  const t = useSay();
  const { news } = useApp();
  const [state, setState] = useState<{ busy: RecordFormat | null; failed: string | null }>({
    busy: null,
    failed: null,
  });
  const save = async (format: RecordFormat) => {
    setState({ busy: format, failed: null });
    try {
      const reply = await desk.link.ask('record-file', { ...request, format });
      if (!reply.ok) return setState({ busy: null, failed: reply.message || t(`refusal.${reply.code}`) });
      download(reply.file);
      setState({ busy: null, failed: null });
      news.tell(t('archive.saved', { name: reply.file.name }));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      setState({ busy: null, failed: t('refusal.unavailable') });
    }
  };
  return (
    <>
      <p className={styles.saves}>
        {formats.map(format => (
          <ActButton
            key={format}
            busy={state.busy === format ? t('common.saving') : undefined}
            onAct={() => void save(format)}
          >
            {t(`archive.save.${format}`)}
          </ActButton>
        ))}
      </p>
      {state.failed !== null && (
        <p className={styles.failed} role="note">
          {state.failed}
        </p>
      )}
      <p className={styles.muted}>{t('archive.save.effect')}</p>
    </>
  );
}

const formats = ['pdf', 'json'] as const satisfies readonly RecordFormat[];
