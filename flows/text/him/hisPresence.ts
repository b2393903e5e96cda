/**
 * "Está él", "el está", "no puedo, está mi marido", and not a word of anything else: he is there. A "no" before it is an answer of
 * its own where a pause follows ("no, está él"), or where he is named before the verb ("no el esta"); without a pause "no está él"
 * says that he is there as likely as that he is not, and nobody takes it for safe.
 */
import { lately } from '../lately.js';
import { plain } from '../plain.js';

/** He is there; or it may be said, and as well the contrary. */
export type Presence = 'there' | 'perhaps';

/** Null where the message is another one. */
export const presenceIn = lately((text: string): Presence | null => {
  const flat = plain(text.replaceAll('\n', ', '))
    .replace(/\s*(?:…|[,.;:!–—]|\s-+\s)+\s*/gu, ', ')
    .trim();
  if (flat.includes('?')) return null;
  const said = flat.replace(AROUND, '').replace(/(?:, )+$|,$/, '');
  if (UNSURE.test(said)) return 'perhaps';
  return THERE.some(pattern => pattern.test(said)) ? 'there' : null;
});

const HIM =
  '(?:el|(?:mi|el|ese|este) (?:ex )?(?:marido|esposo|pareja|pololo|novio|conviviente|viejo|ex|suegro|suegra|padrastro|papa de (?:mi|mis|la|el|los|las) (?:hij[oa]s?|ni[ñn][oa]s?|guagua|bebe|cabr[oa]s?)|padre de (?:mi|mis|los|las) (?:hij[oa]s?|ni[ñn][oa]s?)))';
const IS = '(?:esta|ta)';
/** Why she says it: she cannot write, or asks for a moment. */
const HASTE =
  '(?:(?:ahora )?no puedo(?: (?:ahora|hablar|escribir|contestar|responder))*|ahora no(?: puedo)?|no es seguro|shh+|espera|perdon|chao|ojo|cuidado|es|por)';
const WHY = '(?:, ?| )?(?:(?:es )?(?:que|q|k|ke|porque|xq|pq|xk) )?';
/** "Ya", "ahora", "aquí": when and where, and a goodbye. */
const AROUND = /(?:[, ]+(?:ahora|ya|chao|chau|perdon|ahi|por aqui|por aca|todavia|aun))+$/;

const PATTERNS = [
  // "No, está él", "no! el esta", "no el esta", "no porque esta el".
  `(?:no+(?: no+)*(?:, | porque | xq | pq | es (?:que|q) ))?${WHY}(?:ya |ahora |todavia |aun )?${IS} (?:ya |ahora )?${HIM}`,
  `(?:no+(?: no+)*,? )?${WHY}(?:ya |ahora )?${HIM} (?:ya |ahora |todavia |aun )?${IS}`,
  `(?:no+, )?${HASTE}${WHY}(?:ya |ahora )?(?:${IS} ${HIM}|${HIM} ${IS})`,
  // Who writes as the deaf do leaves out the verb: "él dentro", "marido aquí". They lie in bed, both.
  `(?:(?:ya|ahora|hoy) )*(?:${HIM}|marido|esposo|pareja|pololo|novio|conviviente) (?:(?:ya|ahora|hoy) )*(?:aqui|aca|adentro|dentro|al (?:lado|lao)|conmigo|(?:en )?(?:esta|misma|la misma) (?:pieza|casa|cama))`,
  'estamos (?:los dos |juntos |ahora |los dos juntos )*(?:acostados|en (?:la|mi|nuestra) cama|acostados en (?:la|mi|nuestra) cama)',
  // In English only after a "no": "he is" begins any sentence.
  '(?:no|nope)(?:, | because | cause )(?:he is|hes|my (?:husband|boyfriend|partner|ex) is)',
  '(?:nao,? )?(?:porque )?(?:ele|(?:o )?meu (?:marido|namorado|ex)) (?:esta|ta)',
  '(?:nao, |nao porque )?(?:esta|ta) (?:ele|(?:o )?meu (?:marido|namorado|ex))',
  'non,? (?:paske )?(?:li|mari m|mari mwen) la',
];
const THERE = PATTERNS.map(pattern => new RegExp(`^(?:${pattern})$`, 'u'));

const UNSURE = new RegExp(`^no+ ${IS} (?:ya |ahora )?(?:${HIM}|aca|aqui)$`, 'u');
