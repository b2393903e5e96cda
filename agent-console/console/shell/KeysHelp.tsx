/** `?`: the keys that act on this screen, and only those. */
import { Modal } from '@mantine/core';
import { conversationKeys } from '../desk/conversation/conversationKeys.js';
import { isMac } from '../look/ActButton.js';
import { useApp, useSay, useStore } from '../look/app.js';
import { useReturnFocus } from '../look/Ask.js';
import type { Key } from '../words/words.js';
import { shownKey } from './keys.js';
import styles from './KeysHelp.module.css';

/** Keys that act where the focus is, handled there: they have no verb. */
const local: readonly { title: Key; keys: readonly [string, Key][] }[] = [
  {
    title: 'keys.queue',
    keys: [
      ['J · K · ↓ · ↑', 'keys.queue.move'],
      ['Enter', 'keys.queue.open'],
      ['1 · 2 · 3 · 4', 'keys.queue.views'],
    ],
  },
  {
    title: 'keys.composer',
    keys: [
      ['Enter', 'keys.composer.send'],
      ['Shift+Enter', 'keys.composer.line'],
      ['/', 'keys.composer.sheets'],
      ['@', 'keys.composer.call'],
      ['Esc', 'keys.composer.leave'],
    ],
  },
  {
    title: 'keys.call',
    keys: [['M · C · X · O', 'keys.call.states']],
  },
  {
    title: 'keys.guideline',
    keys: [
      ['1 · 2 · 3', 'keys.guideline.answer'],
      ['C', 'keys.guideline.quote'],
      ['A', 'keys.guideline.note'],
    ],
  },
];

export function KeysHelp() {
  const { ui, verbs } = useApp();
  const all = useStore(verbs.all);
  const t = useSay();
  useReturnFocus();
  const withKeys = all.filter(verb => verb.keys);
  return (
    <Modal opened onClose={() => ui.dialog.set(null)} title={t('verb.keys')} size={720} returnFocus={false}>
      <div className={styles.columns}>
        {(['conversation', 'queue', 'desk', 'general'] as const).map(scope => {
          const here = withKeys.filter(verb => verb.scope === scope);
          return (
            here.length > 0 && (
              <Group
                key={scope}
                title={t(`keys.scope.${scope}`)}
                keys={here.map(verb => [(verb.keys ?? []).map(key => shownKey(key, isMac)).join(' · '), verb.title])}
              />
            )
          );
        })}
        {!withKeys.some(verb => verb.scope === 'conversation') && (
          <Group
            title={t('keys.conversation.closed')}
            keys={Object.values(conversationKeys).map(({ key, title }) => [shownKey(key, isMac), t(title)])}
          />
        )}
        {local.map(group => (
          <Group key={group.title} title={t(group.title)} keys={group.keys.map(([key, word]) => [key, t(word)])} />
        ))}
      </div>
      <p className={styles.note}>{t('keys.note')}</p>
    </Modal>
  );
}

function Group({ title, keys }: { title: string; keys: readonly (readonly [string, string])[] }) {
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <dl>
        {keys.map(([key, word]) => (
          <div key={key + word} className={styles.line}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{word}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
