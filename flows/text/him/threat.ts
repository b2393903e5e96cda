/**
 * Who threatens her, as her own words tell it: "mi marido me está pegando", "my ex is at the door", "papa m ap bat mwen".
 * A kind of relation and no name; null where she tells none, or nobody but who helps, suffers or stands by.
 */
import { lately } from '../lately.js';
import { words } from '../plain.js';

export const RELATIONS = [
  ...['husband', 'wife', 'partner', 'boyfriend', 'girlfriend', 'ex', 'childrens-father'],
  ...[
    'father',
    'stepfather',
    'mother',
    'son',
    'daughter',
    'brother',
    'sister',
    'grandfather',
    'uncle',
    'cousin',
    'nephew',
  ],
  ...['brother-in-law', 'father-in-law', 'mother-in-law', 'son-in-law', 'neighbour', 'boss', 'landlord'],
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Whom she lives with or lived with: told beside danger, it is of them. Others may be the ones who help. */
const COUPLE: ReadonlySet<Relation> = new Set([
  'husband',
  'wife',
  'partner',
  'boyfriend',
  'girlfriend',
  'ex',
  'childrens-father',
] as const);

/** Written as `words` gives them; the longest is looked for first. */
const NAMES: Readonly<Record<Relation, string>> = {
  husband: 'marido|maridito|esposo|husband|hubby|mari',
  wife: 'esposa|wife|madanm',
  partner: 'pareja|conviviente|companero|partner|companheiro|parceiro|konpay|nonm',
  boyfriend: 'pololo|novio|boyfriend|bf|namorado|mennaj|boyfrenn?',
  girlfriend: 'polola|novia|girlfriend|gf|namorada',
  ex: 'ex ?(?:marido|esposo|pareja|conviviente|pololo|novio|husband|partner|boyfriend|namorado|companheiro)|ex|exmari|ansyen (?:mari|mennaj)',
  'childrens-father':
    '(?:papa|padre) de (?:mis|los|mi) (?:hij[oa]s?|nin[oa]s?|guaguas?)|(?:father|dad) of my (?:kids|children|son|daughter|baby)|baby daddy|pai (?:dos|do|da) (?:meus?|minhas?) filh[oa]s?|papa pitit',
  father: 'papa|papi|padre|taita|dad|daddy|father|pai',
  stepfather: 'padrastro|stepdad|stepfather|step dad|padrasto|bope',
  mother: 'mama|mami|madre|mom|mum|mother|mae|manman',
  son: 'hijo|son|filho|pitit gason',
  daughter: 'hija|daughter|filha|pitit fi',
  brother: 'hermano|brother|irmao|fre',
  sister: 'hermana|sister|irma|se',
  grandfather: 'abuelo|tata|grandfather|grandpa|avo|granpe',
  uncle: 'tio|uncle|tonton',
  cousin: 'primo|cousin|kouzen',
  nephew: 'sobrino|nieto|nephew|grandson|sobrinho|neto|neve',
  'brother-in-law': 'cunado|brother in law|cunhado|bofre',
  'father-in-law': 'suegro|father in law|sogro',
  'mother-in-law': 'suegra|mother in law|sogra',
  'son-in-law': 'yerno|son in law|genro',
  neighbour: 'vecino|neighbou?r|vizinho|vwazen',
  boss: 'jefe|patron|boss|chefe|patrao',
  landlord: 'arrendador|casero|landlord|proprietario|pwopriyete',
};
const ALL = RELATIONS.flatMap(relation =>
  NAMES[relation].split(/\|(?![^(]*\))/u).map(name => ({ relation, name })),
).sort((a, b) => b.name.length - a.name.length);
const NAME = ALL.map(({ name }) => name).join('|');
/** Hers before the name, or, in Creole, after it; of a couple also "el marido de mi vecina". */
const MENTION = new RegExp(
  `(?<before>\\b(?:\\p{L}+ ){0,2})(?:(?:mi|my|meu|minha|mon)(?: (?:propi[oa]|own|proprio))? (?<mine>${NAME})|(?<creole>${NAME}) (?:m|mwen)|(?:su|el|la|her|the|seu|o|a) (?<other>${NAME}))(?!\\p{L})`,
  'gu',
);
/** Who is done to, or is with her: "le pega a mi hijo", "estoy con mi papá", "donde mi hermana". */
const ASIDE =
  /(?:^| )(?:a|al|con|donde|de|para|por|to|with|at|from|for|of|and|com|ak|lakay|hits|beats|kill|hitting) $/u;
/** "No es mi marido". */
const DENIED = /(?:^| )(?:no|not|ni|nao|isnt|wasnt|se pa) (?:(?:es|era|fue|is|was|foi) )?$/u;
const HARM = new RegExp(
  [
    'peg[aoóu]|pegan|golpe|mat[ao]|matar|amenaz|ahorc|asfixi|estrangul|cuchill|pistol|arma|machet|encerr|encierr|pate[aoó]|viol[aoó]|abus|toca|empuj|quem|dispar|persig|acos|rompi|grit|insult|control|quit[aoó]|revis|corr[eio]|agred|agarr|tir[aoó]|lanz',
    'hit|beat|kill|threat|chok|strangl|stab|knife|gun|hurt|lock|rap|abus|push|kick|punch|follow|stalk|slap|burn',
    'bate|bateu|espanc|amea|faca|tranc|machuc|estupr|empurr|persegu',
    'bat|frape|touye|trangle|kouto|fem|kade|menase|vyole',
  ]
    .map(stems => `(?:\\b(?:${stems})\\p{L}*)`)
    .join('|'),
  'gu',
);
/** "Mi papá me ayuda": whoever comes to help threatens nobody. */
const HELPS = /\b(?:ayud|defend|cuid|acompan|protej|busc|traj|help|protect|picked|ajud|ede)\p{L}*/u;
const CLAUSES = /[,.;:!?\n]+|\s(?:y|pero|and|but|mas|men|porque|because)\s/iu;

/** The words for somebody of whom it may be said that he comes and nothing is meant by it, as a pattern; of a couple it is told anyway. */
export const nameOf = (relation: Relation): string | null => (COUPLE.has(relation) ? null : NAMES[relation]);

interface Mention {
  relation: Relation;
  from: number;
  to: number;
  isAside: boolean;
  isDenied: boolean;
}

/** @param text what she wrote, where danger is told or asked about */
export const threatIn = lately((text: string): Relation | null => {
  const clauses = text.split(CLAUSES).map(clause => words(clause).join(' '));
  const doing = clauses.flatMap(clause => doerIn(clause) ?? [])[0];
  if (doing) return doing;
  // "Estoy con mi marido, tengo miedo": beside danger, of the couple.
  const beside = clauses.flatMap(mentionsIn).filter(it => !it.isDenied && COUPLE.has(it.relation));
  return beside[0]?.relation ?? null;
});

/** To "who is it?": whoever she names. Of others than a couple only where no more is said: her son may be asleep, and threaten nobody. */
export const namedIn = (text: string): Relation | null => {
  const said = words(text).join(' ');
  const bare = said.replace(BESIDE_NAMES, ' ').trim();
  const named = mentionsIn(said).find(it => !it.isDenied)?.relation;
  if (named && (COUPLE.has(named) || NAMES_ONLY.test(bare))) return named;
  return ALL.find(({ name }) => new RegExp(`^(?:${name})$`, 'u').test(bare))?.relation ?? null;
};
/** Where he is and how, beside who he is. */
const BESIDE_NAMES =
  /(?<!\p{L})(?:es|it is|it s|its|is|esta|ta|estan|sigue|llego|aca|aqui|ahi|ahora|conmigo|en la casa|en la puerta|afuera|solo|nomas|no mas|y|con|and|with|here|there|now|at the door|outside|home|drunk|angry|aqui|comigo|bravo|bebado|la|isit|borrach[oa]|curad[oa]|drogad[oa]|enojad[oa]|furios[oa]|gritando|loc[oa]|un|una|el|mi|mis|su|my|the|a|meu|minha|o|m|mwen|se)(?!\p{L})/gu;
const NAMES_ONLY = new RegExp(`^(?:(?:${NAME}) *)+$`, 'u');

/** Of whom the clause tells that he does it: the nearest before the word of harm, else the nearest after it. */
function doerIn(clause: string): Relation | null {
  const mentions = mentionsIn(clause).filter(it => !it.isDenied && (COUPLE.has(it.relation) || !HELPS.test(clause)));
  if (mentions.length === 0) return null;
  for (const { index, 0: harm } of clause.matchAll(HARM)) {
    const before = mentions.findLast(it => it.to <= index && !it.isAside);
    const after = mentions.find(it => it.from >= index + harm.length && !it.isAside);
    const found = before ?? after;
    if (found) return found.relation;
  }
  return null;
}

function mentionsIn(clause: string): Mention[] {
  return [...clause.matchAll(MENTION)].flatMap(({ groups = {}, index, 0: whole }) => {
    const name = groups.mine ?? groups.creole ?? groups.other ?? '';
    const relation = ALL.find(one => new RegExp(`^(?:${one.name})$`, 'u').test(name))?.relation;
    if (!relation || (groups.other !== undefined && !COUPLE.has(relation))) return [];
    const before = groups.before ?? '';
    return [
      {
        relation,
        from: index + before.length,
        to: index + whole.length,
        isAside: ASIDE.test(before),
        isDenied: DENIED.test(before),
      },
    ];
  });
}
