/**
 * A follow-up: short words that ask more of what was just said and name no subject of their own ("y cuánto es?", "¿dónde
 * queda?", "y si él no quiere?"). Alone they say nothing, or what she never meant; they are read with what she asked before.
 */
import { soundsOf } from './bare.js';
import { soundOf } from './normalise.js';

/** A longer text says by itself what it is about. In words. */
const WORDS_MOST = 8;

/** Whether a text asks more of something said before: it goes on from it, or has none but the words of such questions. */
export function isFollowUp(text: string): boolean {
  const sounds = soundsOf(text);
  if (sounds.length === 0 || sounds.length > WORDS_MOST) return false;
  const goesOn = sounds.length > 1 && GO_ON.has(sounds[0]!);
  // "Que" asks at the beginning only: "tengo que ir" asks nothing.
  const asksAt = (sound: string, at: number): boolean => ASKS.has(sound) && (sound !== THAT || at <= (goesOn ? 1 : 0));
  const asks = sounds.some(asksAt) || text.includes('?');
  const begins = (phrases: readonly string[]): boolean =>
    phrases.some(phrase => ` ${sounds.join(' ')} `.startsWith(` ${phrase} `));
  // "Y los niños", "what about the house": a thing beside what was said.
  const beside =
    sounds.length <= BESIDE_MOST &&
    (begins(WHAT_ABOUT) || (goesOn && OWNS.has(sounds[1]!) && !sounds.some(s => TELLS.has(s))));
  // "¿Puedo ir con mi guagua?", of where she was told to go.
  const along = goesWith(sounds) && sounds.every(sound => isLittle(sound) || COMPANY.has(sound));
  return beside || along || begins(WHAT_IF) || (goesOn && asks) || ((asks || begins(IS_IT)) && sounds.every(isLittle));
}

/** Whether a text asks something: by its sign, or by the word it begins with, whatever greets before it. */
export const isQuestion = (text: string): boolean => {
  if (text.includes('?')) return true;
  const [first] = soundsOf(text).filter(sound => !GREETS.has(sound));
  return first !== undefined && ASKS.has(first);
};

/** The words of a text that are no part of such a question: what it is about, if it says so. */
export const subjectOf = (text: string): string[] => {
  const sounds = soundsOf(text);
  const takes = goesWith(sounds);
  return sounds.filter(sound => !isLittle(sound) && !(takes && COMPANY.has(sound)));
};

/** "¿Puedo ir con mi guagua?": whom she takes along is not what it is about. */
const goesWith = (sounds: readonly string[]): boolean =>
  sounds.length <= WORDS_MOST && GO_WITH.some(phrase => ` ${sounds.join(' ')} `.includes(` ${phrase} `));

const isLittle = (sound: string): boolean => LITTLE.has(sound) || ASKS.has(sound) || GO_ON.has(sound);

const list = (words: string): string[] => words.split(/\s+/).map(soundOf);
const GREETS: ReadonlySet<string> = new Set(
  list('y e pero hola oye oiga disculpe disculpa perdon buenas and but hi hello'),
);
const GO_ON: ReadonlySet<string> = new Set(list('y e pero entonces ademas and but then also so'));
const heard = (phrase: string): string => list(phrase).join(' ');
const WHAT_IF: readonly string[] = 'y si|pero si|que pasa si|what if|and if|what happens if|but if'
  .split('|')
  .map(heard);
const WHAT_ABOUT: readonly string[] = 'what about|how about|que pasa con|y que pasa con'.split('|').map(heard);
const GO_WITH: readonly string[] =
  'puedo ir con|puedo llevar|puedo llegar con|tengo que ir con|hay que ir con|se puede ir con|puede ir con|voy con|can i go with|can i bring|can i take'
    .split('|')
    .map(heard);
const COMPANY: ReadonlySet<string> = new Set(
  list(
    `guagua guaguita bebe niño niña niños niñas hijo hija hijos hijas mama papa madre hermana hermano amiga amigo vecina prima
     tia abuela alguien otra persona perro perrito gato mascota acompañada baby kid kids child children son daughter mother mom
     sister friend someone somebody dog cat o`,
  ),
);
const OWNS: ReadonlySet<string> = new Set(
  list('el la los las mi mis the my a al en con sin para por de del despues in at with without after'),
);
/** "Y él me grita" tells what somebody does. */
const TELLS: ReadonlySet<string> = new Set(list('me te se nos le les lo no ya esta is was he'));
/** In words: with more, it tells something. */
const BESIDE_MOST = 4;
/** Questions without a word that asks, and without their sign. */
const IS_IT: readonly string[] =
  'hay que|se puede|se paga|es gratis|tiene costo|por que|porque|pq|xq|why|do i|does it|is it|can i|can he|can they|will it|will they|should i|do they'
    .split('|')
    .map(heard);
const THAT = soundOf('que');
const ASKS: ReadonlySet<string> = new Set(
  list(
    'cuanto cuanta cuantos cuantas donde adonde cuando como cual cuales quien quienes que how where when what which who',
  ),
);
/** Cost, time, place, papers, and what he does or does not do. */
const LITTLE: ReadonlySet<string> = new Set(
  list(
    `a al me te se le lo la los las les el ella ellos eso esa ese esto esta este uno una un yo tu mi su de del en con sin
     por para si no es son sera seria hay ay ahi alli aca alla tambien tan mas mucho poco todo nada ya igual siempre
     demora demoran tarda tardan dura duran cuesta cuestan sale salen vale valen cobran cobra paga pagan pago pagar plata
     costo precio gratis gratuito queda quedan esta estan hago hace hacen hacer hacerlo voy ir puedo puede pueden podria
     postulo postular entro entra entrar solicito solicitar inscribo inscribir consigo obtengo empiezo empezar apply
     pq xq porque why tengo tiene tienen que necesito necesita piden pido pide pedir pedirlo llevo llevar papeles documentos requisitos
     documento quiere kiere quieren acepta aceptan firma cumple respeta responde contesta niega aparece llega viene cree
     creen dan da dar quitan atienden abren cierran tiempo dias meses hora horas horario plazo edad parte lugar tramite
     sirve funciona sigue pasa llamo llamar telefono numero web pagina internet linea direccion
     altiro tiro inmediatamente inmediato enseguida luego pronto rapido urgente obligatorio obligatoria obligacion tarde antes
     despues vencio vence vencido vencida vencer caduco caduca expiro expira renueva renuevo renovar prorroga sola q k ser sea
     i you he she it they we me him her them the a an is are was do does did can could will would should to for of in on at
     my his any there this that if not dont doesnt wont isnt get go take takes long much many cost costs pay paid
     money free time days need needs bring papers wants want agree agrees refuses accept accepts says answer answers happens
     happen out finds find place phone number website online`,
  ),
);
