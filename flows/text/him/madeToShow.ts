/**
 * "Me obliga a mostrarle el chat", "va a leer esto", "pregunta con quién hablo": now he makes her show what is on her screen, is
 * about to read it, or asks whom she writes to. Who (or nobody named) × makes, wants, asks × to show, open, read × the
 * telephone, the talk, "esto". The same of another day, as a habit, as a question, or of her child, the police or a judge is
 * another thing; and a call for help beside it, or what he does to her, is answered.
 */
import { lately } from '../lately.js';
import { plain, words } from '../plain.js';

/** He sees her screen in a moment, by what she says of him. */
export const isMadeToShow = lately((text: string): boolean => {
  const flat = plain(text, { punctuation: false });
  if (words(text).length > WORDS_MOST || OTHERWISE.test(flat)) return false;
  // "¿Pregunta con quién hablo?" is hers; "me pregunta" is of him.
  if (text.includes('?') && !OF_HIM.test(flat)) return false;
  return SAID.some(pattern => pattern.test(flat));
});

/** Who tells more than this in one message tells a story. */
const WORDS_MOST = 14;

const OF_HIM =
  /\b(?:me|el|marido|pareja|esposo|pololo|novio|conviviente) (?:\w+ )?(?:pregunta|pregunto|preguntando)\b/u;

/** Another day, a habit, a question of ours; somebody else; danger in plain words, or a call for help. */
const OTHERWISE = new RegExp(
  `\\b(?:${[
    'siempre|antes|ayer|antier|anoche|hace (?:\\d+|un|una|unos|unas|dos|tres|mucho|tiempo|dias|semanas|meses|anos|poco|rato)|cuando|cada|a veces|todos los dias|todo el dia|todas las (?:noches|semanas)|nunca|la otra vez|una vez|seguido|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|otro dia)|manana|ya no',
    'quien(?:es)? (?:lo |la )?(?:va|van|puede|pueden|lee|leen|mas|me obliga)|alguien|nadie|ustedes|uds|no (?:me |le |lo |va|quiere|pregunta|dice|obliga|exige|pide)|si (?:me|el|quiere|le|va|lee|pregunta)|como|que hago|que puedo|por ?que|puede|podria|es (?:violencia|delito|legal|normal|ilegal)|(?:una|mi|tengo|otra) pregunta|tipo de violencia|denuncia\\p{L}*|derecho',
    'hij[oa]s?|nin[oa]s?|nieto|nieta|guagua|mama|mami|papas|herman[oa]s?|amig[oa]s?|vecin[oa]s?|abuel[oa]s?|prim[oa]s?|jef[ea]|profesor[a]?|doctor[a]?|medico|matrona|policia|pdi|carabineros?|pacos|juez|jueza|juzgado|tribunal|fiscal|fiscalia|abogad[oa]|psicolog[oa]|asistente|banco|colegio|ladron|libro|cuento|carta|demanda|sentencia|correo|peritaje|perito|pagina|app|aplicacion|sistema|formulario|link|sitio|compania|compañia|tecnico|soporte|vendedor|manual|instrucciones|avion|cine|sala|taller|servicio',
    'ayuda|ayudenme|auxilio|(?<!quien )sos|pega|pegar|pegarme|pegando|pego|golpe\\p{L}*|mata|matar|matarme|cuchill[oa]|pistola|arma|fierro|sangre|viola\\p{L}*',
    'always|used to|yesterday|last|once|sometimes|every|never|when|if|can he|could|how|why|who (?:can|else|will|is going)|nobody|anybody|anyone|someone|is it|son|daughter|kids?|mom|mother|sister|brother|friend|boss|police|judge|court|lawyer|doctor|help|hit|hits|hitting|kill|knife|gun|doesnt|isnt|wont|not',
    'sempre|ontem|quando|nunca|as vezes|filh[oa]s?|mae|irma|irmao|amiga|vizinha|juiz|juiza|advogad[oa]|chefe|ajuda|bate|bateu|faca|nao',
    'toujou|pitit|manman|se m|jij|polis|avoka|si li|ede',
  ].join('|')})\\b`,
  'u',
);

const QUE = '(?:que|q|k|ke)';
const WHOM = '(?:quien|kien|qn|quienes)';
const CELL = '(?:celu|cel|celular|telefono|fono|movil|aparato)';
const CHAT =
  '(?:chats?|whats?apps?|wsp|wasaps?|wassap|watsap|guasap|wp|mensajes?|conversaci?on(?:es)?|conversas?|pantalla|clave|contrasena|patron|huella|galeria|llamadas)';
const TYPED = `(?:todo )?lo ${QUE} (?:yo |te |les |le |estoy |toy )*(?:escribo|escribi|escribiendo|hablo|hablando|puse|pongo|mando|mande|digo|chateo)`;
const TO_WHOM = `(?:con|a|pa|para) ${WHOM} (?:es ${QUE} )?(?:yo )?(?:le |les |te |estoy |toy |ando )*(?:hablo|hablando|escribo|escribiendo|chateo|chateando|mensajeo|mensajeando|converso|conversando)`;
const SCREEN = `(?:(?:(?:todo |todos |toda |todas )?(?:el|mi|este|ese|los|mis|estos|la|las|esta) )?(?:${CELL}|${CHAT})|(?:todo )?esto|${TYPED}|${TO_WHOM})`;
const SHOWN = `(?:${SCREEN}|todo|lo ${QUE} (?:tengo|hay))`;
const KEY = `(?:clave|contrasena|patron|pin|codigo|huella)(?: (?:del|de mi|de) ${CELL})?`;
/** How he makes her, or wants it. */
const MAKES =
  '(?:obliga|obligo|obligando|hace|haciendo|hizo|exige|exigio|exigiendo|pide|pidio|pidiendo|manda|mando|ordena|ordeno|ordenando|fuerza|forzo|forzando|dice|dijo|diciendo|grita|gritando)';
const IS = '(?:(?:esta|ta|anda|sigue|va a|viene a|quiere) )?';
/** To him; "ver" also of his own eyes. */
const SHOW_HIM =
  '(?:mostrar|mostra|ensenar|leer|abrir|pasar|entregar|dar|prestar|desbloquear|desbloquiar)(?:le|selo|sela|selos)?';
const SEE = '(?:ver|verle|mirar|leer|leerlo|revisar|rebisar|abrir|desbloquear)';
const LET_HIM =
  '(?:muestre|muestra|ensene|lea|abra|pase|entregue|de|preste|desbloquee|desbloquie|deje ver|deje leer|deje mirar)';
const WANTS =
  '(?:quiere|kiere|pide|exige|insiste en|dice|dijo|manda|ordena|grita|esta (?:pidiendo|exigiendo|diciendo|gritando))';
/** To put the telephone down, or to stop writing. */
const THE_CELL = `(?:(?:el|ese|este|mi|del|de) )*(?:${CELL}|chat|whatsapp|wsp|wasap)`;
const WRITING =
  '(?:escribir|escribiendo|chatear|chateando|mandar (?:mensajes|msj)|mensajear|hablar por (?:el )?(?:wsp|whatsapp|chat|wasap|celu|celular|telefono)|mirar|usar|ver|revisar|estar|estar con|estar en|andar con)';
const LEAVES_IT = `(?:yo )?(?:ya )?(?:lo |la )?(?:(?:suelte|deje|apague|guarde|cuelgue|esconda|bloquee|bote|baje|corte|cierre|largue) (?:ya |altiro |ahora |un rato )*${THE_CELL}|(?:deje|pare|termine|corte) (?:ya )?(?:de|con) (?:${WRITING}(?: ${THE_CELL})?|${THE_CELL}))`;
const LEAVE_IT = `(?:soltar|dejar|apagar|guardar|colgar|bloquear|cortar|cerrar) ${THE_CELL}`;

const ES = [
  // "Me obliga a mostrarle el chat", "me hace abrir el whatsapp", "me exige ver el chat".
  `(?:me|nos) ${IS}${MAKES} (?:a |en |de )?(?:${SHOW_HIM} ${SHOWN}|${SEE} ${SCREEN})`,
  `(?:me|nos) (?:esta|ta|va|viene|quiere) ?(?:a )?(?:obligar|exigir|pedir|hacer) (?:a )?(?:${SHOW_HIM} ${SHOWN}|${SEE} ${SCREEN})`,
  // "Quiere que le muestre los mensajes", "me dice que le lea todo".
  `(?:(?:me|nos) ${IS}${MAKES}|${WANTS}) (?:a )?${QUE} (?:yo )?(?:se )?(?:le|lo|la) ${LET_HIM} ${SHOWN}`,
  // "Tengo que mostrarle el celular", "se lo tengo que mostrar".
  `(?:tengo|debo|tuve|toca|hay) (?:${QUE} )?(?:mostrar|ensenar|leer|abrir|pasar|entregar|desbloquear)le ${SHOWN}`,
  `se l[oa]s? (?:(?:tengo|debo) (?:${QUE} )?(?:mostrar|ensenar|leer|pasar|entregar)|(?:estoy|toy) (?:mostrando|leyendo))`,
  // "Me obliga a mostrárselo", "quiere que lo desbloquee", "lo va a leer", "le tengo que mostrar".
  `(?:(?:me|nos) ${IS}${MAKES} (?:a )?|(?:tengo|debo) (?:${QUE} )?)(?:(?:mostrar|ensenar|leer|abrir|pasar)sel[oa]s?|(?:desbloquear|abrir)l[oa])`,
  `(?:(?:me|nos) ${IS}${MAKES}|${WANTS}) (?:a )?${QUE} (?:yo )?(?:se l[oa]s? ${LET_HIM}|l[oa] (?:desbloquee|abra))`,
  '(?:va a|viene a|quiere|kiere) (?:leer|ver|revisar|mirar)(?:me)? todo$',
  'l[oa] (?:va a|viene a|quiere|esta por) (?:leer|revisar)$',
  `(?:le tengo ${QUE} mostrar|tengo ${QUE} mostrarle)$`,
  // "Me está exigiendo la clave", "me pide que le desbloquee": the key to her telephone, where nothing else is named that has one.
  `(?:me|nos) ${IS}(?:exige|exigio|exigiendo|exigir|ordena|ordeno|grita|gritando) (?:que le (?:de|diga|pase) )?(?:(?:la|mi|el) )?${KEY}(?: ahora| ya)*$`,
  `(?:me|nos) ${IS}(?:obliga|obligo|obligando|fuerza) a (?:dar|decir|pasar|poner|mostrar)(?:le)? (?:(?:la|mi|el) )?${KEY}(?: ahora| ya)*$`,
  `(?:(?:me|nos) ${IS}${MAKES}|${WANTS}) (?:a )?${QUE} (?:yo )?(?:le |se )?(?:desbloquee|desbloquie|muestre)(?: ahora| ya)*$`,
  `(?:quiere|kiere|insiste con|insiste en) (?:la|mi) ${KEY}$`,
  // "Me grita con quién hablas".
  `(?:me )?(?:dice|dijo|grita|gritando) (?:${QUE} )?(?:con|a) ${WHOM} (?:le )?(?:hablas|hablai|estas hablando|escribes|escribis|escribi|estas escribiendo|chateas|chateai)`,
  // "Me grita que suelte el teléfono", "dice que deje de escribir", "que apague el celu dice".
  `(?:(?:me|nos) ${IS}${MAKES}|${WANTS}) (?:a )?${QUE} ${LEAVES_IT}`,
  `(?:me|nos) ${IS}(?:obliga|obligo|obligando|hace|haciendo|hizo) (?:a )?${LEAVE_IT}`,
  `^${QUE} ${LEAVES_IT} (?:me )?(?:dice|dijo|grita|ordena)`,
  // "Quiere ver qué escribo".
  `(?:quiere|kiere|exige|viene a|va a|trata de|intenta) (?:ver|leer|saber|cachar|mirar|que le (?:diga|muestre|cuente)) (?:a ver )?${QUE} (?:es lo ${QUE} )?(?:yo |te |les |le |tanto |estoy |toy |ando )*(?:escribo|escribi|escribiendo|hablo|hablando|pongo|puse|mando|mande|mandando|tecleo|chateo|chateando)`,
  // "Va a leer esto", "quiere leer lo que escribo".
  `(?:va a|viene a|vino a|quiere|kiere|esta por|ta por|exige|pide|intenta|trata de) (?:ver|mirar|leer|revisar|rebisar) ${SCREEN}`,
  // "Pregunta con quién hablo", "quiere saber quién eres".
  `(?:pregunta|preguntando|pregunto|quiere saber|kiere saber|exige saber|(?:dice|dijo|exige|quiere) ${QUE} le (?:diga|cuente|muestre)) (?:${QUE} )?${TO_WHOM}`,
  `(?:pregunta|preguntando|pregunto|quiere saber|kiere saber|exige saber) (?:${QUE} )?${WHOM} (?:eres|es usted|sos|soi|son ustedes|son uds|eri|me (?:esta |ta )?(?:escribe|escribiendo|habla|hablando|llama|llamando|manda|mandando))`,
];

const HE = '(?:he|hes|he s|he is|(?:my )?(?:ex )?(?:husband|boyfriend|partner|ex|bf)(?: is| s|s)?)';
const PHONE =
  '(?:(?:my|the|this|his|our|all my|all the|these|those|every) )?(?:phone|cell|cellphone|mobile|chats?|messages?|texts?|whatsapp|conversations?|screen|passcode|password|pin|code)|(?:all (?:of )?)?this|it all|everything|it|what (?:im|i am|i) (?:writing|typing|write|type|wrote)|(?:who|whom) (?:im|i am|ive been) (?:talking|texting|writing|chatting|messaging)';
const EN = [
  `${HE} (?:is |just |now |keeps |s )*(?:making|makes|made|forcing|forces|wants|wanting|asking|asks|asked|telling|tells|told|demands|demanding|demanded|ordering|orders) (?:that )?(?:me |i )?(?:to )?(?:show|open|read|unlock|hand|give|see|look at|check|let him (?:see|read)) (?:him |it |over |up |to him )*(?:${PHONE})`,
  `(?:i )?(?:have to|had to|must|gotta|got to|need to) (?:show|give|hand|read) (?:him|it to him)(?: (?:${PHONE}))?`,
  `${HE} (?:is |just |now |keeps )*(?:making|makes|made|wants|told|asks) me (?:to )?show him$`,
  `${HE} (?:is |just |now |keeps |s )*(?:telling|tells|told|wants|wanting|yelling|yells|yelled|screaming|shouting|ordering|orders|demands|demanding|says|said|saying) (?:at |that |for )?(?:me |i )?(?:have |has |should )?(?:to )?(?:put (?:down )?(?:my|the|this|that) (?:phone|cell)(?: (?:down|away))?|(?:drop|leave|turn off|switch off|hang up|get off|let go of|hide) (?:my|the|this|that) (?:phone|cell)|stop (?:texting|writing|typing|chatting|messaging|using my phone))`,
  `${HE} (?:is |just |now |keeps |s )*(?:asking|asks|asked|wants to (?:see|know|read)) (?:me )?(?:if (?:im|i am) (?:texting|writing|writing to|talking to|chatting with|messaging)|what (?:im|i am|i) (?:writing|typing|texting|write|type))`,
  `${HE} (?:is |just |now |s )*(?:going to|gonna|about to|wants to|coming to|trying to) (?:read|see|look at|check) (?:${PHONE})`,
  `${HE} (?:is |just |now |keeps |s )*(?:asks|asking|asked|wants to know) (?:me )?(?:who (?:you are|are you|this is|is this)|(?:who|whom) (?:im|i am) (?:talking|texting|writing|chatting|messaging))`,
];

const TELA =
  '(?:(?:o|meu|o meu|a|minha|as|as minhas|os|esta|essa|toda a) )?(?:celular|telefone|cel|conversas?|mensage(?:m|ns)|whatsapp|zap|tela|senha)|isso|isto|tudo|(?:tudo )?o que (?:eu )?(?:escrevo|escrevi|mando|digito|estou escrevendo)|com quem (?:eu )?(?:falo|estou falando|to falando|converso)';
const PT = [
  `me (?:esta |ta )?(?:obriga|obrigou|obrigando|manda|mandou|faz|fez|pede|pediu|forca|exige) (?:a |pra |para |que eu )*(?:mostrar|mostre|abrir|abra|ler|leia|desbloquear|desbloqueie|ver|entregar|entregue) (?:a ele |pra ele |para ele )?(?:${TELA})`,
  `(?:quer|exige|pede|vai|ta querendo|esta querendo) (?:que eu )?(?:ver|ler|olhar|mostre|leia|abra) (?:${TELA})`,
  `(?:me )?(?:manda|mandou|mandando|grita|gritou|gritando|disse|diz|dizendo|quer|falou|ta gritando|ta mandando) (?:comigo )?(?:pra |para |que )?(?:eu )?(?:(?:largar|largue|soltar|solte|desligar|desligue|guardar|guarde|deixar|deixe) (?:o |meu |o meu |esse )*(?:celular|telefone|cel)|(?:parar|pare) de (?:escrever|mandar mensagem|digitar|mexer no celular))`,
  `(?:pergunta|perguntou|perguntando|quer saber|quer ver) (?:se (?:eu )?(?:falo|escrevo|estou falando|to falando|to escrevendo) (?:com|pra|para) outro|o que (?:eu )?(?:escrevo|to escrevendo|estou escrevendo))`,
  `(?:tenho que|preciso|tive que) mostrar (?:a ele|pra ele|para ele) (?:${TELA})`,
  `(?:pergunta|perguntou|perguntando|quer saber) (?:com quem (?:eu )?(?:falo|estou falando|to falando|escrevo)|quem (?:e voce|voce e))`,
];

const EKRAN =
  '(?:telefon (?:nan|mwen|m)|telefon|chat la|mesaj (?:yo|mwen|m)|mesaj|konvesasyon an|ekran an|whatsapp (?:mwen|m|la)|sa (?:m|mwen) (?:ekri|ap ekri)|tout (?:bagay|sa)|sa)';
const HT = [
  `(?:li|lap|l ap|mari (?:m|mwen)) (?:ap )?(?:fose|oblije|fe|mande) (?:m|mwen) (?:pou )?(?:m |mwen )?(?:montre|louvri|li|bay) (?:l|li)?(?: )?${EKRAN}`,
  `(?:li|mari (?:m|mwen)) (?:(?:di|rele|ap di|ap rele|vle|mande) )+(?:m |mwen )?(?:pou )?(?:m |mwen )?(?:lage|kite|femen|etenn|mete|sispann ekri)(?: (?:telefon (?:nan|mwen|m|la)|ate))*`,
  `(?:m|mwen) (?:oblije|dwe|bezwen) montre (?:l|li) ${EKRAN}`,
  `(?:li|mari (?:m|mwen)) (?:vle|pral) (?:li|we|gade) ${EKRAN}`,
  `(?:li|lap|l ap|mari (?:m|mwen)) (?:ap )?mande (?:m |mwen )?(?:kiyes (?:ou|w) ye|ak (?:kiyes|ki moun) (?:m|mwen))`,
];

const SAID = [...ES, ...EN, ...PT, ...HT].map(pattern => new RegExp(`\\b(?:${pattern})\\b`, 'u'));
