/** A place as an address is said: street and number, home, commune. */
import type { Place } from './place.js';

/** Null where she named no street: her own words say more. */
export function sayAddress({ street, number, unit, commune }: Place): string | null {
  if (!street) return null;
  // "Pasaje 4 N° 233": two numbers beside each other are read as one.
  const sign = /\d$/.test(street) && number ? 'N°' : '';
  return [[street, sign, number].filter(Boolean).join(' '), unit, commune].filter(Boolean).join(', ');
}
