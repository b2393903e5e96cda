/**
 * What an emergency asks for, by name in the palette: whom to phone, how each call went, its outcome, what is done about her
 * silence, how it ends, and that it was none.
 */
import { type CallOutcome, isDrill } from '../../../../bot/console/contract.js';
import type { ThreadView } from '../../live/thread.js';
import { useApp, useSay } from '../../look/app.js';
import { reveal } from '../../shell/reveal.js';
import { useVerbs, type Verb } from '../../shell/verbs.js';
import { useRights } from '../conversation/useRights.js';
import { useMoves } from '../useMoves.js';
import { recording } from './dialed.js';
import { DECISIONS, whyNoLine } from './silence.js';
import { useDial } from './useDial.js';

export function useEmergencyVerbs({ row, facts }: ThreadView): void {
  const { ui } = useApp();
  const t = useSay();
  const rights = useRights(row);
  const moves = useMoves();
  const write = useDial(row);
  const id = row.conversation;
  const scope = 'conversation' as const;
  const none = row.emergency === 'idle' ? t('reason.no_emergency') : undefined;
  const unavailable = rights.own ?? none;
  const open = facts.calls.filter(call => call.outcome === null && call.state !== 'planned');
  const dialing = new Set(open.map(call => call.institution));

  /** The calls are among the facts, which may be closed. */
  const show = () => {
    ui.facts.set(true);
    ui.tab.set('facts');
  };
  const dialWord = (call: string) => (isDrill(row) ? t('drill.dial', { call }) : call);
  const dial = (institution: string, number: string) => () => {
    show();
    write(institution);
    if (isDrill(row)) return;
    const link = document.createElement('a');
    link.href = `tel:${number}`;
    link.hidden = true;
    // Some browsers follow only a link that is on the page.
    document.body.append(link);
    link.click();
    link.remove();
  };
  const calls: Verb[] =
    none !== undefined || facts.institutions.length === 0
      ? [
          {
            id: 'call',
            title: t('verb.call'),
            scope,
            unavailable: unavailable ?? t('emergency.institutions.none'),
            run: show,
          },
        ]
      : facts.institutions
          .filter(one => !dialing.has(one.id))
          .map(one => ({
            id: `call.${one.id}`,
            title: dialWord(t('emergency.call.dial_name', { number: one.number, name: one.name })),
            scope,
            unavailable: rights.phone,
            run: dial(one.id, one.number),
          }));
  const results: Verb[] = open.flatMap(call => {
    const ends = (outcome: CallOutcome) => () => {
      show();
      recording.set({ conversation: id, slot: call.slot, outcome });
    };
    const verb = (name: 'answered' | 'no_answer' | 'busy' | 'record', run: () => void): Verb => ({
      id: `call.${name}.${call.slot}`,
      title: t(`verb.call.${name}`, { name: call.name }),
      scope,
      unavailable,
      run,
    });
    return [
      verb('record', () => {
        show();
        recording.set({ conversation: id, slot: call.slot });
      }),
      verb('answered', () => {
        show();
        void moves.run(id, { do: 'call_state', slot: call.slot, state: 'talking' });
      }),
      verb('no_answer', ends('no_answer')),
      verb('busy', ends('busy')),
    ];
  });
  const noResult: Verb = {
    id: 'call.record',
    title: t('verb.call.record_any'),
    scope,
    unavailable: unavailable ?? t('reason.no_open_call'),
    run: show,
  };
  const discard: Verb = {
    id: 'discard',
    title: t('verb.discard'),
    scope,
    unavailable: rights.discard ?? none,
    run: () => ui.dialog.set({ kind: 'discard', conversation: id }),
  };
  const noSilence = facts.silence.state === 'none' ? t('reason.no_silence') : undefined;
  const silence: Verb[] = [
    {
      id: 'silence.check',
      title: t('silence.check'),
      scope,
      unavailable: unavailable ?? noSilence ?? whyNoLine(facts.silence, t),
      run: () => void moves.run(id, { do: 'check_silence' }),
    },
    ...DECISIONS.map(
      (decision): Verb => ({
        id: `silence.${decision}`,
        title: t(`verb.silence.${decision}`),
        scope,
        unavailable: unavailable ?? noSilence,
        run: () => void moves.run(id, { do: 'decide_silence', decision }),
      }),
    ),
  ];
  // It asks for a line of her words: the palette leads to where they are written.
  const finish: Verb = {
    id: 'referral',
    title: t('verb.referral'),
    scope,
    unavailable:
      unavailable ??
      (open.length > 0
        ? t('emergency.end.blocked', { institution: open.map(call => call.name).join(', ') })
        : undefined),
    run: () => reveal(show, () => document.querySelector<HTMLElement>('[data-referral] textarea')),
  };
  useVerbs(
    rights.attends ? [...calls, ...(results.length > 0 ? results : [noResult]), ...silence, finish, discard] : [],
  );
}
