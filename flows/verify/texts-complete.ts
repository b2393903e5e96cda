/**
 * Every text that can be said is there in every language, is a message that can be filled with what is known, and fits the
 * narrowest channel: three buttons of 20 characters or a list of ten rows of 24, 1024 characters beside them, 4096 without.
 */
import type { Protocol } from '../protocol.js';
import { VARIABLES } from '../say.js';
import { sheetText } from '../text/sheetText.js';
import { fillings, variablesOf } from './fillings.js';
import type { Failure, Property } from './property.js';
import { type SaidText, textsSaid } from './texts.js';

const BODY_MOST = 4096;
const BODY_WITH_CHOICES_MOST = 1024;
const BUTTONS = { most: 3, label: 20 };
const LIST = { most: 10, label: 24 };
/** What a variable may fill, where the protocol does not say it: an address is the longest thing anybody writes. */
const LONGEST: Readonly<Record<string, number>> = { lugar: 200, opciones: 160 };
const LONG = 40;

export const textsComplete: Property = {
  name: 'texts-complete',
  failure: ({ compiled: { protocol } }) => {
    const said = textsSaid(protocol);
    return (
      missing(protocol, said) ??
      malformed(protocol) ??
      tooLong(protocol, said) ??
      tooManyChoices(protocol, said) ??
      longSheet(protocol)
    );
  },
};

function missing({ locales, safetyLocales, texts }: Protocol, said: readonly SaidText[]): Failure | null {
  for (const { where, key, safety } of [...said, { where: 'sheets', key: 'info.unreviewed', safety: false }]) {
    const locale = [...locales, ...(safety ? safetyLocales : [])].find(l => texts[l]?.[key] === undefined);
    if (locale !== undefined) return { why: `"${where}" dice "${key}", que falta en messages/${locale}.yaml` };
  }
  return null;
}

function malformed({ texts }: Protocol): Failure | null {
  for (const [locale, keys] of Object.entries(texts)) {
    for (const [key, text] of Object.entries(keys)) {
      const where = `messages/${locale}.yaml, "${key}"`;
      const parsed = variablesOf(text, locale);
      if ('problem' in parsed)
        return {
          why: `${where}: las llaves { } no están bien escritas (${parsed.problem})`,
          then: [{ from: 'bot', text }],
        };
      const unknown = parsed.names.find(name => !VARIABLES.includes(name as (typeof VARIABLES)[number]));
      if (unknown !== undefined)
        return {
          why: `${where}: usa {${unknown}}, que no existe; puede usar ${VARIABLES.map(v => `{${v}}`).join(' ')}`,
          then: [{ from: 'bot', text }],
        };
    }
  }
  return null;
}

function tooLong(protocol: Protocol, said: readonly SaidText[]): Failure | null {
  const withChoices = new Set(said.filter(s => s.choices).map(s => s.key));
  for (const [locale, keys] of Object.entries(protocol.texts)) {
    const known: Readonly<Record<string, string | undefined>> = {
      institucion: protocol.institution[locale],
      horario: protocol.sayHours(locale),
      horario_llamadas: protocol.sayCallHours(locale),
    };
    const long = (name: string): string => known[name] ?? 'x'.repeat(LONGEST[name] ?? LONG);
    for (const [key, text] of Object.entries(keys)) {
      const length = Math.max(...fillings(text, locale, long).map(filled => filled.length));
      const most = withChoices.has(key) ? BODY_WITH_CHOICES_MOST : BODY_MOST;
      if (length > most)
        return {
          why: `messages/${locale}.yaml, "${key}": llega a ${length} caracteres; el máximo es ${most}`,
          then: [{ from: 'bot', text }],
        };
    }
  }
  return null;
}

function tooManyChoices({ locales, texts }: Protocol, said: readonly SaidText[]): Failure | null {
  for (const { where, key, choices } of said) {
    if (!choices) continue;
    for (const locale of locales) {
      const labels = choices.map(label => texts[locale]?.[label] ?? '');
      const fits = ({ most, label }: { most: number; label: number }): boolean =>
        labels.length <= most && labels.every(l => l.length <= label);
      if (fits(BUTTONS) || fits(LIST)) continue;
      const long = labels.find(l => l.length > LIST.label);
      return {
        why: `"${where}" muestra ${labels.length} opciones en "${key}" (${locale})${long ? `, y "${long}" tiene ${long.length} caracteres` : ''}; caben 3 botones de 20 caracteres o una lista de 10 de 24`,
        then: [{ from: 'bot', text: [texts[locale]?.[key] ?? key, ...labels].join('\n') }],
      };
    }
  }
  return null;
}

function longSheet({ sheets, texts, locales }: Protocol): Failure | null {
  const notice = (texts[locales[0]!]?.['info.unreviewed'] ?? '').length + 2;
  const long = sheets.find(sheet => sheetText(sheet).length + notice > BODY_MOST);
  return long
    ? { why: `la ficha "${long.id}" tiene ${sheetText(long).length} caracteres; el máximo es ${BODY_MOST - notice}` }
    : null;
}
