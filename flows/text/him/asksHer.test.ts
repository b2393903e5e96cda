import { describe, expect, test } from 'vitest';
import { isWatchedOrAsked } from './asksHer.js';

describe('he asks what she does with her telephone, or looks on', () => {
  test.each([
    'me esta preguntando quien es',
    'pregunta q kien es',
    'me pide explicaciones por el celu',
    'cree que le escribo a otro',
    'pregunta si le escribo a otro',
    'me pregunta si hablo con alguien',
    'quiere saber si ando chateando con un amigo',
    'cree q estoy hablando con mi amante',
    'sospecha',
    'ya sospecha algo',
    'me toco la puerta que con quien hablo',
    'que con quien estoy chateando dice',
    'golpeo el baño q q hago tanto rato',
    'esta golpeando la puerta del baño que porque no salgo',
    'me pregunta porque tengo el celu',
    'ladro el perro, es el',
    'ropa tendida',
    'hay moros en la costa',
    'PERSONA el esta mirando',
    'si pero esta mirando',
    'esta viendo tele aca conmigo',
    'estamos viendo tele los dos',
    'ele ta olhando',
    'ele quer meu celular',
    'he thinks im texting another man',
    'he suspects something',
    'li vle telefon mwen',
  ])('%s', text => {
    expect(isWatchedOrAsked(text)).toBe(true);
  });

  test.each([
    'mi hijo pregunta quien es',
    'pregunta si hablo ingles',
    'la matrona me pregunta si hablo con alguien',
    'mi jefe me pide explicaciones por los atrasos',
    'mi hijo esta mirando',
    'mi hijo esta viendo tele conmigo',
    'mi marido sospecha que tengo otro',
    'siempre cree que le escribo a otro',
    'ladra el perro',
    'esta golpeando la puerta',
    'golpeo la puerta con un fierro',
    'quien es',
    'que hago',
    'no esta mirando nadie',
    'quiero saber quien es mi abogada',
    'puse la ropa tendida al sol',
  ])('another thing: %s', text => {
    expect(isWatchedOrAsked(text)).toBe(false);
  });
});
