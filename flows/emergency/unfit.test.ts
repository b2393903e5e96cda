import { describe, expect, test } from 'vitest';
import type { Context } from '../context.js';
import type { FlowEvent } from '../events.js';
import type { Protocol } from '../protocol.js';
import type { Reading } from '../reading.js';
import { fitting, lastingly, unfitAfter } from './unfit.js';

const protocol = {
  readings: {
    'asks-no-calls': { words: ['no quiero carabineros'] },
    'his-police': { words: ['es carabinero'] },
    'never-speaks': { words: ['soy sorda'] },
  },
} as unknown as Protocol;
const tick = { type: 'TICK' } as unknown as FlowEvent;
const after = (said: string): Context => ({ need: null, known: [{ about: 'said', text: said }] }) as unknown as Context;
const sent = (said: string, text: string): string => fitting(text, after(said), tick, protocol);

describe('the number of the police', () => {
  test.each([
    [
      'Te leo. Si puedes hablar, llama al 133. Si no hay peligro, escribe NO.',
      'Te leo. Si no hay peligro, escribe NO.',
    ],
    ['Llama a la ambulancia, al 131; si te atacan, al 133. ¿Dónde?', 'Llama a la ambulancia, al 131. ¿Dónde?'],
    ['Si puedes hablar, llama al 133, o al 131 si estás herida.', 'Si puedes hablar, llama al 131 si estás herida.'],
    ['Ya avisé. Si hay peligro, escribe {sos} o llama al 133.', 'Ya avisé. Si hay peligro, escribe {sos}.'],
    ['Ya avisé. Si hay peligro, llama al 133 o escribe {sos}.', 'Ya avisé. Si hay peligro, escribe {sos}.'],
    ['Puedes irte. En peligro, 133 o {sos}.', 'Puedes irte. En peligro, {sos}.'],
    ['Atienden siempre:\n133 Carabineros\n131 ambulancia', 'Atienden siempre:\n131 ambulancia'],
    [
      '{n, plural, one {Va la PDI.} other {Va otra.}} If you can talk, call 133 too.',
      '{n, plural, one {Va la PDI.} other {Va otra.}}',
    ],
  ])('is left out of "%s" where he is one', (text, left) => {
    expect(sent('mi marido es carabinero', text)).toBe(left);
    expect(sent('no quiero carabineros', text)).toBe(left);
  });

  test('stays where she said nothing of it, and where nothing else is said', () => {
    expect(sent('me pega', 'Te leo. Llama al 133.')).toBe('Te leo. Llama al 133.');
    expect(sent('no quiero carabineros', 'Sí. Llama al 133.')).toBe('Sí. Llama al 133.');
  });
});

describe('to speak on the telephone', () => {
  test('is not asked of who is deaf; that somebody else calls, stays', () => {
    expect(
      sent(
        'soy sorda',
        'Te leo y aviso. Si puedes hablar, llama a la ambulancia, al 131; si te atacan, al 133. Sin peligro, escribe NO.',
      ),
    ).toBe('Te leo y aviso. Sin peligro, escribe NO.');
    expect(sent('soy sorda', 'Puedes preguntar. Si hay peligro, llama al 133.')).toBe(
      'Puedes preguntar. Si hay peligro, escribe {sos}.',
    );
    expect(sent('soy sorda', 'Escribe a alguien: que llame al 133.')).toBe('Escribe a alguien: que llame al 133.');
    expect(sent('soy sorda', 'Ya avisé. Si hay peligro, escribe {sos}; si puedes hablar, llama al 133.')).toBe(
      'Ya avisé. Si hay peligro, escribe {sos}.',
    );
  });
});

describe('what makes advice unfit for her', () => {
  const read = (...names: string[]) =>
    ({ text: '', reads: (name: string) => names.includes(name) }) as unknown as Reading;
  const police = {
    ...protocol,
    directory: {
      institutions: [
        { id: 'first', name: 'Una', phones: [{ dial: '133' }], fallback: ['city', 'second'], emergency_dispatch: true },
        { id: 'city', name: 'Ciudad', phones: [], fallback: [], emergency_dispatch: true },
        {
          id: 'second',
          name: 'Otra',
          say: { es: 'PDI' },
          phones: [{ dial: '134' }],
          fallback: [],
          emergency_dispatch: true,
        },
      ],
    },
  } as unknown as Protocol;
  const later = (...unfit: string[]): Context => ({ need: null, known: [], unfit, locale: 'es' }) as unknown as Context;

  test('is remembered for all that follows, and the next talk forgets that nobody be called', () => {
    const { unfit } = unfitAfter(later(), read('his-police', 'asks-no-calls'));
    expect(unfit).toEqual(['asks-no-calls', 'his-police']);
    expect(fitting('Ya avisé. Si puedes hablar, llama al 133. Escribe {sos}.', later(...unfit!), tick, police)).toBe(
      'Ya avisé. Escribe {sos}.',
    );
    expect(lastingly(unfit)).toEqual({ unfit: ['his-police'] });
  });

  test('leaves a space where the sentence stood after a variable', () => {
    const text =
      'Anoté: {lugar}. {falta, select, other {Si está mal, escríbela otra vez.}} Si puedes hablar, llama al 133. Si no hay peligro, escribe NO. O {sos}.';
    expect(fitting(text, later('asks-no-calls'), tick, police)).toBe(
      'Anoté: {lugar}. {falta, select, other {Si está mal, escríbela otra vez.}} Si no hay peligro, escribe NO. O {sos}.',
    );
  });

  test('how those who come should come is no wish that none come', () => {
    expect(unfitAfter(later(), read('how-to-come')).unfit).toBeUndefined();
  });

  test('names the next institution that sends somebody where no other help is left in the text', () => {
    expect(fitting('Ya avisé al equipo. Si puedes hablar, llama al 133.', later('his-police'), tick, police)).toBe(
      'Ya avisé al equipo. Si puedes hablar, llama al 134 (PDI).',
    );
    expect(fitting('Ya avisé al equipo. Llama al 133.', later('his-police', 'his-other-police'), tick, police)).toBe(
      'Ya avisé al equipo.',
    );
    expect(fitting('Ya avisé al equipo. Llama al 133.', later('asks-no-calls'), tick, police)).toBe(
      'Ya avisé al equipo.',
    );
  });
});
