/** A field for a password, which can be shown while it is typed: long phrases are easier to get right when they are seen. */
import { Button, TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../look/app.js';

export function PasswordField(props: Omit<TextInputProps, 'type' | 'rightSection'>) {
  const t = useSay();
  const [isShown, setShown] = useState(false);
  return (
    <TextInput
      {...props}
      type={isShown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      rightSectionWidth={88}
      rightSection={
        <Button variant="subtle" onClick={() => setShown(!isShown)}>
          {t(isShown ? 'signin.password.hide' : 'signin.password.show')}
        </Button>
      }
    />
  );
}
