/**
 * Whether her words are about what she was asked in an emergency: who is there, whether anybody is hurt, a weapon, children.
 * What is read aloud to the police under a heading has to be about it: "gracias, chao" is no weapon, and "mi hijo está
 * durmiendo" nobody who threatens her. Rather too strict than too mild: what is not about it is kept as what she said.
 */
import { plain, words } from './plain.js';
import { namedIn } from './him/threat.js';

export type Asked = 'who' | 'injured' | 'weapon' | 'children';

const STEMS: Readonly<Record<Exclude<Asked, 'who'>, RegExp>> = {
  injured:
    /\b(?:herid|sangr|sangu|duel|dol(?:or|i)|golpe|moret|lesion|fractur|quebr|rompi|respir|ahog|asfixi|inconsc|desmay|mare(?:ad|o)|cort(?:e|ada|ado|o)\b|apunal|vomit|embaraz|ferid|machuc|sangran|hurt|bleed|blood|injur|wound|bruis|breath|broke|unconsc|faint|dizzy|blese|senyen|anemi|toufe|(?:cabeza|cara|ojos?|nariz|boca|labios?|brazos?|manos?|piernas?|rodillas?|costillas?|espalda|cuello|pecho|guata|vientre|ceja|dedos?|pies?|diente|dientes|head|face|eyes?|nose|mouth|arms?|legs?|ribs?|(?:my|her|his|our) back|neck|chest|belly|hand|bracos?|pernas?|olhos?|doi|doendo|tet|bra|janm|san|(?:estoy|estamos|esta|ta|todo) bien|i m (?:ok|fine)|im (?:ok|fine)|(?:we are|were) (?:ok|fine)|estou bem)\b)/u,
  weapon:
    /\b(?:arma|armad|desarmad|unarmed|cuchill|pistol|revolver|escopet|rifle|fusil|machet|fierr|navaj|cortaplum|martill|tijer|botell|vidri|piedra|ladrill|bencin|parafin|cinturon|weapon|knife|knives|hammer|bottle|gasoline|garraf|facao|kouto|manchet|boutey|(?:hacha|palos?|acido|correa|cable|soga|cuerda|cinto|guns?|axe|stick|belt|faca|pau|zam|fizi|baton|woch|roch)\b|(?:un|el|con|de) bate\b|(?:a|the|his|with|baseball) bat\b)/u,
  children:
    /\b(?:(?:hij|nin|cabr|chic|niet|sobrin)(?:it)?[oa]s?\b|guagu|bebes?\b|bb\b|peque|lactante|embaraz|kids?\b|child|bab(?:y|ies)\b|sons?\b|daughter|toddler|filh[oa]|crianc|menin[oa]|timoun|pitit|ti ?bebe|(?:\d+|un|dos|tres|cuatro|cinco|two|three) (?:anos?|anitos|meses|mes|years?|months?)\b)/u,
};
/** "Dos", "tengo 3", "one": how many. */
const COUNTED =
  /^(?:(?:hay|tengo|son|estan|tenemos|yes|si|there are|ha|tem|gen) )*(?:\d{1,2}|un[oa]?|dos|tres|cuatro|cinco|seis|one|two|three|four|dois|duas|quatro|youn|twa)$/u;
/** What is neither a yes nor a no, and answers. */
const VAGUE =
  /^(?:(?:si|no|creo que|yo creo que|parece que|i think|acho que) )*(?:un poco|un poquito|poco|harto|mucho|algo|mas o menos|tal vez|quizas?|puede ser|creo|parece|nada|nadie|ningun[oa]?|ninguna parte|todavia no|aun no|siempre|los dos|las dos|todos|yo|el|ella|solo yo|a little|a lot|maybe|nothing|none|nobody|not yet|both|me|um pouco|talvez|ninguem|nenhum[a]?|eu|yon ti kras|petet|anyen|pesonn|mwen)$/u;
/** "No tiene", "no creo", "no hay": and no wish. */
const SHORT_NO =
  /^(?:no|nop|nope|nao|non)(?: (?!(?:numero|num|nro|numeracion|calle|direccion|number|street|address|rua|nimewo|telefono|celular|celu|phone|saldo|luz|internet|senal)\b|quier|quer|pued|poss|pod|veng|llam|contest|escrib|want|can|dont|me\b|te\b|les?\b|ka\b|vle\b)\p{L}+){1,2}$/u;

const PEOPLE =
  /^(?:el|ella|ellos|ellas|yo|nadie|sol[oa]s?|alguien|gente|hombres?|mujer|tipos?|desconocid[oa]s?|vecin[oa]s?|amig[oa]s?|carabineros|pacos|policias?|famili(?:a|ares)|todos|hij[oa]s?|nin[oa]s?|guaguas?|bebes?|mama|abuel[oa]s?|herman[oa]s?|niet[oa]s?|perr[oa]s?|he|him|she|they|me|nobody|alone|someone|strangers?|police|friends?|neighbou?rs?|ele|ela|eles|eu|ninguem|sozinha|alguem|li|yo|pesonn|poukont|mwen|moun)$/u;
const BESIDE_PEOPLE =
  /^(?:esta|estan|estamos|estoy|ta|tan|toy|sigue|siguen|aca|aqui|ahi|ahora|conmigo|y|o|es|son|un|una|unos|dos|tres|mas|solo|solamente|nomas|no|con|en|la|las|los|mi|mis|su|sus|de|del|casa|puerta|pieza|afuera|adentro|otra|otro|is|are|here|there|just|only|with|and|my|his|the|a|im|i|am|at|door|outside|inside|e|aqui|comigo|fora|la|isit|ak|se|sel|mari|m)$/u;
/** Who else may be there, in a short sentence about them. */
const OTHERS =
  /\b(?:alguien|gente|hombres?|tipos?|desconocid[oa]s?|vecin[oa]s?|amig[oa]s?|carabineros|pacos|familia|strangers?|friends?|neighbou?rs?|alguem|zanmi)\b/u;
const OTHERS_WORDS_MOST = 6;
const ONE_NAME =
  /^(?:(?:y|es|esta|ta|con|solo|its|is|he is|he s|e|se) )*(?:(?:el|la|don|mi|un|una|su|my|the|his|a|meu|minha|o) )?\p{L}{3,}$/u;
/** One word that names nobody. */
const NO_NAME =
  /(?:^|\s)(?:si|sip|no|ok|ya|hola|gracias|chao|chau|adios|bueno|ayud\p{L}*|auxilio|socorro|ajuda|help|sos|porfa\p{L}*|rapido|apur\p{L}*|veng\p{L}*|silencio|espera\p{L}*|perdon|yes|yeah|thanks?|obrigad[oa]|mesi|bye|tanpri|miedo|tengo|quiero|puedo|baje|subi|sali|me|te|casa|puerta|bano|pieza|que|como|donde|cuando)$/u;

/** A wound, a weapon or a child is in it, whatever was asked. */
export function touchesAny(text: string): boolean {
  const said = words(plain(text)).join(' ');
  return Object.values(STEMS).some(stem => stem.test(said));
}

/** @param answers she says yes, no, or that she does not know, and it answers a question of yes and no */
export function isAbout(asked: Asked, text: string, answers: boolean): boolean {
  if (answers) return true;
  const said = words(plain(text)).join(' ');
  if (asked === 'who') return namesWho(said, text);
  return (
    STEMS[asked].test(said) || VAGUE.test(said) || SHORT_NO.test(said) || (asked === 'children' && COUNTED.test(said))
  );
}

function namesWho(said: string, text: string): boolean {
  if (namedIn(text) !== null) return true;
  const each = said.split(' ');
  if (COUNTED.test(said) || (each.length <= OTHERS_WORDS_MOST && OTHERS.test(said))) return true;
  const people = each.some(word => PEOPLE.test(word));
  if (people && each.every(word => PEOPLE.test(word) || BESIDE_PEOPLE.test(word))) return true;
  return ONE_NAME.test(said) && !NO_NAME.test(said);
}
