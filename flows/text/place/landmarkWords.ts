/**
 * Words that are a landmark only by what stands around them, or are none though they look like one: the bridge of "Puente
 * Alto", the hill of "cerró con llave", what a sign says, "pasé una escuela".
 */
import type { Token } from '../tokens.js';

interface Town {
  start: number;
  end: number;
}

/** The words as they count for a landmark: another word stands where one means something else there. */
export function asLandmarks(all: readonly Token[], text: string, commune?: Town): readonly Token[] {
  const isAsked = text.includes('?');
  return all.map((token, i) => {
    const word = wordAt(all, i, isAsked, commune);
    return word === token.word ? token : { ...token, word };
  });
}

function wordAt(all: readonly Token[], i: number, isAsked: boolean, commune?: Town): string {
  const { word, start, end, opens } = all[i]!;
  const [before, previous, next] = [all[i - 2]?.word ?? '', all[i - 1]?.word ?? '', all[i + 1]];
  if (commune && start >= commune.start && end <= commune.end) return NOTHING;
  if (isOnSign(all, i)) return NOTHING;
  if (word === 'cerro') return isShut(previous, next) ? SHUT : word;
  if (word === 'copa') return next?.word === 'de' && all[i + 2]?.word === 'agua' ? 'silo' : word;
  // "Antes de San Francisco": a place that no list knows.
  if (/^(?:san|santa)$/.test(word) && !opens && next?.opens === false)
    return NEAR_TO.test(previous) || (/^(?:de|del|a)$/.test(previous) && NEAR_TO.test(before)) ? NEAR : word;
  const isThing = next?.opens === false && ARTICLES.test(next.word);
  if (isThing && !isAsked && (opens || i === 0) && SEES.test(word)) return STANDS;
  if (isThing && word === 'tiene' && OF_HOUSE.test(previous)) return STANDS;
  return word;
}

/** "Un letrero que dice se vende": what is written on it. */
function isOnSign(all: readonly Token[], i: number): boolean {
  let from = i;
  while (from > 0 && !all[from]!.opens && !SIGN.test(all[from - 1]!.word)) from--;
  return from > 0 && !all[from]!.opens && SIGN.test(all[from - 1]!.word);
}

/** "Cerró con llave", written without its accent, and no "el cerro", "cerro navia". */
const isShut = (previous: string, next?: Token): boolean =>
  !/^(?:el|al|del|un|este|ese|en)$/.test(previous) && (next === undefined || next.opens || AFTER_SHUT.test(next.word));

const NOTHING = '';
/** What somebody does. */
const SHUT = 'cierra';
/** As of what stands there. */
const STANDS = 'frente';
/** Of a place by its name. */
export const NEAR = '@';
const SEES = /^(?:hay|veo|vi|pase|pasamos|cruzamos|dejamos)$/;
const ARTICLES = /^(?:un|una|unos|unas|el|la|los|las|[2-5]|dos|tres)$/;
const OF_HOUSE = /^(?:casa|porton|reja|parcela|pasaje|esquina|block|edificio)$/;
const SIGN = /^(?:letrero|cartel)$/;
const NEAR_TO = /^(?:antes|despues|pasado|pasada|pasando|llegando|cerca|entre)$/;
const AFTER_SHUT = /^(?:con|la|las|el|los|todo|toda|todas|todos|y|me|mi|por|bien|de)$/;
