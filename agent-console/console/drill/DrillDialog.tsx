/** Before a drill starts or ends: what will happen, and to whom. */
import { useDone } from '../desk/dialogs/useDone.js';
import { useDesk, useSay, useStore } from '../look/app.js';
import { Ask } from '../look/Ask.js';
import styles from './DrillsPage.module.css';
import { useDrill } from './useDrill.js';
import { useNoDrill } from './useNoDrill.js';

export function DrillDialog({ what }: { what: 'start' | 'end' }) {
  const desk = useDesk();
  const { drill } = useStore(desk.view);
  const { kind } = useStore(desk.link.state);
  const t = useSay();
  const act = useDrill();
  const { isBusy, run } = useDone();
  const noDrill = useNoDrill();
  const wrong = what === 'start' ? noDrill : drill ? undefined : t('drill.reason.none');
  return (
    <Ask
      title={t(`drill.${what}.title`)}
      verb={t(what === 'start' ? 'drill.start.verb' : 'drill.act.end')}
      reason={kind === 'online' ? wrong : t('reason.offline')}
      busy={isBusy ? t('common.saving') : undefined}
      onYes={() => run(() => act(what))}
    >
      {what === 'end' ? (
        <p>{t('drill.end.effect')}</p>
      ) : (
        <ul className={styles.effects}>
          <li>{t('drill.start.effect.queue')}</li>
          <li>{t('drill.start.effect.oncall')}</li>
          <li>{t('drill.start.effect.outside')}</li>
          <li>{t('drill.start.effect.end')}</li>
        </ul>
      )}
    </Ask>
  );
}
