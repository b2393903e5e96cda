/**
 * He wants to know what she does with her telephone ("pregunta q quién es", "golpeó el baño que qué hago tanto rato", "cree que le
 * escribo a otro", "sospecha"), looks on ("sí, pero está mirando", "está viendo tele acá conmigo"), or is heard as he comes in
 * ("ladró el perro, es él"); and the word for all that: "hay ropa tendida". All of the message has to be made of it: what a
 * child asks, and what he believed last year, is another thing, and blows at her door are more than a question.
 *
 * Spanish is compared by its sound ("pregunta kien es").
 */
import { lately } from '../lately.js';
import { inSounds, sound } from '../nearness.js';
import { plain, words } from '../plain.js';

/** He asks, suspects, looks on; and no more is said. */
export const isWatchedOrAsked = lately((text: string): boolean => {
  const said = words(plain(text));
  if (said.length === 0 || said.length > WORDS_MOST) return false;
  return IN_SOUNDS.test(said.map(sound).join(' ')) || OTHERS.test(said.join(' '));
});

const WORDS_MOST = 16;

const QUE = '(?:que|q|k|ke)';
const WHOM = '(?:quien|kien|qn|quienes)';
const CELL = '(?:celu|cel|celular|telefono|fono|movil|whatsapp|wsp|wasap|chat)';
const HIM =
  '(?:el|(?:mi|el|ese|este) (?:ex )?(?:marido|esposo|pareja|pololo|novio|conviviente|viejo|ex|suegro|padrastro|hombre|tipo|weon)|mi suegra)';
/** What she answers with, a word of the menu, and what is said in haste. */
const LEAD = `(?:(?:si|no|ok|ya|y|pero|persona|menu|hola|oye|ay|uy|oh|ahora|ahi|shh|ojo|cuidado|perdon|espera|es ${QUE}|${QUE}|porque|chao) )*`;
const TAIL =
  '(?: (?:ya|ahora|chao|espera|aca|aqui|perdon|otra vez|de nuevo|denuevo|a cada rato no|todo el rato|mucho|y|no puedo(?: hablar| escribir)?))*';

const ASKS =
  '(?:(?:me|nos) )?(?:(?:esta|ta|anda|sigue|viene|vino) (?:a )?)?(?:preguntando|preguntandome|preguntar|pregunta|pregunto|dice|dijo|diciendo|diciendome|grita|gritando|gritandome|reclama|reclamando|alega|alegando|quiere saber|kiere saber|exige saber)';
const TYPING =
  '(?:hablo|hablando|hablas|hablai|escribo|escribiendo|escribes|escribi|chateo|chateando|chateas|mensajeo|mensajeando|converso|conversando|texteo)';
const DOES = '(?:hago|haciendo|hace|haces|escribo|escribiendo|miro|mirando|leo|hablo)';
const WHERE_OR_LONG = `(?:tanto(?: rato| tiempo)?|tanta hora|(?:aqui |aca |ahi )?(?:adentro|encerrada|metida)|aqui|aca|ahi|(?:en|con) (?:el|mi) (?:${CELL}|bano)|en la pieza|ahora|todavia)`;
const ANOTHER =
  '(?:otro(?: (?:hombre|mino|tipo|weon))?|otra(?: persona)?|un (?:hombre|mino|amante|tipo|weon|loco|amigo)|mi amante|mi ex)';
const QUESTION = `(?:(?:${QUE} )?(?:${WHOM} (?:es|era|eres|sos|me (?:escribe|habla|llama|manda mensajes|esta escribiendo|esta hablando))|(?:con|a|pa|para) ${WHOM} (?:le |estoy |toy |ando |tanto )*${TYPING}(?: tanto)?|${QUE} (?:tanto |estoy |toy |cosa |es lo ${QUE} )*${DOES}(?: ${WHERE_OR_LONG})*|(?:por ${QUE}|porque|xq|pq) (?:no salgo|no abro|me demoro|me encierro|me encerre|estoy|toy|escribo|tengo|uso|ando)(?: tanto| (?:con )?el ${CELL}| ${WHERE_OR_LONG})*|si (?:yo |le |les |te |tanto |estoy |toy |ando )*(?:${TYPING}|con el ${CELL})(?: (?:con|a|pa|para) (?:alguien|${ANOTHER}))?))`;
const KNOCKS =
  '(?:me )?(?:esta |ta )?(?:toco|golpeo|toca|golpea|tocando|golpeando)(?: (?:la|el|mi))?(?: (?:puerta|bano|pieza|ventana))(?: del? (?:la |el )?(?:bano|pieza))?';
const BELIEVES =
  '(?:cree|piensa|jura|dice|sospecha|se imagina|esta seguro|ta seguro|anda pensando|me acusa de|me acusa)';

const SAID = [
  // "Me está preguntando quién es", "me tocó la puerta que con quién hablo", "que con quién estoy chateando dice".
  `(?:${HIM} )?(?:${ASKS}|${KNOCKS})(?: (?:y|diciendo|dice|preguntando|pregunta|grita))* ${QUESTION}`,
  `${QUESTION} (?:${HIM} )?(?:me )?(?:dice|dijo|pregunta|pregunto|grita)(?: ${HIM})?`,
  `(?:${HIM} )?(?:me|nos) (?:esta |ta |anda )?(?:pide|pidio|pidiendo|exige|exigio|exigiendo) (?:explicacion|explicaciones|cuentas|una explicacion)(?: (?:por|del|de|sobre|x|con|de el|por el|por mi|del uso del) (?:el |mi )?(?:${CELL}|los mensajes|esto|los chats))?`,
  `(?:${HIM} )?(?:me|nos) (?:esta |ta |anda )?(?:pregunta|pregunto|preguntando|reclama|reclamo|reclamando|reta|retando|alega|alegando) (?:por|sobre|x) (?:el |mi |los )?(?:${CELL}|mensajes|chats)`,
  `(?:${HIM} )?(?:ya )?${BELIEVES} ${QUE} (?:yo )?(?:le |les |estoy |toy |ando |me )*${TYPING} (?:a|con|pa|para) (?:alguien|${ANOTHER})`,
  `(?:${HIM} )?(?:ya |anda |esta |ta |me parece ${QUE} |creo ${QUE} |parece ${QUE} )*(?:sospecha|sospechando|sospecho|desconfia|desconfiando|cacho algo|anda cachando|se esta dando cuenta|se dio cuenta|me esta cachando)(?: (?:algo|de algo|de mi|de todo|del ${CELL}))*(?: ${HIM})?`,
  '(?:hay |mucha |ojo )*(?:ropa tendida|moros en la costa)',
  // Her dog knows who comes.
  `(?:(?:esta|ta|estan) )?(?:ladro|ladra|ladran|ladraron|ladrando) (?:el|la|los|las|mi|mis) (?:perr[oa]s?|perrit[oa]s?)(?: (?:y|creo ${QUE}|debe ser|parece ${QUE}|seguro ${QUE}|seguro|es|llego|viene|ya))+ ${HIM}`,
  // He looks on, or sits beside her at something else.
  `(?:${HIM} )?(?:(?:me|nos|te|lo) )?(?:esta|ta|sigue) (?:mirando|leyendo|escuchando|vigilando|observando|espiando|sapeando|cachando|viendo)(?: (?:todo|esto|ahora|aca|aqui|conmigo|al lado|para aca))*`,
  `(?:${HIM} )?(?:esta|ta|sigue|estamos|tamos) (?:(?:aca|aqui|ahi) )?(?:viendo|mirando) (?:la )?(?:tele|tv|television|pelicula|una pelicula|el partido|una serie|netflix|futbol|las noticias)(?: (?:aca|aqui|ahi))? (?:conmigo|al lado(?: mio)?|a mi lado|junt[oa]s?|con el|los dos)`,
  `(?:${HIM} )?(?:esta|ta|sigue) (?:comiendo|almorzando|tomando once|acostado|sentado|jugando|tomando|tirado|durmiendo|descansando)(?: (?:aca|aqui|ahi))? (?:conmigo|al lado mio|a mi lado)`,
].join('|');
const IN_SOUNDS = new RegExp(inSounds(`^${LEAD}(?:${SAID})${TAIL}$`), 'u');

const OTHERS = new RegExp(
  `^(?:${[
    '(?:sim |nao |mas )*(?:ele|(?:o )?meu (?:marido|namorado|ex)) (?:me |ja )?(?:esta|ta) (?:me )?(?:olhando|vendo|lendo|ouvindo|escutando|vigiando)(?: (?:tudo|isso|isto|aqui|agora|comigo|para mim|pra mim))*',
    '(?:ele|(?:o )?meu (?:marido|namorado|ex)) (?:ja )?(?:quer|ta querendo|esta querendo|pediu|ta pedindo|esta pedindo|vai pegar|pegou) (?:ver |pegar )?(?:o )?(?:meu )?(?:celular|telefone|cel)(?: agora)?',
    '(?:ele|(?:o )?meu (?:marido|namorado|ex)) (?:ja )?(?:desconfia|desconfiou|ta desconfiado|esta desconfiado|ta desconfiando|acha que (?:eu )?(?:falo|estou falando|to falando|escrevo) com outro)',
    '(?:yes |no |but )*(?:he|hes|he s|he is|my (?:husband|boyfriend|partner|ex))(?: is)? (?:suspects|suspicious|getting suspicious|suspecting|onto me|on to me)(?: (?:something|me|now))*',
    '(?:he|my (?:husband|boyfriend|partner|ex)) thinks (?:im|i am) (?:texting|talking to|writing to|messaging|chatting with) (?:someone else|another man|another guy|a man|some guy)',
    '(?:he|my (?:husband|boyfriend|partner|ex)) (?:is |s )?(?:knocking|banging)?(?: and)? ?(?:asking|asks|asked) (?:me )?(?:what im doing|what i am doing|why im taking so long|what takes so long|why i have my phone)(?: in (?:here|there))?',
    'li (?:ap )?(?:gade|siveye) (?:m|mwen)|li vle telefon (?:mwen|m|nan)',
  ].join('|')})$`,
  'u',
);
