import { describe, expect, test } from 'vitest';
import { comesInMood, nearingOf, nearingOfHim } from './nearing.js';

describe('he comes', () => {
  test.each([
    'viene',
    'ya yego, biene subiendo',
    'viene subiendo la esclera',
    'escucho que viene subiendo la escalera',
    'escucho q llega',
    'lo escucho venir',
    'lo escucho llegar en el auto',
    'está subiendo las escaleras',
    'se acerca',
    'mi marido acaba de llegar, corto',
    'tengo que cortar viene de la pega',
    'porque ya viene',
    'he is coming',
    "i hear him coming up the stairs, can't talk",
    'my husband just got home',
    'ele está vindo',
    'acho que ele está subindo a escada',
    'l ap vini',
    'm tande l ap vini',
    'mari m ap antre',
    'llego hace un rato',
    'llegó curado, chao',
    'viene con cara de pocos amigos',
    'llego y viene enojado',
    'ya llego y esta enojado',
    'llegó antes y anda de malas',
    'viene con los amigos, corto',
    'he just came home drunk',
    'ele chegou bêbado',
    'li rive sou',
    // She erases it because he comes.
    'te borro, viene subiendo',
    'borro esto, ya viene',
    'llegó, borro todo',
    'viene, te borro',
    'te elimino, viene',
    'borrando que llegó',
    "i'm deleting this, he's coming",
    'vou apagar, ele vem',
    'm ap efase sa, l ap vini',
    'un segundo q llego',
    'un momento, entró',
    'un ratito que acaba de llegar',
    'espera un poco, se levanto',
    'dame un minuto viene llegando',
    'dame 5 q viene',
    'ahi vuelvo, llego',
    'espérame un minuto, llegaron',
    'one sec he just got back',
    'hold on he came home',
    "brb he's coming",
    'um minuto, ele chegou',
    'yon ti moman, li rive',
  ])('%s', text => expect(nearingOf(text)).toBe('comes'));
});

describe('he is beside her, or at her door', () => {
  test.each([
    'no puedo hablar ahora esta al lado',
    'ahora no puedo hablar, está él al lado',
    'no, el esta aca conmigo',
    'esta en el baño, al tiro sale',
    'creo que esta en la puerta',
    'el esta conmigo en la sala de espera',
    'mi marido esta en el auto conmigo',
    'mi ex va manejando',
    'el me acompaña',
    'un segundo, está aquí',
    'dame un rato que esta al lado',
    "one sec, he's here",
    'i can hear him on the stairs',
    "cant talk he's next to me",
    'ele está aqui do lado, não posso falar',
    'm pa ka pale, li bo kote m',
  ])('%s', text => expect(nearingOf(text)).toBe('there'));
});

describe('he reads what she writes', () => {
  test.each([
    'esta leyendo encima mio',
    'está encima mío leyendo',
    'esta leyendo esto',
    'me está mirando la pantalla',
    'he is reading this',
    'my husband is reading over my shoulder',
    'ele está lendo isso',
    'l ap li sa',
    'esta detras mio leyendo lo q escribo',
    'lo tengo atras mirando el celu',
    'el esta detras leyendo',
    'me mira la pantalla',
    'lee todo lo q pongo',
    'se puso detrás mío y lee todo',
    "he's standing behind me reading",
    'ele tá atrás de mim lendo tudo',
    'li deye m ap gade telefon nan',
  ])('%s', text => expect(nearingOf(text)).toBe('reads'));
});

describe('he took her telephone', () => {
  test.each([
    'me quitó el celu',
    'mi pareja me quitó el teléfono',
    'acaba de quitarme el celu',
    'llego y me quito el celu',
    'he took my phone',
    'ele pegou meu celular',
    'li pran telefon mwen',
  ])('%s', text => expect(nearingOf(text)).toBe('took'));
});

test('in what mood he comes is heard beside it, and how he comes as a rule is no coming', () => {
  expect(comesInMood('llegó curado')).toBe(true);
  expect(comesInMood('llegó')).toBe(false);
  expect(comesInMood('mi marido llega curado')).toBe(false);
});

test('who hits her may be of no couple: it is he who came', () => {
  expect(nearingOfHim('llego mi nieto', 'sobrino|nieto')).toBe('comes');
  expect(nearingOfHim('my son is coming', 'hijo|son')).toBe('comes');
  expect(nearingOfHim('llego mi hermana', 'sobrino|nieto')).toBeNull();
  expect(nearingOfHim('mi nieto no viene', 'sobrino|nieto')).toBeNull();
});

describe('another one, another time, or more than that', () => {
  test.each([
    'viene el maestro a arreglar la luz',
    'ya llegó el pan',
    'mi hija viene',
    'viene mi mamá',
    'se acerca la fecha',
    'viene con un cuchillo',
    'viene a pegarme',
    'cuando llega me pega',
    'llega a las 8',
    'el llega en la noche',
    'el esta aqui en la noche',
    'mi marido me acompaña siempre a todo',
    'el viene conmigo al juicio',
    'no viene',
    'no está acá',
    'no, no está acá',
    'viene la ambulancia?',
    'el que viene',
    'y que viene ahora',
    'llego luego',
    'entro al trabajo',
    'bajo',
    'he is at work now',
    'im back',
    'come here',
    'he came back from his trip yesterday',
    'ele não está agora',
    'li pa la',
    'no puedo hablar ahora',
    'alguien está leyendo esto',
    'is somebody reading this',
    'estoy leyendo esto',
    'mi hija está leyendo esto',
    'esta leyendo un libro',
    'hola',
    'mi marido llega curado',
    'he comes home drunk',
    'mi hijo llego curado',
    'llego cansada',
    'llego tarde',
    'esta enojado',
    'llego curado y me pego',
    'me quitó el celu ayer',
    'me quitó el teléfono, ahora está en el baño',
    'mi mamá me quitó el celular',
    'me robaron el celular',
    'está viendo tele',
    'lee mis mensajes',
    'me revisa el celu',
    'está en la pieza leyendo',
    'cómo borro esto, viene mi mamá el lunes',
    'te borro',
    'borro todo',
    'borré los mensajes, llego tarde',
    'un segundo',
    'dame un minuto',
    'un segundo, ya te mando el dato',
    'dame un rato q entro a clases',
    'ya vuelvo, entro al trabajo',
    'un minuto, viene mi hija',
    'un momento, llegó el pan',
    'llego en un rato',
    'vuelvo en un rato',
    'un momento, no puedo hablar',
    'un minuto, estoy aqui',
    'one sec, right back',
    'wait, ill be right back',
    '',
  ])('%s', text => expect(nearingOf(text)).toBeNull());
});
