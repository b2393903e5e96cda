/**
 * What she tells of him by others: the doorman or her sister warns that he comes, he sent somebody to change the lock, it was he
 * who rang, somebody let him in or gave him the key. Nobody strikes yet and no model hears it; it is asked about, and people
 * are told. Words of alarm are heard elsewhere, and what is made of his coming alone is nearing's (silence).
 *
 * Who else comes, was sent or was at the door is left alone: "mi hermana avisa que ella viene", "era él, mi hermano", "el
 * conserje subió un paquete". Spanish is compared by its sound ("el goardia avisa q ba subiendo mi ex").
 */
import { lately } from '../lately.js';
import { inSounds, sound } from '../nearness.js';
import { plain, words } from '../plain.js';

/** By others he comes, was seen near, acts, was in disguise, or got in. */
export const isByOthers = lately((text: string): boolean => {
  const flat = plain(text);
  const said = words(flat);
  if (said.length === 0 || said.length > WORDS_MOST) return false;
  const spelt = ` ${said.join(' ')} `;
  if (UNMEANT.test(spelt)) return false;
  const heard = ` ${said.map(sound).join(' ')} `;
  if (OTHER_TONGUES.some(pattern => pattern.test(spelt))) return true;
  if (isSent(heard) || isKey(heard) || isHe(flat)) return true;
  return !NOT_OF_NOW.test(spelt) && (isToldByPorter(heard) || isWarned(heard) || isLetIn(heard));
});

/** Who tells more than this in one message tells a story. */
const WORDS_MOST = 25;

const spoken = (pattern: string): RegExp => new RegExp(inSounds(` (?:${pattern})(?= )`), 'u');
/** A film, a game, or that all is well with it. */
const UNMEANT =
  / (?:pelicula|serie|novela|broma|jugando|sone|todo (?:bien|tranquilo)|nos llevamos bien|gracias a dios) /u;
/** Of another day, of every day, of what may be. */
const NOT_OF_NOW =
  / (?:ayer|anoche|anteayer|el otro dia|la otra (?:vez|noche)|hace (?:unos |un |una |dos |tres )?(?:dias?|meses|mes|anos|ano|semanas?|tiempo)|antes|siempre|a veces|cada|cuando|y si|que pasa si|si (?:el|mi|lo|le)|puede|pueden|podria) /u;

const EX = '(?:ex ?|exmarido|expareja|exesposo|expololo|exnovio|exconviviente)';
const HIS_NAME = `(?:${EX}(?: marido| esposo| pareja| pololo| novio| conviviente)?|marido|esposo|pareja|pololo|novio|conviviente|viejo|padrastro|agresor)`;
const CHILDREN =
  '(?:(?:mi|mis|los|las|la|el|nuestro|nuestra|nuestros) )?(?:hijos|hijas|hijo|hija|ninos|ninas|nino|nina|guagua|cabros|chicos|bebe)';
/** Named, and not by a mere "él". */
const NAMED = `(?:(?:mi|el|ese|este) ${HIS_NAME}|(?:el|al) (?:papa|padre|progenitor) de ${CHILDREN})`;
const HIM = `(?:${NAMED}|el)`;
const QUE = '(?:que|q|k|ke)';

// ---- the doorman ----
const PORTER =
  '(?:conserje|conserjeria|portero|portera|porteria|guardia|nochero|mayordomo|citofono|intercomunicador|recepcion|recepcionista|caseta|porton electrico)';
const IS_PORTER = spoken(PORTER);
/** He works as one, or she does. */
const OF_THE_TRADE = spoken(
  `(?:es|era|trabaja de|trabaja como|trabaja en|trabajo de|trabajo en) (?:el |la |un |una )?${PORTER}`,
);
const IS_NAMED = spoken(`${NAMED}|${QUE} el|es el|lo`);
const MOVES = spoken(
  '(?:subiendo|subio|sube|suba|subir|abajo|arriba|viene|llego|entro|entrar|entrando|pasar|paso|pide|pidiendo|pregunta|preguntando|pregunto|busca|buscando|buscandome|esperando|ascensor|dejo|afuera|es mi|era mi|es el|era el)',
);
const isToldByPorter = (heard: string): boolean =>
  IS_PORTER.test(heard) &&
  !OF_THE_TRADE.test(heard) &&
  IS_NAMED.test(heard) &&
  MOVES.test(heard) &&
  !BROUGHT_THINGS.test(heard);
/** The doorman brought something up, or something was left with him. */
const BROUGHT_THINGS = spoken(
  '(?:paquete|encomienda|pedido|carta|cartas|correspondencia|bolsa|llaves?|sobre|boleta|cuenta|gastos comunes|mercaderia|remedios)',
);

// ---- who warns her ----
const WARNER =
  '(?:(?:mi|la|el|una|un|su) )?(?:hermana|hermano|cunada|cunado|vecina|vecino|amiga|amigo|mama|papa|madre|hija|hijo|prima|primo|tia|tio|suegra|suegro|jefa|jefe|companera|companero|comadre|sobrina|sobrino|nieta|nieto|abuela|senora del (?:almacen|negocio|kiosco))(?: (?:de al lado|del lado|del frente|de abajo|de arriba))?';
const WARNS = '(?:aviso|avisa|avisan|avisaron|advirtio|advierte|alerto|alerta|acaba de avisar|acaban de avisar)';
const SAYS = `(?:${WARNS}|dijo|dice|dicen|dijeron|conto|cuenta|llamo|llamaron|escribio|mando a decir)`;
const AND_SO = `(?: (?:${QUE}|me|nos|recien|ahora|ya|diciendo|para|pa|avisarme|decirme|mensaje))*`;
const COMES = '(?:va|viene|venia|iba|salio|partio|anda|llego|se (?:bajo|subio|vino)|esta)';
const HERE =
  '(?:en camino|(?:para|pa) (?:aca|ca|aqui|mi casa|la casa|mi depto|mi departamento|mi trabajo|mi pega|donde mi|arriba)|paca|a (?:mi|la) casa|subiendo|llegando|entrando|viniendo|caminando|cerca|afuera|abajo|a (?:buscarme|verme|sacarme|pegarme|matarme)|rondando|por (?:aca|aqui))';
/** What follows names whoever else comes, or what is brought. */
const NOBODY_ELSE = `(?! (?:con |(?:el|la|los|las|mi|mis|un|una) (?!${HIS_NAME}|papa de|padre de)))`;
const WARNED = [
  // Of him, whatever verb tells it.
  `${SAYS}(?: ${WARNER})?${AND_SO} (?:${NAMED}|el) (?:ya |recien |ahora |justo )*${COMES} (?:ya |recien |ahora )*${HERE}`,
  `${SAYS}(?: ${WARNER})?${AND_SO} (?:ya |recien |ahora )*${COMES} (?:ya |recien |ahora )*(?:${HERE} )?${NAMED}`,
  // Of nobody: she herself says it when she comes, and does not warn.
  `(?:${WARNER} )(?:(?:me|nos) )?${WARNS}(?: ${WARNER})?${AND_SO} (?:ya |recien |ahora )*${COMES} (?:ya |recien |ahora )*${HERE}${NOBODY_ELSE}`,
  `(?:lo (?:vio|vieron|vieron recien|vio recien|acaba de ver|acaban de ver)|(?:vio|vieron) a ${NAMED}) (?:recien |ahora |hace poco |hace un rato )?(?:(?:en|afuera del?|frente al?) (?:el |la |mi |este )?(?:colegio|jardin|casa|paradero|esquina|pasaje|plaza|micro|metro|calle|cuadra|porton|reja|edificio|estacionamiento|barrio|villa|poblacion|terminal|entrada|conserjeria|puerta|vereda|almacen)|por (?:aqui|aca|el (?:sector|barrio|pasaje)|la (?:calle|plaza|cuadra|villa|casa|esquina))|cerca|afuera|rondando|merodeando|bajarse|bajando|bajandose|llegar|llegando|pasar|pasando|venir|viniendo|subir|subirse|caminando|parado|estacionado|esperando|dando vueltas)`,
].join('|');
const IS_WARNED = spoken(WARNED);
const OF_A_PET = spoken('(?:gato|gatito|perro|perrito|celular|telefono|auto|papel|documento|hijo perdido)');
/** All of the message: "mi hermana me avisa que ya viene", "se bajó de la micro". */
const WARNED_WHOLE = new RegExp(
  inSounds(
    `^ (?:ayuda |oh no |ya |ahora )*(?:(?:${WARNER} )?(?:(?:me|nos) )?${WARNS}(?: ${WARNER})?(?: ${QUE})? (?:ya |ahora )*(?:viene|vienen|va)(?: (?:ya|ahora|para aca|pa aca|llegando|en camino|subiendo))*|(?:ya |recien )*se bajo(?: ya)? (?:de|del|de la|de el) ?(?:micro|bus|metro|colectivo|tren|uber|taxi)(?: (?:ya|recien|ahora))*) $`,
  ),
  'u',
);
const isWarned = (heard: string): boolean =>
  WARNED_WHOLE.test(heard) || (IS_WARNED.test(heard) && !OF_A_PET.test(heard));

// ---- he sent others ----
const SENT = '(?:mando|mandado|envio|contrato|manda)';
const BY_HIM = spoken(
  `${SENT} (?:a )?${NAMED}|${NAMED} (?:me |nos |los |lo |la )?${SENT}|el ${SENT}|(?:de parte|por orden|por ordenes|por encargo|a pedido|en nombre) (?:del? )?(?:de )?${HIM}|${SENT} el(?= $)`,
);
const ROUGH = '(?:tipos?|hombres?|sujetos?|matones|maton|weones|weon|gallos|gallo|desconocidos?|gente|amigotes)';
const IS_ROUGH = spoken(ROUGH);
const TO_HER_HOME = spoken(
  `(?:chapa|chapas|cerradura|cerraduras|combinacion|abrir la (?:puerta|reja)|abriendo la (?:puerta|reja|chapa)|abrirme|sacarme|sacarnos|sacando mis|sacar mis|sacando (?:las|los) (?:cosas|muebles)|sacar (?:las|los) (?:cosas|muebles)|llevarse|llevandose|llevarme|se (?:estan )?llev(?:an|aron|ando)|desalojar|desalojarme|echarme|echarnos|buscarme|asustarme|amenazarme|pegarme|vigilarme|seguirme|botar mis|cortar (?:la|el) (?:luz|agua|gas))`,
);
/** What he sends to be of use. */
const OF_USE = spoken(
  '(?:a (?:dejar|entregar|pagar|traer|arreglar|instalar|pintar|reparar|ayudar|ayudarme)|pension|regalo|flores)',
);
const isSent = (heard: string): boolean =>
  BY_HIM.test(heard) && (TO_HER_HOME.test(heard) || (IS_ROUGH.test(heard) && !OF_USE.test(heard)));

// ---- it was he ----
/** Who was at the door, at the wheel, or wrote: somebody else, as she thought. */
const STRANGER =
  '(?:repartidor|delivery|cartero|correo|correos|tecnico|gasfiter|maestro|cerrajero|electrico|encuestador|vendedor|comprador|cliente|paciente|pasajero|chofer|conductor|taxista|uber|didi|cabify|alumno|carabinero|funcionario|inspector|jardinero|guardia|caballero|encapuchado|desconocido|perfil|numero|medidor|gas|agua|luz|internet|encomienda|pedido)';
const DID =
  '(?:vino|venia|toco|tocaba|tocando|golpeo|golpeaba|golpeando|llamo|llamaba|llego|subio|entro|abrio|paso|compro|agrego|escribio|escribia|hablaba|mandaba|mando|pidio|segui[ao]|siguio|sigue|esperaba|esperando|estaba|manejaba|atendi|atendimos|aparecio|andaba|espiaba)';
const WAS = '(?:era|fue|eran|resulto ser|resulto que era|termino siendo|habia sido)';
const AT_END =
  '(?= (?:$|disfrazado|mismo $|de nuevo|otra vez|nomas|no mas|po $|y |con (?:peluca|gorro|mascarilla|lentes|barba|casco|uniforme|otra|otro)|escondido|vestido|quien |el que |el q |haciendose))';
const IT_WAS = `${WAS} (?:${NAMED}|el)${AT_END}`;
const HE_WAS = [
  `el (?:del?|de la) [^ ]+ ${IT_WAS}`,
  `(?:el|la|un|una|mi) (?:(?:del?|de la|que|q) (?:[^ ]+ ){0,6})?(?:${STRANGER})(?: [^ ]+){0,5} ${IT_WAS}`,
  `(?:(?:el|la persona|alguien) ${QUE}|quien) (?:me |nos |le |se )?${DID}(?: [^ ]+){0,6} (?:${IT_WAS}|es (?:${NAMED}|el)${AT_END})`,
  `(?:el|un) (?:chofer|conductor|pasajero|repartidor|taxista|paciente|cliente)(?: [^ ]+){0,4} es (?:${NAMED}|el)${AT_END}`,
  `${WAS} (?:${NAMED}|el) (?:quien|el ${QUE}) (?:me |nos |le |se )?${DID}`,
  `(?:abri|abrimos|tocaron|golpearon|toco|golpeo|sono el timbre|llamaron|dijo ${QUE} era|decia ${QUE} era|se hizo pasar|haciendose pasar|disfrazado)(?: [^ ]+){0,10} (?:y |${QUE} |pero )?${IT_WAS}`,
].join('|');
const IS_HE = new RegExp(inSounds(` (?:${HE_WAS})`), 'u');
/** "Era él, mi hermano", "era él, el cartero": what follows the comma says who. */
const WHO_ELSE =
  /\b(?:era|fue) el\s*,\s*(?:mi|el|un|una|la|tu|su) (?!ex\b|marido|esposo|pareja|pololo|novio|conviviente|padre|papa de)/u;
const BEFORE_HIM = /\b(?:antes|cuando (?:lo|nos) conoc|pololeando|en ese tiempo|hace (?:\S+ )?(?:anos|meses))/u;

/** A comma ends nothing but what "él" may be the article of: "era él, ..." and not "era el cartero". */
function isHe(flat: string): boolean {
  if (WHO_ELSE.test(flat) || BEFORE_HIM.test(flat)) return false;
  const clauses = flat.split(/[,.;:!…\n]+/u).map(clause => words(clause).map(sound));
  // All that was said until the end of each clause: "abrí porque dijo que era el cartero, era él".
  return clauses.some((_, at) =>
    IS_HE.test(
      ` ${clauses
        .slice(0, at + 1)
        .flat()
        .join(' ')} `,
    ),
  );
}

// ---- let in, or given the key ----
const HERS =
  '(?:(?:mi|mis|el|la|los|las|un|una|su) )?(?:hijo|hija|hijos|hijas|nino|nina|ninos|ninas|mama|papa|madre|padre|suegra|suegro|hermana|hermano|vecina|vecino|sobrina|sobrino|nieta|nieto|cunada|cunado|tia|tio|abuela|abuelo|conserje|portero|guardia|nana|cerrajero|duena|dueno|arrendador|arrendadora|amiga|companera|mayordomo|administrador|administradora|corredora|corredor)(?: (?:chico|chica|menor|mayor|de la casa|del edificio))?';
const TO_HIM = `(?:al? (?:${NAMED}|el)(?= $| (?:y|ya|ahora|de|con|para|pa|sin|anoche|ayer) )|al? (?:su )?(?:papa|padre)(?! de mi (?:mama|marido))|al ${HIS_NAME})`;
const LET = '(?:abrio|abrieron|abre|abriendo|(?:dejo|dejaron|hizo|hicieron) (?:entrar|pasar|subir)|dejo|dejaron)';
const DOORS = '(?: (?:la|el) (?:puerta|reja|porton|mampara|entrada|ventana))?';
const IS_LET_IN = spoken(
  [
    `${HERS} (?:recien |ya |me |se )*(?:(?:le|lo) )?(?:acaba de |esta )?${LET}${DOORS}(?: (?:entrar|pasar|subir))? ${TO_HIM}`,
    `(?:${HERS} )(?:recien |ya )*lo (?:acaba de )?(?:dejo|dejaron|hizo|hicieron|dejan|deja) (?:entrar|pasar|subir)`,
    `(?:le|lo) (?:abrio|abrieron|dejo|dejaron)${DOORS}(?: (?:entrar|pasar|subir))? ${HERS} ${TO_HIM}`,
  ].join('|'),
);
const isLetIn = (heard: string): boolean => IS_LET_IN.test(heard) && !OF_A_PET.test(heard);
/** It stays with him, whenever it was given. */
const IS_KEY = spoken(
  [
    `(?:${HERS} )(?:ya |recien |me )*le (?:dio|dieron|paso|pasaron|dejo|dejaron|entrego|entregaron|presto|prestaron|hizo|hicieron|saco|mando) (?:una |un |la |las |el |mi |mis |unas |otra |su )*(?:copia|copias|juego|duplicado|llave|llaves|clave|codigo)(?: (?:de|del|la|las|el|mi|mis|llave|llaves|casa|depto|departamento|puerta|porton|reja|chapa|nueva|nuevo|alarma|edificio))* ${TO_HIM}`,
    `${NAMED} (?:tiene|consiguio|saco|hizo) (?:una |la |las )*(?:copia|copias|duplicado)(?: (?:de|del|la|las|mi|mis|mis))* (?:llave|llaves|chapa)`,
  ].join('|'),
);
const OF_A_CAR = spoken('(?:del auto|de la moto|de la bodega|del candado de la bici)');
const isKey = (heard: string): boolean => IS_KEY.test(heard) && !OF_A_CAR.test(heard);

// ---- elsewhere ----
const EN_HIM =
  '(?:him|my (?:ex|husband|boyfriend|partner|ex husband|ex boyfriend)|the father of my (?:kids|children|son|daughter))';
const EN_HE = '(?:he|my (?:ex|husband|boyfriend|partner|ex husband|ex boyfriend))(?: is|s)?';
const PT_HIM =
  '(?:ele|(?:o )?meu (?:ex|marido|namorado|companheiro|ex marido)|o pai d(?:os|as|o|a) (?:meus |minhas |meu |minha )?(?:filhos|filhas|filho|filha))';
const OTHER_TONGUES = [
  `the (?:doorman|guard|concierge|porter|security)(?: guard)? (?:just )?(?:says|said|called|told me|warned me)(?: \\S+){0,4} ${EN_HE} (?:coming|here|downstairs|on (?:his|the) way|going up|in the (?:lobby|elevator)|wants to come up)`,
  `my (?:sister|mother|mom|neighbor|neighbour|friend|cousin|daughter|son) (?:just )?(?:warned|told|texted|called|says|is warning)(?: me)?(?: that| and said| saying)? ${EN_HE} (?:already |now )?(?:coming|on (?:his|the) way|left|heading|headed)`,
  `(?:the|a|some) (?:locksmith|men|guys|man|guy|people)(?: \\S+){0,8} (?:${EN_HE} (?:sent|hired)|sent by ${EN_HIM})`,
  `the (?:driver|delivery (?:guy|man)|plumber|mailman|postman|passenger|patient|customer|client|technician|buyer|guy|man|one|person)(?: \\S+){0,8} (?:was|turned out to be) ${EN_HIM}(?= $| (?:in disguise|dressed|again))`,
  `my (?:son|daughter|kid|kids|mother|mom|sister|neighbor|neighbour|mother in law|landlord) (?:just )?(?:let ${EN_HIM} (?:in|up)|opened the door (?:for|to) ${EN_HIM}|gave (?:him|his dad|her dad|their dad|my ex|my husband) (?:a |the |my )?(?:copy of the key|key|keys|spare key))`,
  `o (?:porteiro|seguranca|vigia|zelador) (?:avisou|disse|diz|ligou|falou)(?: \\S+){0,3} ${PT_HIM} (?:esta |ta |ja |quer )*(?:subindo|subiu|subir|vindo|aqui embaixo|la embaixo|embaixo|entrando|entrou)`,
  `minha? (?:irma|mae|vizinha|amiga|prima|filha|cunhada) (?:me )?(?:avisou|avisa|disse|diz|falou)(?: que)? ${PT_HIM} (?:esta |ta |ja )*(?:vindo|a caminho|chegando|saiu|vem)`,
  `(?:o chaveiro|uns homens|uns caras|um homem|um cara)(?: \\S+){0,6} ${PT_HIM} (?:mandou|contratou)`,
  `o (?:entregador|motorista|carteiro|encanador|passageiro|paciente|cliente|tecnico|rapaz|homem|cara|moco)(?: \\S+){0,6} era ${PT_HIM}(?= $| (?:disfarcado|de novo))`,
  `minha? (?:filha|filho|mae|irma|vizinha|sogra) (?:abriu a porta (?:pra|para|pro|ao|para o) (?:o )?(?:pai|${PT_HIM})|deixou ${PT_HIM} entrar|deu (?:a |uma )?(?:copia da chave|chave) (?:pra|para|pro|ao) (?:o )?(?:pai|${PT_HIM}))`,
  `meu (?:filho|irmao|vizinho) (?:abriu a porta (?:pra|para|pro|ao) (?:o )?(?:pai|${PT_HIM})|deixou ${PT_HIM} entrar|deu (?:a |uma )?(?:copia da chave|chave) (?:pra|para|pro|ao) (?:o )?(?:pai|${PT_HIM}))`,
].map(pattern => new RegExp(` (?:${pattern})(?= )`, 'u'));
