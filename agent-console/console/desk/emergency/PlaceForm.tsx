/** Where: in her words, from a message ("→ Dirección") or typed here. The call can start without it. */
import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ThreadView } from '../../live/thread.js';
import { ActButton } from '../../look/ActButton.js';
import { useDesk, useSay, useStore } from '../../look/app.js';
import { useRights } from '../conversation/useRights.js';
import { useMoves } from '../useMoves.js';
import { Block, Nothing } from '../facts/Block.js';
import styles from './Emergency.module.css';

export function PlaceForm({ thread: { row, facts } }: { thread: ThreadView }) {
  const desk = useDesk();
  const busy = useStore(desk.busy);
  const rights = useRights(row);
  const moves = useMoves();
  const t = useSay();
  const { place } = facts;
  const [isEditing, setEditing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isEditing) field.current?.focus();
  }, [isEditing]);
  const save = async () => {
    const text = field.current?.value.trim() ?? '';
    if (text !== '' && (await moves.run(row.conversation, { do: 'set_place', text }))) setEditing(false);
  };
  const isOpen = rights.attends && (isEditing || place === null);
  return (
    <Block
      title={t('emergency.place')}
      aside={place && !place.among ? t('emergency.place.confidence', { confidence: place.confidence }) : undefined}
    >
      {place === null ? (
        <Nothing>{t('emergency.place.none')}</Nothing>
      ) : place.among ? (
        <Among places={place.among} />
      ) : (
        <p>
          <strong>{place.text}</strong>
          {place.commune !== null && !place.text.includes(place.commune) && `, ${place.commune}`}
          {place.region !== null && <span className={styles.muted}> · {place.region}</span>}
          {place.words !== null && <q className={styles.words}>{place.words}</q>}
        </p>
      )}
      {isOpen ? (
        <form
          className={styles.inline}
          onSubmit={event => {
            event.preventDefault();
            if (rights.own === undefined) void save();
          }}
        >
          <TextInput
            ref={field}
            aria-label={t('emergency.place.field')}
            placeholder={t('emergency.place.field')}
            defaultValue={place?.among ? '' : (place?.text ?? '')}
            autoComplete="off"
          />
          <ActButton
            reason={rights.own}
            busy={busy.has(`${row.conversation} set_place`) ? t('common.saving') : undefined}
          >
            {t('emergency.place.save')}
          </ActButton>
        </form>
      ) : (
        rights.attends && (
          <div className={styles.acts}>
            <ActButton reason={rights.own} onAct={() => setEditing(true)}>
              {t('emergency.place.edit')}
            </ActButton>
          </div>
        )
      )}
    </Block>
  );
}

/** None of them looks as if it were the chosen one: the order and the numbers are those of the script that is read aloud. */
function Among({ places }: { places: NonNullable<NonNullable<ThreadView['facts']['place']>['among']> }) {
  const t = useSay();
  return (
    <>
      <p className={styles.doubt}>{t('emergency.place.among')}</p>
      <ol className={styles.among}>
        {places.map(one => (
          <li key={one.text}>
            <strong>{one.text}</strong>
            {one.whose !== null && <span className={styles.muted}> · {one.whose}</span>}
            <q className={styles.words}>{one.words}</q>
          </li>
        ))}
      </ol>
    </>
  );
}
