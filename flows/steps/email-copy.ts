/**
 * `email-copy`: offers to send something to an e-mail that only she opens, and sends it.
 *
 *     orientation.copy:
 *       email-copy: advice          # advice appointment
 *       send: now                   # now: asks and sends; later: only asks; kept: sends to the address given before
 *       sent: orientation.erase-again
 *       declined: orientation.erase-again
 *       silence: { after: 10m, go: orientation.erase-again }
 *
 * Nothing is ever mailed once the mailbox may not be hers alone: an address counts only with her plain word that it is
 * hers, and any doubt in what she says is asked about or is a no. An address that looks mistyped, or was put together from pieces,
 * is shown to her first, and one that is somebody's counts like any other doubt. Another that she writes while she
 * is asked about one takes its place. The mail leaves half a minute after the decision, and
 * not at all if she takes it back, somebody comes, or an emergency opens in between. The subject never says what it is
 * about.
 *
 * Beside a call that stands, a word that somebody else answers her telephone is of that call: it is in doubt, people are told,
 * and another number is asked for.
 */
import { z } from 'zod';
import type { Action } from '../actions.js';
import type { Milestone } from '../milestones.js';
import type { Condition } from '../guards.js';
import { asksFirst, PRIVATE, WHAT_IF } from './appointmentParts.js';
import { stepKind, type Move, type Node } from './kind.js';
import { all, askAgain, firstTry, mark, reads, say, set, silence, silenceSchema, stepId, toldOf } from './parts.js';

/** Where it is in doubt: that it is on hold. */
const KEPT = 'appt.kept';
/** Somebody else answers the one that is kept. */
const OTHER_NUMBER = 'appt.number-other';

const schema = z.strictObject({
  'email-copy': z.enum(['advice', 'appointment']),
  send: z.enum(['now', 'later', 'kept']).default('now'),
  sent: stepId,
  declined: stepId,
  silence: silenceSchema,
});
type EmailCopy = z.infer<typeof schema>;

/** Longer than the hold of a mail and its delivery. */
const LEAVING_MS = 5 * 60_000;

export const emailCopy = stepKind<EmailCopy>({
  kind: 'email-copy',
  about: 'Ofrece una copia a un correo que solo ella abre.',
  schema: schema as z.ZodType<EmailCopy>,

  node: step => {
    const advice = step['email-copy'] === 'advice';
    const suggest = advice ? 'mail.suggest' : 'appt.receipt-mail';
    const sentFact: Milestone = advice ? 'copy_sent' : 'receipt_sent';
    const kept: Action[] = [firstTry, { change: { keep: 'email', as: 'email' } }];
    const keep: Action[] = [...kept, set({ mail: 'given' })];
    const go = step.send === 'later' ? step.sent : '.sending';
    const declined: Move = { go: step.declined, do: [firstTry] };
    // "Salir", "gracias": she has had enough.
    const enough: Condition = all(reads('thanks', 'leave-it'), reads('brief'));
    const refuses: Move = { when: { any: [reads('no'), enough] }, go: step.declined, do: [firstTry] };
    const notSafe: Move = { go: step.declined, do: [firstTry, set({ mail: 'no' }), say('mail.not-safe')] };
    const noMail: readonly Move[] = toldOf({ when: reads('no-mail'), go: step.declined, do: [firstTry] });
    // Who else opens it may be whom she fears.
    const sharedAddress: readonly Move[] = toldOf({ ...notSafe, when: all(reads('email'), reads('shared-mail')) });
    // "Él a veces me revisa el celular", with no address: the mail would be read there, too.
    const readByHim: Condition = all(reads('shared-phone'), { not: reads('email', 'own-mail', 'trusted', 'no') });
    const shared: readonly Move[] = [
      ...sharedAddress,
      { ...notSafe, when: { any: [reads('shared-mail'), readByHim] } },
    ];
    const certain: Condition = { not: reads('doubt', 'no-mail', 'shared-mail') };
    const whole: Condition = { not: reads('email-slip') };
    const hers: Move = { when: all(reads('email'), reads('own-mail', 'trusted'), certain, whole), go, do: keep };
    const slip: Move = {
      when: all(reads('email'), reads('email-slip')),
      go: '.slip',
      do: [...kept, set({ mail: 'unknown' })],
    };
    // "De mi suegra": somebody's, and nobody she named as trusted.
    const nobodysElse: Condition = { any: [reads('own-mail', 'trusted'), { not: reads('belongs') }] };
    const wanted: Condition = all(reads('asks-mail', 'send-it'), { not: reads('no', 'no-mail', 'shared-mail') });
    // Until she says that only she opens it, it is no address to send to: a silence or an interruption sends nothing.
    const unsure: Move = { when: reads('email'), go: '.own', do: [...kept, set({ mail: 'unknown' })] };
    // Nobody rings before a person has asked her, nor is it mailed.
    const doubtsCall: Action[] = [
      firstTry,
      set({ mail: 'no' }),
      { change: { slots: 'doubted' } },
      { effect: 'doubt-slot' },
      { effect: 'alert', params: { why: 'hour-unsafe' } },
    ];
    // "No sé si es seguro", to the hour and the number that stand above the question.
    const unsureOfCall: Move = {
      when: all(reads('unsure-safe'), { marks: { booked: true } }),
      go: step.declined,
      do: [...doubtsCall, say(KEPT)],
    };
    const waits = silence(step.silence);
    // "Él a veces contesta mi celu": of the call whose number stands above the question, and no more of the mail than that.
    const hasCall = !advice && step.send !== 'kept';
    const called: Condition = { marks: { booked: true } };
    const ofMail: Condition = reads('email', 'own-mail', 'trusted');
    const otherNumber: Move = { go: '.number', do: [...doubtsCall, { change: { forget: 'phone' } }] };
    const paused: Move = { go: step.declined, do: [firstTry, say(KEPT)] };
    const callRead: Condition = { any: [reads('some-telephone'), { not: reads('shared-mail') }] };
    // Where no address was given yet, "no, a veces lo toma mi marido" is of the telephone; of an address it is a no to it.
    const heldBySomebody: Condition = all(reads('shared-phone', 'held-too'), callRead, { not: ofMail });
    const readThere: Condition = all(reads('shared-phone'), callRead, { not: { any: [ofMail, reads('no')] } });
    // "Me equivoqué, es 912341234": she is called at no other than the one she gave last, and people settle it.
    const corrected: readonly Move[] = [
      {
        when: all(reads('phone'), called, { not: { any: [ofMail, reads('shared-phone', 'held-too')] } }),
        go: step.declined,
        do: [...doubtsCall, { change: { keep: 'phone', as: 'phone' } }, say(KEPT)],
      },
      { ...otherNumber, when: all(reads('wrong-number'), called, { not: ofMail }) },
    ];
    const calls: readonly Move[] = hasCall ? [{ ...otherNumber, when: all(heldBySomebody, called) }, ...corrected] : [];
    const callsBeside: readonly Move[] = hasCall
      ? [{ ...otherNumber, when: all(readThere, called) }, ...corrected]
      : [];
    // What she asks of the call that was just booked leaves it and the question on her screen as they are.
    const first: readonly Move[] = advice ? [] : asksFirst;
    const number: Node = {
      entry: [say(OTHER_NUMBER)],
      first,
      moves: [
        {
          ...paused,
          when: all(reads('phone'), { not: reads('shared-phone', 'doubt', 'no-call') }),
          do: [{ change: { keep: 'phone', as: 'phone' } }, ...(paused.do ?? [])],
        },
        { ...paused, when: reads('no') },
      ],
      otherwise: askAgain(1, paused),
      silence: waits,
    };
    const asking: Record<string, Node> = {
      address: {
        entry: [say('mail.ask-address')],
        first,
        moves: [
          ...calls,
          ...shared,
          ...noMail,
          slip,
          { ...hers, when: all(reads('email'), certain, nobodysElse) },
          unsure,
          refuses,
        ],
        otherwise: askAgain(1, declined),
        silence: waits,
      },
      // She said it again, or that it is right: it may be a company's that looks like another.
      slip: {
        entry: [say('mail.slip')],
        first,
        moves: [...callsBeside, ...shared, ...noMail, hers, unsure, { when: reads('yes'), go: '.own', do: [firstTry] }],
        otherwise: [{ go: '.address', do: [firstTry] }],
        silence: waits,
      },
      own: {
        entry: [...(advice ? [mark('copy_offered')] : []), say('mail.ask-safe')],
        first,
        moves: [
          ...callsBeside,
          ...shared,
          ...noMail,
          // "No era ese, es …": another address, and asked about as the first.
          slip,
          hers,
          { when: all(reads('email'), reads('yes'), reads('sure'), certain), go, do: keep },
          unsure,
          {
            // "Mío", "solo yo".
            when: all({ any: [reads('bare-yes'), reads('sure')] }, certain),
            go,
            do: [firstTry, set({ mail: 'given' })],
          },
        ],
        otherwise: [notSafe],
        silence: waits,
      },
    };
    const sending: Record<string, Node> = {
      sending: {
        entry: [{ effect: 'e-mail', params: { what: step['email-copy'] } }],
        moves: [
          // "No era ese, es …": the first one does not leave (the shell looks at what is kept), and this one is asked about.
          ...sharedAddress,
          slip,
          unsure,
          ...toldOf({
            when: reads('no', 'no-mail', 'shared-mail', 'stop'),
            go: step.declined,
            do: [firstTry, set({ mail: 'no' }), say('mail.withdrawn')],
          }),
        ],
        otherwise: [{ do: [say('mail.leaving')] }],
        whenUnsafe: [set({ mail: 'unknown' })],
        on: {
          MAILED: [{ go: step.sent, do: [say('mail.sent'), mark(sentFact)] }],
          MAIL_FAILED: [{ go: step.declined, do: [say('mail.failed')] }],
        },
        silence: {
          after: LEAVING_MS,
          moves: [{ go: step.declined, do: [set({ mail: 'unknown' }), say('mail.failed')] }],
        },
      },
    };
    if (step.send === 'kept')
      return {
        initial: 'known',
        states: {
          known: { always: [{ when: { marks: { mail: 'given' } }, go: '.sending' }, declined] },
          ...asking,
          ...sending,
        },
      };
    return {
      initial: 'known',
      states: {
        known: {
          always: [
            { when: { marks: { mail: 'no' } }, go: step.declined },
            ...sharedAddress,
            slip,
            hers,
            unsure,
            // She asks for it herself: only where to is asked.
            {
              when: wanted,
              go: '.address',
              do: [set({ mail: 'unknown' }), ...(advice ? [mark('copy_offered')] : [])],
            },
            // An address of an earlier copy is no consent to this one.
            { go: '.offer', do: [set({ mail: 'unknown' })] },
          ],
        },
        offer: {
          entry: [say(suggest), ...(advice ? [mark('copy_offered')] : [])],
          first,
          moves: [
            ...calls,
            ...shared,
            ...noMail,
            slip,
            hers,
            unsure,
            ...(advice ? [] : [unsureOfCall]),
            refuses,
            { when: { any: [reads('yes'), wanted] }, go: '.address', do: [firstTry] },
          ],
          otherwise: askAgain(1, declined),
          silence: waits,
        },
        ...asking,
        ...(hasCall ? { number } : {}),
        ...(step.send === 'now' ? sending : {}),
      },
    };
  },

  fits: () => reads('yes', 'no', 'email', 'own-mail', 'trusted', 'no-mail', 'shared-mail', 'sure', 'stop', 'leave-it'),

  targets: step => [step.sent, step.declined, ...(step.silence.go ? [step.silence.go] : [])],
  texts: step => [
    ...(step.send === 'kept'
      ? []
      : step['email-copy'] === 'advice'
        ? ['mail.suggest']
        : ['appt.receipt-mail', KEPT, OTHER_NUMBER]),
    ...(step['email-copy'] === 'advice' ? [] : [PRIVATE, WHAT_IF]),
    ...['mail.ask-address', 'mail.slip', 'mail.ask-safe', 'mail.not-safe'],
    ...(step.send === 'later' ? [] : ['mail.sent', 'mail.failed', 'mail.leaving', 'mail.withdrawn']),
    ...(step.silence.say ? [step.silence.say] : []),
  ],
  answersToTry: () => ['a mi correo alguien@example.org', 'mándelo a alguien@example.org'],
});
