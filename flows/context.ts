/**
 * What a conversation remembers, as plain JSON. `Marks` and the owner are what verify knows exactly; what conditions ask of
 * the rest it tries with every answer (see guards.ts). The rest is carried for texts, screens and records besides.
 */
import type { CallOutcome, CallState, Institution, Recency, RiskLevel, Slot, SosWhy } from './events.js';
import type { Place } from './text/place/place.js';
import type { Relation } from './text/him/threat.js';

/** Small closed values that decisions depend on. Adding one multiplies the states that verify explores. */
export interface Marks {
  /** Did she say that it is safe to write? */
  safe: 'unknown' | 'yes' | 'no';
  /** Did she say, in any words, that there is no danger now? */
  danger: 'unknown' | 'no';
  /** May something go to an e-mail? `no` once she says that the mailbox is not hers alone; `given` when she gave an address for it. */
  mail: 'unknown' | 'no' | 'given';
  /** She told how she feels; nobody asks it again. */
  told: boolean;
  /** Somebody may be reading: we write as the shop she asked for. */
  cover: boolean;
  /** We send nothing until she writes, or a person decides. */
  quiet: boolean;
  /** She asked that nothing be written to her: the quiet outlasts what she writes (mute.ts). */
  mute: boolean;
  /** There was an emergency since the last rest: the robot does not go on where it was. */
  sos: boolean;
  /** A person owns the talk. */
  person: boolean;
  /** An emergency is open. */
  emergency: boolean;
  /** A person took the talk in the middle of a step: the robot can go on there. */
  interrupted: boolean;
  /** Somebody else may hold the telephone: nothing is revealed, a person decides. */
  doubt: boolean;
  /** The asking for safety was said while handing over, and waits for a yes or a no. */
  asking: boolean;
  /** A survey was sent and nobody answered it: a late grade still counts. */
  survey: boolean;
  /** In the queue, nobody has taken her for a while. States of before may hold `again`, which means the same. */
  waited: 'no' | 'once';
  /** She was in the queue when the danger question was asked: a no leads back there. */
  waits: boolean;
  /**
   * The danger question that a bare guess asked beside an answer: `asked` is on her screen, `open` while she answers it,
   * `over` afterwards. `left`: she was handed over with it unanswered, and it stands for as long as she waits. `opened`: no more
   * than a guess, or a yes to one, opened the emergency.
   */
  guess: 'none' | 'asked' | 'open' | 'over' | 'left' | 'opened';
  returning: boolean;
  greeted: boolean;
  blocked: boolean;
  priority: boolean;
  booked: boolean;
  /** A time is kept for her and not booked yet. */
  held: boolean;
  /** Sensitive content was handled and the erase reminder has not been given since. */
  erase: boolean;
  place: 'none' | 'partial' | 'full';
  /** Some call of this emergency has an outcome. */
  outcome: boolean;
  /** Calls without an outcome. */
  open: 0 | 1 | 2 | 3;
}

/** What she wrote that nobody has answered yet; a triage routes it. */
export interface Need {
  text: string;
  intent: string;
  sheet: string | null;
  /** Sheets to choose from, where her words name no one sheet (offers.ts). */
  several?: readonly string[];
  /** They are offered while she waits for a person. */
  offered?: true;
  /** Nothing is asked yet: "tengo una duda". */
  unasked?: true;
  /** The sheet tells of plans or shelters: shown only after she says that it is safe. */
  sensitive: boolean;
  risk: RiskLevel;
  language: string;
  /** Which of the readings that routes ask for were in it. */
  reads?: readonly string[];
}

export interface Call {
  institution: Institution;
  state: CallState | 'recorded';
  outcome: CallOutcome | null;
  dialedAt: number;
  changedAt: number;
  by: string | null;
  answeredBy?: string;
  reference?: string;
  unit?: string;
  eta?: string;
  note?: string;
}

export interface GuidelineAnswer {
  value: 'yes' | 'no' | 'unknown';
  /** `citizen`, or the executive's name. */
  by: string;
  at: number;
  /** Message of hers that says it. */
  quote: number | null;
  /** When it was, of a yes; absent where nobody said so, as in older records. */
  recency?: Recency;
  /** What a person wrote beside it: why she contests it, what she saw. */
  note?: string;
  /** It contests what another answered, for the reason that its note gives. */
  contests?: true;
  /** What others answered, which does not decide. */
  others?: GuidelineAnswer[];
}

export type Owner =
  | { kind: 'bot' }
  | { kind: 'queue'; reason: string }
  | { kind: 'executive'; id: string; name: string }
  | { kind: 'rest' };

export interface Context {
  locale: string;
  tries: number;
  /** Highest level reached; a machine only raises it. */
  risk: RiskLevel;
  /** Who confirmed the level; null while only a machine says so. */
  riskBy: string | null;
  marks: Marks;
  need: Need | null;
  /** Answers of `ask` steps, by the name the protocol gives them. */
  kept: Record<string, unknown>;
  place: Place | null;
  /** Other places that she gave, the newest first, while it is not known which of them she is at (otherPlaces.ts). */
  otherPlaces?: readonly Place[];
  /** Which it is was asked just now: a bare number answers it. */
  asksWhich?: true;
  /** Facts for whoever comes: who is there, weapons, injuries, children. In her words. */
  known: { about: string; text: string; at: number; by: string }[];
  /** What she wrote of danger before any emergency: an emergency begins with it, and her no to danger lets it go (toldBefore.ts). */
  toldBefore?: Context['known'];
  /** She told of violence, or that she fears him: a no to danger now leaves it told. */
  toldOfHim?: true;
  /** She told fear: where the talk comes to rest, people are told of it (toldBefore.ts). */
  afraid?: true;
  /** She told something of him or of his people that no person has read: people are told at the latest as the talk rests. */
  ofHim?: true;
  /** What he does to her was told by the way; he is away, as she last said; her last text was understood in nothing (unclear.ts). */
  hurtTold?: true;
  away?: boolean;
  unclear?: boolean;
  /** What she was last asked of it, until she answers. */
  asking?: string;
  /** It was asked twice: what she tells then goes on to the next. */
  askedAgain?: true;
  /** He was told of as near, in an emergency or before one; when she wrote last, and whether that was long before what is read now (apart.ts). */
  near?: boolean;
  wroteAt?: number;
  late?: boolean;
  /** Kinds of danger, first the one that decides texts and institutions. */
  danger: string[];
  /** A wound was told before her last text: the ambulance was named then. */
  woundBefore?: boolean | undefined;
  /** Next thing to ask in an emergency. */
  asked: number;
  /** Soothing messages sent since the call began. */
  eased: number;
  alerts: number;
  guideline: Record<string, GuidelineAnswer>;
  /** Index of the question that a questionnaire asks now. */
  question: number;
  calls: (Call | null)[];
  /** Calls of this emergency that have an outcome. */
  ledger: Call[];
  owner: Owner;
  /** Rises at each change of owner: the fencing token of what was decided before. */
  epoch: number;
  slots: Slot[];
  slot: Slot | null;
  /** `doubt`: its hour does not suit her, or he is there at it; nobody rings before asking her in writing. */
  appointment: { id: string; at: number; doubt?: 'unsafe' | 'cannot' } | null;
  /** Where `release`, `repeat` and the console find the step she is in. */
  step: string | null;
  /** The beginning of a word of alarm that her last messages spell, a piece each: "s", "o". */
  spelt?: string;
  /** Her last messages that hold a piece of what may be said over several (pieces.ts). */
  pieces?: string;
  /** Pieces of an address, a line each, that what she writes next may complete (looseStreet.ts). */
  looseStreet?: string | undefined;
  /** Words that she agreed on with a person: one of them calls for help. */
  coverWords?: readonly string[];
  /** What she said that makes advice unfit for her, by the readings that hear it (unfit.ts). */
  unfit?: readonly string[];
  /** Who threatens her, as her own words told it last. */
  threat?: Relation;
  /** What opened the emergency that is open; `agreed` also where she called by her own word since. */
  opened?: SosWhy;
  /** She writes for somebody else, and said so: her "she" is the woman she cares for. */
  forAnother?: true;
  /** How many messages of ours she may still have on her screen: all since she last said that she erased them. Unknown in older records. */
  ours?: number;
  /** Marks of what the robot said in its last turn with words, until a person writes or the talk ends (echo.ts). */
  said?: readonly string[];
  /** The question whose numbered options stand last on her screen (listed.ts). */
  listed?: string;
  /** What she asked when the last sheet was given: what she asks next may be more of it. */
  answered?: string;
  /** What was asked outside (knowledge.ts), until she writes again. */
  outside?: string;
}

export const initialMarks: Marks = {
  safe: 'unknown',
  danger: 'unknown',
  mail: 'unknown',
  told: false,
  cover: false,
  quiet: false,
  mute: false,
  sos: false,
  person: false,
  emergency: false,
  interrupted: false,
  doubt: false,
  asking: false,
  survey: false,
  waited: 'no',
  waits: false,
  guess: 'none',
  returning: false,
  greeted: false,
  blocked: false,
  priority: false,
  booked: false,
  held: false,
  erase: false,
  place: 'none',
  outcome: false,
  open: 0,
};

export function initialContext(locale: string): Context {
  return {
    locale,
    tries: 0,
    risk: 0,
    riskBy: null,
    marks: initialMarks,
    need: null,
    kept: {},
    place: null,
    known: [],
    danger: [],
    asked: 0,
    eased: 0,
    alerts: 0,
    guideline: {},
    question: 0,
    calls: [null, null, null],
    ledger: [],
    owner: { kind: 'bot' },
    epoch: 0,
    slots: [],
    slot: null,
    appointment: null,
    step: null,
    ours: 0,
  };
}
