/**
 * How an emergency opens and ends, and what runs in it side by side: the chat (emergencyChat.ts), and whoever owns the
 * talk (watches.ts): a second SOS, her silence, an emergency that nobody has taken, a person who does not answer. It is
 * never closed by a timer, and never without an outcome for every call it opened; a person ends it, and whichever way she
 * does, what was done is recorded.
 *
 * Author *bot* asks, and only while no person owns the talk. Author *safety* announces calls, eases the wait, answers
 * for a person who is not there, and reminds her to erase. Nothing is said while we keep quiet, but the result of a call.
 */
import type { Action } from '../actions.js';
import { answered as noWord, isSet } from '../sight/checkWord.js';
import { inHisSight } from '../danger/danger.js';
import { heIsThere } from '../danger/dangerQuestion.js';
import { AT_HER_SIDE, COMES, DRIVES_HER } from '../sight/mute.js';
import { hadByAnother, saysHerself } from '../sight/herReturn.js';
import { chat } from './emergencyChat.js';
import { wholePlace } from '../place/emergencyPlace.js';
import type { Condition } from '../guards.js';
import { alert, type Region, type State } from '../region.js';
import { IMMINENT } from '../sense/types.js';
import type { EmergencySpec } from '../steps/emergency.js';
import type { Move } from '../steps/kind.js';
import { all, mark, reads, say, set } from '../steps/parts.js';
import { heSees } from '../talk/talkMoves.js';
import { again, page, personOwns, watch } from './watches.js';

export function emergencyRegion(spec: EmergencySpec): Region {
  const { ease, silence, untaken } = spec;
  return {
    delays: {
      'emergency.untaken': untaken.after,
      'emergency.untaken-again': untaken.every,
      'emergency.again': 5_000,
      'emergency.absent': 40_000,
      'emergency.ease': ease.every,
      'emergency.ease-later': ease.then_every,
      'emergency.silence-1': silence[0],
      'emergency.silence-2': Math.max(1_000, silence[1] - silence[0]),
      'emergency.silence-3': Math.max(1_000, silence[2] - silence[1]),
      'emergency.silence-on': 600_000,
      'emergency.untaken-long': 1_800_000,
      'emergency.untaken-later': 900_000,
    },
    state: {
      initial: 'idle',
      states: {
        idle: { on: { SOS: [...opening()] } },
        active: {
          parallel: true,
          on: ends(),
          // The watch compares where she says to be with what is known before the chat notes it.
          states: { watch: watch(), chat: chat(spec), again: again(), page: page() },
        },
      },
    },
  };
}

// ---- how it opens -----------------------------------------------------------------------------------------------------

/** SOS sits on `idle` only: a second SOS repeats, it does not open a second emergency. */
function opening(): Move[] {
  const opens: Action[] = [
    set({ sos: true, emergency: true, erase: true, quiet: false, asking: false }),
    noWord,
    { change: { count: 'asked', to: 'reset' } },
    { change: { count: 'eased', to: 'reset' } },
    { change: { risk: IMMINENT } },
    mark('emergency_open'),
    alert('sos'),
  ];
  const placed: Action[] = [{ change: { place: 'read' } }, mark('location_kept')];
  const read: Action[] = [{ change: { place: 'read' } }];
  const unsure: Condition = { any: [{ marks: { doubt: true } }, { marks: { quiet: true } }, all(isSet, hadByAnother)] };
  const asks: Action = say('sos.open', { by: 'danger', fact: 'location_asked' });
  const known: Action = { change: { known: 'said' } };
  // In the middle of a talk, after danger was told (mute.ts); as the first words of all they are answered in one short line.
  const heComes: Condition = {
    any: [
      all({ event: 'why', is: ['unsure'] }, reads(...COMES), { not: reads('place') }),
      // In his car he sits beside her, or in her room: also as the first words of all nothing lights up there, and the road is for the people.
      all(reads(DRIVES_HER, AT_HER_SIDE), { not: reads('no-danger', 'he-left') }, { marks: { cover: false } }),
    ],
  };
  const unanswerable: Condition = {
    any: [
      reads('no-reply'),
      { marks: { mute: true } },
      all({ event: 'why', is: ['unsure'] }, heIsThere),
      // Somebody came, and what follows is danger to a model alone, or a bare yes: so may he write.
      all({ event: 'why', is: ['sensed', 'unsure'] }, { marks: { cover: false } }, inHisSight),
    ],
  };
  const keepsQuiet: Action[] = [known, set({ quiet: true }), mark('silent_hold'), alert('asks-silence')];
  const plain: (Move & { do: Action[] })[] = [
    // Silence goes before all else.
    {
      when: heComes,
      go: '#emergency.confirm',
      do: [mark('silent_hold'), alert('somebody-came'), ...opens, ...read, known, set({ quiet: true })],
    },
    // She asks that nothing is written to her: the people are told, and her telephone stays dark.
    { when: all(unanswerable, wholePlace), go: '#emergency.confirm', do: [...opens, ...placed, ...keepsQuiet] },
    { when: unanswerable, go: '#emergency.confirm', do: [...opens, ...read, ...keepsQuiet] },
    // She was kept quiet for, and writes where she is: no more than what was understood.
    {
      when: all({ marks: { quiet: true, cover: false } }, wholePlace, { world: { staffed: true } }),
      go: '#emergency.confirm',
      do: [...opens, ...placed, known, say('sos.read-back', { by: 'danger' })],
    },
    {
      when: { marks: { cover: true } },
      go: '#emergency.confirm',
      do: [...opens, { change: { place: 'read' } }, known, say('sos.open', { by: 'danger' })],
    },
    {
      when: { world: { staffed: false } },
      go: '#emergency.confirm',
      do: [
        ...opens,
        { change: { place: 'read' } },
        known,
        say('sos.nobody', { by: 'danger', fact: ['out_of_hours_notice', 'location_asked'] }),
      ],
    },
    // An address that came with the call for help, or before it, is repeated, not asked again; of half of one only the rest is asked.
    {
      when: { any: [wholePlace, { marks: { place: 'full' } }] },
      go: '#emergency.confirm',
      do: [...opens, ...placed, known, say('sos.open-placed', { by: 'danger' })],
    },
    {
      when: { any: [reads('place'), { marks: { place: 'partial' } }] },
      go: '#emergency.confirm',
      do: [
        ...opens,
        ...placed,
        known,
        say('sos.open-placed', { by: 'danger' }),
        say('sos.ask-missing', { fact: 'location_asked' }),
      ],
    },
    { go: '#emergency.confirm', do: [...opens, known, asks] },
  ];
  return [
    // He had her telephone, and whoever writes says to be her: until the word that she agreed on, or a person, has made sure
    // of it, she is asked whether she can write and no more; also where he asked before who answers.
    {
      when: all(saysHerself, unsure, { marks: { mute: false, cover: false, person: false } }),
      go: '#emergency.confirm',
      do: [
        ...opens,
        ...read,
        known,
        set({ doubt: true }),
        say('welcome.back', { neutral: true }),
        alert('says-herself'),
      ],
    },
    // Somebody else may be writing: people are told, and nothing is revealed.
    {
      when: all({ marks: { doubt: true } }, wholePlace),
      go: '#emergency.confirm',
      do: [...opens, ...placed, known],
    },
    { when: { marks: { doubt: true } }, go: '#emergency.confirm', do: [...opens, ...read, known] },
    // He is there: neither the robot nor author safety writes beside the person who has her.
    {
      when: all(personOwns, heSees),
      go: '#emergency.confirm',
      do: [...opens, { change: { place: 'read' } }, known, set({ quiet: true })],
    },
    { when: personOwns, go: '#emergency.confirm', do: [...opens, { change: { place: 'read' } }, known] },
    ...plain.map(move => ({ ...move, do: [...move.do, alert('says-herself', hadByAnother)] })),
  ];
}

// ---- how it ends: by a person, with every call's outcome ---------------------------------------------------------------

function ends(): State['on'] {
  const reminder: Action = say('del.after-emergency', { author: 'safety', fact: 'delete_reminder' });
  const unheard: Condition = { any: [{ marks: { quiet: true } }, { marks: { doubt: true } }] };
  const over: Action[] = [{ change: { session: 'emergency-over' } }];
  const recorded: Action[] = [{ effect: 'record', params: { record: 'emergency' } }, mark('emergency_recorded')];
  const settled: Condition = { marks: { open: 0 } };
  return {
    REFERRAL: [
      // Kept quiet, the reminder is still owed to her.
      { when: all(settled, unheard), go: '#emergency.idle', do: [...recorded, ...over] },
      { when: settled, go: '#emergency.idle', do: [...recorded, reminder, set({ erase: false }), ...over] },
    ],
    DISCARD: [{ when: settled, go: '#emergency.idle', do: [...recorded, ...over] }],
    // Where the talk goes on a close, it reminds her itself.
    CLOSE: [{ when: settled, go: '#emergency.idle', do: [...recorded, ...over] }],
  };
}
