/**
 * What she adds to a street that is known, in her own words beside it: they are read back and read to whoever comes, and
 * take the place of nothing.
 */
import { areaOf, ownWords } from './placeParts.js';
import { besideWords, isCalled } from '../text/place/besideWords.js';
import { cornerOf } from '../text/place/crossStreet.js';
import { type Place, readPlace } from '../text/place/place.js';
import { isArea, isCue } from '../text/place/placeWords.js';
import { words } from '../text/plain.js';
import { KNOWN_STREETS, NAMED_STREETS } from '../text/place/streets-data.js';
import { isMoving } from '../text/place/underWay.js';

/** @returns null where her text is nothing of the kind; what is kept as it is where it says no more */
export function withBeside(before: Place, text: string): Place | null {
  if (before.street === undefined || isMoving(before)) return null;
  // A passage of a villa is the street in it.
  if (isArea(before.street) && readPlace(text)?.street !== undefined) return null;
  if (isOtherPassage(before, text)) return null;
  const told = besideWords(text) ?? cornerBeside(before, text) ?? shopBeside(before, text);
  if (told === null) return null;
  return isTold(before, told) ? before : added(before, told, text);
}

/**
 * "Prat con Covadonga", of the petrol station where she is, or of the street whose house she gave. A corner of other streets,
 * after a house, is another place as likely as not: `otherBeside`.
 */
function cornerBeside(before: Place, text: string): string | null {
  const corner = bareCorner(text);
  if (corner === null) return null;
  return isOn(before, corner) === (before.number !== undefined) ? corner : null;
}

/** "Me metí a una farmacia", at a corner or on a street: which one it is nobody knows without that. */
const shopBeside = ({ number, unit }: Place, text: string): string | null =>
  number === undefined && unit === undefined && INTO_SHOP.test(words(text).join(' ')) ? text.trim() : null;
const SHOP =
  'farmacia|panaderia|negocio|almacen|minimarket|mini market|supermercado|super|kiosko|kiosco|quiosco|botilleria|local|tienda|bazar|ferreteria|libreria|carniceria|verduleria|peluqueria|cafe|cafeteria|restaurant|restaurante|restoran|bencinera|servicentro|copec|shell|petrobras|banco|iglesia|cibercafe|lavanderia|fuente de soda|shop|store|pharmacy|bakery|bar|loja|padaria|boutik|famasi';
const INTO_SHOP = new RegExp(
  `^(?:(?:y|ya|ahora|yo|recien|al final) )*(?:(?:(?:me|nos) (?:meti|metimos|escondi|escondimos|refugie|refugiamos|entre|quede)|entre|entramos|(?:estoy|toy|estamos|tamos)(?: (?:escondida|metida|refugiada|adentro|dentro))?|i went into|i ran into|im (?:hiding )?in(?:side)?|entrei|mwen antre) )?(?:(?:a|en|al|de|dentro de|adentro de|numa|em|nan) )?(?:(?:un|una|la|el|a|uma|yon) )?(?:${SHOP})(?: (?:chic[oa]|de (?:ahi|aca|la esquina|al lado)))?$`,
  'u',
);

/**
 * A corner alone, after a house on another street, or a passage after another: it stands beside what is kept until she says
 * which it is.
 */
export function otherBeside(before: Place, text: string): Place | null {
  if (before.street === undefined || isMoving(before) || isArea(before.street)) return null;
  const passage = besideWords(text) !== null && isOtherPassage(before, text) ? readPlace(text)?.street : undefined;
  if (passage !== undefined) return { ...before, street: passage, text: `${before.text}, ${text.trim()}` };
  const corner = before.number === undefined ? null : bareCorner(text);
  return corner === null || isOn(before, corner)
    ? null
    : { ...areaOf(before), street: corner, text: text.trim(), confidence: 'medium' };
}

const isOtherPassage = ({ street = '' }: Place, text: string): boolean => {
  const [first] = words(street);
  return first !== undefined && isCue(first) && first === words(readPlace(text)?.street ?? '')[0];
};

/** Two streets and no more, of which one is known to be one, or is led to as one: "Marcelo con Ana" is who is there. */
function bareCorner(text: string): string | null {
  const bare = text.trim().replace(/[.!\s]+$/u, '');
  const [, lead = '', rest = bare] = LED.exec(bare) ?? [];
  const corner = JOINS.test(rest) && !bare.includes('?') ? cornerOf(rest) : null;
  if (!corner || words(rest).length > WORDS_MOST || ![corner.first, corner.second].every(isCalled)) return null;
  const names = [corner.first, corner.second].map(name => words(name).join(' '));
  const isKnown = names.some(name => KNOWN_STREETS.has(name) || NAMED_STREETS.has(name));
  return isKnown && names.every(name => !/\d{3}/.test(name)) ? `${lead}${rest}` : null;
}
const LED = /^((?:(?:en|es|la|el|queda|está|esta|calle)\s+)*(?:(?:de|calle|esquina)\s+)?)(.+)$/iu;
const JOINS = /\s(?:con|y|esquina|esq\.?)\s|\s*[/&]\s*/iu;
const WORDS_MOST = 7;

function isOn({ street = '' }: Place, told: string): boolean {
  const [said, corner] = [words(street), cornerOf(told)];
  return corner !== null && [corner.first, corner.second].some(name => words(name).every(word => said.includes(word)));
}

const isTold = (before: Place, told: string): boolean =>
  ` ${words(ownWords(before)).join(' ')} `.includes(` ${words(told).join(' ')} `);

const added = (before: Place, told: string, text: string): Place => ({
  ...before,
  said: `${ownWords(before)}, ${told}`,
  text: `${before.text}, ${text.trim()}`,
});
