/** What she tells of him or of his people is told; what she asks, wants, or says of an ordinary day is not. */
import { expect, test } from 'vitest';
import { tellsOfHim } from './toldOfHim.js';

test.each([
  ...['su hermano vino a decirme que retire la denuncia', 'mi hijo le contó a su papá donde vivimos'],
  ...['están aqui unos tipos que mandó mi ex a sacar los muebles', 'se quedaron los niños con él, estaba tomando'],
  ...['mi suegra se llevó a mi guagua y no me la entrega', 'el abuelo paterno se llevó a mi hijo'],
  ...['el vecino es amigo de él y le avisa cuando salgo', 'su mamá vive al lado y le cuenta con quien hablo'],
  ...['la señora del almacen le avisa a él cuando salgo', 'el repartidor era él', 'mi hija le abrió la puerta al papá'],
  ...['mi marido bota mis remedios', 'sus amigos me amenazaron por la denuncia', 'mi niño se quedo solo con él'],
  ...['fui a pedir la pensión y su hermano me amenazó', 'su hermano vino a decirme que retire la demanda de pensión'],
  ...['he told my boss where I work', 'his brother came to my house', 'deixei as crianças com ele e ele não responde'],
])('told: %s', text => expect(tellsOfHim(text)).toBe(true));

test.each([
  ...['como pido la pension de alimentos', 'mi ex no paga la pensión', 'quiero divorciarme de mi marido'],
  ...['¿mi ex puede ver a los niños los fines de semana?', 'necesito saber como demando al papá de mi hijo'],
  ...['los niños quedaron con su papá hoy, todo tranquilo', 'vivo con mi marido', 'mi marido está en el trabajo'],
  ...['el no está', 'mi ex vive en el sur', 'mi marido se llama pedro y es un amor', 'cuando son las visitas del papá'],
  ...[
    'el bono no me llegó',
    'no tengo plata',
    'hola',
    'vine a la comisaria a sacar un papel',
    'how do I divorce my husband',
  ],
])('not told: %s', text => expect(tellsOfHim(text)).toBe(false));
