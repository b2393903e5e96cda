/**
 * Asked when she can be called, "no puedo hablar cuando está él" names hours that are not hers, and no danger of now. All that
 * she says must be that: "no puedo hablar, está aquí", "sí está" (with its accent) and whatever stands beside it are heard as ever.
 */
import type { Context } from '../context.js';
import type { Protocol } from '../protocol.js';
import { plain } from '../text/plain.js';

const CANNOT =
  '(?:yo |es que |solo |solamente |pero |ya |mira )*no (?:puedo|pueo|podria|podre|voy a poder|alcanzo a) (?:hablar|ablar|conversar|contestar|atender|responder)(?: por telefono| tranquila| el telefono| con nadie| nada| con ustedes)?';
const WHEN = '(?:cuando|mientras|si|cada vez que|los dias que|a la hora que|a las horas que|en las horas que)';
const HIM = '(?:el|(?:mi |el )(?:marido|esposo|pareja|pololo|novio|conviviente|ex|viejo|papa|padrastro|suegra|suegro))';
const IS = '(?:esta|este|anda|ande)';
const HERE = '(?: aca| aqui| en la casa| en casa| en mi casa| conmigo)?';
const AT_THEM = `${WHEN} (?:${HIM} ${IS}${HERE}|${IS}${HERE} ${HIM}${HERE})`;
const ENGLISH =
  'i (?:cant|cannot|can not) (?:talk|speak|answer) (?:when|while|if) (?:hes|he is|my (?:husband|partner|boyfriend) is) (?:here|home|around|there)';
const WHOLE = new RegExp(`^(?:${CANNOT} ${AT_THEM}|${AT_THEM} ${CANNOT}|${ENGLISH})$`, 'u');
const SI_WITH_ACCENT = /s\u00ed/iu;

export function isNotWhileThere(text: string): boolean {
  if (SI_WITH_ACCENT.test(text.normalize('NFC'))) return false;
  return WHOLE.test(
    plain(text)
      .replace(/[^\p{L}\p{N}\s]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
}

/** The step that finds an hour has the talk, and there is no emergency. */
export function isAskedWhen(context: Context | null, { steps }: Pick<Protocol, 'steps'>): boolean {
  const step = context?.step ? steps[context.step] : undefined;
  return step !== undefined && 'appointment' in step && !context?.marks.emergency;
}
