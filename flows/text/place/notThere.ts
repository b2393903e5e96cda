/**
 * That an address which is kept is not where she is: no more than a denial with its reason ("no, esa es la casa de él", "ahí
 * vivía antes", "no vayan ahí"), or that she left it ("ya no estoy ahí", "salí, voy caminando"). A bare no asks what is wrong
 * with it; this takes it away.
 */
import { isQuestion } from '../followUp.js';
import { lately } from '../lately.js';
import { spaced } from '../plain.js';
import { isOfOthers, takesBack } from './withdrawn.js';

/** `denied`: nobody is to be sent there. `left`: she was there, and the commune may be the same. */
export type Leave = 'denied' | 'left';

/** @returns null where nothing is said of it, or that she is there */
export const leavesPlace = lately((text: string): Leave | null => {
  const said = spaced(text);
  if (isThere(said)) return null;
  if (DENIES.test(said) || (takesBack(said) && isOfOthers(said)) || (NO.test(said) && BEFORE.test(said)))
    return 'denied';
  if (BEFORE_ALONE.test(said)) return 'denied';
  if (ON_THE_STREET.test(said)) return 'left';
  return LEFT.test(said) && !NOT_YET.test(said) && !BEFORE_IT.test(said) && !asksOfIt(text) ? 'left' : null;
});

/**
 * "Ya no estoy ahí, …", said before anything else, is of the address that is kept; behind a place it would be of that one.
 *
 * @returns what comes after it, null where her text does not begin so
 */
export const afterLeft = lately((text: string): string | null => {
  const rest = FIRST.exec(text.normalize('NFC'))?.[1];
  return rest === undefined || leavesPlace(text) === null ? null : rest.trim();
});
const FIRST =
  /^\s*(?:(?:no|ya|y|yo|ahora|pero|oye|oigan|perd[oó]n)[\s,.]+)*no\s+(?:estoy|toy|stoy|estamos|tamos|ando|andamos)\s+(?:m[aá]s\s+)?(?:ah[ií]|all[aá]|all[ií]|en\s+(?:mi|la|nuestra|esa)\s+casa|en\s+el\s+depto|en\s+casa)(?![\p{L}])[\s,.;:]*(.*)$/isu;

/** Whether it is what she asks: not where a sentence of its own says it, or "por qué …, si no estoy ahí". */
function asksOfIt(text: string): boolean {
  if (!isQuestion(text) || WHY_IF.test(spaced(text))) return false;
  const stated = text.split(/(?<=[?.!\n])/u).filter(part => !part.includes('?'));
  return !stated.some(part => LEFT.test(spaced(part)) && (text.includes('?') || !isQuestion(part)));
}
const WHY_IF =
  / (?:por que|porque|porq|xq|pq|como que|para que|why|por que|poukisa) (?:\S+ ){1,8}?(?:si|if|se) (?:yo |ya |i )*(?:no (?:estoy|toy|estamos|ando)|(?:im|am) not|nao (?:estou|to)) /;

/** Of who writes for another: that the other is not there, or that it is the home of who writes. */
export const deniesOther = lately((text: string): boolean => {
  const said = spaced(text);
  // "Esa es mi casa, ella vive al lado": whoever goes there is before her door.
  if (NEXT_TO.test(said)) return false;
  return (
    DENIES_COMING.test(said) || BEFORE_ALONE.test(said) || NOT_OTHERS.test(said) || (NO.test(said) && MINE.test(said))
  );
});

const NEXT_TO = / (?:al lado|del lado|al frente|arriba|abajo|next door|across|upstairs|downstairs) /;
const NO = /^ (?:no|nop|nope|nah|nao|non|not|perdon|ay no|espera no|wait no) |(?: no vayan| dont go| nao vao| pa ale) /;
const AT = '(?:ahi|alla|alli|en es[ae] (?:casa|direccion|lugar|depto)|en esa parte)';
/** "No vayan ahí", "que no vaya nadie allá". */
const COMING = [
  `(?:no|ni) (?:me |lo |la )?(?:vayan|vaya|manden|mande|envien|lleguen|busquen|vengan|venga) (?:\\S+ ){0,3}(?:${AT}|para alla|pa alla|a es[ae] (?:casa|direccion|lugar|depto))`,
  '(?:dont|do not) (?:go|come|send \\S+|send) (?:\\S+ )?(?:there|to that)',
  'nao (?:vao|va|mandem|manda) (?:\\S+ )?(?:la|ali|ai|para la|pra la)',
  '(?:pa|pinga) (?:ale|voye \\S+|voye) la',
].join('|');
const DENIES_COMING = new RegExp(` (?:${COMING}) `);
const DENIES = new RegExp(
  ` (?:${COMING}|(?:estoy|toy|estamos|ando) en (?:otra|otro) (?:parte|lado|lugar|casa|comuna|direccion)|(?:me|nos) (?:lleva|llevo|llevaron|trajo|trajeron|saco|tiene|tienen) (?:\\S+ ){0,2}?(?:a|en|para|pa) (?:otra|otro) (?:parte|lado|lugar|casa|comuna|ciudad)|(?:im|i am|were) (?:somewhere else|at another place|at a different place)|estou em (?:outro lugar|outra casa)|mwen (?:yon )?lot kote) `,
);
const BEFORE = / (?:antes|antigua|anterior|vieja|antiguamente|before|old|antigo|antiga|anvan) /;
/** "Ahí vivía antes", "ya no vivo ahí": of another time, whatever stands before it. */
const BEFORE_ALONE = new RegExp(
  ` (?:(?:ahi|alla|alli) (?:viviamos|vivia|vivi)|(?:vivia|viviamos) ${AT}|(?:es|era) (?:mi|la) (?:casa|direccion) (?:antigua|anterior|vieja|de antes)|(?:esa )?era mi (?:casa|direccion)|(?:ya )?no (?:vivo|vivimos) ${AT}|me cambie de (?:casa|ahi)|i used to live there|(?:thats )?my old (?:place|house|address)|i dont live there|eu morava (?:la|ai|ali)|morava (?:la|ai|ali)|nao moro mais (?:la|ai|ali)|mwen te (?:rete|abite) la|mwen pa (?:rete|abite) la) `,
);
const NOT_OTHERS = new RegExp(
  ` (?:(?:ya )?no (?:vive|viven|esta|estan) ${AT}|(?:she|he|they) (?:doesnt|dont|does not) live there|(?:she|he) is not there|shes not there) `,
);
const MINE = / (?:es|era) (?:mi (?:casa|depto|direccion)|la mia|el mio)| thats (?:mine|my (?:house|place|address)) /;
/** "Ya no estoy ahí", "me arranqué de la casa", "salí, voy a la comisaría caminando". */
const LEFT = new RegExp(
  ` (?:(?:ya )?no (?:estoy|toy|stoy|estamos|tamos|ando|andamos) (?:\\S+ )?(?:${AT}|en (?:mi|la|nuestra) casa|en el depto|en casa)|(?:ahi|alla) (?:ya )?no (?:estoy|estamos)|(?:sali|salimos|me fui|nos fuimos|me vine|me arranque|nos arrancamos|arranque|me escape|escape|hui) (?:corriendo |arrancando )?(?:de (?:ahi|alla|la casa|mi casa|esa casa|el depto)|del (?:depto|departamento|edificio))|(?:ya )?(?:sali|salimos|me arranque|arranque|me escape|escape|nos arrancamos|me fui|nos fuimos) (?:\\S+ ){0,3}(?:voy|vamos|caminando|corriendo|manejando|camino a|rumbo a|lejos)|(?:me|nos) (?:cambie|cambiamos|movi|movimos) de (?:lugar|lado|parte|sitio|ubicacion|escondite|calle)|(?:voy|vamos) (?:\\S+ ){0,4}(?:caminando|corriendo|a pie)|i (?:changed|switched) places?|i moved to (?:another|a different) place|(?:im|i am|were|we are) not (?:there|at home|home)(?: anymore)?|i (?:left|got out|ran away)|we (?:left|got out|ran away)|ja nao (?:estou|to) (?:la|ai|ali|em casa)|nao (?:estou|to) mais (?:la|ai|ali|em casa)|(?:eu )?(?:fugi|sai) de (?:la|casa)|mwen pa la(?: anko)?|mwen (?:kite|sove)(?: kay)?) `,
);
/** "Estoy en la calle ahora": nowhere that was known, and of it no more than that. Before her house she says so. */
const ON_THE_STREET =
  /^ (?:y |pero |yo |perdon )*(?:(?:ahora|ya) (?:estoy|toy|estamos|ando|andamos) (?:sola )?(?:en|por) la calle(?: sola| caminando)?|(?:estoy|toy|estamos|ando|andamos) (?:sola )?(?:en|por) la calle(?: sola| caminando)? (?:ahora|ya)|(?:im|i am|were|we are) (?:out )?on the street now|now (?:im|i am) on the street|(?:agora estou|estou agora) na rua|estou na rua agora|kounye a mwen nan lari(?: a)?|mwen nan lari(?: a)? kounye a) $/;
/** Only wished, or no farther than the street before the house. */
const NOT_YET =
  / (?:voy a|vamos a|quiero|puedo|podria|debo|podemos|going to|want to|can) (?:salir|arrancar|arrancarme|correr|irme|escapar|escaparme|leave|run) /;
const BEFORE_IT =
  / (?:afuera|vereda|en la calle|puerta|patio|escalera|pasillo|estacionamiento|porton|reja|antejardin|outside|yard|fora|deyo) /;
/** She is there after all: "es la casa de mi mamá, estoy acá con ella". */
const isThere = (said: string): boolean => HERE.test(said.replace(NOT, ' '));
const NOT = / (?:no|nao|not) (?:estoy|toy|stoy|estamos|ando|estou|to) \S+/g;
const HERE =
  / (?:(?:estoy|toy|stoy|estamos|me tiene|me tienen) (?:\S+ )?(?:aca|aqui|ahi|adentro|encerrada|con ella|con el)|(?:im|i am|were) (?:here|there|inside)|estou (?:aqui|la|ai)) /;
