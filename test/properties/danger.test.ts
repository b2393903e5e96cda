/**
 * Danger is treated alike wherever no person has her: in the menu, at a sheet, a survey, a booking, in the queue by day and by
 * night, and when the talk is closed. With the senses that ship, what sounds of danger is never met by a mere receipt, nor by
 * silence without an emergency; her yes opens, and so does where she is.
 */
import fc from 'fast-check';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSource, readProtocolFolder, running } from '../../bot/publish.js';
import { ROOT } from '../../bot/root.js';
import { readTrained } from '../../bot/sense/trained.js';
import { compile } from '../../flows/compile.js';
import { UNSURE } from '../../flows/danger/dangerQuestion.js';
import { kindOf } from '../../flows/steps/index.js';
import { Talk } from '../support/talk.js';

const { protocol, senses } = running(
  parseSource(readProtocolFolder(path.join(ROOT, 'protocols', 'whatsapp-mujer'))),
  readTrained(ROOT),
);
const compiled = compile(protocol);

// ---- where she may be ------------------------------------------------------------------------------------------------------

const at = Date.UTC(2026, 2, 3, 18);
const says =
  (...texts: string[]) =>
  (talk: Talk): void =>
    texts.forEach(text => talk.says(text));
/** Nobody of the people is there from here on. */
const atNight =
  (then: (talk: Talk) => void) =>
  (talk: Talk): void => {
    Object.assign(talk.world, { staffed: false, open: false });
    then(talk);
  };
const PERSON = 'quiero hablar con una persona';
const BOOKS = ['hola', 'sí', 'quiero pedir hora para la llamada de apoyo', 'no'];

const STATES: Record<string, (talk: Talk) => void> = {
  'she never wrote before': says(),
  'asked whether it is safe': says('hola'),
  'in the menu': says('hola', 'sí'),
  'a sheet was given to her': says('hola', 'sí', 'cómo saco la clave única'),
  'she is offered the call': says('hola', 'sí', 'me siento muy triste'),
  'asked when she can be called': says(...BOOKS),
  'choosing an hour': talk => {
    says(...BOOKS, 'mañana en la tarde')(talk);
    talk.does({ type: 'SLOTS', slots: [{ at, staff: 'eva' }], asked: true, near: false });
  },
  'in the queue': says(PERSON),
  'in the queue, and quiet a while': talk => {
    says(PERSON)(talk);
    talk.passes('20m');
  },
  'in the queue, answered by a sheet': says('hola', 'sí', PERSON, 'cómo saco la clave única'),
  'in the queue, and she wrote much': says(PERSON, 'espero', 'gracias', 'ya', 'cuánto falta', 'bueno'),
  'in the queue, asked whether it is safe': says('quiero saber en que esta mi denuncia rit 45-2026'),
  'in the queue at night': atNight(says(PERSON)),
  'in the queue at night, and she does not know when': atNight(says(PERSON, 'no sé')),
  'in the queue, after a no to danger': says('hola', 'sí', 'mi marido me pega', 'no'),
  'in the queue, and the danger question unanswered': talk => {
    says('hola', 'sí', 'mi marido me pega')(talk);
    talk.passes('2m');
  },
  'not safe, and quiet': says('hola', 'no'),
  'she asked to wait': says('hola', 'sí', 'espera'),
  'the survey is on her screen': talk => {
    says('hola', 'sí', 'cómo saco la clave única', 'sí', 'no')(talk);
  },
  closed: talk => {
    says('hola', 'sí')(talk);
    talk.passes('2d');
  },
};

// ---- what she writes -------------------------------------------------------------------------------------------------------

/** Words of alarm; what the models take for imminent, or high; what is listed as danger that may be now. */
const PHRASES = [
  ...['me va a matar', 'tiene un cuchillo', 'me está pegando', 'quiere quemar la casa'],
  ...['nos tiene arrodillados', 'quiere tirar la guagua x el balcon', 'abrio el gas', 'voy a saltar por la ventana'],
  ...['los niños estan gritando', 'ayuden a mi vecina', 'apuntó a mi mamá con la escopeta'],
  ...['me tiene de rehen', 'me sigue en la moto', 'tengo q arrancar ahora', 'me quiere llevar a la fuerza'],
  ...['llamen a los pacos', 'llamen a carabineros', 'llamen', '133', 'llamen a la policia'],
  ...['can you call the cops', 'can someone call 911 for me', 'the cops', 'podrian llamar a carabineros porfa'],
  ...['pode chamar a policia', 'eske ou ka rele lapolis pou mwen', 'mwen anvi mouri', 'ansyen mari m ap suiv mwen'],
  ...['mi prima no contesta, contesta el marido por ella', 'me llego un wsp de mi amiga q dice ayuda y nada mas'],
  ...['hay un hombre parado afuera de mi casa', 'tengo miedo de que me mate', 'me amenazó con matarme'],
];
const ADDRESS = 'av matta 455 santiago';

/** He is there, in answer to whether there is danger. */
const PRESENT = [
  'esta aqui ahora',
  'está acá',
  'esta aca en la casa',
  'esta al lado',
  'esta conmigo',
  'viene',
  'lo tengo al lado',
];

/** She talks of the waiting, or of nothing. */
const CALM = [
  ...[
    'gracias',
    'ya',
    'espero',
    'cuánto falta',
    'bueno',
    'ok',
    'por favor',
    'ya espero',
    'estoy esperando',
    'sigo aqui',
  ],
  ...[
    'hola',
    'hay alguien',
    'llevo una hora esperando',
    'hasta cuando espero',
    'ya po contesten',
    'no puedo esperar más',
  ],
  ...['muchas gracias señorita', 'quedo atenta', 'no hay apuro', 'a qué hora atienden', 'si', 'no', 'no sé', '👍'],
];

/** What for to live on, what she would do it with; and, beside when his order ends, that he is about again. */
const DIES = [
  ...['me cansé, mejor me muero y listo', 'estoy aburrida, mejor me muero y chao', 'pa que seguir viviendo'],
  ...['de que sirve vivir', 'ya tengo la soga', 'whats the point of living', 'melhor eu morrer', 'pito m mouri'],
  ...[
    'mwen fatige viv',
    'mwen fatige ak lavi sa',
    'm pa ka viv anko',
    'ansyen mennaj mwen devan kay la',
    'ex mwen deyo a',
  ],
  ...['mi mama me mando el emoji que acordamos', 'le escribo a mi hija y me responde su pololo', 'lapolis'],
  ...['cuando vence la orden de alejamiento? es q ya pasaron 6 meses y anda rondando'],
];
const LIVES = [
  ...['mejor me muero de risa', 'me muero de hambre', 'de que sirve denunciar', 'para que seguir con el curso'],
  ...['mwen anvi mouri grangou', 'ansyen mari mwen ap travay deyo'],
  ...['my friend called the cops last year', 'vi 911 en una pelicula', 'como llamo a carabineros'],
  ...['mi hermana me mando la ubicacion de la fiesta', 'mi marido contesta el telefono'],
  ...['compre veneno para los ratones', 'tengo cuerdas de guitarra', 'cuando vence la orden de alejamiento?'],
];

/** Neither a yes nor a no to whether there is danger. */
const WEAK = [
  ...[
    'un poco',
    'harto',
    'a veces',
    'puede ser',
    'no sé',
    'aja',
    'mucho',
    'mas o menos',
    'dsp de las 8 si',
    'ok',
    'claro',
  ],
  ...['caleta', 'a ratos', 'depende', 'a little', 'kinda', 'um pouco', 'yon ti kras'],
];
/** The question stands beside a sheet, in its place in a step, or alone. */
const ASKED: Record<string, (talk: Talk) => void> = {
  'beside a sheet': says('hola', 'sí', 'mi ex me manda 40 wsp al dia y me dice q me va a encontrar'),
  'beside another sheet': says('hola', 'sí', 'me amenaza con mandar mis fotos sin ropa a mi pega'),
  'in place of an offer': says('hola', 'sí', 'quiero hora con sicologa', 'no', 'mal, me amenaza'),
  'in place of the menu': says('hola', 'sí', 'me da miedo mi marido'),
};

const WHERE = Object.keys(STATES);
/** She waits for a person, and no question of danger stands on her screen. */
const WAITS = WHERE.filter(name => name.startsWith('in the queue') && !name.includes('unanswered'));
const phrase = fc.constantFrom(...PHRASES);
const anywhere = fc.constantFrom(...WHERE);

function inState(name: string): Talk {
  const talk = new Talk(compiled, senses);
  STATES[name]!(talk);
  return talk;
}

const isOpen = ({ context }: Talk): boolean => context.marks.emergency;

/** What came of it after so many messages to her: `opened`, `asked` whether there is danger, or what she was told. */
function metWith(talk: Talk, from: number): string {
  if (isOpen(talk)) return 'opened';
  const { step, marks } = talk.context;
  const told = talk.messages.slice(from).map(({ text }) => text);
  const own = step === null ? undefined : protocol.steps[step];
  const asks = step === UNSURE || marks.guess === 'asked' || !!(own && kindOf(own)?.asksDanger);
  return asks && told.some(text => /peligro|danger|perigo|danje/i.test(text) && text.includes('?'))
    ? 'asked'
    : told.join(' ');
}

function writes(where: string, text: string): { talk: Talk; met: string } {
  const talk = inState(where);
  const from = talk.messages.length;
  talk.says(text);
  return { talk, met: metWith(talk, from) };
}

describe('danger, where no person has her', () => {
  test('opens the emergency or is asked about, and her yes opens it', () => {
    fc.assert(
      fc.property(anywhere, phrase, (where, text) => {
        const { talk, met } = writes(where, text);
        expect(met).toMatch(/^(?:opened|asked)$/);
        talk.says('sí');
        expect(isOpen(talk)).toBe(true);
      }),
      { numRuns: 250 },
    );
  });

  test('opens the emergency with where she is after it', () => {
    fc.assert(
      fc.property(anywhere, phrase, (where, text) => {
        const { talk } = writes(where, text);
        talk.says(ADDRESS);
        expect(isOpen(talk)).toBe(true);
        expect(talk.context.place?.street).toBeDefined();
      }),
      { numRuns: 150 },
    );
  });

  test('opens without a word to her where he is beside her', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PRESENT), fc.boolean(), (text, staffed) => {
        const talk = inState('in the menu');
        talk.world.staffed = staffed;
        talk.says('mi marido me pega');
        const from = talk.messages.length;
        talk.says(text);
        expect(isOpen(talk)).toBe(true);
        expect(talk.messages.slice(from)).toEqual([]);
        talk.says('sí');
        expect(talk.messages.length).toBeGreaterThan(from);
      }),
    );
  });

  test('is heard in a yes to a question that she left unanswered', () => {
    const talk = inState('in the queue, and the danger question unanswered');
    talk.says('sí');
    expect(isOpen(talk)).toBe(true);
  });

  test('leads back to the queue with a no', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WAITS), phrase, (where, text) => {
        const { talk, met } = writes(where, text);
        if (met !== 'asked') return;
        talk.says('no');
        expect(talk.at).toBe('@queue');
        expect(talk.context.marks.waits).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test('is not made of ordinary words of who waits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WAITS), fc.constantFrom(...CALM), (where, text) => {
        expect(writes(where, text).met).not.toMatch(/^(?:opened|asked)$/);
      }),
      { numRuns: 150 },
    );
  });

  test.each(DIES)('is asked about in the words that a model hardly hears: %s', text => {
    for (const where of ['in the menu', 'a sheet was given to her', 'she is offered the call'])
      expect(writes(where, text).met).toMatch(/^(?:opened|asked)$/);
  });

  test.each(LIVES)('is not heard in "%s"', text => {
    expect(writes('in the menu', text).met).not.toMatch(/^(?:opened|asked)$/);
  });

  test('is asked about once more where the answer is weak, and opens with a yes to that', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(ASKED)), fc.constantFrom(...WEAK), (where, weak) => {
        const talk = new Talk(compiled, senses);
        ASKED[where]!(talk);
        const from = talk.messages.length;
        talk.says(weak);
        if (!isOpen(talk)) expect(metWith(talk, from)).toBe('asked');
        talk.says('sí');
        expect(isOpen(talk)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  test('is read by a person after two weak answers, and no survey comes of them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(ASKED)), fc.constantFrom(...WEAK), (where, weak) => {
        const talk = new Talk(compiled, senses);
        ASKED[where]!(talk);
        talk.says(weak);
        talk.says(weak);
        if (!isOpen(talk)) expect(talk.at).toBe('@queue');
        talk.says('nada mas');
        expect(talk.messages.map(({ key }) => key).filter(key => key.startsWith('survey'))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  test('opens with a "1" that answers whether there is', () => {
    for (const [where, asks] of Object.entries(ASKED)) {
      const talk = new Talk(compiled, senses);
      asks(talk);
      talk.says('1');
      // The menu above has a "1", too: asked once more.
      if (where === 'in place of the menu') talk.says('sí');
      expect(isOpen(talk)).toBe(true);
    }
  });
});
