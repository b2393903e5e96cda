import { describe, expect, test } from 'vitest';
import type { Context } from './context.js';
import type { FlowEvent } from './events.js';
import type { Protocol } from './protocol.js';
import { fitting } from './unfit.js';

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
    expect(sent('soy sorda', 'Escribe a alguien: que llame al 133.')).toBe('Escribe a alguien: que llame al 133.');
    expect(sent('soy sorda', 'Ya avisé. Si hay peligro, escribe {sos}; si puedes hablar, llama al 133.')).toBe(
      'Ya avisé. Si hay peligro, escribe {sos}.',
    );
  });
});
