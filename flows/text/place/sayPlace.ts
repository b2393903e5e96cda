/** A place as an address is said: street and number, home, commune. */
import { isLandmark } from './landmarks.js';
import { leftAfter, type Place, wordsBeside } from './place.js';
import { words } from '../plain.js';

/** Her own words where the parts do not hold all of them. Null where she named no street: her own words say more. */
export function sayAddress({ street, number, unit, commune, said }: Place): string | null {
  if (said !== undefined) {
    const isHeld = !commune || ` ${words(said).join(' ')} `.includes(` ${words(commune).join(' ')} `);
    return isHeld ? said : `${said}, ${commune}`;
  }
  if (!street) return null;
  // "Pasaje 4 N° 233": two numbers beside each other are read as one.
  const sign = /\d$/.test(street) && number ? 'N°' : '';
  // "Bellavista de la Florida" tells its commune.
  const name = words(street);
  const isNamed = commune !== undefined && name.join(' ').endsWith(` de ${words(commune).join(' ')}`);
  const isTold = isNamed && !number && !unit && !isLandmark(name[0]!);
  return [[street, sign, number].filter(Boolean).join(' '), unit, isTold ? undefined : commune]
    .filter(Boolean)
    .join(', ');
}

/** Of a place in a long message what is the place's alone: "me está siguiendo mi ex, estoy en el metro Baquedano". Else her own words. */
export function sayPlace(place: Place): string {
  const { unit, commune } = place;
  const text = leftAfter(place.text) ?? place.text;
  const address = sayAddress(place);
  if (address !== null || (unit === undefined && commune === undefined)) return address ?? text;
  return wordsBeside(text, place) > BESIDE_MOST ? [unit, commune].filter(Boolean).join(', ') : text;
}
/** More words than these are no longer about where she is. */
const BESIDE_MOST = 5;
