/**
 * In an open emergency: she has him before her eyes, or he has her before his. She points at him ("ahí está", "es él", "there he
 * is", "men li"), writes as the deaf do and leaves out the verb ("él dentro ya", "marido aquí"), or says that he is awake or
 * looks at her ("está despierto", "me mira feo"). All of the message has to be made of that. Before an emergency "ahí está" is of
 * anything; "no está despierto" and "mi hijo está despierto" are other things.
 *
 * Spanish is compared by its sound ("ai sta", "ta dezpierto").
 */
import { lately } from '../lately.js';
import { inSounds, sound } from '../nearness.js';
import { plain, words } from '../plain.js';

/** He is in sight of her, or she of him; and no more is said. */
export const isInView = lately((text: string): boolean => {
  const flat = plain(text);
  const said = words(flat);
  if (flat.includes('?') || said.length === 0 || said.length > WORDS_MOST) return false;
  return IN_SOUNDS.test(said.map(sound).join(' ')) || OTHERS.test(said.join(' '));
});

/** Who tells more than this in one message tells a story. */
const WORDS_MOST = 9;

const HIM =
  '(?:el|(?:(?:mi|ese|este|el) )?(?:ex )?(?:marido|esposo|pareja|pololo|novio|conviviente|viejo|suegro|padrastro)|mi ex|el ex)';
const NOW = '(?:ya|aya|ahora|ahorita|hoy|todavia|aun|justo|recien|otra vez|otra ves|denuevo|de nuevo|de vuelta)';
const HERE =
  '(?:aqui|aca|ahi|adentro|dentro|cerca|conmigo|al (?:lado|lao)|(?:en )?(?:esta|la misma|misma|mi) (?:pieza|casa|cama|habitacion)|(?:en )?la (?:pieza|casa|puerta|cama|ventana))';
const AWAKE = '(?:despierto|con (?:los )?ojos abiertos)';
const HOW = '(?:feo|mal|raro|fijo|mucho|enojado|con rabia)';
const SPANISH = [
  `(?:ahi|aca|aqui) (?:esta|sta|ta)`,
  `(?:ahi|aca|aqui) (?:esta|sta|ta) ${HIM}`,
  `es ${HIM}`,
  '(?:ahi )?(?:lo|le) (?:veo|estoy viendo|toy viendo)(?: (?:ahi|aca|desde aqui|por la ventana|afuera|venir|llegar))?',
  `${HIM} (?:${NOW} )*${HERE}`,
  `${HERE} ${HIM}`,
  `${NOW} (?:adentro|dentro)|(?:adentro|dentro) ${NOW}`,
  `(?:esta|ta|sigue|anda) (?:${NOW} )*${AWAKE}`,
  `${HIM} (?:esta |ta |sigue |anda )?(?:${NOW} )*${AWAKE}`,
  `(?:${HIM} )?me (?:mira|miro|ve)(?: (?:muy |bien )?${HOW})?`,
].join('|');
const AROUND = `(?:${NOW}|ay|uy|oh|no no|ay no|dios|dios mio|shh|chao|perdon|creo que|parece que|si|y)`;
const IN_SOUNDS = new RegExp(inSounds(`^(?:${AROUND} )*(?:${SPANISH})(?: ${AROUND})*$`), 'u');

const OTHERS = new RegExp(
  `^(?:(?:oh|god|no|yes|now|and|shh|omg|nao|ai|meu deus|wi|non|mezanmi) )*(?:${[
    '(?:there|here) he (?:is|comes)',
    '(?:he is|hes|he s) (?:right )?(?:there|awake|up|still (?:awake|up)|awake now|not asleep|inside already)',
    '(?:thats|that is|that s|its|it is|it s) (?:him|my (?:husband|boyfriend|partner|ex))',
    'i (?:can )?see him(?: (?:there|now|outside|coming))?',
    'he (?:looks|looked|is looking|is staring|stares|stared) at me',
    '(?:olha|la|ai|ali) (?:esta |ta |vem )?ele(?: (?:ai|ali|la|aqui|de novo))*',
    '(?:e|eh|era) ele|(?:estou|to) vendo ele(?: daqui)?',
    '(?:ele|(?:o )?meu (?:marido|namorado|ex)) (?:(?:ja|agora) )?(?:(?:esta|ta) )?(?:ai|ali|aqui|dentro|acordado|de olhos abertos)(?: (?:ja|agora))?',
    '(?:ja )?(?:esta|ta) acordado|(?:ele )?(?:me olha|me olhou|(?:esta|ta) me olhando)(?: (?:feio|torto))?',
    'men li(?: (?:la|anko|menm|ap vini))*|se li(?: menm)?|(?:m|mwen) we (?:li|l)',
    '(?:li|mari (?:m|mwen)) (?:deja )?(?:la|anndan|isit|reveye|pa domi|je louvri)(?: (?:deja|kounye a|la))*',
    '(?:li|l ap|lap|li ap) (?:ap )?gade (?:m|mwen)(?: mal)?',
  ].join('|')})(?: (?:now|again|already|agora|ja|de novo|anko|kounye a))*$`,
  'u',
);
