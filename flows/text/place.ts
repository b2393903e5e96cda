/**
 * Where she is, out of what she wrote: the record that an executive reads to the police. It never refuses a half
 * address ("depto 402 torre b"); `confidence` says how much is there, and the text goes with it as she wrote it.
 */
import { type CommuneFound, findCommune, findCommunes } from './communes.js';
import { type Token, tokens } from './tokens.js';

export interface Place {
  /** What she wrote, trimmed. */
  text: string;
  /** Commune's name and region's name, as in communes.ts; `communeCode` its official code. */
  commune?: string;
  communeCode?: string;
  region?: string;
  /** "pasaje las camelias", "Los Boldos": as written. */
  street?: string;
  /** "415", "0421", "12-B". */
  number?: string;
  /** Home within the address, as written: "depto 8", "casa 9", "block C, depto 302", "edificio mirador". */
  unit?: string;
  lat?: number;
  lon?: number;
  /**
   * `high`: a patrol can go (coordinates, or commune with street and number or unit). `medium`: one thing is missing.
   * `low`: a commune alone, or a fragment.
   */
  confidence: 'high' | 'medium' | 'low';
}

/** Where a text has an address in it, as places in the text (`end` not included). */
export interface AddressSpan {
  start: number;
  end: number;
  street?: string;
  number?: string;
  unit?: string;
}

/** The place in a text, or null when it holds none ("apúrense", "en mi pieza con mi hermana"). */
export function readPlace(text: string): Place | null {
  const point = coordinates(text);
  const spans = findAddresses(text);
  const best = spans.find(it => it.street && it.number) ?? spans.find(it => it.street) ?? spans[0];
  const units = spans.filter(it => it !== best && it.unit && !it.street).map(it => it.unit ?? '');
  const unit = [best?.unit, ...units].filter(Boolean).join(', ');
  const named = placedCommune(text, best);
  if (!point && !best && !named) return null;
  const place = {
    text: text.trim(),
    ...(named
      ? { commune: named.commune.name, communeCode: named.commune.code, region: named.commune.region.name }
      : {}),
    ...(best?.street ? { street: best.street } : {}),
    ...(best?.number ? { number: best.number } : {}),
    ...(unit ? { unit } : {}),
    ...(point ?? {}),
  };
  return { ...place, confidence: confidenceOf(place, named) };
}

/** A place that a telephone shared. Throws RangeError for coordinates that are not on Earth. */
export function placeOfPoint(lat: number, lon: number): Place {
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180))
    throw new RangeError(`lat ${lat}, lon ${lon} is no place; lat is within ±90, lon within ±180`);
  return { text: `${lat}, ${lon}`, lat, lon, confidence: 'high' };
}

/** All addresses in a text, in order. A commune alone is not one. */
export function findAddresses(text: string): AddressSpan[] {
  const all = tokens(text);
  const communes = findCommunes(text);
  const spans: AddressSpan[] = [];
  for (let i = 0; i < all.length; ) {
    const span = unitAt(all, i, text) ?? cuedStreetAt(all, i, text, communes) ?? plainStreetAt(all, i, text, communes);
    if (!span) {
      i++;
      continue;
    }
    spans.push(span);
    while (i < all.length && (all[i]?.start ?? 0) < span.end) i++;
  }
  return joinUnits(spans, text);
}

/** "calle …", "pasaje …", "villa …": the name runs to its number, a comma, a commune or a word that is no name. */
function cuedStreetAt(
  all: readonly Token[],
  index: number,
  text: string,
  communes: readonly CommuneFound[],
): AddressSpan | null {
  const cue = all[index];
  if (!cue || !(STREET.has(cue.word) || WEAK_STREET.has(cue.word)) || communes.some(it => it.start === cue.start))
    return null;
  let last = index;
  let house: Token | undefined;
  for (let i = index + 1; i < all.length && i - index <= NAME_WORDS_MAX; i++) {
    const token = all[i];
    if (!token || token.opens || UNITS.has(token.word) || communes.some(it => it.start === token.start)) break;
    if (isHouse(token.word)) {
      if (i > index + 1 && !LINKS.has(all[last]?.word ?? '')) house = token;
      if (i > index + 1) break;
    } else if (NUMBER_SIGN.has(token.word)) continue;
    else if (
      BREAKS.has(token.word) &&
      !LINKS.has(token.word) &&
      !(token.word === 'con' && STREET.has(all[i + 1]?.word ?? ''))
    )
      break;
    last = i;
  }
  while (!house && last > index && LINKS.has(all[last]?.word ?? '')) last--;
  const numbered = house !== undefined || /\d/.test(all[index + 1]?.word ?? '');
  if (last === index || (WEAK_STREET.has(cue.word) && !numbered && !cue.opens)) return null;
  return spanOf(all, index, last, text, house);
}

/**
 * "los pimientos 88", "poniente 44": one to five words that are no talk, then a house number that ends the clause or
 * is followed by a home, a corner or a commune.
 */
function plainStreetAt(
  all: readonly Token[],
  index: number,
  text: string,
  communes: readonly CommuneFound[],
): AddressSpan | null {
  const first = all[index];
  if (!first || BREAKS.has(first.word) || TALK.has(first.word) || isHouse(first.word) || !/\p{L}/u.test(first.word))
    return null;
  const previous = all[index - 1];
  if (
    previous &&
    !first.opens &&
    !LEADS.has(previous.word) &&
    !isHouse(previous.word) &&
    !previous.word.startsWith('http')
  )
    return null;
  for (let i = index + 1; i < all.length && i - index <= NAME_WORDS_MAX; i++) {
    const token = all[i];
    if (!token || token.opens) return null;
    if (NUMBER_SIGN.has(token.word)) continue;
    if (isHouse(token.word)) {
      const next = all[i + 1];
      const inCommune = next !== undefined && communes.some(it => it.start === next.start);
      const ends =
        !next || next.opens || UNITS.has(next.word) || STREET.has(next.word) || AFTER_HOUSE.has(next.word) || inCommune;
      const isCalled = isEmergencyNumber(token.word) && !inCommune;
      const nameEnd = NUMBER_SIGN.has(all[i - 1]?.word ?? '') ? i - 2 : i - 1;
      const nameLast = all[nameEnd]?.word ?? '';
      return ends && !isCalled && nameEnd >= index && nameLast.length > 2 && !LINKS.has(nameLast)
        ? spanOf(all, index, nameEnd, text, token)
        : null;
    }
    if (
      TALK.has(token.word) ||
      UNITS.has(token.word) ||
      STREET.has(token.word) ||
      (BREAKS.has(token.word) && !LINKS.has(token.word)) ||
      looksPast(text.slice(token.start, token.end))
    )
      return null;
  }
  return null;
}

/** "depto 8", "casa 9", "block C", "torre 2", "edificio mirador", "segundo piso". */
function unitAt(all: readonly Token[], index: number, text: string): AddressSpan | null {
  const [cue, next] = [all[index], all[index + 1]];
  if (!cue || !next || next.opens) return null;
  const span = { start: cue.start, end: next.end, unit: text.slice(cue.start, next.end) };
  if (UNITS.has(cue.word)) {
    const after = all[index + 2];
    if (NUMBER_SIGN.has(next.word) && after && isHouse(after.word))
      return { start: cue.start, end: after.end, unit: text.slice(cue.start, after.end) };
    if (
      /^(?:\d{1,5}[a-z]?|[a-z]\d{0,4})$/.test(next.word) &&
      next.word !== 'y' &&
      next.word !== 'a' &&
      next.word !== 'e' &&
      next.word !== 'o'
    )
      return span;
    return BUILDINGS.has(cue.word) && !BREAKS.has(next.word) && !TALK.has(next.word) ? span : null;
  }
  return next.word === 'piso' && FLOORS.test(cue.word) ? span : null;
}

/** A home right after an address is part of it. */
function joinUnits(spans: readonly AddressSpan[], text: string): AddressSpan[] {
  const joined: AddressSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const near = last && span.unit && !span.street && /^[\s,.;-]*$/.test(text.slice(last.end, span.start));
    if (near)
      joined[joined.length - 1] = { ...last, end: span.end, unit: [last.unit, span.unit].filter(Boolean).join(', ') };
    else joined.push(span);
  }
  return joined;
}

function spanOf(all: readonly Token[], first: number, last: number, text: string, number?: Token): AddressSpan {
  const [from, to] = [all[first]?.start ?? 0, all[last]?.end ?? 0];
  return {
    start: from,
    end: number?.end ?? to,
    street: text.slice(from, to),
    ...(number ? { number: text.slice(number.start, number.end) } : {}),
  };
}

/** The commune of an address is the one that follows it; otherwise the one the text speaks of. */
function placedCommune(text: string, address: AddressSpan | undefined): CommuneFound | null {
  const after = address
    ? findCommunes(text).find(it => it.start >= address.end && it.confidence === 'sure')
    : undefined;
  if (after) return after;
  const named = findCommune(text);
  return named && address && isOfStreet(named, address, text) ? null : named;
}

/**
 * A name inside a street's is the street's: "vicuña mackenna 4500" is in Santiago or La Florida, and not in Vicuña; "arica
 * 340" may be anywhere. "Maipu los aromos 114" is in Maipú: a street begins after it.
 */
function isOfStreet({ start, end, confidence }: CommuneFound, address: AddressSpan, text: string): boolean {
  if (address.street === undefined || start < address.start) return false;
  const streetEnd = address.start + address.street.length;
  if (end > streetEnd) return false;
  const [next] = tokens(text.slice(end, streetEnd));
  return next ? !LINKS.has(next.word) && !STREET.has(next.word) : confidence === 'maybe';
}

function confidenceOf(place: Omit<Place, 'confidence'>, named: { confidence: string } | null): Place['confidence'] {
  if (place.lat !== undefined) return 'high';
  const spot = place.street && (place.number || place.unit || /\d/.test(place.street));
  if (spot && named?.confidence === 'sure') return 'high';
  return spot || (place.street && named) || (place.unit && named) ? 'medium' : 'low';
}

/** Decimal coordinates as typed or inside a map link: "-33.45, -70.66", "…?q=-33.45,-70.66", "…/@-33.45,-70.66,17z". */
function coordinates(text: string): { lat: number; lon: number } | null {
  const [, lat, lon] = /(-?\d{1,2}\.\d{3,})\s*(?:,|%2C|\s)\s*(-?\d{1,3}\.\d{3,})/i.exec(text) ?? [];
  if (lat === undefined || lon === undefined || Math.abs(Number(lat)) > 90 || Math.abs(Number(lon)) > 180) return null;
  return { lat: Number(lat), lon: Number(lon) };
}

const isHouse = (word: string): boolean => /^\d{1,5}[a-z]?$/.test(word);
/** "llamé al 133": the numbers she calls are no house, unless a commune follows ("los aromos 133, Rengo"). */
const isEmergencyNumber = (word: string): boolean => /^(?:13[0-9]|14[0-9]|1455|600|800)$/.test(word);
/** A verb in the past ("esperé 20", "pegó 3"). Street names that end so carry no accent in what people type. */
const looksPast = (written: string): boolean => /\p{L}{2,}[éó]$/iu.test(written.normalize('NFC'));

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const NAME_WORDS_MAX = 5;
const STREET = set(
  'calle pasaje pje psje psj avenida avda avd av villa vlla poblacion pobl pob condominio callejon diagonal alameda',
);
/** Also ordinary words: a street only with a number, or where they begin a clause. */
const WEAK_STREET = set(
  'camino ruta sector km costanera autopista carretera fundo loteo parcelacion campamento toma esquina',
);
const UNITS = set(
  'depto dpto dto departamento dep depa casa block blok bloque torre piso edificio edif parcela sitio lote manzana mz pieza interior int oficina of local apartment apt house flat',
);
const BUILDINGS = set('edificio edif torre');
const NUMBER_SIGN = set('nº n° n numero nro num no #');
const LINKS = set('de del la las los el');
/** Words after which an address begins: of where she is, of greeting, and the cry before it. */
const LEADS = set(
  'en a direccion es vivo estoy aqui aca hacia desde por at in nan rete calle hola sos auxilio socorro ayuda ayudame ayudenme emergencia urgente rapido apurense vengan porfa porfavor favor help',
);
const AFTER_HOUSE = set(
  'esquina con entre altura frente interior villa sector porfa porfavor por ahora ya apurense rapido urgente ayuda lado segundo primer tercer primero tercero cuarto',
);
const FLOORS = /^(?:primer|segundo|tercer|cuarto|quinto|sexto|septimo|octavo|\d{1,2}[°º]?)$/;
const BREAKS = set(
  'de del va van como toda todas todo todos que y o pero porque pq cuando donde con sin para por ahora ya no si me te se le lo nos les mi mis tu su sus en a al hasta desde hace esta estan estoy es son era fue hay tengo tiene tienen quiero ayuda ayudenme vengan porfa porfavor favor entre detras al lado frente q está',
);
const TALK = set(
  'sos auxilio socorro emergencia urgente apurense help yo tu el ella ellos nosotros usted ustedes un una unos unas uno dos tres este esta ese esa eso esto hola gracias nota folio rut ley articulo art fono telefono numero tengo tiene tenia tienen somos son soy estoy estamos estaba vivo viven llevo lleva hace hacen hay habia dame mando mande espere pago cuesta cuestan vale valen debo gano cumplo cumpli cumple lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre hoy manana ayer anoche tarde noche dia dias hora horas tipo como opcion pregunta solo mas menos casi unos llame llamo llamen llamar marque marco mi mis su sus me te se le lo nos no si que le pongo doy ponle años anos edad hijo hijos hija hijas niño nino ninos nina ninas monday tuesday wednesday thursday friday saturday sunday option the my is am are have has i im he she they tenho tngo tenemos tenian sali salgo reclamo causal codigo case number update ordenanza cumplido hubieramos trabajo antes despues nunca siempre senora senor hermana hermano mama papa otras otros todas todos mikwo serie sala ventanilla anexo caja version capitulo pagina nivel grado curso talla kilos pesos lucas hermanos millon millones mil pesa seguimiento editorial',
);
