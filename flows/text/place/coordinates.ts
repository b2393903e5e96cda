/**
 * A point as it is typed or inside a map link: "-33.45, -70.66", "…/@-33.45,-70.66,17z", "33.4489S 70.6693W", "-33,4489
 * -70,6693", "33°26'56\"S 70°40'09\"W"; and the links that hide it.
 */
export interface Point {
  lat: number;
  lon: number;
}

export function pointIn(text: string): Point | null {
  if (!/\d/.test(text)) return null;
  const written = text.replace(/(\d),(\d{4,})/g, '$1.$2');
  const decimal =
    /(-?\d{1,2}\.\d{3,})\s*°?\s*([ns])?\s*(?:,|;|%2C|\s)?\s*(-?\d{1,3}\.\d{3,})\s*°?\s*([weo])?(?![\d.])/i;
  const found = decimal.exec(text) ?? decimal.exec(written) ?? decimal.exec(text.replace(NAMES, ' '));
  if (found) return onEarth(signed(Number(found[1]), found[2]), signed(Number(found[3]), found[4]));
  const linked = IN_A_LINK.exec(mapLinkIn(text) ?? '');
  if (linked) return onEarth(Number(linked[1]), Number(linked[2]));
  const [first, second] = [...text.matchAll(SEXAGESIMAL)];
  return first && second ? onEarth(signed(degrees(first), first[4]), signed(degrees(second), second[4])) : null;
}

/** "Lat -33.4489 long -70.6693": what each number is. */
const NAMES = /(?<!\p{L})(?:lat|latitude?|lon|long|lng|longitude?)(?!\p{L})\s*[:=]?/giu;

/** A link to a map that tells its point only to who opens it. */
export const mapLinkIn = (text: string): string | null =>
  OF_A_MAP.test(text) ? (MAP_LINK.exec(text)?.[0] ?? null) : null;

function onEarth(lat: number, lon: number): Point | null {
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
  // Chile lies south and west, and a sign is soon left out.
  return inChile(-lat, -lon) ? { lat: -lat, lon: -lon } : { lat, lon };
}

const inChile = (lat: number, lon: number): boolean => lat < -17 && lat > -57 && lon < -66 && lon > -110;

const signed = (value: number, side: string | undefined): number =>
  side && /[swo]/i.test(side) ? -Math.abs(value) : value;

const degrees = ([, whole, minutes, seconds]: RegExpMatchArray): number =>
  Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600;

const SEXAGESIMAL = /(\d{1,3})\s*°\s*(\d{1,2})\s*['’′]\s*(\d{1,2}(?:\.\d+)?)\s*(?:["”″]|'')\s*([nswoe])/gi;
/** Every such link has one of these; where none is, it is not looked for at each letter. */
const OF_A_MAP = /goo|maps|waze/i;
const MAP_LINK =
  /(?<![\w.@/])(?:https?:\/\/)?(?:maps\.app\.goo\.gl\/|goo\.gl\/maps|maps\.google\.[a-z.]+|(?:www\.)?google\.[a-z.]+\/maps|maps\.apple\.com|(?:www\.)?waze\.com\/|waze\.com\/)\S*/i;
/** In the address of a page two numbers with a comma between are a point, however short: "?q=-33.4,-70.6". */
const IN_A_LINK = /[=@/](-?\d{1,2}\.\d+)(?:,|%2C)\+?(-?\d{1,3}\.\d+)/i;
