import { describe, expect, test } from 'vitest';
import { hisPlainly } from './hisPlain.js';

describe('what he writes plainly is heard as what it tells', () => {
  test.each([
    ['borren todo lo que mi señora puso', 'deed'],
    ['q tanto escribe esta mujer', 'deed'],
    ['perdonen a mi señora, toma pastillas', 'deed'],
    ['mi polola no va a denunciar', 'deed'],
    ['delete everything she wrote', 'deed'],
    ['my wife is not going anywhere', 'deed'],
    ['borren todo lo q ella puso', 'her'],
    ['ella no va a ir a ninguna parte', 'her'],
    ['la señora ya no necesita nada', 'her'],
    ['ela nao vai a lugar nenhum', 'her'],
    ['jajaja orden de alejamiento te voy a dar', 'taunts'],
    ['asi que orden de alejamiento ah', 'taunts'],
    ['asi q me quieres denunciar', 'taunts'],
    ['que andai contando', 'taunts'],
    ["I'll give you a restraining order", 'taunts'],
    ['amor donde estas', 'calls-her'],
    ['gorda estas ahi', 'calls-her'],
    ['amor llámame', 'calls-her'],
    ['babe where are you', 'calls-her'],
    ['hola soy Pedro', 'man'],
    ['habla Juan Carlos', 'man'],
    ['buenas tardes, mi nombre es Ricardo', 'man'],
    ['soy Rodrigo Pérez quien habla', 'man'],
    ['hi this is Robert', 'man'],
    ['aqui habla el dueño de casa', 'owner'],
    ['habla la pareja de la señora', 'owner'],
    ['este telefono es mio', 'phone'],
    ['q es esta wea', 'curses'],
  ])('%s', (text, words) => {
    expect(hisPlainly(text)).toBe(words);
  });
});

test.each([
  'hola soy Pedro, quiero saber por mi hermana',
  'hola soy Pedro el vecino',
  'soy Andrea',
  'me llamo Juana',
  'hola soy Alex',
  'contra mi ex, pedro soto',
  'se llama Juan Perez',
  'gracias mi amor',
  'hola mi amor como estas',
  'mi amor estan ahi',
  'me dijo orden de alejamiento te voy a dar',
  'me escribio amor donde estas',
  'asi que quiero una orden de alejamiento',
  'este telefono es mio, el no lo ve',
  'mi hermana no quiere denunciar',
  'borren lo que escribi',
  'borren lo que mi hija puso',
  'esta wea no sirve',
  'donde estan ustedes',
  'quien es el dueño de la casa si nos separamos',
])('%s: a woman, or whoever asks for one, may write it', text => {
  expect(hisPlainly(text)).toBeNull();
});
