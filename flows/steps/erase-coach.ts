/**
 * `erase-coach`: reminds her to erase what is left on her telephone, and how.
 *
 *     orientation.erase: { erase-coach: full, next: orientation.copy, silent: close.quiet }
 *     close.how-to-erase: { erase-coach: full, asked: true, next: close.quiet }
 *     information.erase: { erase-coach: short, next: survey }
 *
 * `short` is one line and goes on. `full` asks what she writes on, and gives one short step at a time: keep what may be
 * proof, erase what was saved apart, erase the chat. The chat is last, because the coach itself is in it; whoever asked
 * how to erase is told that alone. On our own page she is asked whether it shall leave her screen, and her yes, or "bórralo",
 * takes it away; anything else is asked once more (`del.offer`), and whoever says none of both is told that it stays.
 * Where another system brings her that can take our messages away again, that is offered first (`del.ours`): "bórralo" or "sí"
 * asks for it, what became of it is told (`del.removed`, `del.not-removed`), and how the rest is erased is said once more.
 * "Ya está" goes on, "salir" and anything else leave, and who cannot is told another
 * way once. What she then says is erased is no longer counted (`{quedan}`), and nothing is written to say so.
 *
 * Texts: `del.short`, `del.intro`, `del.before`, `del.saved`, `del.how`, `del.help`, `del.offer`, `del.cannot`, `del.ours`,
 * `del.removed` (with `{quitados}` and `{no_quitados}`), `del.not-removed`; those of `saved`, `how`
 * and `help` have variants for `android`, `iphone`, `web` (an application on a computer) and `page` (our own web page).
 * They never promise what cannot be kept. `once`, with `short`: nothing is said if she was reminded and nothing was given
 * to her since.
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import type { Condition } from '../guards.js';
import { canRemoveOurs, ERASE_IT, onPage, PAGE, TELEPHONES } from '../talk/telephones.js';
import { stepKind, type Move, type Node } from './kind.js';
import { all, firstTry, oneMoreTry, passing, reads, say, set, silence, stepId, textKey, toldOf } from './parts.js';

const schema = z.strictObject({
  'erase-coach': z.enum(['short', 'full']),
  say: textKey.optional(),
  /** Whoever was reminded already, and has read nothing since, is not reminded again. */
  once: z.literal(true).optional(),
  /** She asked how it is done: she is told that, and not what goes before it. */
  asked: z.literal(true).optional(),
  next: stepId,
  /** Where what she asks instead of naming her telephone is answered. */
  another: stepId.optional(),
  /** Where "salir" and "gracias" lead: she was reminded, and has had enough of it; `next` unless written. */
  left: stepId.optional(),
  /** Where her silence leads once she was told how to erase: what is written then is found by whoever looks. */
  silent: stepId.optional(),
});
type EraseCoach = z.infer<typeof schema>;

/** What somebody means who asks something else. */
const QUESTIONS = ['general_info', 'specific_question', 'request_status', 'emotional_support'] as const;

/** Nobody has to answer a reminder: after this it goes on. */
const WAIT_MS = 3 * 60_000;
/** She leaves the chat to erase it, and need not come back. */
const ERASING_MS = 30 * 60_000;
/** A fact only if it was really said: not while we keep quiet. */
const reminds = (key: string): Action[] => [say(key, { fact: 'delete_reminder' }), set({ erase: false })];

const NAMED = [...TELEPHONES, 'some-telephone', 'unknown', 'lost', 'yes'];
const DONE = 'step-done';
const CANNOT = ['cannot-erase', 'unknown'];
/** "No puedo", to how it is done. Whoever comes is told of in more words. */
const ONLY_CANNOT = reads('only-cannot');
const NODS = ['yes', 'nod', 'chatter', 'enough'];
/** "Gracias" is no nod: she has had enough. */
const LEAVES = ['no', 'email'];
const VARIED = ['del.saved', 'del.how', 'del.help'];

export const eraseCoach = stepKind<EraseCoach>({
  kind: 'erase-coach',
  about: 'Recuerda borrar, y cómo.',
  schema: schema as z.ZodType<EraseCoach>,
  node: step => {
    if (step['erase-coach'] === 'short') {
      const told = reminds(step.say ?? 'del.short');
      return step.once
        ? passing([], [{ when: { marks: { erase: true } }, go: step.next, do: told }, { go: step.next }])
        : passing(told, [{ go: step.next }]);
    }
    const on = (when: Condition, go: string, ...also: Action[]): Move => ({ when, go, do: [firstTry, ...also] });
    // An address is for the mail that is offered next, and what is said of it is weighed there ("es de los dos").
    const address = step.asked ? [] : toldOf(on(reads('email'), step.next));
    const left = step.left ?? step.next;
    const leaves = [...address, on(reads('leave-it', 'thanks'), left), on(reads('erased', ...LEAVES), step.next)];
    const asks = step.another ? [on({ intent: QUESTIONS }, step.another, { change: { need: 'read' } })] : [];
    const waits: Pick<Node, 'otherwise' | 'silence'> = {
      otherwise: [...asks, { go: step.next, do: [firstTry] }],
      silence: silence({ after: WAIT_MS, go: step.next }),
    };
    const named: Action = { change: { keep: 'telephone', as: 'telephone' } };
    // "No sé borrar" is no question to begin anew with.
    const asksHow = reads('asks-erase');
    // Neither has to be done, nor is it insisted on.
    const before = (key: string, go: string): Node => ({
      ...waits,
      entry: [say(key, { by: 'telephone' })],
      answers: [on(ONLY_CANNOT, go)],
      first: [on(asksHow, '.ours')],
      moves: [on(reads(DONE, ...CANNOT), go), on(reads('thanks'), left), on(reads(...NODS), go), ...leaves],
    });
    const help: Action[] = [oneMoreTry, say('del.help', { by: 'telephone' })];
    const stuck = (when: Condition): Move[] => [
      { when: all(when, { tries: { under: 1 } }), do: help },
      on(when, step.next, say('del.cannot')),
    ];
    const erased: Action = { change: { erased: true } };
    const removed = (...said: string[]): Move =>
      on(all(reads(...said), onPage), step.next, erased, { effect: 'remove' });
    // What we offered still stands on her screen: it is no silence that answers what is neither yes nor no.
    const offersAgain: Move[] = [
      { when: all(onPage, { tries: { under: 1 } }), do: [oneMoreTry, say('del.offer')] },
      on(onPage, step.next, say('del.cannot')),
    ];
    // The word for it alone, or a yes to what was offered; what she says of herself ("ya los borré") goes before it.
    const asksRemoval = (...said: string[]): Move => ({
      when: all(reads(...said), canRemoveOurs),
      do: [{ effect: 'remove' }],
    });
    const takesOurs = on(all(reads(ERASE_IT), canRemoveOurs), '.how', named, { effect: 'remove' });
    const which: Node = {
      ...waits,
      // Whoever asked is told, whatever she calls her telephone.
      ...(step.asked ? { otherwise: [...asks, { go: '.ours', do: [firstTry, named] }] } : {}),
      entry: reminds(step.say ?? 'del.intro'),
      // Whoever asked how, and then says "bórralo", need not name her telephone first: where we can take it away, we do.
      answers: step.asked ? [removed(ERASE_IT), takesOurs] : [],
      first: [on(asksHow, '.ours', named)],
      moves: [on(reads(...NAMED), step.asked ? '.ours' : '.before', named), ...leaves],
    };
    const ours: Node = { always: [{ when: canRemoveOurs, go: '.how', do: [say('del.ours')] }, { go: '.how' }] };
    const how: Node = {
      ...waits,
      otherwise: [...asks, ...offersAgain, ...waits.otherwise!],
      entry: [say('del.how', { by: 'telephone' })],
      // Unasked, "bórralo" may be that somebody comes.
      answers: [removed(ERASE_IT), asksRemoval(ERASE_IT), ...stuck(ONLY_CANNOT)],
      first: stuck(asksHow),
      moves: [
        removed('yes'),
        on(reads('erased', DONE), step.next, erased),
        asksRemoval('yes'),
        ...stuck(reads(...CANNOT)),
        ...leaves,
      ],
      on: {
        // How it is done was among what was taken away.
        REMOVED: [{ again: true, do: [{ change: { erased: 'rest' } }, say('del.removed')] }],
        NOT_REMOVED: [{ do: [say('del.not-removed')] }],
      },
      silence: silence({ after: ERASING_MS, go: step.silent ?? step.next }),
    };
    const first: Record<string, Node> = step.asked
      ? {}
      : { before: before('del.before', '.saved'), saved: before('del.saved', '.ours') };
    return { initial: 'which', states: { which, ...first, ours, how } };
  },
  fits: () => reads(...TELEPHONES, 'some-telephone', 'erased', DONE, 'cannot-erase', 'leave-it'),
  targets: step => [step.next, ...[step.another, step.left, step.silent].filter(id => id !== undefined)],
  texts: step =>
    step['erase-coach'] === 'short'
      ? [step.say ?? 'del.short']
      : [
          step.say ?? 'del.intro',
          ...(step.asked ? [] : ['del.before']),
          'del.offer',
          'del.cannot',
          'del.ours',
          'del.removed',
          'del.not-removed',
          ...VARIED.filter(key => !step.asked || key !== 'del.saved').flatMap(key => [
            key,
            ...[...TELEPHONES, PAGE].map(name => `${key}.${name}`),
          ]),
        ],
});
