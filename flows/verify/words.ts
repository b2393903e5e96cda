/** What somebody would write so that it reads as a turn assumed, and the reading that goes with it. */
import type { FlowEvent, SosWhy } from '../events.js';
import type { Protocol } from '../protocol.js';
import type { Reading } from '../reading.js';
import { firstForm } from '../text/forms.js';
import type { Edge } from './explore.js';
import { unreadReading } from './unread.js';
import type { Answer } from './unknowns.js';

/** The event of a turn, with a reading that answers as the turn assumed. */
export function withReading({ event, answers }: Edge, protocol: Protocol): FlowEvent {
  const world = {
    ...event.world,
    ...Object.fromEntries(
      answers.filter(a => a.about.startsWith('world.')).map(a => [a.about.slice('world.'.length), a.left[0]]),
    ),
  };
  if (event.type !== 'MSG' && event.type !== 'SOS') return { ...event, world };
  const read = readingOf(answers, protocol);
  if (event.type === 'MSG') return { ...event, world, read };
  const why = answers.find(a => a.about === 'why')?.left[0] as SosWhy | undefined;
  return { ...event, world, read, why: why ?? event.why };
}

function readingOf(answers: readonly Answer[], protocol: Protocol): Reading {
  const told = (about: string): unknown => answers.find(a => a.about === about)?.left[0];
  const text = textOf(answers, protocol);
  const place = told('reads.place') ?? 'none';
  const media = told('reads.media') ?? 'none';
  const sheets = {
    none: null,
    plain: protocol.sheets.find(s => !s.sensitive)?.id ?? null,
    sensitive: protocol.sheets.find(s => s.sensitive)?.id ?? null,
  };
  const intent = String(told('read.intent') ?? 'other');
  const yesNo = told('reads.yes-no');
  const special: Record<string, boolean> = {
    yes: yesNo === 'yes',
    no: yesNo === 'no' || yesNo === 'only-no',
    'only-no': yesNo === 'only-no',
    unknown: yesNo === 'unknown',
    place: place !== 'none',
    address: place === 'partial' || place === 'full',
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
    place:
      place === 'none'
        ? null
        : ({
            text,
            confidence: 'high',
            street: 'Los Aromos 114',
            ...(place === 'full' ? { commune: 'Peñalolén' } : {}),
          } as Reading['place']),
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
  if (about === 'reads.yes-no')
    return [{ yes: 'sí', no: 'no estoy bien', 'only-no': 'no', unknown: 'no sé' }[String(value)] ?? ''];
  if (about === 'reads.place')
    return [value === 'full' ? 'Los Aromos 114, Peñalolén' : value === 'point' ? '(su ubicación)' : 'Los Aromos 114'];
  if (about === 'reads.media') return [value === 'audio' ? '(un audio)' : '(una foto)'];
  if (about === 'read.sure-sheet') return [INTENT_WORDS.general_info!];
  if (about === 'read.intent') return [INTENT_WORDS[String(value)] ?? String(value)];
  if (about === 'read.risk') return [Number(value) >= 3 ? 'me pegó anoche' : 'me da miedo cuando llega'];
  if (about === 'picks a slot') return ['el primero'];
  if (about.startsWith('picks ')) return [labelOf(String(value), protocol)];
  if (!about.startsWith('reads.')) return [];
  const name = about.slice('reads.'.length);
  return [READING_WORDS[name] ?? firstForm(protocol.readings[name]?.words[0] ?? name)];
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
