/**
 * Every text that can be said is there in every language, is a message that can be filled with what is known, and fits the
 * narrowest channel: three buttons of 20 characters or a list of ten rows of 24, 1024 characters beside them, 4096 without.
 */
import type { Protocol } from '../protocol.js';
import { hint } from '../protocol/explain.js';
import { NARROWEST } from '../talk/shape.js';
import { VARIABLES } from '../talk/variables.js';
import { sheetText } from '../text/sheetText.js';
import { fillings, variablesOf } from './fillings.js';
import { type Fault, stated } from './property.js';
import { type SaidText, textsSaid } from './texts.js';

const BODY_WITH_CHOICES_MOST = 1024;
/** What a variable may fill, where the protocol does not say it: an address is the longest thing anybody writes. */
const LONGEST: Readonly<Record<string, number>> = { lugar: 400, opciones: 160, propuesta: 1_200, fuente: 120 };
const LONG = 40;

export const textsComplete = stated('texts-complete', protocol => {
  const said = textsSaid(protocol);
  return [
    ...missing(protocol, said),
    ...malformed(protocol),
    ...tooLong(protocol, said),
    ...tooManyChoices(protocol, said),
    ...longSheets(protocol),
  ];
});

/** A fault of one text, shown with it. */
const ofText = (locale: string, key: string, why: string, text: string): Fault => ({
  file: `messages/${locale}.yaml`,
  path: ['texts', key],
  why,
  then: [{ from: 'bot', text }],
});

/** Each once, however many say it; what the software says of itself stands in no step, and is known by the other language. */
function missing({ locales, safetyLocales, texts }: Protocol, said: readonly SaidText[]): Fault[] {
  const faults = new Map<string, Fault>();
  for (const { where, key, safety } of [...said, { where: 'sheets', key: 'info.unreviewed', safety: false }]) {
    for (const locale of [...locales, ...(safety ? safetyLocales : [])]) {
      if (texts[locale]?.[key] !== undefined || faults.has(`${locale} ${key}`)) continue;
      const why = `"${where}" dice "${key}", que falta en messages/${locale}.yaml`;
      faults.set(`${locale} ${key}`, { file: `messages/${locale}.yaml`, path: before(key, locale, texts), why });
    }
  }
  for (const other of locales) {
    for (const key of Object.keys(texts[other] ?? {})) {
      for (const locale of locales) {
        if (texts[locale]?.[key] !== undefined || faults.has(`${locale} ${key}`)) continue;
        const why = `falta "${key}", que está en messages/${other}.yaml`;
        faults.set(`${locale} ${key}`, { file: `messages/${locale}.yaml`, path: before(key, locale, texts), why });
      }
    }
  }
  return [...faults.values()];
}

/** Where a text that is missing would stand: behind the one that stands before it in another language. */
function before(key: string, locale: string, texts: Protocol['texts']): string[] {
  const keys = Object.keys(Object.values(texts).find(others => others[key] !== undefined) ?? {});
  const near = keys.slice(0, Math.max(0, keys.indexOf(key))).findLast(other => texts[locale]?.[other] !== undefined);
  return near === undefined ? [] : ['texts', near];
}

function malformed({ texts }: Protocol): Fault[] {
  return Object.entries(texts).flatMap(([locale, keys]) =>
    Object.entries(keys).flatMap(([key, text]) => {
      const parsed = variablesOf(text, locale);
      if ('problem' in parsed)
        return [ofText(locale, key, `"${key}": las llaves { } no están bien escritas (${parsed.problem})`, text)];
      return parsed.names
        .filter(name => !VARIABLES.includes(name as (typeof VARIABLES)[number]))
        .map(name =>
          ofText(
            locale,
            key,
            `"${key}": usa {${name}}, que no existe; puede usar ${VARIABLES.map(v => `{${v}}`).join(' ')}${hint(name, VARIABLES)}`,
            text,
          ),
        );
    }),
  );
}

function tooLong(protocol: Protocol, said: readonly SaidText[]): Fault[] {
  const withChoices = new Set(said.filter(s => s.choices).map(s => s.key));
  return Object.entries(protocol.texts).flatMap(([locale, keys]) => {
    const known: Readonly<Record<string, string | undefined>> = {
      institucion: protocol.institution[locale],
      horario: protocol.sayHours(locale),
      horario_llamadas: protocol.sayCallHours(locale),
    };
    const long = (name: string): string => known[name] ?? 'x'.repeat(LONGEST[name] ?? LONG);
    return Object.entries(keys).flatMap(([key, text]) => {
      const length = Math.max(...fillings(text, locale, long).map(filled => filled.length));
      const most = withChoices.has(key) ? BODY_WITH_CHOICES_MOST : NARROWEST.body;
      return length > most
        ? [ofText(locale, key, `"${key}": llega a ${length} caracteres; el máximo es ${most}`, text)]
        : [];
    });
  });
}

/** Where a label is too long it stands at the label; where there are too many, at the step that shows them. */
function tooManyChoices({ locales, texts }: Protocol, said: readonly SaidText[]): Fault[] {
  return said.flatMap(({ where, key, choices }) =>
    (choices ? locales : []).flatMap((locale): Fault[] => {
      const labels = choices!.map(label => texts[locale]?.[label] ?? '');
      const fits = ({ most, label }: { most: number; label: number }): boolean =>
        labels.length <= most && labels.every(l => l.length <= label);
      if (fits(NARROWEST.buttons) || fits(NARROWEST.list)) return [];
      const at = labels.findIndex(l => l.length > NARROWEST.list.label);
      const long = labels[at];
      return [
        {
          ...(long
            ? { file: `messages/${locale}.yaml`, path: ['texts', choices![at]!] }
            : { file: 'steps/', path: [where] }),
          why: `"${where}" muestra ${labels.length} opciones en "${key}" (${locale})${long ? `, y "${long}" tiene ${long.length} caracteres` : ''}; caben 3 botones de 20 caracteres o una lista de 10 de 24`,
          then: [{ from: 'bot', text: [texts[locale]?.[key] ?? key, ...labels].join('\n') }],
        },
      ];
    }),
  );
}

function longSheets({ sheets, texts, locales }: Protocol): Fault[] {
  const notice = (texts[locales[0]!]?.['info.unreviewed'] ?? '').length + 2;
  return sheets
    .filter(sheet => sheetText(sheet).length + notice > NARROWEST.body)
    .map(sheet => ({
      file: 'sheets/',
      path: [sheet.id],
      why: `la ficha "${sheet.id}" tiene ${sheetText(sheet).length} caracteres; el máximo es ${NARROWEST.body - notice}`,
    }));
}
