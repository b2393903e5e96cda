/**
 * What he writes plainly with her telephone in his hand: that he is a man of this name, or the owner of the house; where she is, to
 * "gorda"; that the order she asked of is one that he will give her; that all she wrote is to be erased. No more than the words
 * tell: whether they may be hers where they stand, whoHolds.ts weighs.
 */
import { lately } from '../lately.js';
import { plain } from '../plain.js';
import { WOMAN } from './tellsOfHer.js';

/**
 * `deed`: of what she wrote, or what "mi señora" will not do; `her`: the same of "ella", or "la señora", who may be another.
 * `taunts`: he mocks what she asked; `calls-her`: he looks for her; `man`: his name; `owner`: of the house, or hers; `phone`: that
 * the telephone is his; `curses`: at what he finds in it.
 */
export type HisWords = 'deed' | 'her' | 'taunts' | 'calls-her' | 'man' | 'owner' | 'phone' | 'curses';

/** Null where it has nothing of his, or tells what he said to her. */
export const hisPlainly = lately((text: string): HisWords | null => {
  const said = ` ${plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  if (TELLS_OF_HIM.test(said)) return null;
  return PATTERNS.find(([, patterns]) => patterns.some(pattern => pattern.test(said)))?.[0] ?? null;
});

/** What she says of him, or passes on of what he wrote, and whoever asks for a woman of his own. */
const TELLS_OF_HIM =
  / (?:me (?:dice|dijo|decia|escribe|escribio|mando|manda|puso|grita|grito|llamo|amenaza|amenazo|amenazaba|contesta|respondio|pregunta|pregunto)|nos (?:dijo|dice|amenazo)|dice que|dijo que|he (?:says|said|told|texted|wrote)|ele (?:disse|diz|falou)|li di|mi (?:marido|esposo|pololo|ex|hermana|hermano|hija|hijo|mama|vecina|amiga|prima|sobrina)|my (?:sister|daughter|mother|mom|friend|husband|boyfriend|ex)|minha (?:irma|filha|mae|amiga)) /u;

const GREETS =
  '(?:(?:hola|ola|holi|buenas|buenos|buen|dias|dia|tardes|noches|oye|oiga|oigan|alo|si|ya|hey|hello|hi|good|morning|evening|oi|bom|boa|tarde|noite|bonjou|bonswa|señorita|senorita|disculpe|mira|ah|a ver|po) )*';

const SAYS_NAME =
  '(?:(?:yo )?soy|(?:aqui |aca |le |te |les )?habla|aqui|aca|mi nombre es|me llamo|i am|im|i m|this is|my name is|my names|(?:eu )?sou|aqui e|me chamo|meu nome e|mwen se|m se|non mwen se|non m se|mwen rele|m rele)';
// No name that a woman may have too ("Alex", "Ariel", "Noel").
const MAN =
  '(?:juan|jose|pedro|luis|carlos|jorge|manuel|victor|francisco|cristian|christian|claudio|patricio|marcelo|rodrigo|mauricio|sebastian|felipe|diego|matias|nicolas|daniel|miguel|roberto|sergio|hector|ricardo|mario|fernando|eduardo|kevin|brayan|bryan|brian|jonathan|jonatan|esteban|ignacio|benjamin|tomas|gabriel|gonzalo|hugo|ivan|oscar|rafael|samuel|nelson|cristobal|maximiliano|agustin|alan|marco|marcos|antonio|cesar|raul|guillermo|enrique|bastian|byron|jordan|michael|maicol|yerko|leonardo|julio|alberto|alfredo|armando|arturo|bernardo|camilo|danilo|david|domingo|emilio|ernesto|fabian|gerardo|german|gustavo|jaime|javier|joaquin|joel|leandro|lucas|martin|mauro|omar|pablo|ramiro|ramon|renato|rigoberto|rolando|ruben|rodolfo|santiago|segundo|simon|vicente|waldo|wilson|washington|william|elias|moises|isaac|jesus|alejandro|andres|orlando|osvaldo|hernan|humberto|ismael|aldo|alvaro|john|james|robert|joao|paulo|marcio|jean|pierre|jacques|wilner|frantz|junior|beto|pancho|pepe|lucho|nacho|seba|rodri|feña|fena|toño|tono|memo|kike|jano|mati)';
const SURNAME =
  '(?:gonzalez|muñoz|munoz|rojas|diaz|perez|soto|contreras|silva|martinez|sepulveda|morales|rodriguez|lopez|fuentes|hernandez|torres|araya|flores|espinoza|valenzuela|castillo|tapia|reyes|gutierrez|castro|pizarro|alvarez|vasquez|sanchez|fernandez|ramirez|carrasco|gomez|cortes|herrera|nuñez|nunez|jara|vergara|rivera|figueroa|riquelme|garcia|miranda|bravo|vera|molina|vega|campos|sandoval|orellana|olivares|aguilera|leiva|ortiz|ruiz|salazar|toro|medina|santos|pereira)';
const ASKS_BACK =
  '(?:y (?:tu|usted|ustedes)(?: quien(?:es)? (?:eres|es|son))?|quien (?:habla|es|eres|escribe)|con quien hablo|quienes son|who is this|whos this|quem e|po|mucho gusto)';

/** "Gorda", and by what he asks for her. Of "mi amor" a warm woman is sometimes as free. */
const PET =
  '(?:(?:mi )?(?:amor|amorcito|amorsito|vida|gorda|gordita|flaca|flaquita|negra|negrita|vieja|viejita|bebe|cielo|cariño|carino|chanchita|reina)(?: mio| mia)?|mor|babe|baby|honey|darling|my love|meu amor|amorzinho|cheri|cheri mwen|doudou)';
const SURE_PET = '(?:(?:mi )?(?:gorda|gordita|flaca|flaquita|negra|negrita|vieja|viejita|chanchita))';
const LOOKS_FOR =
  '(?:(?:y )?(?:donde|onde|adonde|a donde) (?:estas|estai|tas|tai|andas|andai|anday|te metiste|te fuiste|te metiste)|llama(?:me|meee)(?: (?:porfa|por favor|ya|ahora))?|contesta(?:me)?(?: (?:el telefono|el celu|po|porfa|ya))?|responde(?:me)?(?: (?:po|ya))?|por que no (?:me )?(?:contestas|contestai|respondes|respondi|hablas)|(?:xq|pq|porque) no (?:me )?(?:contestas|contestai|respondes|respondi)|(?:con|a) (?:quien|qn) (?:hablas|hablai|escribes|escribi|chateas|chateai|estas|estai)(?: hablando| escribiendo| chateando)?|(?:vuelve|ven|vente|veni)(?: (?:a|pa|para|pal) (?:la |el )?(?:casa|ksa|cama|pieza|aca|aqui))?|where are you|call me|answer me|answer|pick up(?: the phone)?|who are you (?:talking|texting|writing) to|come home|cade voce|onde (?:voce|vc) (?:ta|esta)|me liga|me atende|me responde|volta pra casa|kote w ye|kote ou ye|rele m|reponn mwen|reponn m)';

/** What she may have asked about, as he mocks it. */
const ASKED =
  '(?:orden(?: de alejamiento| de proteccion| de restriccion)?|ordenes|alejamiento|denuncias?|denunciarme|demandarme|demandas?|divorcio|divorciarte|separarte|separacion|abogad[oa]s?|pension(?: de alimentos)?|cautelar(?:es)?|medidas?(?: de proteccion| cautelares)?|casa de acogida|centro de la mujer|pacos|carabineros|psicolog[oa]|sicolog[oa]|tribunal(?:es)?|juzgado|restraining order|protective order|divorce|lawyer|medida protetiva|advogad[oa])';
const MOCKS = '(?:(?:ah|eh|e|no|po|jaja\\p{L}*|mira|mirala|mirate|la|weona|wna|que|linda|bonito|cierto|huh|né|ne) )';

const WRITES =
  '(?:(?:les |le |te )?(?:puso|escribio|mando|envio|anoto|dijo|conto|pidio|pregunto|hablo|inventó|invento|ha escrito|escribe|pone))';
const ERASE =
  '(?:borren|borre|borra|borrenlo|eliminen|elimine|elimina|boten|ignoren|ignore|olviden|olvide|olvidense de|descarten|anulen|cancelen|delete|erase|ignore|apaguem|apaga|efase)';
const NEVER =
  '(?:(?:va a|va|piensa|tiene (?:que|permiso (?:para|pa))|puede|necesita|quiere) (?:nada|ir|irse|salir|denunciar|hablar|escribir|hacer|llamar|ayuda|que|na|mas|su|a|andar|declarar|separarse|demandar|contestar|seguir)|se va a (?:ir|mover|separar|escapar)|necesita|sale de aqui|sale de aca|se mueve de)';
const AROUND = '(?:(?:ya|si|es que|que|ahora|igual|hoy|po|asi que|miren|mire|aqui|perdon|disculpe|no) )*';

const PATTERNS: readonly (readonly [HisWords, readonly RegExp[]])[] = [
  [
    'deed',
    [
      new RegExp(
        ` ${ERASE} (?:(?:todo|todos|toda|eso|lo|esa|esas|los|las|wea|weas|mensajes|cosas) )*(?:que|q|k) ${WOMAN} ${WRITES} `,
        'u',
      ),
      new RegExp(
        ` (?:que|q|k|cuanto) (?:tanto |mierda |chucha |wea )(?:les |le )?(?:escribe|habla|chatea|pregunta|cuenta|pone|alega|hace|escribia) (?:esta|esa|mi|la) (?:mujer|mina|loca|weona|wna|señora|senora|polola|vieja|gorda|flaca|esposa|patrona) `,
        'u',
      ),
      / (?:perdon\p{L}*|disculp\p{L}*) (?:a )?mi (?:señora|senora|mujer|polola|esposa|novia|vieja|gorda|flaca) /u,
      new RegExp(
        `^ ${AROUND}(?:mi|esta) (?:señora|senora|mujer|polola|esposa|novia|vieja|gorda|flaca|mina|loca) ${AROUND}no ${NEVER} `,
        'u',
      ),
      / (?:delete|erase|ignore) (?:(?:everything|all|what|whatever|that|the messages|it) )+(?:she|my wife|my girlfriend) (?:wrote|sent|said|told|texted|asked) /u,
      / (?:apaguem|apaga|apague|ignorem) (?:(?:tudo|o|isso) )+que (?:ela|minha mulher|minha esposa) (?:escreveu|mandou|disse|falou) /u,
      // To her, of what she does now: "a quién querís denunciar", "qué le fuiste a decir", "te pillé", "así que yo te pego".
      /^ (?:(?:oye|ya|y|a ver|ah) )*(?:con (?:quien|qn|kien) (?:hablas|hablai|escribes|escribi|chateas|chateai|estai hablando|estas hablando)|(?:quien|qn|kien) es (?:el |la )?(?:que|q|k) te (?:escribe|habla|esta escribiendo|manda mensajes)) (?:mijita|mija|mijta|weona|wna|mi amor|amor|perra|maraca|po|ah|ahora) $/u,
      /^ (?:(?:oye|ya|y|a ver|ah) )*(?:quien|qn|kien) es (?:el |la )?(?:que|q|k) te (?:escribe|habla|esta escribiendo|manda mensajes) $/u,
      new RegExp(
        `^ ${GREETS}(?:(?:y|asi que|asi q|con que|conque|oye|ah) )*(?:a (?:quien|qn|kien) (?:(?:me|lo|la|le|les) )?(?:queri|queris|quieres|vai|vas|andai|andas|estai|estas) (?:a )?(?:denunci\\p{L}*|acus\\p{L}*|sapi?ando|sape\\p{L}*|demand\\p{L}*))(?: (?:po|ah|weona|wna|voh|vo|tu))* $`,
        'u',
      ),
      /^ (?:(?:oye|ah|y|ya|weona|wna) )*(?:que|q|k) (?:chucha |mierda |wea )?(?:le|les) (?:fuiste|fuistes|andas|andai|anday|estai|estas) (?:a )?(?:decir|contar|diciendo|contando|hablar|inventar|inventando)(?: (?:po|ah|weona|wna|de mi|a los pacos|a la yuta))* $/u,
      /^ (?:(?:ah|y|ya|oye|jaja\p{L}*) )*no me (?:digas|digai|digay) (?:que|q|k) (?:estas|estai|andas|andai) (?:pidiendo ayuda|denunciando(?:me)?|hablando de mi|contando cosas)(?: (?:po|ah|weona|wna))* $/u,
      /^ (?:(?:ah|y|ya|oye|ahora|por fin|jaja\p{L}*) )*te (?:pille|cache|pesque|descubri)(?: (?:po|weona|wna|mierda|escribiendo|denunciando|hablando|mentirosa|chateando|con el celu))* $/u,
      /^ (?:(?:ah|y|ya|oye|asi que|asi q|con que) )*yo te (?:pego|pegue|golpeo|maltrato|trato mal)(?: (?:ah|po|ahora|weona|wna|mentirosa))* $/u,
      /^ (?:no|so|and )?(?:who are you trying to report|what did you tell them|i caught you (?:texting|writing)|dont tell me you are asking for help) $/u,
      /^ (?:a )?quem (?:voce|vc) quer denunciar $|^ te peguei (?:escrevendo|digitando) $/u,
      /^ (?:ki moun|kimoun|kiyes) ou vle denonse $/u,
      /^ (?:(?:no|so|and) )*my (?:wife|girlfriend|woman) (?:is not|isnt|wont|is never|aint|doesnt) (?:going|leaving|need|want|be) /u,
    ],
  ],
  [
    'her',
    [
      // To us, of himself and of those who are to leave them alone.
      /^ (?:(?:es|son|pura|puras|una|todo|no|oiga|oigan) )*mentiras? (?:yo )?(?:nunca|jamas|no) (?:le|la) (?:he )?(?:pegado|pegue|golpeado|golpee|tocado|toque|levantado la mano|hecho nada|hice nada)(?: (?:a ella|yo|en mi vida))* $/u,
      /^ (?:(?:no|oiga|oigan) )*(?:yo )?(?:nunca|jamas|no) (?:le|la) (?:he )?(?:pegado|pegue|golpeado|golpee|tocado|toque|levantado la mano|hecho nada|hice nada) (?:a ella|es mentira|son mentiras|mentira) $/u,
      /^ (?:(?:ya|oiga|oigan|por favor|porfa|basta) )*(?:dejen|deje|paren|deja)(?: de)? (?:molestar|tranquila|tranquilo|en paz|meterse|meterle|webiar|huevear|weviar|joder)(?: (?:con|a|en|la|el|mi|lo nuestro|mas|ya))* (?:familia|señora|senora|mujer|polola|esposa|matrimonio|casa) $/u,
      /^ (?:(?:oiga|oigan|por favor|porfa|no) )*(?:no (?:le )?(?:hagan|haga|haga n) caso|no le crean|no la pesquen|no la escuchen)(?: (?:es que|que|a la|a|porque|pq|xq))* (?:esta|ta|anda) (?:media |re |muy |toda )?(?:curada|ebria|borracha|loca|tomada|enferma|drogada|con trago)(?: (?:ella|la mina|la loca))* $/u,
      /^ (?:(?:no|she is lying|shes lying|lies) )*i (?:never|didnt|did not) (?:hit|touch|touched|hurt) her $/u,
      /^ (?:(?:e mentira|nao) )*(?:eu )?nunca (?:bati|encostei) nela $/u,
      /^ (?:mwen|m) pa janm (?:frape|bat) li $/u,
      /^ (?:(?:no|si|mentira|oiga|es que) )*ella (?:misma |solita |sola )?se (?:pego|golpeo|cayo|hizo eso|rasguño|corto)(?: (?:sola|solita|misma|borracha|curada))+ $/u,
      new RegExp(
        ` ${ERASE} (?:(?:todo|todos|toda|eso|lo|esa|esas|los|las|wea|weas|mensajes|cosas) )*(?:que|q|k) (?:ella|les|la señora|la senora) ${WRITES} `,
        'u',
      ),
      / (?:que|q|k|cuanto) (?:tanto |mierda |chucha |wea )(?:les |le )?(?:escribe|habla|chatea|pregunta|cuenta|pone|alega|hace) ella /u,
      new RegExp(`^ ${AROUND}(?:ella|la (?:señora|senora|mina|loca|patrona|jefa)) ${AROUND}no ${NEVER} `, 'u'),
      /^ (?:(?:no|so|and) )*(?:she is|shes|she s|she) (?:not|aint|wont|never|is not|isnt|doesnt) (?:going|leaving|need|go) (?:anywhere|to|anything|you|help) /u,
      /^ (?:(?:nao|e) )*ela nao (?:vai|precisa) (?:a|de|pra|sair|denunciar|ir|mais|lugar) /u,
      /^ (?:no )?li (?:pap|p ap|pa pral) (?:ale|fe|soti) (?:okenn kote|anyen) /u,
    ],
  ],
  [
    'taunts',
    [
      / (?:somos|nosotros somos) (?:un|una) (?:matrimonio|pareja|familia) (?:normal|feliz|tranquil[oa]|bien|unid[oa])(?: (?:como todos|nomas|no mas))* $/u,
      /^ (?:(?:y|oye|a ver|ah) )*(?:quien|qn|kien) te (?:pega|golpea|maltrata|hace daño|hace algo)(?: (?:a ti|a vo|a voh|po|weona|wna))* $|^ (?:(?:y|oye|a ver) )*a (?:quien|qn|kien) le (?:pega|pegan|pego|golpean)(?: (?:po|a ver|quien))* $/u,
      new RegExp(` ${ASKED} (?:es lo que )?te voy a (?:dar|poner|hacer|pegar) `, 'u'),
      new RegExp(` te voy a (?:dar|poner|meter) (?:yo )?(?:tu|una|la|el|un|tus|pura) ${ASKED} `, 'u'),
      new RegExp(
        `^ ${GREETS}(?:(?:jaja\\p{L}*|jeje\\p{L}*|aja|xd) )*(?:asi|con|conque) ?(?:que|q|k)? (?:(?:una|la|un|con|tu|quieres|queris|quiere|ahora) )*${ASKED} ${MOCKS}*$`,
        'u',
      ),
      new RegExp(`^ ${GREETS}(?:jaja\\p{L}*|jeje\\p{L}*) ${ASKED} ${MOCKS}*$`, 'u'),
      / (?:asi|con) (?:que|q|k) (?:ahora )?(?:me )?(?:quieres|queris|queri|kieres|vas a|vai a|estas|estai|andas|andai) (?:denunci\p{L}*|demand\p{L}*|dej\p{L}*|separ\p{L}*|acus\p{L}*|hablando|escribiendo|contando|sapeando|sapiando|preguntando|divorci\p{L}*) /u,
      /^ (?:(?:oye|ah|y|jaja\p{L}*) )*(?:que|q|k) (?:wea |chucha |mierda |tanto )?(?:andas|andai|anday|le estas|les estas|estai) (?:preguntando|contando|hablando|averiguando|weando|sapeando|acusando) /u,
      / (?:ya )?(?:vi|lei) (?:todo )?lo (?:que|q) (?:les |le )?(?:preguntaste|contaste|buscaste|andas preguntando|andai preguntando) /u,
      / (?:ill|i ll|i will|im gonna) (?:give|show) you (?:a |your )?(?:restraining order|protective order|divorce|lawyer|order) /u,
      / (?:so|oh) (?:now )?(?:you|u) (?:want|wanna|are getting|re getting|youre getting|think you can) (?:a |to )?(?:restraining order|protective order|divorce|lawyer|report me|leave me) /u,
      / (?:medida protetiva|divorcio|denuncia) (?:eu )?vou te dar | (?:entao|ah) (?:voce |vc )?(?:quer|vai|ta querendo) me (?:denunciar|deixar|largar|processar) /u,
      / m (?:pral|ap) ba w (?:lod|lapolis|divos) /u,
    ],
  ],
  [
    'calls-her',
    [
      new RegExp(`^ ${GREETS}${PET} ${GREETS}${LOOKS_FOR} $`, 'u'),
      new RegExp(`^ ${GREETS}${LOOKS_FOR} ${PET} $`, 'u'),
      new RegExp(`^ ${GREETS}${SURE_PET} (?:estas|estai|tas|tai|ta) (?:ahi|hay|alli|bien) $`, 'u'),
      new RegExp(`^ ${GREETS}(?:estas|estai|tas|tai) (?:ahi|hay|alli) ${SURE_PET} $`, 'u'),
    ],
  ],
  [
    'man',
    [
      /^ (?:(?:hola|buenas|disculpe) )*soy el (?:\p{L}+) (?:y )?la \p{L}+ (?:esta|ta|anda|se quedo|se) (?:durmiendo|dormida|acostada|descansando|ocupada|en la ducha|curada|durmio) $/u,
      new RegExp(
        `^ ${GREETS}${SAYS_NAME} (?:el |don |o )?${MAN}(?: ${MAN})?(?: ${SURNAME}){0,2}(?: ${ASKS_BACK})* $`,
        'u',
      ),
    ],
  ],
  [
    'owner',
    [
      new RegExp(
        `^ ${GREETS}(?:(?:soy|aqui|aca|habla|le|les|te|escribe|yo|responde|contesta) )+el (?:dueño|dueno|hombre|jefe|patron) (?:de (?:la |esta )?(?:casa|ksa|hogar)|de ella|del celular|del telefono|del celu|de la señora|de la senora)(?: ${ASKS_BACK})* $`,
        'u',
      ),
      new RegExp(
        `^ ${GREETS}(?:(?:soy|aqui|aca|habla|le|les|te|escribe|yo|responde|contesta) )+(?:la pareja|el marido|el esposo|el pololo|el novio|el conviviente|el hombre|el papa de (?:los|sus) (?:hijos|niños|ninos)) de (?:la (?:señora|senora|dueña|duena|mujer|niña|joven|señorita)|ella|el telefono|quien escribe|quien escribio)(?: \\p{L}+){0,3} $`,
        'u',
      ),
      / (?:her man|the husband|her husband|her boyfriend) (?:speaking|here|writing) | this is her man | (?:aqui e|sou) o (?:marido|dono|homem) (?:dela|da casa) | se mari (?:li|fanm nan) k ap (?:pale|ekri) /u,
    ],
  ],
  [
    'phone',
    [
      /^ (?:(?:oye|oiga|mira|hola|ya|y|pero) )*(?:este|ese) (?:telefono|celular|celu|fono|cel) es (?:mio|mi telefono|mi celular)(?: (?:po|ahora|ok|ya|entendiste))* $/u,
      /^ (?:this|that) (?:phone|cell) is mine $|^ (?:this|it) is my phone $|^ esse (?:telefone|celular) e meu $/u,
    ],
  ],
  [
    'curses',
    [
      /^ (?:a|y) (?:que|q|k) (?:pacos|carabineros|policias|tiras) (?:mandaron|mandan|llamaron|llamaste|llamai) $/u,
      /^ (?:(?:hola|oiga|oigan|por favor) )*(?:no (?:vengan|manden a nadie|es necesario)|todo bien(?: por)?(?: aca| aqui)?|aca no pasa nada|aqui no pasa nada)(?: (?:señorita|senorita|oficial|joven))?(?: soy el (?:dueño|dueno|marido|esposo|de la casa)(?: de (?:la )?casa)?| (?:señorita|senorita)) $/u,
      /^ (?:(?:ya|oiga|oigan|por favor|porfa|basta) )*(?:dejen|deje|paren) de (?:molestar|webiar|huevear|weviar|joder|meterse)(?: (?:ya|mas|po|aqui|aca))* $/u,
      /^ (?:(?:oye|ya|y|a ver|pero|ah) )*(?:(?:que|q|k) (?:es|son) (?:esto|esta wea|esta)(?: (?:denuncias?|pacos|carabineros|un chat|un hombre))+|esto (?:que|q|k) es(?: (?:denuncias?|pacos|carabineros))*) $/u,
      /^ (?:(?:oye|ya|y|a ver|ah) )*(?:borra|bota|apaga|cierra|dame|pasame|entrega|entregame|suelta|presta) (?:esa|ese|esta|este|el|la) (?:wea|weá|hueá|huea|mierda|telefono|celular|celu|cel|fono|porqueria)(?: (?:ya|ahora|po|altiro|te dije|weona|wna|conchetumare))* $/u,
      /^ (?:(?:oye|ya|y|a ver|pero) )*(?:(?:que|q|k) (?:chucha |xuxa |mierda |wea |weá |hueá |hueva |carajo |cresta )?(?:es|son) (?:esta|esto|estas|la) ?(?:wea|weas|weá|weaita|hueá|huea|hueva|mierda|porqueria|webada|weada|custion|cuestion|lesera)?|(?:que|q|k) (?:wea|chucha|mierda|hueva|weada)(?: (?:es|son) (?:esto|esta))?)(?: (?:po|ah|de (?:numero|mensaje|mensajes)))* $/u,
      /^ (?:what|wtf)(?: the (?:hell|fuck|heck))? (?:is|s) this(?: shit| crap)? $|^ wtf $|^ que (?:porra|merda) e (?:essa|isso) $/u,
    ],
  ],
];
