/**
 * In an open emergency: he is back, after the police or he himself had left ("se fue la policía y él volvió", "salió un rato y
 * volvió"), or he came with somebody or something ("llegó con dos amigos", "apareció con un bate"). All of the message has
 * to be made of that: who left, clause by clause, and then what nearing.ts hears; "se fue y llegó mi hermana" is another thing.
 * Before an emergency the same words tell a story, and who brings a bat is asked about: there nobody asks for this.
 */
import { lately } from '../lately.js';
import { nearingOf } from './nearing.js';
import { plain, words } from '../plain.js';

/** He is back, or came with others or with a weapon, and no more is said. */
export const isBack = lately((text: string): boolean => {
  const flat = plain(text);
  if (flat.includes('?')) return false;
  if (CAME_WITH.test(bare(flat))) return true;
  const clauses = flat
    .split(BETWEEN)
    .map(bare)
    .filter(it => it !== '');
  for (let at = 1; at < clauses.length && LEFT.test(clauses[at - 1]!); at++) {
    const rest = clauses.slice(at).join(' ');
    if (CAME_WITH.test(rest) || [rest, ...HE.map(he => `${he} ${rest}`)].some(it => nearingOf(it) !== null))
      return true;
  }
  return false;
});

const bare = (flat: string): string => words(flat).join(' ');

/** Who is meant where nobody is named after he left. */
const HE = ['el', 'he', 'ele', 'li'];
/** Between what happened before and what is now. */
const BETWEEN = /\s*[,.;:!]+\s*|\s+(?:y|i|pero|pro|entonces|and|but|then|now|e|mas|men|epi)\s+/u;

const POLICE =
  '(?:(?:la|las|los|el|the|a|os|una) )?(?:policias?|carabineros?|pacos?|patrullas?|pdi|tira|tiras|tombos?|police|cops?|patrol|viatura|lapolis|polis(?: la| yo)?)';
const HIM =
  '(?:(?:mi|el|my|meu|o) )?(?:marido|esposo|pareja|pololo|novio|conviviente|ex|viejo|husband|boyfriend|partner|namorado|companheiro)';
const ONE = `(?:${POLICE}|${HIM}|el|ellos|he|they|ele|eles|li|yo)`;
const WENT =
  'se (?:fue|fueron|habia ido|habian ido|ha ido|han ido|retiro|retiraron|marcho|marcharon|devolvieron)|(?:habia |habian )?(?:salido|ido)|salio|salieron|fue|fueron|' +
  'left|had left|have left|are gone|is gone|was gone|went(?: out| away)?|drove (?:off|away)|foi(?: embora)?|foram(?: embora)?|saiu|sairam|tinha (?:ido|saido)|(?:te )?(?:ale|pati|soti)';
/** The police were there, and no word of what they did. */
const CAME = `(?:llego|llegaron|vino|vinieron|paso|pasaron|estuvo|estuvieron) ${POLICE}|${POLICE} (?:llego|llegaron|vino|vinieron|paso|pasaron|estuvo|estuvieron|came|was here|were here|veio|esteve|te vini)`;
const LET_GO =
  '(?:se )?lo (?:llevaron|tomaron|detuvieron)(?: (?:detenido|preso))?|lo (?:soltaron|largaron|liberaron|dejaron (?:ir|libre|salir|en libertad)|tenian detenido|habian (?:detenido|tomado detenido))|(?:they|police|the police|the cops) (?:released him|let him (?:go|out))|soltaram ele|yo lage l';
const ASIDE =
  'un (?:rato|ratito|momento|poco)|a (?:comprar(?: (?!a )\\w+(?: y \\w+)?)?|fumar|trabajar|la (?:calle|esquina|tienda|botilleria|pega)|carrete\\w*)|al (?:negocio|almacen|trabajo|baño|bano)|de (?:aqui|aca|la casa|mi casa)|a while ago|for a (?:while|bit|minute)|to the (?:store|shop|bar)|to buy \\w+|embora|um pouco|recien|hace (?:un )?(?:rato|poco|ratito)|ya|ahora|otra vez|de nuevo|hoy|just|already';
const LEFT = new RegExp(
  `^(?:(?:ya|recien|pero|que|me|nos|primero|hoy|just|already|ja) )*(?:(?:${ONE} )?(?:${WENT})(?: ${ONE})?|${CAME}|${LET_GO})(?: (?:${ASIDE}))*$`,
  'u',
);

const ARMS =
  'bates?|palos?|fierros?|cuchill[oa]s?|machetes?|pistolas?|armas?|hachas?|martillos?|botellas?|escopetas?|revolver|rifle|navajas?|bidon(?: de \\w+)?|bencina|parafina|knife|knives|gun|guns|bat|axe|hammer|stick|weapon|machete|faca|arma|revolver|pau|facao|kouto|zam|manchet|baton|fizi';
const PEOPLE =
  'amig[oa]s?|compadres?|hermanos?|papas?|mama|padres|primos?|tios?|cuñados?|cunados?|gente|tipos?|hombres?|weones|hueones|familia|otros?|friends?|brothers?|father|dad|mother|mom|cousins?|family|people|men|guys|irmaos?|irmao|pai|mae|zanmi|fre|papa';
/** With what, or with whom, he came. */
export const BROUGHT = `(?:(?:un|una|unos|unas|el|la|su|sus|otro|otros|otra|dos|tres|cuatro|varios|mas|\\d|a|an|the|his|two|three|some|um|uma|o|os|dois|seu|seus|yon|de) )*(?:${ARMS}|${PEOPLE})(?: (?:suyos?|de el|li|dele|en la mano|mas))?`;
const AGAIN =
  'ya|ahora|y|recien|otra vez|de nuevo|aqui|aca|afuera|en la (?:puerta|casa|pieza)|a la (?:puerta|casa|pieza)|at (?:the|my) (?:door|house)|na porta|again|now|just|already|agora|de novo|anko|ja';
const CAME_WITH = new RegExp(
  `^(?:(?:${AGAIN}) )*(?:(?:${HIM}|el|he|hes|ele|li) )?(?:(?:${AGAIN}) )*` +
    '(?:llego|aparecio|vino|volvio|entro|regreso|esta (?:aqui|aca|afuera|en la puerta)|' +
    '(?:is )?(?:back|here|outside)|(?:came|showed up|got)(?: (?:back|home|here))?|voltou|chegou|veio|apareceu|entrou|(?:tounen|vini|rive|antre))' +
    ` (?:(?:${AGAIN}|el) )*(?:con|with|com|ak|avek) ${BROUGHT}(?: (?:y|and|e|ak)(?: (?:con|with|com))? ${BROUGHT})*(?: (?:${AGAIN}|curad[oa]|borracho|armados?))*$`,
  'u',
);
