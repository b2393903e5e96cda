/**
 * She is out of the house, and no word of where: "estoy en la calle", "ya estoy afuera", "salí a la calle", "me echó a la calle".
 * Before her door, or far from it by now; "afuera de la casa" is before it, and "en la calle Prat" is an address.
 */
import { lately } from '../lately.js';
import { spaced } from '../plain.js';

/** A clause of her text says it, and she does not ask. */
export const isOutside = lately(
  (text: string): boolean => !text.includes('?') && text.split(CLAUSES).some(part => OUT.test(spaced(part))),
);

/** Of several places, one of which is outside: "en la calle", "afuera". */
export const answersOutside = (text: string): boolean => isOutside(text) || BARE_OUT.test(spaced(text));

/** And that she is in the house: "adentro", "sigo en la casa". */
export const answersInside = (text: string): boolean => INSIDE.test(spaced(text));

const CLAUSES = /[,.;:!\n]+|\s(?:y|pero|and|but|e|mas|epi)\s/iu;
const LEADS =
  '(?:(?:y|pero|yo|ya|ahora|recien|por fin|ay|si|es que|ok|perdon|nosotras|alcance a|gracias a dios|sali corriendo|sali|salimos|corri|(?:me )?arranque|(?:me )?escape|now|already|eu|ja|agora|kounye a) )*';
const ON_STREET =
  '(?:en|por|a la orilla de) (?:la|el|plena|pleno|el medio de la|mitad de la) (?:calle|ruta|carretera|camino|autopista|berma|cerro|campo)';
const TO_STREET = '(?:(?:a|pa|para|hacia|por) (?:la )?(?:calle|afuera)|afuera)';
const HOW = '(?:(?:sola|corriendo|arrancando|caminando|descalza) )*';
const CORE = [
  `(?:estoy|toy|stoy|estamos|tamos|ando|andamos|sigo|seguimos|quede|quedamos) ${HOW}(?:${ON_STREET}|afuera|pa fuera)`,
  `(?:sali|salimos|corri|corrimos|salir|(?:me )?arranque|(?:me )?escape|nos arrancamos|nos escapamos) ${HOW}${TO_STREET}`,
  '(?:pude|pudimos|logre|logramos|alcance a|alcanzamos a|consegui) (?:salir|arrancar|arrancarme|escapar)',
  '(?:me|nos) (?:echo|echaron|saco|sacaron|tiro|boto|dejo|dejaron) (?:(?:a|en|pa|para) la calle|de (?:la|mi) casa|del depto)',
  '(?:im|i am|were|we are) (?:out )?(?:(?:on|in) the street|outside)',
  'i (?:managed to get|made it) out|i ran (?:out(?:side)?|(?:in)?to the street)|he (?:threw|kicked) (?:me|us) out',
  '(?:estou|to|estamos) (?:na rua|la fora|fora de casa)|(?:sai|saimos|corri) (?:para|pra) (?:a )?rua|consegui (?:sair|fugir)',
  '(?:mwen|m|nou) (?:nan lari(?: a)?|deyo(?: a)?|soti deyo)|li mete (?:mwen|m|nou) deyo',
].join('|');
const TAIL =
  '(?: (?:sola|solas|solita|con (?:mi|mis|el|la|los|las) \\S+|corriendo|caminando|arrancando|descalza|escondida|llorando|ya|ahora|aca|porfa|por favor|ayuda|ayudenme|vengan|help|please|now|with my \\S+|agora|com (?:meu|minha|meus) \\S+|kounye a))*';
const OUT = new RegExp(`^ ${LEADS}(?:${CORE}|ya sali|ya salimos)${TAIL} $`);
const BARE_OUT =
  /^ (?:es |si |no |en |a |la primera )*(?:(?:en|por) )?(?:la calle|afuera|the street|outside|on the street|na rua|la fora|nan lari(?: a)?|deyo) $/;
const INSIDE =
  /^ (?:no |si |yo |todavia |aun |ya |estoy |toy |sigo |estamos |seguimos |volvi |im |i am |still |estou |ainda |mwen )*(?:adentro|dentro|(?:en|a|de|dentro de) (?:la|mi|nuestra) casa|en casa|en el depto|adentro de la casa|inside|at home|in the house|dentro de casa|em casa|anndan|lakay(?: mwen)?) $/;
