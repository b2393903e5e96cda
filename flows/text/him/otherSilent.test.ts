import { expect, test } from 'vitest';
import { otherSilent } from './otherSilent.js';

test.each([
  'No contesta',
  'no me contesta',
  'mi amiga no contesta el teléfono',
  'no responde el telefono',
  'ya no responde los mensajes',
  'no me lee los mensajes',
  'la llamo y no contesta',
  'tiene el celular apagado',
  'su celular está apagado',
  'me manda a buzón',
  "she's not answering her phone",
  'her phone is off',
  'ela não responde as mensagens',
  'li pa reponn telefon',
])('she cannot be reached: %s', text => expect(otherSilent(text)).toBe(true));

test.each([
  'no responde',
  'no reacciona',
  'no responde ni se mueve',
  'no contesta, está en el suelo',
  'contesta',
  '¿no contestan?',
  'no contestan',
  'no me contesten',
  'no me respondas',
  'me quitó el celular',
])('something else: %s', text => expect(otherSilent(text)).toBe(false));
