/**
 * Whose place a text tells, where she writes for somebody else: hers who writes ("yo estoy en Buin", "vivo en Talca"), or
 * the other's ("ella vive en Maipú", "su casa queda en Lota"). Null where it is a mere address, or they are together.
 */
import { lately } from './lately.js';
import { spaced } from './plain.js';

/** `own`: she says that it is she. `perhaps-own`: whoever stands before a house that is not hers says the same. */
export type Whose = 'own' | 'perhaps-own' | 'other';

export const whosePlace = lately((text: string): Whose | null => {
  const said = spaced(text);
  if (TOGETHER.test(said)) return null;
  if (OTHERS.test(said)) return 'other';
  return OWN.test(said) ? 'own' : PERHAPS_OWN.test(said) ? 'perhaps-own' : null;
});

/** What she tells of the other, without what she says of herself: "yo estoy en Buin y ella vive en Maipú". */
export function toldOfOther(text: string): string {
  const parts = text.split(CLAUSES);
  const others = parts.filter(part => !(OWN.test(spaced(part)) || PERHAPS_OWN.test(spaced(part))));
  return others.some(part => OTHERS.test(spaced(part))) ? others.join(', ') : text;
}

const CLAUSES = /[,.;\n]+|\s(?:y|pero|and|but)\s/iu;
/** With the other, before her door, or a correction of what was understood. */
const TOGETHER =
  / (?:estamos|con ella|con ellos|con mi|al lado|del lado|de arriba|de abajo|al frente|vecinos?|vecinas?|ahora|perdon|digo|corrijo|equivoque|were|we are|with her|with them|with my|next door|neighbou?rs?|upstairs|downstairs|across|outside|afuera|sorry|now|meant) /;
const OTHERS =
  / (?:ella (?:esta|vive|queda|es)|(?:hija|hermana|mama|madre|amiga|prima|tia|abuela|sobrina|cuñada|cunada|nieta|nuera|suegra) (?:vive|esta en)|su (?:casa|depto|departamento|direccion|calle)|casa de ella|donde ella|(?:she|they) (?:is|are|lives?|stays?)|shes|theyre|her (?:house|place|flat|home|address)) |^ (?:no |pero |y |es que )?(?:vive|viven|lives) /;
const OWN =
  / (?:yo (?:no )?(?:estoy|toy|vivo|ando|trabajo|soy|igual estoy|escribo)|(?:estoy|toy|vivo) (?:yo|lejos)|mi (?:propia )?casa|my (?:own )?(?:house|place)|i live|im far|i am far) /;
const PERHAPS_OWN = / (?:estoy|toy|vivo|ando|im|i am) (?:en|in|at) /;
