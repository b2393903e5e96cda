/**
 * A place told by what stands there, as she says it: "en el baño del mall plaza norte", "de la escuela 3 km al interior,
 * casa azul", "at the mall in la florida". No word of it is lost: whoever goes there may need the one that no map knows.
 *
 * A clause is such a place where it names something that everybody near can point to, begins with it or with where she
 * stands to it, and tells nothing else: what people do, who did it and when have words of their own.
 */
import { BREAKS, isCue, isHouse, LEADS, LINKS, looksPast, TALK } from './placeWords.js';
import { asLandmarks, NEAR } from './landmarkWords.js';
import { type Token, wordSet } from '../tokens.js';
import { type AddressSpan, writtenOf } from './written.js';

/** What a text tells of her place beside its streets and its commune, in order and as written; empty where it tells none. */
export function landmarksIn(text: string, spans: readonly AddressSpan[], commune?: AddressSpan): string[] {
  const written = writtenOf(text);
  const streets = spans.filter(({ street }) => street !== undefined);
  const isApart = ({ start, end }: Token): boolean =>
    [...streets, ...(commune ? [commune] : [])].some(it => start < it.end && end > it.start);
  const all = beforeBut(asLandmarks(written.all, text, commune));
  if (!all.some(({ word }) => isLandmark(word))) return [];
  const clauses = clausesOf(all);
  const more = (clause: readonly Token[]): boolean => tellsMore(clause, text);
  const isCut = all.length < written.all.length;
  const isDone = (clause: readonly Token[]): boolean =>
    isDescribed(clause, clauses.every(it => it === clause || it.every(isApart)) ? clause : all, isCut);
  if (clauses.some(more) || !clauses.some(isDone)) return [];
  return clauses.flatMap(clause =>
    piecesOf(clause, isApart)
      .map(piece => trimmed(piece, text))
      .filter(it => it !== ''),
  );
}

/** A landmark and more than one word of it, or beside which she is: "baño del mall", "frente al consultorio"; no mere "en la plaza". */
export function isTelling(unit: string): boolean {
  const { all } = writtenOf(unit);
  const said = all.filter(({ word }) => !JOINS.has(word));
  const isMore = said.length > 1 && !said.every(({ word }) => HEALTH.has(word));
  return said.some(({ word }) => isLandmark(word)) && (isMore || all.some(({ word }) => BESIDES.has(word)));
}

/**
 * What a place that is only called by what it is lacks: its `name`, where such a one has one ("el hospital", "el metro"), or
 * the `street` of one of many ("la copec"); `town` where there is one in each ("el terminal"). Null for any other place.
 */
export function lackOf(place: string): 'name' | 'street' | 'town' | null {
  const all = withoutCries(writtenOf(place).all);
  const said = all.filter(({ word }) => !JOINS.has(word));
  if (said.length === 0 || !said.every(({ word }) => isLandmark(word))) return null;
  if (said.every(({ word }) => HEALTH.has(word))) return 'name';
  if (all.some(({ word }) => BESIDES.has(word))) return null;
  if (said.every(({ word }) => ONE_A_TOWN.has(word))) return 'town';
  return said.some(({ word }) => CALLED.has(word)) ? 'name' : 'street';
}

/** A hospital, a petrol station, and nothing that says which one. */
export const isUnnamed = (place: string): boolean => ['name', 'street'].includes(lackOf(place) ?? '');

/** What everybody finds by its name in its town: "metro los héroes", "el terminal"; not what only stands beside where she is. */
export function isFound(place: string): boolean {
  const all = withoutCries(writtenOf(place).all).filter(({ word }) => !(AT.has(word) || ARTICLES.has(word)));
  const isApart = all.some(({ word, opens }, i) => (opens && i > 0) || BESIDES.has(word) || OF_DISTANCE.has(word));
  return all.length > 0 && isLandmark(all[0]!.word) && !isApart && !isUnnamed(place) && !isOfPolice(all[0]!.word);
}

/** "El San José", "se llama Sótero del Río", to which hospital it is; null where that is said of somebody, or of something else. */
export function nameOf(text: string): string | null {
  const { all } = writtenOf(text);
  const from = all.findIndex(({ word }) => !NAME_LEADS.has(word));
  const said = all.slice(Math.max(from, 0));
  const isName =
    from > 0 && said.length > 0 && said.length <= NAME_WORDS_MOST && !said.some(({ opens }, i) => i > 0 && opens);
  const isOther = said.some(
    ({ word }) => !JOINS.has(word) && ([TALK, BREAKS, DOES, PEOPLE].some(it => it.has(word)) || PAST.test(word)),
  );
  return isName && !isOther ? text.slice(said[0]!.start, said.at(-1)!.end) : null;
}
const NAME_LEADS = wordSet(
  'es el la del de al se llama its the is called hospital cesfam posta clinica consultorio sapu',
);
const NAME_WORDS_MOST = 4;
const PEOPLE = wordSet(
  'marido ex pareja esposo pololo novio conviviente papa mama hijo hija hijos hermano hermana suegra suegro vecino vecina hombre mujer tipo guardia doctor doctora enfermera policia carabinero carabineros mismo misma unico unica si no nose husband man guard doctor',
);

/** "Clínica Las Condes": one that may be called by no more than its town. */
export const isOfTown = (word: string): boolean => HEALTH.has(word) || /^(?:colegio|liceo|escuela|mall)$/.test(word);

/** There she is with those who help, and got away. */
export const isOfPolice = (word: string): boolean => /^(?:comisaria|reten)$/.test(word);

export const isLandmark = (word: string): boolean => LANDMARKS.has(word);

/** "Yo en la plaza de Machalí" says it too. */
const isHereWord = ({ word }: Token, i: number, all: readonly Token[]): boolean =>
  HERE.has(word) || (i === 0 && word === 'yo' && all[1]?.word === 'en');

/** A landmark, led to by where she stands to it; "el hospital de Melipilla" she may only speak of. */
function isDescribed(clause: readonly Token[], all: readonly Token[], isCut: boolean): boolean {
  // Who is hurt is found at the hospital, where she may not be alone: "estoy en el hospital", or it is all that she says.
  const isHere = clause.some(isHereWord) || (clause.length === all.length && isLandmark(clause[0]!.word));
  const said = withoutCries(clause);
  const at = said.findIndex(({ word }) => !ARTICLES.has(word));
  const [first] = said;
  if (!first || at < 0) return false;
  const from = STANDS.has(first.word) || (at === 0 && isKilometres(said));
  const named = said.filter(({ word }) => isLandmark(word));
  if (named.length === 0) return false;
  const helps = named.every(({ word }) => HELPS.has(word));
  // Who only speaks of those who help is not there; with the police she is with them.
  const tends =
    (isHere && named.some(({ word }) => HEALTH.has(word))) ||
    (clause.some(isHereWord) && !named.some(({ word }) => isOfPolice(word)));
  if (helps && !tends && (AT.has(first.word) || !from) && !said.some(({ word }) => BESIDES.has(word))) return false;
  if (from) return true;
  // "La casa verde frente a la plaza".
  if (HOMES.has(said[at]!.word) && said.slice(at).some(({ word }) => BESIDES.has(word))) return true;
  // A landmark, and what it is called or where it is.
  const isStreet = isCue(said[at]!.word) && all.length < 3;
  // "Cesfam, pero él me espera afuera": she is inside.
  const isBrand = clause.length === all.length && at === 1 && BRANDS.has(said[at]!.word);
  const isAll = isCut && tends && !JOINS.has(said[at]!.word);
  return LANDMARKS.has(said[at]!.word) && (said.length - at > 1 || isAll || isBrand) && !isStreet;
}

/** "3 km al interior de la escuela". */
const isKilometres = ([first, second]: readonly Token[]): boolean =>
  isHouse(first!.word) && OF_DISTANCE.has(second?.word ?? '');

/** What somebody does, or when, or what she asks: no place by itself. */
const tellsMore = (clause: readonly Token[], text: string): boolean =>
  withoutCries(clause).some(({ word, start, end }) => {
    if (JOINS.has(word) || isLandmark(word)) return false;
    return [TALK, BREAKS, DOES].some(it => it.has(word)) || PAST.test(word) || looksPast(text.slice(start, end));
  });

/** "Cesfam, pero él me espera afuera": what comes after is of him; that she is not there any more is of the place. */
function beforeBut(all: readonly Token[]): readonly Token[] {
  const at = all.findIndex(({ word }) => BUTS.has(word));
  return at > 0 && !all.slice(at).some(({ word }) => LEFT.has(word)) ? all.slice(0, at) : all;
}
const BUTS = wordSet('pero but');
const LEFT = wordSet('fui sali salgo voy vamos ya no ahora me_fui left now not');

function clausesOf(all: readonly Token[]): Token[][] {
  const clauses: Token[][] = [];
  for (const token of all) {
    if (token.opens || clauses.length === 0) clauses.push([]);
    clauses.at(-1)!.push(token);
  }
  return clauses;
}

/** Without the cry, the greeting and the "I am" around it. */
function withoutCries(clause: readonly Token[]): readonly Token[] {
  let from = 0;
  let to = clause.length;
  while (from < to && CRIES.has(clause[from]!.word)) from++;
  while (to > from && CRIES.has(clause[to - 1]!.word)) to--;
  return clause.slice(from, to);
}

/** What is left of a clause between its streets and its commune. */
function piecesOf(clause: readonly Token[], isApart: (token: Token) => boolean): Token[][] {
  const pieces: Token[][] = [[]];
  for (const token of withoutCries(clause)) {
    if (isApart(token)) pieces.push([]);
    else pieces.at(-1)!.push(token);
  }
  return pieces;
}

/** As written, without the words that only led on; empty where nothing else is left. */
function trimmed(piece: readonly Token[], text: string): string {
  let to = piece.length;
  while (to > 0 && LEADS_ON.has(piece[to - 1]!.word)) to--;
  const said = piece.slice(0, to);
  return said.some(({ word }) => !JOINS.has(word)) ? text.slice(said[0]!.start, said[to - 1]!.end) : '';
}

const LANDMARKS = wordSet(
  `${NEAR} tunel silo silos antena letrero cartel molino medialuna tranque embalse metro paradero posta plaza plasa placita plasita plazoleta kiosko quiosco kiosco almacen consultorio cesfam sapu sar urgencia urgencias hospital iglesia capilla templo parroquia escuela liceo colegio jardin sede cancha multicancha parque terminal estacion copec shell petrobras aramco esso oxxo upa bomba gasolinera bencinera servicentro supermercado lider jumbo unimarc tottus sodimac homecenter easy falabella ripley mcdonalds starbucks farmacia negocio minimarket botilleria panaderia carniceria feria vega mall puente comisaria reten bomberos cementerio municipalidad rotonda clinica universidad instituto estadio aeropuerto hotel motel hostal hosteria residencial gimnasio biblioteca estacionamiento parking peaje anden cerro cuesta volcan rio canal estero playa muelle caleta puerto mina faena galpon bodega cruce semaforo pasarela curva vertedero discoteca restaurant restaurante restoran pub piscina animita gruta vivero aserradero banco cajero notaria tribunal juzgado fiscalia church school park square store station pharmacy supermarket bridge bakery river beach tollbooth escola igreja praca rodoviaria padaria mercado posto lekol legliz lopital estasyon`,
);
const HELPS = wordSet(
  'posta consultorio cesfam sapu sar urgencia urgencias hospital comisaria reten bomberos municipalidad clinica tribunal juzgado fiscalia lopital',
);
const HEALTH = wordSet('posta consultorio cesfam sapu sar urgencia urgencias hospital clinica lopital');
/** Each has a name by which it is asked for. */
const CALLED = wordSet(
  'metro estacion paradero mall escuela liceo colegio jardin universidad instituto hotel motel hostal hosteria residencial peaje playa puente parroquia iglesia capilla school church station escola igreja lekol legliz estasyon',
);
/** "El jumbo", and not a word more, where she is asked where she is. */
const BRANDS = wordSet('copec shell petrobras lider jumbo unimarc tottus sodimac homecenter easy falabella ripley');
const ONE_A_TOWN = wordSet(
  'plaza plasa plazoleta terminal municipalidad cementerio estadio aeropuerto bomberos rodoviaria',
);
const HERE = wordSet('estoy toy stoy toi estamos tamos ando andamos llegue llegamos im am are estou mwen');
/** Where she stands to it. */
const STANDS = wordSet(
  'en donde de del desde despues antes frente al detras atras afuera fuera adentro dentro cerca pasado pasada llegando subiendo bajando entrando saliendo camino entre at in near by behind next outside inside across no na nan bo',
);
const AT = wordSet('en at in no na nan camino desde llegando entrando saliendo al');
const BESIDES = wordSet(
  'frente detras atras afuera fuera adentro dentro cerca lado costado vuelta despues antes pasado pasada llegando subiendo bajando near behind next outside inside across front',
);
const OF_DISTANCE = wordSet('km kms kilometro kilometros metros mts cuadra cuadras minutos blocks');
const ARTICLES = wordSet('el la los las lo the a un una');
/** Between the words of a place, whatever else they are. */
const JOINS = wordSet(
  'de del la las los el lo al a en y con por para hasta desde hacia despues antes entre detras atras delante lado frente cerca costado vuelta esquina dentro adentro afuera fuera arriba abajo pasado pasada pasando llegando subiendo bajando entrando saliendo doblando mano izquierda derecha interior fondo final un una unos unas uno dos tres primer primera segunda segundo tercer tercera ultimo ultima donde camino mi mis km kms kilometro kilometros metros mts cuadra cuadras numero serie sala nivel piso the at on in near by behind next to outside inside front of across from my and left right no na nan bo da do',
);
/** At the end of a piece: what led on to a street or a commune. */
const LEADS_ON: ReadonlySet<string> = new Set([...LINKS, ...wordSet('en con y a por at in of on from and lo comuna')]);
const HOMES = wordSet('casa depto departamento edificio block pasaje porton reja cabaña parcela pieza house flat');
const WAYS = wordSet('en a at in desde hacia por nan na calle');
const CRIES: ReadonlySet<string> = new Set(
  [
    ...LEADS,
    ...wordSet(
      'parado parada parados paradas detenido detenida varado varada estacionado estacionada yo estoy toy stoy estamos tamos toi ando andamos llegue llegamos queda quedamos recien ahora ya im i am we are were now please estou mwen',
    ),
  ].filter(word => !WAYS.has(word)),
);
const DOES = wordSet(
  'cierra trabaja trabajo trabajan vive viven vivia viviamos estudia estudio va van viene vienen anda andan queda quedan esta estan iba ibamos fui fuimos llegamos busco buscan dicen dijo dijeron works lives was went live lived goes comes',
);
const PAST = /(?:aron|ieron|aban|abamos|aste|iste)$/;
