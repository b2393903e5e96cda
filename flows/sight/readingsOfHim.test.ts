import { expect, test } from 'vitest';
import { type ReadingList } from '../shelf.js';
import { isToldAfterAnswer } from './readingsOfHim.js';

const lists: Record<string, ReadingList> = {
  hush: { words: ['no puedo hablar'], whole: ['corto', 'siento el auto'], also: ['he-nears'] },
};
const told = (text: string): boolean => isToldAfterAnswer(text, lists, ['hush', 'he-nears']);

test.each([
  'sí, llegó el viejo',
  'si gracias llego el caballero',
  'ya gracias, volvió el innombrable',
  'si gracias, siento el auto',
  'si\nllego el viejo',
  '7, llego el',
  'no, volvió el caballero',
  'nadie, ah no llego el',
  'triste... llego el viejo',
  'PERSONA, llego mi marido',
  'quiero una persona pero el esta aqui',
  'el y mi hijo, ya entraron',
  'yo y los niños, espera llego el',
  "yes thanks, he's back",
  'sim, obrigada, chegou o marido',
])('behind her answer he is heard: %s', text => expect(told(text)).toBe(true));

test.each([
  'si, gracias',
  'no volvió el caballero',
  'no, no volvió',
  'si gracias, llegó el gas',
  'si, llego el viernes',
  'gracias, viene mi hermana',
  '7, llegó el bono',
  '¿sí, llegó el viejo?',
  'ya puse la denuncia, y que viene',
  'lo que pasa es que anoche discutimos de nuevo por plata, llegó el viejo',
])('nothing of him behind it: %s', text => expect(told(text)).toBe(false));
