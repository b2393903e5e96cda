/** That she is somewhere else now, which is no address by itself: "salí corriendo, estoy en la plaza", "nos fuimos al 95 donde la vecina". */
import { communeNames } from './communes.js';
import { isLandmark, isOfPolice } from './landmarks.js';
import { lately } from '../lately.js';
import { PEOPLE } from './people.js';
import { spaced } from '../plain.js';
import { isName } from './placeWords.js';
import { KNOWN_STREETS, lastOfStreet, NAMED_STREETS } from './streets-data.js';
import { type Token, tokens, wordSet } from '../tokens.js';

export interface Move {
  /** "plaza almagro", "donde la vecina": as she wrote it. */
  at: string;
  /** Another house of the same street: "al 95". */
  number?: string;
  /** A home beside hers, and no place by itself. */
  beside?: true;
  /** She is taken, or goes, in what moves: `at` is that and its way, "su camioneta por la ruta 5 al norte". */
  underWay?: true;
}

/** That she is somewhere else now, and where if it is said; null where nobody moved, or only to another room. */
export const readMove = lately((text: string): Move | 'unnamed' | null => {
  const all = tokens(text);
  // "Me dejó botada en …" is of now.
  if (all.some(({ word }, i) => NOT_NOW.has(word) && !says(ALIGHTS, all, i - 1))) return null;
  const brought = broughtTo(all, text);
  if (brought) return { at: brought };
  const carried = carriedIn(all, text);
  if (carried) return carried;
  const alighted = alightedAt(all, text);
  const from = all.findIndex((_, i) => says(GOES, all, i));
  if (from < 0) return alighted ? { at: alighted } : null;
  const rest = all.slice(from);
  const number = rest.find((it, i) => HOUSE.test(it.word) && /^(?:al|el)$/.test(rest[i - 1]?.word ?? ''))?.word;
  const towns = communeNames(text);
  const isSpot = ({ word, start }: Token): boolean =>
    (SPOTS.has(word) || isLandmark(word)) && !isOfPolice(word) && !towns.some(it => it.start === start);
  const at = rest.findIndex((it, i) => i > 0 && (isSpot(it) || NEIGHBOURS.has(it.word)));
  const spot = rest[at];
  // "Por calle Colón hacia el hospital": she is not there yet.
  const along =
    spot &&
    !number &&
    AHEAD.test(
      rest
        .slice(0, at)
        .map(({ word }) => word)
        .join(' '),
    )
      ? wayIn(rest, text)
      : null;
  if (along) return { at: along };
  if (spot && NEIGHBOURS.has(spot.word)) {
    const first = rest.slice(0, at).findLastIndex(({ word }) => BEFORE_NEIGHBOUR.has(word));
    if (first < 0) return 'unnamed';
    return { at: text.slice(rest[first]!.start, spot.end), beside: true, ...(number ? { number } : {}) };
  }
  if (spot && PARTS.has(spot.word) && isOfHers(rest, at)) return null;
  if (spot) return { at: text.slice(spot.start, nameEnd(rest, at, towns)) };
  if (alighted) return { at: alighted };
  const way = number ? null : wayIn(rest, text);
  if (way) return { at: way };
  return number ? { at: number, number } : rest.some(isRoom) ? null : 'unnamed';
});

/** "Estoy en Freire 20 depto 4" is another home, and no room of hers. */
const isRoom = ({ word }: Token, i: number, all: readonly Token[]): boolean =>
  ROOMS.has(word) && !(HOMES.has(word) && HOUSE.test(all[i + 1]?.word ?? ''));

/** "En la bodega", "en el estacionamiento del edificio": nobody else's, and none that is called by a name. */
function isOfHers(rest: readonly Token[], at: number): boolean {
  const next = rest.findIndex(({ word, opens }, i) => i > at && (opens || !LINKS.has(word)));
  const of = rest[next];
  if (!of || of.opens || ENDS_NAME.has(of.word)) return true;
  return next === at + 1 ? HIDES.test(of.word) : OF_HOME.has(of.word);
}

/** A spot with its name: "plaza almagro", "metro los heroes". */
function nameEnd(all: readonly Token[], at: number, towns: readonly { start: number; end: number }[]): number {
  // "Cal y canto" is one name.
  const known = lastOfStreet(KNOWN_STREETS, all, at + 1) ?? at;
  let last = all.slice(at + 1, known).some(({ word }) => word === 'y') ? known : at;
  for (let i = last + 1; i < all.length && i - at <= NAME_MOST; i++) {
    const { word, opens, start } = all[i]!;
    // "Plaza de Rengo" is its name; the town after a name is not.
    // Nor is it of "hospital Félix Bulnes": with another word before it, it may be either.
    const previous = all[i - 1]!.word;
    const town = towns.find(it => it.start === start);
    const mayBeName = CARE.has(all[at]!.word) && i > at + 1 && !IN.test(previous) && town?.end === all[i]!.end;
    const isTown = town !== undefined && !LINKS.has(previous) && !mayBeName;
    if (opens || isTown || ENDS_NAME.has(word)) break;
    last = i;
  }
  while (last > at && (LINKS.has(all[last]!.word) || IN.test(all[last]!.word))) last--;
  return all[last]!.end;
}

/** "Me bajé en universidad de chile", "me dejó botada en pajaritos": where what moves let her off; null for a town or a room. */
function alightedAt(all: readonly Token[], text: string): string | null {
  const off = all.findIndex((_, i) => says(ALIGHTS, all, i));
  const to = all.findIndex(({ word, opens }, i) => i > off && i - off <= OFF_WORDS_MOST && !opens && IN.test(word));
  const from = off < 0 || to < 0 ? -1 : all.findIndex(({ word }, i) => i > to && !OF_WAY.has(word));
  const first = all[from];
  if (!first || first.opens || communeNames(text).some(({ start }) => start === first.start)) return null;
  // "Cal y canto" is one name.
  let last = lastOfStreet(KNOWN_STREETS, all, from) ?? from;
  for (let i = last; i < all.length && i - from <= NAME_MOST; i++) {
    const token = all[i]!;
    if ((i > from && token.opens) || ENDS_NAME.has(token.word)) break;
    if (!isName(token, text) || NO_WAY.has(token.word) || ROOMS.has(token.word)) return null;
    last = i;
  }
  while (last > from && LINKS.has(all[last]!.word)) last--;
  return ENDS_NAME.has(first.word) ? null : text.slice(first.start, all[last]!.end);
}

/** "Voy por Mac Iver", "ando en la calle Lautaro": the street that she goes along, also where it is called like a town; null for none. */
export const wayOf = lately((text: string): string | null => wayIn(tokens(text), text));

function wayIn(all: readonly Token[], text: string): string | null {
  const led = all.findIndex(({ word }, i) => (word === 'por' ? says(ALONG, all, i - 1) : isCuedAt(all, i)));
  const at = all[led]?.word === 'por' ? led + 1 : led;
  // "Por la calle Colón"; "por la calle" is any.
  const cue = all[at]?.word === 'la' && isWay(all[at + 1]) ? at + 1 : at;
  const named = isWay(all[cue]) ? cue + 1 : at;
  const first = all[named];
  if (led < 0 || !first || first.opens) return null;
  const last = wayEnd(all, named, text);
  if (last === null) return null;
  const name = all.slice(named, last + 1).map(({ word }) => word);
  const isSaid =
    name.some(word => !LINKS.has(word)) &&
    !LINKS.has(name.at(-1)!) &&
    !ENDS_WAY.has(name[0]!) &&
    !ENDS_NAME.has(name[0]!);
  if (!isSaid) return null;
  const crossed = /^(?:con|y|esquina)$/.test(all[last + 1]?.word ?? '') ? wayEnd(all, last + 2, text) : null;
  const isCorner = crossed !== null && crossed >= last + 2 && !LINKS.has(all[crossed]!.word);
  return text.slice(all[named > at ? cue : named]!.start, all[isCorner ? crossed : last]!.end);
}

/** Where a street's name ends that begins there; null where a word of it is of no name. */
function wayEnd(all: readonly Token[], at: number, text: string): number | null {
  const known = lastOfStreet(KNOWN_STREETS, all, at) ?? lastOfStreet(NAMED_STREETS, all, at);
  let last = known ?? at - 1;
  for (let i = last + 1; i < all.length && i - at < NAME_MOST; i++) {
    const token = all[i]!;
    if ((i > at && token.opens) || ENDS_WAY.has(token.word) || ENDS_NAME.has(token.word) || token.word === 'esquina')
      break;
    if (!isName(token, text) || NO_WAY.has(token.word) || ROOMS.has(token.word)) return null;
    last = i;
  }
  return last < at ? null : last;
}

/** "Ando en la calle Rioseco", "estoy caminando en calle Prat": the word for a street, after where she is. */
function isCuedAt(all: readonly Token[], i: number): boolean {
  if (!isWay(all[i]) || all[i]!.opens) return false;
  const at = all[i - 1]?.word === 'la' ? i - 2 : i - 1;
  return all[at]?.word === 'en' && !all[at].opens && says(ALONG, all, at - 1);
}
const isWay = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:calle|avenida|avda|av|pasaje|pje|psje)$/.test(token.word);
const ALONG = 'voy|vamos|ando|andamos|estoy|estamos|caminando|corriendo|arrancando|escapando|huyendo'
  .split('|')
  .map(word => [word]);

/** "Me llevaron al hospital", "un vecino me trajo en auto al sapu": where she is cared for, and not where she was once. */
function broughtTo(all: readonly Token[], text: string): string | null {
  const from = all.findIndex((_, i) => says(BROUGHT, all, i));
  const at = from < 0 ? -1 : all.findIndex(({ word }, i) => i > from && i - from <= TO_CARE_MOST && CARE.has(word));
  if (at < 0 || all.slice(from + 1, at + 1).some(({ opens }) => opens) || ONCE.test(spaced(text))) return null;
  return text.slice(all[at]!.start, nameEnd(all, at, communeNames(text)));
}
const BROUGHT = (
  'me llevaron|me llevo|me trajeron|me trajo|me tienen|me trasladaron|me traslado|me derivaron|me internaron|me ingresaron|nos llevaron|nos llevo|nos trajeron|nos trajo|nos tienen|me dejaron|' +
  'they took me|they brought me|she took me|she brought me|he took me|he brought me|took me|brought me|i was taken|i got taken|me levaram|me trouxeram|me levou|me trouxe|yo mennen mwen|yo mennen m|mennen mwen|mennen m'
)
  .split('|')
  .map(phrase => phrase.split(' '));
const CARE = wordSet(
  'hospital posta sapu sar consultorio cesfam clinica clinic urgencia urgencias emergency er pronto upa lopital',
);
const TO_CARE_MOST = 8;
/** Told of another day, or done with. */
const ONCE =
  / (?:(?:la|una) (?:otra |primera |ultima )?vez|es[ae] (?:vez|dia|noche)|el otro dia|hace (?:\S+ )?(?:dias?|semanas?|mes|meses|años?|anos?|tiempo)|(?:el|la) (?:\S+ )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|semana|mes|año|ano) (?:pasad[oa])?|(?:de)?volvi|volvimos|de alta|el alta|me devolvieron|mandaron (?:a|para) (?:la )?(?:casa|mi)|once|last (?:week|month|year|time)|ago|discharged|ontem|semana passada|alta|yè|semenn pase) /;

/** "Nos vamos en auto a Renca", "me lleva en su camioneta por la ruta 5 al norte": from what moves, or its road, on. */
function carriedIn(all: readonly Token[], text: string): Move | null {
  const from = all.findIndex((_, i) => says(CARRIED, all, i));
  if (from < 0) return null;
  // "Estoy en el metro" is a station.
  const rides = RIDES.test(`${all[from]!.word} ${all[from + 1]?.word ?? ''} `);
  const found = all.findIndex((_, i) => i > from && isMoving(all, i, rides));
  if (found < 0 || all.slice(from + 1, found + 1).some(({ opens }) => opens)) return townAhead(all, from, text);
  const vehicle = alongIn(all, found);
  // "En el auto con él por la ruta 68", "subió al auto, vamos por la ruta 5": its road, past what stands between.
  const road = all.findIndex(({ start }, i) => start >= vehicle.end && isOnRoad(all, i));
  const at = text.slice(vehicle.start, vehicle.end);
  if (road < 0) return { at, underWay: true };
  const way = alongIn(all, road);
  return { at: `${at} por ${text.slice(way.start, way.end)}`, underWay: true };
}

/** From what moves, or from its road, to where its clause ends. */
function alongIn(all: readonly Token[], found: number): { start: number; end: number } {
  const first = OF_WAY.has(all[found - 1]?.word ?? '') ? found - 1 : found;
  let last = found;
  for (let i = found + 1; i < all.length && i - found <= WAY_MOST; i++) {
    const { word, opens } = all[i]!;
    const goesOn = word === 'por' ? all[i + 1]?.word !== 'favor' : word === 'mi' && all[i - 1]!.word === 'de';
    if (opens || (ENDS_NAME.has(word) && !goesOn)) break;
    last = i;
  }
  while (last > found && /^(?:a|al|de|del|por|hacia|la|el|to|the|en)$/.test(all[last]!.word)) last--;
  return { start: all[first]!.start, end: all[last]!.end };
}

/** "Por la ruta 5", "por la 5 sur", "pasando el peaje de angostura": on a road between towns, or by what lies on one. */
function isOnRoad(all: readonly Token[], i: number): boolean {
  const [{ word }, previous] = [all[i]!, all[i - 1]?.word ?? ''];
  const before = OF_WAY.has(previous) ? (all[i - 2]?.word ?? '') : previous;
  if (ROUTES.has(word)) return ON_ROAD.test(before);
  if (/^(?:5|68|78)$/.test(word)) return ON_ROAD.test(before) && /^(?:norte|sur)$/.test(all[i + 1]?.word ?? '');
  return ON_WAY.has(word) && /^(?:por|pasando|pasamos|cruzando|pasado|passing|past)$/.test(before);
}
const ON_ROAD = /^(?:por|en|on|along|down)$/;

/** What moves, and that she is in it or on it: "en su camioneta", "por la ruta 5"; no "contra el auto". */
function isMoving(all: readonly Token[], i: number, rides: boolean): boolean {
  const [token, previous] = [all[i]!, all[i - 1]?.word ?? ''];
  const before = OF_WAY.has(previous) ? (all[i - 2]?.word ?? '') : previous;
  if (VEHICLES.has(token.word) || (rides && token.word === 'metro'))
    return /^(?:en|al?|del|arriba|in|on|into)$/.test(before);
  return isOnRoad(all, i);
}

/** "Me esta llevando a Linares", "me llevo a la parcela de el en Casablanca", "donde su hermano en Batuco": the town, and his house in it. */
function townAhead(all: readonly Token[], from: number, text: string): Move | null {
  const to = all.findIndex(({ word }, i) => i > from && (TOWARDS.test(word) || word === 'donde'));
  const isTheirs = all[to]?.word === 'donde';
  const first = to < 0 ? -1 : all.findIndex(({ word }, i) => i > to && !OF_WAY.has(word));
  const town = communeNames(text).find(({ start }) => start >= (all[first]?.start ?? text.length));
  if (!town || !says(TAKEN, all, from) || to - from > TO_TOWN_MOST) return null;
  if (town.start === all[first]!.start) return { at: '', underWay: true };
  let last = all.findIndex(({ start }) => start === town.start) - 1;
  if (!(isTheirs ? PEOPLE : HOUSES).has(all[first]!.word) || last - first > WAY_MOST) return null;
  while (last > first && /^(?:en|de|del|la|por|a|in|at)$/.test(all[last]!.word)) last--;
  return { at: text.slice(all[isTheirs ? to : to + 1]!.start, all[last]!.end), underWay: true };
}

const says = (phrases: readonly (readonly string[])[], all: readonly Token[], i: number): boolean =>
  phrases.some(phrase => phrase.every((word, n) => all[i + n]?.word === word));

const HOUSE = /^\d{1,5}[a-z]?$/;
const GOES = (
  'yo en|yo ahora en|yo aca en|ahora estoy|ahora estamos|ahora toy|ahora ando|ahora voy|estoy en|estoy al|estoy donde|estoy afuera|estoy escondida en|estamos en|estamos donde|toy en|ando en|ando donde|andamos en|andamos donde|' +
  'me meti|me baje|me escondi|me refugie|me encerre|nos metimos|nos escondimos|voy caminando|vamos caminando|' +
  'me fui|me vine|me arranque|me escape|me cambie|nos fuimos|nos vinimos|nos arrancamos|nos escapamos|sali|salimos|arranque|arrancamos|escape|corri|corrimos|llegue a|llegue al|' +
  'voy por|voy corriendo|vamos por|im now|i am now|now im|im at|i am at|were at|i ran|we ran|i left|we left|i got out|we got out|i went|we went|im hiding in|im outside|' +
  'estoy caminando por|estoy corriendo por|estoy arrancando por|estoy escapando por|estoy huyendo por|estamos caminando por|estamos corriendo por' +
  '|estamos arrancando por|estamos escapando por|estamos huyendo por|ando caminando por|ando corriendo por|ando arrancando por|ando escapando por' +
  '|ando huyendo por|andamos caminando por|andamos corriendo por|andamos arrancando por|andamos escapando por|andamos huyendo por|voy arrancando por' +
  '|voy escapando por|voy huyendo por|vamos corriendo por|vamos arrancando por|vamos escapando por|vamos huyendo por|toy caminando por|toy corriendo por' +
  '|toy arrancando por|toy escapando por|toy huyendo por|voy en la calle|voy en calle|voy en avenida|voy en la avenida|voy en pasaje|vamos en la calle' +
  '|vamos en calle|vamos en avenida|vamos en la avenida|vamos en pasaje|estoy escondida atras|estoy escondida detras|estoy escondida cerca' +
  '|estoy escondida afuera|estoy escondida al lado|estamos escondidas atras|estamos escondidas detras'
)
  .split('|')
  .map(phrase => phrase.split(' '));
const RIDES = /^(?:voy|vamos|vengo|venimos|me (?:subi|voy|subo)|nos (?:subimos|vamos|fuimos)) /;
/** Whoever drives lets her off, or she gets off herself. */
const ALIGHTS =
  'me baje|me bajo|nos bajamos|nos bajo|me dejo botada|me dejo tirada|me dejo sola|nos dejo botadas|nos dejo tiradas|me boto|i got off|we got off|he left me|he dropped me|desci|descemos|mwen desann|m desann'
    .split('|')
    .map(phrase => phrase.split(' '));
const OFF_WORDS_MOST = 6;
const IN = /^(?:en|at|in|em|no|na|nan)$/;
const TAKEN = (
  'me lleva|me llevan|me llevo|me llevaron|me trajo|me trajeron|me esta llevando|me estan llevando|nos lleva|nos llevan|nos llevo|nos trajo|nos esta llevando|nos vamos|' +
  'he took me|he brought me|hes driving me|he is driving me|driving me|hes taking me|he is taking me|taking me'
)
  .split('|')
  .map(phrase => phrase.split(' '));
/** In what moves, by her own will or by his. */
const CARRIED = (
  'me lleva|me llevan|me llevo|me llevaron|me trajo|me trajeron|nos llevo|nos trajo|he brought me|me esta llevando|me estan llevando|nos lleva|nos llevan|nos esta llevando|nos vamos|nos fuimos|vengo en|venimos en|me voy|voy|vamos|ando|me subi|me subio|me subieron|nos subimos|me metio|me metieron|me tiene|me tienen|me obligo a subir|me hizo subir|me hizo subirme|estoy en|toy en|estamos en|' +
  'hes driving me|he is driving me|driving me|hes taking me|he is taking me|he took me|taking me|im in his|im in the|were in his|were in the|he put me|i am in his|i am in the'
)
  .split('|')
  .map(phrase => phrase.split(' '));
const VEHICLES = wordSet(
  'auto autos camioneta camion furgon micro bus colectivo taxi uber didi moto jeep tren car truck van pickup motorbike train',
);
const ROUTES = wordSet('ruta carretera autopista panamericana highway road');
const ON_WAY = wordSet('peaje tunel cuesta toll tunnel');
/** Before what moves, and of it: "su camioneta", "la ruta 5". */
const OF_WAY = wordSet('su el la un una mi his the a');
const TOWARDS = /^(?:a|al|hacia|pa|para|to)$/;
const HOUSES = wordSet(
  'casa parcela campo cabaña cabana depto departamento pieza hotel motel fundo sitio taller bodega galpon obra oficina local house flat place farm apartment',
);
const WAY_MOST = 12;
const TO_TOWN_MOST = 6;
/** What comes after it is where she goes. */
const AHEAD = / por (?:.* )?(?:hacia|al|a|hasta|para|pa|rumbo a|rumbo al|camino a|camino al)(?: el| la| un| una)?$/;
const ENDS_WAY = wordSet('hacia al a en hasta para pa rumbo camino direccion to towards');
/** "Voy por ayuda", "por aca", "por la calle": no street's name. */
const NO_WAY = wordSet(
  'aca ahi alla aqui ayuda favor calle vereda atras delante afuera puerta ventana patio techo mis hijos hijas niños ninos hijo hija mama papa cosas ropa plata camino suerte',
);
/** Told of another day, asked, or only wished. */
const NOT_NOW = wordSet(
  'ayer anoche antes manana cuando siempre puedo podria quiero quisiera quise quede deja dejo yesterday usually can could want when',
);
const SPOTS = wordSet(
  'plaza plasa placita plasita kiosco parque paradero metro estacion terminal copec shell petrobras bencinera servicentro supermercado lider jumbo unimarc tottus farmacia cancha multicancha iglesia capilla colegio escuela liceo jardin sede almacen negocio minimarket botilleria kiosko quiosco posta hospital consultorio cesfam sapu clinica feria mall puente cerro playa esquina rotonda cementerio bomberos square park stop station store church school corner bridge beach gas',
);
const NEIGHBOURS = wordSet('vecina vecino vecinos neighbor neighbors neighbour neighbours');
const BEFORE_NEIGHBOUR = wordSet('donde casa en a at to');
/** Where nobody has left the house. */
const ROOMS = wordSet(
  'pieza dormitorio cama baño bano closet cocina living comedor patio sotano entretecho mueble mesa escalera room bedroom bathroom kitchen yard closet bed house casa depto departamento',
);
const HOMES = wordSet('casa depto departamento');
/** Parts of a property: hers, where she names no other, so that her address stands. */
const PARTS = wordSet('galpon bodega estacionamiento parking');
const OF_HOME = wordSet(
  'edificio condominio casa parcela patio fondo block torre conjunto comunidad sitio campo fundo lado atras building house',
);
const HIDES = /^(?:[a-z]+(?:ada|adas|ida|idas|ado|ido|ando|iendo)|atras|abajo|subterraneo|detras|\d+)$/;
const NAME_MOST = 4;
const LINKS = wordSet('de del la las los el of the');
const ENDS_NAME = wordSet(
  'y con que porque pq xq pero donde ahora ya me mi no esta estoy sola and with but because he im apurense vengan porfa por ayuda',
);
