/**
 * Where she is answered, or a note is left. The text belongs to the hands that type it: nothing that arrives changes it,
 * moves the caret or takes the focus, and it survives a reload, a cut line, a takeover.
 */
import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { calledIn, meant, type Typed, typedAt, withName } from '../../live/mentions.js';
import { isUntaken } from '../../live/order.js';
import type { ThreadView } from '../../live/thread.js';
import { ActButton } from '../../look/ActButton.js';
import { useApp, useDesk, useOnChange, useSay, useStore } from '../../look/app.js';
import { shortName } from '../../shell/shortName.js';
import { useMoves, withDraft } from '../useMoves.js';
import styles from './Composer.module.css';
import { CallMenu } from './CallMenu.js';
import { ComposerFoot } from './ComposerFoot.js';
import { LONGEST, written } from './draftText.js';
import { Limits } from './Limits.js';
import { SheetMenu } from './SheetMenu.js';
import { useRights } from './useRights.js';

/** A colleague is told that somebody types at most this often, ms. */
const TYPING_EVERY_MS = 3_000;

/** Where the caret was in each conversation: it is there when one comes back. */
const carets = new Map<string, readonly [number, number]>();

export function Composer({ thread }: { thread: ThreadView }) {
  const { row } = thread;
  const id = row.conversation;
  const desk = useDesk();
  const { ui } = useApp();
  const kind = useStore(ui.composer);
  const t = useSay();
  useEffect(() => () => ui.composer.set('reply'), [ui]);
  const typing = thread.typing.filter(name => name !== desk.me.name);
  return (
    <section className={styles.composer} data-writing data-kind={kind} aria-label={t('composer.title')}>
      <Limits thread={thread} />
      <div className={styles.head}>
        <div className={styles.kinds} role="group" aria-label={t('composer.kinds')}>
          {(['reply', 'note'] as const).map(one => (
            <button
              key={one}
              type="button"
              className={styles.kind}
              aria-pressed={kind === one}
              aria-keyshortcuts={one === 'reply' ? 'R' : 'N'}
              onClick={() => ui.composer.set(one)}
            >
              {t(`composer.kind.${one}`)}
            </button>
          ))}
        </div>
        <span className={styles.meta}>
          {typing.length > 0
            ? t('composer.typing', { names: typing.map(shortName).join(', ') })
            : t('composer.language', { language: row.locale.slice(0, 2) })}
        </span>
      </div>
      <Writing key={`${id} ${kind}`} thread={thread} kind={kind} />
    </section>
  );
}

function Writing({ thread, kind }: { thread: ThreadView; kind: 'reply' | 'note' }) {
  const { row, facts } = thread;
  const id = row.conversation;
  const desk = useDesk();
  const { drafts, notices, news, ui } = useApp();
  const wanted = useStore(ui.writing);
  const { kind: line } = useStore(desk.link.state);
  const rights = useRights(row);
  const moves = useMoves();
  const t = useSay();
  const field = useRef<HTMLTextAreaElement>(null);
  const lastTyping = useRef(0);
  const inserted = useRef<string | null>(null);
  const [length, setLength] = useState(() => drafts.get(id, kind).length);
  const [slash, setSlash] = useState<string | null>(null);
  const isReply = kind === 'reply';
  const { staff } = useStore(desk.view);
  const colleagues = staff.filter(one => one.id !== desk.me.id);
  // A verb begins a note by an @ before this is there.
  const [call, setCall] = useState<Typed | null>(() => typedIn(drafts.get(id, kind)));
  const [noted, setNoted] = useState(() => (isReply ? '' : drafts.get(id, kind)));
  const callable = call ? meant(call, colleagues) : [];
  const { called, loose } = calledIn(noted, colleagues);

  const untaken = isUntaken(row);
  // Given to a colleague who has not taken her yet: taking her back is said with a verb, never with Enter on a draft.
  const waitsForAnother = untaken && row.to !== '' && row.to !== desk.me.name;
  const isReadOnly = facts.contact.erased || (isReply && !rights.isMine && !untaken);
  const place = `${id} ${kind}`;

  useEffect(() => {
    const element = field.current;
    const caret = carets.get(place);
    if (element && caret) element.setSelectionRange(...caret);
    return () => {
      if (element) carets.set(place, [element.selectionStart, element.selectionEnd]);
    };
  }, [place]);
  useEffect(() => {
    if (wanted !== id) return;
    ui.writing.set(null);
    field.current?.focus();
  }, [wanted, id, ui]);
  // Put here by an act of hers (a sheet, a message that came back), never by what arrives.
  useOnChange(useStore(written), last => {
    if (last.kind !== kind || last.conversation !== id || !field.current) return;
    field.current.value = last.text;
    changed(last.text);
    setCall(typedIn(last.text));
  });

  const put = (text: string) => {
    if (field.current) field.current.value = text;
    drafts.set(id, kind, text);
    changed(text);
  };
  const onInput = () => {
    const text = field.current?.value ?? '';
    drafts.set(id, kind, text);
    changed(text);
    setCall(typedIn(text, field.current?.selectionStart));
    setSlash(isReply && text.startsWith('/') && !text.includes('\n') ? text.slice(1) : null);
    const now = performance.now();
    if (isReply && rights.isMine && now - lastTyping.current > TYPING_EVERY_MS) {
      lastTyping.current = now;
      desk.link.tell('typing', id);
    }
  };
  const reason = (): string | undefined => {
    if (isReadOnly)
      return facts.contact.erased ? t('composer.erased') : t('reason.owned', { name: row.owner.name ?? '' });
    if (isReply && waitsForAnother) return t('composer.handed', { name: row.to });
    if (length > LONGEST) return t('composer.too_long', { n: length - LONGEST });
    if (isReply && !rights.isMine && line !== 'online') return t('composer.take_offline');
    return undefined;
  };
  const refuse = (text: string) => {
    notices.show(text, { tone: 'warning' });
    news.tell(text);
  };
  const send = async () => {
    const text = field.current?.value.trim() ?? '';
    const why = reason();
    if (why !== undefined) return refuse(why);
    if (text === '') return;
    if (isReply && text === inserted.current) {
      const last = thread.lines.findLast(
        one => 'item' in one && one.item.kind === 'message' && one.item.author === 'executive',
      );
      if (last && 'item' in last && last.item.kind === 'message' && last.item.text === text)
        return refuse(t('composer.same_twice'));
    }
    // The first words of a person take her: without that, nothing leaves and the draft stays.
    if (isReply && !rights.isMine && !(await moves.take(id))) return;
    put('');
    desk.outgoing.send({
      conversation: id,
      kind: isReply ? 'say' : 'note',
      text,
      epoch: desk.epochOf(id),
      after: thread.turn,
      calls: isReply ? [] : calledIn(text, colleagues).called.map(one => one.id),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || slash !== null || callable.length > 0) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      document.querySelector<HTMLElement>('[role="log"] [tabindex="0"]')?.focus();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      void send();
    }
  };

  return (
    <>
      {slash !== null && (
        <SheetMenu
          key={slash}
          typed={slash}
          suggestions={facts.suggestions}
          field={field}
          onChoose={text => {
            put(text);
            inserted.current = text.trim();
            setSlash(null);
            field.current?.focus();
          }}
          onClose={() => setSlash(null)}
        />
      )}
      {call && callable.length > 0 && (
        <CallMenu
          key={call.typed}
          colleagues={callable}
          field={field}
          onChoose={name => {
            const { text, caret } = withName(field.current?.value ?? '', call, name);
            put(text);
            setCall(null);
            field.current?.focus();
            field.current?.setSelectionRange(caret, caret);
          }}
          onClose={() => setCall(null)}
        />
      )}
      <textarea
        ref={field}
        className={styles.field}
        data-composer
        rows={3}
        defaultValue={drafts.get(id, kind)}
        readOnly={isReadOnly}
        placeholder={t(isReply ? 'composer.placeholder' : 'composer.placeholder.note')}
        aria-label={t(isReply ? 'composer.field.reply' : 'composer.field.note', { name: row.name })}
        lang={isReply ? row.locale : undefined}
        onInput={onInput}
        onKeyDown={onKeyDown}
      />
      <div className={styles.foot}>
        <ComposerFoot conversation={id} kind={kind} length={length} hint={footHint()} />
        {isReply && row.emergency !== 'idle' && rights.attends && !row.quiet && (
          <Button onClick={() => void moves.run(id, { do: 'quiet', on: true })}>{t('emergency.act.quiet')}</Button>
        )}
        <ActButton variant="filled" reason={reason()} onAct={() => void send()} shortcut="Mod Enter">
          {t(
            isReply ? (rights.isMine || isReadOnly ? 'composer.send' : 'composer.take_and_send') : 'composer.save_note',
          )}
        </ActButton>
      </div>
    </>
  );

  function changed(text: string): void {
    setLength(text.length);
    if (!isReply) setNoted(text);
  }

  function typedIn(text: string, caret = text.length): Typed | null {
    return isReply ? null : typedAt(text, caret);
  }

  function footHint(): string {
    if (isReadOnly)
      return facts.contact.erased
        ? t('composer.erased')
        : withDraft(t('conversation.has_her', { name: row.owner.name ?? '' }), length > 0, t);
    if (isReply && waitsForAnother) return t('composer.handed', { name: row.to });
    if (isReply && untaken) return t('composer.takes');
    if (isReply) return t('composer.hint');
    if (called.length > 0) return t('note.calls', { names: called.map(one => one.name).join(', ') });
    return t(loose && callable.length === 0 ? 'note.calls_nobody' : 'note.hint');
  }
}
