/**
 * Which commune of Chile a text speaks of. A wrong commune sends help to another city, so every finding says whether
 * it is sure: many communes are called like a word, a saint or a street.
 */
import type { ChileZone } from '../../calendar/zones.js';
import {
  ALIASES,
  LOCALITIES,
  NAMES,
  PROVINCES,
  REGIONS,
  type Region,
  SHORT,
  UNARTICLED,
  WORDS,
} from './communes-data.js';
import { isInName } from './inName.js';
import { lately } from '../lately.js';
import { edits, editsAllowed, sound } from '../nearness.js';
import { plain, words } from '../plain.js';
import { KNOWN_STREETS, lastOfStreet } from './streets-data.js';
import { type Token, tokens } from '../tokens.js';

export interface Commune {
  /** Código Único Territorial, five digits: "13119". */
  code: string;
  name: string;
  region: Region;
  zone: ChileZone;
}

export interface CommuneFound {
  commune: Commune;
  /** `maybe`: the word may mean something else, or she misspelled it; say it back and let her confirm. */
  confidence: 'sure' | 'maybe';
  /** Place in the text, `end` not included. */
  start: number;
  end: number;
}

/** The name of a commune in a text, whatever it means there. */
export interface CommuneNamed {
  commune: Commune;
  /** Its name is a word, a person's or a usual street's as well. */
  kind: 'own' | 'word' | 'name';
  /** Typed without its article, where nothing but a town stands. */
  isTown?: true;
  /** It stands straight behind a word for a street or an area, or in somebody's name: "psje Santiago", "Alonso de Ercilla". */
  inName?: true;
  /** A place within it: "Boca Sur", "Labranza". */
  isWithin?: true;
  start: number;
  end: number;
}

/** All 346, in the order of their codes. */
export const COMMUNES: readonly Commune[] = Object.entries(PROVINCES)
  .flatMap(([province, list]) => list.split(', ').map((entry, i) => communeOf(province, entry, i)))
  .sort((a, b) => a.code.localeCompare(b.code));

/** A commune by its code or its exact name (accents and capitals are ignored); undefined when there is none. */
export const commune = (codeOrName: string): Commune | undefined =>
  BY_CODE.get(codeOrName) ?? BY_NAME.get(words(codeOrName).join(' '));

/** A region by its code ("13"), ISO code ("CL-RM"), short or official name; undefined when there is none. */
export function region(name: string): Region | undefined {
  const wanted = words(name)
    .join(' ')
    .replace(/^region (?:de |del |de la )?/, '');
  return REGIONS.find(it =>
    [it.code, it.iso, it.name, it.official].some(
      known =>
        words(known)
          .join(' ')
          .replace(/^region (?:de |del |de la )?/, '') === wanted,
    ),
  );
}

/**
 * The commune a text speaks of, or null. A misspelled name counts only when it is all she wrote ("temuko", "en maypu").
 * Two communes that are both sure ("de Maipú pero estoy en La Florida") come back as the last one, `maybe`.
 */
export const findCommune: (text: string) => CommuneFound | null = lately(communeOfText);

function communeOfText(text: string): CommuneFound | null {
  const found = findCommunes(text);
  const best = found.filter(it => it.confidence === 'sure');
  const candidates = best.length > 0 ? best : found;
  const last = candidates.at(-1);
  if (!last) return misspelled(text);
  return new Set(candidates.map(it => it.commune.code)).size > 1 ? { ...last, confidence: 'maybe' } : last;
}

/** Every commune that a text speaks of, in order. */
export const findCommunes: (text: string) => readonly CommuneFound[] = lately(communesOfText);

function communesOfText(text: string): CommuneFound[] {
  const names = communeNames(text);
  if (names.length === 0) return [];
  const all = tokens(text);
  const alone = BY_NAME.get(bareName(text));
  return names.flatMap(({ commune: named, kind, isTown, inName, start, end }) => {
    if (inName && alone !== named) return [];
    const index = all.findIndex(token => token.start === start);
    const next = all.find(token => token.start >= end);
    const judged = alone === named ? 'sure' : judge(all, index, next, kind);
    const confidence = isTown ? (judge(all, index, next, kind) ?? 'maybe') : judged;
    return confidence ? [{ commune: named, confidence, start, end }] : [];
  });
}

/** Every name of a commune in a text, in order, longest names first ("San Pedro de la Paz" is not San Pedro). */
export const communeNames: (text: string) => readonly CommuneNamed[] = lately(text => namedIn(tokens(text)));

function namedIn(all: readonly Token[]): CommuneNamed[] {
  const found: CommuneNamed[] = [];
  for (let i = 0; i < all.length; i++) {
    const match = unarticledAt(all, i) ?? longestAt(all, i);
    const street = lastOfStreet(KNOWN_STREETS, all, i);
    // "Pedro de Valdivia", "Vicuña Mackenna" are streets, and not in those towns.
    if (street !== null && street >= i + (match?.size ?? 1)) {
      i = street;
      continue;
    }
    const [first, last] = [all[i], all[i + (match?.size ?? 0) - 1]];
    if (!match || !first || !last) continue;
    const { size: _, ...name } = match;
    const part = isInName(all, i, name.kind) ? { inName: true as const } : {};
    found.push({ ...name, ...part, start: first.start, end: last.end });
    i += match.size - 1;
  }
  return found.map(it => (isVilla(it, found, all) ? { ...it, inName: true } : it));
}

/** "La Florida, Villa O'Higgins": where another commune is named, such a one is a villa in it. */
const isVilla = (it: CommuneNamed, found: readonly CommuneNamed[], all: readonly Token[]): boolean =>
  all.find(({ start }) => start === it.start)?.word === 'villa' &&
  found.some(other => other !== it && !other.inName && !isWider(other.commune, it.commune));

/** Whether a name may be that of the region's capital, or of the region itself, to who lives in another commune of it: "Maipú, Santiago". */
export const isWider = (wide: Commune, narrow: Commune): boolean =>
  wide.code !== narrow.code && wide.code.endsWith('101') && wide.region.code === narrow.region.code;

/** Whether a name in its sentence is the commune. Null: it is something else (a street, a word, a region). */
function judge(
  all: readonly Token[],
  index: number,
  next: Token | undefined,
  kind: CommuneNamed['kind'],
): CommuneFound['confidence'] | null {
  const before = all.slice(Math.max(0, index - CLAUSE_WORDS), index);
  const clauseBefore = all[index]?.opens
    ? ''
    : before
        .slice(
          Math.max(
            0,
            before.findLastIndex(token => token.opens),
          ),
        )
        .map(token => token.word)
        .join(' ');
  const afterAddress = /^(?:\d{1,5}[a-z]?|[a-z])$/.test(before.at(-1)?.word ?? '');
  if (PLACE_CUE.test(clauseBefore)) return 'sure';
  if (STREET_CUE.test(clauseBefore) || REGION_CUE.test(clauseBefore)) return null;
  if (OF_SOMETHING.test(clauseBefore) && !THERE.test(clauseBefore)) return null;
  if (next && !next.opens && /^\d{1,5}$/.test(next.word)) return kind === 'own' ? 'maybe' : null;
  if (kind === 'own' || afterAddress) return 'sure';
  if (kind === 'word') return IN.test(clauseBefore) && !GOES_ON.test(next?.word ?? '') ? 'maybe' : null;
  return IN.test(clauseBefore) ? 'sure' : 'maybe';
}

/** A name, and how many words it has. */
type Match = Omit<CommuneNamed, 'start' | 'end'> & { size: number };

/** "En florida", "comuna de granja", "gran avenida 8000 cisterna", and no word after it. */
function unarticledAt(all: readonly Token[], index: number): Match | null {
  const [token, next] = [all[index], all[index + 1]];
  const short = BY_UNARTICLED.get(token?.word ?? '');
  // "Florida, Biobío" is the town that is called so, far from La Florida.
  const own = BY_NAME.get(token?.word ?? '');
  const named = short && own && all.some(({ word }) => OF_REGION[own.region.code]?.test(word)) ? own : short;
  if (!token || !named || (next && !next.opens && !AFTER_TOWN.has(next.word) && named !== own)) return null;
  const before = all
    .slice(Math.max(0, index - CLAUSE_WORDS), index)
    .map(({ word }) => word)
    .join(' ');
  const isLed = IN.test(before) || PLACE_CUE.test(before) || /(?:^| )\d{2,5}[a-z]?$/.test(before);
  const isAlone = index === 0 || (TOWN_FIRST.test(before) && !next);
  return isLed || isAlone ? { commune: named, kind: 'word', isTown: true, size: 1 } : null;
}

function longestAt(all: readonly Token[], index: number): Match | null {
  const first = all[index]!.word;
  if (!FIRST_WORDS.has(firstWord(SHORT[first] ?? first))) return null;
  for (let size = Math.min(LONGEST, all.length - index); size > 0; size--) {
    const span = all.slice(index, index + size);
    if (span.slice(1).some(token => token.opens)) continue;
    const name = span.map(token => SHORT[token.word] ?? token.word).join(' ');
    const named = BY_NAME.get(name);
    const next = all[index + size];
    const longer = named && next && !next.opens ? (LONGER.get(name) ?? []) : [];
    // "Calera de tngo" is no La Calera; a name that only begins as another does is none that is known.
    if (longer.length > 0) {
      const slipped = slippedAt(all, index, longer);
      if (slipped || /^del?$/.test(next!.word)) return slipped;
    }
    if (named)
      return { commune: named, kind: kindOf(name, named), ...(PLACES.has(name) ? { isWithin: true } : {}), size };
  }
  return null;
}

/** One of these long names, with a slip: a letter too few, a space. */
function slippedAt(all: readonly Token[], index: number, names: readonly string[]): Match | null {
  for (const name of names) {
    const length = name.split(' ').length;
    for (const size of [length, length - 1]) {
      const written = all.slice(index, index + size).map(({ word }) => word);
      const said = written.join(' ');
      const isNear = sound(said) === SOUNDS.get(name) || edits(said, name, 2) <= 2;
      if (written.length === size && isNear) return { commune: BY_NAME.get(name)!, kind: 'own', size };
    }
  }
  return null;
}

/** A place within a commune is called like nothing else. */
function kindOf(name: string, { name: commune }: Commune): CommuneNamed['kind'] {
  if (PLACES.has(name)) return 'own';
  return WORDS.includes(commune) ? 'word' : NAMES.includes(commune) ? 'name' : 'own';
}

/** The whole message as a name written by ear or with a slip; null when it is none or fits two communes. */
function misspelled(text: string): CommuneFound | null {
  const bare = bareName(text);
  const allowed = editsAllowed(bare.length);
  // "Vivo con Pedro", "una granja", "los niños" name nobody's town.
  if (allowed === 0 || NO_TOWN.test(bare) || bare.split(' ').length > LONGEST) return null;
  const heard = BY_SOUND.get(sound(bare)) ?? [];
  let nearest = heard.length > 0 ? 0 : allowed + 1;
  const fitting = new Set(heard);
  for (const [name, it] of BY_NAME) {
    const most = slipsAllowed(name, bare, allowed);
    const far = edits(name, bare, Math.min(nearest, most));
    if (far > nearest || far > most) continue;
    if (far < nearest) fitting.clear();
    nearest = far;
    fitting.add(it);
  }
  const [only] = fitting;
  if (fitting.size !== 1 || !only) return null;
  const firm = nearest === 0 && !WORDS.includes(only.name) && !NAMES.includes(only.name);
  return { commune: only, confidence: firm ? 'sure' : 'maybe', start: 0, end: text.length };
}

/** "Los aromos" and "los olmos" are no Los Álamos: the article that both have says nothing of how near they are. */
function slipsAllowed(name: string, bare: string, allowed: number): number {
  const article = ARTICLE.exec(name)?.[0];
  return article && bare.startsWith(article) ? Math.min(allowed, editsAllowed(bare.length - article.length)) : allowed;
}
const ARTICLE = /^(?:l[oa]s?|el|san|santa|santo) /;

/** The commune that a few words beside an address spell by ear or with a slip ("los aromos 345 temuko"); null where they may be anything else. */
export function slipOf(piece: string): Commune | null {
  const found = misspelled(piece);
  const bare = bareName(piece);
  if (!found || words(found.commune.name).length !== bare.split(' ').length) return null;
  const isHeard = SOUNDS.get(words(found.commune.name).join(' ')) === sound(bare);
  return isHeard || bare.length >= SLIP_LETTERS_LEAST ? found.commune : null;
}

/** "Cocina" is a letter away from Colina. */
const SLIP_LETTERS_LEAST = 7;

/** A message without what people put around a place name: "soy de Castro po" → "castro". */
const bareName = (text: string): string =>
  plain(text, { punctuation: false })
    .replace(LEAD, '')
    .replace(/ (?:por favor|porfa(?:vor)?|gracias|chile|ahora|po|nomas|no mas)$/, '')
    .replace(/\b[a-z]{2,3}\b/g, word => SHORT[word] ?? word);

function communeOf(province: string, entry: string, index: number): Commune {
  const [, numbered, name = entry] = /^(\d\d )?(.+)$/.exec(entry) ?? [];
  const code = province + (numbered?.trim() ?? String(index + 1).padStart(2, '0'));
  const itsRegion = REGIONS.find(it => it.code === code.slice(0, 2));
  if (!itsRegion) throw new Error(`commune ${name}: no region has the code ${code.slice(0, 2)}; see communes-data.ts`);
  return { code, name, region: itsRegion, zone: zoneOf(code) };
}

/** Magallanes keeps UTC-3 since 2017 and Aysén since 2025; Easter Island is two hours behind Santiago. */
function zoneOf(code: string): ChileZone {
  if (code.startsWith('12')) return 'America/Punta_Arenas';
  if (code.startsWith('11')) return 'America/Coyhaique';
  return code === '05201' ? 'Pacific/Easter' : 'America/Santiago';
}

/** A place within a commune, by its name → the commune's name. */
const NAMED_PLACES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LOCALITIES).flatMap(([name, places]) => places.split(', ').map(place => [place, name])),
);
const PLACES: ReadonlySet<string> = new Set(Object.keys(NAMED_PLACES).map(place => words(place).join(' ')));
const BY_UNARTICLED: ReadonlyMap<string, Commune> = new Map(
  Object.entries(UNARTICLED).flatMap(([name, whole]) =>
    COMMUNES.filter(it => it.name === whole).map(it => [name, it] as const),
  ),
);
const BY_CODE: ReadonlyMap<string, Commune> = new Map(COMMUNES.map(it => [it.code, it]));
const BY_NAME: ReadonlyMap<string, Commune> = new Map([
  ...COMMUNES.map(it => [words(it.name).join(' '), it] as const),
  ...Object.entries({ ...ALIASES, ...NAMED_PLACES }).flatMap(([alias, name]) =>
    COMMUNES.filter(it => it.name === name).map(it => [words(alias).join(' '), it] as const),
  ),
]);
const SOUNDS: ReadonlyMap<string, string> = new Map([...BY_NAME.keys()].map(name => [name, sound(name)]));
const BY_SOUND = new Map<string, readonly Commune[]>();
for (const [name, heard] of SOUNDS) BY_SOUND.set(heard, [...(BY_SOUND.get(heard) ?? []), BY_NAME.get(name)!]);
const firstWord = (name: string): string => name.slice(0, `${name} `.indexOf(' '));
const FIRST_WORDS: ReadonlySet<string> = new Set([...BY_NAME.keys()].map(firstWord));
/** Names that begin with the whole of a shorter one: "San Pedro", "San Pedro de la Paz". */
const LONGER: ReadonlyMap<string, readonly string[]> = new Map(
  [...BY_NAME.keys()].map(name => [name, [...BY_NAME.keys()].filter(it => it.startsWith(`${name} `))]),
);
const LONGEST = Math.max(...[...BY_NAME.keys()].map(name => name.split(' ').length));

/** How many words before a name tell what it is there: "en la comisaría de". */
const CLAUSE_WORDS = 5;
const PLACE_CUE = /\b(?:comuna|ciudad|pueblo|municipalidad|muni)(?: (?:de|es))?$/;
const REGION_CUE = /\bregion(?: metropolitana)?(?: (?:de|del))?$/;
const STREET_CUE =
  /\b(?:(?:calle|pasaje|pje|psje|psj|avenida|avda|avd|av|villa|poblacion|pobl|pob|condominio|conjunto|edificio|torre|block|parque|plaza|cerro|puente|paradero|esquina|con)(?: (?:de|del))?(?: (?:la|las|los|el))?|(?:camino|ruta)(?: (?:de|del|a|al))?(?: (?:la|las|los|el))?|hospital|escuela|liceo|colegio|clinica|metro|hotel|don|dona|sor|padre|san|santa|senor|senora|sr|sra|tio|tia|cabo|sargento|mi|un|una|soy)$/;
/** "La comisaría de Maipú" is a place where she may be, or where he works. */
const OF_SOMETHING =
  /\b(?:comisaria|subcomisaria|reten|tenencia|carabineros|pdi|brigada|juzgado|tribunal|tribunales|fiscalia|carcel|regimiento|hospital|consultorio|cesfam) de$/;
const THERE = /\b(?:en|frente a|cerca de|lado de|afuera de) (?:la|el|los) \S+ de$/;
/** Words of the region in which a town is called as another is without its article. */
const OF_REGION: Readonly<Record<string, RegExp>> = { '08': /^(?:bio|biobio|concepcion|conce|octava|viii)$/ };
/** What may stand before the name of a town that is all that she says, and after it. */
const TOWN_FIRST = /^(?:(?:hola|si|no|ya|yo|es|de|aca|aqui)(?: |$))+$/;
const AFTER_TOWN: ReadonlySet<string> = new Set(
  'por porfa porfavor gracias ayuda apurense ahora po please help'.split(' '),
);
const NO_TOWN = /^(?:con|with|un|una|mi|tu|su|my|a|\d+|l[oa]s (?:nin|hij|viej)[oa]s)\b/;
/** "La Cruz Roja", "la unión comunal": the word goes on, and is no town's. */
const GOES_ON = /^(?:roja|verde|civil|comunal|libre|europea|nacional|red)$/;
const IN = /\b(?:en|desde|hacia|soy de|somos de|vivo|vive|rete|nan|live in|em)$/;
const LEAD = new RegExp(
  '^(?:hola |ya |yo |es |si )*(?:(?:vivo|estoy|(?:soy|somos)(?= de )|estamos|vivimos|vive|me encuentro|ando|queda|mwen rete|m rete|mwen nan|i live|i am|im|moro|estou) ?)?(?:(?:aqui|aca|ahora|alla|yo) )?(?:(?:en|de|desde|por|nan|in|em) )?(?:(?:la )?(?:comuna|ciudad) (?:de |es )?)?',
);
