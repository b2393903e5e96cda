import { describe, expect, test } from 'vitest';
import { nearingOf } from './nearing.js';

describe('he is beside her, by his body, by what she lies on, or by her room', () => {
  test.each([
    'se sento en la cama',
    'se cento en la kama',
    'se metio en mi cama',
    'se metio a la cama conmigo',
    'se vino a acostar al lado mio',
    'se recosto aca al lado',
    'esta acostado aca en la misma cama',
    'esta sentado en los pies de la cama',
    'esta sentado a los pies de mi cama',
    'se vino a sentar aca',
    'viene a acostarse',
    'entro a la cocina donde estoy',
    'entro al baño donde estoy escondida',
    'esta parado en el marco de la puerta',
    'esta apoyado en la puerta',
    'me abrazo por detras',
    'me abraza',
    'me esta haciendo cariño',
    'me esta acariciando el pelo',
    'me puso la mano en la pierna',
    'me mira de reojo',
    'me quedo mirando raro',
    'se quedo mirandome raro',
    'mi marido se sento en la cama',
    'he is in bed next to me',
    "he's in bed with me",
    'he just sat next to me',
    'he sat on the bed',
    'he is hugging me from behind',
    'hes standing in the doorway',
    "he's staring at me",
    'he came into the kitchen where i am',
    'ele sentou do meu lado',
    'ele deitou na cama comigo',
    'ele me abraçou por trás',
    'ele tá parado na porta',
    'li chita bò kote m',
    'li kouche nan kabann nan',
    'li anbrase m',
    'li kanpe nan papòt la',
  ])('%s', text => expect(nearingOf(text)).toBe('there'));

  test.each([
    'se acosto en el sillon',
    'esta acostado en el sillon',
    'se metio al baño',
    'se fue a acostar',
    'se acosto a dormir',
    'mi hijo se sento en la cama',
    'mi hija se metio en mi cama',
    'se acosto con mi amiga',
    'mi hermana me abrazo',
    'me dio un abrazo mi mama',
    'siempre me mira feo',
    'me sente en la cama',
    'estoy acostada en la cama',
    'he is in bed',
    'he is in jail',
    'i sat on the bed',
    'my son is in bed with me',
    'ela sentou do meu lado',
    'pitit mwen kouche nan kabann nan',
  ])('another thing: %s', text => expect(nearingOf(text)).toBeNull());
});

test('what he did just before he comes says nothing by itself', () => {
  expect(nearingOf('ya acosto a los niños viene pa la pieza')).toBe('comes');
  expect(nearingOf('apago la tele y viene')).toBe('comes');
  for (const text of ['ya acosto a los niños', 'apago la tele']) expect(nearingOf(text)).toBeNull();
});

test('she woke up, or came back: a letter from what is told of him', () => {
  for (const text of ['recien despierto', 'recien desperte', 'ya desperte', 'ya regrese'])
    expect(nearingOf(text)).toBeNull();
  for (const text of ['desperto', 'recien desperto', 'se despierto', 'ya regreso'])
    expect(nearingOf(text)).toBe('comes');
});
