/** What was found, one button a row: a record opens beside the list, a conversation on the desk. */
import { type FoundConversation, type FoundRecord, isDrill } from '../../../bot/console/contract.js';
import { labelWord } from '../desk/facts/blocks.js';
import { useApp, useSay } from '../look/app.js';
import { Moment } from '../look/moments.js';
import { isKey, type Say } from '../words/words.js';
import styles from './ArchivePage.module.css';

interface RecordsProps {
  found: readonly FoundRecord[];
  opened: string | null;
  onOpen(id: string): void;
}

export function Records({ found, opened, onOpen }: RecordsProps) {
  const t = useSay();
  return (
    <ul className={styles.rows} aria-label={t('archive.what.records')}>
      {found.map(one => (
        <li key={one.id}>
          <button
            type="button"
            className={styles.row}
            data-record={one.id}
            aria-current={one.id === opened || undefined}
            onClick={() => onOpen(one.id)}
          >
            <span className={styles.first}>
              {one.drill && <strong className={styles.drill}>{t('drill.word')}</strong>}
              <strong className={styles.name}>{one.erased ? t('archive.erased') : one.name}</strong>
              <span className={styles.muted}>{typeOf(one.type, t)}</span>
              <span className={styles.when}>
                {t(one.openedAt === null ? 'archive.written' : 'archive.opened')} <Moment at={one.openedAt ?? one.at} />
              </span>
            </span>
            <span className={styles.second}>
              <span className="figures">{one.folio}</span>
              <span className={styles.result} data-draft={one.draft || undefined}>
                {resultOf(one, t)}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Conversations({ found }: { found: readonly FoundConversation[] }) {
  const { ui } = useApp();
  const t = useSay();
  return (
    <ul className={styles.rows} aria-label={t('archive.what.conversations')}>
      {found.map(one => (
        <li key={one.conversation}>
          <button type="button" className={styles.row} onClick={() => ui.look(one.conversation)}>
            <span className={styles.first}>
              {isDrill(one) && <strong className={styles.drill}>{t('drill.word')}</strong>}
              <strong className={styles.name}>{one.erased ? t('archive.erased') : one.name}</strong>
              <span className={styles.muted}>{one.labels.map(label => labelWord(label, t)).join(' · ')}</span>
              <Moment at={one.updatedAt} className={styles.when} />
            </span>
            <span className={styles.second}>
              <span>
                {!one.erased && t(`risk.${one.risk}`)}
                {!one.erased && one.emergency && ` · ${t('emergency.title')}`}
              </span>
              <span className={styles.result}>
                {one.erased
                  ? t('archive.left.erased')
                  : one.owner === 'executive'
                    ? t('archive.owner.executive', { name: one.ownerName })
                    : t(`archive.owner.${one.owner}`)}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export const typeOf = (type: string, t: Say): string => {
  const key = `archive.type.${type}`;
  return isKey(key) ? t(key) : t('archive.type.other');
};

/** How each institution answered; that it is not ended, first. What needs no call says where it went. */
function resultOf(
  { draft, calls, type, discarded, erased }: Pick<FoundRecord, 'draft' | 'calls' | 'type' | 'discarded' | 'erased'>,
  t: Say,
): string {
  if (erased) return t('archive.left.erased');
  const answers = calls.map(({ institution, outcome }) =>
    outcome === null ? institution : `${institution}: ${t(`call.outcome.${outcome}`)}`,
  );
  const left = `archive.left.${type}`;
  const none = t(isKey(left) ? left : 'archive.no_calls');
  return [
    ...(draft ? [t('archive.draft')] : []),
    ...(discarded ? [t('archive.discarded.short')] : []),
    ...(answers.length > 0 ? answers : [none]),
  ].join(' · ');
}
