/** Danger as it is told in Chile, by what it is made of: whatever verb deals a blow beside whatever it is called. */
import { describe, expect, test } from 'vitest';
import { universe } from '../../test/support/universe.js';
import { saidOf } from '../lists.js';
import { MAY_BE_NOW } from './weigh.js';

const { readings } = universe().protocol;
const reads = (text: string, name = MAY_BE_NOW): boolean => saidOf(text).reads(readings, name);
const listed = (texts: string): string[] => texts.split('|').map(text => text.trim().replace(/\s+/g, ' '));
const unheard = (texts: readonly string[]): string[] => texts.filter(text => !reads(text));
const heard = (texts: readonly string[]): string[] => texts.filter(text => reads(text));

describe('a blow', () => {
  const verbs = listed('dio|plantó|llegó|chanto|zampó|mando|metió|pego|encajó|aforró|tiro|esta dando');
  const nouns =
    listed(`combo|combos|sopapo|mangazo|cornete|aletazo|cachetada|cachetá|charchazo|tate quieto|puñete|patada|patás|
    rodillazo|cabezazo|coscacho|palmazo|correazo|guaracazo|manotazo|guate|frisca`);

  test('is heard by any verb that deals it and any name that it has', () => {
    expect(unheard(verbs.flatMap(verb => nouns.map(noun => `me ${verb} un ${noun}`)))).toEqual([]);
    expect(
      unheard(listed('un combo me llego en el ojo|nos dio de patadas|me agarro a charchazos|me dio su buen sopapo')),
    ).toEqual([]);
  });

  test('is none where it is a meal, a current, a child in the womb, a ball, or of when she was small', () => {
    expect(
      heard(
        listed(`me llego un combo de papas fritas|me dio un combo del mcdonalds|pedi delivery y me llego un combo|la guagua me dio
          una patada|me dio una patada la corriente|me dio un cabezazo jugando a la pelota|cuando chica mi mama me dio un
          coscacho|me dio un ultimo empujon para estudiar|me dio la mano|me dio un beso|me mando un mensaje|me dio lata`),
      ),
    ).toEqual([]);
  });
});

describe('a blow of who lives with her', () => {
  const who =
    listed(`my husband|my partner|my fiance|my ex|my brother|my son|my mom|my roommate|the father of my kids|my kids
    dad|my baby daddy|my mom's boyfriend|my husbnad|he`);
  const between = listed(`just|literally|really|also|suddenly|actually|finally|again|has just|just now`);
  const did = listed(`hit me|beat me up|kicked me|strangled me|shoved me against the wall|threw me on the floor|hit my
    daughter|threw a plate at me|hit my head`);

  test('is heard whatever stands between who and what', () => {
    expect(unheard(who.flatMap(he => between.flatMap(word => did.map(what => `${he} ${word} ${what}`))))).toEqual([]);
    expect(
      unheard(
        listed(`minha mae acabou de me dar um tapa|meu filho agora mesmo me bateu|meu marido acabou de bater na minha filha|mari
          mwen fèk bat mwen|frè m fenk frape m|mennaj mwen fek bat mwen|mi marido recien le pego a mi hija|mi pareja de nuevo
          golpeo a mi hijo|mi marido recien me tiro un plato`),
      ),
    ).toEqual([]);
  });

  test('is none that was not dealt, or where it is said of news, a game, a film, a cake, or long ago', () => {
    expect(
      heard(
        listed(`my husband never hit me|my husband has never even hit me|my husband doesn't hit me but he controls my money|my
          brother just hit me up for money|my husband just hit me with divorce papers|my boyfriend just beat me at chess|my son
          just beat me in mario kart|my husband just cut me a piece of cake|my mom just cut me off the family plan|my dad pushed
          me to study nursing|my husband grabbed me a coffee|my sister threw me a surprise party|my husband used to hit me|my son
          just hit me by accident|my husband hurt my feelings|i dreamt my husband just hit me|my husband just called me|my ex
          just texted me|meu filho me bateu no jogo de damas|mari m pa janm frape m|mi marido nunca le pego a mi hija|mi hijo le
          pego a la pelota`),
      ),
    ).toEqual([]);
  });

  test('is in her voice where a man dealt it', () => {
    expect(reads('my husband just hit me', 'in-her-voice')).toBe(true);
    expect(reads('my wife just hit me', 'in-her-voice')).toBe(false);
  });
});

test('he is at her side where it is said of him and of now, in whatever language', () => {
  const atHerSide = (text: string): boolean => reads(text, 'at-her-side');
  expect(
    listed(`está al lado mio y me pegó|esta sentado al frente mío, me pegó|el esta aca conmigo en la pieza, me tiene
      amenazada|esta en la misma pieza conmigo|estoy sentada al lado de el y me amenaza|estoy acostada al lado de él, me
      pegó|lo tengo al lado, me amenazó|me pego y esta aqui sentado al lado|ta al lao mio|hes in the same room, he threatened
      me|he is sitting next to me, he hit me|im lying next to him, he choked me|ele está do meu lado e me bateu|estou no quarto
      com ele|li chita bo kote m, li frape m|nou nan menm chanm, li gen yon kouto`).filter(text => !atHerSide(text)),
  ).toEqual([]);
  expect(
    listed(`me pegó y mi mamá está al lado mío|mi hijo esta acostado al lado mio, mi marido me pegó|no esta al lado mio, me
      pegó|vive al lado y me amenazó|mi ex vive en la casa de al lado|cuando esta al lado mio me amenaza|ayer estaba al lado mio y
      me pegó|la comisaria esta al lado|estoy sentada al lado de mi hermana, el me pego|mi hermana esta conmigo, el me pego|he
      isn't next to me, he hit me|my sister is next to me, he hit me|im sitting next to my mom, my husband hit me|he lives next
      door and threatened me|i work in the same room as my boss|minha irma esta do meu lado, ele me bateu|sè m chita bo kote m,
      mari m bat mwen`).filter(atHerSide),
  ).toEqual([]);
});

test('what is hot is heard where he threw it on her, and not where she spilt it', () => {
  expect(
    unheard(
      listed(`me dio vuelta la olla de porotos encima|me vacio el sarten caliente|me zampo el aceite de las sopaipillas|me dejo
        caer el cafe caliente en la falda|me tiro el hervidor hirviendo|me echo agua hirviendo|me tiro la sopa caliente en la
        cara|le tiro agua caliente a mi hija`),
    ),
  ).toEqual([]);
  expect(
    heard(
      listed(`se me dio vuelta la olla de porotos encima|se me cayo el cafe caliente en la falda|me queme con el aceite de las
        sopaipillas|me mando la receta de la sopa|la garzona me tiro el cafe caliente sin querer|me echo aceite en la ensalada`),
    ),
  ).toEqual([]);
});

test('that she will die of him is heard in whatever words, and no heat, work, laughter or film kills', () => {
  expect(
    unheard(
      listed(`si sigo aqui me muero|siento q me voy a morir si sigo aqui|voy a ser la proxima del matinal|algun dia me van a
        encontrar en un saco|de esta no me salvo|me quedan dias con este tipo|me siento en el corredor de la muerte|cualquier dia
        me mata|si no salgo de aqui me mata|voy a terminar en un cajon|tengo los dias contados con el|no paso de esta noche|voy a
        ser otra mas de la lista de femicidios|me va a mandar al cementerio|duermo con mi asesino`),
    ),
  ).toEqual([]);
  expect(
    heard(
      listed(`si sigo aqui me muero de calor|me muero de aburrimiento si sigo en esta reunion|si sigo en esta pega me muero|me voy
        a morir de la risa|voy a ser la proxima mamá del grupo|voy a ser la proxima en postular|de esta no me salvo, reprobé el
        ramo|me quedan 3 dias de vacaciones|me quedan dias con este tipo de licencia|vi una pelicula del corredor de la muerte`),
    ),
  ).toEqual([]);
});

test('cries of another are heard by a number, by what she is called, and on a line that went dead', () => {
  expect(
    unheard(
      listed(`hay gritos en la casa 14 de la manzana C|se escucha como la insulta y la niñita llora en el 31|la cabra de al lado
        grita q pare|mi hija me llamo y se corto y se escuchaban gritos|mi hermana me llamo llorando y se corto|se siente que la
        golpea|hay una pelea en la casa del lado|la niña de arriba grita que no`),
    ),
  ).toEqual([]);
  expect(
    heard(
      listed('hay gritos en la tele|hay gritos de gol en la casa de al lado|mi hija me llamo y se corto la llamada'),
    ),
  ).toEqual([]);
});

test('fire, water, a limb out of place, men brought along, a motel, her pension, flight', () => {
  expect(
    unheard(
      listed(`tiro una molotov|me hundio en la piscina|me metio la cabeza en el water|se me salio el hombro|se me zafo la
        mandibula|trajo a los amigos y quieren que baje|vino con unos compadres curados y me obligan a tomar|me llevo al motel y
        no era pa conversar|me hicieron de todo en la fiesta|me pasaron entre todos|mi nieto me quita la jubilacion y me
        empuja|mi hijo me pega y me saca la pension|quien me puede venir a buscar ahora ya|ando arrancando|me escape recien de
        la casa`),
    ),
  ).toEqual([]);
  expect(
    heard(
      listed(`en la marcha tiraron una molotov|me tiro a la piscina jugando|se me salio el hombro jugando basquetbol|trajo a los
        amigos y quieren que baje a comer torta|me llevo al motel para nuestro aniversario|me hicieron de todo en el spa|quien me
        puede venir a buscar los papeles ahora|ando arrancando de la lluvia|estoy arrancando un negocio`),
    ),
  ).toEqual([]);
});

test('a thing that he left or keeps somewhere is no woman, and how he left her is', () => {
  const another = (text: string): boolean => reads(text, 'hurts-another');
  expect(
    listed('la dejo en el velador|la dejo tirada en el canal|la tiene en el cajon|la dejo en la mesa').filter(another),
  ).toEqual([]);
  const left = listed('la dejo encerrada|la dejo amarrada|la dejo tirada sangrando|la tiene encerrada en la pieza');
  expect(left.filter(text => !another(text))).toEqual([]);
});

test('the knife of her kitchen is no weapon', () => {
  const armed = (text: string): boolean => reads(text, 'weapon');
  expect(
    listed('me corte con el cuchillo pelando papas|me corte el dedo con el cuchillo picando').filter(armed),
  ).toEqual([]);
  expect(
    listed('tiene un cuchillo|me corto con el cuchillo|me defiendo con el cuchillo?').filter(text => !armed(text)),
  ).toEqual([]);
});
