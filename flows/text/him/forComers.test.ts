/** Why nobody may come, and that those who came were no help. */
import { expect, test } from 'vitest';
import { isFearOfComing, isNoHelp } from './forComers.js';

test.each([
  'no vengan porfa tiene a los niños de rehenes',
  'que no vengan, dijo q mata al primero q entre',
  'no vengan, dice q si ve pacos me corta el cuello',
  'no manden a nadie, esta armado',
  'no vengan, esta con la pistola en la puerta esperando a los pacos',
  'no kiero q vengan, va a matar a mi hijo',
  'porfa no lleguen tiene bencina y quiere quemar todo',
  'no vengan se va a desquitar con la guagua',
  'no envien a nadie me amenazo con los niños',
  'dont come he has a gun',
  "please don't send the police, he said he'll kill the kids",
  'nao venham ele ta armado',
  'pa vini, li gen zam',
])('is afraid of what he does if they come: %s', text => expect(isFearOfComing(text)).toBe(true));

test.each([
  'no vengan',
  'no vengan, ya esta todo bien',
  'no manden a nadie, fue una tontera',
  'no vengan, estoy bien gracias',
  'no vengan con sirena, esta armado',
  'todo bien, no esta armado',
  'esta armado',
  'vengan, me va a matar',
])('does not say that: %s', text => expect(isFearOfComing(text)).toBe(false));

test.each([
  'vinieron, no abrio nadie y se fueron',
  'llegaron pero el dijo q todo estaba bien y se fueron',
  'pasaron de largo',
  'paso la patrulla y siguio de largo',
  'esta la patrulla afuera pero no entran',
  'los carabineros se fueron sin hacer nada',
  'vino la patrulla y se fue',
  'ya se fueron los pacos',
  'nadie les abrio',
  'no me creyeron los pacos',
  'the cops came and left',
  'police is outside but they wont come in',
  'os policiais nao entraram',
  'a policia veio e foi embora',
  'lapolis vini epi yo ale',
])('was not helped: %s', text => expect(isNoHelp(text)).toBe(true));

test.each([
  'llegaron los carabineros',
  'vinieron los pacos y se lo llevaron, ya se fueron',
  'se fueron',
  'ya se fue',
  'mis hijos se fueron al colegio',
  'vinieron mis suegros y se fueron',
  'sus amigos vinieron y se fueron',
  'la otra vez vinieron y se fueron sin hacer nada',
  'cuando se vayan los pacos me va a pegar',
])('does not say that she was not helped: %s', text => expect(isNoHelp(text)).toBe(false));
