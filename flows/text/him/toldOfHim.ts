/**
 * She tells something of him or of his people: that they came, took, said, watch, do or did something. Not who he is, where he
 * works or that he is out, not what she asks or wants about maintenance, visits or a divorce, and not that all is well.
 *
 *     "su hermano vino a decirme que retire la denuncia"  → told
 *     "mi ex no paga la pensión", "vivo con mi marido"      → not
 */
import { spaced } from '../plain.js';

const MATE =
  '(?:marido|esposo|pareja|pololo|novio|conviviente|ex|exmarido|exesposo|expareja|expololo|padrastro|suegr[oa]s?|cunad[oa]s?|viejo)';
const OF_THE_CHILDREN =
  '(?:mi|mis|el|la|los|las|nuestr[oa]s?) (?:hij[oa]s?|hijit[oa]s?|nin[oa]s?|guaguas?|bebes?|cabr[oa]s?)';
const KIN =
  '(?:herman[oa]s?|mama|papa|papas|madre|padre|prim[oa]s?|tio|tia|amig[oa]s?|amigotes|compadres?|familia|familiares|gente|polola|pareja|novia|hijo)';
/** In plain form, without signs: "a él" and "de él" are no article, which would be "al" and "del". */
const HIM = new RegExp(
  ` (?:${[
    `(?:mi|mis|un|el) (?:ex )?${MATE}`,
    `(?:papa|papi|padre|abuel[oa]|tio|familia|hermano) (?:de|del) (?:${OF_THE_CHILDREN}|(?:hij[oa]|nin[oa]|bebe))`,
    'abuel[oa]s? patern[oa]s?|(?:su|al|el|con el) (?:papa|papi|padre)(?! de mi | mio )',
    `su ${KIN}|sus ${KIN}`,
    '(?:a|de) el|(?:amig[oa]|compadre|primo|herman[oa]|gente) (?:de mi ex|suy[oa])',
    '(?:con|por|para|era|eran|es|fue) el(?= (?:$|y |que |q |k |solo |no |ni |me |nos |le |se |esta |estaba |anda |andaba |cuando |ayer |anoche |hoy |ahora |pero |porque |pq |disfrazado |mismo |tomando ))',
    '(?:el|ese|este|aquel) (?:me|nos|le|les|lo|la|las|los|se|no|ya|mando|vino|llamo|dijo|dice|quiere|sabe|supo|tiene|anda|andaba|estaba|viene|llega|llego|hizo|hace|era|fue|vio|siempre|igual|tambien|toma|trajo|saco|boto|rompio|compro|dejo)',
    '(?:my|his) (?:ex|husband|boyfriend|partner|mother in law|father in law|brother in law)|(?:his|their) (?:mother|mom|mum|father|dad|brother|sister|friends?|family|cousin|uncle)|(?:he|him|hes)',
    'ele|dele|com ele|(?:meu|minha) (?:ex|marido|namorado|companheiro|parceiro|sogr[oa]|cunhad[oa])|(?:pai|avo) (?:dos|da|do) (?:meus|minha|meu|crianc)',
    '(?:mari|mennaj|ansyen mari|bofre|belme|bope) (?:m|mwen)|(?:fre|manman|papa|zanmi) (?:li|l)|papa (?:pitit|timoun)',
  ].join('|')}) `,
);

/** What asks, or wants something of the service. */
const ASKS =
  /[?]|^ (?:(?:hola|holi|buenas|buenos dias|buenas tardes|disculpe|disculpa|oiga|una? (?:consulta|pregunta|duda)|y|ya|si|no|pero|es que|mire|porfa|por favor|hi|hello|oi|please) )*(?:(?:lo que )?(?:quiero|quisiera|queria|necesito|busco|me gustaria|me interesa)(?: (?:saber|preguntar|consultar|ver|pedir|solicitar|informacion|info|divorci|separ|demandar|denunciar|hacer|tramitar|ayuda|orientacion|un|una|el|la)[a-z]*)|tengo (?:una )?(?:duda|pregunta|consulta)|como|donde|cuando|cuanto|cuanta|cual|quien|que (?:hago|puedo|pasa|debo|derecho|es|son|se|papeles|documentos)|puedo|podria|se puede|debo|tengo derecho|sirve|i (?:want|need|would like) (?:to|a|information)|how|where|what|can|could|should|do i|quero|preciso|onde|posso|kijan|ki kote|eske|mwen vle|mwen bezwen) /;
/** What a sheet answers, told as the reason she writes. */
const OF_A_SHEET =
  / (?:pension(?:es)?|alimentos|visitas?|relacion directa|divorci\w*|separad?[ao]\w*|separar\w*|tuicion|custodia|cuidado personal|mediacion|bonos?|subsidios?|liquidacion|compensacion economica|maintenance|child support|alimony|divorce\w*|custody|visitation|pensao|divorcio|guarda|manje pitit|divos) /;
/** What they did, however it is told: no topic of a sheet makes it one. */
const DEED =
  / (?:vino|vinieron|mando|mandaron|manda|dijo que|decirme|diciendome|amenaz\w*|siguio|siguieron|sigue|siguen|persig\w*|llevo|llevaron|quito|quitaron|entro|entraron|aparecio|presento|avisa\w*|cuenta|conto|contaron|vigila\w*|espia\w*|pego|golpe\w*|grit\w*|encerr\w*|oblig\w*|retir\w*|no me (?:deja|entrega|devuelve)\w*|rompio|tomando|curado|borracho|miedo|arma|cuchillo|threat\w*|followed|took|hit|came|told|ameac\w*|levou|veio) /;
/** All is well, or there is nothing to tell but that he is there, away, at work, asleep, or who he is. */
const CALM =
  / (?:todo (?:bien|tranquilo|en calma|ok)|sin problemas?|nos llevamos bien|es (?:muy |un )?(?:bueno|buen|amor|sol|simpatico|tranquilo|respetuoso)|all good|everything is fine|tudo bem) /;
const STATE =
  '(?:(?:es|se llama|esta|ta|anda|estara|trabaja|trabajo|salio|se fue|duerme|durmiendo|tiene \\d+ anos|vive|vivo|vivimos|estoy|soy|sigo|no|ya|aun|todavia|hoy|ahora|siempre|a veces|solo|aqui|aca|alla|fuera|lejos|separad[oa]|casad[oa]|sola|trabajando|turno|en|el|la|de|del|con|mi|un|su|a|al|y|is|at|work|not|here|home|asleep|sleeping|with|my|i|live|am|no|esta|trabalhando|moro|com|o|meu) )*';
const ONLY_STATE = new RegExp(
  `^ (?:(?:si|no|hola|ya|bueno|tranquila|yes|ok) )*${STATE}(?:${MATE}|el|papa|he|husband|boyfriend|partner|ex|ele|marido) ${STATE}(?:(?:trabajo|pega|turno|casa|ciudad|calle|norte|sur|mina|minero|chofer|carabinero|profesor|chileno|haitiano|regalon|cama|pieza|living|dormido|acostado|viaje|viajando|feria|reunion|cesante|jubilado) )*$`,
);

/** A longer text tells more than where he is, in characters. */
const STATE_MOST = 120;

export function tellsOfHim(text: string): boolean {
  const told = spaced(text);
  if (!HIM.test(told)) return false;
  if (CALM.test(told) && !DEED.test(told)) return false;
  if (told.length < STATE_MOST && ONLY_STATE.test(told)) return false;
  if (/[?¿]/.test(text) || ASKS.test(told))
    return DEED.test(told) && !/^[^.,;]*\?\s*$/.test(text.trim()) && !OF_A_SHEET.test(told);
  return !OF_A_SHEET.test(told) || DEED.test(told);
}
