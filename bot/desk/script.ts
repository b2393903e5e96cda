/**
 * What an executive reads aloud when an institution answers: who calls, what happens, where, and what is known of it. Each
 * line stands also where nothing is known, because "it is not known" is what the person on the telephone asks next.
 */
import type { Context } from '../../flows/context.js';
import { type FOR_CALLERS, NOT_TO_HER } from '../../flows/danger/herWords.js';
import { ASIDE } from '../../flows/place/leftPlace.js';
import type { Protocol } from '../../flows/protocol.js';
import { words } from '../../flows/text/plain.js';
import { namedIn } from '../../flows/text/him/threat.js';
import type { Facts, Locale } from '../console/contract.js';
import { isIn, sayWhere } from './placesShown.js';
import { sayLine, sayWho } from './scriptWords.js';
import { sayCode } from './words.js';

/** Asked of her in an emergency, besides where she is. An ambulance asks for the injured first. */
const ASKED = ['who', 'injured', 'weapon', 'children'] as const;
const ASKED_BY_MEDICAL = ['injured', 'who', 'weapon', 'children'] as const;
/** What she wrote that whoever comes must know before all else. */
const WARNINGS = [
  'his-police',
  'fears-coming',
  'asks-no-calls',
  NOT_TO_HER,
  'how-to-come',
  'not-helped',
] as const satisfies readonly ((typeof FOR_CALLERS)[number] | typeof NOT_TO_HER)[];

type Known = Pick<
  Context,
  'place' | 'otherPlaces' | 'known' | 'danger' | 'marks' | 'calls' | 'guideline' | 'opened' | 'threat'
>;
type Line = Omit<Facts['script'][number], 'lang' | 'gloss'>;

/** More of what she said than this would not be read aloud. */
const ALSO_MOST = 4;

const quoted = ({ text }: { text: string }): string => `«${text}»`;
/** Kinds of danger that say of themselves what would else be told as not known. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  injured: ['medical'],
  weapon: ['weapon'],
  children: ['child', 'children'],
};

/** In which the script is written. */
const isLocale = (locale: string | undefined): locale is Locale => locale === 'es' || locale === 'en';

/**
 * Each line in the language of the institutions, whatever the console's, with what it means for whoever reads another one.
 * @param isDoubted a wrong check word was given
 */
export function scriptOf(
  protocol: Pick<Protocol, 'institution' | 'guideline' | 'locales'>,
  known: Known,
  { noCall, isDoubted }: { noCall: boolean; isDoubted: boolean },
  locale: Locale,
): Facts['script'] {
  const [first] = protocol.locales;
  const aloud = isLocale(first) ? first : 'es';
  const about = { ...known, marks: { ...known.marks, doubt: known.marks.doubt || isDoubted } };
  const glosses = aloud === locale ? [] : linesIn(locale, protocol, about, noCall);
  return linesIn(aloud, protocol, about, noCall).map((line, i) => ({
    ...line,
    lang: aloud,
    ...(glosses[i] ? { gloss: glosses[i].text } : {}),
  }));
}

/** Her words are quoted, and never made into a statement of ours: a person judges what they mean. */
function linesIn(
  locale: Locale,
  { institution, guideline }: Pick<Protocol, 'institution' | 'guideline'>,
  { place, otherPlaces, known, danger, marks, calls, guideline: answers, opened, threat }: Known,
  noCall: boolean,
): Line[] {
  const say = (key: Parameters<typeof sayLine>[1], vars: Record<string, string> = {}) => sayLine(locale, key, vars);
  const saidOf = (about: string) => known.filter(one => one.about === about).map(quoted);
  const why = danger.filter(kind => kind !== 'violence').map(kind => sayCode(locale, 'why', kind));
  const where = sayWhere(locale, { place, ...(otherPlaces ? { otherPlaces } : {}) });
  // A cry or a nod says nothing to whoever answers; a number may be that of a door.
  const also = known
    .filter(
      ({ about, text }) => about === 'said' && (words(text).length > 2 || /\d/.test(text)) && !isIn(where ?? '', text),
    )
    .slice(-ALSO_MOST);
  const asked = calls.findLast(call => call)?.institution.kind === 'medical' ? ASKED_BY_MEDICAL : ASKED;
  return [
    {
      about: 'service',
      text: say('service', { institution: institution[locale] ?? Object.values(institution)[0] ?? '' }),
      known: true,
    },
    ...(opened === 'agreed' ? [{ about: 'agreed', text: say('agreed'), known: true }] : []),
    ...(marks.doubt ? [{ about: 'doubt', text: say('doubt'), known: true }] : []),
    ...(!marks.doubt && saidOf('calm').length > 0 ? [{ about: 'calm', text: say('calm'), known: true }] : []),
    ...(why.length > 0 ? [{ about: 'danger', text: say('danger', { why: why.join(', ') }), known: true }] : []),
    {
      about: 'place',
      text: where ?? say('no-place'),
      known: where !== null,
    },
    ...[...ASIDE, ...WARNINGS].flatMap(about =>
      saidOf(about).length > 0
        ? [{ about, text: `${sayCode(locale, 'known', about)}: ${saidOf(about).join(', ')}.`, known: true }]
        : [],
    ),
    ...asked.flatMap(about => {
      const said = saidOf(about);
      const what = sayCode(locale, 'known', about);
      const who = about === 'who' ? whoOf(known, threat) : undefined;
      if (who && said.length === 0)
        return [{ about, text: say('threat', { what, who: sayWho(locale, who) }), known: true }];
      if (who && said.length > 0)
        return [
          { about, text: say('threat-said', { what, who: sayWho(locale, who), said: said.join(', ') }), known: true },
        ];
      if (said.length > 0) return [{ about, text: say('said', { what, said: said.join(', ') }), known: true }];
      const value = guideline.questions.flatMap(({ id, tells }) =>
        tells === about ? (answers[id]?.value ?? []) : [],
      )[0];
      if (value === 'yes' || value === 'no') return [{ about, text: say(value, { what }), known: true }];
      // The reason of the call has told it already.
      if (TOLD_BY[about]?.some(kind => danger.includes(kind))) return [];
      return [{ about, text: say('unknown', { what }), known: false }];
    }),
    ...(also.length > 0
      ? [{ about: 'said', text: say('also', { said: also.map(quoted).join(', ') }), known: true }]
      : []),
    ...(noCall || marks.quiet ? [{ about: 'no-call', text: say('no-call'), known: true }] : []),
  ];
}

/** As she answered it, else as she wrote of the danger. */
const whoOf = (known: Known['known'], threat: Known['threat']): Known['threat'] =>
  known.flatMap(one => (one.about === 'who' ? (namedIn(one.text) ?? []) : []))[0] ?? threat;
