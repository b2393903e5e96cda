/** `/` at the start of an answer: the sheets that were suggested, filtered by what follows. Nothing is sent by choosing. */
import type { RefObject } from 'react';
import type { Facts } from '../../../../bot/console/contract.js';
import { plain } from '../../live/order.js';
import { useSay } from '../../look/app.js';
import { FieldMenu } from './FieldMenu.js';

interface SheetMenuProps {
  typed: string;
  suggestions: Facts['suggestions'];
  field: RefObject<HTMLTextAreaElement | null>;
  onChoose(text: string): void;
  onClose(): void;
}

export function SheetMenu({ typed, suggestions, field, onChoose, onClose }: SheetMenuProps) {
  const t = useSay();
  const shown = suggestions.filter(one => plain(one.title).includes(plain(typed)));
  return (
    <FieldMenu
      title={shown.length > 0 ? t('sheets.title') : t('sheets.none')}
      choices={shown.map(one => ({
        id: one.sheet,
        title: one.title,
        meta: one.reviewed ? one.sheet : t('facts.unreviewed'),
      }))}
      field={field}
      onChoose={id => onChoose(shown.find(one => one.sheet === id)?.text ?? '')}
      onClose={onClose}
    />
  );
}
