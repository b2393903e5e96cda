/**
 * What an outside provider of knowledge is asked, what it may propose, and where that is said. A step that answers from the
 * sheets and abstains states the effect; what comes of it returns as an event, and the machine says it only where the robot
 * may speak. Nothing waits for it.
 */
import { z } from 'zod';
import type { Action } from './actions.js';
import type { Context } from './context.js';
import type { Condition } from './guards.js';
import type { Protocol } from './protocol.js';
import type { State } from './region.js';
import type { Intent } from './sense/types.js';
import { LOW, MEDIUM } from './sense/types.js';
import { all, say, set, textKey } from './steps/parts.js';
import { maskText } from './text/mask.js';

/** The sheets of the protocol, and those that stand outside of the house. */
export const LOCAL = 'local';
const PROVIDERS = [LOCAL, 'botpress'] as const;

export const knowledgeSchema = z
  .strictObject({
    /** In the order in which they are asked. */
    ask: z.array(z.enum(PROVIDERS)).min(1),
    /** Said of what an outside one proposes, with `{propuesta}` and `{fuente}`. */
    say: textKey,
    /** Least confidence, 0 to 1, of what is said to her. */
    least: z.number().min(0).max(1).default(0.6),
  })
  .refine(({ ask }) => ask[0] === LOCAL, 'local primero: lo que dicen las fichas no se pregunta afuera')
  .refine(({ ask }) => new Set(ask).size === ask.length, 'cada proveedor una vez');
export type KnowledgeSpec = z.infer<typeof knowledgeSchema>;

export interface Proposal {
  /** Which one of those a protocol may ask. */
  provider: string;
  text: string;
  /** Where it is from, as she reads it. */
  source: string;
  /** 0 to 1. */
  confidence: number;
}

/** Whether a protocol asks anybody outside. */
export const asksOutside = (spec: KnowledgeSpec | undefined): boolean => outsideOf(spec).length > 0;
export const outsideOf = (spec: KnowledgeSpec | undefined): string[] => (spec?.ask ?? []).filter(id => id !== LOCAL);

// ---- what is asked ----------------------------------------------------------------------------------------------------------

/** A longer text is her story, and no question. */
const QUESTION_MOST = 300;
const ABOUT: readonly Intent[] = ['general_info', 'specific_question'];

/** Only the question, without what tells who she is; empty where it is none. */
export function outsideQuestion({ need }: Context): string {
  const text = need?.text.trim() ?? '';
  return text.length > QUESTION_MOST ? '' : maskText(text);
}

/** No danger in it or before it, nobody who may read along, and the robot still the one who answers. */
const mayAsk: Condition = all(
  { need: { intent: ABOUT, text: true } },
  { not: { any: [{ need: { risk: LOW } }, { risk: { from: MEDIUM } }, { marks: { safe: 'no' } }] } },
  { marks: { emergency: false, sos: false, doubt: false, quiet: false, cover: false, person: false } },
);

/** Beside whatever the step does when no sheet answers. */
export const asking: readonly Action[] = [
  { change: { outside: 'asked' } },
  { effect: 'ask-knowledge', params: { when: mayAsk } },
];

// ---- what is proposed -------------------------------------------------------------------------------------------------------

const TEXT_MOST = 1_200;
const SOURCE_MOST = 120;
/** A link that nobody reviewed leads anywhere. */
const LINK = /:\/\/|\bwww\./i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no reader can see is no answer.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f]/;
/** 133, 149, 1455: a wrong one in an emergency costs a life. */
const SHORT_NUMBER = /(?<![\d.,])1\d{2,3}(?![\d.,]?\d)/g;

/** Why a proposal is not said to her; null where it may be. What nobody reviewed names no number to call that is not in the directory. */
export function unfitBecause({ text, source, confidence }: Proposal, protocol: Protocol): string | null {
  const { knowledge, directory } = protocol;
  if (!(confidence >= (knowledge?.least ?? 1) && confidence <= 1)) return 'unsure';
  if (text.trim() === '' || source.trim() === '') return 'empty';
  if (text.length > TEXT_MOST || source.length > SOURCE_MOST) return 'long';
  if (UNSEEN.test(text) || UNSEEN.test(source)) return 'garbage';
  if (LINK.test(text) || LINK.test(source)) return 'link';
  if (maskText(text) !== text) return 'number';
  const known = new Set(directory.institutions.flatMap(({ phones }) => phones.map(({ dial }) => dial)));
  return [...text.matchAll(SHORT_NUMBER)].some(([number]) => !known.has(number)) ? 'number' : null;
}

/** Where the robot may say it: in its own steps and while she waits; elsewhere no state hears of it. */
export function proposed(spec: KnowledgeSpec | undefined): NonNullable<State['on']> {
  if (!spec || !asksOutside(spec)) return {};
  const when: Condition = all(
    { marks: { emergency: false, sos: false, doubt: false, quiet: false, cover: false, asking: false } },
    { not: { any: [{ marks: { safe: 'no' } }, { risk: { from: MEDIUM } }] } },
  );
  return { PROPOSED: [{ when, do: [say(spec.say), set({ erase: true })] }] };
}
