/** What she tells of him by others: told by a doorman, by one of hers, sent, in disguise, let in; and who else is told of alike. */
import { describe, expect, test } from 'vitest';
import { isByOthers } from './byOthers.js';
import { nearingOf } from './nearing.js';
import { withoutCompany } from './company.js';

const listed = (texts: string): string[] => texts.split('|').map(text => text.trim().replace(/\s+/g, ' '));

describe('a doorman who tells that he comes', () => {
  test.each(
    listed(`llamó el conserje, que viene subiendo mi ex|me llamaron de la porteria q mi ex viene pa arriba|tocaron el citofono, es
    mi ex que quiere subir|me llaman de porteria que está subiendo mi marido|el guardia me avisó que está abajo el papá de mi
    hijo|llamaron de conserjería, mi ex pide subir|mi ex va subiendo por el ascensor dice el guardia|mi ex quiere subir, lo tengo
    en el citofono|dice el guardia que subió mi ex|tocaron el citófono, es él`),
  )('is heard as his coming: %s', text => expect(nearingOf(text)).toBe('comes'));

  test.each(
    listed(`llamaron de conserjería, llegó una encomienda|llamaron de la portería que llegó|el conserje me subió un paquete|
    mi marido está abajo|el conserje avisó que llegó el gasfiter`),
  )('and of nobody who is not named: %s', text => {
    expect(nearingOf(text)).toBeNull();
    expect(isByOthers(text)).toBe(false);
  });
});

test.each(
  listed(`mi hermana me avisa que él viene en camino|mi hermana me dice que él va en camino|me avisan que viene en camino|me aviso
  la vecina que lo vio en el paradero|mi cuñada me avisa q él ya salió pa acá|mi vecina lo vio bajarse de la micro|se bajó de la
  micro ya|mi hermana me avisa que ya viene|el guardia dejó pasar a mi ex y viene con alguien más|
  el mandó al cerrajero a cambiar la chapa y yo estoy adentro|el cerrajero esta abriendo la puerta, lo mando mi ex|vinieron a
  cambiar la chapa por orden de mi marido y no me dieron llave|vino un tipo de parte de él a sacar mis cosas|están aqui unos
  tipos que mandó mi ex a sacar los muebles|unos tipos que mandó mi marido estan sacando mis cosas|
  el que vino a leer el medidor era él|el repartidor era él|el del gas era él disfrazado|tocaron, dijo que era de correos y era mi
  ex|abrí porque dijo que era el cartero, era él|el que tocó el timbre era mi ex|el conductor del uber era mi ex|el pasajero que
  subió era él|el paciente que atendí hoy era él|el que me compró el sillon por internet era él|era él el que me agregó con otra
  cuenta|mi hija le abrió la puerta al papá|mi suegra le abrio la puerta a él|mi hijo le dio copia de la llave al papá|el
  cerrajero le dejo copia de la llave a él|mi mamá lo dejó entrar|vieron a mi ex afuera
  del colegio|el del censo era mi ex|quien golpeaba era él|la dueña de la casa le dio llave a mi ex|el administrador dejó
  entrar a mi marido|
  the doorman says my ex is coming up|my sister warned me he is on his way|the men my ex sent are taking my things|the delivery
  guy was my ex|my son opened the door to my ex|o porteiro avisou que meu ex está subindo|minha irmã avisou que ele está
  vindo|uns homens que meu ex mandou|o entregador era meu ex|minha filha abriu a porta pro pai`),
)('by others he comes, acts or got in: %s', text => expect(isByOthers(text)).toBe(true));

test.each(
  listed(`mi hermana me avisa que ella viene en camino|mi hermana dice que viene en camino|el repartidor se atrasó|el repartidor me
  avisó que viene en camino|tocaron el timbre, era él, mi hermano|era él, mi hermano|tocaron y era el cartero|era el del gas|el que
  vino a leer el medidor era el mismo de siempre|el que tocó el timbre era el vecino|mi marido mandó a arreglar el calefon|mi
  marido mandó unos maestros a pintar la casa|el cerrajero me cambió la chapa ayer y quedó bien|mi hijo le abrió la puerta al
  gato|mi mamá le abrió la puerta a la vecina|le di copia de la llave a mi mamá|mi marido es conserje y llega a las 8|trabajo de
  conserje en un edificio|me avisan que viene en camino el pedido|se perdió mi gato, la vecina lo vio en la plaza|el conductor
  del uber era amable|el amor de mi vida era él|el que trabajaba era mi marido|mi hija se bajó de la micro|mi papá le abrió la
  puerta al técnico|the delivery guy was late|my sister says she is on her way|o entregador atrasou|minha irmã avisou que ela
  está vindo`),
)('of somebody else nothing is heard: %s', text => expect(isByOthers(text)).toBe(false));

test('her sister who says that she comes, or what she brings, is company', () => {
  for (const text of [
    'mi hermana me avisa que ya viene con las empanadas',
    'mi hermana me avisa que ella viene en camino',
  ])
    expect(withoutCompany(text)).toBe('');
  for (const text of ['mi hermana me avisa que ya viene', 'mi hermana me avisa que él viene con las empanadas'])
    expect(withoutCompany(text)).toBe(text);
});
