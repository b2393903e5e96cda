import { describe, expect, test } from 'vitest';
import { readPlace } from './place.js';

describe('what stands at a corner of two streets', () => {
  test.each([
    ['arranque estoy en el negocio de san pablo con brasil', 'san pablo con brasil', 'en el negocio'],
    ['estoy en la botilleria de freire con rengo', 'freire con rengo', 'en la botilleria'],
    ['estoy en la farmacia cruz verde de lautaro con bulnes', 'lautaro con bulnes', 'en la farmacia cruz verde'],
    ['en el almacen de copiapo con iquique', 'copiapo con iquique', 'en el almacen'],
    ['estoy en el negocio de iquique con washington', 'iquique con washington', 'en el negocio'],
    ['estoy en la bencinera de pajaritos con 5 de abril', 'pajaritos con 5 de abril', 'en la bencinera'],
    ['arranque estoy en el kiosko de tarapaca con vivar', 'tarapaca con vivar', 'en el kiosko'],
    ['en la copec de vicuña con trinidad', 'vicuña con trinidad', 'en la copec'],
    ['estoy en la copec de la alameda con brasil', 'alameda con brasil', 'en la copec'],
  ])('%s', (text, street, unit) => {
    const place = readPlace(text);
    expect(place).toMatchObject({ street, unit });
    // No town, whatever its streets are called like.
    expect(place?.commune).toBeUndefined();
  });

  test('the town that stands beside them is its own', () =>
    expect(readPlace('estoy en el negocio de freire con rengo en Concepción')).toMatchObject({
      street: 'freire con rengo',
      commune: 'Concepción',
    }));

  test('a street that everybody knows and a town is called like', () => {
    expect(readPlace('estoy en san pablo con cueto')).toMatchObject({ street: 'san pablo con cueto' });
    expect(readPlace('estoy en san pablo con cueto')?.commune).toBeUndefined();
  });

  test.each([
    ['estoy en la plaza de maipu con mi hija', 'Maipú'],
    ['estoy en la plaza de iquique con pedro', 'Iquique'],
    ['estoy en el hospital de talca con camila', 'Talca'],
    ['estoy en la farmacia de talca con kevin', 'Talca'],
    ['estoy en el paradero de lautaro con mi guagua', 'Lautaro'],
    ['estoy en la copec de rengo con el auto en pana', 'Rengo'],
    ['estoy en san pablo con pedro', 'San Pablo'],
    ['estoy en freire con mi mama', 'Freire'],
    ['estoy en la copec de maipu', 'Maipú'],
  ])('%s: the town, and who is with her', (text, commune) => {
    expect(readPlace(text)).toMatchObject({ commune });
    expect(readPlace(text)?.street).toBeUndefined();
  });
});
