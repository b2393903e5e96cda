/**
 * Whether anybody comes to help her, as she asks it in few words: "¿ya viene alguien?", "viene alguien o no", "is anyone coming
 * or not". Said without a question ("viene alguien") somebody comes whom she may fear.
 */
import { lately } from './lately.js';
import { plain } from './plain.js';

/** She asks it, and no more. */
export const asksWhoComes = lately((text: string): boolean => {
  const flat = plain(text).replace(/[^\p{L}\p{N}?]+/gu, ' ');
  return (
    OR_NOT.test(flat.replaceAll('?', '').trim()) || (flat.includes('?') && ASKED.test(flat.replaceAll('?', '').trim()))
  );
});

const BEFORE = '(?:(?:y|ya|pero|oye|oigan|hola|ahora|por favor|porfa|entonces|al final|so|please|e|ja|eske) )*';
const COMES =
  '(?:viene|vienen|biene|va a venir|van a venir|vendra|vendran|esta viniendo|viene en camino|viene llegando|mandaron|mandaron a|va a llegar|llega|llegan)';
const HELP =
  '(?:alguien|ayuda|la ayuda|ustedes|uds|(?:los )?(?:carabineros|pacos)|la (?:patrulla|policia|ambulancia)|una (?:patrulla|ambulancia))';
const AFTER = '(?: (?:ya|a ayudarme|a ayudar|a buscarme|para aca|paca|aca|en camino|po|pronto|luego))*';
const QUESTIONS = [
  `(?:${COMES} ${HELP}|${HELP} ${COMES})${AFTER}`,
  '(?:is|are) (?:someone|somebody|anyone|anybody|help|you|they|the police)(?: guys)? (?:coming|on the way)(?: yet| now)?',
  '(?:vem|esta vindo|ta vindo) (?:alguem|ajuda)(?: ja)?|(?:alguem|ajuda) (?:vem|esta vindo|ta vindo)',
  '(?:gen )?(?:moun|yon moun|yo) (?:ap|k ap) vini',
];
const ASKED = new RegExp(`^${BEFORE}(?:${QUESTIONS.join('|')})(?: (?:o no|ou nao|or not|o que|verdad|cierto))?$`, 'u');
const OR_NOT = new RegExp(
  `^${BEFORE}(?:${QUESTIONS.join('|')}) (?:o no|ou nao|or not|wi ou non)(?: (?:po|al final))?$`,
  'u',
);
