/**
 * The smallest protocol around some steps, as the files that its author would write. Every text says its own key
 * (`safe.check` in Spanish, `en safe.check` in English), so that a test reads which text was chosen.
 */
import { stringify } from 'yaml';
import type { KnowledgeSpec } from '../../flows/knowledge.js';
import type { SourceFile } from '../../flows/protocol.js';
import { EMERGENCY_TEXTS } from '../../flows/steps/emergency.js';
import { kindOf } from '../../flows/steps/index.js';
import { TALK_TEXTS } from '../../flows/talk/talk.js';

export type Step = Readonly<Record<string, unknown>>;

export interface Around {
  /** More steps, by id. */
  more?: Readonly<Record<string, Step>>;
  /** Texts that say something else than their key, in Spanish. */
  texts?: Readonly<Record<string, string>>;
  /** Who is asked what no sheet answers. */
  knowledge?: KnowledgeSpec;
}

/** Where a step under test stands, where it may lead without saying so, and what a landing asks. */
export const TESTED = 'tested';
export const LANDED = 'landed';

/** Files of a protocol that begins with `step`; each step that it leads to is there, and only waits. */
export function tinyProtocol(step: Step, { more = {}, texts = {}, knowledge }: Around = {}): SourceFile[] {
  const steps: Record<string, Step> = { [TESTED]: step, emergency: EMERGENCY, ...more };
  const fixed = ['menu', 'person', 'hushed', 'release', 'closed', 'urgent', 'urgent-quiet', 'seized'];
  for (const id of [...fixed, ...Object.values(steps).flatMap(targetsOf)]) steps[id] ??= FIXED[id] ?? landing(id);
  const keys = [
    ...TALK_TEXTS,
    ...EMERGENCY_TEXTS,
    'in-danger',
    'in-danger-first',
    'info.unreviewed',
    ...(knowledge ? [knowledge.say] : []),
    ...Object.entries(steps).flatMap(textsOf),
  ];
  const spanish = Object.fromEntries(keys.map(key => [key, texts[key] ?? key]));
  const english = Object.fromEntries(keys.map(key => [key, `en ${key}`]));
  return [
    { path: 'protocol.yaml', text: knowledge ? `${MAIN}${stringify({ knowledge })}` : MAIN },
    { path: 'guideline.yaml', text: GUIDELINE },
    { path: 'directory.yaml', text: DIRECTORY },
    { path: 'signals.yaml', text: SIGNALS },
    { path: 'sheets/sheets.yaml', text: SHEETS },
    { path: 'steps/steps.yaml', text: stringify(steps) },
    { path: 'messages/es.yaml', text: stringify({ reviewed: false, texts: { ...spanish, ...texts } }) },
    { path: 'messages/en.yaml', text: stringify({ reviewed: false, texts: english }) },
  ];
}

/** A step that is wrong in itself leads nowhere and says nothing: the parser is asked what is wrong. */
function targetsOf(step: Step): string[] {
  const checked = kindOf(step)?.schema.safeParse(step);
  return checked?.success ? kindOf(step)!.targets(checked.data) : [];
}

function textsOf([id, step]: [string, Step]): string[] {
  const checked = kindOf(step)?.schema.safeParse(step);
  return checked?.success ? kindOf(step)!.texts(checked.data, id) : [];
}

/** It waits there for a month, whatever she writes. */
const landing = (id: string): Step => ({
  ask: LANDED,
  as: 'folio',
  save: 'landed',
  retries: 3,
  next: id,
  way_out: id,
  silence: { after: '30d', go: id },
});

const EMERGENCY: Step = {
  emergency: 'imminent',
  collect: ['place', 'who', 'injured', 'weapon', 'children'],
  untaken: { after: '30s', every: '60s' },
  ease: { every: '30s', at_most: 2, then_every: '90s', texts: ['ease.here', 'ease.breathe'] },
  silence: ['60s', '180s', '300s'],
  call: { redial: '30s', next: '60s', outcome: '120s' },
};

const FIXED: Readonly<Record<string, Step>> = {
  person: { handoff: 'general', say: 'person.told', nobody: 'person.nobody', reason: 'asks-for-a-person' },
  urgent: { handoff: 'urgent', say: 'person.told', reason: 'high', alert: true },
  'urgent-quiet': { handoff: 'urgent', reason: 'high-and-silent', alert: true, quiet: true },
  hushed: { hold: 'silent', alert: { after: '15m', why: 'somebody-came', at_once: true }, resume: 'release' },
  closed: { close: 'silent' },
  seized: { handoff: 'review', reason: 'somebody-else-writes', alert: true, quiet: true },
};

const MAIN = `
id: tiny
version: 1
title: { es: Prueba, en: Test }
institution: { es: un servicio, en: a service }
locales: [es, en]
zone: America/Santiago
start: ${TESTED}
hours: { zone: America/Santiago, weekly: { mon-sun: '00:00-24:00' }, holidays: open }
sos: { words: [SOS, auxilio, 🆘], past: [hace años] }
unsure: { first: in-danger-first, ask: in-danger, no: urgent, silent: urgent-quiet, after: 60s }
danger:
  - { kind: weapon, signals: [weapon], reads: [weapon] }
understands:
  - { reads: [asks-who], go: seized, doubt: true, first: true }
  - { intent: [aggressor], go: seized, doubt: true }
  - { reads: [person], go: person, need: join }
  - { intent: [human], go: person, need: join }
  - { reads: [menu], go: menu }
  - { reads: [repeat], do: repeat }
readings:
  person: { within: 6, words: [persona, ejecutiva, person] }
  menu: { within: 3, words: [menu, inicio] }
  repeat: { within: 5, words: [repite, otra vez, repeat] }
  hush: { within: 6, words: [viene, shh] }
  not-by-telephone: [no me llamen]
  alone: [estoy sola]
  not-alone: [no estoy sola]
  no-danger: [no estoy en peligro]
  asks-who: { whole: [quien eres] }
  unclear-danger: { within: 5, words: [esta afuera] }
  now: { within: 3, words: [ahora] }
  retraction: [todo bien]
  false-alarm: [era broma, fue un error]
  says-no: { whole: ['no'] }
  unwell: { whole: [mal] }
  medical: [no respira]
  his-police: [es carabinero]
  weapon: [cuchillo]
  no-mail: [tiene mi clave, no lo mandes]
  shared-mail: [lo lee, de los dos]
  doubt: [pero, creo, 'no']
  sure: [solo yo]
  stop: { within: 6, words: [espera] }
  own-mail: [a mi correo]
  trusted: [de mi hermana]
  no-call: [no me llamen]
  change-slot: [otra hora]
  cancel-slot: [anular]
  heard-call: [lo contesta]
  shared-phone: [contesta el]
  any-time: [cuando puedan]
  asks-today: [que dia es hoy]
  none-fits: [ninguna]
  complaint: [pesimo]
  praise: [excelente]
  another-question: [otra pregunta]
  anybody-there: [hay alguien]
  opening: { whole: [una consulta] }
  asks-erase: [no se borrar, como lo borro]
  belongs: [de mi]
  thanks: { within: 5, words: [gracias] }
  android: [android, samsung]
  iphone: [iphone]
  web: [computador]
  step-done: { whole: [ya esta, ya, listo, sigue] }
  erase-it: { whole: [borralo, eliminalo, delete it] }
  cannot-erase: { whole: [no puedo, no sale, no aparece] }
  leave-it: { whole: [salir, despues] }
  chatter: { whole: [ok] }
talk:
  release: release
  after_person: closed
  after_emergency: closed
  menu: menu
  hush: hushed
  queue_again: 15m
  owner_idle: 10m
`;

const GUIDELINE = `
id: imminent-risk
version: '1'
reviewed: false
bands: { low: 0, medium: 4, high: 8 }
answers_for_low: 2
questions:
  - { id: Q1, order: 1, now: true, short: true, critical: true, weight: 8 }
  - { id: Q2, order: 2, now: true, short: true, critical: true, weight: 6 }
  - { id: Q3, order: 3, now: true, short: true, critical: true, weight: 8 }
  - { id: Q4, order: 4, weight: 3 }
`;

const DIRECTORY = `
version: 1
reviewed: false
rules: { always_start_with_for: { violence: [police] } }
institutions:
  - { id: police, name: Policía, say: { es: la policía, en: the police }, phones: [{ dial: '133' }], kind: police, hours: { type: always }, regions: [all], emergency_dispatch: true, fallback: [ambulance], verified: false }
  - { id: ambulance, name: Ambulancia, phones: [{ dial: '131' }], kind: health, hours: { type: always }, regions: [all], emergency_dispatch: true, verified: false }
`;

const SIGNALS = `
version: 1
reviewed: false
language: es-CL
levels: { S: SOS, H: alto, M: medio, X: otra persona }
groups: [{ id: weapon, level: S, title: Armas, phrases: [tiene un cuchillo] }]
context_only: []
whole_message_only: []
negations: []
markers: { now: [], past: [], long_past: [] }
hard_negatives: []
`;

const SHEETS = `
- { id: sheet-plain, title: Clave, summary: Cómo se saca., reviewed: false }
- { id: sheet-reviewed, title: Bono, summary: Cómo se pide., reviewed: true }
- { id: sheet-sensitive, title: Plan, summary: Cómo cuidarse., reviewed: true, sensitive: true }
`;
