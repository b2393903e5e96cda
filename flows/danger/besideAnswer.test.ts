import { describe, expect, test } from 'vitest';
import { universe } from '../../test/support/universe.js';
import type { Says, Talk } from '../../test/support/talk.js';

const shipped = universe();
const SHEET = 'seguro-cesantia';
/** A calm sentence that a model takes for danger, and no word of alarm is in it. */
const GUESS: Says = { sensed: { intent: 'sos', risk: 'high', riskScore: 0.5, sheet: SHEET } };
const UNKNOWN: Says = { sensed: { intent: 'sos', risk: 'high', riskScore: 0.5 } };
const LIKELY: Says = { sensed: { intent: 'sos', risk: 'high', riskScore: 0.8 } };
const WORDS = 'me echaron de la pega';

/** At the menu, where she said that it is safe. */
function atTheMenu(): Talk {
  const talk = shipped.talk();
  talk.says('hola');
  talk.says('sí');
  return talk;
}
const keys = (messages: readonly { key: string }[]): string[] => messages.map(m => m.key);
/** She was answered with a sheet, and asked. */
function answered(): Talk {
  const talk = atTheMenu();
  talk.says(WORDS, GUESS);
  return talk;
}

describe('a bare guess of danger, where what she wrote can be answered', () => {
  test('she gets the answer, and the short question comes last, instead of what the step would ask', () => {
    const turned = atTheMenu().says(WORDS, GUESS);

    expect(keys(turned.messages)).toEqual([`sheet.${SHEET}`, 'safety.in-danger-beside']);
    expect(turned.effects).toContainEqual(
      expect.objectContaining({ type: 'alert', params: expect.objectContaining({ why: 'sensed-high' }) as unknown }),
    );
  });

  test('a list to pick from waits until she answered: a yes could mean either', () => {
    const talk = atTheMenu();
    const sheets = ['faq-donde-denunciar', SHEET].map(id => ({ id, score: 0.5 }));

    const turned = talk.says('una duda de denunciar y de la cesantia', {
      sensed: { intent: 'general_info', confidence: 0.6, risk: 'high', riskScore: 0.5, sheets },
    });

    expect(keys(turned.messages)).toEqual(['safety.in-danger-beside']);
    expect(keys(talk.says('no').messages)).toEqual(['info.which']);
  });

  test('as her first words too', () => {
    const turned = shipped.talk().says(WORDS, GUESS);

    expect(keys(turned.messages)).toEqual(['welcome.first', `sheet.${SHEET}`, 'safety.in-danger-beside']);
  });

  test.each(['no', 'estoy bien', 'yes im safe', 'gracias'])('after "%s" the talk goes on where it was', said => {
    const talk = answered();

    expect(keys(talk.says(said).messages)).toEqual(['info.did-it-help']);
    expect(talk.context.marks.emergency).toBe(false);
  });

  test.each(['ok', 'claro', 'un poco', 'a veces', 'no sé'])(
    '"%s" is no answer: it is asked again, and then a person reads her',
    said => {
      const talk = answered();

      expect(keys(talk.says(said).messages)).toEqual(['safety.in-danger-why']);
      expect(talk.says(said).snapshot.value).toMatchObject({ talk: 'queued' });
    },
  );

  test('a next question is answered, and the danger is asked about no more', () => {
    const talk = answered();

    const turned = talk.says('donde puedo denunciar', {
      sensed: {
        intent: 'general_info',
        sheet: 'faq-donde-denunciar',
        sheets: [{ id: 'faq-donde-denunciar', score: 1 }],
      },
    });

    expect(keys(turned.messages)).toContain('sheet.faq-donde-denunciar');
    expect(keys(turned.messages)).not.toContain('safety.in-danger-now');
  });

  test.each(['si', 'si porque esta tomando', 'tiene un cuchillo', 'ahora mismo', 'estoy en los aromos 114, peñalolen'])(
    '"%s" opens the emergency',
    said => {
      const talk = answered();
      talk.says(said);
      expect(talk.context.marks.emergency).toBe(true);
    },
  );

  test('the next bare guess of the talk is told to people, and not asked about; a stronger one is', () => {
    const talk = answered();
    talk.says('no');

    const next = talk.says('mi mama me cuida los niños', GUESS);
    expect(keys(next.messages)).not.toContain('safety.in-danger-now');
    expect(next.effects.map(e => e.type)).toContain('alert');

    expect(keys(talk.says('no quiero volver a la casa', LIKELY).messages)).toEqual(['safety.in-danger-now']);
  });
});

describe('a likelier guess without a word of alarm', () => {
  test('holds back no sheet that answers, and a mere yes to it opens', () => {
    const talk = atTheMenu();

    expect(keys(talk.says(WORDS, { sensed: { ...LIKELY.sensed, sheet: SHEET } }).messages)).toEqual([
      `sheet.${SHEET}`,
      'safety.in-danger-beside',
    ]);
    talk.says('si');
    expect(talk.context.marks.emergency).toBe(true);
  });

  test('is read by a person after a no', () => {
    const talk = atTheMenu();

    talk.says(WORDS, { sensed: { ...LIKELY.sensed, sheet: SHEET } });
    talk.says('no');
    expect(talk.at).toBe('@queue');
  });

  test.each([
    ['no sheet', 'me paso lo mismo del otro verano', LIKELY],
    ['hardly a doubt', WORDS, { sensed: { ...LIKELY.sensed, riskScore: 0.95, sheet: SHEET } }],
    ['imminent danger', WORDS, { sensed: { ...LIKELY.sensed, risk: 'imminent' as const, sheet: SHEET } }],
  ])('is asked about alone where there is %s', (_, text, says: Says) => {
    const talk = atTheMenu();

    expect(keys(talk.says(text, says).messages)).toEqual(['safety.in-danger-now']);
    expect(talk.at).toBe('@unsure');
  });
});

test('silence after the question brings people, and says nothing', () => {
  const talk = answered();
  const said = talk.messages.length;

  talk.passes('30m');

  expect(talk.at).toBe('@queue');
  expect(talk.messages.length).toBe(said);
});

describe('a bare guess that nothing answers', () => {
  test('is asked about alone, and a no goes back to her step', () => {
    const talk = atTheMenu();

    expect(keys(talk.says('me paso lo mismo del otro verano', UNKNOWN).messages)).toEqual(['safety.in-danger-now']);
    expect(keys(talk.says('no').messages)).toEqual(['menu.main']);
  });

  test('with a question for a person, she is brought to one after a no', () => {
    const talk = atTheMenu();

    const asked = talk.says('en que va mi causa', { sensed: { ...UNKNOWN.sensed, intent: 'specific_question' } });
    expect(keys(asked.messages)).toEqual(['safety.in-danger-now']);
    talk.says('no');
    expect(talk.at).toBe('@queue');
  });
});

test('what only a guess and a yes opened is stopped by "estoy a salvo", as a false alarm is', () => {
  const talk = answered();
  talk.says('si');
  talk.says('si');

  expect(keys(talk.says('im fine').messages)).toEqual(['sos.doubt']);
});

test('words of alarm are asked about alone, as ever', () => {
  const grave = { group: 'threat', level: 'H' as const, phrase: 'me amenazo', at: 0 };

  const turned = atTheMenu().says('me amenazo', { sensed: { ...GUESS.sensed, signals: [grave] } });

  expect(keys(turned.messages)).toEqual(['safety.in-danger-now']);
});

describe('the danger question in place of the menu', () => {
  function asked(): Talk {
    const talk = atTheMenu();
    expect(keys(talk.says('me persigue en moto', UNKNOWN).messages)).toEqual(['safety.in-danger-now']);
    return talk;
  }

  test.each(['gracias', 'la casa es de el', 'no se si es el', 'q hago'])('is asked once more after "%s"', words => {
    const talk = asked();
    expect(keys(talk.says(words).messages)).toEqual(['safety.in-danger-why']);
    talk.says(words);
    expect(talk.at).toBe('@queue');
  });

  test('stands under the answer to what she asks, people are told, and a yes to it opens', () => {
    const talk = asked();
    const turned = talk.says('¿cómo pido el seguro de cesantía?', {
      sensed: {
        intent: 'general_info',
        confidence: 0.9,
        risk: 'none',
        riskScore: 0,
        chance: 0,
        sheet: SHEET,
        sheets: [{ id: SHEET, score: 0.95 }],
      },
    });
    expect(keys(turned.messages)).toEqual([`sheet.${SHEET}`, 'safety.in-danger-beside']);
    expect(turned.effects).toContainEqual(
      expect.objectContaining({ type: 'alert', params: expect.objectContaining({ why: 'sensed-high' }) as unknown }),
    );
    talk.says('sí');
    expect(talk.context.marks.emergency).toBe(true);
  });
});
