/** The one-time password is good for one thing: choosing a real one. */
import { Button } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { useApp, useSay } from '../look/app.js';
import { Card } from './Card.js';
import styles from './Card.module.css';
import { PasswordField } from './PasswordField.js';
import { useSignOut } from './session.js';
import { textOf } from './SignIn.js';

/** As the server asks; told before typing, checked again there. */
const LEAST = 12;

type Field = 'current' | 'next' | 'again';

export function NewPassword({ name }: { name: string }) {
  const { session, news } = useApp();
  const t = useSay();
  const signOut = useSignOut();
  const [failure, setFailure] = useState<{ field: Field; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const inputOf = (field: Field) => form.current?.querySelector<HTMLInputElement>(`[name="${field}"]`);

  const fail = (field: Field, text: string) => {
    setFailure({ field, text });
    news.tell(text);
    inputOf(field)?.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const next = inputOf('next')?.value ?? '';
    if (next.length < LEAST) return fail('next', t('password.short', { n: LEAST }));
    if (next !== inputOf('again')?.value) return fail('again', t('password.differs'));
    setBusy(true);
    const failed = await session.changePassword(inputOf('current')?.value ?? '', next);
    setBusy(false);
    if (failed) fail(failed.field === 'current' ? 'current' : 'next', textOf(failed, t));
  };
  const errorOf = (field: Field) => failure?.field === field && failure.text;

  return (
    <Card title={t('password.title')}>
      <p>{t('password.why', { name })}</p>
      <form ref={form} className={styles.form} onSubmit={event => void submit(event)} noValidate>
        {!session.knowsOneTime && (
          <PasswordField
            name="current"
            label={t('password.current')}
            autoComplete="current-password"
            error={errorOf('current')}
          />
        )}
        <PasswordField
          name="next"
          label={t('password.next')}
          description={t('password.rule', { n: LEAST })}
          autoComplete="new-password"
          error={errorOf('next')}
        />
        <PasswordField name="again" label={t('password.again')} autoComplete="new-password" error={errorOf('again')} />
        <Button type="submit" variant="filled" data-disabled={busy || undefined}>
          {t('password.change')}
        </Button>
        <Button variant="subtle" onClick={() => void signOut()}>
          {t('user.sign_out')}
        </Button>
      </form>
    </Card>
  );
}
