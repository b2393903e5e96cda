import { expect, test } from 'vitest';
import { isFollowUp, subjectOf } from './followUp.js';

test.each([
  'y cuanto es?',
  '¿Cuánto demora?',
  'donde queda',
  'y si el no kiere?',
  'y tengo que pagar?',
  'y testigos?',
  'y la casa?',
  'how long does it take',
  'and if he says no',
  'what if he finds out',
  'does it cost money',
  'hay que pagar',
  'y los niños',
  'y la casa',
  'what about the house',
  'como postulo',
  'como se entra?',
  'por que',
  'y a otro pais',
  'y despues que',
  'por que no se puede',
])('"%s" asks more of what was said', text => expect(isFollowUp(text)).toBe(true));

test.each([
  'divorcio',
  'como me divorcio',
  'quiero pedir pension de alimentos',
  'y tengo mucho miedo',
  'y gracias',
  'no',
  'si',
  'me pega',
  'donde denuncio',
  'y despues de eso me fui a la casa de mi mamá con los niños',
  'where do i report',
  'es el',
  'tengo que ir',
  'can i get a divorce',
  'y el me grita',
  'y mi marido no sabe',
  'por que me pega',
  'y con mi marido no puedo',
  'cuando me llaman',
])('"%s" says by itself what it is about, or asks nothing', text => expect(isFollowUp(text)).toBe(false));

test('what it is about is what is left of it', () => {
  expect(subjectOf('y tengo que pagar abogado?')).toEqual(['abogao']);
  expect(subjectOf('y cuánto demora?')).toEqual([]);
});
