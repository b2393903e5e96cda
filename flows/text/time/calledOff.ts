/**
 * The call is called off because he is there: "mejor no me llamen, él está en la casa con licencia", "cancelen la llamada, se
 * quedó en la casa hoy", "no, llegó el caballero". All of the message has to be made of a no to the call, and of him who is at
 * home, came, or found her out. Without that no he has to be named: "está en la casa" answers many a question. What lights up
 * then, he sees. Of her mother or her child it tells nothing, and "va a estar" is of another hour.
 *
 * And the condition of a call: "no me llamen si contesta un hombre" calls nothing off.
 */
import { lately } from '../lately.js';
import { inSounds, sound } from '../nearness.js';
import { plain, words } from '../plain.js';

/** He is there, told with a no to the call or with his name; and no more is said. */
export const calledOffForHim = lately((text: string): boolean => {
  const said = words(plain(text));
  return !text.includes('?') && said.length > 0 && said.length <= WORDS_MOST && HE_IS_THERE.test(heard(said));
});

/** Who tells more than this in one message tells a story. */
const WORDS_MOST = 20;
const heard = (said: readonly string[]): string => said.map(sound).join(' ');

const QUE = '(?:que|q|k|ke|porque|xq|pq|xk|es que|esque|es q|ya que)';
const SOFT =
  'uy|ay|oh|uf|pucha|chuta|perdon|disculpa|disculpe|disculpen|sorry|porfa|porfis|por favor|porfavor|gracias|hola|ya|ahora|oye|entonces|y|hoy|mejor|ojo|es mejor|sabe|sabes|fijate|pero|lo siento|todavia';
const NO = 'no+|nop|nopo|mejor no|ya no|ahora no|hoy no|por ahora no|no puedo|hoy no puedo|no voy a poder|no se puede';
const CALL =
  '(?:(?:la|mi|esa|esta|el|ese) )?(?:llamada|llamado|hora|ora|cita|llamadita|atencion)(?: (?:de|por) (?:hoy|mañana|apoyo|telefono|favor))?';
const REFUSAL = [
  '(?:(?:mejor|ya|hoy|entonces) )?(?:que )?no (?:me |nos )?(?:(?:vayan|vaya|vayas) a )?(?:llamen|llame|llames|llamar|marquen|telefoneen)',
  '(?:mejor )?no (?:quiero|necesito) (?:que (?:me )?(?:llamen|llame)|(?:la|esa|una) llamada)',
  `(?:(?:mejor|hay que|necesito|quiero|pueden|puede|puedes) )?(?:cancel|anul|borr|suspend|elimin)(?:en|e|es|a|ar|an|as|enla|ela|ala|arla|emos|emosla|amos)(?: ${CALL})?`,
  `(?:dejen|deje|dejemos|dejenlo|dejemoslo)(?: ${CALL})?(?: hasta (?:ahi|aca|aqui)| para (?:otro dia|despues|mas adelante|otra vez))?`,
  'nunca|jamas|mas|nada',
].join('|');
const HIM =
  '(?:el|(?:mi|el|ese|este) (?:ex )?(?:marido|esposo|pareja|pololo|novio|conviviente|viejo|ex|suegro|padrastro|caballero|señor|susodicho|innombrable|hombre|tipo|weon|maldito|desgraciado)|mi suegra)';
/** Why he is there, and for how long. */
const LEAVE =
  '(?:(?:con|de|por|en|tiene|le dieron|esta con|esta de|esta en) )?(?:una )?(?:licencia|reposo|vacaciones|feriado|permiso|dia libre|libre|cesante|enfermo|resfriado|teletrabajo|franco|descanso|cuarentena)(?: medica)?|sin (?:pega|trabajo)|(?:hoy )?no (?:trabaja|fue a (?:trabajar|la pega)|salio)(?: hoy)?';
const HERE =
  '(?:aqui|aca|ahi|conmigo|al lado|presente|despierto|cerca|de vuelta|(?:aqui |aca |ahi )?(?:en (?:la|mi|su|nuestra) )?(?:casa|pieza|cocina|departamento|depto)|en el (?:living|depto|departamento|patio|comedor)|en casa)';
const WHEN =
  '(?:hoy|ahora|ya|todavia|aun|recien|temprano|antes|todo el dia|toda la (?:mañana|tarde|semana)|esta semana|estos dias|y todo|otra vez|de nuevo|igual|nomas|no mas)';
const REST = `(?: (?:${HERE}|${WHEN}|${LEAVE}|y))*`;
const IS =
  '(?:esta|ta|anda|sigue|quedo|se quedo|se va a quedar|se quedara|amanecio|se encuentra|no salio de|no se ha movido de|no se fue)';
const CAME = '(?:llego|volvio|regreso|aparecio|entro|desperto|se desperto|se levanto|viene llegando|acaba de llegar)';
const FOUND =
  '(?:(?:me|nos) (?:pillo|cacho|descubrio|vio|escucho|oyo)|se dio cuenta|se entero|cacho todo|lo sabe|ya sabe)';
const THERE = `(?:${IS} (?:${WHEN} )*(?:${HERE}|${LEAVE})${REST}|${CAME}${REST})`;
/** "Me descubrió", and nobody named, is of whoever found it out. */
const FINDS = `${FOUND}(?: (?:todo|el|hoy|ahora))*`;
/** He is named before it or after: "llegó el caballero", "está aquí mi marido". */
const NAMED = `(?:${HIM} (?:ya |hoy |ahora |si |igual )*(?:${THERE}|${FINDS}|(?:tiene |le dieron )licencia(?: medica)?${REST}|no (?:trabaja|fue a (?:trabajar|la pega)|salio|tiene (?:pega|turno))${REST})|(?:${IS}(?: (?:${WHEN}|${HERE}))*|${CAME}|(?:me|nos) (?:pillo|cacho|descubrio)) ${HIM}${REST})`;
const HE_IS_NOW = `(?:${HIM} (?:ya |hoy |ahora )*${IS} (?:${WHEN} )*(?:aqui|aca|conmigo|al lado)${REST}|${IS} (?:aqui|aca|conmigo) ${HIM}${REST})`;
const LEAD = `(?:(?:${SOFT}|${QUE}) )*`;
const TAIL = `(?: (?:${SOFT}))*`;
const OFF = `(?:${REFUSAL}|${NO})`;
const HE_IS_THERE = new RegExp(
  inSounds(
    [
      // A no to the call, before or after what tells of him.
      `^${LEAD}${OFF}(?: (?:${OFF}|${SOFT}))*(?: (?:${QUE}|${SOFT}))* ${NAMED}${TAIL}$`,
      // Nobody named: "no, está en el living" answers many a question.
      `^${LEAD}(?:(?:${NO}) (?:(?:${SOFT}) )*)*(?:${REFUSAL})(?: (?:${OFF}|${SOFT}))*(?: (?:${QUE}|${SOFT}))* ${THERE}${TAIL}$`,
      `^${LEAD}(?:${NAMED}|${THERE}) (?:(?:${SOFT}|asi que|asi q|por eso) )*(?:${REFUSAL})(?: (?:${OFF}|${SOFT}))*$`,
      // Nothing but that he is there, beside her.
      `^${LEAD}${HE_IS_NOW}${TAIL}$`,
      `^${LEAD}${CAME} (?:el|mi|ese) (?:caballero|susodicho|innombrable)${REST}${TAIL}$`,
    ].join('|'),
  ),
  'u',
);

/**
 * What is said beside the condition of a call: "gracias, no me llamen si contesta un hombre" → "gracias,". The text itself where
 * there is none.
 */
export const withoutCondition = lately((text: string): string => {
  if (text.includes('?')) return text;
  const flat = plain(text)
    .replaceAll(/[,.;:!]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (ONLY_CONDITION.test(flat)) return '';
  const rest = CONDITIONS.reduce((left, pattern) => left.replace(pattern, ' '), flat);
  return rest === flat ? text : rest.replaceAll(/\s+/g, ' ').trim();
});

/** She says on what condition she may be called, or what is to be done where another answers. */
export const isConditionOfCall = (text: string): boolean => withoutCondition(text) !== text;

const MAN =
  '(?:el|(?:un|algun|otro|cualquier) (?:hombre|caballero|tipo|señor)|una voz de hombre|voz de hombre|mi (?:ex )?(?:marido|esposo|pareja|pololo|novio|conviviente|suegra|suegro|ex|hijo|hija|mama|papa)|otra persona|otro|otra|alguien(?: mas| que no sea yo)?|no soy yo|no contesto yo|no soy yo la que contesta|no me escuchan a mi|los niños)';
const ANSWERS = '(?:contesta|contesto|contestara|contestan|atiende|responde|toma la llamada|levanta)';
const IF = `(?:si|cuando|en caso (?:de )?que) (?:(?:me )?(?:llaman|llamai|llama) y )?(?:(?:les |le |lo |te )?${ANSWERS} ${MAN}|${MAN} (?:les |le |lo |te )?${ANSWERS}|(?:es|no es|suena|escuchan) ${MAN}|no (?:contesto|soy|atiendo) yo|no soy yo)`;
const DO =
  '(?:no (?:(?:me|nos|le|les) )?(?:llamen|llame|llames|hablen|hable|hables|digan nada|diga nada|digan|insistan|contesten|sigan)(?: (?:nada|mas|de nuevo))?|(?:mejor )?(?:corten|corte|cortas|corta|cuelguen|cuelgue|cuelga)(?:le|les)?(?: (?:altiro|al tiro|la llamada|nomas|no mas|por favor|porfa|de una))?|digan que (?:es|son|se) (?:equivocad[oa]s?|equivocaron|numero equivocado|del banco|de una encuesta|otra cosa))';
const THEN_DO = `(?: (?:y |o |ahi |entonces |mejor |por favor |porfa )*${DO})`;
/** "Solo si él no está", "no me llamen al fijo", "only when I'm alone": all that she says, with how she asks for the call around it. */
const ASKS =
  '(?:(?:si|sii|ya|bueno|ok|okey|pero|pro|eso si|dale|y|porfa|porfis|por favor|gracias|me (?:pueden|puede|puedes) llamar|puede(?:n|s)? llamar(?:me)?|llam(?:en|e|a)(?:me)?|que (?:me )?llamen|quiero que (?:me )?llamen|me gustaria|que sea|tiene que ser|yes|but|please|they can call|you can call(?: me)?|call(?: me)?|sim|mas|wi|men) )*';
const ONLY =
  '(?:(?:solo|soloo|solamente|unicamente|siempre|nomas|no mas)(?: que| y)? )?(?:si|cuando|mientras|qdo|cdo|que)';
const NOT_THERE = `(?:(?:${HIM} )?(?:ya )?no (?:este|esta|ta|ande|anda|vaya a estar)(?: ${HIM})?|${HIM} (?:haya salido|salio|salga|ande fuera|este (?:trabajando|en (?:la|su) pega|fuera)|esta (?:trabajando|en (?:la|su) pega|fuera)))`;
const ALONE_THEN = '(?:yo )?(?:este|estoy|toy|quede|me quede|ande) sol(?:a|ita)';
const OTHER_PHONE =
  '(?:al|a la|a el|a mi|en la|por el|a ese|a este|en el)(?: (?:telefono|numero|red|fono))?(?: (?:de la|de mi|del))? (?:fijo|casa|pega|trabajo|oficina|red fija)';
const ENDS = `(?: (?:${SOFT}|nunca|aqui|aca|cerca|conmigo|en (?:la|mi) casa|al celu(?:lar)?|mejor al celu(?:lar)?|solo al celu(?:lar)?|nomas|no mas|home|there|around))*`;
const ONLY_CONDITION = new RegExp(
  `^${ASKS}(?:${ONLY} (?:${NOT_THERE}|${ALONE_THEN})|que no ${ANSWERS.replace('contesta|', 'conteste|contesta|')} ${MAN}|no (?:me |nos )?(?:llamen|llame|llames|llamar|yamen)(?: nunca)? ${OTHER_PHONE}|(?:solo|solamente) (?:al|a mi) (?:celu|celular|cel|movil)(?: no ${OTHER_PHONE})?|only (?:if|when|while) (?:he(?:[' ]?s| is) (?:not (?:home|here|there|around)|out|away|at work)|he isn[' ]?t (?:home|here|there)|(?:my (?:husband|partner|boyfriend) is|my (?:husbands|partners)) (?:not (?:home|here)|out|away)|im alone|i am alone)|(?:dont|do not) call (?:the|my) (?:landline|house phone|home phone|house|work|office)|so (?:se|quando) ele nao (?:esta|estiver)(?: (?:em casa|aqui))?|nao (?:me )?liguem (?:para|pro|no) (?:o )?fixo|selman (?:si|le) li pa la)${ENDS}$`,
  'u',
);

const CONDITIONS = [
  new RegExp(`\\b${DO} (?:y |o )?${IF}${THEN_DO}*(?![\\p{L}])`, 'gu'),
  new RegExp(`\\b${IF}${THEN_DO}+(?![\\p{L}])`, 'gu'),
  /\b(?:hang up|(?:please )?(?:dont|do not|don t) (?:call|talk|speak|say anything)(?: to him)?) if (?:a man|he|my (?:husband|partner|boyfriend|ex)|someone else|anyone else|anybody else) (?:answers|picks up)(?: (?:just |please )*(?:hang up))?/gu,
  /\bif (?:a man|he|my (?:husband|partner|boyfriend|ex)|someone else|anyone else) (?:answers|picks up) (?:please |just )*(?:hang up|(?:dont|do not|don t) (?:call|talk|speak|say anything))/gu,
];
