/**
 * "La prueba de mañana me va a matar": what cannot kill, at the head of all that she writes. "Si voy a la u me va a matar" and
 * "cuando pierde el partido me va a matar" are his doing, and no figure; nor is a person, but the teacher of a child.
 */
import { plain } from '../text/plain.js';

const THINGS =
  'colo ?colo|colocolo|u|uc|cato|seleccion|roja|equipo|partido|clasico|prueba|examen|certamen|solemne|tesis|disertacion|semestre|universidad|matematicas?|artritis|artrosis|fibromialgia|ciatica|lumbago|gastritis|colitis|acidez|regla|menopausia|sinusitis|bronquitis|gripe|influenza|muela';
const OF_WHAT =
  '(?: (?:de (?:grado|titulo|mañana|manana|hoy|matematicas?|admision|manejo)|del (?:lunes|martes|miercoles|jueves|viernes)|final))?';
const TEACHER = '(?:profe|profesora?|tia|educadora) de (?:mi|la) (?:hij[oa]|niet[oa])';
const KILLS = 'me (?:va a|quiere) matar';
const HOW = '(?: (?:del corazon|de los nervios|de un infarto|de la pena|de risa))?';
/** What one is scolded or fails for. */
const WHY = '(?: no (?:lleve|hice|mande|entregue|estudie|alcance)(?: [a-z]+){0,4})?';
const FIGURE = new RegExp(
  `^(?:(?:uf|ay|pucha|hola|oye) )*(?:el|la|este|esta|mi) (?:(?:${THINGS})${OF_WHAT}|${TEACHER}) ${KILLS}${HOW}${WHY}(?: ja(?:ja)+)?$`,
  'u',
);

export const isFigureOfSpeech = (text: string): boolean => FIGURE.test(plain(text, { punctuation: false }));
