import { describe, expect, test } from 'vitest';
import { readPlace } from './place.js';

describe('a street whose name has a number written out', () => {
  test.each([
    ['Diez de Julio 450, Santiago', 'Diez de Julio', '450', 'Santiago'],
    ['estoy en diez de julio 450', 'diez de julio', '450', undefined],
    ['Tres Poniente 4567 Maipu', 'Tres Poniente', '4567', 'Maipú'],
    ['no, es Tres Poniente 4567', 'Tres Poniente', '4567', undefined],
    ['Dos Norte 340 Viña del Mar', 'Dos Norte', '340', 'Viña del Mar'],
    ['Dos Oriente 450 Viña del Mar', 'Dos Oriente', '450', 'Viña del Mar'],
    ['uno sur b 234 Talca', 'uno sur b', '234', 'Talca'],
    ['Los Tres Antonios 300 Ñuñoa', 'Los Tres Antonios', '300', 'Ñuñoa'],
    ['las tres marias nº 90', 'las tres marias', '90', undefined],
    ['Dos Hermanos 71 Talca', 'Dos Hermanos', '71', 'Talca'],
    ['Dos Hermanos 71', 'Dos Hermanos', '71', undefined],
    ['Cinco de Abril 234, depto 3', 'Cinco de Abril', '234', undefined],
    ['vivo en Tres Cruces 120', 'Tres Cruces', '120', undefined],
  ])('%s', (text, street, number, commune) =>
    expect(readPlace(text)).toMatchObject({ street, number, ...(commune ? { commune } : {}) }),
  );

  test('so called at a corner', () => {
    expect(readPlace('estoy en dos norte con tres oriente')).toMatchObject({ street: 'dos norte con tres oriente' });
    expect(readPlace('pajaritos con cinco de abril, Maipu')).toMatchObject({ street: 'pajaritos con cinco de abril' });
  });

  test.each([
    'tengo dos hijos 10 y 12',
    'dos hermanos 15 y 17 años',
    'los dos niños 10 y 12',
    'los tres menores 14',
    'fue el tres de marzo 2020',
    'diez de julio 11',
    'dos horas 30 minutos',
    'dos perros 15',
    'somos tres',
    'tres veces 20',
  ])('%s is counted, or tells when', text => expect(readPlace(text)).toBeNull());
});
