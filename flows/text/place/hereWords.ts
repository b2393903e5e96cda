/**
 * What she says of where and with whom she is before her street, with no comma and no "en" between: "estoy en mi casa los
 * aromos 345", "estoy sola con mis hijos manuel montt 1200". The street begins after it.
 */
import type { Token } from '../tokens.js';

/** What stands before this word says that she is at home, in a part of it, alone, or with whom, and nothing else. */
export function isAfterHere(all: readonly Token[], index: number): boolean {
  const next = all[index];
  if (!next || next.opens) return false;
  const before = all.slice(Math.max(0, index - WORDS_MOST), index).map(({ word }) => word);
  return HERE.test(` ${before.join(' ')} `);
}

const WORDS_MOST = 14;
const PEOPLE =
  '(?:hij[oa]s?|hijit[oa]s?|bebes?|guaguas?|niñ[oa]s|nin[oa]s|nietos?|nietas?|cabros|chicos|peques|pequeños|mama|papa|hermanas?|hermanos?|abuelas?|abuelos?|tia|suegra|amiga|prima|madre|familia|kids?|children|son|daughter|baby)';
const ROOMS =
  '(?:casa|casita|depto|dpto|departamento|depa|hogar|pieza|dormitorio|habitacion|cama|closet|cocina|living|comedor|patio|baño|bano|entrada|domicilio|house|home|place|room|bedroom|bathroom|kitchen|apartment|flat)';
const STATE = [
  '(?:sola|solas|solita|solitas|solo|encerradas?|escondidas?|atrapadas?|metidas?|mal|herida|aca|aqui|ahora|alone|here|hiding|locked)',
  `(?:en|adentro de|dentro de|in|at) (?:(?:mi|la|el|nuestra|my|the|our) )?(?:propi[oa] )?${ROOMS}`,
  `(?:con|with) (?:(?:mis?|los|las|el|la|un|una|my|the) )?(?:(?:dos|tres|cuatro|[2-6]|two|three) )?${PEOPLE}(?: (?:chic[oa]s?|menor(?:es)?|pequeñ[oa]s?))?`,
].join('|');
const HERE = new RegExp(
  ` (?:estoy|toy|stoy|toi|estamos|tamos|ando|andamos|sigo|im|i am|were|we are) (?:(?:(?:y|and) )?(?:${STATE}) )+$`,
);
