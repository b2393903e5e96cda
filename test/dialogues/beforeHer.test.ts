/**
 * In an open emergency he is before her eyes, awake in her room, holds her or a weapon at her body, or writes himself to those who
 * come: what shows on her screen is nothing, and people are told. The table of what follows is afterHim.test.ts.
 */
import { expect, test } from 'vitest';
import { answerTo, listed } from '../support/afterHim.js';

/** What she wrote before, and so where the talk stands. */
const PLACES: Record<string, string[]> = {
  menu: ['hola', 'si'],
  'the danger question': ['hola', 'mi marido me pega'],
  emergency: ['sos'],
  'emergency with an address': ['me esta pegando, estoy en Los Aromos 77 Maipú'],
};

/** In an open emergency: she has him before her eyes, or he her; before it "ahí está" is of anything. */
const IN_VIEW = `ahi esta|ahí está|ahi ta|ahi esta el|ahi esta denuevo|ahi esta otra vez|aca esta|es el|ahi lo veo|there he
  is|hes there|thats him|olha ele ai|é ele|men li|el dentro ya|el adentro|ya adentro|el ahora aqui|el esta pieza|me mira|me
  miro|me mira feo|he looks at me|ele me olhou|l ap gade m`;

/** The same: he holds her, or a weapon at her body; before it the same words open one. */
const HOLDS_HER = `me tiene la pistola en la cabeza|me tiene el cuchillo en el cuello|me puso el cuchillo en la guata|me apunta
  con la escopeta|me tiene contra la pared|me tiene en el suelo|me tiene del cuello|me tiene apuntada|me esta apuntando|me tiene
  amarrada|me tiene el cuchillo en el cuello en la pieza de atras|he has a knife to my throat|he is pointing the gun at me|he has
  me by the hair|he tied me up|ele ta com a faca no meu pescoço|ele esta apontando a arma pra mim|ele me amarrou na cama|li mete
  kouto nan kou m|l ap vize m ak zam|li kenbe m nan kou`;

/** Awake, and in a room with her, as the deaf write it, too. */
const IN_ROOM = `el dentro|marido aqui|marido aca|el aca|estamos en la cama|estamos acostados|ta despierto|esta despierto|ya
  esta despierto|sigue despierto|esta con los ojos abiertos|hes awake|ele ta acordado|li pa domi`;

/** In an open emergency that tells of him; elsewhere a woman may write it. */
const HIS_TO_COMERS = `no vengan, soy el dueño|todo bien por aca señorita|a q pacos mandaron|dejen de molestar|borra esa
  wea|dame ese telefono|y esto q es, denuncias?`;

test.each(['menu', 'the danger question', 'emergency with an address'])(
  '%s: that he is awake, or in her room or bed, is met with silence, and people are told',
  async place => {
    for (const text of listed(IN_ROOM))
      expect({ text, ...(await answerTo([...PLACES[place]!, text], 30)) }).toMatchObject({
        text,
        said: [],
        told: true,
      });
  },
);

test.each(['emergency', 'emergency with an address'])(
  '%s: that he is in view, holds her or a weapon at her, is met with silence, and people are told',
  async place => {
    for (const text of [...listed(IN_VIEW), ...listed(HOLDS_HER)])
      expect({ text, ...(await answerTo([...PLACES[place]!, text], 30)) }).toMatchObject({
        text,
        said: [],
        told: true,
      });
  },
);

test('in an open emergency, who did so and went, held her once, or is another, is answered', async () => {
  for (const text of listed(`me puso el cuchillo en el cuello y se fue|me tuvo del cuello|ayer me apunto con la pistola|tiene un
    cuchillo|mi hijo esta despierto|ahi esta mi mama|me tiene encerrada|me agarro del pelo y me pego`))
    expect({ text, lines: (await answerTo([...PLACES['emergency with an address']!, text], 30)).said.length }).toEqual({
      text,
      lines: 1,
    });
  for (const text of listed('ahi esta|es el|me mira feo'))
    expect({ text, answered: (await answerTo([...PLACES.menu!, text], 30)).said.length > 0 }).toEqual({
      text,
      answered: true,
    });
});

test('in an emergency that tells of him, what he writes to those who come is met with silence, and people are told', async () => {
  for (const text of listed(HIS_TO_COMERS))
    expect({ text, ...(await answerTo([...PLACES['emergency with an address']!, text], 30)) }).toMatchObject({
      text,
      said: [],
      told: true,
    });
  for (const text of listed('dame ese telefono|borra esa wea')) {
    const { said } = await answerTo([...PLACES.menu!, text], 30);
    expect({ text, answered: said.length > 0 }).toEqual({ text, answered: true });
  }
});
