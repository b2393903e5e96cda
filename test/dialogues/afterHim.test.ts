/**
 * She said that he is there. In whatever place of the talk, what shows then on her screen is nothing, or a word that anybody may
 * see; and so it stays for all that he may write as well as she, until she writes what only she would.
 */
import { describe, expect, test } from 'vitest';
import { answerTo, listed, seen, seenInChains } from '../support/afterHim.js';

/** Seconds between her messages: quick, or so slow that what was asked is left for people. */
const SLOWLY = 200;

/** What she wrote before, and so where the talk stands. */
const PLACES: Record<string, string[]> = {
  'whether it is safe': ['hola'],
  menu: ['hola', 'si'],
  'a question answered': ['hola, quiero saber como pido pension de alimentos'],
  'the danger question': ['hola', 'mi marido me pega'],
  queue: ['hola, quiero hablar con una persona', 'si'],
  booking: ['quiero hablar con una psicologa por telefono', 'si'],
  rest: ['como pido pension de alimentos', 'si', '5', 'salir'],
  emergency: ['sos'],
  'emergency with an address': ['me esta pegando, estoy en Los Aromos 77 Maipú'],
  'emergency taken back': ['sos', 'no era nada'],
};

const HE_IS_THERE = `llamó el conserje, que viene subiendo mi ex|mi ex quiere subir, lo tengo en el citofono|
  esta aqui|ahi viene|está él|no, está él|no puedo, está mi marido|me quitó el celu|ta al lao|llego|viene
  subiendo|shh|me esta mirando|está leyendo esto|me pidió el teléfono|quiere ver mi celu|esta detras mio|escucho la
  llave|abrio la puerta|entró|he is here|my husband just came in|he is reading this|ele chegou|ele esta aqui|li la|mari m
  la|no me escribas, está aquí|está en la pieza conmigo|se desperto mi marido|volvió|me pillo|está curado y viene para
  acá|un segundo q llego|dame 5 q viene|ahi vuelvo, llego|un ratito, acaba de llegar|one sec he just got back|esta al lado no puedo hablar|despues sigo, esta aca|no estoy sola|estamos juntos|ando con el|me va a quitar el
  telefono|no contesten|ojo que lee|el lee todo|tiene mi celular|me obliga a mostrarle
  el chat|quiere que le muestre los mensajes|tengo que mostrarle el celular|me hace abrir el whatsapp delante de él|me esta
  haciendo leerle todo|va a leer esto|quiere leer lo que escribo|me exige ver el chat|me obliga a desbloquear el celu|dice
  que le muestre con quien hablo|pregunta con quien hablo|pregunta quien eres|he's making me show him the chat|me obriga a
  mostrar a conversa|te borro, viene subiendo|borro esto, ya viene|llegó, borro todo|borrando que llegó|vou apagar, ele
  vem|m ap efase sa, l ap vini|Tengo q dejar el celu|voy a soltar el telefono|I have to put the phone down|Apago el
  telefono|prendió la luz|me está vigilando|voy en el auto con el por la ruta 68|me subio al auto, vamos por
  la ruta 5 al sur|me tiene en la camioneta, vamos por la 5 sur|me lleva en el auto a la costa|vamos en su camioneta, no me
  deja bajar|me subió al auto|no me deja bajar del auto|he won't let me out of the car|me está exigiendo la clave|me obliga a
  darle la clave|me pide que le desbloquee|si, llego el viejo|no, volvió el caballero|si gracias, siento
  el auto|persona pero el esta aqui|nadie, espera llego el|el al lado mio|apareció el innombrable|yes thanks, he's back|parece que es el|espera, es el|uy es mi
  marido|se siente el auto de mi marido|golpearon, voy a ver quien es|ta conmigo|lo tengo sentado al lado|llegó, viene en el ascensor|me esta
  preguntando quien es|pregunta q quien es|me pide explicaciones por el celu|cree que le escribo a otro|sospecha|me toco
  la puerta que con quien hablo|que con quien estoy chateando dice|golpeo el baño q q hago tanto rato|ladro el perro, es
  el|ropa tendida|PERSONA el esta mirando|si pero esta mirando|esta viendo tele aca conmigo|ele ta olhando|ele quer meu
  celular|mejor no me llamen el esta en la casa con licencia|mejor no, mi marido esta aqui con licencia|cancelen la llamada
  el se quedo en la casa hoy|uy no mejor no me llamen que esta en la casa|no llamen nunca, el me pillo|no, llego el
  caballero|mi marido esta aqui con licencia|ta abriendo la puerta|esta abriendo la reja|ta entrando|está entrando|entrando|ta abriendo|metio la
  llave|ta metiendo las yaves en la chapa|se está abriendo la puerta|siento que abre la puerta|hes opening the
  door|he's unlocking the door|the door just opened|ele ta abrindo a porta|enfiou a chave na porta|l ap louvri pot la|ya salio
  de la ducha, paren|se levanto de la siesta|viene saliendo del baño|cortó el agua, paren|ya salio, paren|hes out. stop|he got out
  of the shower, dont text|he is coming out of the bathroom, dont answer|ele saiu do banho, parem|li soti nan douch la, rete`;

/** He is beside her, told by his body, by what she lies on, or by an order about her telephone; or he reads it from afar. */
const TOLD_BY_BODY = `se sento en la cama|se metio en mi cama|se vino a acostar al lado mio|esta acostado aca en la misma cama|me abrazo por
  detras|me esta haciendo cariño|entro a la cocina donde estoy|esta parado en el marco de la puerta|ya acosto a los niños viene
  pa la pieza|me mira de reojo|me grita que suelte el telefono|dice q deje el telefono|quiere ver q escribo|pregunta si le escribo a
  otro|esta conectado a mi wasap|puso una app espia en mi celular|he is in bed next to me|he told me to put my phone down|ele
  sentou do meu lado|li chita bò kote m|não posso escrever|mwen pa ka ekri`;

/** In an open emergency or at the danger question it is for us, or of him; elsewhere a word like any other. */
const HALTS = `paren|para porfa|stop|please stop|basta|cortó el agua|tiró la cadena|hes out|shower stopped|entrando|abriendo|parem|rete`;

/** The same in one breath with what he does to her. */
const AT_HER_SIDE = `el esta aca conmigo en la pieza, me tiene amenazada|está al lado mio y me pegó|está sentado al frente mío, me
  pegó|esta en la misma pieza conmigo, no puedo hablar|estoy sentada al lado de el y me amenaza|estoy acostada al lado de él, me
  pegó|lo tengo al lado, me amenazó|me pego y esta aqui sentado al lado|estoy en el auto con él, vamos en la ruta 68, dice q nos va
  a matar a los dos|hes in the same room, he threatened me|he is sitting next to me, he hit me|im in the car with my husband and he
  says he will kill us|ele está do meu lado e me bateu|li chita bo kote m, li frape m`;

/** Where danger was told, he comes; elsewhere it is a call for help. */
const HE_BREAKS_IN = `quebró el vidrio|está rompiendo la puerta|le está dando patadas a la reja|está saltando la reja|quiere botar
  la puerta|trata de entrar|esta forzando la chapa|he is breaking the door|vamos en su camioneta|no me deja bajar|no para el auto`;

/** In an open emergency; before it the same words open one, or are asked about. */
const HE_GOT_IN = `mi hija le abrió la puerta al papá|mi suegra le abrió la puerta a él|el conserje lo dejó subir|
  se metio|ya ta adentro|logro abrir|me encontro escondida|se metió por la ventana|rompió la chapa y
  entró|está dentro de la casa|kebro el vidrio y entro|abrio la puerta de la cocina|mi hijo le abrio|la boto|lo logro, esta
  aca|el maneja|el va manejando|mi marido maneja|estamos en pana con el|no me deja bajarme del auto|esta conmigo|me esta abrazando|esta sentado aqui|esta acostado conmigo|estamos en la misma pieza|he broke in|entró por
  la ventana con un cuchillo`;

/** In an open emergency: of her, who writes; before it the same words may be of any woman. */
const TELLS_OF_HER = `perdon mi polola esta media loca|ella se quedo dormida|ella toma remedios y delira|se le cruzaron los
  cables a la mina|la loca siempre hace lo mismo|disculpe a la señora esta con copete|la patrona ta durmiendo|ella no esta
  pa hablar|es mentira lo que puso|ella esta en la ducha le dejo recado?|my wife is drunk sorry|ela esta dormindo`;

/** What he writes plainly: in an open emergency that tells of him, and after a talk in which she asked something and was answered. */
const HIS_PLAINLY = `hola soy Pedro|habla Juan Carlos|buenas tardes, mi nombre es Ricardo|aqui habla el dueño de casa|habla la
  pareja de la señora|este telefono es mio|amor donde estas|gorda estas ahi|amor llamame|jajaja orden de alejamiento te voy a
  dar|asi que orden de alejamiento ah|borren todo lo q ella puso|q tanto escribe esta mujer|ella no va a ir a ninguna parte|la
  señora ya no necesita nada|perdonen a mi señora, toma pastillas y no sabe lo que escribe|babe where are you|this is
  Robert|my wife is not going anywhere|a quien queri denunciar|q le fuiste a decir|con quien hablas mijita|no me digas q estas
  pidiendo ayuda|te pille|quien te pega a ti|ella se pego sola|mentira, yo nunca le he pegado|dejen tranquila a mi familia|aca
  no pasa nada, somos un matrimonio normal|hola soy el Pato, la Caro esta durmiendo`;

const MAY_BE_HIS = `ok|ya|hola|hola quien habla|alo|si|no|quien es|que es esto|con quien hablai weon|de donde sacaste este
  numero|jaja|👍|?|...|mi amor te llamo después|gracias|te equivocaste|dale|todo bien|todo bien no era nada|era
  broma|falsa alarma|mañana te digo|hablamos|no te entiendo|que quieres|no molestes|no escribas mas a mi señora|cuanto
  sale el pan|estoy ocupada|estoy trabajando|chao|soy yo|soy yo de nuevo|ella no esta|no esta|ella duerme|soy su
  marido|contesta|que pasa|nada|jaja era un juego|de que se trata|quien te dio mi numero|te voy a denunciar|mi señora esta
  bien|somos felices|lo tiene él|lo agarre yo|sip|oye|what|who is this|im fine|estoy bien gracias|todo tranquilo|ya esta`;

const HERS = `ya se fue|ya puedo|ahora puedo escribir|estoy sola|ya salió a trabajar|se durmió|ayuda|sos|Los Olmos 12
  Ñuñoa|estoy en Los Olmos 12 Ñuñoa`;

describe.each([
  ...Object.entries(PLACES).map(([place, before]) => ({ place, before, everyS: 30 })),
  { place: 'the danger question, left unanswered', before: PLACES['the danger question']!, everyS: SLOWLY },
])('$place', ({ before, everyS }) => {
  test('that he is there, in many words, is met with silence, and people are told', async () => {
    expect(await seen(before, listed(HE_IS_THERE), everyS)).toEqual([]);
    for (const text of [
      'esta aqui',
      'me quitó el celu',
      'no estoy sola',
      'me obliga a mostrarle el chat',
      'apago el telefono',
    ])
      expect({ text, ...(await answerTo([...before, text], everyS)) }).toMatchObject({ text, told: true });
  });

  test('that he is at her side, told with what he does, is met with silence, and people are told', async () => {
    for (const text of listed(AT_HER_SIDE))
      expect({ text, ...(await answerTo([...before, text], everyS)) }).toMatchObject({ text, said: [], told: true });
  });

  test('what he may write as well as she shows nothing of what was said', async () => {
    expect(await seen([...before, 'esta aqui'], listed(MAY_BE_HIS), everyS)).toEqual([]);
  });

  test('what only she would write is answered', async () => {
    for (const text of listed(HERS)) {
      const { said } = await answerTo([...before, 'esta aqui', text], everyS);
      expect({ text, lines: said.length }).toEqual({ text, lines: 1 });
    }
  });
});

test.each(['menu', 'rest', 'the danger question', 'emergency', 'emergency with an address'])(
  '%s: that he is beside her, told by his body or by an order about her telephone, is met with silence, and people are told',
  async place => {
    for (const text of listed(TOLD_BY_BODY))
      expect({ text, ...(await answerTo([...PLACES[place]!, text], 30)) }).toMatchObject({
        text,
        said: [],
        told: true,
      });
  },
);

/** Each is once the first, once the second, once the third word that he may have written. */
const WEAK =
  listed(`ya|ok|si|no|hola|nada|todo bien|.|x|a|jj|?|k|gracias|bueno|listo|mmm|👍|que pasa|soy yo|no se|sim|não|tudo
  bem|oi|wi|non|bonjou|yes|nope|hello|nothing|quien es|no era nada`);
const CHAINS = WEAK.map((text, i) => [text, WEAK[(i + 7) % WEAK.length]!, WEAK[(i + 19) % WEAK.length]!]);

test.each(['the danger question', 'emergency', 'emergency with an address'])(
  '%s: one weak word after the other shows nothing of what was said, until a word is surely hers',
  async place => {
    const before = [...PLACES[place]!, 'llego'];
    expect(await seenInChains(before, CHAINS)).toEqual([]);
    for (const cannot of ['no puedo escribir', 'não posso escrever', 'mwen pa ka ekri', "i can't write"])
      expect(await seenInChains(before, [[cannot, 'ok', 'no']])).toEqual([]);
    for (const hers of ['ya se fue', 'estoy en Los Olmos 12 Ñuñoa', 'sos'])
      expect({ hers, lines: (await answerTo([...before, 'ya', 'ok', hers], 30)).said.length }).toEqual({
        hers,
        lines: 1,
      });
  },
);

test.each(['the danger question', 'emergency', 'emergency with an address'])(
  '%s: that he breaks in, or drives her, is met with silence, and people are told',
  async place => {
    for (const text of listed(HE_BREAKS_IN))
      expect({ text, ...(await answerTo([...PLACES[place]!, text], 30)) }).toMatchObject({
        text,
        said: [],
        told: true,
      });
  },
);

test.each(['the danger question', 'emergency', 'emergency with an address'])(
  '%s: a bare word that we are to stop, or that what he was away with is over, is met with silence, and people are told',
  async place => {
    for (const before of [PLACES[place]!, [...PLACES[place]!, 'se esta bañando']])
      for (const text of listed(HALTS))
        expect({ text, ...(await answerTo([...before, text], 30)) }).toMatchObject({ text, said: [], told: true });
  },
);

test('in a calm talk it is answered, unless he was told of', async () => {
  for (const text of listed('paren|stop|basta|se cortó el agua|ya terminó')) {
    const { said } = await answerTo([...PLACES.menu!, text], 30);
    expect({ text, answered: said.length > 0 }).toEqual({ text, answered: true });
  }
  expect(await seen([...PLACES.menu!, 'esta aqui'], listed('paren|stop|cortó el agua|hes out'), 30)).toEqual([]);
});

test('danger where somebody else is beside her, or he is not, is asked about', async () => {
  for (const text of listed(`me pegó y mi mamá está al lado mío|mi hermana esta conmigo, el me pego|no esta al lado mio, me pegó|vive
    al lado y me amenazó|my sister is next to me, he hit me|he isn't next to me, he hit me`)) {
    const { said, told } = await answerTo([...PLACES.menu!, text], 30);
    expect({ text, lines: said.length, told }).toEqual({ text, lines: 1, told: true });
  }
});

test('a drive of every day, and what a bank or a page asks for, is answered', async () => {
  const calm = `vamos en su camioneta a buscar a mi hija|me lleva mi hermana en el auto a la costa|el banco me está exigiendo la
    clave|la plataforma del colegio me exige la clave|me pide la clave unica|se me quebró el vidrio del celular`;
  for (const text of listed(calm)) {
    const { said } = await answerTo([...PLACES.menu!, text], 30);
    expect({ text, answered: said.length > 0 }).toEqual({ text, answered: true });
  }
});

test.each(['emergency', 'emergency with an address'])(
  '%s: that he got in, or another who tells of her, is met with silence, and people are told',
  async place => {
    for (const text of [...listed(HE_GOT_IN), ...listed(TELLS_OF_HER)])
      expect({ text, ...(await answerTo([...PLACES[place]!, text], 30)) }).toMatchObject({
        text,
        said: [],
        told: true,
      });
  },
);

test.each([
  ['emergency with an address', PLACES['emergency with an address']!],
  ['a question answered', ['como pido una orden de alejamiento']],
])('%s: what he writes plainly is met with silence, and people are told', async (_, before) => {
  for (const text of listed(HIS_PLAINLY))
    expect({ text, ...(await answerTo([...before, text], 30)) }).toMatchObject({ text, said: [], told: true });
});

test('a man who asks for his sister, a woman who gives her name, and who is warm are answered', async () => {
  for (const text of listed(`hola soy Pedro, quiero saber por mi hermana|me llamo Juana|gracias mi amor|se llama Juan
    Perez|esta wea no sirve|asi que quiero una orden de alejamiento|este telefono es mio, el no lo ve`)) {
    const { said } = await answerTo(['como pido una orden de alejamiento', text], 30);
    expect({ text, answered: said.length > 0 }).toEqual({ text, answered: true });
  }
  for (const text of listed('hola soy Pedro|hola mi amor como estas')) {
    const { said } = await answerTo([text], 30);
    expect({ text, answered: said.length > 0 }).toEqual({ text, answered: true });
  }
});

test('in his car, whether she may get off is asked of nobody: it is met with silence, and people are told', async () => {
  for (const before of ['el maneja', 'mi marido va manejando', 'en pana con el'])
    for (const text of ['no puedo bajarme', 'me bajo aqui?', 'no puedo bajar'])
      expect({ text, ...(await answerTo(['sos', before, text], 30)) }).toMatchObject({ text, said: [], told: true });
  expect((await answerTo(['sos', 'voy en la micro y me siguen', 'me bajo o sigo?'], 30)).said.join()).toContain('luz');
});

test('in an open emergency, who fears to be seen writing is asked nothing, and who waits for us is told more than a greeting', async () => {
  const fears = listed('No quiero que me pille escribiendo|si me ve escribiendo me mata|que no me vea con el cel');
  expect(await seen(PLACES.emergency!, fears, 30)).toEqual([]);
  for (const text of listed('contéstenme|contesten po!!|oigan contesten|respondanme')) {
    const { said } = await answerTo([...PLACES.emergency!, text], 30);
    expect({ text, neutral: said.filter(line => line.startsWith('Hola')), lines: said.length }).toEqual({
      text,
      neutral: [],
      lines: 1,
    });
    expect(await seen([...PLACES.emergency!, 'esta aqui'], [text], 30)).toEqual([]);
  }
  for (const text of listed('mi hijo esta conmigo|no, ahora no estoy con el|no estoy con el ahora|no logro abrir'))
    expect({ text, lines: (await answerTo([...PLACES.emergency!, text], 30)).said.length }).toEqual({ text, lines: 1 });
});

/** A call on the way: its hour is asked, shown, kept for her, and booked. */
const HOURS: Record<string, string[]> = {
  'the hours that are shown': ['si quiero la llamada de apoyo', 'mañana en la tarde'],
  'the number': ['si quiero la llamada de apoyo', 'mañana en la tarde', '1'],
  'the receipt': ['si quiero la llamada de apoyo', 'mañana en la tarde', '1', 'si este', 'si'],
  'a booked call': ['si quiero la llamada de apoyo', 'mañana en la tarde', '1', 'si este', 'si', 'no'],
};

describe.each(Object.entries(HOURS))('%s', (_, before) => {
  test('a call that is refused as he is there is met with silence, and people are told', async () => {
    for (const text of listed(`mejor no me llamen el esta en la casa con licencia|mejor no, mi marido esta aqui con
      licencia|cancelen la llamada el se quedo en la casa hoy|uy no mejor no me llamen que esta en la casa|no llamen nunca,
      el me pillo|no, llego el caballero|mi marido esta aqui con licencia`))
      expect({ text, ...(await answerTo([...before, text], 30)) }).toMatchObject({ text, said: [], told: true });
  });

  test('on what condition she may be called is noted, and people are told: nothing is called off', async () => {
    for (const text of listed('no me llamen si contesta un hombre|no me llamen si el contesta corten')) {
      const { said, told } = await answerTo([...before, text], 30);
      expect({ text, first: said[0], told }).toEqual({
        text,
        first: 'Anotado. Lo va a leer una persona del equipo.',
        told: true,
      });
      expect(said.filter(line => /anulada|Gracias por confiar/.test(line))).toEqual([]);
    }
  });
});

test('what is asked of those who come, and that help came, is answered, and people are told', async () => {
  for (const text of ['ya viene alguien?', 'viene alguien o no'])
    for (const place of ['emergency', 'emergency with an address']) {
      const { said, told } = await answerTo([...PLACES[place]!, text], 30);
      expect({ text, said: said[0]?.slice(0, 36), told }).toEqual({
        text,
        said: 'No lo sé, y no lo puedo prometer. Si',
        told: true,
      });
    }
  for (const text of ['llego carabineros gracias', 'llego mi hermano ya estoy bien']) {
    const { said, told } = await answerTo([...PLACES.emergency!, text], 30);
    expect({ text, asked: said.filter(line => /Dónde estás|Quién está/.test(line)), lines: said.length, told }).toEqual(
      {
        text,
        asked: [],
        lines: 1,
        told: true,
      },
    );
  }
  expect(await answerTo([...PLACES.emergency!, 'viene alguien'], 30)).toEqual({ said: [], told: true });
});
