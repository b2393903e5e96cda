/**
 * What stays of a conversation whose words are gone: who had it, how dangerous it was, what a person agreed with her (a word
 * for help must open an emergency as long as her profile has it), and the marks by which the service knows how to speak to
 * her. A field that is added to the context goes, unless it is named here.
 */
import { type Context, initialContext } from './context.js';
import { agreedOf } from './sight/safeContact.js';

export function withoutWords(context: Context): Context {
  const { locale, risk, riskBy, marks, owner, epoch, appointment, step, coverWords, unfit } = context;
  return {
    ...initialContext(locale),
    risk,
    riskBy,
    owner,
    epoch,
    appointment,
    step,
    kept: agreedOf(context.kept),
    ...(coverWords ? { coverWords } : {}),
    ...(unfit ? { unfit } : {}),
    marks: {
      ...marks,
      told: false,
      mail: marks.mail === 'given' ? 'unknown' : marks.mail,
      held: false,
      place: 'none',
      outcome: false,
      open: 0,
    },
  };
}
