import { expect, test } from 'vitest';
import { leavesTelephone } from './leavesTelephone.js';

test.each([
  'Tengo q dejar el celu',
  'voy a soltar el telefono',
  'apago el teléfono',
  'tengo que esconder mi celu, chao',
  'lo guardo',
  'I have to put the phone down',
  "i'm hiding my phone",
  'tenho que largar o celular',
  'm dwe kite telefon nan',
])('she puts it out of her hands: %s', text => expect(leavesTelephone(text)).toBe(true));

test.each([
  '¿tengo que apagar el teléfono?',
  'tengo que dejar el celu en el servicio técnico',
  'siempre apago el teléfono en la noche',
  'tengo que dejar a mi marido',
  'should i put my phone away?',
  'tengo que guardar los mensajes como prueba',
])('something else: %s', text => expect(leavesTelephone(text)).toBe(false));
