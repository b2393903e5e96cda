/**
 * The number of a door that is not hers and behind which she is now, told by whose it is: "me esconde la vecina del 14", "estoy
 * escondida al frente en el 305", "subí al 402 donde una amiga". Opposite a number ("al frente del 305") is not behind it.
 */
import { lately } from '../lately.js';

export interface DoorBeside {
  number: string;
  /** In another home of the same building: "subí al 402". */
  within: boolean;
  /** What stands before it in the text: her own address, where she tells that too. */
  before: string;
}

/** @returns null where she is behind no such door, where she asks, and where it is of another day or only wished */
export const doorBeside = lately((text: string): DoorBeside | null => {
  // Letter by letter, so that what stands before it is cut where it begins.
  const said = text.normalize('NFC').replace(/\p{L}/gu, letter => plainLetter(letter));
  if (said.includes('?') || NOT_NOW.test(said)) return null;
  const found = WITH_THEM.exec(said) ?? BESIDE_IT.exec(said) ?? UP_TO.exec(said);
  const { verb, number } = found?.groups ?? {};
  if (!found || verb === undefined || number === undefined) return null;
  return {
    number,
    within: /^(?:sub|baj)/.test(verb),
    before: text.normalize('NFC').slice(0, found.index).trim(),
  };
});

const plainLetter = (letter: string): string => letter.normalize('NFD').charAt(0).toLowerCase();

const GAP = '[\\s,;.:]+';
const some = (most: number): string => `(?:(?!no\\b|ni\\b)\\p{L}+${GAP}){0,${most}}?`;
const IS =
  '(?<!\\p{L})(?<!\\b(?:no|ni|nunca)\\s+)(?<verb>estoy|toy|estamos|ando|andamos|escondid[ao]s?|refugiad[ao]s?|me (?:esconde|escondio|escondi|escondieron|tiene|tienen|recibio|recibieron|abrio|refugie|refugio|meti|metio|vine|fui|pase|cruce|cuida|acogio)|nos (?:esconde|escondio|escondimos|tiene|recibio|refugiamos|metimos|vinimos|fuimos|pasamos|cruzamos)|subi|subimos|baje|bajamos|cruce|corri|arranque|llegue)(?!\\p{L})';
const PERSON =
  '(?:vecin[ao]s?|comadre|compadre|amig[ao]s?|senor[ae]?|abuelit[ao]|ti[ao]s?|herman[ao]|prim[ao]|suegr[ao]|cunad[ao]|mama|papa|madrina|nuera|conocid[ao]|otra (?:casa|familia|persona))';
const SIDE = '(?:al frente|del frente|de enfrente|enfrente|al lado|del lado|de al lado|al costado|del costado)';
const DOOR = '(?:numero|nro|n|casa|depto|dpto|departamento)';
const NUMBER =
  '(?<number>\\d{1,5}[a-z]?)(?![\\p{L}\\d])(?!\\s*(?:min|mins|minutos?|horas?|hrs?|anos?|dias?|mes|meses|semanas?|cuadras?|metros|mts|km|hijos?|ninos?|personas?|am|pm|de la (?:noche|tarde|manana))(?!\\p{L}))';
const flags = 'iu';
const WITH_THEM = new RegExp(
  `${IS}${GAP}${some(4)}${PERSON}${GAP}(?:\\p{L}+${GAP})?(?:(?:en|que|vive|es|a|al|el|la|del|de|${DOOR})${GAP})*(?:el|la|del|al|${DOOR})${GAP}(?:${DOOR}${GAP})?${NUMBER}`,
  flags,
);
/** "Al frente, en el 305", "en la del lado, la 42", "al frente, 543". */
const BESIDE_IT = new RegExp(
  `${IS}${GAP}${some(4)}${SIDE}(?:${GAP}(?:(?:en|es|el|la|${DOOR})${GAP})+|\\s*,\\s*)${NUMBER}`,
  flags,
);
/** "Subí al 402 donde una amiga". */
const UP_TO = new RegExp(
  `${IS}${GAP}(?:(?:en|a|al|el|la|${DOOR})${GAP})*(?:el|la|al|${DOOR})${GAP}${NUMBER}${GAP}(?:(?:donde|con|de|del|a|la|el|casa|mi|una?|su)${GAP})*${PERSON}(?!\\p{L})`,
  flags,
);
const NOT_NOW =
  /(?<!\p{L})(?:ayer|anoche|antes|siempre|cuando|si me|quiero|quisiera|puedo|podria|voy a|tengo que|manana|la otra vez|el otro dia)(?!\p{L})/u;
