/** The verbs of the open conversation, for the palette and the keys. */
import type { ThreadView } from '../../live/thread.js';
import { useApp, useSay } from '../../look/app.js';
import { reveal } from '../../shell/reveal.js';
import { useVerbs, type Verb } from '../../shell/verbs.js';
import { hourOfHers } from '../hourOfHers.js';
import { useFactsShown } from '../useFactsShown.js';
import { useMoves } from '../useMoves.js';
import { useSupport } from '../useSupport.js';
import { conversationKeys } from './conversationKeys.js';
import { draftLeft, writeInto } from './draftText.js';
import { useRights } from './useRights.js';

export function useConversationVerbs(thread: ThreadView): void {
  const { ui, drafts } = useApp();
  const facts = useFactsShown();
  const moves = useMoves();
  const support = useSupport();
  const t = useSay();
  const { row } = thread;
  const id = row.conversation;
  const rights = useRights(row);
  const left = draftLeft(thread);
  const hour = hourOfHers(row, thread.facts);
  const dialog = (name: 'release' | 'end' | 'close' | 'transfer' | 'takeover' | 'discard' | 'raise' | 'lower') => () =>
    ui.dialog.set({ kind: name, conversation: id });
  const drafted = () => {
    const all = drafts.conversations();
    return all[(all.indexOf(id) + 1) % Math.max(1, all.length)];
  };
  const keyed = (name: keyof typeof conversationKeys) => {
    const { key, title } = conversationKeys[name];
    return { id: name, title: t(title), scope: 'conversation' as const, keys: [key] };
  };
  const attending: Verb[] = [
    {
      ...keyed('take'),
      unavailable: rights.isMine ? t('reason.already_mine') : rights.take,
      run: rights.takesOver ? dialog('takeover') : () => void (rights.accepts ? moves.accept(id) : moves.take(id)),
    },
    {
      ...keyed('decline'),
      unavailable: rights.decline,
      run: () => void moves.decline(id, rights.accepts ? (row.owner.name ?? '') : null),
    },
    {
      id: 'draft.use',
      title: t('verb.draft_use'),
      scope: 'conversation',
      unavailable: left === undefined ? t('reason.no_draft_left') : rights.own,
      run: () => {
        writeInto(drafts, id, left ?? '');
        ui.write(id);
      },
    },
    {
      ...keyed('robot'),
      unavailable: rights.release,
      run: dialog('release'),
    },
    { id: 'end', title: t('verb.end_erase'), scope: 'conversation', unavailable: rights.end, run: dialog('end') },
    {
      ...keyed('close'),
      unavailable: rights.close,
      run: dialog('close'),
    },
    {
      ...keyed('emergency'),
      unavailable: row.emergency === 'idle' ? rights.emergency : t('reason.emergency_already'),
      run: () => void moves.startEmergency(id),
    },
    {
      ...keyed('transfer'),
      unavailable: rights.transfer,
      run: dialog('transfer'),
    },
    { ...keyed('support'), always: true, unavailable: rights.line, run: () => support(id) },
    {
      ...keyed('risk.confirm'),
      unavailable: thread.facts.risk.by === null ? rights.own : t('reason.risk_confirmed'),
      run: () => void moves.run(id, { do: 'mark_risk', level: thread.facts.risk.level }),
    },
    {
      id: 'risk.raise',
      title: t('verb.risk_raise'),
      scope: 'conversation',
      unavailable: rights.own,
      run: dialog('raise'),
    },
    {
      id: 'risk.lower',
      title: t('verb.risk_lower'),
      scope: 'conversation',
      unavailable: rights.own,
      run: dialog('lower'),
    },
    {
      id: 'book',
      title: t('conversation.act.book'),
      scope: 'conversation',
      unavailable: rights.own,
      run: () => ui.go({ page: 'appointments' }),
    },
    {
      id: 'move',
      title: t('verb.move_hour'),
      scope: 'conversation',
      unavailable: hour === null ? t('reason.no_hour') : rights.own,
      run: () => hour && ui.move(hour),
    },
    {
      id: 'unbook',
      title: t('verb.unbook'),
      scope: 'conversation',
      unavailable: hour === null ? t('reason.no_hour') : rights.own,
      run: () => hour && ui.dialog.set({ kind: 'unbook', hour }),
    },
    {
      id: 'priority',
      title: t(row.priority ? 'verb.priority_off' : 'verb.priority_on'),
      scope: 'conversation',
      unavailable: rights.line,
      run: () => void moves.priority(id, !row.priority),
    },
    {
      id: 'quiet',
      title: t(row.quiet ? 'verb.quiet_off' : 'verb.quiet_on'),
      scope: 'conversation',
      unavailable: rights.line,
      run: () => void moves.run(id, { do: 'quiet', on: !row.quiet }),
    },
  ];
  useVerbs([
    ...(rights.attends ? attending : []),
    { ...keyed('reply'), run: () => ui.write(id) },
    { ...keyed('note'), run: () => ui.write(id, 'note') },
    {
      id: 'note.call',
      title: t('verb.note_call'),
      scope: 'conversation',
      unavailable: rights.line,
      run: () => {
        writeInto(drafts, id, '@', 'note');
        ui.write(id, 'note');
      },
    },
    {
      ...keyed('guideline'),
      run: () => {
        reveal(
          () => {
            ui.facts.set(true);
            ui.tab.set('facts');
          },
          () => document.querySelector<HTMLElement>('[data-guideline] [tabindex="0"]'),
        );
      },
    },
    {
      ...keyed('facts'),
      run: () => {
        reveal(
          () => {
            if (facts.as === 'panel') facts.toggle();
            ui.tab.set('facts');
          },
          () => document.querySelector<HTMLElement>('[data-region="facts"] [data-region-start], [data-region="calls"]'),
        );
      },
    },
    {
      id: 'draft',
      title: t('verb.draft'),
      scope: 'desk',
      keys: ['D'],
      unavailable: drafted() === undefined ? t('reason.no_drafts') : undefined,
      run: () => {
        const next = drafted();
        if (next !== undefined) ui.write(next, drafts.get(next, 'reply') === '' ? 'note' : 'reply');
      },
    },
  ]);
}
