import { describe, expect, test } from 'vitest';
import { calledOffForHim, isConditionOfCall, withoutCondition } from './calledOff.js';

describe('the call is called off because he is there', () => {
  test.each([
    'mejor no me llamen el esta en la casa con licencia',
    'mejor no, mi marido esta aqui con licencia',
    'cancelen la llamada el se quedo en la casa hoy',
    'uy no mejor no me llamen que esta en la casa',
    'no llamen nunca, el me pillo',
    'no, llego el caballero',
    'no porfa no llamen esta aca mi esposo',
    'mi marido esta aqui con licencia',
    'mejor que no llamen, mi marido no fue a trabajar hoy',
    'anulen la hora porfa, el esta de bacaciones',
    'ya no, el esta en la casa',
  ])('%s', text => {
    expect(calledOffForHim(text)).toBe(true);
  });

  test.each([
    'no me llamen',
    'cancelen la hora',
    'no me llamen el lunes',
    'mejor no me llamen, mi mama esta enferma',
    'mejor no, estoy en la casa con licencia',
    'mejor no, mi hija esta en la casa',
    'esta en la casa',
    'noo esta en el living',
    'cancelen la llamada, me descubrió',
    'el esta en la casa',
    'no me llamen hoy, el va a estar en la casa mañana',
    'mi hijo esta aqui con licencia',
    'no, gracias',
    'puedo cancelar si el esta en la casa?',
  ])('another thing: %s', text => {
    expect(calledOffForHim(text)).toBe(false);
  });
});

describe('on what condition she may be called', () => {
  test.each([
    ['no me llamen si contesta un hombre', ''],
    ['no me llamen si el contesta corten', ''],
    ['si contesta un hombre no me llamen', ''],
    ['llamen pero si contesta el, corten', 'llamen pero'],
    ['si llaman y contesta mi marido corten', ''],
    ['987654321, si contesta otra persona digan que se equivocaron', '987654321'],
    ['hang up if a man answers', ''],
    ['solo si él no está', ''],
    ['pero solo cuando el no ande en la casa porfa', ''],
    ['que no conteste mi marido', ''],
    ['me pueden llamar solo si estoy sola', ''],
    ['no me llamen al fijo', ''],
    ['no me llamen al telefono de la casa', ''],
    ['solo al celu no al fijo', ''],
    ["only when he's not home", ''],
    ['dont call the landline', ''],
    ['só se ele nao estiver', ''],
    ['selman si li pa la', ''],
  ])('%s', (text, rest) => {
    expect(withoutCondition(text)).toBe(rest);
    expect(isConditionOfCall(text)).toBe(true);
  });

  test.each([
    'no me llamen',
    'no me llamen mas',
    'contesta mi marido',
    'y si contesta el?',
    'si contesta el me mata',
    'no me llamen, contesta el',
    'no me llamen si no es urgente',
    'no me llamen al trabajo de nuevo con amenazas',
    'cuando el no esta me siento tranquila',
    'si el no esta voy a la comisaria',
    'no está',
    'estoy sola',
    'solo',
    'when he is not home i feel better',
  ])('none, or a refusal: %s', text => {
    expect(isConditionOfCall(text)).toBe(false);
  });
});
