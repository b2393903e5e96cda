/** What is written in protocols/whatsapp-mujer: it parses, it says what it must, and never what it must not. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import IntlMessageFormat from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { MILESTONES } from '../milestones.js';
import { type Directory, parseProtocol, type Sheet, type SourceFile } from '../protocol.js';
import { VARIABLES } from '../talk/variables.js';
import { sheetText } from '../text/sheetText.js';
import { EMERGENCY_TEXTS } from '../steps/emergency.js';
import { TALK_TEXTS } from '../talk/talk.js';
import { readability } from '../text/readable.js';
import { fillings } from '../verify/fillings.js';

/** What a text chooses by, of her, and no institution. */
const OF_HER: ReadonlySet<string> = new Set(['falta', 'no_quitados', 'quedan', 'quien', 'quitados']);

const folder = fileURLToPath(new URL('../../protocols/whatsapp-mujer/', import.meta.url));
const files: SourceFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.yaml'))
  .map(path => ({ path: path.replaceAll('\\', '/'), text: readFileSync(`${folder}${path}`, 'utf8') }));

const yaml = (path: string): unknown => parse(files.find(f => f.path === path)?.text ?? '');
const all = (under: string): unknown[] =>
  files.filter(f => f.path.startsWith(under)).flatMap(f => parse(f.text) as unknown[]);

type Texts = Record<string, string>;
const messages = (locale: string) => yaml(`messages/${locale}.yaml`) as { reviewed: boolean; texts: Texts };
const LOCALES = ['es', 'en', 'ht', 'pt'] as const;
const texts = Object.fromEntries(LOCALES.map(locale => [locale, messages(locale).texts])) as Record<
  (typeof LOCALES)[number],
  Texts
>;
const sheets = all('sheets/') as Sheet[];
const directory = yaml('directory.yaml') as Directory;
const guideline = yaml('guideline.yaml') as { reviewed: boolean; questions: { id: string; also_call?: string[] }[] };
const labels = (locale: 'es' | 'en') =>
  Object.entries(texts[locale]).filter(([key]) => key.startsWith('menu.main.') && !key.endsWith('.again'));
const entries = (locale: (typeof LOCALES)[number]) => Object.entries(texts[locale]);

/** Every text of every language, as [locale, key, text]. */
const every = LOCALES.flatMap(locale => entries(locale).map(([key, text]) => [locale, key, text] as const));
const filled = (text: string, locale: string, value: string): string =>
  String(
    new IntlMessageFormat(text, locale === 'ht' ? 'fr' : locale).format(
      Object.fromEntries(VARIABLES.map(name => [name, value])),
    ),
  );

/** Keys of the texts in which one of the expressions is found: the empty list when all is well. */
const guilty = (found: Iterable<readonly [string, string]>, forbidden: readonly RegExp[]): string[] =>
  [...found].flatMap(([key, text]) => forbidden.filter(re => re.test(text)).map(re => `${key}: ${re.source}`));

test('the folder is a protocol in which nothing is wrong', () => {
  const parsed = parseProtocol(files, 'test');
  expect('problems' in parsed ? parsed.problems : []).toEqual([]);
});

describe('what she reads', () => {
  test('nothing claims to have been reviewed', () => {
    expect(LOCALES.filter(locale => messages(locale).reviewed)).toEqual([]);
    expect(sheets.filter(s => s.reviewed).map(s => s.id)).toEqual([]);
    expect([directory.reviewed, guideline.reviewed]).toEqual([false, false]);
    expect(texts.es['info.unreviewed']).toMatch(/en revisión/);
  });

  test('an English speaker has every text that a Spanish speaker has', () => {
    expect(Object.keys(texts.en).sort()).toEqual(Object.keys(texts.es).sort());
  });

  test('nothing that the talk or the emergency says is missing', () => {
    const said = [
      ...TALK_TEXTS,
      ...EMERGENCY_TEXTS,
      'info.unreviewed',
      'place.shared',
      'mail.subject-neutral',
      'mail.body-head',
      'appt.reminder-subject',
      'appt.trusted-receipt',
    ];
    expect(said.filter(key => !texts.es[key])).toEqual([]);
  });

  test.each(['ht', 'pt'] as const)('in %s every emergency text is there with all its variants', locale => {
    const known = Object.keys(texts[locale]);
    const variants = Object.keys(texts.es).filter(
      key => !key.startsWith('menu.') && !key.endsWith('.cover') && known.some(base => key.startsWith(`${base}.`)),
    );
    expect(EMERGENCY_TEXTS.filter(key => !texts[locale][key])).toEqual([]);
    expect(variants.filter(key => !texts[locale][key])).toEqual([]);
    expect(known.filter(key => !texts.es[key])).toEqual([]);
  });

  test('variables are known, and the same in Spanish and English', () => {
    const used = (text: string) =>
      [...new Set([...text.matchAll(/\{\s*([a-z]+)\s*[,}]/g)].map(m => m[1] as string))].sort();
    const known: readonly string[] = VARIABLES;
    expect(every.filter(([, , text]) => used(text).some(name => !known.includes(name)))).toEqual([]);
    const inSpanish = entries('es').map(([key, text]) => [key, used(text)]);
    expect(entries('en').map(([key, text]) => [key, used(text)])).toEqual(expect.arrayContaining(inSpanish));
  });

  test.each(['Carabineros', ''])('every text can be filled, with "%s" for each variable', value => {
    expect(every.filter(([locale, , text]) => /[{}]|undefined/.test(filled(text, locale, value)))).toEqual([]);
  });

  test('messages fit a telephone, and labels fit a button', () => {
    expect(every.filter(([, , text]) => text.length > 1024)).toEqual([]);
    for (const locale of ['es', 'en'] as const) {
      expect(labels(locale)).toHaveLength(5);
      expect(labels(locale).filter(([, label]) => label.length > 20)).toEqual([]);
      expect(texts[locale]['menu.main']).not.toMatch(/\d/);
    }
  });

  test('one message asks one thing', () => {
    const asks = (text: string): number => text.match(/¿/g)?.length ?? 0;
    expect(entries('es').filter(([, text]) => fillings(text, 'es', () => 'dato').some(it => asks(it) > 1))).toEqual([]);
  });

  test('two stars in one message would turn *4141 into bold letters', () => {
    const starred = [...LOCALES.flatMap(entries), ...sheets.map(s => [s.id, s.summary] as [string, string])];
    expect(starred.filter(([, text]) => (text.match(/\*/g)?.length ?? 0) > 1)).toEqual([]);
  });

  test('it is plain enough to be read in fear', () => {
    const { readable } = yaml('protocol.yaml') as { readable: { at_least: number } };
    expect(sheets.filter(s => readability(sheetText(s)).score < readable.at_least).map(s => s.id)).toEqual([]);
    const said = entries('es').map(([key, text]) => [key, readability(filled(text, 'es', 'dato'))] as const);
    expect(said.filter(([, r]) => r.words >= 12 && r.score < readable.at_least).map(([key]) => key)).toEqual([]);
    expect(said.filter(([, r]) => r.longest > 28).map(([key]) => key)).toEqual([]);
  });
});

describe('what is never said', () => {
  /** Blame, calm asked for, secrecy, arrival and results that nobody can promise. */
  const FORBIDDEN = [
    /\btranquil/iu,
    /c[aá]lma(te|rse)/iu,
    /rel[aá]jate/iu,
    /100 ?% confidencial/iu,
    /total(mente)? confidencial/iu,
    /absolutamente confidencial/iu,
    /nadie (lo )?sabr/iu,
    /todo va a estar bien/iu,
    /por qu[eé] no te (fuiste|vas)/iu,
    /\d+ ?minutos/iu,
    /llega(n|rá|rán) en/iu,
    /(van|vamos|va) en camino/iu,
    /\b(debes|tienes que|deber[ií]as) (irte|denunciar|separarte|dejarlo|salir)/iu,
    /\bsin rastro\b/iu,
  ];
  /** As a shop would write: no word of what this is, no number to call, usted. */
  const IN_DISGUISE = [
    /violencia|sernameg|1455|denuncia|agres|carabiner|mujer/iu,
    /peligro|polic[ií]a|\bPDI\b|13\d|emergencia|auxilio|\bSOS\b|ambulancia|patrulla/iu,
    /\b(tú|te|tu|tus|estás|puedes|escribe|responde)\b/iu,
  ];
  /** May be seen on a locked screen. */
  const NEUTRAL = [
    'welcome.back',
    'safe.no',
    'safe.neutral',
    'safe.unclear',
    'review.neutral',
    'close.neutral',
    'person.noted',
    'wait.here',
    'mail.subject-neutral',
    'mail.body-head',
    'appt.reminder-subject',
    'appt.trusted-receipt',
  ];

  test('nothing is blamed, promised or ordered', () => {
    expect(guilty(entries('es'), FORBIDDEN)).toEqual([]);
    expect(
      guilty(
        sheets.map(s => [s.id, sheetText(s)] as const),
        FORBIDDEN,
      ),
    ).toEqual([]);
  });

  test('no exclamation marks, pet names or words that she did not choose', () => {
    expect(
      guilty(entries('es'), [
        /[!¡]/u,
        /\b(mija|amiga m[ií]a|linda|guapa|mi amor)\b/iu,
        /\bv[ií]ctima/iu,
        /\bagresor/iu,
      ]),
    ).toEqual([]);
  });

  test('in disguise, nothing gives her away', () => {
    const covers = entries('es').filter(([key]) => key.endsWith('.cover'));
    expect(guilty(covers, IN_DISGUISE)).toEqual([]);
    expect(covers.map(([key]) => key)).toEqual(expect.arrayContaining(EMERGENCY_TEXTS.map(key => `${key}.cover`)));
    const english = entries('en').filter(([key]) => key.endsWith('.cover'));
    expect(guilty(english, [/violence|danger|police|ambulance|emergency|\bSOS\b|13\d/iu])).toEqual([]);
  });

  test('on a locked screen there is nothing to read', () => {
    const seen = NEUTRAL.map(key => [key, texts.es[key] ?? 'falta'] as const);
    expect(guilty(seen, [/violencia|sernam|peligro|riesgo|denuncia|mujer|protecc|falta|segur/iu])).toEqual([]);
  });

  test('nobody is told that somebody comes, or that the person on duty was told, when nobody is there', () => {
    const alone = entries('es').filter(([key]) => key.startsWith('sos.nobody') || key.startsWith('person.closed'));
    expect(guilty(alone, [/\baviso\b|avis(é|amos)/iu, /de turno/iu, /\b(ir[aá]|llegar[aá])n?\b/iu])).toEqual([]);
  });
});

describe('the first reply of an emergency', () => {
  const opens = LOCALES.flatMap(locale =>
    entries(locale)
      .filter(([key]) => key.startsWith('sos.open'))
      .map(([key, text]) => [`${locale} ${key}`, text] as const),
  );

  test.each(opens)('%s is one line that a telephone shows whole', (key, text) => {
    const seen = fillings(text, key.split(' ')[0]!, name => `{${name}}`);
    expect(seen.filter(it => it.length >= 220)).toEqual([]);
    expect(text).not.toMatch(/\n/);
  });

  test('it names the number to call, and asks where she is or repeats what she told', () => {
    // Where he may see her screen there is room for one question.
    const open = opens.filter(([key]) => !/\.(?:cover|comes)$/.test(key));
    expect(open.filter(([, text]) => !/13[13]/.test(text) || !/\?|\{lugar\}/.test(text))).toEqual([]);
  });

  test.each(LOCALES)('when nobody is there she gets every number that answers (%s)', locale => {
    for (const number of ['133', '134', '131', '*4141', '147']) expect(texts[locale]['sos.nobody']).toContain(number);
    expect(texts[locale]['sos.nobody.self-harm']).toMatch(/\*4141[^]*131/);
  });
});

describe('what is behind the texts', () => {
  test('each sheet has its own id, and what tells of plans or shelters waits until she says that it is safe', () => {
    expect(new Set(sheets.map(s => s.id)).size).toBe(sheets.length);
    expect(sheets).toHaveLength(87);
    const guarded = sheets.filter(s => s.sensitive).map(s => s.id);
    expect(guarded).toEqual(
      expect.arrayContaining([
        'faq-plan-seguridad',
        'residencias-transitorias',
        'faq-irme-hijos',
        'faq-celular-vigilado',
        'faq-borrar-chat',
      ]),
    );
    expect(guarded).not.toContain('faq-emergencia-ahora');
  });

  test('whoever is telephoned first sends somebody, at any hour, in every region', () => {
    const byId = new Map(directory.institutions.map(i => [i.id, i]));
    for (const id of new Set(Object.values(directory.rules.always_start_with_for).flat()))
      expect({ id, ...byId.get(id) }).toMatchObject({
        emergency_dispatch: true,
        verified: true,
        hours: { type: '24x7' },
        regions: ['nacional'],
      });
    const chained = directory.institutions.flatMap(i => i.fallback);
    expect(chained.filter(id => !byId.has(id))).toEqual([]);
    expect(directory.institutions.filter(i => !i.say?.es || !i.say.en).map(i => i.id)).toEqual([]);
  });

  test('where a text chooses by the next institution, the directory has one of that name', () => {
    for (const locale of ['es', 'en'] as const) {
      const names = new Set(directory.institutions.map(i => i.say?.[locale]));
      const parts = entries(locale).flatMap(([, text]) => new IntlMessageFormat(text, locale).getAst());
      const chosen = parts
        .flatMap(part => ('options' in part && !OF_HER.has(part.value) ? Object.keys(part.options) : []))
        .filter(name => name !== 'other');
      expect(chosen.length).toBeGreaterThan(0);
      expect(chosen.filter(name => !names.has(name))).toEqual([]);
    }
  });

  test('every question of the guideline can be asked, and names institutions that exist', () => {
    expect(guideline.questions.filter(q => !texts.es[`guideline.${q.id}`])).toEqual([]);
    const known = new Set(directory.institutions.map(i => i.id));
    expect(guideline.questions.flatMap(q => q.also_call ?? []).filter(id => !known.has(id))).toEqual([]);
  });
});

describe('its dialogues', () => {
  interface Check {
    after?: number | 'end';
    reaches?: string[];
    must_say?: string[];
    must_not_say?: string[];
  }
  interface Dialogue {
    id: string;
    protocol: string;
    turns: { at_s: number; from: string }[];
    expect: Check & { never?: string[]; checks?: Check[] };
  }
  const dialogues = all('dialogues/') as Dialogue[];

  test('each has its own id and is told in the order of time', () => {
    expect(new Set(dialogues.map(d => d.id)).size).toBe(dialogues.length);
    expect(dialogues.filter(d => d.protocol !== 'whatsapp-mujer').map(d => d.id)).toEqual([]);
    const backwards = dialogues.filter(({ turns }) => turns.some((turn, i) => turn.at_s < (turns[i - 1]?.at_s ?? 0)));
    expect(backwards.map(d => d.id)).toEqual([]);
  });

  test.each(dialogues.map(d => [d.id, d] as const))(
    '%s expects what can be checked',
    (_, { expect: wanted, turns }) => {
      const checks: Check[] = [wanted, ...(wanted.checks ?? [])];
      const facts = [...checks.flatMap(c => c.reaches ?? []), ...(wanted.never ?? [])];
      expect(facts.filter(fact => !(MILESTONES as readonly string[]).includes(fact))).toEqual([]);
      const written = turns.filter(t => t.from === 'citizen').length;
      for (const { after } of wanted.checks ?? []) expect(after === 'end' || Number(after) <= written).toBe(true);
      for (const source of checks.flatMap(c => [...(c.must_say ?? []), ...(c.must_not_say ?? [])])) {
        expect(() => new RegExp(source, 'iu')).not.toThrow();
        expect(source).toMatch(/^[\p{L}\p{N}]/u);
      }
    },
  );
});
