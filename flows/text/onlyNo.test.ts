import { describe, expect, test } from 'vitest';
import { isOnlyNo } from './onlyNo.js';

describe('a no that answers', () => {
  test.each([
    'no',
    'no no',
    'nop',
    'no gracias',
    'no, ahora no',
    'no por ahora',
    'no quiero',
    'no, estoy mal',
    'no, no quiero nada',
    'no esta durmiendo',
    'no im not alone',
  ])('"%s" is one', text => expect(isOnlyNo(text)).toBe(true));

  test.each([
    'no estoy bien',
    'no quiero molestar',
    'no es para tanto',
    'no tengo trabajo ni plata',
    'no no tengo a nadie',
    'la verdad no tengo ganas',
    'no vivo con el hace un año',
    'nao estou bem',
    'sí',
    'hola',
  ])('"%s" is none', text => expect(isOnlyNo(text)).toBe(false));
});
