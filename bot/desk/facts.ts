/**
 * The facts column of an open conversation: what is known, since when and from whom. Nothing here is a decision; each
 * value comes from the machine's context, her profile, the protocol, or what was sensed.
 */
import type { Context } from '../../flows/context.js';
import { assess } from '../../flows/emergency/guideline.js';
import { HERSELF } from '../../flows/emergency/guidelineJoined.js';
import type { Protocol } from '../../flows/protocol.js';
import { sayPhone, THIS_PHONE } from '../../flows/text/phone.js';
import { sayPlace } from '../../flows/text/place/sayPlace.js';
import { sheetText } from '../../flows/text/sheetText.js';
import { RISKS } from '../../flows/sense/types.js';
import { kindOf } from '../../flows/steps/index.js';
import type { SafeWindow } from '../../flows/text/time/safeHours.js';
import type { Facts, Locale } from '../console/contract.js';
import type { Contact } from '../privacy/contacts.js';
import { callsOf, callView, overdueOf } from './calls.js';
import type { TimerRow } from '../store/store.js';
import { deadlinesOf } from './deadlines.js';
import { institutionsFor } from './institutions.js';
import { amongOf } from './placesShown.js';
import { questionOf } from './question.js';
import { agreedIn, withoutAgreed } from './quoting.js';
import type { Story } from './story.js';
import { scriptOf } from './script.js';
import { stepsOf } from './steps.js';
import { sayCode, sayIn } from './words.js';

export interface Known {
  protocol: Protocol;
  context: Context;
  story: Story;
  /** Null once she was erased. */
  contact: Contact | null;
  /** What each outcome of an open call would say to her. */
  tells: Facts['tells'];
  silence: Facts['silence'];
  /** In epoch milliseconds. */
  now: number;
  /** Its durable timers. */
  timers: readonly Pick<TimerRow, 'timer' | 'dueAt'>[];
  /** How many conversations she has had, this one too. */
  conversations: number;
  name: string;
  /** Id of the record of the emergency that is open. */
  record: string | null;
}

export function factsOf({ context: heard, ...rest }: Known, locale: Locale): Facts {
  const known = { ...rest, context: discreet(heard) };
  const { protocol, context, story } = known;
  const calls = callsOf(context).map(one => ({ ...callView(one), ...overdueOf(one.call, protocol, known.now) }));
  return {
    risk: { level: RISKS[context.risk] ?? 'none', by: context.riskBy, ...story.risk(locale) },
    safeContact: safeContactOf(known, locale),
    step: stepOf(protocol, context),
    textsReviewed: protocol.textsReviewed[context.locale] ?? false,
    steps: stepsOf(protocol, locale),
    guideline: guidelineOf(protocol, context, locale),
    place: placeOf(context, locale),
    known: context.known.map(({ about, text, at, by }) => ({
      label: sayCode(locale, 'known', about),
      value: text,
      by: by === 'citizen' ? sayIn(locale, 'by.her') : by,
      at,
    })),
    script: context.marks.emergency
      ? scriptOf(
          protocol,
          context,
          {
            noCall: Boolean(context.kept.no_call ?? known.contact?.profile?.noCall),
            isDoubted: story.word?.said === 'wrong',
          },
          locale,
        )
      : [],
    silence: known.silence,
    deadlines: deadlinesOf(known.timers, context, locale),
    ...institutionsFor(protocol, context, known.now, locale),
    suggestions: suggestionsOf(protocol, story),
    calls,
    tells: known.tells,
    referral: context.marks.emergency
      ? { stored: false, missing: missingOf(context, calls, locale), record: known.record }
      : null,
    appointment: appointmentOf(context),
    contact: contactOf(known),
  };
}

/** What she wrote is told on without the words agreed with her, on the screen and aloud. */
function discreet(context: Context): Context {
  const agreed = agreedIn(context);
  const known = context.known.map(one => ({ ...one, text: withoutAgreed(one.text, agreed) }));
  return { ...context, known: known.filter(({ text }) => text !== '') };
}

function safeContactOf({ protocol, context, contact, story }: Known, locale: Locale): Facts['safeContact'] {
  const { safe, mail } = context.marks;
  const profile: Readonly<Record<string, unknown>> = {
    ...contact?.profile,
    ...(context.kept.safe_contact as object | undefined),
  };
  const safeChannels = (profile.channels ?? []) as readonly string[];
  const hours = (context.kept.safe_hours ?? profile.safeHours ?? []) as readonly SafeWindow[];
  return {
    safe,
    later: story.later,
    hours: hours.map(({ from, to }) => `${from}–${to}`),
    noCall: Boolean(context.kept.no_call ?? profile.noCall),
    checkWord: Boolean(context.kept.check_word ?? profile.checkWord),
    word: story.word,
    mail: mail === 'given' ? 'yes' : mail,
    subject: wordsOf(profile.subject) ?? textOf(protocol, 'appt.reminder-subject', locale),
    coverWords: ((profile.coverWords ?? []) as readonly string[]).length,
    where: wordsOf(profile.where),
    channels: [...new Set((contact?.addresses ?? []).map(({ channel }) => channel))].map(id => ({
      id,
      safe: safeChannels.length === 0 || safeChannels.includes(id),
    })),
  };
}

const wordsOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function stepOf(protocol: Protocol, { step, owner }: Context): Facts['step'] {
  const found = step === null || owner.kind !== 'bot' ? undefined : protocol.steps[step];
  return step !== null && found ? { id: step, kind: kindOf(found)?.kind ?? '' } : null;
}

/** Each question with its answer, in the language of who reads. */
export function guidelineOf(
  protocol: Protocol,
  context: Pick<Context, 'guideline'>,
  locale: Locale,
): Facts['guideline'] {
  const { guideline } = protocol;
  const { level, score, rule, contributions } = assess(guideline, context.guideline);
  const isAsked = Object.keys(context.guideline).length > 0;
  const word = RISKS[level] ?? 'none';
  const author = (who: string): string => (who === HERSELF ? sayIn(locale, 'by.her') : who);
  return {
    id: guideline.id,
    version: guideline.version,
    reviewed: guideline.reviewed,
    level: isAsked ? word : 'none',
    score,
    rule: isAsked ? rule : null,
    action: isAsked && word !== 'none' ? (guideline.actions?.[word] ?? null) : null,
    answers: [...guideline.questions]
      .sort((a, b) => a.order - b.order)
      .map(({ id, critical, short, also_call: also = [] }) => {
        const given = contributions.find(one => one.id === id);
        const { by = '', recency, note, contests, others = [] } = context.guideline[id] ?? {};
        return {
          item: id,
          text: questionOf(protocol, id, locale),
          value: given?.value ?? 'not_asked',
          by: author(by),
          contribution: given?.points ?? 0,
          critical,
          short,
          ...(recency ? { recency } : {}),
          ...(note ? { note } : {}),
          ...(contests ? { contested: true as const } : {}),
          also: also.flatMap(one => protocol.directory.institutions.find(({ id: known }) => known === one)?.name ?? []),
          others: others.map(one => ({
            value: one.value,
            by: author(one.by),
            ...(one.recency ? { recency: one.recency } : {}),
            ...(one.note ? { note: one.note } : {}),
          })),
        };
      }),
  };
}

function placeOf({ place, otherPlaces }: Context, locale: Locale): Facts['place'] {
  if (!place) return null;
  const { text: words, commune, region, confidence, lat, lon } = place;
  const text = sayPlace(place);
  return {
    text,
    words: text === words ? null : words,
    commune: commune ?? null,
    region: region ?? null,
    confidence: sayCode(locale, 'confidence', confidence),
    ...(lat === undefined || lon === undefined ? {} : { lat, lon }),
    ...(otherPlaces?.length ? { among: amongOf(locale, { place, otherPlaces }) } : {}),
  };
}

/** A sheet less sure than this is no suggestion. */
const NEAR = 0.15;

/** Sheets near what she wrote last, as she would read them. */
function suggestionsOf({ sheets }: Protocol, { sensed }: Story): Facts['suggestions'] {
  return (sensed?.sheets ?? [])
    .filter(({ score }) => score >= NEAR)
    .flatMap(({ id, score }) => {
      const sheet = sheets.find(one => one.id === id);
      return sheet ? [{ sheet: id, title: sheet.title, score, text: sheetText(sheet), reviewed: sheet.reviewed }] : [];
    });
}

function missingOf({ marks }: Context, calls: Facts['calls'], locale: Locale): string[] {
  const outcomes = calls
    .filter(call => call.outcome === null)
    .map(({ name }) => sayIn(locale, 'missing.outcome', { name }));
  return [...outcomes, ...(marks.place === 'none' ? [sayIn(locale, 'missing.place')] : [])];
}

function appointmentOf({ appointment, slot, kept }: Context): Facts['appointment'] {
  const number = typeof kept.phone === 'string' && kept.phone !== THIS_PHONE ? sayPhone(kept.phone) : null;
  if (appointment) return { state: appointment.doubt ? 'doubted' : 'confirmed', startsAt: appointment.at, number };
  return slot ? { state: 'held', startsAt: slot.at, number } : null;
}

function contactOf({ contact, name, conversations }: Known): Facts['contact'] {
  if (!contact) return { name, labels: [], blocked: null, since: 0, conversations, erased: true };
  return {
    name,
    labels: [...contact.labels],
    blocked: contact.blocked?.reason ?? null,
    since: contact.createdAt,
    conversations,
    erased: false,
  };
}

const textOf = ({ texts, locales }: Pick<Protocol, 'texts' | 'locales'>, key: string, locale: string): string | null =>
  texts[locale]?.[key] ?? texts[locales[0] ?? '']?.[key] ?? null;
