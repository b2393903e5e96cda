/**
 * What the robot still does for her while she waits and nobody has taken the talk: it says what it can do, gives a sheet
 * that surely answers, and notes the rest once, later in other words. Who asks whether anybody is there is answered. She stays in the queue all the while, and is told so, with the hours of
 * the people while none is there.
 */
import type { Action } from '../actions.js';
import { isHer, isSet, keepsWordAsked, wordAsked } from '../sight/checkWord.js';
import { sosNow } from '../danger/dangerQuestion.js';
import { lateAnswer } from '../danger/dangerStands.js';
import { inOtherWords } from './echo.js';
import type { Condition } from '../guards.js';
import { alert } from '../region.js';
import type { Option } from '../reading.js';
import type { Move } from '../steps/kind.js';
import { MEDIUM } from '../sense/types.js';
import { all, givesSheet, mark, oneMoreTry, reads, say, set } from '../steps/parts.js';
import { ERASE_IT, onPage } from './telephones.js';
import { ASKS_NUMBER, ASKS_WHO, CALLS_OUT, NOTED, neutral, neutralAgain, WHO, whoever } from './talkMoves.js';

/** Each has a form for while nobody is there. */
const MENU = 'queue.menu';
const STILL = 'queue.still';
/** What she asks and no sheet answers is kept for the person; the next ones are told in fewer words. */
const ASKED = 'queue.asked';
const ASKED_MORE = 'queue.asked-more';
/** She asks how long it takes, or has had enough of it: nobody can say, who answers now, and that she may go. */
const PATIENCE = 'queue.patience';
/** Nobody has taken her for a while. */
const WAITING = 'queue.waiting';
/** She asks in words that name no one sheet, or one that is shown only where it is safe: the nearest, and she says which. */
const WHICH = 'queue.which';
const NONE_OF_THEM = 'queue.which.other';
/** Hurt where it shows later: whom to be seen by goes before all else. */
const BE_SEEN = 'queue.be-seen';
/** She asks whom to call, and what to do if he comes. */
const WHOM_TO_CALL = 'queue.whom-to-call';
/** Where she is safe. */
const WHERE_TO_GO = 'queue.where-to-go';
const IF_HE_IS_BACK = 'queue.if-he-is-back';
/** She gets ready to go, and asks what to take. */
const TO_TAKE = 'queue.to-take';
/** She asks whom to tell what is done to her; a girl is told who answers her. */
const WHOM_TO_TELL = 'queue.whom-to-tell';
/** She asks who reads this, or whether a machine answers. */
const WHO_READS = 'queue.who-reads';
/** She asks how this is erased, on our own page: what a sheet tells of an application is not there. Her word takes it off her screen. */
const ERASE_PAGE = 'queue.erase-page';
/** The same in an application's chat, where no sheet can be shown yet, or none fits. */
export const ERASE_CHAT = 'queue.erase-chat';
/** To her who was silent. */
const BACK = 'welcome.back';
const closed = (key: string): string => `${key}-closed`;

export const QUEUE_TEXTS = [
  ...[MENU, STILL, NOTED, ASKED, ASKED_MORE, PATIENCE, WAITING, WHO_READS].flatMap(key => [key, closed(key)]),
  ...[WAITING, closed(WAITING)].map(inOtherWords),
  WHICH,
  NONE_OF_THEM,
  WHO,
  BACK,
  ERASE_PAGE,
  ERASE_CHAT,
  BE_SEEN,
  WHOM_TO_CALL,
  WHERE_TO_GO,
  IF_HE_IS_BACK,
  TO_TAKE,
  WHOM_TO_TELL,
];

const nobody: Condition = { world: { staffed: false } };

/** The same move for both: people are there, or nobody is. */
const told = (when: Condition, key: string, before: readonly Action[] = []): Move[] => [
  { when: all(nobody, when), do: [...before, say(closed(key))] },
  { when, do: [...before, say(key)] },
];

/** What she asks of the call itself is for whoever calls: a list of titles would answer none of it, and tell him what this is. */
export const nearest: Condition = all(
  { sheet: 'near' },
  { not: { any: [{ sensed: 2 }, reads('asks-about-call', 'asks-when-called', 'my-slot')] } },
);
export const asksBack: Action[] = [set({ asking: true }), say(BACK, { fact: 'safety_check' })];

/** The last of what is offered: none of them. */
export function noneOfThem(texts: (key: string) => readonly string[]): Option {
  const [label = '', ...accepts] = texts(NONE_OF_THEM);
  return { id: 'other', label, accepts };
}

const which: Action = say(WHICH, { offers: NONE_OF_THEM });
/** The sheet that she picks, and she is told that she is still on the list. */
const pickedSheet = (none: Option): Action[] => [
  { change: { pick: none } },
  say('sheet', { sheet: 'need', fact: 'automatic_answer' }),
  set({ erase: true }),
  { change: { given: 'need' } },
  { change: { need: 'drop' } },
];

/** She was asked whether she can write, because of what she asked: a yes shows it. */
export function shownOnceSafe(isSafe: Condition, none: Option): Move[] {
  const safe = all({ marks: { asking: true } }, isSafe, { need: { offered: true } });
  const seen: Action = set({ asking: false, safe: 'yes' });
  return [
    ...told(all(safe, { offered: 'one', other: none }), STILL, [seen, ...pickedSheet(none)]),
    { when: safe, do: [seen, which] },
  ];
}

/** What is offered is picked, or none of it. */
function offering(open: Condition, none: Option): Move[] {
  const shown = all(open, { marks: { asking: false } }, { need: { offered: true } });
  return [
    ...told(all(shown, { offered: 'one', other: none }), STILL, pickedSheet(none)),
    ...told(all(shown, { offered: 'other', other: none }), ASKED, [{ change: { need: 'drop' } }]),
  ];
}

export function meanwhile(none: Option): Move[] {
  const open: Condition = { marks: { cover: false } };
  const near = all(open, nearest);
  const answered: Condition = { any: [{ sheet: 'plain' }, all({ marks: { safe: 'yes' } }, { sheet: 'any' })] };
  const repeats: Condition = all(answered, { given: 'asked' }, { not: { sensed: 3 } });
  // Somebody may be reading, or it is not sure who writes: not a word of danger, and people are told each time.
  const unsafe: Condition = { marks: { safe: 'no' } };
  const unsure: Condition = { marks: { safe: 'unknown', asking: true } };
  const again = alert('writes-again');
  return [
    // He was near, and whether she can write stands unanswered: a word that anybody may see, and people read the rest.
    { when: all(unsure, { near: true }), do: [again, neutralAgain] },
    { when: all(reads('head-hurt', 'belly-hurt'), { not: unsafe }), do: [again, say(BE_SEEN, { whole: true })] },
    { when: all(open, reads('asks-whom-to-tell'), { not: unsafe }), do: [again, say(WHOM_TO_TELL, { by: 'danger' })] },
    {
      when: all(open, reads('asks-whom-to-call', 'asks-other-number'), { not: unsafe }),
      do: [again, say(WHOM_TO_CALL)],
    },
    {
      when: all(open, reads('asks-where-to-go'), { risk: { from: MEDIUM } }, { not: unsafe }),
      do: [again, say(WHERE_TO_GO)],
    },
    { when: all(open, reads('asks-next'), reads('he-comes'), { not: unsafe }), do: [again, say(IF_HE_IS_BACK)] },
    { when: all(open, goes, { not: unsafe }), do: [again, say(TO_TAKE)] },
    ...told(all(open, reads('asks-who-reads', 'asks-if-robot'), { not: unsafe }), WHO_READS),
    { when: all(open, erasesPage), do: removesPage },
    { when: all(open, onPage, reads('asks-erase'), { not: { any: [unsafe, { sensed: 3 }] } }), do: [say(ERASE_PAGE)] },
    // Whether it is safe is asked still: how this chat goes from her telephone is told all the same.
    { when: all(open, reads('asks-erase'), unsure, { not: { sensed: 3 } }), do: [say(ERASE_CHAT)] },
    ...told(all(open, reads('menu'), { not: unsafe }), MENU),
    // "Ya no importa, dejen nomás": she is told where she is listened to at any hour, and people that she gives up.
    ...told(all(open, reads('gives-up'), { not: { any: [unsafe, { sensed: 3 }] } }), PATIENCE, [again]),
    { when: all(reads('gives-up'), { not: { sensed: 3 } }), do: [again] },
    ...told(
      all(open, { any: [reads('tires-of-waiting'), declines] }, { not: { any: [unsafe, { sensed: 3 }] } }),
      PATIENCE,
    ),
    ...offering(open, none),
    // Another hour for the call she has: a person gives it, and no sheet tells how to ask for one.
    ...told(all(open, otherHour, { tries: { under: 2 } }), ASKED, [oneMoreTry]),
    ...told(all(open, otherHour), ASKED_MORE),
    // Asked once more of the sheet that she was just given: not the same words again, and a person is told.
    ...told(all(open, repeats, { tries: { under: 2 } }), ASKED, [oneMoreTry, oneMoreTry]),
    ...told(all(open, repeats), ASKED_MORE, [again]),
    ...told(all(open, answered, { not: { sensed: 3 } }), STILL, givesSheet),
    { when: all(near, { marks: { safe: 'yes' } }), do: [{ change: { need: 'offer' } }, set({ erase: true }), which] },
    {
      when: all(near, { marks: { safe: 'unknown', asking: false } }),
      do: [{ change: { need: 'offer' } }, ...asksBack],
    },
    { when: all(unsafe, { tries: { under: 1 } }), do: [oneMoreTry, again, say(NOTED)] },
    { when: unsafe, do: [again] },
    ...told(all(tellsOn, { tries: { under: 2 } }), ASKED, [oneMoreTry, oneMoreTry]),
    ...told(tellsOn, ASKED_MORE),
    ...told(all(speaks, { not: { marks: { waited: 'no' } } }), WAITING, [oneMoreTry]),
    ...told(asks, STILL, [oneMoreTry, set({ waited: 'once' })]),
    // A second "hola": somebody reads her, and when nobody can say.
    ...told(all(greets, { not: { tries: { under: 1 } } }, { tries: { under: 2 } }), WAITING, [oneMoreTry]),
    ...told({ tries: { under: 1 } }, NOTED, [oneMoreTry]),
  ];
}

/** "Borrar", on our own page: it leaves her screen, and nothing is written onto it to say so. */
export const erasesPage: Condition = all(onPage, reads(ERASE_IT));
export const removesPage: Action[] = [{ change: { erased: true } }, { effect: 'remove' }];

/** What to take with her, where she told of leaving, or danger was heard: of an office she asks the same. */
const goes: Condition = all(reads('asks-what-to-take'), {
  any: [reads('leaving'), { need: { reads: ['leaving'] } }, { risk: { from: 3 } }],
});

const otherHour: Condition = all({ marks: { booked: true } }, reads('change-slot'), { not: { sensed: 2 } });

/** "No gracias", when she has waited for a while: she may go, and is not told again that nobody is free. */
const declines: Condition = all(
  reads('nothing'),
  { not: { marks: { waited: 'no' } } },
  { not: { need: { offered: true } } },
);

/** Nobody asked for silence, and it is she who writes. */
const unheard: Condition = { marks: { quiet: false, doubt: false } };
/** A neighbour cries for help: whoever said no to the question, and then writes where it is, calls for her. */
export const callsForAnother: Move = {
  when: all(unheard, reads('place', 'address', 'location'), { need: { reads: ['another-calls'] } }),
  ...sosNow(),
};

/** The danger question stands last on her screen: she was silent, or was answered beside it. */
export const stillAsked: Move[] = [
  ...lateAnswer.opens,
  ...told(lateAnswer.no, NOTED, [set({ guess: 'over', danger: 'no', quiet: false }), alert('writes-again')]),
];

/** So many times between two calls for people. */
const few: Condition = { tries: { under: 3 } };
export const general: Condition = { intent: ['general_info'] };
/** No question of hers is left in silence, nor a day that she names. */
const questions: Condition = all(
  { any: [reads('asks', 'follow-up', 'only-when', 'asks-secrecy'), general] },
  {
    not: { any: [reads('anybody-there', 'tires-of-waiting'), { intent: ['greeting'] }] },
  },
);
/** Nor the number or the mail by which she can be reached, once she gives it. */
const tellsOn: Condition = { any: [questions, reads('phone', 'email')] };
const greets: Condition = all({ intent: ['greeting'] }, reads('brief'));
/** "¿Hay alguien?", "me dejaron sola": she is told where she stands. */
const asks = all(few, reads('anybody-there'));
/** What she writes first in a while is answered too. */
const speaks: Condition = { any: [{ tries: { under: 1 } }, asks] };

/** Asks for something, whoever it is. */
const wants: Condition = {
  any: [
    reads('asks', 'person', 'wants-person'),
    { intent: ['general_info', 'specific_question', 'request_status', 'human'] },
  ],
};

/** "No me contesten" holds in the queue, too: people are told each time. */
const unanswered: readonly Move[] = [
  { when: { marks: { mute: true } }, do: [set({ asking: false }), mark('silent_hold'), alert('writes-again')] },
];

/** Nobody is there any more, as whoever writes says, or she can write again. */
const isBack: Condition = all(reads('gone-now', 'alone', 'he-left', 'can-again', 'can-write'), {
  not: reads('bare-yes'),
});

/**
 * "Ya se fue, estoy sola", after another wrote: hers or his. The word that she agreed on is asked for; where there is none, whether
 * she can write, once, and after a yes to that she is answered as ever. Neither question says what this is.
 */
const returning: Move[] = [
  {
    when: all(isBack, isSet, { not: wordAsked }),
    do: [keepsWordAsked, alert('word-due'), say('sos.word', { neutral: true })],
  },
  {
    when: all({ not: isSet }, { marks: { asking: true } }, { any: [isBack, reads('yes', 'no-danger')] }),
    do: [
      set({ doubt: false, quiet: false, asking: false, safe: 'yes', danger: 'unknown' }),
      alert('writes-again'),
      neutral,
    ],
  },
  {
    when: all({ not: isSet }, isBack),
    do: [set({ asking: true }), alert('writes-again'), say(BACK, { fact: 'safety_check', neutral: true })],
  },
];

/**
 * Somebody else wrote, and it may be her again: a person reads it each time. Danger of her own, or where she is, opens the
 * danger question; who says that it is her, or that he is gone, is asked whether she can write. Both begin anew, and nothing of what was said
 * before is shown. Who asks something, or says that nobody is there, is told in neutral words that it is read. To anything
 * else, and to whoever is read over her shoulder, there is no answer.
 */
export function inDoubt(another: Condition): Move[] {
  const doubt: Condition = { marks: { doubt: true } };
  const again = alert('writes-again');
  const unseen: Condition = {
    not: {
      any: [another, reads('his-voice', 'hush', 'wait', 'watched', 'beside', 'at-home', 'not-alone', ASKS_NUMBER)],
    },
  };
  const anew: Action = set({ doubt: false, quiet: false, asking: false, safe: 'unknown', danger: 'unknown' });
  const hers: Condition = {
    any: [reads('in-her-voice', 'address', 'full-place', 'location'), all(reads('surely-grave'), reads('of-herself'))],
  };
  const asked: Condition = { marks: { asking: true, quiet: false } };
  // "Soy yo, ya estoy bien": nobody is asked anything.
  const calms = reads('says-calm', 'says-jest', 'his-praise');
  return [
    ...unanswered,
    // The word proves that it is her.
    {
      when: all(isHer, unseen),
      do: [anew, set({ asking: true }), alert('word-right'), say(BACK, { fact: 'safety_check' })],
    },
    {
      when: all(doubt, unseen, hers),
      go: '#unsure',
      do: [anew, again, { change: { need: 'read' } }, { change: { owner: 'bot' } }],
    },
    {
      when: all(doubt, unseen, reads('herself'), { not: calms }),
      do: [anew, set({ asking: true }), again, say(BACK, { fact: 'safety_check' })],
    },
    // He asked who answers, and was told nothing: she is asked the same as after his voice.
    {
      when: all(unseen, reads('returned'), { not: all(doubt, calms) }),
      do: [anew, set({ asking: true }), again, say(BACK, { fact: 'safety_check' })],
    },
    // "¿Dónde denuncio?": hers or his. It is read, in neutral words, and nothing else is said.
    ...returning.map(move => ({ ...move, when: all(doubt, unseen, { not: calms }, move.when!) })),
    { when: all(doubt, unseen, wants), do: [again, neutral] },
    { when: doubt, do: [again] },
    // "Ya lo tengo yo": it is her, and whether she can write is not said.
    {
      when: all(asked, unseen, reads('herself'), { not: reads('yes', 'no-danger', 'alone', 'he-left') }, few),
      do: [oneMoreTry, again, say(BACK, { fact: 'safety_check' })],
    },
  ];
}

/**
 * She or another asks who answers, or waits for it: neutral words, and people are told. Where danger was told, impatience is
 * as likely his. So is that he is good and does nothing: it is no question, and no sheet answers it. While we keep quiet, no word.
 */
export function askedWho(perhaps: Condition): Move[] {
  const told = alert('another-writes');
  const asked: Condition = { any: [perhaps, reads(...ASKS_WHO)] };
  const calls = all(reads(CALLS_OUT), { risk: { from: 2 } });
  const praise: Condition = all(reads('his-praise'), { not: { any: [reads('grave'), { sensed: 3 }] } });
  return [
    { when: all({ any: [asked, praise, reads(ASKS_NUMBER, CALLS_OUT)] }, { marks: { quiet: true } }), do: [told] },
    { when: all(few, { any: [asked, calls] }), do: [oneMoreTry, told, whoever] },
    { when: { any: [asked, calls] }, do: [told] },
    { when: praise, do: [set({ asking: false }), told, neutral] },
  ];
}
