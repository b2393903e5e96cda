/**
 * The home of who writes, where another is in danger in another home: a neighbour who says where she lives herself. People see
 * it under its own name, and nobody is sent there; the number of the other's door may stand on its street.
 */
import type { Context } from '../context.js';
import type { Reading } from '../reading.js';
import { readHouse } from '../text/place/houseNumber.js';
import { type Place, readPlace } from '../text/place/place.js';
import { spaced } from '../text/plain.js';
import { tellsOwnHome, whosePlace } from '../text/place/whose.js';

/** Under which it is kept among what was said. */
export const WRITERS = 'place-writer';

type Told = Pick<Context, 'danger' | 'forAnother' | 'known'>;

/** It tells where who writes lives, and the one in danger lives elsewhere, as her words have it. */
export const isWritersOwn = (context: Told, { text, media }: Pick<Reading, 'text' | 'media'>): boolean =>
  !media && ((tellsOwnHome(text) && livesElsewhere(context, text)) || isAwayFromHers(context, text));

/** What is kept of it, as who writes it would say it; null where nothing is. */
export function writersOf({ known }: Pick<Context, 'known'>): Place | null {
  const told = known.findLast(({ about }) => about === WRITERS);
  const place = told ? readPlace(told.text) : null;
  return place ? { ...place, text: `yo vivo en ${place.text}` } : null;
}
const LEAD = /^yo vivo en /;

/** Once that is known and no more: "es ahí mismo", or a bare number, which is the other's door on the same street. */
export function besideWriters(context: Told, { text, place }: Pick<Reading, 'text' | 'place'>): Place | null {
  const own = place === null ? writersOf(context) : null;
  if (!own) return null;
  if (HAPPENS_THERE.test(spaced(text))) return { ...own, text: own.text.replace(LEAD, '') };
  const house = own.street === undefined ? null : readHouse(text, true);
  if (!house) return null;
  const { unit: _, ...onStreet } = own;
  return { ...onStreet, number: house.number, text: text.trim(), confidence: 'medium' };
}
const HAPPENS_THERE =
  / (?:(?:es|pasa|esta pasando|esto es) (?:ahi|aca|aqui|en mi casa)|(?:ahi|aca|aqui) mismo|en la misma casa|right here|its here|same (?:house|address)|e aqui mesmo|menm kote) /;

/** Her mother, a sister may live in the same home: what is said of it then is where it happens as likely as not. */
function livesElsewhere({ danger, forAnother, known }: Told, text: string): boolean {
  const said = [...known.map(one => one.text), text].map(spaced);
  if (forAnother) return !areAtHers(said);
  if (!danger.includes('another')) return false;
  return said.some(one => OTHERS.test(one)) && !said.some(one => RELATIVES.test(one));
}

/** "Mi ex está en mi casa con mis hijos": her own home is where it happens. */
const areAtHers = (said: readonly string[]): boolean =>
  said.some(one => AT_HERS.test(one)) && !said.some(one => OTHERS.test(one));
const AT_HERS =
  / (?:(?:en|a|in|into|at|na|em) (?:mi|nuestra|my|our|minha) (?:casa|depto|departamento|pieza|house|home|place|flat)|mis (?:hij[oa]s|hijit[oa]s|niñ[oa]s|cabros|chiquillos|bebes)|mi (?:guagua|bebe)|los niños|my (?:kids|children|baby)|(?:meus|minhas) filh[oa]s|pitit mwen|timoun mwen) /;

/** And who writes is at her work, in the centre: "yo estoy en mi pega, Kennedy 5500". */
const isAwayFromHers = ({ forAnother, known }: Told, text: string): boolean =>
  forAnother === true &&
  whosePlace(text) === 'own' &&
  !AT_HOME.test(spaced(text)) &&
  areAtHers(known.map(one => spaced(one.text)));
const AT_HOME =
  / (?:mi (?:casa|depto|departamento|direccion)|la casa|vivo|vivimos|afuera|llegando|llegue|ya (?:estoy|toy)|ahi|aca|aqui|my (?:house|home|place|flat)|i live|outside|minha casa|moro|lakay) /;

const OTHERS =
  / (?:vecin\p{L}+|al lado|del lado|de arriba|de abajo|del frente|amigas?|colegas?|compañeras?|companeras?|neighbou?rs?|next door|upstairs|downstairs|friend|coworker|colleague|vizinh\p{L}+|ao lado|vwazin|vwazen) /u;
const RELATIVES =
  / (?:mama|mami|mamita|madre|papa|padre|herman[ao]s?|hermanit[ao]s?|hij[ao]s?|hijit[ao]s?|abuel[ao]s?|abuelit[ao]s?|ti[ao]s?|prim[ao]s?|cuñad[ao]s?|cunad[ao]s?|suegr[ao]s?|sobrin[ao]s?|niet[ao]s?|mother|mom|father|dad|sisters?|brothers?|daughters?|sons?|aunt|cousin|grandmother|mae|irma|manman|se mwen) /;
