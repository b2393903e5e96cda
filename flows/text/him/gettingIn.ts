/**
 * In an open emergency: he got in, whatever he broke, somebody opened to him, or he found where she hid ("se metió por la
 * ventana", "rompió la chapa y entró", "ya está adentro", "mi hijo le abrió", "me encontró escondida"); or, nobody named, he is
 * beside her ("está sentado aquí", "me está abrazando"). All of the message has to be made of that. Who only breaks something
 * is not in yet, and is another thing; "no logro abrir" and "estoy dentro de la casa" are hers.
 *
 * Spanish is compared by its sound ("kebro el bidrio y entro").
 */
import { lately } from '../lately.js';
import { nearingOf } from './nearing.js';
import { inSounds, sound } from '../nearness.js';
import { plain, words } from '../plain.js';
import { BROUGHT } from './returning.js';

/** He is in, has found her, or nobody else is meant who is beside her; and no more is said. */
export const isIn = lately((text: string): boolean => {
  const flat = plain(text);
  const said = words(flat);
  if (flat.includes('?') || said.length === 0 || said.length > WORDS_MOST) return false;
  if (IN_SOUNDS.test(said.map(sound).join(' ')) || OTHERS.some(pattern => pattern.test(said.join(' ')))) return true;
  // A "no" may turn it round.
  return !/^n[ao]o?\b/.test(flat) && SHE_NAMES_NOBODY.some(he => BESIDE.has(nearingOf(`${he} ${text}`)));
});

/** He breaks in, or tries to, and no more is said: in a moment he is in. */
export const isBreakingIn = lately((text: string): boolean => {
  const said = words(plain(text));
  if (text.includes('?') || said.length === 0 || said.length > WORDS_MOST) return false;
  return BREAKING_SOUNDS.test(said.map(sound).join(' ')) || BREAKING.some(pattern => pattern.test(said.join(' ')));
});

/** Who tells more than this in one message tells a story. */
const WORDS_MOST = 18;
/** Where he is meant and not named; in English no verb tells of whom it is. */
const SHE_NAMES_NOBODY = ['él', 'ele'];
const BESIDE: ReadonlySet<unknown> = new Set(['there', 'reads']);

/**
 * @param enough one piece of it says that he is in
 * @param beside what stands around it, and says nothing by itself
 */
const madeOf = (enough: string, beside: string): string =>
  `^(?:(?:${beside}) )*(?:${enough})(?: (?:${enough}|${beside}))*$`;

const THE = '(?:el|la|los|las|mi|mis|un|una|nuestra|nuestro)';
const HOME = 'casa|pieza|dormitorio|habitacion|cocina|living|patio|depto|departamento|terraza|comedor|jardin|edificio';
const WAY = 'puerta|ventana|ventanal|reja|porton|mampara|techo|entretecho|balcon|muro|pared|pandereta|patio|terraza';
const DOOR = 'puerta|reja|porton|mampara|ventana|ventanal';
const LOCK = `${DOOR}|chapa|cerradura|manilla|candado|pestillo|cadena|vidrio|vidrios`;
const OF = `(?: (?:de|del|d)(?: ${THE})? (?:${HOME}|bano|calle|entrada|atras|adelante|abajo|arriba))?`;
const HIM =
  '(?:el|(?:mi|ese|este|el) (?:ex )?(?:marido|esposo|pareja|pololo|novio|conviviente|viejo|ex|suegro|padrastro))';
/** One of hers, who let him in. */
const HERS =
  '(?:(?:mi|mis|el|la|los|las|un|una) )?(?:hij[oa]s?|niñ[oa]s?|nin[oa]s?|guagua|cabr[oa]s?|mama|papa|suegr[oa]|herman[oa]s?|vecin[oa]s?|sobrin[oa]s?|niet[oa]s?|cuñad[oa]|cunad[oa]|ti[oa]|abuel[oa]|conserje)';
/** To whom: of the children's father nothing more is said than "al papá". */
const TO_HIM = `(?: (?:a ${HIM}|al? (?:su )?(?:papa|padre)|al (?:marido|esposo|pololo|ex)))?`;
const HID =
  'escondid[oa]s?|(?:aqui|aca|en|debajo|dentro|adentro|detras|abajo|bajo)(?: (?:de|del))?(?: (?:el|la|mi|un|una))? (?:closet|bano|cama|ropero|pieza|patio|bodega|calle|plaza|puerta|cocina|casa|vecina|depto)';
const BROKE = 'rompio|quebro|boto|voto|forzo|revento|destrozo|desarmo|saco|tiro|corto|pateo|echo abajo|boto abajo';

const IN = [
  `se (?:me |nos )?(?:metio|colo)(?: (?:adentro|dentro))?(?: (?:a|en|por|de)(?: ${THE})? (?:${HOME}|${WAY}|atras|adelante)${OF})?`,
  `(?:entro|ingreso|se entro)(?: por)(?: ${THE})? (?:${WAY}|atras|adelante|cocina)${OF}`,
  `(?:se )?(?:salto|paso|trepo)(?: por)? ${THE} (?:reja|muro|porton|pared|pandereta|balcon|techo|ventana)${OF}`,
  `(?:esta|ta|anda|sigue) (?:aqui |aca )?(?:adentro|dentro)(?: (?:de|d)(?: ${THE})? (?:${HOME}))?(?: conmigo)?`,
  `(?:lo )?(?:logro|alcanzo|pudo|consiguio) (?:a )?(?:abrir|entrar|meterse|pasar|abrirla|abrirlo|botarla|romperla|romper|botar|quebrar|forzar|saltar)(?: (?:a|en|por))?(?: ${THE} (?:${HOME}|${WAY}|${LOCK})${OF})?`,
  'lo (?:logro|consiguio)',
  `(?:abrio|boto|echo abajo|boto abajo|tiro abajo) ${THE} (?:${DOOR})${OF}`,
  '(?:la|lo) (?:boto|abrio|rompio|quebro|revento|forzo|echo abajo|boto abajo|tiro abajo)',
  `(?:me|nos) (?:encontro|hallo|descubrio)(?: (?:${HID}))*`,
  `${HERS} (?:le|lo) (?:abrio|abrieron|(?:dejo|dejaron|hizo|hicieron) (?:entrar|pasar|subir))(?: ${THE} (?:${DOOR}))?${TO_HIM}`,
  `(?:le|lo) (?:abrio|abrieron|(?:dejo|dejaron|hizo|hicieron) (?:entrar|pasar))(?: ${THE} (?:${DOOR}))?(?: ${HERS})?`,
  // What he broke, and that he came in by it.
  `(?:${BROKE}) ${THE} (?:${LOCK})${OF}(?: (?:y|e|i|ya|ahora))* (?:entro|ingreso|esta adentro|esta aca|esta aqui|se metio)`,
].join('|');
const AROUND = [
  HIM,
  'y|i|ya|ahora|recien|otra vez|de nuevo|ahi|ay|oh|no no|ay no|oh no|dios|dios mio|chao|corto|creo que|parece que|que|q|altiro',
  'entro|llego|viene|vino|esta (?:aqui|aca)|ta (?:aqui|aca)|a la casa|en la casa|conmigo',
  'de una patada|a patadas|a puras patadas|con (?:el pie|la llave|las llaves|sus llaves|su llave|una copia|fuerza|un palo)|por (?:atras|adelante|detras)',
  `(?:${BROKE}) ${THE} (?:${LOCK})${OF}`,
  `con ${BROUGHT}`,
].join('|');
const IN_SOUNDS = new RegExp(inSounds(madeOf(IN, AROUND)), 'u');

const IS = '(?:esta|ta|anda|sigue|empezo a|se puso a|va a|quiere|trata de|intenta|esta (?:por|tratando de|intentando))';
const BREAK =
  'rompiendo|romper|quebrando|quebrar|forzando|forzar|pateando|patear|botando|botar|echando abajo|echar abajo|tirando abajo|tirar abajo|reventando|reventar|destrozando|destrozar|saltando|saltar|saltandose|saltarse|trepando|trepar|escalando|escalar|descerrajando|golpeando con (?:un|el) (?:palo|fierro|martillo)';
const BLOWS =
  '(?:puras |de )?(?:patadas|patas|combos|fierrazos|martillazos|hachazos|palos|piedrazos|pedradas|peñascazos|penascazos|empujones)';
const BREAKS = [
  `(?:me |nos |le |se )?(?:esta|ta) (?:(?:por|tratando de|intentando) )?(?:${BREAK})(?: por)? ${THE} (?:${LOCK}|${WAY})${OF}`,
  `(?:me |nos |le |se )?${IS} (?:${BREAK})(?: por)? ${THE} (?:${LOCK}|${WAY})${OF}`,
  `(?:me |nos )?(?:rompe|quiebra|fuerza|patea|bota|revienta|salta|${BROKE}) ${THE} (?:${LOCK})${OF}`,
  `(?:le |les )?(?:(?:esta|ta|sigue) )?(?:dando|da|dio|pegando|pega|tirando|tira)(?:le)? ${BLOWS} (?:a|en|contra) ${THE} (?:${LOCK}|${WAY})${OF}`,
  `${IS} (?:(?:tratando|intentando) )?(?:de )?(?:entrar|meterse|ingresar)(?: a la fuerza| por ${THE} (?:${WAY})${OF}| (?:a|en) ${THE} (?:${HOME}))?`,
  `a (?:puras )?patadas con ${THE} (?:${DOOR})${OF}`,
].join('|');
const BREAKING_SOUNDS = new RegExp(inSounds(madeOf(BREAKS, AROUND)), 'u');

const EN_ROOM = '(?:the|my|our) (?:house|home|room|bedroom|apartment|flat|kitchen|bathroom|building)';
const EN_WAY = '(?:the|my|our|a) (?:door|front door|back door|window|gate|lock|back)';
const EN = madeOf(
  [
    '(?:has |just |hes |he )*(?:broke|broken|got|gotten|climbed|forced his way|made it) (?:back )?(?:in|inside|into ' +
      `${EN_ROOM}|(?:in )?(?:through|by) ${EN_WAY})(?: (?:through|by) ${EN_WAY})?`,
    `(?:he is|hes|he s|is) (?:now |already |right )*(?:inside(?: ${EN_ROOM})?|in(?: (?:the|my|our) (?:house|apartment|flat|building))?)`,
    `(?:kicked|broke|smashed|busted|opened|pushed)(?: (?:in|down|open))? ${EN_WAY}(?: (?:in|down|open))?`,
    'found (?:me|us)(?: hiding| (?:in|under|behind) (?:the|my) (?:closet|bed|bathroom|door|room))*',
    '(?:my|the) (?:son|daughter|kid|kids|mother|mom|sister|neighbor) (?:let him in|opened (?:the door|it|for him))(?: for him)?',
  ].join('|'),
  `he|has|just|now|and|oh god|oh no|omg|already|again|came in|my husband|my boyfriend|my partner|my ex|with ${BROUGHT}`,
);
const PT = madeOf(
  [
    '(?:entrou|pulou)(?: (?:pela|pelo|na|no|em)) (?:porta|janela|casa|telhado|quarto|cozinha|muro)',
    'conseguiu (?:entrar|abrir)(?: a porta| a janela)?',
    '(?:arrombou|derrubou|abriu) (?:a|minha) (?:porta|janela|fechadura)',
    '(?:esta|ta) (?:aqui )?dentro(?: (?:de|da|do) (?:casa|quarto|apartamento))?',
    'me (?:achou|encontrou)(?: escondida)?',
    '(?:meu filho|minha filha|minha mae) abriu(?: a porta)?(?: (?:pra|para) ele)?',
  ].join('|'),
  'ele|e|ja|agora|meu deus|o meu marido|meu marido|meu ex|quebrou (?:a|o) (?:porta|janela|vidro|fechadura)|entrou',
);
const HT = madeOf(
  [
    'antre (?:nan|pa) (?:kay|chanm|fenet|pot)(?: la| a| mwen| m| lan)?',
    '(?:kase|kraze|louvri) pot(?: la| mwen| m)?',
    'anndan(?: kay)?(?: la| a)?',
    'jwenn (?:mwen|m)(?: kache)?',
  ].join('|'),
  'li|l|fin|deja|e|epi|kounye a|mari (?:m|mwen)|antre',
);
const BREAKING = [
  madeOf(
    `(?:is |he is |hes |he s )?(?:now |just )*(?:breaking|smashing|kicking|busting|banging|forcing|trying to (?:break|kick|smash|get)) (?:in|into ${EN_ROOM}|(?:in |down |open |on |at |through )?${EN_WAY})(?: (?:in|down|open))?`,
    'he|now|oh god|oh no|omg|again|my husband|my boyfriend|my partner|my ex',
  ),
  madeOf(
    '(?:esta|ta) (?:arrombando|quebrando|chutando|derrubando|forcando) (?:a|o|minha) (?:porta|janela|fechadura|portao|vidro)|(?:esta|ta) tentando entrar',
    'ele|e|ja|agora|meu deus|o meu marido|meu marido|meu ex',
  ),
  madeOf('(?:l ap|lap|ap) (?:kase|kraze|defonse|bat) (?:pot|fenet)(?: la| mwen| m| a)?', 'li|kounye a|mari (?:m|mwen)'),
].map(pattern => new RegExp(pattern, 'u'));
const OTHERS = [EN, PT, HT].map(pattern => new RegExp(pattern, 'u'));
