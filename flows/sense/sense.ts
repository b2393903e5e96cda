/**
 * What is understood of one message: its language, intent, risk and sheet, and why.
 *
 * The trained models say how likely each is; the protocol's lexicon sets floors that they cannot go under; the sheets
 * are those of the protocol, trained on or not. The same text in the same context always gives the same answer.
 */
import { armed } from '../text/him/armed.js';
import { type Normalised, normalise } from '../text/normalise.js';
import { evidenceOf } from './evidence.js';
import { isHousehold, isPastTime, saysNothing } from './harmless.js';
import { intentChances, judge, type RiskChances, riskChances, riskRow } from './judge.js';
import type { Lexicon } from './lexicon.js';
import { affine, linearModel, type Model, type Outputs, shares, sigmoid } from './model.js';
import { gravestOf, passagesOf, type Read } from './passages.js';
import { type Candidate, retrieval, sheetRow, type SheetText } from './retrieval.js';
import { type SignalContext, signalReader, type Signals } from './signals.js';
import { HIGH, LANGUAGES, type Language, RISKS, type Sensed } from './types.js';
import { decode, type Header } from './weights.js';

export interface SenseContext {
  /** The service, or this thread, is about violence. */
  violence: boolean;
  /** She was asked a safety question within the last ten minutes. */
  asked?: boolean;
  inEmergency: boolean;
  /** Language of the conversation so far: decides where the text says little ("ok", "1"). */
  locale?: Language;
}

/** Understands messages for one protocol. */
export interface Senses {
  read(text: string, context: SenseContext): Sensed;
  /** Whether the lexicon alone hears danger in it, high or imminent: no model is read. */
  isDanger(text: string): boolean;
  /** Only the sheet that answers a text, as `read` finds it; null when none is sure enough. */
  sheet(text: string): string | null;
}

/** What training learnt, ready to use by any number of protocols. */
export interface Trained {
  readonly header: Header;
  readonly model: Model;
}

/** Throws, saying what to do, when the bytes are no weights of this software. */
export function trained(bytes: Uint8Array): Trained {
  const weights = decode(bytes);
  return { header: weights.header, model: linearModel(weights) };
}

/** Of a text that says nothing of danger by what it is (harmless.ts). */
const NO_CHANCES: RiskChances = [0, 0, 0, 0];
const NO_SIGNALS: Signals = { signals: [], floor: 'none', hint: false };

/** How many of the nearest sheets are told. */
const NEAREST = 3;
/** How much the conversation's language counts beside a message of one word, in log-odds; by its length, beside more. */
const LOCALE_COUNTS = 6;

/** Nothing is known of her there: what counts as danger in a talk about violence does. */
const AT_THE_GATE: SignalContext = { violence: true, asked: false, inEmergency: false };

export function createSenses({ header, model }: Trained, lexicon: Lexicon, ofProtocol: readonly SheetText[]): Senses {
  const { calibration } = header;
  const reader = signalReader(lexicon);
  const library = retrieval(ofProtocol, header.topics);

  function dangerOf(message: Normalised, outputs: Outputs, intents: Float64Array, context: SignalContext): Read {
    const signals = isHousehold(message) ? NO_SIGNALS : reader.read(message, context);
    const isBlank = signals === NO_SIGNALS || saysNothing(message) || isPastTime(message);
    const chances = isBlank ? NO_CHANCES : riskChances(riskRow(outputs, intents, signals), calibration);
    return { judged: judge(chances, intents, signals.floor, header), signals };
  }

  /** Of each passage of a long message, before the message itself: evidence is of what the model read last. */
  function passagesRead(message: Normalised, context: SignalContext): (Read & { at: number })[] {
    return passagesOf(message).map(({ message: part, at }) => {
      const outputs = model.read(part);
      const asked = context.asked && at === 0;
      return { at, ...dangerOf(part, outputs, intentChances(outputs, calibration), { ...context, asked }) };
    });
  }

  return {
    isDanger(text) {
      const message = normalise(armed(text));
      const stretches = [message, ...passagesOf(message).map(passage => passage.message)];
      return stretches.some(part => !isHousehold(part) && RISKS.indexOf(reader.read(part, AT_THE_GATE).floor) >= HIGH);
    },
    sheet(text) {
      const message = normalise(text);
      const outputs = model.read(message);
      const nearest = nearestOf(
        library.nearest(message, outputs.topic, NEAREST),
        intentChances(outputs, calibration),
        header,
      );
      return nearest?.given ? nearest.id : null;
    },
    read(text, { violence, asked = false, inEmergency, locale }) {
      const message = normalise(armed(text));
      const context = { violence, asked, inEmergency };
      const passages = passagesRead(message, context);
      const outputs = model.read(message);
      const intents = intentChances(outputs, calibration);
      const whole = dangerOf(message, outputs, intents, context);
      const { judged, signals } = passages.length > 0 ? gravestOf(whole, passages) : whole;
      const usual = LOCALE_COUNTS / Math.max(1, message.tokens.length);
      const languages = shares(
        outputs.language,
        calibration.language.sharpness,
        LANGUAGES.map((l, i) => calibration.language.shares[i]! + (l === locale ? usual : 0)),
      );
      const language = indexOfMost(languages);
      const sheets = library.nearest(message, outputs.topic, NEAREST);
      const nearest = nearestOf(sheets, intents, header);
      return {
        ...judged,
        language: LANGUAGES[language]!,
        sheet: nearest?.given ? nearest.id : null,
        sheets: sheets.map(({ id, score }) => ({ id, score })),
        signals: signals.signals,
        evidence: evidenceOf({
          message,
          model,
          judged,
          signals,
          nearest,
          language: { is: LANGUAGES[language]!, sure: languages[language]! },
          inEmergency,
        }),
      };
    },
  };
}

/** The nearest sheet, with the chance that it is the right one: enough to give it, or not. */
function nearestOf(
  sheets: readonly Candidate[],
  intents: Float64Array,
  { calibration, thresholds }: Header,
): { id: string; sure: number; given: boolean } | null {
  const [first] = sheets;
  if (!first) return null;
  const sure = sigmoid(affine(first.trained ? calibration.sheet : calibration.sheetByWords, sheetRow(sheets, intents)));
  return { id: first.id, sure, given: sure >= thresholds.sheet };
}

function indexOfMost(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
