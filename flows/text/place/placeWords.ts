/** The words by which an address is told from what people say, in plain form: Chile's, and those of who writes in another language. */

import { words } from '../plain.js';
import { type Token, wordSet } from '../tokens.js';

export const STREET = wordSet(
  'calle pasaje pje psje psj avenida avda avd av ave avenue rua rue ri villa vlla poblacion pobl pob condominio callejon diagonal alameda',
);
/** Also ordinary words: a street only with a number, or where they begin a clause. */
export const WEAK_STREET = wordSet(
  'camino ruta sector km costanera autopista carretera fundo loteo parcelacion campamento toma esquina conjunto',
);
/** "850 San Diego street": what ends a street's name where the number comes first. */
export const ENDS_STREET = wordSet('street st avenue ave road rd drive lane');
/** Where streets, houses and blocks lie in, by a name of its own. */
const AREAS = wordSet(
  'villa vlla poblacion pobl pob condominio sector fundo loteo parcelacion campamento toma conjunto',
);
/** Roads that lead "a Melipilla". */
export const ROADS = wordSet('camino ruta');
export const UNITS = wordSet(
  'depto deptos dpto dptos dto dp dpt dept departamento dep depa casa block blok bloque torre piso edificio edif parcela sitio lote manzana mz pieza interior int oficina of local apartment apt apto apartamento apatman house flat hijuela unit room suite tower bloco',
);
/** Homes on a road that often has no numbers. */
export const LAND = wordSet('parcela sitio lote hijuela');
export const BUILDINGS = wordSet('edificio edif torre tower');
export const NUMBER_SIGN = wordSet('nº n° n numero nro num no #');
export const LINKS = wordSet('de del la las los el');
/** "Los Leones", "Lo Ovalle", "San Diego": a name that is a street's or a place's, and nobody's talk. */
export const NAMES_BEGIN = wordSet('la las los el lo san santa santo');
/** Words after which an address begins: of where she is, of greeting, and the cry before it. */
export const LEADS = wordSet(
  'en a direccion address is es vivo estoy aqui aca hacia desde por its at in nan na rete kay lakay calle hola sos auxilio socorro ayuda ayudame ayudenme emergencia urgente rapido apurense vengan porfa porfavor favor help perdon perdone perdonen perdona disculpa disculpe disculpen disculpame desculpa desculpe sorry padon ups oops digo corrijo',
);
export const AFTER_HOUSE = wordSet(
  'esquina con entre altura frente interior villa sector porfa porfavor por ahora ya apurense rapido urgente ayuda help please lado segundo primer tercer primero tercero cuarto al cerca costado comuna commune',
);
export const COMPASS = wordSet('norte sur oriente poniente este oeste');
export const MONTHS = wordSet(
  'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre',
);
/** Parts of a home, where he or she is: "está en la puerta los alerces 1234" names no street that is called so. */
export const HOME_PARTS = wordSet(
  'puerta puertas ventana porton reja pieza dormitorio baño bano cocina living comedor patio pasillo escalera balcon techo antejardin door gate window room porta portao janela pot',
);
/** What is counted, and stands after a number that is no house's. */
export const COUNTED = wordSet(
  'año años ano anos mes meses semana semanas dia dias hora horas hrs hr minuto minutos min mins segundos veces vez hijo hijos hija hijas niño niños nino ninos nina ninas lucas luca mil palos millones pesos kilos cuadra cuadras metros mts km kms personas meces am pm years year months month weeks days day hours minutes times kids children blocks stars puñaladas combos cachetadas pastillas por de del y o a',
);
export const FLOORS = /^(?:primer|segundo|tercer|cuarto|quinto|sexto|septimo|octavo|\d{1,2}[°º]?)$/;
export const BREAKS = wordSet(
  'de del va van como toda todas todo todos que y o pero porque pq cuando donde con sin para por ahora ya no si me te se le lo nos les mi mis tu su sus en a al hasta desde hace esta estan estoy es son era fue hay tengo tiene tienen quiero ayuda ayudenme vengan porfa porfavor favor entre detras al lado frente q está corriendo caminando arrancando escapando llorando sangrando gritando perdon perdone perdonen perdona disculpa disculpe disculpen disculpame desculpa desculpe sorry padon ups oops correccion corrijo errei nao sino',
);
export const TALK = wordSet(
  'sos auxilio socorro bono bonos subsidio subsidios pension pensiones beca becas aporte aportes call dial emergencia urgente apurense help yo tu el ella ellos nosotros usted ustedes un una unos unas uno dos tres este esta ese esa eso esto hola gracias nota folio rut ley articulo art fono telefono numero tengo tiene tenia tienen somos son soy estoy estamos estaba vivo viven llevo lleva hace hacen hay habia dame mando mande espere pago cuesta cuestan vale valen debo gano cumplo cumpli cumple lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre hoy manana ayer anoche tarde noche dia dias hora horas tipo como opcion pregunta solo mas menos casi unos llame llamo llamen llamar marque marco mi mis su sus me te se le lo nos no si que le pongo doy ponle años anos edad hijo hijos hija hijas niños nino ninos nina ninas monday tuesday wednesday thursday friday saturday sunday option the my not its is am are have has i im he she they tenho tngo tenemos tenian sali salgo reclamo causal causa rol rit ruc expediente oficio codigo case number update ordenanza cumplido hubieramos trabajo antes despues nunca siempre senora senor hermana hermano mama papa otras otros todas todos mikwo serie sala at on ventanilla anexo caja version capitulo pagina nivel grado curso talla kilos pesos lucas hermanos millon millones mil pesa seguimiento editorial puntaje rsh tramo timbre citofono',
);
/** What stands after an article in talk, and in no street's name: "7 la atención". */
export const NO_NAME = wordSet(
  'verdad atencion primera primero segunda segundo ultima ultimo mio mia mismo misma otro otra mejor peor dos tres que nota chica chico mayor menor casa calle gente cosa cosas demas nueva nuevo',
);
/** Where what stands beside an address begins: "frente al Líder", "esquina Barros". */
export const BESIDE = wordSet('frente lado costado esquina entre cerca detras atras pasado');

export const isCue = (word: string): boolean => STREET.has(word) || WEAK_STREET.has(word);
/** "Gran Avenida", which has its name already; so has the Alameda. */
export const isGran = (all: readonly Token[], index: number): boolean =>
  all[index]?.opens === false && AVENUE.test(all[index].word) && all[index - 1]?.word === 'gran';
export const isWhole = (all: readonly Token[], index: number): boolean =>
  all[index]?.word === 'alameda' || isGran(all, index);
export const isName = ({ word, start, end }: Token, text: string): boolean =>
  !TALK.has(word) && (!BREAKS.has(word) || LINKS.has(word)) && !looksPast(text.slice(start, end));
/** "33 B": the letter of a house, where it is no word written short ("33 q viene"). */
export const isLetter = (token: Token | undefined): boolean => token?.opens === false && /^[bcfgh]$/.test(token.word);
/** A number, or that there is none: "s/n". */
export const isHouse = (word: string): boolean => /^(?:\d{1,5}[a-z]?|s\/n)$/.test(word);
/**
 * "Carabineros 133", "fono mujer 1455", "llamamos 133": a help line, and no house. Any other name may be a street's, which
 * has houses with those numbers too: "los aromos 147".
 */
export const isHelpLine = (name: readonly string[], number: string): boolean =>
  /^(?:13[0-9]|14[0-9]|14[0-9]{2}|1515)$/.test(number) && name.some(word => OF_HELP_LINES.has(word));
const OF_HELP_LINES = wordSet(
  'carabineros carabinero pacos paco pakos yuta cuca patrulla policia policias poli pdi detectives ambulancia ambulancias samu bombero bomberos fono fonos fonodrogas telefono celular linea lineas emergencia emergencias urgencia urgencias sernameg sernam mujer mujeres orientacion violencia maltrato denuncia denuncias denuncie salud responde niño niños nino ninos familia numeros seguridad ciudadana cuadrante civil mineduc llamado llamada llamadas llamamos llamando llamaron llamaste llamaba llamas marcado marcamos marcando marcaron marcaste disque discado discando comunique contesta contestan responden atienden police fire firefighters ambulance line helpline hotline called calling dialed dialled dialing tried',
);
/** A verb in the past ("esperé 20", "pegó 3"). Street names that end so carry no accent in what people type; saints do. */
export const looksPast = (written: string): boolean =>
  /^(?!(?:jos|bartolom|salom|josu|chilo|caf)é$)\p{L}*\p{L}{2}[éó]$/iu.test(written.normalize('NFC'));
const AVENUE = /^(?:av|avd|avda|avenida)$/;

const firstOf = (name: string): string => words(name)[0] ?? '';
/** "Villa Portales", "toma Los Pinos": a street, a block or a house lies in it. */
export const isArea = (street: string): boolean => AREAS.has(firstOf(street));
/** "Km 12", and no road with it. */
export const isKilometre = (street: string): boolean => /^(?:km|kilometro) \d+$/.test(words(street).join(' '));
/** A road between towns, or what lies on one: "ruta 68", "km 12 camino a Melipilla", "peaje Angostura". */
export const isRoad = (place: string): boolean =>
  /^(?:en |el |la |at |the )*(?:ruta|camino|autopista|carretera|panamericana|km|kilometro|peaje|tunel|cuesta|highway) /.test(
    `${words(place).join(' ')} `,
  );
/** What sort of home it is: "depto 8" and "departamento 8" are one. */
export const unitKind = (unit: string): string =>
  LOOKS.test(unit) ? 'looks' : (SAME_HOMES[firstOf(unit)] ?? (isHome(unit) ? firstOf(unit) : words(unit).join(' ')));
/** What stands there is none, and of these there may be many: "en la plaza", "en una copec". */
const isHome = (unit: string): boolean => UNITS.has(firstOf(unit)) || FLOORS.test(firstOf(unit));
/** "Casa verde" is how it looks, and goes with "casa 12". */
const LOOKS = /^(?:casa|house) (?!\S*\d|.$)/i;
const SAME_HOMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'depto deptos dpto dptos dto dp dpt dept departamento dep depa apartment apt apto apartamento apatman flat'
      .split(' ')
      .map(word => [word, 'depto']),
  ),
  ...Object.fromEntries('block blok bloque bloco'.split(' ').map(word => [word, 'block'])),
  ...Object.fromEntries('edificio edif'.split(' ').map(word => [word, 'edificio'])),
  tower: 'torre',
};
