/**
 * "Sí gracias, llegó el viejo", "7, llegó él", "nadie… ah, no, volvió", "PERSONA, está mirando": she answers what was asked, and tells in
 * the same message that he is there. What answers is heard either way; what follows is worth hearing as if it stood alone,
 * for silence goes before the answer.
 */
import { lately } from './lately.js';
import { plain } from './plain.js';

/** Clauses before the last one, of so few words that they answer, and tell no story. */
const HEAD_MOST = 5;

/**
 * The ends of her message that may stand by themselves, in plain form: what stands after the last pause, and what stands after the words
 * of a mere answer. Empty where she answers nothing before them.
 */
export const afterAnswer = lately((text: string): readonly string[] => {
  const flat = plain(text.replaceAll('\n', ', '));
  if (flat.includes('?') || OTHERWISE.test(flat)) return [];
  const ends = new Set<string>();
  const paused = flat.match(LAST_CLAUSE);
  if (paused && paused[1]!.split(' ').length <= HEAD_MOST) ends.add(paused[2]!);
  const answered = flat.match(ANSWER);
  if (answered?.[1]) ends.add(answered[1]);
  return [...ends].filter(end => end !== flat && !OF_NEXT.test(end));
});

/** "Soy yo, él me lo quitó" tells of before; and what calls a call off, or gives a mailbox, is read with its reason. */
const OTHERWISE =
  /^(?:perdon,? )?(?:soy yo|era (?:el|mi)|it'?s me|its me|sou eu|se mwen)\b|^(?:si,? )?(?:\w+ )?(?:cancel|anul)\w*|^no (?:me |nos )?llame?n?\b|@/;
/** "¿Qué viene ahora?" is of a course of things. */
const OF_NEXT = /^(?:que|q|k|ke) (?:viene|sigue)/;

const PAUSE = '(?:\\s*(?:[,.;:!…–—]|\\s-\\s)+\\s*)';
const BUT = `(?:${PAUSE}|\\s+(?:pero|pro|but|mas|men|espera|espere|uy|ay|ah|oh)\\s+)`;
/** A pause, and what comes after the last one. "Ah, no" is no denial of it. */
const LAST_CLAUSE = new RegExp(`^(.+?)${BUT}(?:(?:a+h|uy|ay|oh|o) no+ )?((?:(?!${BUT}).)+)$`, 'u');

/** Words that answer, and need no pause after them. A "no" does: "no volvió" denies. */
const WORD =
  '(?:s+i+p*|sipo|yes|yep|yeah|sim|wi|ok|oki|okey|okay|claro|dale|bueno|bien|mal|exacto|correcto|perfecto|listo|es[ae]|es|eso|' +
  'gracias|muchas|mil|thanks|thank|you|obrigad[oa]|mesi|persona|una persona|quiero|hablar|con|\\d{1,2})';
const ANSWER = new RegExp(`^(?:ya[ ,.]+(?=${WORD}\\b))?(?:${WORD}\\b[ ,.;:!…]*)+(?<=[ ,.;:!…])(?=\\S)(.+)$`, 'u');
