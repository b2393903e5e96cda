/**
 * What a text advises and she said that it is not for her: the number of the police, to who wants none of them or whose
 * aggressor is one, and to speak on the telephone, to who cannot. Only that is left out of it; where nothing else would
 * be left, it stays as it is written.
 */
import type { Context } from './context.js';
import type { FlowEvent } from './events.js';
import { FOR_CALLERS } from './herWords.js';
import { saidOf } from './lists.js';
import type { Protocol } from './protocol.js';

const POLICE = /\b133\b/;
/** Numbers that she would speak to. */
const TELEPHONE = /\b13[1-4]\b/;
/** Of less than this nobody learns anything. */
const LEFT_LEAST = 12;

/** @param text before its variables are filled: a house has such a number, too */
export function fitting(text: string, context: Context, event: FlowEvent, { readings }: Protocol): string {
  if (!TELEPHONE.test(text)) return text;
  const now = 'read' in event && event.read ? event.read.text : '';
  const said = [now, context.need?.text ?? '', ...context.known.map(it => it.text)].filter(it => it !== '');
  const says = (name: string): boolean => said.some(it => saidOf(it).reads(readings, name));
  const noPolice = POLICE.test(text) && FOR_CALLERS.some(says);
  const noVoice = says('never-speaks') || (now !== '' && saidOf(now).reads(readings, 'cannot-speak'));
  if (!noPolice && !noVoice) return text;
  const spoken = noVoice ? bySentence(text, withoutVoice) : text;
  const left = noPolice ? bySentence(spoken, withoutPolice) : spoken;
  return left.trim().length < LEFT_LEAST ? text : left.trim();
}

/** Each sentence, with the space that ends it; a line is one of its own, and what comes after a variable. */
const bySentence = (text: string, change: (sentence: string) => string): string =>
  text.replace(/[^.!?\n}]*(?:[.!?]+\s?|\n|\}+|$)/g, change);

/** "Si puedes hablar, llama al 133." */
function withoutVoice(sentence: string): string {
  if (!TELEPHONE.test(sentence)) return sentence;
  const left = sentence.replace(AFTER_A_SEMICOLON, clause => (IF_SHE_SPEAKS.test(clause) ? '' : clause));
  return IF_SHE_SPEAKS.test(left) ? '' : left.replace(OR_CALL, '').replace(CALL_OR_WRITE, '');
}

/** "Escribe SOS o llama al 133", "al 133, y a la ambulancia al 131", "al 131; si te atacan, al 133". */
function withoutPolice(sentence: string): string {
  if (!POLICE.test(sentence)) return sentence;
  const left = sentence
    .replace(AFTER_A_SEMICOLON, clause => (POLICE.test(clause) ? '' : clause))
    .replace(OR_CALL, '')
    .replace(CALL_OR_WRITE, '')
    .replace(/(?:al |para o |on |nan )?133 (?:o|or|ou|oswa) (?=\{)/, '');
  const other = OTHER_NUMBER.test(left) ? left.replace(POLICE_AND, '') : left;
  return POLICE.test(other) ? '' : other;
}

const IF_SHE_SPEAKS = /si puedes hablar|if you can talk|se pode falar|se puder falar|si w ka pale/i;
const AFTER_A_SEMICOLON = /;[^;.!?\n]*(?=[.!?\n]|$)/g;
const OR_CALL = /\s+(?:o|or|ou|oswa) (?:llama|call|ligue|rele) (?:tú )?(?:al |para o )?133/;
const CALL_OR_WRITE = /(?:llama|call|ligue|rele) (?:al |para o )?133 (?:o|or|ou|oswa) (?=escribe|type|escreva|ekri)/;
const OTHER_NUMBER = /\b13[124]\b|\b147\b/;
const POLICE_AND = /(?:al |para o |on |nan )?133,? (?:y|e|epi|and|o|or|ou|oswa) /;
