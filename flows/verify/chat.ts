/**
 * From what the verifier found to a chat that shows it: the shortest way there, each event as somebody would write or do
 * it, each answer as the protocol says it. The chat is played on the real machine, so that what is shown can happen.
 */
import type { FlowEvent } from '../events.js';
import type { Protocol } from '../protocol.js';
import type { Reading } from '../reading.js';
import { advance, begin, type Snapshot } from '../turn.js';
import type { Config, Edge } from './explore.js';
import { SHAPE } from './explore.js';
import type { Failure, Line, Proof } from './property.js';
import { unreadReading } from './symbolic.js';
import type { Answer } from './unknowns.js';

export function chatOf(failure: Failure, { compiled }: Proof): Line[] {
  const last = failure.turn ? [failure.turn] : [];
  const path = [...pathTo(failure.turn?.from ?? failure.at ?? null), ...last];
  const lines: Line[] = [];
  let snapshot: Snapshot | null = begin(compiled);
  for (const edge of path) {
    const event = withReading(edge, compiled.protocol);
    lines.push(...linesOf(event, edge.answers));
    let said = edge.said;
    if (snapshot) {
      try {
        const turned = advance(compiled, snapshot, event, SHAPE);
        snapshot = turned.snapshot;
        said = turned.messages;
      } catch {
        snapshot = null;
      }
    }
    lines.push(...said.map(({ author, text }): Line => ({ from: author === 'executive' ? 'executive' : 'bot', text })).filter(line => line.from === 'bot'));
  }
  return [...lines, ...(failure.then ?? []), { from: 'system', text: failure.why }];
}

/** The turns that lead to a configuration, from the first. */
export function pathTo(config: Config | null): Edge[] {
  const path: Edge[] = [];
  for (let edge = config?.via ?? null; edge !== null; edge = edge.from.via) path.unshift(edge);
  return path;
}

/** The event of a turn, with a reading that answers as the turn assumed. */
export function withReading({ event, answers }: Edge, protocol: Protocol): FlowEvent {
  const world = { ...event.world, ...Object.fromEntries(answers.filter(a => a.about.startsWith('world.')).map(a => [a.about.slice('world.'.length), a.left[0]])) };
  if (event.type !== 'MSG' && event.type !== 'SOS') return { ...event, world };
  return { ...event, world, read: readingOf(answers, protocol) };
}

function readingOf(answers: readonly Answer[], protocol: Protocol): Reading {
  const told = (about: string): unknown => answers.find(a => a.about === about)?.left[0];
  const text = textOf(answers, protocol);
  const place = told('reads.place') ?? 'none';
  const media = told('reads.media') ?? 'none';
  const sheets = { none: null, plain: protocol.sheets.find(s => !s.sensitive)?.id ?? null, sensitive: protocol.sheets.find(s => s.sensitive)?.id ?? null };
  const intent = String(told('read.intent') ?? 'other');
  const yesNo = told('reads.yes-no');
  const special: Record<string, boolean> = {
    yes: yesNo === 'yes',
    no: yesNo === 'no',
    unknown: yesNo === 'unknown',
    place: place !== 'none',
    'full-place': place === 'full',
    location: place === 'point',
    media: media !== 'none',
    audio: media === 'audio',
    text: text !== '',
  };
  return {
    ...unreadReading(sheets[(told('read.sheet') ?? 'none') as 'none']),
    text,
    plain: text.toLowerCase(),
    intent,
    risk: (told('read.risk') ?? 0) as Reading['risk'],
    place: place === 'none' ? null : { text, confidence: 'high', street: 'Los Aromos 114', ...(place === 'full' ? { commune: 'Peñalolén' } : {}) } as Reading['place'],
    reads: name => special[name] ?? told(`reads.${name}`) === true,
    pick: options => (told(`picks ${options.map(o => o.id).join(' ')}`) as string | null | undefined) ?? null,
  };
}

// ---- words ------------------------------------------------------------------------------------------------------------------

/** What a person would write so that it reads as the turn assumed. */
function textOf(answers: readonly Answer[], protocol: Protocol): string {
  const words = answers.flatMap(a => (a.left[0] === a.of[0] ? [] : wordsOf(a.about, a.left[0], protocol)));
  if (answers.some(a => a.about === 'reads.words' && a.left[0] === 'none')) return '';
  return words.length > 0 ? words.join(', ') : 'mmm ya';
}

function wordsOf(about: string, value: unknown, protocol: Protocol): string[] {
  if (about === 'reads.yes-no') return [{ yes: 'sí', no: 'no', unknown: 'no sé' }[String(value)] ?? ''];
  if (about === 'reads.place') return [value === 'full' ? 'Los Aromos 114, Peñalolén' : value === 'point' ? '(su ubicación)' : 'Los Aromos 114'];
  if (about === 'reads.media') return [value === 'audio' ? '(un audio)' : '(una foto)'];
  if (about === 'read.intent') return [INTENT_WORDS[String(value)] ?? String(value)];
  if (about === 'read.risk') return [Number(value) >= 3 ? 'me pegó anoche' : 'me da miedo cuando llega'];
  if (about === 'picks a slot') return ['el primero'];
  if (about.startsWith('picks ')) return [labelOf(String(value), protocol)];
  if (!about.startsWith('reads.')) return [];
  const name = about.slice('reads.'.length);
  return [READING_WORDS[name] ?? protocol.readings[name]?.words[0] ?? name];
}

function labelOf(id: string, protocol: Protocol): string {
  const texts = protocol.texts[protocol.locales[0]!] ?? {};
  const key = Object.keys(texts).find(k => k.endsWith(`.${id}`));
  return (key && texts[key]) || id;
}

const INTENT_WORDS: Readonly<Record<string, string>> = {
  general_info: '¿qué es el Fono 1455?',
  specific_question: '¿en qué va mi causa?',
  emotional_support: 'me siento muy sola',
  preventive_orientation: '¿cómo me cuido si vuelve?',
  request_status: '¿cómo va mi solicitud?',
  new_request: 'quiero hacer un reclamo',
  aggressor: 'soy el marido, ¿qué te dijo?',
  prank: 'jajaja el que lee es tonto',
  greeting: 'hola',
  human: 'quiero hablar con alguien de verdad',
  survey_answer: 'me atendieron bien',
  privacy: '¿qué guardan de mí?',
  goodbye: 'chao',
  sos: 'me va a matar',
};

const READING_WORDS: Readonly<Record<string, string>> = {
  when: 'mañana en la tarde',
  hours: 'de 10 a 12',
  email: 'alguien@example.org',
  phone: '+56 9 8765 4321',
  folio: 'M-2026-000731',
  grade: '7',
  number: '3',
  date: '3 de mayo de 1990',
  rut: '12.345.678-5',
  commune: 'Peñalolén',
};

/** One event as lines of a chat. */
function linesOf(event: FlowEvent, answers: readonly Answer[]): Line[] {
  const away = answers.some(a => a.about === 'world.staffed' && a.left[0] === false) ? [{ from: 'system' as const, text: '(no hay nadie de turno)' }] : [];
  const forgotten = answers.filter(a => a.about.startsWith('marks.') && a.left[0] !== a.of[0]).map(a => `${a.about.slice('marks.'.length)} = ${String(a.left[0])}`);
  const known: Line[] = forgotten.length > 0 ? [{ from: 'system', text: `(de antes se sabe: ${forgotten.join(', ')})` }] : [];
  return [...known, ...away, lineOf(event)];
}

function lineOf(event: FlowEvent): Line {
  const type: string = event.type;
  if (event.type === 'MSG') return { from: 'citizen', text: event.read.text || '👍' };
  if (event.type === 'SOS') return { from: 'citizen', text: 'SOS' };
  if (event.type === 'SAY') return { from: 'executive', text: event.text };
  if (type.startsWith('xstate.after.')) return { from: 'system', text: '(pasa el plazo y nadie escribe)' };
  const deed = DEEDS[type];
  const by = 'by' in event && event.by ? 'executive' : 'system';
  return { from: by, text: `(${deed ? deed(event) : type})` };
}

const DEEDS: Readonly<Record<string, (event: FlowEvent) => string>> = {
  TAKE: () => 'toma la conversación',
  RELEASE: e => (e.type === 'RELEASE' && e.step ? `enciende el robot en "${e.step}"` : 'enciende el robot'),
  TRANSFER: () => 'la transfiere',
  RISK: () => 'fija el riesgo',
  LABEL: () => 'le pone una etiqueta',
  DISCARD: () => 'descarta la emergencia',
  GUIDELINE: () => 'contesta la pauta',
  CALL: e => (e.type === 'CALL' ? `llama a ${e.institution.name}` : ''),
  CALL_STATE: e => (e.type === 'CALL_STATE' ? `la llamada está: ${e.state}` : ''),
  CALL_RESULT: e => (e.type === 'CALL_RESULT' ? `anota el resultado de la llamada: ${e.outcome}` : ''),
  PLACE: () => 'anota dónde está',
  REFERRAL: () => 'registra la derivación',
  QUIET: e => (e.type === 'QUIET' && e.on ? 'pide silencio' : 'levanta el silencio'),
  CLOSE: e => (e.type === 'CLOSE' ? { done: 'termina la conversación', aggressor: 'cierra: agresor', prank: 'cierra: broma' }[e.reason] : ''),
  UNBLOCK: () => 'desbloquea el contacto',
  OWNER_LOST: () => 'se pierde la pantalla de la ejecutiva',
  SLOTS: e => (e.type === 'SLOTS' ? `hay ${e.slots.length} horas` : ''),
  HELD: () => 'la hora queda reservada',
  TAKEN: () => 'otra persona tomó esa hora',
  BOOKED: () => 'la hora queda agendada',
  MAILED: () => 'el correo salió',
  MAIL_FAILED: () => 'el correo no salió',
  RECORDED: () => 'queda registrado',
  PARKED: () => 'no se pudo procesar lo que escribió',
};
