/**
 * The woman who writes, told of in the third person by another who has her telephone: "perdón, mi polola está media loca",
 * "ella se quedó dormida", "la patrona ta durmiendo", "es mentira lo que puso". Who reports a woman in danger tells of wounds,
 * screams or fear, or of what she herself saw; a woman who tells of her own says "me" and "mi".
 */
import { lately } from '../lately.js';
import { plain } from '../plain.js';

/**
 * `deed`: of what she wrote, or that she makes it up: also as the first words of all. `wife`: "mi polola"; `hers`: "la mina", "la
 * señora"; `she`: of no more than "ella".
 */
export type OfHer = 'deed' | 'wife' | 'hers' | 'she';

/** Null where nothing tells of her, or somebody in need is told of. */
export const tellsOfHer = lately((text: string): OfHer | null => {
  const said = ` ${plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  if (HIS_OWN.some(pattern => pattern.test(said)) && !OF_HERSELF.test(said)) return 'deed';
  if (OF_NEED.test(said) || OF_HERSELF.test(said)) return null;
  // Of whom it is said has to be told: "es mentira lo que escribió", of her ex, is a woman's.
  if (DEED.some(pattern => pattern.test(said))) return OWN.test(said) && !OF_COURT.test(said) ? 'deed' : 'hers';
  if (HERS.some(pattern => pattern.test(said))) return MY_WIFE.test(said) ? 'wife' : 'hers';
  return (SHE.test(said) && !OF_PLACE.test(said)) || ABROAD.test(said) ? 'she' : null;
});

/** Women of whom somebody who writes may tell: once one of them was named, "ella" may be her. */
export const namesAnotherWoman = (text: string): boolean =>
  OTHER_WOMEN.test(` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `);

/** The same of a woman with whom she who writes may live. */
export const namesWife = (text: string): boolean => MY_WIFE.test(` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `);

const WIFE = '(?:polola|mujer|esposa|novia|mina|jefa|patrona|vieja|flaca|gorda|pareja|conviviente|compañera|companera)';
const WIFE_OR_LADY = `(?:${WIFE}|señora|senora)`;
const CALLED = '(?:loca|mina|mujer|patrona|jefa|vieja|flaca|gorda|weona|wna|señora|senora|tontona|curada)';
/** His wife as he calls her, to others; of a woman who writes of her own, never. */
export const WOMAN = `(?:(?:mi|a mi) (?:ex )?(?:${WIFE}|señora|senora|loca)|(?:la|esta|esa|a la|de la) ${CALLED}(?: (?:de mi (?:${WIFE}|señora|senora)|esta|esa))?)`;
/** What he says of her: asleep, mad, drunk, out; it was nothing. */
const STATE = [
  '(?:se )?(?:quedo|quedó) (?:dormida|raja|sin bateria|en el baño|en el bano)|se (?:durmio|acosto|enojo|volvio loca|puso (?:loca|tonta|weona|histerica|a tomar)|fue a (?:acostar|dormir)|le (?:paso|fue) la mano)',
  '(?:esta|ta|anda|estaba|se puso|sigue|es|ya esta) (?:media |medio |re |muy |super |tan |un poco |terrible |toda |bien )*(?:loca|curada|tomada|ebria|borracha|mal de la cabeza|enferma de la cabeza|durmiendo|dormida|acostada|descansando|ocupada|histerica|alterada|nerviosa|enojada|tranquila|calmada|mintiendo|inventando|exagerando|bipolar|depresiva|con depresion|con (?:copete|trago|tragos|remedios|pastillas|crisis)|(?:haciendo|preparando|comprando|cocinando|viendo) (?:el|la|los|las)? ?\\p{L}+|exagerada|mentirosa|buena pa (?:mentir|inventar)|aqui conmigo|bien|mejor)',
  '(?:esta|ta|anda) en (?:la ducha|el baño|el bano|la cama|la cocina|la pieza|el patio|la pega|el trabajo|la casa)',
  '(?:siempre|de repente|a veces|todo el tiempo) (?:hace|dice|inventa|sale con|anda con|esta con|es asi)',
  '(?:hace|dice) (?:siempre|puras|estas|esas|lo mismo)',
  '(?:toma|tomo|esta tomando) (?:remedios|pastillas|medicamentos|antidepresivos|copete|harto|mucho|y)|delira|alucina|exagera|inventa|miente|es mentirosa|tiene (?:depresion|bipolaridad|esquizofrenia|problemas|crisis|sus cosas)|sufre de',
  '(?:ya )?no (?:esta|anda|puede|quiere|va a|necesita|tiene|sabe|se va a|esta en condiciones|le) (?:pa |para |como para )?\\p{L}+|no esta|no anda',
  '(?:salio|fue|anda comprando|dejo el (?:celu|celular|telefono|cel|fono)|me (?:paso|presto) el (?:celu|celular|telefono|cel|fono))',
].join('|');
const SPACE = '(?: (?:ya|si|es que|que|ahora|igual|hoy|siempre|solo|solamente|po))*';
const HERS = [
  new RegExp(` ${WOMAN}${SPACE} (?:${STATE})(?![\\p{L}])`, 'u'),
  new RegExp(
    ` (?:esta|ta|anda|es) (?:media |medio |re |muy )*(?:loca|curada|tomada|enferma|durmiendo|alterada) ${WOMAN} `,
    'u',
  ),
  new RegExp(
    ` se le (?:cruzaron|soltaron|pelaron|corrieron|fue|fueron|arranco|arrancaron|solto) (?:los cables|los tornillos|un tornillo|las tejas|la teja|la olla|la onda|la cabra) (?:a )?(?:ella|${WOMAN}) `,
    'u',
  ),
  new RegExp(
    ` (?:a )?(?:ella|${WOMAN}) se le (?:cruzaron|soltaron|pelaron|corrieron|fue|fueron|arranco|solto) (?:los|las|la|un) `,
    'u',
  ),
  / (?:(?:le|la) (?:dejo|doy|digo|aviso|paso|despierto|llamo|busco)(?: (?:el|un|su))? (?:recado|mensaje|aviso)|quiere(?:n)? dejarle (?:un )?(?:recado|mensaje)) /u,
];
/** "Ella" who opens the sentence: what she is, does, or said, wherever it is told of no place. */
const SHE = new RegExp(
  `^ (?:(?:hola|perdon|disculpe|disculpen|disculpa|sorry|oiga|es que|lo que pasa es que|y|si|no|ya|bueno|mire|gracias|que) )*ella${SPACE} (?:${STATE}|(?:a veces |siempre |de repente |no |ya |se |le |les )*(?:esta|ta|anda|es|era|pone|puso|pasa|toma|tiene|hace|dice|dijo|sabe|quiso|quiere|puede|va|viene|vuelve|invento|aprieta|apreto|manda|escribe|habla|fue|arrepintio)) `,
  'u',
);
const ABROAD = new RegExp(
  `^ (?:(?:hi|hello|sorry|no|yes|so|oi|desculpa|desculpe|nao) )*(?:${[
    '(?:she|shes|my (?:wife|girlfriend|gf|woman|missus))(?: (?:is|s|was|gets|got|just|always|really|so|a bit|a little))* (?:drunk|asleep|sleeping|crazy|fine|ok|okay|lying|busy|sick|joking|kidding|exaggerating|dramatic|bipolar|mad|upset|in the (?:shower|bathroom|kitchen)|off her meds|overreacting|making (?:it|things|stuff) up|confused)',
    '(?:she|my (?:wife|girlfriend|gf)) (?:lies|exaggerates|drinks|takes (?:pills|meds|medication)|fell asleep|makes (?:it|things|stuff) up|left her phone|cant talk|can t talk|is not here|isnt here)',
    '(?:ela|(?:a )?minha (?:mulher|esposa|namorada)) (?:(?:esta|ta|e|ja|so|muito|meio) )+(?:dormindo|bebada|louca|bem|ocupada|no banho|mentindo|exagerando|doente|nervosa|inventando|exagerada|mentirosa)',
    '(?:ela|(?:a )?minha (?:mulher|esposa|namorada)) (?:mente|inventa|exagera|dormiu|bebeu|toma remedio|toma remedios)',
  ].join('|')}) `,
  'u',
);
const WROTE =
  '(?:puso|escribio|mando|envio|anoto|les (?:puso|escribio|mando|conto|dijo)|anda (?:diciendo|escribiendo|contando))';
const LIES =
  '(?:(?:puras? |todo |una? |solo |es )*(?:mentiras?|broma|invento|inventos|exageracion|leseras?|tonteras?|weas?|juego))';
const SHE_OR_WOMAN = `(?:ella|${WOMAN})`;
const DEED = [
  new RegExp(
    ` (?:es|son|era|eran|fue|fueron|pura|puras) ${LIES}(?: todo)? (?:lo|la wea|las cosas|eso) (?:que|q|k) (?:ella )?${WROTE} `,
    'u',
  ),
  new RegExp(` (?:lo|eso) (?:que|q|k) (?:ella )?${WROTE} (?:es|son|era|fue) ${LIES} `, 'u'),
  new RegExp(` no (?:es|era) (?:verdad|cierto|asi) (?:lo|eso) (?:que|q) (?:ella )?${WROTE} `, 'u'),
  new RegExp(
    ` ${SHE_OR_WOMAN}${SPACE} (?:anda|esta|ta|estaba|vive|siempre|puro) (?:puro )?(?:inventando|mintiendo|exagerando|hablando (?:mal|leseras|weas|cabezas de pescado)|diciendo (?:cosas|mentiras|leseras|weas))(?![\\p{L}])`,
    'u',
  ),
  new RegExp(
    ` (?:lo|eso) (?:que|q|k) (?:dijo|dice|${WROTE}) (?:ella|${WOMAN}) (?:es|era|son) (?:falso|falsa|falsas|${LIES}) `,
    'u',
  ),
  /^(?=[^]* soy (?:el )?(?:papa|padre|marido|esposo|pololo|dueño|dueno) )(?=[^]* ella )(?=[^]* (?:inventa|inventando|miente|mintiendo|exagera|exagerando|loca) )/u,
];

/**
 * "Si ella les contó que le pegué es mentira": told to us, of her and of himself, and denied. "¿Mi señora escribe aquí?": whether she
 * wrote to us; of "mi pareja" a woman may ask the same.
 */
const TOLD_US =
  '(?:les|uds|ustedes|te) (?:ha |haya |anda |estuvo )?(?:conto|contado|dijo|dicho|puso|escribio|escrito|hablo|hablado|conte|diga|diciendo|contando|invento|inventado)';
const I_TO_HER =
  '(?:(?:yo )?(?:nunca |jamas |no )?(?:le|la) (?:he )?(?:pegue|pegado|pege|golpee|golpeado|toque|tocado|amenace|amenazado|levante|grite|hice|hecho|empuje|maltrate|maltratado|viole))';
const NOT_SO = `(?:${LIES}|falso|no es (?:verdad|cierto|asi)|no le crean|no la escuchen|no le hagan caso)`;
const SURE_WIFE = '(?:polola|mujer|esposa|novia|jefa|patrona|vieja|flaca|gorda|señora|senora)';
const TO_US = '(?:aqui|aca|por aqui|por aca|a este numero|en este chat|con (?:ustedes|uds|usted)|a (?:ustedes|uds))';
const HIS_OWN = [
  new RegExp(` ${SHE_OR_WOMAN} (?:\\p{L}+ ){0,2}?${TOLD_US} (?=[^]* ${I_TO_HER} )[^]*${NOT_SO} `, 'u'),
  new RegExp(` (?:es|son|pura|puras) ${LIES} [^]*${SHE_OR_WOMAN} [^]*${I_TO_HER} `, 'u'),
  new RegExp(
    `^ (?:(?:hola|oiga|oye|disculpe|disculpa|perdon|y|una consulta|señorita|senorita|puede decirme si|me puede decir si|quiero saber si|queria saber si|sabe si|es que) )*mi ${SURE_WIFE} (?:ya )?(?:(?:les|te|le) (?:escribe|escribio|habla|hablo|ha escrito|ha hablado|conto|dijo algo|mando algo|ha contado)|(?:escribe|escribio|habla|hablo|chatea|chateo|ha escrito|ha hablado|se comunica|se comunico|mando mensajes) ${TO_US})(?: (?:${TO_US}|algo|cierto|verdad|o no|hoy|ayer|anoche))* $`,
    'u',
  ),
];

const MY_WIFE = new RegExp(` mi ${WIFE_OR_LADY} `, 'u');
/** She is his, or he says who he is. */
const OWN = new RegExp(
  ` (?:mi ${WIFE_OR_LADY}|soy (?:el )?(?:papa|padre|marido|esposo|pololo|novio|dueño|dueno)|soy su (?:marido|esposo|pololo|novio|pareja)) `,
  'u',
);
const OF_COURT = / (?:demanda|juicio|tribunal\p{L}*|abogad\p{L}*|juez\p{L}*|denuncia|facebook|instagram) /u;
/** Where she is, of whom somebody calls. */
const OF_PLACE = / (?:\d+|calle|pasaje|avenida|pje|av|piso|depto|vive|casa de|direccion|donde) /u;
/** Somebody needs help, or fears: it is told of, by whomever. */
const OF_NEED =
  / (?:sangr\p{L}*|herid\p{L}*|grit\p{L}*|peg(?:a|an|o|ando|aron|aba)\p{L}*|golpe\p{L}*|mat(?:a|an|o|ar|ando|aron)\p{L}*|llor\p{L}*|desmay\p{L}*|inconscient\p{L}*|no (?:respira|despierta|responde|contesta|reacciona|se mueve|puede salir|la deja|la dejan)|auxilio|ayuda\p{L}*|socorro|encerrad\p{L}*|amenaz\p{L}*|violad\p{L}*|violo|miedo|asustada|cuchill\p{L}*|pistola|arma|ahorc\p{L}*|ahog\p{L}*|muert\p{L}*|muri\p{L}*|suicid\p{L}*|pastillas para|embarazada|sola con|con el|le hizo|la tiene|la va|la quiere|vengan|manden|hagan algo|urgente|peligro|carabineros|policia|ambulancia) /u;
/** She tells of herself, or of a woman of hers. */
const OF_HERSELF =
  / (?:me (?!paso el|presto el|dijo que no|parece|equivoque)\p{L}+|mi (?:marido|esposo|pololo|novio|viejo|hijo|hija|hijos|mama|papa|hermana|hermano|vecina|vecino|amiga|suegra|suegro|abuela|prima|tia|casa|pieza|guagua|bebe|sobrina|nieta|cuñada|cunada|madre|jefa|ex(?! (?:polola|mujer|esposa|novia|señora|senora)))|mis (?!disculpas)\p{L}+|conmigo|vecina|amiga|hija|hermana|mama|suegra|tengo|estoy|vivo|nosotras) /u;
const OTHER_WOMEN =
  / (?:hij[as]+|niñas?|ninas?|guagua|bebe|mama|madre|suegra|hermanas?|vecinas?|amigas?|abuelas?|primas?|tias?|sobrinas?|nietas?|cuñadas?|cunadas?|madrastra|nuera|jefa|compañeras?|companeras?|polola|novia|esposa|señora|senora|mujer|mina|daughter|mother|sister|neighbou?r|friend|niece|girl|woman|ella|she) /u;
