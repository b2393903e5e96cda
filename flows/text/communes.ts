/**
 * Which commune of Chile a text speaks of. A wrong commune sends help to another city, so every finding says whether
 * it is sure: many communes are called like a word, a saint or a street.
 */
import type { ChileZone } from '../calendar/zones.js';
import { ALIASES, NAMES, PROVINCES, REGIONS, type Region, WORDS } from './communes-data.js';
import { edits, editsAllowed, sound } from './nearness.js';
import { plain, words } from './plain.js';
import { type Token, tokens } from './tokens.js';

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
export function findCommune(text: string): CommuneFound | null {
  const found = findCommunes(text);
  const best = found.filter(it => it.confidence === 'sure');
  const candidates = best.length > 0 ? best : found;
  const last = candidates.at(-1);
  if (!last) return misspelled(text);
  return new Set(candidates.map(it => it.commune.code)).size > 1 ? { ...last, confidence: 'maybe' } : last;
}

/** Every commune named in a text, in order, longest names first ("San Pedro de la Paz" is not San Pedro). */
export function findCommunes(text: string): CommuneFound[] {
  const all = tokens(text);
  const alone = bareName(text);
  const found: CommuneFound[] = [];
  for (let i = 0; i < all.length; i++) {
    const match = longestAt(all, i);
    if (!match) continue;
    const confidence = BY_NAME.get(alone) === match.commune ? 'sure' : judge(all, i, match.size, match.commune);
    const [first, last] = [all[i], all[i + match.size - 1]];
    if (confidence && first && last)
      found.push({ commune: match.commune, confidence, start: first.start, end: last.end });
    i += match.size - 1;
  }
  return found;
}

/** Whether a name in its sentence is the commune. Null: it is something else (a street, a word, a region). */
function judge(all: readonly Token[], index: number, size: number, named: Commune): CommuneFound['confidence'] | null {
  const before = all.slice(Math.max(0, index - 3), index);
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
  const next = all[index + size];
  const afterAddress = /^(?:\d{1,5}[a-z]?|[a-z])$/.test(before.at(-1)?.word ?? '');
  const isWord = WORDS.includes(named.name);
  if (PLACE_CUE.test(clauseBefore)) return 'sure';
  if (STREET_CUE.test(clauseBefore) || REGION_CUE.test(clauseBefore)) return null;
  if (next && !next.opens && /^\d{1,5}$/.test(next.word)) return isWord || NAMES.includes(named.name) ? null : 'maybe';
  if (!isWord && !NAMES.includes(named.name)) return 'sure';
  if (afterAddress) return 'sure';
  if (isWord) return IN.test(clauseBefore) ? 'maybe' : null;
  return IN.test(clauseBefore) ? 'sure' : 'maybe';
}

function longestAt(all: readonly Token[], index: number): { commune: Commune; size: number } | null {
  for (let size = Math.min(LONGEST, all.length - index); size > 0; size--) {
    const span = all.slice(index, index + size);
    if (span.slice(1).some(token => token.opens)) continue;
    const named = BY_NAME.get(span.map(token => token.word).join(' '));
    if (named) return { commune: named, size };
  }
  return null;
}

/** The whole message as a name written by ear or with a slip; null when it is none or fits two communes. */
function misspelled(text: string): CommuneFound | null {
  const bare = bareName(text);
  const allowed = editsAllowed(bare.length);
  if (allowed === 0 || bare.split(' ').length > LONGEST) return null;
  const heard = sound(bare);
  const distances = [...BY_NAME].map(([name, it]) => ({
    it,
    far: SOUNDS.get(name) === heard ? 0 : edits(name, bare, allowed),
  }));
  const nearest = Math.min(...distances.map(({ far }) => far));
  const fitting = new Set(distances.filter(({ far }) => far === nearest).map(({ it }) => it));
  const [only] = fitting;
  if (nearest > allowed || fitting.size !== 1 || !only) return null;
  const firm = nearest === 0 && !WORDS.includes(only.name) && !NAMES.includes(only.name);
  return { commune: only, confidence: firm ? 'sure' : 'maybe', start: 0, end: text.length };
}

/** A message without what people put around a place name: "soy de Castro po" → "castro". */
const bareName = (text: string): string =>
  plain(text, { punctuation: false })
    .replace(LEAD, '')
    .replace(/ (?:por favor|porfa(?:vor)?|gracias|chile|ahora|po|nomas|no mas)$/, '');

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

const BY_CODE: ReadonlyMap<string, Commune> = new Map(COMMUNES.map(it => [it.code, it]));
const BY_NAME: ReadonlyMap<string, Commune> = new Map([
  ...COMMUNES.map(it => [words(it.name).join(' '), it] as const),
  ...Object.entries(ALIASES).flatMap(([alias, name]) =>
    COMMUNES.filter(it => it.name === name).map(it => [words(alias).join(' '), it] as const),
  ),
]);
const SOUNDS: ReadonlyMap<string, string> = new Map([...BY_NAME.keys()].map(name => [name, sound(name)]));
const LONGEST = Math.max(...[...BY_NAME.keys()].map(name => name.split(' ').length));

const PLACE_CUE = /\b(?:comuna|ciudad|pueblo|municipalidad|muni)(?: (?:de|es))?$/;
const REGION_CUE = /\bregion(?: metropolitana)?(?: (?:de|del))?$/;
const STREET_CUE =
  /\b(?:(?:calle|pasaje|pje|psje|psj|avenida|avda|avd|av|camino|ruta|villa|poblacion|pobl|pob|condominio|conjunto|edificio|torre|block|parque|plaza|cerro|puente|paradero|esquina|con)(?: (?:de|del))?(?: (?:la|las|los|el))?|hospital|escuela|liceo|colegio|clinica|metro|hotel|don|dona|sor|padre|san|santa|senor|senora|sr|sra|tio|tia|cabo|sargento|mi|un|una|soy)$/;
const IN = /\b(?:en|desde|hacia|soy de|somos de|vivo|vive|rete|nan|live in|em)$/;
const LEAD = new RegExp(
  '^(?:hola |ya |yo |es |si )*(?:(?:vivo|estoy|(?:soy|somos)(?= de )|estamos|vivimos|vive|me encuentro|ando|queda|mwen rete|m rete|mwen nan|i live|i am|im|moro|estou) ?)?(?:(?:aqui|aca|ahora|alla|yo) )?(?:(?:en|de|desde|por|nan|in|em) )?(?:(?:la )?(?:comuna|ciudad) (?:de |es )?)?',
);
