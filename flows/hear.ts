/**
 * The first decision about what a citizen wrote, before any step sees it: is it danger?
 *
 * In this order, which is a safety rule:
 * 1. The button of her page → SOS.
 * 2. An agreed word, or a word or code of alarm → SOS; one that may be meant otherwise is asked about, where the robot can ask.
 * 3. What no model is asked about (TOO_MUCH: blood, somebody after her, shut in …), but for what is long over → SOS.
 * 4. She is back, and in danger (herReturn.ts) → SOS.
 * 5. What is over, a jest, a habit or a bare guess → a message that is asked about. Sense only raises; its mere guess is weighed (weigh.ts).
 * 6. A weapon beside "do not answer", or danger that has to open in silence (mute.ts) → SOS.
 * 7. A hush, who is beside her, who asks who this is, who left → a message: its step keeps quiet or asks. "He is coming", as the first
 *    words of all → SOS.
 * 8. A strong sign or sensed as imminent → SOS. A second message sensed as high adds up → SOS.
 * All else is a message. What was sensed is corrected before (corrected.ts).
 */
import { answersSafety, wasAskedForSafety } from './danger/answersSafety.js';
import { kindOf } from './steps/index.js';
import type { Context } from './context.js';
import {
  askedAbout,
  IN_PLAY,
  inCompany,
  inPlay,
  likely,
  ofAnother,
  ofWays,
  sensedOf,
  withAdded,
} from './danger/corrected.js';
import type { EventOf, SosWhy, World } from './events.js';
import { herSlot, saidOfHerHour, withHerHour } from './booking/bookedSaid.js';
import { comesAfterTold, isFirst, isInTalk, isLateNo, NO_REPLY, opensInSilence, WATCHED } from './sight/mute.js';
import { asAnswer, asEveryday, type Media, type Reading, readText } from './reading.js';
import { DANGER_LIKELY, opensFrom, TOO_MUCH } from './danger/guess.js';
import { returnsInDanger } from './sight/herReturn.js';
import { inWords } from './talk/listed.js';
import { listOf, saidOf, writtenOut } from './lists.js';
import { inToldLanguage, LANGUAGE } from './talk/locale.js';
import { withPieces } from './place/looseStreet.js';
import { ofRinging, saidTogether } from './danger/pieces.js';
import type { Protocol } from './protocol.js';
import type { Senses } from './sense/sense.js';
import { HIGH, IMMINENT, type Sensed } from './sense/types.js';
import { isJest, isLongAgo, isPastAfterNo, TELLS_DANGER, tellsOfBefore } from './danger/over.js';
import { alarmOf, calledBy } from './sense/sos.js';
import { soundsOf } from './text/bare.js';
import { spaced } from './text/plain.js';
import { isVague } from './text/vague.js';
import { isHabit, UNSURE } from './danger/dangerQuestion.js';
import { unclearIn } from './danger/unclear.js';
import { addedTo, MAY_BE_NOW, weigh } from './danger/weigh.js';

export interface Heard {
  text: string;
  media: Media | null;
  /** She pressed the button that means danger. */
  sosButton?: boolean;
  /** She cannot be called where she writes from: "this number" is none. */
  uncallable?: true;
  /** The language of her screen, such as `en`, when she just chose it. */
  locale?: string;
}

type Hears = (EventOf<'MSG'> | EventOf<'SOS'>) & { read: Reading };

/** "Me quiere matar, no me llamen": whoever calls must know it first, also where the same message opens the emergency. */
export function hear(protocol: Protocol, senses: Senses, context: Context | null, told: Heard, world: World): Hears {
  const heard = { ...told, text: inWords(told.text, context, protocol) };
  const event = heardWith([], protocol, senses, context, heard, world);
  const rings = event.type === 'SOS' ? ofRinging(protocol.readings, heard.text) : [];
  return rings.length === 0 ? event : heardWith(rings, protocol, senses, context, heard, world);
}

/** @param also readings that it has besides */
function heardWith(
  also: readonly string[],
  protocol: Protocol,
  senses: Senses,
  context: Context | null,
  heard: Heard,
  world: World,
): Hears {
  const sensing = {
    violence: true,
    asked: wasAskedForSafety(protocol, context),
    inEmergency: context?.marks.emergency ?? false,
    ...(context ? { locale: LANGUAGE[context.locale] ?? 'es-CL' } : {}),
  };
  const now = { ms: world.now, zone: protocol.zone };
  /** Of company and of play no model hears danger. */
  const senseIn = (text: string, read: (text: string) => Sensed): Sensed =>
    inCompany(text, context, rest => inPlay(rest, context, protocol, read));
  const sense = (text: string): Sensed => senseIn(text, told => senses.read(told, { ...sensing, asked: false }));
  const hers = ofAnother(
    inToldLanguage(
      sensedOf(heard.text, protocol, text => senseIn(text, told => senses.read(told, sensing))),
      heard.text,
      protocol,
    ),
    heard.text,
    context,
    protocol,
    sense,
  );
  const told = ofWays(hers, heard.text, protocol);
  const readAs = (text: string): Reading => readText(text, null, sense(text), protocol.readings, now);
  const added = addedTo(heard.text, context, protocol, world, readAs);
  const together = [
    ...saidTogether(protocol.readings, context, heard.text),
    ...saidOfHerHour(context, heard.text, world.now, protocol),
    ...unclearIn(protocol.readings, context, readText(heard.text, heard.media, told, protocol.readings, now)),
    ...also,
  ];
  const alone = added === null ? told : withAdded(told, sense(added));
  const sensed = withPieces(withHerHour(alone, together, herSlot(context, world.now)), context, heard.text);
  const called = calledBy(context, heard.text, protocol.sos);
  const alarm = called ? 'opens' : alarmOf(heard.text, protocol.sos);
  const said = saidOf(heard.text);
  const unmeant = alarm !== null && called !== 'agreed' && said.reads(protocol.readings, 'unmeant');
  const cries = unmeant || (alarm === 'cries' && sensed.risk !== 'imminent');
  const asks = (alarm === 'asks' || cries) && canAsk(context) && (unmeant || !strong(sensed));
  // "No estoy a salvo", to whether it is safe to write: that is her answer, and the step keeps quiet and tells people.
  const isUnsafe = sensing.asked && said.reads(protocol.readings, 'only-unsafe');
  const isTold = !isUnsafe && (together.includes(MAY_BE_NOW) || said.reads(protocol.readings, MAY_BE_NOW));
  const whole = readText(
    heard.text,
    heard.media,
    asks
      ? askedAbout(sensed)
      : isTold && (canAsk(context) || isHeld(context) || waits(context))
        ? likely(sensed)
        : sensed,
    protocol.readings,
    now,
    text => senses.sheet(text),
    !heard.uncallable,
  );
  const step = context?.step ? protocol.steps[context.step] : undefined;
  const isAnswer = answersSafety(whole, context, sensing.asked, !!step && kindOf(step)?.asksDanger === true);
  // What she added to her answer is no part of it.
  const weight = isAnswer ? 'answer' : alone !== told ? 'guess' : weigh(whole, context, protocol, world, sense);
  const isOver = (canAsk(context) || context?.step === UNSURE) && tellsOfBefore(whole, protocol);
  // Her telephone was taken, and she has it again; or he is gone: what she says of that is no second danger.
  const isAlone = context?.marks.greeted === true && whole.reads('left-alone');
  const isBack = (whole.reads('returned') || isAlone) && !whole.reads('grave');
  const calmed =
    weight === 'answer' || isBack || (isOver && !whole.reads('grave') && context?.step === UNSURE)
      ? asAnswer
      : weight === 'everyday'
        ? asEveryday
        : null;
  const read = calmed ? calmed(whole, protocol.readings, now) : whole;
  const chose = heard.locale ? { chose: heard.locale } : {};
  if (heard.sosButton) return { type: 'SOS', why: 'button', read, world, ...chose };
  if (alarm && !asks) return { type: 'SOS', why: called ?? 'word', read, world, ...chose };
  if (!(isOver && isLongAgo(heard.text, protocol)) && TOO_MUCH.some(name => whole.reads(name)))
    return { type: 'SOS', why: 'sensed', read, world, ...chose };
  if (returnsInDanger(whole, context)) return { type: 'SOS', why: 'signal', read: whole, world, ...chose };
  const jests = canAsk(context) && isJest(whole) && !(whole.reads(IN_PLAY) && whole.risk < HIGH);
  const isAsked =
    asks ||
    jests ||
    isOver ||
    (context?.step === UNSURE && isHabit(whole)) ||
    (weight === 'asked' && canAsk(context)) ||
    isBareGuess(read, context, protocol);
  const why = isAsked ? null : whySos(read, context, protocol);
  return why ? { type: 'SOS', why, read, world, ...chose } : { type: 'MSG', read, world, ...chose };
}

/** Nobody else has the talk, she may be answered, and danger was not heard yet: the robot can ask before it opens. Everywhere else it opens. */
function canAsk(context: Context | null): boolean {
  if (!context) return true;
  const { marks, owner, risk } = context;
  if (marks.emergency || marks.blocked || marks.quiet || marks.doubt || risk >= HIGH) return false;
  return owner.kind !== 'executive';
}

/** She said that it is not safe to write, and writes all the same: what may be now is no small talk, and nobody else has her. */
const isHeld = (context: Context | null): boolean =>
  (context?.owner.kind === 'bot' || context?.owner.kind === 'queue') &&
  context.marks.quiet &&
  !(context.marks.emergency || context.marks.blocked || context.marks.doubt);

/** She waits for a person, and denied what was asked about, or left it unanswered: told anew, it is asked about anew, or opens. */
const waits = (context: Context | null): boolean =>
  context?.owner.kind === 'queue' &&
  !(context.marks.emergency || context.marks.blocked || context.marks.quiet || context.marks.doubt);

/**
 * No word of alarm is in it, and the models are not sure: it opens nothing where the robot can ask. Where only such a guess
 * was asked about, it takes more than another one; and danger that she denied is heard anew.
 */
function isBareGuess(read: Reading, context: Context | null, protocol: Protocol): boolean {
  if (read.risk < HIGH) return false;
  // "Quiero pedir una pizza": asked as in a shop, however the models take it.
  if (isOnlyOrder(read) && canAsk(context)) return read.sensed.riskScore < opensFrom(read.sensed);
  if (isPastAfterNo(read, context, protocol)) return true;
  if (TELLS_DANGER.some(name => read.reads(name))) return false;
  const called = saidOf(read.text).says(listOf(protocol.sos.words));
  // Beside a word of SOS it takes less.
  const opens = called ? DANGER_LIKELY : opensFrom(read.sensed);
  const unsure = read.sensed.riskScore < opens || isVague(read.text);
  if (canAsk(context)) return unsure;
  if (!context || context.marks.emergency || context.owner.kind === 'executive') return false;
  // A person closed this contact: it is likelier his than hers.
  if (context.marks.blocked) return read.sensed.riskScore < BLOCKED_GUESS_OPENS;
  // Somebody else had the telephone, and the people were told: "contesta" is likelier his impatience than her cry.
  // Or he is beside her: so is "no te entiendo". People hear of each word that she writes then.
  if (context.marks.doubt || (context.marks.quiet && context.near === true)) return unsure;
  if (context.marks.quiet) return false;
  const { guess, danger } = context.marks;
  if (danger === 'no' || guess === 'open' || guess === 'over') return unsure;
  if (!unsure || isToldAgain(read, context)) return false;
  const before = (name: string): boolean => context.need?.reads?.includes(name) ?? false;
  // What was asked about had words of alarm: more that she tells is no mere guess.
  if (context.step === UNSURE && before('grave')) return !read.reads('tells');
  const wasBare = guess === 'asked' || (context.step === UNSURE && !before('likely-grave'));
  return wasBare || !read.reads('adds-up');
}

/** Likely danger was asked about and is unanswered: what is heard as imminent then is no guess, in whatever language. */
const isToldAgain = (read: Reading, { step, need, marks }: Context): boolean =>
  (marks.guess === 'left' || (step === UNSURE && need?.reads?.includes('likely-grave') === true)) &&
  read.risk >= IMMINENT &&
  read.reads('tells') &&
  !isVague(read.text);

/** An order as to a shop, and no other word of alarm. */
const isOnlyOrder = (read: Reading): boolean =>
  read.reads('grave') &&
  read.sensed.signals.every(({ group, level }) => group === 'covert' && level === 'H') &&
  !TELLS_DANGER.some(name => name !== 'grave' && read.reads(name));

const BLOCKED_GUESS_OPENS = 0.97;

/** What was sensed is imminent, or high for the second time; what she says in plain words goes before a guess. */
function whySos(read: Reading, context: Context | null, protocol: Protocol): SosWhy | null {
  const grave = read.reads('grave');
  // "Quiet, he has a gun" opens, in silence.
  const armed = read.reads('weapon') && read.reads(NO_REPLY);
  if (armed) return 'sensed';
  if (opensInSilence(read, context, protocol)) return comesAfterTold(read, context) ? 'unsure' : 'signal';
  if (context && isOnlyHush(read, context, protocol)) return null;
  if (context && !grave && isOnlyBeside(read, context)) return null;
  // "Mi pareja está al lado", also as the first words: every text would be seen.
  if (!grave && !context?.marks.emergency && WATCHED.some(name => read.reads(name))) return null;
  // "He is coming", as the first words of all, in whatever language.
  if (read.reads('he-comes-now') && isFirst(read, context)) return 'signal';
  // "¿Quién eres?", from whoever took the telephone: every step keeps quiet and tells the people.
  if (!grave && ASKS_OR_SAYS_WHO.some(name => read.reads(name))) return null;
  // "Ya se fue": she is back after a quiet. "Hoy no lo he visto", of who threatened her yesterday, is asked about.
  const isUnseen = !context?.marks.emergency && read.reads('not-seen');
  if (!grave && (isUnseen || read.reads('he-left'))) return null;
  if (strong(read.sensed) && read.risk >= IMMINENT) return 'signal';
  // "Está afuera": at work, or at the door.
  if (read.risk >= IMMINENT && !(read.reads('unclear-danger') && canAsk(context))) return 'sensed';
  return context && context.risk >= HIGH && read.risk >= HIGH && !context.marks.doubt ? 'sensed' : null;
}

const ASKS_OR_SAYS_WHO = ['asks-who', 'is-another'];

/**
 * "Shh, entró", in the middle of a talk: she asks for silence, and a reply would sound in his hands. The step that keeps
 * quiet tells the people at once. As the first words of all they are a call for help like any other.
 */
function isOnlyHush(read: Reading, context: Context, { readings }: Protocol): boolean {
  if (context.marks.emergency || !read.reads('hush') || !(isInTalk(context) || isLateNo(read, context))) return false;
  const signs = read.sensed.signals.filter(s => s.level === 'S' || s.level === 'H');
  if (signs.length === 0 || read.reads('he-nears') || read.reads('he-is-there')) return true;
  const hush = writtenOut(readings, 'hush');
  const text = spaced(read.text);
  const said = [...hush].filter(phrase => text.includes(phrase));
  // "No puedo hablar, está acá": the sign of danger is part of what asks for silence.
  const asksIt = (phrase: string): boolean =>
    hush.has(phrase) || said.some(whole => sounded(whole).includes(sounded(phrase)));
  return signs.every(s => asksIt(spaced(s.phrase)));
}

const sounded = (phrase: string): string => ` ${soundsOf(phrase).join(' ')} `;

/** "Está aquí", in the middle of a talk: a guess of a model puts no emergency on a screen that he can see. */
const isOnlyBeside = (read: Reading, context: Context): boolean =>
  isInTalk(context) && !context.marks.emergency && read.reads('beside') && !read.reads('no-danger');

const strong = ({ signals }: Sensed): boolean => signals.some(s => s.level === 'S');
