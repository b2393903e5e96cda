import { describe, expect, test } from 'vitest';
import { normalise } from '../text/normalise.js';
import { retrieval } from './retrieval.js';

const SHEETS = [
  {
    id: 'licencia',
    title: 'Renovar la licencia de conducir',
    summary: 'Cómo pedir hora en Tránsito y qué papeles llevar.',
    questions: ['donde renuevo la licencia de conducir'],
  },
  {
    id: 'poda',
    title: 'Pedir la poda de un árbol',
    summary: 'El municipio poda los árboles de la calle.',
    questions: ['un arbol tapa la luz'],
  },
  {
    id: 'beca',
    title: 'Beca municipal',
    summary: 'Ayuda para estudiantes de la comuna.',
    questions: ['hasta cuando se postula a la beca'],
  },
];
const library = retrieval(SHEETS, []);
const nearest = (text: string) => library.nearest(normalise(text), new Float64Array(0), 3);

describe('sheets that nothing was trained on', () => {
  test.each([
    ['kiero renobar mi lisensia', 'licencia'],
    ['pueden podar el árbol de mi cuadra?', 'poda'],
    ['hasta cuándo es la postulación a la beca', 'beca'],
  ])('"%s" finds %s by its words', (text, id) => {
    expect(nearest(text)[0]?.id).toBe(id);
  });

  test('a message without any of their words finds none near', () => {
    expect(nearest('77 ??')[0]?.overlap).toBe(0);
  });
});

test('a protocol without sheets has no nearest sheet', () => {
  expect(retrieval([], ['clave-unica']).nearest(normalise('clave unica'), new Float64Array(1), 3)).toEqual([]);
});

test('what training learnt of a sheet counts beside its words', () => {
  const trained = retrieval(SHEETS, ['beca', 'licencia', 'poda']);

  expect(trained.nearest(normalise('y eso dónde es'), Float64Array.of(-1, -1, 1), 1)[0]?.id).toBe('poda');
});

test('a topic that was trained but is no sheet of this protocol is never told', () => {
  const trained = retrieval(SHEETS.slice(0, 1), ['beca', 'licencia']);

  expect(trained.nearest(normalise('la beca'), Float64Array.of(5, -1), 3).map(c => c.id)).toEqual(['licencia']);
});
