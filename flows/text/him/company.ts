/**
 * Who comes or is with her and is no danger: the plumber, the gas, the post, her mother, her sister, a neighbour's wife. What is
 * told of them ("el gasfiter ya entró a la casa", "mi hermana está aquí abajo en el portón") is told in the words of his coming,
 * and is taken out of a message before anything listens for him. Where he is named, where there is danger or fear in it, where
 * somebody was sent or was not called, nothing is taken out: "vino con el cerrajero", "mi mamá está acá, él me pega".
 *
 * Spanish is compared by its sound ("yego el gasfiter").
 */
import { lately } from '../lately.js';
import { inSounds, sound } from '../nearness.js';
import { plain, words } from '../plain.js';

/** Readings that somebody comes, is beside her or sees her screen, or how she is: of such company nothing of it is heard. */
export const OF_SOMEBODY: ReadonlySet<string> = new Set(
  `hush beside at-her-side watched eyed reads-along overheard with-him not-alone at-home may-be-now all-well
   he-nears he-comes-now he-is-there perhaps-there he-reads he-is-back got-in breaks-in
   comes enters stirs closes-in came-nearer hears-him pulls-in enters-on-hers`.split(/\s+/),
);

/** The rest of a message in plain form, its clauses parted by commas, empty where nothing is left; the text itself where no company is told of. */
export const withoutCompany: (text: string) => string = lately(text => without(text, [HERS, TRADES, THINGS]));

/** The same, but for who came to mend or to open: of a talk in which danger was told, he may have sent them. */
export const withoutHers: (text: string) => string = lately(text => without(text, [HERS]));

function without(text: string, who: readonly Company[]): string {
  const flat = plain(text);
  if (flat.includes('?') || NOT_CALM.test(` ${words(flat).join(' ')} `)) return text;
  const clauses = flat
    .split(BETWEEN)
    .map(clause => words(clause))
    .filter(clause => clause.length > 0);
  const left = clauses.filter(clause => !who.some(company => isOf(company, clause)));
  return left.length === clauses.length
    ? text
    : left
        .map(clause => clause.join(' '))
        .join(', ')
        .replace(THEY_SAY, '');
}

/** What they say or ask for her is what she wants. */
const THEY_SAY =
  /^(?:(?:me|nos) )?(?:dice|dijo|quiere|pregunta|pide|aconseja|recomienda|says|wants to know|asks|diz|quer saber|di)(?: (?:que|q|k|saber|si|por|that|if|se|ke))*(?: |$)/u;

const isOf = ({ sounded, others }: Company, clause: readonly string[]): boolean =>
  sounded.test(clause.map(sound).join(' ')) || others.test(clause.join(' '));

const BETWEEN = /\s*[,.;:!…\n]+\s*|\s+(?:y|i|e|pero|asi que|and|but|so|mas|epi|men)\s+/u;

/** He, his, or whoever is on his side; danger, fear and silence; who was sent, or whom she did not call. */
const NOT_CALM = new RegExp(
  ` (?:${[
    'el(?= $| (?:esta|ta|viene|me|nos|se|le|la|lo|les|va|tiene|quiere|kiere|dice|dijo|no|ya|con|tambien|igual|y|i|anda|entro|mando|trajo|llamo|puede|sabe) )|(?:con|de|a|para|pa|por|d) el(?= $| (?:y|i|no|me|se|esta|que) )|ellos',
    'maridos?|esposos?|pareja|pololos?|novio|conviviente|ex|viejo|suegr\\p{L}*|cunad\\p{L}*|padrastro|hombres?|tipos?|weon\\p{L}*|agresor|su (?:mama|hermana|tia|familia|amiga|hija|madre|abuela|prima)|amig[oa] (?:de|del|suy[oa]) ?(?:el|suyo)?',
    'peg(?:a|o|ue|an|aron|ar|arme|ando|aba|andome)|golpe(?:a|o|ar|arme|ando|aron|es|ado|ada)|mat(?:a|o|ar|arme|arnos|ando|aron|e|en)|cuchill\\p{L}*|pistolas?|armas?|armad[oa]|machete|fierro|palo|sangr\\p{L}*|miedo|susto|asustad\\p{L}*|ayud(?:a|enme|ame|en)|auxilio|socorro|sos|peligro|emergencia|urgente|policia|carabineros|pacos',
    'grit\\p{L}*|llor\\p{L}*|amenaz\\p{L}*|quem\\p{L}*|incendi\\p{L}*|fuego|escond\\p{L}*|encerr\\p{L}*|furios[oa]|enojad[oa]|curad[oa]|borrach[oa]|drogad[oa]|herid[oa]|muert[oa]|muri\\p{L}*|mal|grave|desmay\\p{L}*|viol\\p{L}*|abus\\p{L}*|amarrad\\p{L}*',
    'mand(?:o|ado|aron|ada)|contrat\\p{L}*|trajo|trajeron|fuerza|permiso|desconocid[oa]|extran[oa]|rar[oa]|quien|nadie|llame|pedi|pidio|conozco|avisar|sin|llev\\p{L}*|quit\\p{L}*|ech(?:a|o|ar|arme|aron)|sac(?:a|o|ar|arme|aron)|retar\\p{L}*|castig\\p{L}*|rob\\p{L}*|cambi\\p{L}*|chapa',
    '(?:me|nos|le) toc\\p{L}*|no (?:puedo|pueo|me|nos|le|les|te|se|hables?|escriban?|contesten?|respondan?|manden?|llamen?|digan?)|chao|chau|bye|te dejo|corto|shh*|silencio|calla\\p{L}*|borra\\p{L}*|le[ae]|lee|leyendo|mirando|viendo|escuchando|revis\\p{L}*|celular|celu|telefono|pantalla',
    'he|hes|his|him|husband|boyfriend|partner|hit\\p{L}*|kill\\p{L}*|knife|gun|blood|bleed\\p{L}*|scared|afraid|help|hurt\\p{L}*|sent|called|police|drunk|angry|watching|reading|cant|cannot|dont',
    'ele|dele|namorado|companheiro|bate\\p{L}*|faca|sangue|medo|ajuda|socorro|mandou|li|mari|mennaj|bat|touye|kouto|san|pe|ede',
  ].join('|')}) `,
  'u',
);

interface Company {
  sounded: RegExp;
  others: RegExp;
}

const A = '(?:el|la|los|las|un|una|unos|unas|mi|mis)';
const OF =
  '(?: (?:del?|d|de la|de los|por (?:el|la|lo del?))(?: (?:el|la|los|las))? (?:gas|agua|luz|internet|inter|cable|wifi|vtr|entel|movistar|claro|gtd|mundo|correo|correos|aseo|calefon|lavadora|refri|refrigerador|cocina|tele|television|banos?|techo|ascensor|alarma|caldera|medidor|furgon|delivery|pedido|municipalidad|muni|colegio|consultorio|cesfam|basura|encomiendas?|aljibe|camaras|fumigacion|edificio|condominio|mercado libre|(?:mi|mis) hij[oa]s?|supermercado|super|lider|jumbo|rappi))';
const OF_WHAT = `${OF}?`;
/** Who mends, delivers or comes of their work, to her door or into her home. */
const TRADES_ES = `${A} (?:gasfiters?|gasfitero|gafiter|gasfita|cerrajeros?|tecnicos?|electricos?|electricistas?|plomero|fontanero|maestros?|maestrito|pintor(?:es)?|jardineros?|carpinteros?|instalador(?:es)?|soldador|vidriero|fumigador|cartero|carteros|repartidor(?:a|es)?|delivery|conserje|mayordomo|portero|nana|senora del aseo|asesora|cuidadora|enfermer[oa]|doctora?|medico|matrona|kinesiolog[oa]|kine|asistente social|trabajadora social|profe|profesora?|psicologa|abogada|podologa|peluquera|manicurista|encuestador[a]?|profes?)${OF_WHAT}|${A}(?: (?:senor|senora|caballero|joven|cabro|chico|chiquillo|tio|tia|camion|furgon|auto|gente))?${OF}`;
/** Women of hers, and children. A grown son, a cousin, a neighbour may be he. */
const HERS_ES =
  '(?:(?:mi|mis|una|unas|la|las) (?:vecinas?|vecinita|comadres?)|(?:mi|mis|una|unas) (?:amigas?|amiguita|companeras?|madrina)|(?:mi|mis) (?:mama|mami|mamita|mamy|viejita|madre|hermanas?|hermanitas?|hijas?|hijitas?|hijitos?|hijos|nietas?|nietecita|tias?|tiita|abuelas?|abuelita|abue|lela|primas?|sobrinas?|bebe|guaguas?|ninos|ninas?|chicos|chicas|consuegra|ahijada|mejor amiga|papas|padres)|(?:los|las|la) (?:ninos|ninas|nina|chiquillos|guaguas?|cabros chicos))(?: (?:chica|chicas|mayor|mayores|menor|menores|grande|grandes|de al lado|del lado|del frente|de abajo|de arriba|del piso|del block|del pasaje|de la esquina|de toda la vida))*(?: (?:con|y|i|e) (?:(?:mi|mis|una|la|las|los) )?(?:mama|hermanas?|hijas?|hijos|tias?|abuela|primas?|sobrinas?|sobrinos|ninos|ninas|guagua|nietas?|nietos|amigas?|vecinas?))*';
/** What comes by itself, or in somebody's hands; and what lives in the house. */
const THINGS_ES = `(?:${A} )?(?:gas|pan|agua|luz|internet|wifi|pedido|pedidos|paquete|encomienda|correo|correspondencia|carta|mercaderia|comida|pizza|sushi|compras?|uber|taxi|colectivo|furgon|micro|bono|sueldo|balon(?: de gas)?|repuesto|lavadora|cama|mueble|colchon|visitas?|perr[oa]s?|perrit[oa]s?|gat[oa]s?|gatit[oa]s?)${OF_WHAT}`;

const DOOR_ES = '(?:la|el|mi) (?:puerta|porton|reja|mampara|entrada|ventana|cerradura)';
const PLACE_ES =
  '(?:casa|puerta|porton|reja|entrada|pieza|cocina|living|comedor|bano|patio|jardin|mesa|sillon|cama|depto|departamento|edificio|block|conserjeria|porteria|recepcion|esquina|calle|vereda|plaza|trabajo|pega|oficina|colegio|escuela|liceo|jardin|sala|feria|super|supermercado|negocio|almacen|consultorio|cesfam|hospital|campo|sur|norte|iglesia|culto|playa|terminal|aeropuerto|primer piso|segundo piso|lado|frente|turno|viaje|vacaciones)';
const BEFORE = `(?:(?:hola|buenas|oye|ah|ahora|ya|recien|justo|hoy|tambien|todavia|aun|menos mal|por fin|al fin|gracias a dios|que|es que|porque|mira|aqui|aca|ahi|si|no|si ya|tengo (?:aqui|aca) a|estoy con|vivo con|ando con|vengo con|vine con|somos|estamos) )*`;
const DOES = `(?:(?:ya|recien|ahora|justo|tambien|todavia|aun|me|nos|se|le|acaba de|acaban de|viene a|vino a) )*(?:llego|llegaron|llega|llegan|llegar|vino|vinieron|viene|vienen|venir|entro|entraron|entra|entrar|ingreso|paso|pasaron|pasa|aparecio|volvio|volvieron|regreso|regresaron|subio|subieron|bajo|sube|acompana|acompanan|acompano|visita|visito|toco|toca|tocaron|golpeo la puerta|abrio ${DOOR_ES}|abre ${DOOR_ES}|quedo|quedaron|desperto|despertaron|duerme|durmio|(?:esta|ta|estan|tan|sigue|siguen|anda|andan|va|van|quedo|venia|viene) (?:(?:ya|ahora|recien|aca|aqui|ahi) )*(?:llegando|entrando|viniendo|volviendo|subiendo|bajando|pasando|saliendo|tocando|abriendo ${DOOR_ES}|abriendo|arreglando|reparando|instalando|trabajando|pintando|limpiando|cortando|revisando|cocinando|durmiendo|acompanando(?:me|nos)?|ayudando(?:me|nos)?|esperando(?:me|nos)?|visitando(?:me|nos)?|jugando|comiendo|almorzando|sentad[oa]s?|parad[oa]s?|acostad[oa]s?|despiert[oa]s?|dormid[oa]s?|a (?:llegar|venir|pasar|entrar|subir)|por (?:llegar|venir))|(?:esta|ta|estan|tan|sigue|siguen|anda|andan))`;
const WHERE = `(?:en camino|aqui|aca|ahi|aqui mismo|aca mismo|abajo|arriba|afuera|adentro|atras|conmigo|con nosotras|juntas?|al (?:lado|lao)(?: mio| mia| de mi)?|a mi lado|al frente(?: mio)?|enfrente|cerca|(?:en|a|al|por|hasta|desde|de|del|para|pa)(?: (?:la|el|los|mi|nuestra|un|una|su))? ${PLACE_ES}|de visita|de visitas|de vuelta|de compras|ya|ahora|recien|hoy|temprano|tempranito|tarde|bien|contenta|feliz|de nuevo|otra vez|por fin|al fin|menos mal|gracias a dios|hace (?:un )?(?:rato|ratito|poco)|(?:a|como a|tipo) las? [\\p{L}\\d]+|el timbre|la puerta|(?:la|el|los|las|una|un) (?:luz|agua|cuenta|calefon|llave|techo|internet|cable|medidor|pared|pasto|lavaplatos|bano|ducha|refri|lavadora|cocina|ventana|puerta|almuerzo|once|papeles|tramites?)|con (?:el|la|las|los|un|una|unas|unos|mi|mis|su|sus) (?:pan|almuerzo|once|comida|mercaderia|guagua|bebe|ninos|ninas|nietos|nietas|hijos|hijas|sobrinos|sobrinas|perro|perrita|gato|pedido|paquete|encomienda|compras|verduras|torta|regalo|regalos|flores|cosas|papeles|documentos|remedios|herramientas|balon|repuestos?|pizza|flete|amiga|amigas|mama|hermana)|del trabajo|de la pega|del colegio|de clases)`;
const PURPOSE =
  '(?:a|para|pa|con lo de|por lo de(?:l)?|por el|por la) (?:\\p{L}+(?:ar|er|ir)(?:me|nos|lo|la|los|las|le|se)?|la|el|tomar|once|almuerzo|gotera|filtracion|calefon|medidor)(?: \\p{L}+){0,5}';
/** She says it of herself, or what she brings: whom else her sister warns of may be him. */
const SHE_SAYS = `(?:(?:me|nos) )?(?:dice|dijo|escribio|conto|aviso|avisa|avisan|avisaron) (?:que|q|k|ke)`;
const FOOD =
  '(?:empanadas?|pan|humitas|sopaipillas|completos|torta|once|almuerzo|comida|bebidas?|mercaderia|verduras|pasteles|cosas|pizza|sushi|regalos?|guagua|ninos|ninas|remedios|papeles)';
const told = (who: string): string =>
  `^${BEFORE}(?:(?:${who}) ${SHE_SAYS} (?:ella|ellas) ${DOES}|(?:${who}) ${SHE_SAYS} (?:ya )?(?:viene|vienen|va|van|llega)(?: ${WHERE})* con (?:el|la|las|los|un|una|unas|unos) ${FOOD}|(?:${who})(?: ${DOES})?|${DOES} (?:${WHERE} )*(?:${who}))(?: ${WHERE})*(?: ${PURPOSE})?$`;
/** Told with a verb or with "estoy con": "mi mamá" alone may answer what was asked. */
const HAS_VERB = `(?=.*(?:^|[^\\p{L}])(?:${inVerbs()})(?:[^\\p{L}]|$))`;
function inVerbs(): string {
  return 'avisa|llego|llegaron|llega|llegan|llegar|vino|vinieron|viene|vienen|entro|entraron|entra|ingreso|paso|pasaron|pasa|aparecio|volvio|volvieron|regreso|regresaron|subio|subieron|bajo|sube|acompana|acompanan|acompano|visita|visito|toco|toca|tocaron|golpeo|abrio|abre|quedo|quedaron|desperto|despertaron|duerme|esta|ta|estan|tan|sigue|siguen|anda|andan|va|van|estoy|ando|vivo|vengo|vine|estamos|tengo';
}

const EN_DOES =
  '(?:(?:has|have|is|are|s|just|already|now|finally|also|still) )*(?:here|arrived|came|came in|came over|comes|coming|coming over|back|home|in|inside|outside|downstairs|upstairs|at|with|visiting|next|beside|sitting|knocking|knocked|opening|opened|opens|fixing|working|waiting|entered|showed up|stopped by|got)';
const EN_WHERE =
  '(?:here|there|home|in|inside|over|now|already|with me|with us|next to me|beside me|by my side|at (?:the|my) (?:door|gate|house|home|reception)|(?:to|in|into|at) (?:the|my) (?:house|kitchen|living room|bathroom|flat|apartment|building|room)|the (?:door|gate|bell|boiler|heater|sink|internet|lock|washing machine)|downstairs|upstairs|outside|to visit|for (?:lunch|tea|dinner|a visit)|to (?:fix|install|deliver|check|bring|see|help|stay|read|leave)(?: \\p{L}+){0,5})';
const EN_HERS =
  '(?:my|our|a|the) (?:mom|mum|mother|sister|sisters|daughter|daughters|kids|children|baby|aunt|auntie|grandma|grandmother|niece|granddaughter|friend|girlfriend|best friend|neighbor lady|lady next door)(?: and (?:my )?(?:mom|sister|kids|daughter|aunt|friend))?';
const EN_TRADES =
  '(?:the|a|my|an) (?:plumber|locksmith|electrician|technician|handyman|painter|gardener|repair ?man|repair guy|mailman|postman|courier|cleaner|cleaning lady|nurse|midwife|social worker|(?:internet|cable|gas|delivery|water|uber|amazon|maintenance) (?:guy|man|lady|technician|driver|people)|delivery)';
const EN_THINGS = '(?:the|my|a) (?:gas|pizza|package|parcel|mail|delivery|order|food|uber|taxi|bus|groceries|dog|cat)';
const PT_DOES =
  '(?:(?:ja|acabou de|agora|tambem|ainda) )*(?:chegou|chegaram|chegar|veio|vieram|vem|entrou|entraram|passou|voltou|subiu|esta|ta|estao|esta chegando|ta chegando|esta abrindo a porta|ta abrindo a porta|abriu a porta|tocou|bateu na porta)';
const PT_WHERE =
  '(?:aqui|ai|comigo|la embaixo|embaixo|em casa|do meu lado|ao meu lado|do lado|na porta|no portao|na cozinha|na sala|em cima|agora|ja|para (?:\\p{L}+)(?: \\p{L}+){0,4}|a campainha|da escola|do trabalho|me visitar|a porta|consertando(?: \\p{L}+){0,3}|arrumando(?: \\p{L}+){0,3})';
const PT_HERS =
  '(?:(?:a|as) )?minhas? (?:mae|irma|irmas|filha|filhas|tia|tias|avo|amiga|amigas|vizinha|prima|sobrinha|neta|comadre|crianca|criancas)|(?:uma|a) (?:vizinha|amiga)|(?:os )?meus (?:filhos|pais)|as criancas';
const PT_TRADES =
  '(?:o|a|um|uma|os) (?:encanador|chaveiro|eletricista|tecnico|tecnica|pintor|jardineiro|carteiro|entregador|enfermeira|faxineira|diarista|moco|moca|rapaz|homem)(?: (?:do|da|de) (?:gas|internet|agua|luz|correio|entrega|net))?';
const PT_THINGS = '(?:o|a) (?:gas|pizza|encomenda|pacote|correio|comida|uber|taxi|entrega|luz|agua|cachorro|gato)';
const HT_DOES = '(?:(?:fek|deja|gentan) )*(?:rive|vini|antre|la|isit|chita|kanpe|vin|pase)';
const HT_WHERE = '(?:la|isit|avek (?:m|mwen)|bo kote (?:m|mwen)|kounye a|deja|lakay|nan pot la|anba a)';
const HT_HERS = '(?:manman|se|pitit fi|tant|matant|grann|zanmi|vwazin|kouzin)(?: (?:m|mwen))';
const HT_TRADES = '(?:plonbye|elektrisyen|teknisyen|fakte|livre) (?:a|an|la)';

const company = (es: string, ...[en, pt, ht]: string[]): Company => ({
  sounded: new RegExp(inSounds(HAS_VERB + told(es)), 'u'),
  others: new RegExp(
    `^(?:(?:so|ok|hi|now|yes|well|just|oi|agora|sim|wi) )*(?:${[
      `(?:${en})(?:s)? ${EN_DOES}(?: ${EN_WHERE})*|(?:im|i am|i m) (?:here )?with (?:${en})(?: ${EN_WHERE})*`,
      `(?:${pt}) ${PT_DOES}(?: ${PT_WHERE})*|(?:ja )?${PT_DOES} (?:${pt})(?: ${PT_WHERE})*|(?:eu )?(?:estou|to) com (?:${pt})(?: ${PT_WHERE})*`,
      ...(ht ? [`(?:${ht}) ${HT_DOES}(?: ${HT_WHERE})*`] : []),
    ].join('|')})$`,
    'u',
  ),
});
const HERS = company(HERS_ES, EN_HERS, PT_HERS, HT_HERS);
const TRADES = company(TRADES_ES, EN_TRADES, PT_TRADES, HT_TRADES);
const THINGS = company(THINGS_ES, EN_THINGS, PT_THINGS);
