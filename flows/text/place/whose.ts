/**
 * Whose place a text tells, where she writes for somebody else: hers who writes ("yo estoy en Buin", "vivo en Talca"), or
 * the other's ("ella vive en Maipú", "su casa queda en Lota"). Null where it is a mere address, or they are together.
 */
import { isQuestion } from '../followUp.js';
import { lately } from '../lately.js';
import { spaced } from '../plain.js';

/** `own`: she says that it is she. `perhaps-own`: whoever stands before a house that is not hers says the same. */
export type Whose = 'own' | 'perhaps-own' | 'other';

export const whosePlace = lately((text: string): Whose | null => {
  const said = spaced(text);
  if (TOGETHER.test(said)) return null;
  if (OTHERS.test(said)) return 'other';
  return OWN.test(said) ? 'own' : PERHAPS_OWN.test(said) ? 'perhaps-own' : null;
});

/** Where who writes is, alone or with others who are not named: no word of the one for whom she writes, nor that they are together. */
export function tellsOfWriter(text: string): boolean {
  const said = spaced(text);
  return !OTHERS.test(said) && !TOGETHER_THERE.test(said) && (OWN.test(said) || AWAY.test(said));
}
const AWAY =
  / (?:estoy|toy|stoy|toi|ando|estamos|tamos|andamos|im|i am|were|we are|estou|estamos|mwen|nou) (?:\S+ )?(?:en|in|at|no|na|nan) /;
const TOGETHER_THERE =
  / (?:con (?:ella|ellas|ellos|el|mi|mis|la|las|los|su)|nos|juntas|juntos|todos|todas|with|ambas|ambos|com|ak|afuera|outside|al lado|(?:arrancamos|corrimos|salimos|huimos|escapamos|escape|arranque|corri|hui)) /;

/** What she tells of the other, without what she says of herself: "yo estoy en Buin y ella vive en Maipú". */
export function toldOfOther(text: string): string {
  const parts = text.split(CLAUSES);
  const others = parts.filter(part => !(OWN.test(spaced(part)) || PERHAPS_OWN.test(spaced(part))));
  return others.some(part => OTHERS.test(spaced(part))) ? others.join(', ') : text;
}

/** Where she lives herself, as a neighbour says it: "yo vivo en Prat 30", "estoy en mi casa, al lado". Nothing of the other's. */
export function tellsOwnHome(text: string): boolean {
  const said = spaced(text);
  return OWN_HOME.test(said) && !OTHERS.test(said) && !SHARED.test(said);
}
const OWN_HOME =
  / (?:vivo(?: yo)?(?! al lado| en frente| enfrente| frente| arriba| abajo| cerca| con )|mi (?:propia )?(?:casa|depto|departamento|direccion) (?:es|queda|esta|en)|(?:estoy|toy|ando) en mi (?:casa|depto|departamento|pieza|hogar)|i live (?:at|in|on)|my (?:own )?(?:house|place|flat|address) is|(?:im|i am) (?:at|in) my (?:house|place|flat|home)|(?:eu )?moro (?:na|no|em)|mwen rete) /;
const SHARED =
  / (?:vivimos|con ella|con ellos|juntas|juntos|misma casa|we live|with her|with them|same house|moramos|com ela) /;

/** "Están en la casa, Prat 30", "mis hijos están en …": where others are, and no word of her own. */
export const toldOfThem = (text: string): boolean => THEM.test(spaced(text)) && !isThereNow(text);
const THEM =
  / (?:(?:ell[oa]s|mis hij[oa]s|mis niñ[oa]s|l[oa]s niñ[oa]s|mi (?:mama|hij[oa]|hermana|abuela)) (?:estan|esta)|estan (?:\S+ )?(?:en|con)|they are|theyre|my (?:kids|children) are|eles estao) /;

const CLAUSES = /[,.;\n]+|\s(?:y|pero|and|but)\s/iu;
/** With the other, before her door, or a correction of what was understood. */
const TOGETHER =
  / (?:estamos|con ella|con ellos|con mi|al lado|del lado|de arriba|de abajo|al frente|vecinos?|vecinas?|ahora|perdon|digo|corrijo|equivoque|were|we are|with her|with them|with my|next door|neighbou?rs?|upstairs|downstairs|across|outside|afuera|sorry|now|meant) /;
const OTHERS =
  / (?:ella (?:esta|vive|queda|es)|(?:ell[oa]s|mis hij[oa]s|mis niñ[oa]s|l[oa]s niñ[oa]s) (?:estan|viven)|(?:hija|hermana|mama|madre|amiga|prima|tia|abuela|sobrina|cuñada|cunada|nieta|nuera|suegra) (?:vive|esta en)|su (?:casa|depto|departamento|direccion|calle)|casa de ella|donde ella|(?:she|they) (?:is|are|lives?|stays?)|shes|theyre|her (?:house|place|flat|home|address)) |^ (?:no |pero |y |es que )?(?:vive|viven|lives) /;
const OWN =
  / (?:yo (?:no )?(?:estoy|toy|vivo|ando|trabajo|soy|igual estoy|escribo)|(?:estoy|toy|vivo) (?:yo|lejos)|soy de|somos de|mi (?:propia )?casa|my (?:own )?(?:house|place)|i live|im far|i am far) /;
const PERHAPS_OWN = / (?:estoy|toy|vivo|ando|im|i am) (?:en|in|at) /;

/**
 * A place that is told and is not where she is: `his` ("él trabaja en Rancagua"), a relative's ("mi mamá vive en Valdivia"),
 * or one that she asks about ("hay casa de acogida en Talca", "¿me puedo ir a Lota?"). Null where she says that she is there.
 */
export const notWhereSheIs = lately((text: string): 'his' | 'theirs' | 'asked' | null => {
  const said = spaced(text);
  if (NOT_THERE.test(said) && !THERE_NOW.test(said.replace(NOT_THERE, ' '))) return 'theirs';
  if (HERE.test(said)) return null;
  if (HIS.test(said)) return 'his';
  if (THEIRS.test(said)) return 'theirs';
  return (isQuestion(text) || LOOKS_FOR.test(said)) && !COMES.test(said) ? 'asked' : null;
});

/** His in a word that tells no more of a street than where he happens to be: "está en la calle Prat 30" may be before her door. */
export const isHisFor = (text: string): boolean => HIS_FOR_LONG.test(spaced(text));

/** "Él está en Prat 890", "anda por la calle Prat": the street stands where he does, and no room of hers between. */
export function isHisAt(text: string, street: string): boolean {
  const [name, said] = [spaced(street), spaced(text)];
  const at = said.indexOf(name);
  return name.trim() !== '' && at >= 0 && HIS_AT.test(said.slice(0, at + 1));
}

/** She is there while she writes: "estoy en …", and not "vivo en …". */
export const isThereNow = (text: string): boolean => THERE_NOW.test(spaced(text));

const THERE_NOW =
  / (?:estoy|toy|stoy|toi|estamos|tamos|me tiene|me tienen|nos tiene|im|i am|we are|were) (?:\S+ ){0,3}(?:en|at|in) /;
/** "Mi vieja vive en Pudahuel pero yo no estoy ahí". */
const NOT_THERE =
  / no (?:estoy|toy|vivo|ando|estamos|vivimos) (?:ahi|alla|alli|con ella|con el|con ellos) | (?:im|i am|were|we are) not there | nao (?:estou|to|moro) (?:la|ali) | mwen pa la /;
const HERE =
  / (?:yo|estoy|toy|stoy|toi|estamos|tamos|vivo|vivimos|mi casa|mi depto|aqui|aca|conmigo|nos|nuestra casa|me (?:tiene|tienen|lleva|llevo|llevaron|encuentro|encerro)|afuera|puerta|here|im|i am|we are|were|i live|we live|my (?:house|place|home)|with me) /;
const MAN = '(?:el|mi (?:ex|marido|pololo|pareja|conviviente|esposo|novio)|he|my (?:ex|husband|boyfriend|partner))';
/** "La dirección de mi ex es …", "el domicilio de él es …". */
const HIS_ADDRESS = `(?:(?:casa|depto|departamento|direccion|domicilio) (?:de ${MAN}|del) (?:es|queda|esta)|his (?:house|place|address) is|(?:casa|endereco) dele e|(?:kay|adres) li se)`;
const HIS = new RegExp(
  ` (?:${MAN} (?:\\S+ ){0,2}(?:esta|anda|viene|trabaja|vive|viaja|viajo|estudia|fue|works|lives|is|went)|hes|${HIS_ADDRESS}) `,
);
const HIS_FOR_LONG = new RegExp(
  ` (?:trabaja|vive|viaja|viajo|estudia|works|lives|${MAN} (?:ya )?se (?:fue|arranco|escapo) (?:a|al|para|pa|donde|en)|he (?:went|ran) to|${HIS_ADDRESS}) `,
);
const HIS_AT = new RegExp(
  ` ${MAN} (?:(?:ahora|ya|todavia|now) )*(?:esta|ta|anda|sigue|is) (?:(?:ahora|ya|ahi|alla|solo|now) )*(?:en|por|at|in|on) (?:(?:la|el|calle|pasaje|avenida|av) )*$`,
);
const THEIRS =
  / mi (?:mama|papa|vieja|viejo|jefa|madre|padre|hermana|hermano|amiga|amigo|tia|tio|abuela|abuelo|suegra|suegro|prima|primo|familia|cuñada|cunada|madrina|comadre) (?:\S+ ){0,2}(?:vive|viven|esta|estan|trabaja|es de|son de) /;
const LOOKS_FOR =
  / (?:hay|habra|existe|existen|busco|quiero ir|quisiera ir|puedo ir|puedo irme|me quiero ir|is there|are there) /;
/** She asks that they come there. */
const COMES =
  / (?:venir|vengan|vienen|vienes|mandar|manden|mandan|llegar|lleguen|llegan|ayuda|ayuden|ayudar|come|send|help) /;
