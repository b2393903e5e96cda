/**
 * What goes before anything else in the chat of an emergency, in every phase: she asks for silence, another voice, what
 * only a person can hear, whom to call for somebody who does not breathe; and that there is no danger, or none any more.
 */
import type { Action } from '../actions.js';
import { answered as noWord, askingWord, backByWord, isSet } from '../sight/checkWord.js';
import { hadByAnother } from '../sight/herReturn.js';
import { asksBeside } from './advice.js';
import { inHerWords } from '../danger/danger.js';
import { FOR_CALLERS, tellsOf, TOPICS } from '../danger/herWords.js';
import { kept, newPlace, placed, wholePlace } from '../place/emergencyPlace.js';
import type { Condition } from '../guards.js';
import { AT_HER_SIDE, DRIVES_HER } from '../sight/mute.js';
import { alert } from '../region.js';
import type { Move } from '../steps/kind.js';
import { all, givesSheet, mark, reads, say, set } from '../steps/parts.js';
import { ASKS_NUMBER, ASKS_WHO, CALLS_OUT, neutral, neutralAgain, whoever } from '../talk/talkMoves.js';
import { byWord, noted, personOwns } from './watches.js';
import { HAILS_US, OTHER_SILENT } from '../sight/whoHolds.js';

/** "Hola", "¿hay alguien?": whoever holds the telephone writes that. */
const hails: Condition = { any: [reads('anybody-there', HAILS_US), { intent: ['greeting'] }] };

/**
 * She asks for silence. "No puedo hablar", and no more, is no such wish on a channel of writing: it mostly answers "if you
 * can speak, call 133". A line on the screen that she writes on risks less than no answer, which costs the address. Who
 * cannot be seen writing says more ("está al lado", "no me escribas"), or asked for silence before. "Espera, es el 805"
 * puts her address right.
 */
const hushes: Condition = {
  any: [
    all(reads('hush', 'wait', 'closes-in'), {
      not: { any: [reads('cannot-speak'), { place: 'completes' }, { place: 'suffices' }] },
    }),
    reads('with-him', 'he-is-back'),
    all(reads('cannot-speak'), { marks: { quiet: true } }),
  ],
};

/** He holds her, or a weapon at her body. */
const HOLDS_HER = 'holds-her';

/** Where she is, or danger, beside it: she writes. */
const moreThanAsked: Condition = { any: [wholePlace, reads('grave', 'place', HAILS_US)] };

/** He is good and does nothing to her, as whoever writes says. */
const praised: Condition = all(reads('his-praise'), { not: reads('grave') });
const calms: Condition = {
  any: [praised, reads('says-calm', 'all-well', 'no-danger', 'says-jest', 'retraction', 'false-alarm')],
};

/** She can write again after a quiet, as she says: while he is near, "sí", "soy yo" or "no está" may be anybody's. */
const canPlainly: Condition = reads('can-again', 'surely-gone');
/** A word or two, or what is about nothing that is asked, and no word that is surely hers. */
const saysNothing: Condition = all(
  { any: [reads('brief'), { apart: 'near' }] },
  { not: { any: [canPlainly, inHerWords, moreThanAsked, tellsOf(...TOPICS)] } },
);

/** The same, that it is her, or a bare yes. */
export const canAgain: Condition = reads('can-again', 'herself', 'alone', 'he-left', 'bare-yes');

/**
 * @param told whoever has her is told of a second SOS, which nothing answers then
 * @param back what follows when she writes after a quiet
 */
export function always(told: readonly Action[] = [], back: readonly Move[] = []): Move[] {
  const quiet: Condition = { marks: { quiet: true } };
  const again: Action[] = [alert('writes-again')];
  const anew: Action[] = [set({ quiet: false }), placed, kept, ...again];
  const unsaid: Action[] = [placed, kept, mark('silent_hold'), ...(told.length > 0 ? told : again)];
  const unseen: Action[] = [kept, set({ quiet: true }), mark('silent_hold'), alert('somebody-came')];
  return [
    // In his car he sits beside her: its road, or where it goes, is for the people.
    { when: reads(DRIVES_HER), do: [placed, ...unseen] },
    // In her room, told with what he does: the same. The people are told of the blow besides (watches.ts).
    { when: all(reads(AT_HER_SIDE, HOLDS_HER), { not: reads('no-danger', 'he-left') }), do: [placed, ...unseen] },
    { when: hushes, do: unseen },
    { when: personOwns, do: [placed, kept, set({ quiet: false }), ...told] },
    // "No me contesten" holds for what she writes next, too.
    { when: all({ marks: { mute: true } }, wholePlace), do: [...unsaid, mark('location_kept')] },
    { when: { marks: { mute: true } }, do: unsaid },
    backByWord([placed, kept]),
    // Where she agreed on a word with a person, whoever says to have it again says that word first.
    {
      when: all(hadByAnother, isSet, { marks: { doubt: false } }, { not: calms }),
      do: [placed, kept, set({ doubt: true }), say('welcome.back', { neutral: true }), alert('says-herself'), ...told],
    },
    // "Soy yo, me quitó el teléfono": so says he, too. Neutral words and no more, until a person has made sure who writes.
    {
      when: all(
        { any: [{ marks: { doubt: true } }, quiet] },
        { any: [hadByAnother, all(reads('herself'), { marks: { doubt: true } })] },
        { not: calms },
      ),
      do: [placed, kept, say('welcome.back', { neutral: true }), ...(told.length > 0 ? told : [alert('says-herself')])],
    },
    { when: all({ marks: { doubt: true } }, reads('bare-yes', 'can-write')), do: [placed, kept, neutral, ...again] },
    ...[
      { when: wholePlace, marks: [mark('location_kept')] },
      { when: { all: [] }, marks: [] },
    ].map(({ when, marks }) => ({
      when: all({ marks: { doubt: true } }, when),
      do: [placed, kept, ...marks, set({ quiet: false }), ...(told.length > 0 ? told : again)],
    })),
    {
      when: { any: [all({ intent: ['aggressor'] }, reads('his-voice')), reads('is-another')] },
      do: [kept, set({ doubt: true }), mark('silent_hold'), alert('another-writes')],
    },
    // She may ask it too, or wait for an answer: nothing is told by ours, and what she says after is heard; a mere "hola" may be his.
    {
      when: all({ marks: { quiet: false } }, reads(...ASKS_WHO, CALLS_OUT), { not: moreThanAsked }),
      do: [kept, whoever, set({ quiet: true }), mark('silent_hold'), alert('another-writes')],
    },
    {
      when: {
        any: [reads('asks-who'), all(quiet, reads(ASKS_NUMBER, ...ASKS_WHO, CALLS_OUT), { not: moreThanAsked })],
      },
      do: [kept, set({ quiet: true }), mark('silent_hold'), alert('another-writes')],
    },
    // After a silence that all is well, or that he is good: so writes he who made her keep it, and it takes nothing back.
    {
      when: all(quiet, calms, { not: { any: [reads('grave'), wholePlace, canAgain] } }),
      do: [kept, set({ doubt: true }), mark('silent_hold'), alert('another-writes')],
    },
    { when: praised, do: [kept, neutral, alert('says-no-danger')] },
    // "Si me ve escribiendo me mata": what lights up then is short, and nobody learns anything by it.
    {
      when: all(reads('fears-sight'), { not: { any: [wholePlace, reads('place')] } }),
      do: [kept, set({ quiet: false }), neutralAgain, alert('writes-again')],
    },
    ...media(),
    // After a quiet a word of alarm is answered beside (watches.ts).
    { when: all(quiet, byWord, reads('brief')), do: anew },
    { when: all(quiet, hails, reads('brief')), do: [kept, mark('silent_hold'), alert('writes-again')] },
    // "Ya", "ok", "no", "x", however many of them: so may he write as well as she, and the quiet is kept for what follows.
    { when: all(quiet, { near: true }, saysNothing), do: [kept, neutralAgain, ...again] },
    // He was near when she kept silent: whatever she tells then, her screen shows neither a question nor what help is called.
    // She says where she is: that is worth an answer.
    {
      when: all(quiet, { near: true }, { not: { any: [canPlainly, wholePlace] } }),
      do: [...anew, neutralAgain],
    },
    ...back.map(move => ({
      ...move,
      when: all(quiet, ...(move.when ? [move.when] : [])),
      do: [...anew, ...(move.do ?? [])],
    })),
    { when: quiet, do: [...anew, noted()] },
    { when: reads('other-language'), do: [kept, say('sos.language')] },
  ];
}

/** Who writes for another cannot reach her: people see it, and what was asked is asked still. Before all else, as it may sound of him. */
export const newsOfOther = (asks: readonly Move[] = []): Move[] =>
  [...asks, {}].map(({ when, do: said = [kept, noted()], ...move }) => ({
    ...move,
    when: all(reads(OTHER_SILENT), { not: personOwns }, ...(when ? [when] : [])),
    do: [...said, alert('writes-again')],
  }));

/** A voice note or a picture, without an address in it: a person hears it, and she is told that it arrived. */
function media(): Move[] {
  const came = all(reads('media'), { not: reads('place') });
  const told: Action[] = [kept, set({ quiet: false }), alert('media')];
  return [
    { when: all(came, { marks: { place: 'full' } }), do: [...told, say('sos.media-kept')] },
    { when: came, do: [...told, say('sos.media')] },
  ];
}

/** "¿Cuánto se demoran?", "mari mwen". */
const moreThanHail: Condition = { any: [newPlace, asksBeside, tellsOf(...TOPICS)] };
/**
 * "Menú", "hola", "¿hay alguien?": seconds after her call for help, or a day. She is told that it stands open and how to
 * say that there is no danger, and a no is heard so again; people are told.
 */
export const stillOpen: Move[] = [
  { when: { marks: { place: 'full' } } as const, text: say('sos.menu-placed') },
  { text: say('sos.menu') },
].map(({ when, text }) => ({
  when: all({ any: [reads('menu'), hails] }, { not: moreThanHail }, ...(when ? [when] : [])),
  go: '#emergency.confirm',
  do: [kept, text, alert('writes-again')],
}));

/** Nobody breathes, or she is hurt where it shows later: the ambulance, and no patrol alone. */
const ambulance: Condition = reads(
  'medical',
  'head-hurt',
  'belly-hurt',
  'labour',
  'bleeds',
  'pregnancy-hurt',
  'swallow-felt',
  'worsens',
);

/** He sets fire, or pours what burns. */
const burns: Condition = reads('sets-fire');

/** A wound that she can tell of, the first one: of more the people know, and an ambulance is named to her once. */
const firstWound: Condition = all(reads('body-hurt'), { not: { told: 'wound-before' } });

/** Somebody does not breathe, or she wants to die: whom to call for that goes before any question. */
export function lifelines(go: string | undefined, told: readonly Action[] = []): Move[] {
  const hurt: Condition = { any: [ambulance, firstWound] };
  const lines: [string, Condition][] = [
    [
      'sos.self-harm',
      {
        any: [
          reads('pills', 'overdose', 'weary-of-life', 'means-at-hand', 'would-swallow'),
          all(reads('wants-to-die'), { not: reads('wants-to-live') }),
        ],
      },
    ],
    // The fire brigade beside the police, before anything is asked; whoever is hurt in it is told of both.
    ['sos.fire', all(burns, { any: [{ marks: { place: 'full' } }, wholePlace] })],
    ['sos.fire-where', burns],
    ['sos.medical', all(hurt, { any: [{ marks: { place: 'full' } }, wholePlace] })],
    ['sos.medical-where', hurt],
    // His threat holds her there: whom he is left to, and that she keeps away.
    ['sos.his-life', reads('his-threat-to-himself')],
  ];
  return lines.flatMap(([key, when]): Move[] => {
    const acts: Action[] = [
      placed,
      kept,
      say(key, { by: 'danger', whole: true }),
      ...(told.length > 0 ? told : [alert('sos-again')]),
    ];
    return [
      {
        when: all(when, wholePlace),
        ...(go ? { go } : {}),
        do: [...acts, mark('location_kept'), say('sos.confirm-place')],
      },
      { when, ...(go ? { go } : {}), do: acts },
    ];
  });
}

/** What whoever calls must know first. She is told who decides about it, and never that nobody is called. */
export const forCallers: Condition = reads(...FOR_CALLERS);
export const decided: Action = say('sos.who-calls');

/** She takes it back, or somebody does in her name: nothing is called off, and the word is asked for. */
export const takenBack = (go?: string, when: Condition = reads('retraction')): Move[] =>
  askingWord({ when, ...(go ? { go } : {}), do: [kept, noWord, say('sos.taken-back'), alert('takes-it-back')] }, kept);

/** There is no danger, or there never was: a person decides, and she is told so. Unknown never lowers. */
export function noDanger(said: Condition): Move[] {
  const none = all(said, { not: reads('no-for-now') });
  const told: Action[] = [kept, say('sos.doubt', { by: 'danger' }), alert('says-no-danger')];
  const go = '#emergency.doubt';
  return [
    // "Solo quería saber dónde denuncio": what she asks is answered, too.
    { when: all(none, { sheet: 'plain' }, { marks: { cover: false } }), go, do: [...told, ...givesSheet] },
    ...askingWord({ when: none, go, do: told }, kept),
  ];
}

/** She got away, or stands before the police: she is not asked where she is, and a person decides. */
export const safeNow = (): Move[] =>
  askingWord(
    {
      when: reads('safe-now'),
      go: '#emergency.doubt',
      do: [placed, kept, say('sos.safe-now', { by: 'danger' }), alert('says-safe')],
    },
    placed,
    kept,
  );

/** Help may have come, or his friends; it was another than she feared, or her sister fetched her. */
export const asksStill = '#emergency.still';

/**
 * "Ya llegaron", "ya se fue", or thanks after what was asked: help may have come, or his friends. She is asked whether there
 * is danger still; a no ends the questions, and nothing is closed.
 */
export const mayBeOver = (said: Condition): Move => ({
  when: said,
  go: asksStill,
  do: [kept, say('sos.over'), alert('writes-again')],
});

/**
 * "No era él, era mi hijo", "me vino a buscar mi hermana": the questions wait for the one that matters. Her brother may be the
 * one who hurts her, and whoever holds the telephone can write it: a person is told each time.
 */
const otherwise: Condition = {
  // "No, hoy está en la pega": not now.
  any: [reads('not-him', 'fetched', 'not-seen'), all(reads('only-no', 'not-now'), reads('he-is-away'))],
};
export const notAsFeared = (): Move => ({
  when: otherwise,
  go: asksStill,
  do: [placed, kept, say('sos.not-him', { by: 'danger' }), alert('not-as-feared')],
});

/**
 * What answers whether there is danger still. "Estoy bien gracias" is a no here, whoever writes it; more of the same is
 * noted, and not asked about in the same words.
 */
export const stillAnswered = (over: Condition): Move[] => [
  ...noDanger(reads('all-well', 'says-no', 'child-pressed', 'no-danger', 'long-over')),
  {
    when: { any: [over, otherwise, reads('thanks-alone', 'nod')] },
    do: [placed, kept, noted(), alert('writes-again')],
  },
];
