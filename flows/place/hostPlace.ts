/**
 * The home of those to whom she has gone: "me vine donde mi tía", and then "vive en Errázuriz 710". She is there as likely as
 * not, so that it stands beside the address that she gave.
 */
import { isSurelyOfAnother, type Told } from './leftPlace.js';
import { placeAfter } from './placeParts.js';
import type { Reading } from '../reading.js';
import type { Place } from '../text/place/place.js';
import { spaced } from '../text/plain.js';

/** @returns null where it is not told that she went to anybody, or whose home this text tells is another's */
export function hostHome(
  context: Told,
  { text, place, media }: Pick<Reading, 'text' | 'place' | 'media'>,
): Place | null {
  const { place: before, known } = context;
  if (!before || media || isSurelyOfAnother(context) || place?.street === undefined || place.number === undefined)
    return null;
  const said = spaced(text);
  if (text.includes('?') || !OF_HOST.test(said) || OF_HIM.test(said)) return null;
  const last = known.findLast(
    one => one.by === 'citizen' && (WENT.test(spaced(one.text)) || BACK.test(spaced(one.text))),
  );
  return last && !BACK.test(spaced(last.text)) ? placeAfter(before, { ...place, text: text.trim() }) : null;
}

const OF_HOST =
  /^ (?:y |ah |es que |ahi |aca )*(?:(?:ella|ellos|(?:mi|mis|la|los|las) \S+|she|they|my \S+|ela|minha \S+|li) )?(?:vive|viven|bive|biven|lives?|mora|moram|rete|abite|queda|esta) (?:en|in|at|na|no|nan) | (?:su|la) (?:casa|direccion|depto|departamento) (?:de (?:ella|ellos|mi \S+) )?(?:es|queda|esta) | (?:her|their|my \S+s) (?:house|home|place|address) is | a casa d(?:ela|eles|a minha \S+) (?:e|fica) | kay li (?:nan|se) /;
const OF_HIM =
  / (?:el|mi (?:ex|marido|pololo|pareja|conviviente|esposo|novio)|he|my (?:ex|husband|boyfriend|partner)|ele|meu \S+|mari m|nonm) (?:ya |no |still |also |tambien )*(?:vive|trabaja|esta|lives|works|is|mora|rete)| (?:vivia|vivian|lived|no vive|no viven|ya no) /;
const WENT =
  / (?:(?:me|nos) (?:vine|vinimos|fui|fuimos|arranque|arrancamos|escape|escapamos|refugie|refugiamos|escondi|quede|quedamos|traje|trajeron|trajo|voy|vamos)|vine|vinimos|arranque|arrancamos|aranque|corri|corrimos|escape|escapamos|llegue|llegamos|estoy|toy|estamos|tamos|ando|voy|vamos|(?:i|we) (?:ran|went|came|fled|got|am|are)|(?:im|were) (?:going |now )?|vim|fui|fugi|estou|to|mwen (?:kouri|ale|vini|rive)|mwen) (?:\S+ ){0,2}?(?:donde|onde|(?:a|en|pa|para|hasta) (?:la )?casa de|(?:a|en) lo de|casa de|(?:(?:to|at) )?(?:my|a) \S+ (?:house|place|home|flat)|(?:to|at) my (?:aunt|mom|mum|mother|sister|friend|neighbor|neighbour|cousin|grandmother)s?|(?:na|pra|para a) casa d(?:a|e|o)|lakay|kay) /;
const BACK =
  / (?:volvi|volvimos|regrese|regresamos|de vuelta|devolvi|devolvimos|(?:estoy|toy) en (?:mi|la) casa|went back|im home|im back|voltei|tounen) /;
