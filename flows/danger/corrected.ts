/**
 * What was sensed, corrected by what she says in plain words: where the models take her for him, a way of reaching her for
 * a wish about data, politeness for danger. What is to be asked about is raised here so that every step asks it.
 */
import { isFigureOfSpeech } from './figureOfSpeech.js';
import type { Context } from '../context.js';
import { DANGER_LIKELY } from './guess.js';
import { saidOf } from '../lists.js';
import type { Protocol } from '../protocol.js';
import { HIGH, RISKS, type Sensed } from '../sense/types.js';
import { withoutCompany, withoutHers } from '../text/him/company.js';
import { plain, words } from '../text/plain.js';
import { unframed } from './weigh.js';

/** She said that she writes for somebody else. */
export const FOR_ANOTHER = 'for-another';
/** "Ya tengo hora con ustedes": nobody but her has one. */
const HER_SLOT = 'her-slot';
/** He answers for her: "ella no puede hablar". So does who said that she writes for another. */
const ANSWERS_FOR_HER = 'answers-for-her';
/** That nobody be told of what she writes; that an order is not kept. */
const SAYS_AS_HERS = ['asks-secrecy', 'order-disobeyed'];
/** Words of his own, whoever he says to write for. */
export const HIS = ['his-voice', 'is-another', 'asks-who'];

/**
 * Who writes for her mother, or of her child, says "she" as he does, and the models take any "she" for his. Their guess is of
 * him where words of his own are beside it, or where it stands without that "she"; any other is no danger by itself.
 */
export function ofAnother(
  sensed: Sensed,
  text: string,
  context: Context | null,
  { readings }: Protocol,
  sense: Sense,
): Sensed {
  const reads = (name: string): boolean => saidOf(text).reads(readings, name);
  const isHer = context?.forAnother === true || reads(FOR_ANOTHER) || reads(HER_SLOT);
  // "No se lo digan": of whoever may hear of it.
  if (sensed.intent === 'aggressor' && SAYS_AS_HERS.some(reads) && !HIS.some(reads))
    return { ...sensed, intent: 'other' };
  if (!isHer && reads(ANSWERS_FOR_HER)) return { ...sensed, intent: 'aggressor', confidence: 1 };
  if (sensed.intent !== 'aggressor' || HIS.some(reads)) return sensed;
  const said = words(text);
  const rest = said.filter(word => !THIRD_PERSON.has(word));
  if (!isHer && (rest.length === said.length || (rest.length > 0 && sense(rest.join(' ')).intent === 'aggressor')))
    return sensed;
  const isBare = !sensed.signals.some(s => s.level !== 'M' && !s.negated);
  // "Ella", "she is 4": nothing is told.
  if (isBare && rest.length < TELLING_LEAST)
    return { ...sensed, intent: 'other', risk: 'none', riskScore: 0, chance: 0 };
  // What she asks for another is answered as if it were for herself.
  const intent = sensed.sheet === null ? 'specific_question' : 'general_info';
  return { ...sensed, intent, ...(isBare && sensed.risk === 'high' ? { risk: 'medium' } : {}) };
}

/**
 * How she wants to be reached. "Can you send it to my email", "no me llamen, soy sorda": no wish about the data that is kept of
 * her. "Quiero que me llamen", "alguien que me escuche": the call, and nobody to write with.
 */
export function ofWays(sensed: Sensed, text: string, { readings }: Protocol): Sensed {
  const reads = (name: string): boolean => saidOf(text).reads(readings, name);
  // "¿Cuándo me pueden recibir?": what is asked about her data takes what she says next for a wish to erase it.
  const isUnsure = NO_DATA.some(reads) || sensed.confidence < DATA_SURE;
  if (sensed.intent === 'privacy' && !reads('my-data') && isUnsure)
    return { ...sensed, intent: NO_DATA.some(reads) ? 'other' : 'specific_question' };
  // "Listo, ahora sí podemos conversar": the models take it for a goodbye, or a wish for a person.
  if (/^(?:goodbye|human)$/.test(sensed.intent) && reads(TALK_NOW)) return { ...sensed, intent: 'other' };
  if (sensed.intent === 'human' && ASKS_CALL.some(reads)) return { ...sensed, intent: 'emotional_support' };
  return sensed;
}
const DATA_SURE = 0.75;
const NO_DATA = ['asks-mail', 'not-by-telephone', 'prefers-writing'];
const TALK_NOW = 'talk-now';
const ASKS_CALL = ['calls-me', 'wants-listener'];

const THIRD_PERSON: ReadonlySet<string> = new Set(['ella', 'ellas', 'she', 'shes', 'her', 'hers', 'ela', 'dela']);
/** Words beside that "she". */
const TELLING_LEAST = 3;
type Sense = (text: string) => Sensed;

/**
 * Of a language of which they saw little, the models hear danger in how politely she asks. Where no word of alarm is in it,
 * what she asks is read without that; danger in the question itself is heard there, too.
 */
export function sensedOf(text: string, protocol: Protocol, sense: Sense): Sensed {
  const sensed = sense(text);
  if (sensed.risk !== 'high' || sensed.intent === 'aggressor' || sensed.signals.length > 0) return sensed;
  const question = unframed(text, protocol);
  const asked = question === null ? sensed : sense(question);
  return asked.risk === 'high' || asked.risk === 'imminent' || asked.signals.length > 0
    ? sensed
    : { ...asked, language: sensed.language };
}

/** What she added to her answer is likely danger by itself: it is asked about. */
export const withAdded = (told: Sensed, { risk, riskScore, intent }: Sensed): Sensed =>
  RISKS.indexOf(risk) < HIGH || riskScore < DANGER_LIKELY
    ? told
    : {
        ...told,
        risk: told.risk === 'imminent' ? 'imminent' : 'high',
        riskScore: Math.max(told.riskScore, riskScore),
        intent,
      };

/** A word of alarm in a sentence about what is over: grave words, which every step asks about. */
export const askedAbout = (sensed: Sensed): Sensed => ({
  ...sensed,
  intent: sensed.intent === 'aggressor' ? 'aggressor' : 'sos',
  risk: 'high',
  signals: [...sensed.signals, { group: 'sos-code', level: 'H', phrase: 'sos', at: 0 }],
});

/** Told as of now, and no word of alarm: likely danger, whatever the models guess. It is asked about before anything is answered. */
export const likely = (sensed: Sensed): Sensed => ({
  ...sensed,
  ...(RISKS.indexOf(sensed.risk) < HIGH ? { risk: 'high' } : {}),
  riskScore: Math.max(sensed.riskScore, DANGER_LIKELY),
});

/**
 * Of company that is no danger no model hears any: what she says besides is read alone. Where danger was told, and in an emergency,
 * who came to mend or to open is heard as anybody is, for he may have sent them.
 */
export function inCompany(text: string, context: Context | null, sense: Sense): Sensed {
  const isTold = wasTold(context);
  const rest = isTold ? withoutHers(text) : withoutCompany(text);
  if (rest === text) return sense(text);
  return rest === ''
    ? { ...sense(text), intent: 'other', risk: 'none', riskScore: 0, signals: [] }
    : { ...sense(rest), language: sense(text).language };
}

/**
 * "La prueba me va a matar"; "mi hija me va a matar, le quebré el plato jaja": whoever scolds her, with a laugh or for what one is scolded for. Nothing else of
 * danger is in it, and none was told before.
 */
export function inPlay(text: string, context: Context | null, { readings }: Protocol, sense: Sense): Sensed {
  const sensed = sense(text);
  if (
    wasTold(context) ||
    !(saidOf(text).reads(readings, IN_PLAY) || isFigureOfSpeech(text)) ||
    !sensed.signals.every(({ phrase }) => KILLS.test(phrase))
  )
    return sensed;
  const rest = sense(plain(text).replace(KILLS, ' '));
  return rest.signals.length > 0 || rest.riskScore >= DANGER_LIKELY
    ? sensed
    : { ...sensed, intent: 'other', risk: 'none', riskScore: 0, signals: [] };
}
const wasTold = (context: Context | null): boolean =>
  context !== null && (context.marks.emergency || context.marks.doubt || context.risk >= HIGH);
export const IN_PLAY = 'said-in-play';
const KILLS =
  /(?:(?:me|nos) )?(?:[vb]an? a|[vb]a|(?:qu?|k)iere|i[vb]a a) matar|(?:is|are) (?:going to|gonna) kill (?:me|us)|(?:will|gonna|wants to) kill me|(?:vai|quer) me matar/u;
