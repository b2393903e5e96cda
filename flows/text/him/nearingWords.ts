/**
 * The pieces of "he comes" and "he is beside me" in the four languages, as patterns of words in plain form (nearing.ts
 * joins them, and compares by sound). What is no word of these in a message makes it another message.
 */

/**
 * - `lead`: how she knows it, or that she only thinks so; `who`: it is he, or somebody;
 * - `comes`: he comes, came, woke up; `mine`: the same form is of herself ("llego"); `weak`: only with who, how she knows, or
 *   where; `to`: only after how she knows it ("lo escucho venir"); `is`: it is he, or his car, where she is in haste, in `fright`, or
 *   only thinks so ("parece que es él");
 * - `porter`: the doorman says it, or the entryphone rang: only of him who is named; `below`: he is down there, or asks to come up,
 *   as the porter says;
 * - `how`: drunk, angry, in whatever mood, with whom; only beside that he comes or is near;
 * - `near`: beside her, at her door; `eyes`: he reads what she writes; `reading`: he does, where it is told where he stands;
 * - `took`: he took her telephone from her; `room`: in another room, `out`: he comes out of it; `over`: what he was away
 *   with is, in words that tell it only of somebody near;
 * - `within`: in what room he is near, and no time of the day;
 * - `place`, `when`: where and when, and `soon` when it is not yet;
 * - `haste`: she has to stop, cannot speak, asks for silence; `halt`: the bare word that we are to stop; `wait`: she asks for a
 *   moment, or will be back; `filler`: says nothing by itself.
 */
export type Kind =
  | 'lead'
  | 'who'
  | 'comes'
  | 'mine'
  | 'weak'
  | 'to'
  | 'porter'
  | 'below'
  | 'is'
  | 'fright'
  | 'how'
  | 'near'
  | 'eyes'
  | 'reading'
  | 'took'
  | 'room'
  | 'out'
  | 'over'
  | 'place'
  | 'within'
  | 'when'
  | 'soon'
  | 'haste'
  | 'halt'
  | 'wait'
  | 'filler';
export type NearWords = Readonly<Partial<Record<Kind, string>>>;

const QUE = '(?:que|q|k|ke)';
const CELL = '(?: el| mi)? (?:celu|cel|celular|telefono|fono|movil)';
const LOOKING =
  '(?:leyendo|lellendo|leiendo|mirando|viendo|cachando|sapeando|espiando|vigilando|leyendome|mirandome|revisando)';
const BESIDE =
  '(?:por encima|encima|por detras|detras|de atras|atras|por atras|arriba|al (?:lado|lao)|al frente|en frente|enfrente|pegado)(?: (?:mio|mia|de mi|d mi|a mi|del hombro|de mi hombro))?';
const HER_WORDS = `(?:todo |toa )?lo ${QUE} (?:le |te |les |yo |estoy |toy )*(?:escribo|pongo|mando|digo|tecleo|tipeo|escribiendo|poniendo|mandando)`;
const SCREEN =
  '(?:esto|esta conversacion|(?:el|este|mi) (?:chat|wsp|wasap|whatsapp)|(?:mis|los) (?:mensajes|chats)|(?:la|mi) (?:pantalla|conversacion)|(?:el|mi) (?:celu|cel|celular|telefono|fono|movil))';
const SCREEN_NOW = '(?:(?:todo )?esto|este chat|esta conversacion|(?:la|mi) pantalla)';
const LOOKS = '(?:lee|ve|mira|cacha|sapea|espia|vigila|revisa)';
const MOOD =
  '(?:curado|curao|curadito|borracho|tomado|ebrio|copeteado|arriba de la pelota|drogado|volado|duro|jalado|enojado|enojao|furioso|furia|molesto|alterado|alterao|agresivo|violento|picado|choreado|amurrado|pesado|raro|serio|callado|tranquilo|contento|gritando|reclamando|alegando|peleador|odioso|celoso|loco|hediondo a (?:trago|copete|vino)|pasado a (?:trago|copete)|hecho una (?:furia|fiera)|echando (?:chispas|garabatos)|como (?:un )?loco|de (?:mal|buen|pesimo) (?:humor|genio|animo)|de (?:malas|buenas|mala)|de mala (?:gana|onda)|con (?:los |unos |unas |sus )?(?:trago|tragos|copete|copetes|copas|trago encima|mala cara|cara (?:de (?:pocos amigos|malo|enojado|culo|perro|odio|poto|furia)|larga)|mal genio|rabia|la caña|sus amigos|amigos|su (?:hermano|mama|papa|familia|amigo)))';
const SHE_WRITES =
  '(?:escriba|escriban|escribas|escribai|conteste|contesten|contestes|contestai|responda|respondan|respondas|hable|hablen|hables|mande|manden|mandes|llame|llamen|llames)';

/** She takes it off her telephone. */
const ERASES =
  '(?:(?:te|los|las|lo|la|les) )?(?:(?:estoy|toy|voy|ando) )?(?:borro|borre|elimino|elimine|bloqueo|borrando|borrandote|eliminando|eliminandote|bloqueando|(?:a|(?:tengo|debo) que|tengo q) (?:borrar|borrarte|borrarlo|borrarlos|eliminar|eliminarte|bloquearte))(?: (?:todo|esto|el chat|este chat|los mensajes|la conversacion|el numero|tu numero|tu contacto|lo que escribi|altiro|ya))*';
/** What he did just before he comes; by itself it tells nothing of where he is. */
const DONE_FIRST =
  '(?:ya )?(?:(?:acosto|durmio|hizo dormir|bano|baño) a (?:los|las|mis|mi|la|el) (?:niños|ninos|niñas|ninas|hijos|hijas|cabros|niño|nino|niña|nina|guagua|hijo|hija)|apago (?:la|el) (?:tele|luz|tv|televisor|play|computador|musica)|termino de (?:comer|almorzar|cenar|bañarse|jugar|ver (?:tele|el partido))|cerro (?:con llave|la puerta|la reja)|guardo el auto)';
const A_WHILE =
  '(?:(?:un|1|unos|2|3|5|10|dos|tres|cinco|diez|un par de) )?(?:momento|momentito|momentos|minuto|minutito|minutos|min|mins|segundo|segundito|segundos|seg|segs|rato|ratito|poco|poquito|cacho|cachito|tantito)';
/** Nobody: what comes by itself, is sent, or is of the calendar. Whoever else "el …" is who came may be him, by whatever name. */
const NO_HE =
  '(?:gas|pan|agua|bono|pago|sueldo|correo|mail|email|mensaje|mensajito|codigo|link|pedido|delivery|paquete|uber|taxi|bus|micro|metro|colectivo|furgon|tren|avion|' +
  'medico|doctor|dentista|maestro|gasfiter|tecnico|cartero|repartidor|profesor|profe|abogado|psicologo|receptor|actuario|carabinero|paco|juez|' +
  'invierno|verano|otono|frio|calor|sol|viento|sueno|dolor|miedo|hambre|dia|momento|turno|plazo|fin|mes|ano|finde|lunes|martes|miercoles|jueves|viernes|sabado|domingo|' +
  'resultado|examen|certificado|papel|documento|oficio|aviso|audio|video|archivo|wifi|internet|sistema|servicio|perro|perrito|gato|gatito|otro|ultimo|primero|proximo|dieciocho|\\d.*)';
const HE_WHOEVER = `el (?!${NO_HE}\\b)[^ ]+`;
const HIS_CAR = '(?:auto|moto|camioneta|motor)(?: (?:de (?:el|mi [^ ]+)|suyo|suya))?';
const CAME = '(?:llego|yego|volvio|regreso|aparecio|entro|subio|desperto|se desperto|se levanto)';
const PLEASE = '(?:por favor|porfavor|porfa|porfis|xfa|plis|si|ya|po|no mas)';

/** His key is in her door, or it opens. */
const DOOR = '(?:puerta|puelta|reja|porton|mampara|entrada|cerradura|chapa|manilla)';
const OF_DOOR = `(?: (?:de|d) (?:(?:la|mi) )?(?:casa|calle|entrada|pieza|depto|departamento|dormitorio|cocina|atras|adelante|abajo|arriba))?`;
const AT_DOOR = `(?:(?:la|el|mi|nuestra) )?${DOOR}${OF_DOOR}`;
const KEY = '(?:(?:la|las|su|sus) )?llaves?';
const OPENS =
  `(?:(?:me|nos) )?(?:(?:(?:esta|ta|estan|viene|anda|va) )?(?:abriendo|abriendome)|(?:empezo a|trata de|(?:esta|ta) tratando de) abrir) ${AT_DOOR}|(?:esta|ta) abriendo|(?:abrio|abre|abrieron|empujo) (?:la|el|mi) ${DOOR}${OF_DOOR}|` +
  `(?:(?:esta|ta) )?(?:metio|mete|metiendo|puso|poniendo|giro|girando|gira|dando vuelta|dio vuelta) ${KEY}(?: (?:en|a|por) ${AT_DOOR})?|(?:(?:esta|ta) )?(?:moviendo|movio|girando|giro|bajando|tocando) la (?:manilla|chapa|cerradura)${OF_DOOR}|` +
  `${AT_DOOR} se (?:(?:esta|ta) )?(?:abre|abrio|abriendo)|se (?:(?:esta|ta) )?(?:abre|abrio|abriendo) ${AT_DOOR}`;
/** He was away from her for a moment, and what he was away with is over: the shower, the bathroom, his nap, a talk on the telephone. */
const ROOM_LEFT =
  '(?:del (?:bano|wc|water|toilet|dormitorio|living|comedor|cuarto|patio)|de la (?:ducha|tina|pieza|cama|cocina|siesta|habitacion|terraza)|de (?:(?:la|su) )?(?:ducha|bano|siesta|siestita|cama))';
const LEAVES_ROOM = `(?:salio|sale|saliendo|(?:esta|ta|va|viene) saliendo|va a salir|acaba de salir) ${ROOM_LEFT}|se bajo de la cama|abrio la puerta del bano`;
const OVER =
  '(?:corto|cerro|apago|paro) (?:el agua|la (?:llave|llave del agua|ducha|regadera)|el calefon)|(?:se )(?:corto|apago|dejo de sonar|paro) (?:el agua|la ducha)(?: de la ducha)?|dejo de sonar (?:el agua|la ducha)|tiro la cadena|' +
  '(?:termino|acabo) (?:de|d) (?:banarse|bañarse|ducharse|comer|hablar|cocinar|fumar|afeitarse|lavarse|dormir)|(?:termino|acabo)(?: la ducha| el bano)?|(?:se )?(?:esta|ta) (?:secando|secandose|vistiendo|vistiendose|poniendo la ropa)|' +
  'colgo(?: el (?:telefono|celu|celular|fono))?|corto (?:la llamada|el telefono|el fono)|se (?:ducho|bano|baño|vistio|seco)|(?:entrando|abriendo|llegando|volviendo|viniendo|subiendo|bajando|saliendo|despertando|acercandose|levantandose)';

const PORTER =
  '(?:(?:el|la|los|las) )?(?:conserje|conserjeria|portero|portera|porteria|guardia|guardias|nochero|mayordomo|citofono|intercomunicador|recepcion)';

export const ES: NearWords = {
  porter: `(?:(?:me|nos|acaba de|acaban de) )?(?:llamo|llamaron|llaman|llama|llamar|aviso|avisaron|avisan|avisa|avisar|dijo|dijeron|dice|dicen|toco|tocaron|tocan|sono|suena) (?:(?:de|desde|en|por) )?${PORTER}|${PORTER} (?:(?:me|nos) )?(?:(?:acaba de|esta) )?(?:llamo|llama|llamando|llamar|aviso|avisa|avisando|avisar|dijo|dice|diciendo)|(?:(?:lo|la) tengo |esta |es )?(?:en|por|desde) (?:el citofono|la porteria|la conserjeria|la recepcion)`,
  below:
    '(?:quiere|quiso|pide|pidio|esta pidiendo|insiste en|trata de) (?:que lo dejen )?(?:subir|entrar|pasar)|(?:esta|ta|anda) (?:abajo|abajo en la entrada|en (?:la )?(?:conserjeria|porteria|recepcion))|(?:pregunta|pregunto|esta preguntando|busca|anda buscando) por mi|me (?:busca|anda buscando|esta buscando|viene a ver)',
  lead: `se estaciono (?:un|una) (?:auto|moto|camioneta)|(?:el conserje|la conserje|el portero|el guardia|la vecina|el vecino|mi vecina|mi hij[oa]|me) (?:me )?(?:aviso|avisaron|dijo|dice|avisa) (?:que|q|k)|(?:(?:ya|yo) )?(?:(?:lo|la|le|los) )?(?:escucho|siento|oigo|veo|escuche|senti|oi|vi|estoy escuchando|estoy sintiendo|toy escuchando|se escucha|se siente|se oye)(?: (?:${QUE}|como))?|creo ${QUE}|(?:me )?parece ${QUE}|es ${QUE}|${QUE}|por${QUE}|xq|pq|xk|capaz ${QUE}|por la ventana`,
  who: 'el|(?:mi|el|este|ese) (?:ex )?(?:marido|esposo|pareja|pololo|novio|conviviente|viejo|ex|suegro|padrastro|papa|hombre|tipo|weon|desgraciado|maldito)|mi suegra|alguien|el (?:jefe|dueño|dueno|rey|señor|senor|patron) de (?:la )?casa|el (?:papa|padre) de (?:los|mis|las|mi|la|el) (?:niños|ninos|niñas|ninas|hijos|hijas|cabros|hijo|hija|guagua|niño|nino|niña|nina)|(?:tu|ud|usted) (?:ya )?sabes? quien|quien (?:tu|ud|usted) sabes?',
  comes: `(?:ya )?${CAME} (?:ya |recien )?${HE_WHOEVER}|${HE_WHOEVER} (?:ya |recien )?${CAME}|(?:ya )?(?:se )?(?:aparecio|subio|subieron|entraron)|(?:esta|ta|va|viene|anda|vienen|estan|venia|llega|lo tengo) (?:viniendo|llegando|subiendo|bajando|entrando|volviendo|regresando|acercandose|acercandome|estacionando|estacionandose|despertando|despertandose|levantandose|caminando|saliendo del bano)|(?:se|se me) (?:esta|ta) (?:acercando|despertando|levantando|parando)|(?:esta|ta|debe estar) por (?:llegar|entrar|volver|subir|bajar)|debe estar llegando|(?:llego )?(?:(?:ya )?(?:esta|ta|viene|va|sigue|subio|entro) )(?:en|por|saliendo del|subiendo (?:en |por )?el|al|en el) ?(?:el )?ascensor(?: subiendo)?|subiendo (?:en |por )?el ascensor|va a (?:llegar|venir|entrar|volver)|acaba (?:de|d) (?:llegar|entrar|volver|subir|bajar|despertar|levantarse)|viene|vienen|vuelve|volvio|desperto|(?:se|se me) (?:acerca|acerco|desperto|levanto|asomo)|(?:ya )?(?:${OPENS})|${LEAVES_ROOM}`,
  over: OVER,
  mine: 'llego|entro|regreso',
  is: `(?:es|sera) (?:el|mi (?:ex )?(?:marido|esposo|pareja|pololo|novio|conviviente|viejo|ex|suegro|padrastro)|(?:el|su) ${HIS_CAR}|el de (?:el|mi [^ ]+))|su (?:${HIS_CAR}|llave|llaves|voz)|(?:el|la) ${HIS_CAR}`,
  fright: 'uy+|ay+|ups|oh no|o no|ay no|no no|mierda|chuta|pucha|conchetumare|csm|ctm|dios mio|dios',
  weak: '(?:se )?despierto|(?:estan |andan |acaban de )?(?:golpearon|golpean|golpeando|golpear|tocaron|tocan|tocando|tocar)(?: (?:la puerta|el timbre|a la puerta))?|sono el timbre|(?:ya )?va en camino|llega|llegaron|regresa|subio|sube|bajo|baja|aparecio|se paro|subiendo|bajando|llegando|entrando|caminando|viniendo',
  to: 'venir|llegar|subir|bajar|entrar|volver|acercarse|caminar|estacionarse|estacionar',
  how: `(?:(?:y|otra vez|medio|super|muy|re|bien|entero|harto|terrible|todo|mas|ya) )*(?:(?:esta|ta|viene|anda|llego|se ve|parece) )?(?:(?:medio|super|muy|re|bien|entero|harto|terrible|todo|mas|ya|otra vez) )*${MOOD}`,
  near: '(?:esta|ta|sigue|anda|quedo|lo tengo|la tengo|(?:(?:esta|ta|lo tengo) |se )?(?:parado|sentado|acostado|pegado|paro|puso|sento|acosto|instalo|pego)) (?:aqui|aca|ahi|al (?:lado|lao)(?: mio| de mi)?|(?:aqui|aca) (?:al|a mi) (?:lado|lao)|a mi (?:lado|lao)|al frente|cerca(?: de mi| mio)?|conmigo|(?:aca|aqui) conmigo|encima(?: mio| mia| de mi)?|arriba mio|(?:por )?(?:detras|atras)(?: mio| mia| de mi| d mi)?|frente a mi|en ?frente(?: mio| de mi)?|mirandome|escuchandome|en la puerta|al otro lado)|(?:esta|ta|sigue|anda) (?:el|mi marido|mi esposo|mi pareja|mi pololo|mi novio|mi conviviente|mi ex|mi viejo) (?:aqui|aca|ahi|al (?:lado|lao)|a mi lado|cerca|conmigo)|(?:vino|entro|anda|viene|va|sigue|subio|salio) conmigo|me (?:acompana|acompaña|acompano|acompaño|abraza|(?:esta|ta|anda|sigue) (?:acompanando|acompañando|abrazando|besando|acariciando|haciendo cariño|haciendo cariños))|(?:esta|ta|va|viene) (?:manejando|conduciendo)|(?:esta|ta|sigue) (?:en (?:la|el|mi|su) [^ ]+ )?conmigo(?: (?:aqui|aca|ahi))?|(?:aqui |aca )?(?:al (?:lado|lao)(?: mio| de mi)?|a mi (?:lado|lao))',
  within: 'en (?:la|el|mi|su|una|un) (?!noche|tarde|manana|madrugada|semana|casa de)[^ ]+(?: de (?!su|mi)[^ ]+)?',
  eyes: `(?:(?:me|nos|te|lo|los|se|la) )?(?:esta|ta|sigue|anda) ${LOOKING} (?:${HER_WORDS}|${SCREEN}|${BESIDE}|(?:por |sobre |arriba de(?:l)? )(?:el |mi |encima)?(?: ?(?:de )?(?:mi )?hombro)?|conmigo|todo(?: esto| conmigo)?)(?: (?:(?:y todo)|${BESIDE}))?|(?:me|nos|te|los|lo|la) (?:esta|ta) leyendo|(?:esta|ta|sigue) ${BESIDE} ${LOOKING}(?: esto| todo| la pantalla)?|(?:(?:me|nos|te|lo|la) )?${LOOKS} (?:${HER_WORDS}|${SCREEN_NOW})(?: y todo)?|(?:(?:me|nos|te) )?(?:esta|ta) leyendo todo|y me (?:mira|observa|vigila|ve|escucha|esta mirando|esta viendo)`,
  reading: `(?:y )?(?:(?:me|nos|lo|la) )?(?:(?:esta|ta|anda) )?${LOOKING}(?: (?:todo|conmigo|${HER_WORDS}|${SCREEN}))?|(?:por encima|por arriba|encima|sobre) (?:de mi|del|mi|el) hombro|(?:y )?(?:me )?${LOOKS} (?:todo|${HER_WORDS}|${SCREEN})`,
  took: `(?:(?:me|nos) )(?:lo )?(?:acaba de (?:quitar|sacar|arrebatar|tomar)|quito|kito|saco|arrebato|agarro|tomo|pesco)${CELL}|(?:me|nos) lo (?:quito|kito|saco|arrebato)|acaba de (?:quitarme|sacarme|arrebatarme|tomarme)${CELL}|se (?:llevo|quedo con)${CELL}|(?:me|nos) (?:ha )?quitado${CELL}`,
  room: '(?:esta|ta|anda|sigue) (?:en )?(?:el|la|otra) (?:bano|ducha|pieza|cocina|living|patio|comedor|otra pieza)',
  out: '(?:ya )?salio|(?:ya|altiro|al tiro|ahora|luego|pronto) (?:sale|va a salir|vuelve|viene)|(?:sale|va a salir) (?:ya|altiro|al tiro|ahora|luego|pronto)',
  place:
    '(?:de (?:la |su )?(?:ducha|siesta|siestita|cama|tina))|(?:por|a|al|en|hacia|para|pa|desde|de|del)? ?(?:la |el |mi |las |los |nuestra )?(?:escalera|escaleras|pasillo|puerta|chapa|cerradura|mampara|casa|pieza|dormitorio|habitacion|bano|porton|reja|entrada|cocina|living|cuadra|esquina|auto|moto|camioneta|piso|segundo piso|tercer piso|depto|departamento|edificio|ascensor|patio)|de la calle|de (?:la )?(?:pega|trabajar|turno)|del (?:trabajo|turno)|(?:para|pa|hacia|por) (?:aca|aqui|ca|mi|arriba)|paca|donde mi|de vuelta',
  when: 'el que (?:toca|golpea|llego|viene|entro|esta tocando|esta golpeando)|ahora|ya|ahora ya|altiro|al tiro|al toque|antes|antes de (?:tiempo|la hora)|temprano|tempranito|mas temprano|hace (?:un|unos|poco|dos|tres|cinco|diez|\\d+) ?(?:rato|ratito|minuto|minutos|min|segundo|segundos)?|hoy|otra vez|de nuevo|aca|aqui|ahi|conmigo|solo|corriendo|rapido|despacio|cerca|mas cerca|recien|en cualquier momento',
  soon: 'luego|pronto|en (?:un|unos|1|un par de|\\d+|cinco|diez|quince|dos|tres) ?(?:rato|ratito|segundo|minuto|minutos|min)?|al trabajo|a la pega|a trabajar|a clases',
  haste: `(?:ahora |aqui |ya |aca |yo )?no (?:te |les )?(?:puedo|pueo|podre)(?: (?:hablar|hablarte|escribir|escribirte|contestar|responder|leer|seguir|seguir escribiendo|hablar mas|escribir mas))?|(?:me )?(?:tengo|debo) (?:${QUE} )?(?:irme|ir|cortar|dejarte|dejarlos|(?:guardar|esconder|soltar|dejar)${CELL})|me (?:voy|fui)|(?:te|los|las) dejo|corto|chao|chau|bye|adios|calla|callate|callense|silencio|sh|ssh|no (?:me |nos )?${SHE_WRITES}(?: (?:mas|nada|mensajes))?|${ERASES}|(?:apago|guardo|escondo|suelto|dejo)${CELL}|borra(?: todo| esto)?|(?:despues|mas rato|al rato|luego) (?:te |les )?(?:sigo|hablo|escribo|cuento|hablamos|seguimos)|(?:te|les) (?:hablo|escribo|cuento) (?:despues|luego|mas rato|al rato)|hablamos (?:despues|luego|mas rato)`,
  halt: `(?:paren|parenla|parenle|para|pare|parale|stop|basta|deten(?:te|ganse))(?: ${PLEASE}| ahi)*|(?:no (?:sigan|sigas|siga)|(?:dejen|deja|paren|para) de)(?: (?:de )?(?:escribir|escribiendo|mandar|mandando|contestar|contestando|hablar))?(?: (?:mensajes|cosas|msj|msjs))?(?: ${PLEASE})*`,
  wait: `(?:a ver )?espera|voy a ver (?:quien (?:es|toca|golpea|llego)|la puerta)|(?:(?:me |nos )?(?:espera|espere|esperen|esperate|esperame|espereme|esperenme|aguanta|aguante|aguantame|aguanten|dame|deme|denme|den|da|permiteme|permitame|solo|dejame|dejeme) )?${A_WHILE}(?: ${PLEASE})?|(?:espera|espere|esperen|esperate|esperame|espereme|esperenme|aguanta|aguante|aguantame|aguantate|aguanten)(?: ${PLEASE})?|dame (?:1|2|3|5|10|un par|dos|tres|cinco|diez)|(?:ya|ahi|ahora|altiro|al tiro|al toque|enseguida|luego|despues|mas rato) (?:vuelvo|regreso|vengo|sigo|te sigo)|(?:vuelvo|sigo) (?:ya|altiro|al tiro|al toque|enseguida|en seguida|ahora|luego|despues|mas rato|en ${A_WHILE})|vuelvo`,
  filler:
    `${DONE_FIRST}|` +
    'ya|ahora|oye|hola|hoy|y|pero|perdon|disculpa|disculpe|gracias|ups|uy|ay|oh|oh no|o no|ay no|pucha|chuta|mierda|conchetumare|csm|ctm|dios|dios mio|por favor|porfavor|porfa|recien|de nuevo|otra vez|parece|cuidado|ojo|mejor|casi|tambien|amiga|en este momento|por ahora|aqui|aca|mas|bien|ahi',
};

const EN_DOOR = '(?:(?:the|my|our) )?(?:front |back |bedroom |bathroom )?(?:door|gate|lock)';
const EN_OVER =
  '(?:just |now |already |is |s )*(?:done|finished|finishing|through) (?:with (?:his|the) (?:shower|bath|nap)|showering|bathing|napping|sleeping|in (?:the|his) (?:shower|bath|bathroom))|(?:just )?turned (?:off the (?:shower|water)|the (?:shower|water) off)|(?:just )?flushed(?: the toilet)?|(?:just )?hung up|(?:the )?(?:shower|water)(?: is|s)? (?:just |now |already )*(?:stopped|off|turned off|went off|shut off)';
const EN_ROOM = '(?:the|his) (?:shower|bath|bathroom|toilet|bedroom|room|kitchen|bed|tub|restroom|washroom)';

export const EN: NearWords = {
  lead: '(?:i )?(?:can |just )?(?:hear|heard|see|saw)(?: that| him)?|i can hear|(?:i )?think|because|cause|cuz',
  who: 'hes|he is|he|he s|him|(?:my )(?:ex )?(?:husband|boyfriend|partner|bf|hubby|fiance|ex|stepdad)(?: is|s| s)?|(?:someone|somebody)(?: is|s| s)?',
  weak:
    `(?:just |now |already |still |trying to |started |is |s )*(?:openn?ing|opning|opened|opens|unlocking|unlocked|unlock|pushing open|pushed open) ${EN_DOOR}|(?:just |now |is |s )*(?:putting|put|turning|turned|sticking|stuck) (?:the|his|a) keys?(?: (?:in|into)(?: ${EN_DOOR})?)?|(?:just |now |is )*(?:turning|turned|trying|jiggling) the (?:knob|doorknob|handle|door handle|lock)|` +
    `(?:just |now |already |finally |is |s )*(?:coming|comes|came|getting|gets|got|gotten|stepping|stepped|walking|walked) out(?: (?:of|from) ${EN_ROOM})?|(?:just |now |already |is |s )*out (?:of|from) ${EN_ROOM}|` +
    '(?:just |now |already |almost |about to |gonna |going to |will be |will )*(?:coming|comes|come|came|arriving|arrived|returning|walking|entering|waking|woke|getting|got|pulling|pulled|parking|parked|approaching|walked|entered)(?: (?:back|home|in|up|down|closer|over|here|inside|upstairs|downstairs))*',
  comes: `(?:his|the) keys? (?:is |are )?(?:in|at) ${EN_DOOR}|(?:the |my |our )?(?:front |back )?door(?: is|s)? (?:just |now )*(?:opening|opened|unlocking|unlocked)`,
  over: `(?:just |now |already |is |s )*(?:out|up|done|finished)(?: now| already)?|(?:coming|entering|openn?ing)(?: in| up| back| out| here| ${EN_DOOR})?|${EN_OVER}`,
  how: '(?:(?:and|hes|he is|is|looks|seems|very|really|so|all|pretty|kind of|already|being) )*(?:drunk|wasted|high|stoned|angry|mad|furious|pissed|pissed off|upset|raging|in a (?:bad|foul|terrible|good|great) mood|in a (?:rage|temper)|not happy|weird|quiet|calm|yelling|shouting|screaming|with (?:his friends|friends|his brother|a bad face|drinks))',
  near: '(?!right back$)(?:right |now |already |almost |still |just |standing |sitting )*(?:here|home|back|beside me|next to me|behind me|near|near me|nearby|close|closer|with me|at the door|at my door|at the gate|outside (?:the|my) (?:door|room|bathroom|bedroom|house)|on the stairs|in the (?:hall|hallway|house|room|driveway)|awake|watching me|looking at me|listening)',
  eyes: '(?:(?:is|s|right|now|still|just|standing|sitting) )*(?:reading|watching|looking at) (?:this|it|along|everything|with me|over my shoulder|my (?:messages|texts|screen|phone)|the (?:screen|chat)|what i (?:write|type|am writing|am typing)|everything i (?:write|type|am writing|am typing)|what im (?:writing|typing))|(?:reads|sees) (?:what|everything) i (?:write|type)|(?:reads|sees) this',
  reading:
    '(?:and |he |hes |is |just )*(?:reading|watching|looking at)(?: (?:this|it|along|everything|my (?:messages|texts|screen|phone)|the (?:screen|chat|phone)|(?:everything |all )?(?:what )?i (?:write|type|am writing|am typing|say)|what im (?:writing|typing)))?|(?:and )?(?:he )?(?:reads|sees) (?:everything i (?:write|type)|what i (?:write|type)|this|everything)',
  took: '(?:just )?(?:took|grabbed|snatched|has taken|taken) (?:away )?(?:my|the) (?:phone|cell|cellphone|mobile)(?: (?:away|from me|off me))*|took it (?:away|from me)',
  place:
    '(?:to|into|in|on|up|down|at|through|from|towards) (?:the |my |our |his )?(?:stairs|hall|hallway|door|front door|house|room|bedroom|bathroom|gate|driveway|garage|elevator|street)|from (?:his|the|a) (?:nap|shower|bath)|from work|towards me|to me|this way|upstairs|inside',
  when: 'now|right now|already|again|any (?:minute|second|moment)|here|home|back|soon|early',
  haste:
    '(?:i )?(?:cant|cannot|can not|can t) (?:talk|write|text|speak|type|reply|answer)(?: (?:now|right now|here|anymore))?|(?:i )?(?:gotta|got to|have to|need to|must) (?:go|stop|hide)|gtg|bye|quiet|sh|hush|ttyl|talk later|(?:dont|do not|don t) (?:write|text|reply|answer|respond|call|message)(?: me| back)?|(?:(?:im|ill|i will|i am|gonna|going to|have to|need to|must) )*(?:deleting|delete|erasing|erase|blocking|block)(?: (?:this|everything|you|it|it all|all|the chat|this chat|the messages|my messages))*',
  halt: '(?:please |just |pls |plz )*(?:stop|stop it|stop (?:texting|writing|messaging|replying|answering|typing|sending|now)|no more(?: (?:texts|messages))?|dont (?:write|text|reply|answer|respond|message)(?: (?:me|back|anymore))*)(?: (?:please|pls|plz|now))*',
  wait: '(?:please )?(?:(?:just |give me |gimme |hold on |hang on |wait )*(?:a|one|1|two|2|five|5|a few) (?:sec|secs|second|seconds|minute|minutes|min|mins|moment)|wait|hold on|hang on|hold up|brb|(?:i )?(?:ill |will |ll )?be (?:right )?back|just (?:wait|hold on)|give me (?:five|5|two|2))(?: please)?',
  filler: 'now|oh|oh no|no no|sorry|please|god|omg|and|so|but|again|shit|fuck|right now|hey|i|is',
};

export const PT: NearWords = {
  lead: '(?:estou )?(?:ouvindo|ouvi|ouco|escutei|escuto|vendo|vejo|vi)(?: que)?|(?:eu )?acho que|parece que|porque|pq|que',
  who: 'ele|(?:o |meu )(?:ex )?(?:marido|esposo|namorado|companheiro|ex|padrasto)|alguem',
  comes:
    '(?:esta|ta|tah|vem) (?:vindo|chegando|subindo|descendo|entrando|voltando|acordando|se aproximando|estacionando)|chegou|voltou|acabou de (?:chegar|entrar|voltar|acordar)|vai (?:chegar|entrar|voltar)|' +
    '(?:esta|ta|tah|vem) abrindo(?: (?:a |o )?(?:porta|portao|grade|fechadura))?|(?:abriu|abre) (?:a porta|o portao|a grade)|(?:(?:esta|ta|tah) )?(?:enfiou|meteu|botou|colocou|enfiando|metendo|colocando|botando|girou|girando|virou|virando) (?:a )?chave(?: (?:na|no) (?:porta|fechadura|portao))?|(?:a porta|o portao) (?:(?:esta|ta) abrindo|abriu|se abriu)|' +
    '(?:saiu|sai|saindo|(?:esta|ta|tah) saindo|acabou de sair) (?:do (?:banho|banheiro|chuveiro|quarto)|da (?:cama|cozinha|sala))|(?:levantou|acordou) (?:da (?:cama|soneca|sesta)|do (?:sono|cochilo))',
  over: '(?:acabou|terminou)(?: o banho| de tomar banho| de comer)?|(?:fechou|desligou) (?:o chuveiro|a agua|o telefone)|deu descarga|(?:entrando|abrindo|chegando|vindo|subindo|descendo|saindo|acordando)|(?:esta|ta) se (?:vestindo|secando)',
  weak: 'vem|entrou|subiu|desceu|acordou|levantou|vindo|subindo|chegando',
  how: '(?:(?:e|muito|meio|bem|todo|super|ja|esta|ta|veio|vem) )*(?:bebado|embriagado|drogado|bravo|nervoso|furioso|irritado|alterado|estressado|com raiva|de mau humor|de bom humor|de cara feia|de cara amarrada|gritando|calmo|quieto|estranho|com (?:os )?amigos|com o irmao)',
  reading:
    '(?:e )?(?:(?:esta|ta) )?(?:lendo|vendo|olhando)(?: (?:isso|isto|tudo|comigo|a tela|minha tela|meu celular|o celular|(?:as )?minhas mensagens|(?:tudo )?o que (?:eu )?(?:escrevo|mando|digito)))?|(?:e )?(?:le|ve) tudo(?: o que (?:eu )?(?:escrevo|mando|digito))?',
  took: '(?:me )?(?:tomou|pegou|tirou|arrancou)(?: (?:o|meu|o meu|de mim))? (?:celular|telefone|cel|fone)(?: de mim)?',
  near: '(?:esta|ta|tah|ficou) (?:aqui|(?:aqui )?(?:do|ao) (?:meu )?lado|perto(?: de mim)?|(?:aqui )?comigo|atras(?: de mim)?|na porta|acordado|me olhando|na escada|no corredor)',
  eyes: '(?:esta|ta|tah|fica) (?:lendo|vendo|olhando) (?:isso|isto|tudo|aqui|comigo|a tela|minha tela|(?:as )?minhas mensagens|(?:tudo )?o que (?:eu )?(?:escrevo|mando)|por cima(?: do meu ombro)?|em cima de mim|atras de mim)|(?:le|ve) (?:tudo )?o que (?:eu )?(?:escrevo|mando|digito)',
  place:
    '(?:pra|para|na|no|pela|a|do|da|em) (?:a |o |minha |nossa )?(?:escada|escadas|porta|casa|quarto|corredor|rua|carro|trabalho|servico|banheiro|portao)|(?:as|a) escadas?|pra ca|para ca|pra mim|de volta',
  when: 'aqui|agora|ja|ai|ca|logo|de novo|daqui a pouco',
  haste:
    '(?:agora )?nao (?:posso|consigo) (?:falar|escrever|responder|digitar)(?: (?:agora|mais|aqui))?|(?:eu )?tenho que (?:ir|desligar|parar|sair)|tchau|silencio|nao (?:me )?(?:responda|respondam|escreva|escrevam|mande|mandem|ligue|liguem)(?: (?:agora|mais|nada))?|apaga (?:isso|tudo)|(?:(?:eu )?(?:vou|estou|to|tenho que|preciso) )?(?:te )?(?:apagar|apago|apagando|excluir|excluindo|deletar|deletando|bloquear)(?: (?:isso|isto|tudo|voce|a conversa|o chat|as mensagens))*|(?:vou|tenho que) desligar',
  halt: '(?:para|pare|parem|chega|stop)(?: (?:por favor|ai|agora|de (?:escrever|mandar|responder)))*',
  wait: '(?:(?:espera|espere|me da|me de|so) )?(?:um|1|uns|5|cinco) (?:momento|momentinho|minuto|minutinho|minutos|segundo|segundinho|instante|pouco|pouquinho)|espera|espere|pera|pera ai|espera ai|ja volto|volto ja|ja ja volto|calma ai|so um (?:momento|minuto|segundo)',
  filler: 'ja|agora|ai|meu deus|por favor|desculpa|e|mas|nossa|de novo',
};

export const HT: NearWords = {
  lead: '(?:m|mwen) (?:ap )?(?:tande|we|santi|kwe|panse)(?: (?:ke|pa|pye))?|paske|sanble',
  who: 'li|l|mari (?:m|mwen)|menaj (?:m|mwen)|nonm nan|mouche a|msye a|yon moun|moun',
  over: '(?:deja )?fin (?:benyen|domi|manje|beny)|ap (?:antre|vini|louvri|rive|monte|desann|soti)|femen (?:dlo|douch)(?: a| la)?',
  comes: 'pot la (?:ap |lap )?(?:louvri|ouvri)|lap (?:vini|vin|antre|rive|monte|desann|tounen|reveye|pwoche)',
  weak: '(?:ap |lap |pral |fek |deja |vin )*(?:(?:louvri|ouvri) (?:pot|barye)(?: la| a| mwen| m)?|mete kle(?: a| li)?(?: nan (?:pot|seri)(?: la| a)?)?|(?:soti|sot) nan (?:beny|ben|douch|twalet|chanm|kabann|kwizin|saldeben)(?: la| lan| nan| an| a)?|(?:leve|reveye) nan (?:domi|kabann)(?: la| an| li)?)|(?:ap |pral |fek |deja |vin )*(?:vini|vin|antre|rive|monte|desann|tounen|retounen|reveye|leve|pwoche)',
  how: '(?:(?:e|li|tou|deja) )*(?:sou|move|fache|anraje|ankole|byen move|ak zanmi li|tou sou)',
  reading:
    '(?:lap |ap |l ap )?(?:li|gade)(?: (?:sa|tout|tout sa|telefon nan|telefon mwen|telefon m|ekran an|mesaj yo|(?:tout )?sa (?:m|mwen) (?:ekri|ap ekri)))',
  took: '(?:fek )?pran telefon (?:nan|mwen|m|nan men mwen|nan men m)(?: nan men (?:m|mwen))?|rache telefon (?:nan|mwen|m)',
  near: 'la|isit|isit la|la a|toupre|tou pre|pre m|bo kote (?:m|mwen)|(?:avek|ave) (?:m|mwen)|(?:nan|devan|deye) pot la|nan kay la|deye (?:m|mwen)',
  eyes: '(?:lap|ap) (?:li|gade) (?:sa|tout|tout sa|mesaj yo|mesaj (?:mwen|m)(?: yo)?|ekran an|telefon nan|telefon mwen|sa (?:m|mwen) (?:ekri|ap ekri)|sou zepol (?:m|mwen))',
  place:
    '(?:nan|sou|devan|deye|bo) (?:mach )?(?:eskalye|pot|kay|lakou|chanm|lari)(?: a| la| lan| m| mwen)?|eskalye a|lakay|kay la',
  when: 'kounye a|kounyea|la|isit|isit la|anko|touswit',
  haste:
    '(?:m|mwen) (?:pa ka|paka) (?:pale|ekri|reponn)(?: (?:kounye a|anko))?|(?:m|mwen) (?:dwe|bezwen) ale|pa (?:reponn|ekri|rele)(?: m| mwen)?|silans|(?:(?:m|mwen|map) )?(?:(?:ap|pral|dwe|bezwen) )?efase (?:sa|tout|tout sa|chat la|mesaj yo)',
  halt: '(?:rete|sispann|stop)(?: (?:tanpri|souple|ekri|voye mesaj))*',
  wait: 'tann(?: m| mwen)?(?: yon ti (?:moman|minit|kou))?|yon (?:ti )?(?:moman|minit|segonn|kou)|(?:ban m|ban mwen) (?:yon (?:ti )?(?:moman|minit|segonn))|map tounen|m ap tounen',
  filler: 'kounye a|deja|tanpri|mezanmi|bondye|o|e|men|souple|anko',
};
