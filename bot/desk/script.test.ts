import { expect, test } from 'vitest';
import { initialContext } from '../../flows/context.js';
import type { Guideline } from '../../flows/emergency/guideline.js';
import { deadlinesOf } from './deadlines.js';
import { scriptOf } from './script.js';

const asks = (id: string, tells: 'injured' | 'weapon' | 'children') =>
  ({ id, tells }) as Guideline['questions'][number];
const service = {
  locales: ['es', 'en'],
  institution: { es: 'Servicio de prueba', en: 'Test service' },
  guideline: { questions: [asks('Q3', 'injured'), asks('Q4', 'weapon')] } as Guideline,
};
const context = initialContext('es');
const medical = { id: 'm', name: 'Ambulancia', number: '131', kind: 'medical' };
const call = { institution: medical, state: 'ringing' as const, outcome: null, dialedAt: 0, changedAt: 0, by: null };

test('each thing has its line: her words where she said it, and that it is not known where she did not', () => {
  const lines = scriptOf(
    service,
    {
      ...context,
      place: { text: 'Los Aromos 114', commune: 'Peñalolén', confidence: 'high' },
      danger: ['weapon'],
      known: [
        { about: 'who', text: 'mi pareja', at: 1, by: 'citizen' },
        { about: 'said', text: 'tiene las llaves', at: 2, by: 'citizen' },
        { about: 'who', text: 'y su hermano', at: 3, by: 'citizen' },
      ],
    },
    { noCall: false, isDoubted: false },
    'es',
  );

  expect(lines.map(({ text }) => text)).toEqual([
    'Llamo de Servicio de prueba. Una persona está en peligro ahora.',
    'Motivo: hay un arma.',
    'Está en: Los Aromos 114, Peñalolén.',
    'Quién la amenaza: su pareja; dijo «mi pareja», «y su hermano».',
    'Heridas: no se sabe.',
    'Niños: no se sabe.',
    'También dijo: «tiene las llaves».',
  ]);
  expect(lines.filter(({ known }) => !known).map(({ about }) => about)).toEqual(['injured', 'children']);
});

test('of two places both are read, in the order in which she told them, with whose she said that they are', () => {
  const place = {
    text: 'vivo en prat 30 lota',
    street: 'prat',
    number: '30',
    commune: 'Lota',
    confidence: 'high' as const,
  };
  const first = { text: 'los aromos 114', commune: 'Peñalolén', confidence: 'high' as const };
  const third = {
    text: 'san pablo 1200 maipu',
    street: 'san pablo',
    number: '1200',
    commune: 'Maipú',
    confidence: 'high' as const,
  };
  const whereIn = (locale: 'es' | 'en', known: object) =>
    scriptOf(service, { ...context, ...known }, { noCall: false, isDoubted: false }, locale).find(
      ({ about }) => about === 'place',
    );

  const two = whereIn('en', { place, otherPlaces: [first] });
  expect(two?.text).toBe(
    'Dio dos lugares y no ha dicho en cuál está: 1) los aromos 114, Peñalolén; 2) prat 30, Lota (dijo después; su casa).',
  );
  expect(two?.gloss).toBe(
    'She gave two places and has not said at which one she is: 1) los aromos 114, Peñalolén; 2) prat 30, Lota (said later; her home).',
  );
  expect(whereIn('es', { place: third, otherPlaces: [place, first] })?.text).toMatch(
    /^Dio varios lugares .* 1\) los aromos 114.*; 2\) prat 30.*; 3\) san pablo 1200/,
  );
});

test('a place that she gave before is read as one where she is not known to be', () => {
  const known = [{ about: 'place-before', text: 'prat 30, Lota', at: 1, by: 'citizen' }];
  const place = { text: 'los aromos 114', commune: 'Peñalolén', confidence: 'high' as const };
  expect(
    scriptOf(service, { ...context, place, known }, { noCall: false, isDoubted: false }, 'es').map(({ text }) => text),
  ).toContain('Lugar que dio antes; después dijo otro: «prat 30, Lota».');
});

test('what warns whoever comes stands before the rest, and that she is not to be telephoned at the end', () => {
  const known = [{ about: 'his-police', text: 'él es carabinero', at: 1, by: 'citizen' }];
  const lines = scriptOf(service, { ...context, known }, { noCall: true, isDoubted: false }, 'es').map(
    ({ about }) => about,
  );

  expect(lines.indexOf('his-police')).toBeLessThan(lines.indexOf('who'));
  expect(lines.at(-1)).toBe('no-call');
});

test('an ambulance is told of the injured before who threatens her', () => {
  const lines = scriptOf(
    service,
    { ...context, calls: [call, null, null] },
    { noCall: false, isDoubted: false },
    'en',
  ).map(({ about }) => about);

  expect(lines.indexOf('injured')).toBeLessThan(lines.indexOf('who'));
});

test('deadlines are those of the emergency, the nearest first, each with the institution that it is about', () => {
  const timers = [
    { timer: 'xstate.after.emergency.silence-1.emergency:watch-0', dueAt: 60 },
    { timer: 'xstate.after.call0.redial.call0:ringing', dueAt: 30 },
    { timer: 'xstate.after.emergency.ease.emergency:easing', dueAt: 10 },
  ];
  const open = { calls: [call, null, null], marks: { ...context.marks, emergency: true } };

  expect(deadlinesOf(timers, open, 'es')).toEqual([
    { what: 'Volver a marcar Ambulancia', at: 30 },
    { what: 'Sin noticias de ella: mirar', at: 60 },
  ]);
  expect(deadlinesOf(timers, context, 'es')).toEqual([]);
});

test('that she goes back to the queue is no deadline while somebody is on the telephone for her or was asked to write nothing', () => {
  const timers = [{ timer: 'xstate.after.talk.owner-left.talk:human.owed-now', dueAt: 60 }];
  const marks = { ...context.marks, emergency: true };
  const due = (more: Partial<typeof marks>) =>
    deadlinesOf(timers, { calls: [null, null, null], marks: { ...marks, ...more } }, 'es');

  expect(due({})).toHaveLength(1);
  expect(due({ open: 1 })).toEqual([]);
  expect(due({ quiet: true })).toEqual([]);
});

test('what the guideline knows is told by it, and an address without the words around it', () => {
  const answer = { by: 'Ana', at: 1, quote: null };
  const lines = scriptOf(
    service,
    {
      ...context,
      place: {
        text: 'estoy en los aromos 1234 maipú, me sangra la cabeza',
        street: 'Los Aromos',
        number: '1234',
        commune: 'Maipú',
        confidence: 'high',
      },
      guideline: { Q3: { ...answer, value: 'yes' }, Q4: { ...answer, value: 'no' } },
    },
    { noCall: false, isDoubted: false },
    'es',
  ).map(({ text }) => text);

  expect(lines).toEqual(
    expect.arrayContaining([
      'Está en: Los Aromos 1234, Maipú.',
      'Heridas: sí, por la pauta.',
      'Armas: no, por la pauta.',
    ]),
  );
});

test('is read aloud in the language of the institutions, with what it says beside it for a console in another one', () => {
  const lines = scriptOf(service, { ...context, threat: 'husband' }, { noCall: false, isDoubted: false }, 'en');

  expect(lines.find(({ about }) => about === 'who')).toEqual({
    about: 'who',
    text: 'Quién la amenaza: su marido, según lo que escribió.',
    gloss: 'Who threatens her: her husband, by what she wrote.',
    lang: 'es',
    known: true,
  });
  expect(scriptOf(service, context, { noCall: false, isDoubted: false }, 'es').every(({ gloss }) => !gloss)).toBe(true);
});

test('a word agreed on with her is told as that, and what calms is told as what somebody else may have written', () => {
  const known = [
    { about: 'agreed', text: 'compraste el paraguas?', at: 1, by: 'citizen' },
    { about: 'calm', text: 'estoy bien, era broma', at: 2, by: 'citizen' },
  ];
  const told = { ...context, opened: 'agreed' as const, known };
  const calm = scriptOf(service, told, { noCall: false, isDoubted: false }, 'es');
  const doubted = scriptOf(service, told, { noCall: false, isDoubted: true }, 'es');

  expect(calm.map(({ about }) => about)).toEqual(expect.arrayContaining(['agreed', 'calm']));
  expect(doubted.map(({ about }) => about)).toEqual(expect.arrayContaining(['agreed', 'doubt']));
  expect(JSON.stringify([calm, doubted])).not.toMatch(/paraguas|broma/);
});

test('a number of her own stands in it, however short it is', () => {
  const known = ['*1254', 'ya po'].map((text, at) => ({ about: 'said', text, at, by: 'citizen' }));
  const lines = scriptOf(service, { ...context, known }, { noCall: false, isDoubted: false }, 'es');
  expect(lines.find(({ about }) => about === 'said')?.text).toBe('También dijo: «*1254».');
});
