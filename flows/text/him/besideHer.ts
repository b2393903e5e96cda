/**
 * He is beside her, told by where he sat or lay down ("se sentó en la cama", "está acostado acá en la misma cama"), by what he
 * does to her body ("me abrazó por detrás", "me está haciendo cariño"), by how he looks at her ("me mira de reojo"), or by the
 * room that she is in ("entró a la cocina donde estoy"). All of the message has to be made of that. Who lay down on the sofa or
 * went into the bathroom is in another place, and may be out of hers; whom else she names is another thing.
 *
 * Spanish is compared by its sound ("se cento en la kama").
 */
import { inSounds, sound } from '../nearness.js';

/** @param said the words of a message, in plain form */
export const isBesideHer = (said: readonly string[]): boolean =>
  IN_SOUNDS.test(said.map(sound).join(' ')) || OTHERS.test(said.join(' '));

const QUE = '(?:que|q|k|ke)';
const HERE = '(?:aqui|aca|ahi)';
const IS = '(?:esta|ta|sigue|anda|quedo|se quedo|lo tengo|se me)';
const BESIDE = `(?:${HERE} )?(?:al (?:lado|lao)(?: mio| de mi)?|a mi (?:lado|lao)|a lado mio|junto a mi|pegado a mi|frente a mi|en ?frente(?: mio| de mi)?|al frente(?: mio)?|conmigo|encima(?: mio| de mi)?|(?:por )?(?:detras|atras)(?: mio| de mi)?)`;
/** Nobody sits down in another room on what she lies on, and tells of it as hers. */
const HER_BED =
  '(?:(?:la|mi|nuestra|esta) (?:misma )?(?:cama|litera)|mi (?:colchon|sillon|silla|pieza|lado de la cama)|(?:el|este) mismo (?:sillon|sofa|colchon|asiento)|la misma (?:pieza|mesa|silla|habitacion|cama))';
const END_OF_BED =
  '(?:a|en|al|por) (?:los pies|el pie|pie|la orilla|orilla|orillita|la orillita|el borde|borde|la punta|la esquina|el otro lado|otro lado) de (?:la|mi|nuestra) cama';
const SEAT = '(?:el|la|mi|un|una|este|esta) (?:sillon|sofa|silla|mesa|banca|piso|asiento|colchon)';
const ON = `(?:(?:${HERE} )?(?:en|a|sobre|encima de|arriba de|arriba) ${HER_BED}|(?:${HERE} )?${END_OF_BED})`;
const NEXT = `(?:${ON}|${BESIDE}|${HERE})(?: (?:${ON}|${BESIDE}|${HERE}))*`;
const SITS = '(?:sento|sienta|sentando|recosto|recuesta|acomodo|instalo|arrimo|apoyo|acurruco|subio|sube|paro)';
const LIES = '(?:acosto|acuesta|tiro|tira|echo|hecho|echa|metio|mete|metiendo|tendio|estiro)';
const POSED =
  '(?:sentado|sentao|acostado|acostao|parado|parao|recostado|echado|tirado|metido|apoyado|tendido|pegado|arrimado|asomado)';
const ROOM =
  '(?:la|el|mi) (?:pieza|cocina|bano|baño|dormitorio|living|comedor|habitacion|patio|logia|closet|bodega|auto)';
const DOOR =
  '(?:en|por|desde|a|contra) (?:(?:el|la) )?(?:marco|umbral|puerta|lado)(?: (?:de|en) (?:(?:la|mi) )?(?:puerta|pieza|cocina|bano|baño|dormitorio))*';
const TENDER =
  '(?:abrazando|acariciando|besando|regaloneando|peinando|haciendo (?:cariño|cariños|carino|nanai|masajes?))';
const CARES =
  '(?:abrazo|abraza|beso|besa|acaricia|acaricio|regalonea|(?:hace|hizo) (?:cariño|cariños|carino)|(?:dio|da) (?:un )?(?:beso|besos|abrazo)|tiene abrazada|(?:tiene|tomo|toma|agarro|dio) (?:de )?la mano|(?:puso|pone|tiene|paso) (?:la|una|su) mano (?:en|sobre|por) (?:el|la|mi) (?:hombro|pierna|espalda|rodilla|cintura|pelo|cara|mano)|(?:toca|hace tuto en|juega con) (?:el|mi) pelo)';
const LOOKS =
  '(?:(?:esta |ta |sigue |anda )?(?:mirando|observando)|mira|miro|queda mirando|quedo mirando|quedo viendo|observa|clavo la (?:mirada|vista)|clava los ojos)';
const HOW =
  '(?:de reojo|de lado|de costado|raro|rara|extraño|extrano|fijo|fijamente|serio|sospechoso|con cara de (?:duda|sospecha|raro|pregunta|que pasa)|desde la (?:puerta|cama|cocina|entrada|pieza|mesa)|por el espejo|de lejos|de cerca|de arriba abajo|las manos|el celu|el celular|el telefono)';
const LOOKS_AT = `${LOOKS} ${HOW}(?: ${HOW})*|(?:quedo|se quedo|esta|ta) mirando feo`;

const SAID = [
  `se (?:me |nos )?(?:vino (?:y se )?)?(?:${SITS}|${LIES}) ${NEXT}`,
  `se (?:me |nos )?${SITS} (?:en|a|sobre) ${SEAT}(?: ${NEXT})?`,
  `(?:me |nos )?${IS} (?:${HERE} )?${POSED} (?:${HERE} )?(?:${NEXT}|${DOOR})`,
  `${IS} (?:${HERE} )?${POSED} (?:en|a|sobre) ${SEAT} ${NEXT}`,
  `(?:esta|ta|sigue|anda) (?:${HERE} )?(?:en|sobre) (?:la misma|mi|nuestra) (?:cama|pieza|habitacion)(?: (?:${NEXT}|que yo|q yo))?`,
  `(?:esta|ta|sigue) en la cama (?:${BESIDE}|${HERE})`,
  `(?:se (?:me )?)?(?:vino|viene|paso|entro|llego|va a venir|quiere venir) a (?:(?:sentar|acostar|recostar|meter|echar|tender|acurrucar|arrimar|parar)(?:se)?)(?: (?:${NEXT}|a la cama|en la cama|en ${SEAT}))*`,
  `(?:me|nos) (?:${CARES}|(?:esta|ta|sigue|anda|vino|viene) (?:a )?${TENDER})(?: (?:por (?:detras|atras|la espalda)|de atras|fuerte|el pelo|la espalda|la cara|la cabeza|las manos|${HERE}))*`,
  `(?:me|nos) (?:${LOOKS_AT})`,
  `(?:se )?(?:entro|llego|vino|viene|paso|subio|bajo|esta|ta|anda|metio|acerco|acerca|vino a meter) (?:(?:a|en|al|hasta|para|pa|por) ${ROOM.replace('(?:la|el|mi) ', '(?:(?:la|el|mi) )?')} )?(?:a ?donde|donde|onde|en ${QUE}|en la ${QUE}|en el ${QUE}) (?:yo )?(?:estoy|toy)(?: yo)?(?: (?:metida|escondida|encerrada|acostada|sentada))?`,
  `(?:esta|ta|anda|sigue) en la misma (?:pieza|cocina|habitacion) ${QUE} yo`,
].join('|');
const HIM =
  '(?:el|(?:mi|el|ese|este) (?:ex )?(?:marido|esposo|pareja|pololo|novio|conviviente|viejo|ex|suegro|padrastro|hombre|tipo|weon))';
const LEAD = `(?:(?:si|ok|ya|y|pero|hola|oye|ay|uy|oh|ahora|ahi|shh|ojo|cuidado|perdon|espera|recien|justo|es ${QUE}|${QUE}|porque|chao|${HIM}) )*`;
const TAIL = `(?: (?:ya|ahora|chao|espera|perdon|otra vez|de nuevo|recien|justo|y|todo el rato|no puedo(?: hablar| escribir)?|y (?:me )?(?:mira|lee|esta mirando)|${HIM}))*`;
const IN_SOUNDS = new RegExp(inSounds(`^${LEAD}(?:${SAID})${TAIL}$`), 'u');

const HE =
  '(?:yes |no |but |now |so |shh )*(?:he|hes|he s|he is|my (?:husband|boyfriend|partner|ex|bf)(?: is| s)?)(?: (?:just|now|already|still|is|s|has|came and))*';
const MY_BED = '(?:the|my|our|this|the same) (?:bed|couch|sofa|room|table|bench)';
const BY_ME = `(?:(?:right|here|down|up) )*(?:next to me|beside me|by me|with me|by my side|on top of me|behind me|across from me|in front of me|here|in(?:to)? ${MY_BED}|on ${MY_BED}|(?:on|at) the (?:edge|foot|end|side) of ${MY_BED})`;
const ELE =
  '(?:sim |nao |mas |agora )*(?:ele|(?:o )?meu (?:marido|namorado|companheiro|ex))? ?(?:(?:ja|agora|acabou de|veio|se) )*';
const MEU_LADO =
  '(?:(?:bem )?aqui|(?:aqui )?(?:do|ao) (?:meu )?lado|comigo|perto de mim|atras de mim|em cima de mim|(?:na|em) (?:minha |mesma )?cama|na mesma (?:sala|cama)|(?:na beira|no pe|na ponta) da cama)';
const LI = '(?:wi |non |men )*(?:li|mari (?:m|mwen)|mennaj (?:m|mwen)|menaj (?:m|mwen)) (?:(?:ap|fek|deja|vin|vini) )*';
const BO_KOTE =
  '(?:(?:la )?(?:bo kote|akote|ak|avek|ave|deye|devan) (?:m|mwen)|la|(?:sou|nan) (?:menm )?kabann(?: nan| an| la| m| mwen)?)';
const OTHERS = new RegExp(
  `^(?:${[
    `${HE} (?:sat|sitting|sits|laid|lay|lying|laying|got|getting|climbed|climbing|crawled|hopped|slid|standing|stood|settled|leaning|in bed|in the bed|in my bed) (?:down |up |right )*${BY_ME}(?: ${BY_ME})*(?: now)?`,
    `${HE} (?:in|on) (?:my|the same|our) (?:bed|room|couch)(?: (?:${BY_ME}|as me))*(?: now)?`,
    `${HE} (?:hugging|hugged|hugs|holding|kissing|kissed|cuddling|stroking|caressing|spooning) (?:me|my (?:hair|back|hand))(?: from behind| now)*`,
    `${HE} (?:got |put |putting |wrapped )?(?:his|an) (?:arms?|hand|head) (?:around|on) (?:me|my (?:shoulder|back|leg|knee|lap))`,
    `${HE} (?:standing|stood|leaning|leans|in|at) (?:in |at |on |against )?the (?:doorway|door ?frame|frame of the door|bedroom door)(?: (?:looking|watching|staring)(?: at me)?)?`,
    `${HE} (?:looking|looked|looks|staring|stared|glancing|glaring|peeking|eyeing|side eyeing)(?: at)? me(?: (?:funny|weird|weirdly|strangely|strange|sideways|suspiciously|from the (?:door|bed|doorway)))*`,
    `${HE} (?:came|walked|comes|walking|coming|stepped) (?:in|into|in to|to) the (?:kitchen|bedroom|room|bathroom|living room) (?:where )?(?:im|i am)(?: in)?`,
    `${ELE}(?:sentou|sentar|sentado|senta|deitou|deitar|deitado|deita|encostou|encostado|(?:esta|ta) (?:sentado|deitado|encostado|parado)) ${MEU_LADO}(?: ${MEU_LADO})*`,
    `${ELE}(?:me abracou|me abraca|me beijou|(?:esta|ta) me (?:abracando|beijando|fazendo carinho|acariciando)|(?:esta|ta) (?:abracado comigo|fazendo carinho em mim))(?: por tras)?`,
    `${ELE}(?:ficou me olhando|(?:esta|ta) me (?:encarando|olhando)|me olha|me olhou)(?: (?:estranho|de lado|torto|da porta|desconfiado))*`,
    `${ELE}(?:(?:esta|ta) )?(?:parado|encostado) (?:na|no) (?:porta|batente|batente da porta)`,
    `${ELE}entrou (?:na|no) (?:cozinha|sala|quarto|banheiro) onde (?:eu )?(?:estou|to)`,
    `${LI}(?:chita|kouche|monte|kanpe|antre) ${BO_KOTE}(?: ${BO_KOTE})*`,
    `${LI}(?:anbrase|bo|karese|kenbe) (?:m|mwen)(?: (?:pa deye|nan do))?`,
    `${LI}(?:gade|voye je sou) (?:m|mwen) (?:dwol|mal|deye pot la|nan pot la|yon jan dwol|yon fason dwol)`,
    `${LI}kanpe (?:nan|devan) (?:papot|pot) (?:la|a)`,
    `${LI}antre (?:nan|kote) (?:(?:kwizin|chanm|sal) (?:nan|lan|la) )?kote (?:m|mwen) ye(?: a)?`,
  ].join('|')})$`,
  'u',
);
