/** `@` in a note: the colleagues who are connected, filtered by what follows. */
import type { RefObject } from 'react';
import type { Staff } from '../../../../bot/console/contract.js';
import { useSay } from '../../look/app.js';
import { FieldMenu } from './FieldMenu.js';

interface CallMenuProps {
  colleagues: readonly Staff[];
  field: RefObject<HTMLTextAreaElement | null>;
  onChoose(name: string): void;
  onClose(): void;
}

export function CallMenu({ colleagues, field, onChoose, onClose }: CallMenuProps) {
  const t = useSay();
  return (
    <FieldMenu
      title={t('note.call.title')}
      choices={colleagues.map(one => ({
        id: one.id,
        title: one.name,
        meta: t('transfer.person', { state: t(`staff.state.${one.state}`), load: one.load, capacity: one.capacity }),
      }))}
      field={field}
      onChoose={id => onChoose(colleagues.find(one => one.id === id)?.name ?? '')}
      onClose={onClose}
    />
  );
}
