import { describe, expect, test } from 'vitest';
import { isBreakingIn, isIn } from './gettingIn.js';

describe('he got in, or is beside her', () => {
  test.each([
    'se metio',
    'ya ta adentro',
    'logro abrir',
    'me encontro escondida',
    'se metió por la ventana',
    'rompió la chapa y entró',
    'está dentro de la casa',
    'kebro el bidrio y entro',
    'abrio la puerta de la cocina',
    'mi hijo le abrio',
    'la boto',
    'lo logro, esta aca',
    'entró por la ventana con un cuchillo',
    'saltó la reja y está adentro',
    'he broke in',
    'he got in through the window',
    'he found me hiding',
    'ele conseguiu entrar',
    'li antre nan kay la',
    'esta conmigo',
    'me esta abrazando',
    'esta sentado aqui',
    'esta acostado conmigo',
  ])('%s', text => expect(isIn(text)).toBe(true));
});

describe('another one, hers, or not in yet', () => {
  test.each([
    'mi hijo está conmigo',
    'mi hija me esta abrazando',
    'mi hijo esta acostado conmigo',
    'esta conmigo mi mama',
    'mi hermana está dentro de la casa',
    'no logro abrir',
    'el no logro abrir',
    'estoy dentro de la casa',
    'le abri la puerta a mi vecina',
    'los carabineros rompieron la puerta',
    'se metio al baño',
    'se metió en problemas',
    'me encontro mi hermana',
    'quebro el vidrio',
    'esta tratando de romper la chapa',
    'no está acá',
    'no esta conmigo',
    'está adentro?',
    'lo dejo',
    'he is in the bathroom',
    'he is in jail',
    'ele não está aqui',
    'hola',
    '',
  ])('%s', text => expect(isIn(text)).toBe(false));
});

describe('he breaks in, and no more is said', () => {
  test.each([
    'quebró el vidrio',
    'está rompiendo la puerta',
    'le está dando patadas a la reja',
    'mi marido esta forzando la chapa',
    'kebro la bentana del baño',
    'está saltando la reja',
    'trata de entrar',
    'esta tratando de romper la chapa',
    'quiere botar la puerta',
    'he is breaking the door',
    'ele está arrombando a porta',
    'l ap kase pot la',
  ])('%s', text => expect(isBreakingIn(text)).toBe(true));

  test.each([
    'ayer quebró el vidrio',
    'se me quebró el vidrio del celular',
    'rompió la puerta del auto',
    'quiero entrar a estudiar',
    'quiere entrar a trabajar',
    'mi hijo rompió la ventana jugando',
    '¿está rompiendo la puerta?',
    'está rompiendo la puerta, ayuda',
    'hola',
    '',
  ])('not: %s', text => expect(isBreakingIn(text)).toBe(false));
});
