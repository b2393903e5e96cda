/** The session ended under her hands: signing in goes over the page, and what she was writing stays. */
import { Modal } from '@mantine/core';
import { useApp, useSay } from '../look/app.js';
import { SignInForm } from './SignIn.js';
import styles from './Card.module.css';
import { useSignOut } from './session.js';

export function SignInAgain({ email }: { email: string }) {
  const t = useSay();
  const { notices } = useApp();
  const signOut = useSignOut();
  return (
    <Modal
      opened
      title={t('signin.again')}
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={() => {
        notices.show(t('user.signed_out'));
        void signOut();
      }}
      closeButtonProps={{ 'aria-label': t('user.sign_out') }}
    >
      <p className={styles.hint}>{t('signin.again.why')}</p>
      <SignInForm email={email} />
    </Modal>
  );
}
