import { describe, expect, test } from 'vitest';
import { withoutCompany, withoutHers } from './company.js';

describe('who comes or is with her and is no danger is taken out of what she writes', () => {
  test.each([
    'el gasfiter ya entró a la casa',
    'yego el gasfiter',
    'el cerrajero está abriendo la puerta',
    'llegó el técnico del internet',
    'vino el tecnico del calefon',
    'el señor del gas está tocando el timbre',
    'ya llegó el del internet',
    'está entrando el maestro a arreglar el techo',
    'el cartero tocó la puerta',
    'llegó la encomienda',
    'mi hermana está aquí abajo en el portón',
    'mi mama ta aki al lao mio',
    'una vecina está al lado mío',
    'estoy con mi mamá',
    'llegó la vecina a tomar once',
    'los niños ya llegaron del colegio',
    'mi hija está durmiendo acá al lado',
    'la profe de mi hijo vino a la casa',
    'the plumber just came in',
    'my mom is here with me',
    'o encanador chegou',
    'minha mãe está aqui comigo',
    'manman m la avèk mwen',
  ])('%s', text => {
    expect(withoutCompany(text)).toBe('');
  });

  test.each([
    ['ya llegó el gas, ahora sí podemos conversar', 'ahora si podemos conversar'],
    ['mi mamá está acá conmigo y dice que pida hora', 'pida hora'],
    ['Ya llegó mi mamá, estoy bien', 'estoy bien'],
    ['mi mamá está acá y dice que ya llegó', 'ya llego'],
  ])('and the rest is kept: %s', (text, rest) => {
    expect(withoutCompany(text)).toBe(rest);
  });
});

describe('nothing is taken out where it may be he, or danger', () => {
  test.each([
    'mandó al cerrajero para entrar',
    'vino con el cerrajero',
    'el cerrajero es amigo de él',
    'el cerrajero está abriendo la puerta y yo no lo llamé',
    'mi suegra está acá',
    'su hermana está acá',
    'la mamá de él',
    'la amiga está acá',
    'mi mamá está acá y él también',
    'mi mamá está acá, él me está pegando',
    'mi mamá me pega y está acá',
    'mi cuñada está abajo',
    'llegó mi hermana con mi marido',
    'mi hijo está acá',
    'mi hermano está acá abajo',
    'mi papá llegó',
    'mi vecino está en la puerta',
    'ya llegó',
    'está aquí abajo en el portón',
    'el técnico está curado y me grita',
    'mi hermana está acá, ayuda',
    'mi mamá está acá y no puedo hablar',
    'mi hermana llegó con un cuchillo',
    'el maestro entró a la casa y me tocó',
    'el maestro entró a la casa a la fuerza',
    'el conserje lo dejó entrar',
    'my husband sent the locksmith',
    'he is here with my mom',
    'ele chegou com minha mãe',
    '¿llegó el gasfiter?',
  ])('%s', text => {
    expect(withoutCompany(text)).toBe(text);
  });

  test('who came to mend stays where danger was told, for he may have sent them', () => {
    expect(withoutHers('el cerrajero está abriendo la puerta')).toBe('el cerrajero está abriendo la puerta');
    expect(withoutHers('mi mamá está acá conmigo')).toBe('');
  });
});
