/**
 * From what the verifier found to a chat that shows it, each event as somebody would write or do it, each answer as the
 * protocol says it.
 */
import { type FlowEvent, isTimer } from '../events.js';
import type { Config, Edge } from './explore.js';
import type { Failure, Line, Proof } from './property.js';
import { play } from './route.js';
import type { Answer } from './unknowns.js';
import { withReading } from './words.js';

export function chatOf(failure: Failure, proof: Proof): Line[] {
  return [...linesTo(failure, proof), ...(failure.then ?? []), { from: 'system', text: failure.why }];
}

function linesTo(failure: Failure, { compiled, main }: Proof): Line[] {
  if (!failure.turn && !failure.at) return [];
  // What she does by herself is shown first; a person who gives the talk back to some step can get anywhere.
  const alone = { ...main, edges: main.edges.filter(e => e.event.type !== 'RELEASE') };
  const played = play(compiled, alone, failure) ?? play(compiled, main, failure);
  if (played)
    return played.flatMap(({ event, turned }) => [
      ...awayOf(event),
      lineOf(event),
      ...(turned?.messages ?? [])
        .filter(m => m.author !== 'executive')
        .map(({ text }): Line => ({ from: 'bot', text })),
    ]);
  // Not found in time: the turns as they were explored, with what each took for granted.
  const path = [...pathOf(failure.turn?.from ?? failure.at ?? null), ...(failure.turn ? [failure.turn] : [])];
  return path.flatMap(edge => {
    const event = withReading(edge, compiled.protocol);
    return [
      ...assumedOf(edge.answers),
      ...awayOf(event),
      lineOf(event),
      ...edge.said.filter(s => s.author !== 'executive').map(({ text }): Line => ({ from: 'bot', text })),
    ];
  });
}

/** The turns by which a configuration was first reached. */
function pathOf(config: Config | null): Edge[] {
  const path: Edge[] = [];
  for (let edge = config?.via ?? null; edge !== null; edge = edge.from.via) path.unshift(edge);
  return path;
}

const awayOf = (event: FlowEvent): Line[] =>
  event.world.staffed ? [] : [{ from: 'system', text: '(no hay nadie de turno)' }];

function assumedOf(answers: readonly Answer[]): Line[] {
  const known = answers
    .filter(a => a.about.startsWith('marks.') && a.left[0] !== a.of[0])
    .map(a => `${a.about.slice('marks.'.length)}: ${String(a.left[0])}`);
  return known.length > 0 ? [{ from: 'system', text: `(de antes se sabe ${known.join(', ')})` }] : [];
}

function lineOf(event: FlowEvent): Line {
  const type: string = event.type;
  if (event.type === 'MSG') return { from: 'citizen', text: event.read.text || '👍' };
  if (event.type === 'SOS') return { from: 'citizen', text: 'SOS' };
  if (event.type === 'SAY') return { from: 'executive', text: event.text };
  if (isTimer(type)) return { from: 'system', text: '(pasa el plazo y nadie escribe)' };
  const deed = DEEDS[type];
  const by = 'by' in event && event.by ? 'executive' : 'system';
  return { from: by, text: `(${deed ? deed(event) : type})` };
}

const DEEDS: Readonly<Record<string, (event: FlowEvent) => string>> = {
  TAKE: () => 'toma la conversación',
  CHECK: () => 'pregunta con la línea neutra',
  DECIDE: () => 'decide por su silencio',
  TYPES: () => 'le está escribiendo',
  RELEASE: e => (e.type === 'RELEASE' && e.step ? `enciende el robot en "${e.step}"` : 'enciende el robot'),
  TRANSFER: () => 'la transfiere',
  RISK: () => 'fija el riesgo',
  PROFILE: () => 'anota cómo es seguro escribirle',
  LABEL: () => 'le pone una etiqueta',
  DISCARD: () => 'descarta la emergencia',
  GUIDELINE: () => 'contesta la pauta',
  CALL: e => (e.type === 'CALL' ? `llama a ${e.institution.name}` : ''),
  CALL_STATE: e => (e.type === 'CALL_STATE' ? `la llamada está: ${e.state}` : ''),
  CALL_RESULT: e => (e.type === 'CALL_RESULT' ? `anota el resultado de la llamada: ${e.outcome}` : ''),
  PLACE: () => 'anota dónde está',
  REFERRAL: () => 'registra la derivación',
  QUIET: e => (e.type === 'QUIET' && e.on ? 'pide silencio' : 'levanta el silencio'),
  CLOSE: e =>
    e.type === 'CLOSE'
      ? { done: 'termina la conversación', aggressor: 'cierra: agresor', prank: 'cierra: broma' }[e.reason]
      : '',
  UNBLOCK: () => 'desbloquea el contacto',
  UNBOOK: () => 'anula la hora que tenía',
  OWNER_LOST: () => 'se pierde la pantalla de la ejecutiva',
  SLOTS: e => (e.type === 'SLOTS' ? `hay ${e.slots.length} horas` : ''),
  HELD: () => 'la hora queda reservada',
  TAKEN: () => 'otra persona tomó esa hora',
  BOOKED: () => 'la hora queda agendada',
  MAILED: () => 'el correo salió',
  MAIL_FAILED: () => 'el correo no salió',
  REMOVED: () => 'el otro sistema quitó mensajes nuestros',
  NOT_REMOVED: () => 'el otro sistema no quitó nada',
  RECORDED: () => 'queda registrado',
  PROPOSED: () => 'llega una respuesta de afuera',
  PARKED: () => 'no se pudo procesar lo que escribió',
};
