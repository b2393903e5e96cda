/** S1: who are you. A wrong password and an unknown account read the same. */
import { Button, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import type { Failure } from '../live/session.js';
import { useApp, useLocale, useSay } from '../look/app.js';
import type { Say } from '../words/words.js';
import { Card } from './Card.js';
import styles from './Card.module.css';
import { PasswordField } from './PasswordField.js';

export function SignIn() {
  const t = useSay();
  return (
    <Card title={t('signin.title')} languages>
      <SignInForm />
    </Card>
  );
}

export function SignInForm({ email: known = '' }: { email?: string }) {
  const { session, news } = useApp();
  const locale = useLocale();
  const t = useSay();
  const [failure, setFailure] = useState<{ field: 'email' | 'password'; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  const fail = (field: 'email' | 'password', text: string) => {
    setFailure({ field, text });
    news.tell(text);
    (field === 'email' ? email : password).current?.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const typed = { email: email.current?.value.trim() ?? '', password: password.current?.value ?? '' };
    if (typed.email === '') return fail('email', t('signin.email.missing'));
    if (typed.password === '') return fail('password', t('signin.password.missing'));
    setBusy(true);
    const failed = await session.signIn(typed.email, typed.password, locale);
    setBusy(false);
    if (failed) fail('password', textOf(failed, t));
  };

  return (
    <form className={styles.form} onSubmit={event => void submit(event)} noValidate>
      <TextInput
        ref={email}
        label={t('signin.email')}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={known}
        error={failure?.field === 'email' && failure.text}
        data-autofocus={known === ''}
      />
      <PasswordField
        ref={password}
        label={t('signin.password')}
        name="password"
        autoComplete="current-password"
        error={failure?.field === 'password' && failure.text}
        data-autofocus={known !== ''}
      />
      <Button type="submit" variant="filled" loading={false} data-disabled={busy || undefined}>
        {t(busy ? 'signin.busy' : 'signin.enter')}
      </Button>
      <p className={styles.hint}>{t('signin.forgot')}</p>
    </form>
  );
}

/** What the server said, or what its silence means. */
export function textOf(failure: Failure, t: Say): string {
  if (failure.code === 'unreachable') return t('signin.unreachable');
  if (failure.retryAfterS !== undefined)
    return t('signin.wait', { minutes: Math.max(1, Math.ceil(failure.retryAfterS / 60)) });
  return failure.message || t('signin.failed');
}
