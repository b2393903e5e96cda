/**
 * What an executive reads aloud when an institution answers: who calls, what happens, where, and what is known of it. Each
 * line stands also where nothing is known, because "it is not known" is what the person on the telephone asks next.
 */
import type { Context } from '../../flows/context.js';
import type { Protocol } from '../../flows/protocol.js';
import { plain, words } from '../../flows/text/plain.js';
import { sayAddress } from '../../flows/text/sayPlace.js';
import type { Facts, Locale } from '../console/contract.js';
import { type Words, sayCode, sayIn } from './words.js';

/** Asked of her in an emergency, besides where she is. An ambulance asks for the injured first. */
const ASKED = ['who', 'injured', 'weapon', 'children'] as const;
const ASKED_BY_MEDICAL = ['injured', 'who', 'weapon', 'children'] as const;
/** What she wrote that whoever comes must know before all else. */
const WARNINGS = ['his-police', 'asks-no-calls'] as const;

type Known = Pick<Context, 'place' | 'known' | 'danger' | 'marks' | 'calls' | 'guideline'>;

/** More of what she said than this would not be read aloud. */
const ALSO_MOST = 4;

const quoted = ({ text }: { text: string }): string => `«${text}»`;
const isIn = (whole: string, part: string): boolean => plain(whole).includes(plain(part));

/** As an address where it is one, else as she said it; with what it was found to lie in where that does not say so. */
function whereOf(place: NonNullable<Context['place']>): string {
  const said = sayAddress(place) ?? place.text;
  return [said, ...[place.commune, place.region].filter(name => name !== undefined && !isIn(said, name))].join(', ');
}

/** Kinds of danger that say of themselves what would else be told as not known. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  injured: ['medical'],
  weapon: ['weapon'],
  children: ['child', 'children'],
};

/** Her words are quoted, and never made into a statement of ours: a person judges what they mean. */
export function scriptOf(
  { institution, guideline }: Pick<Protocol, 'institution' | 'guideline'>,
  { place, known, danger, marks, calls, guideline: answers }: Known,
  noCall: boolean,
  locale: Locale,
): Facts['script'] {
  const say = (key: Words, vars: Record<string, string> = {}) => sayIn(locale, key, vars);
  const saidOf = (about: string) => known.filter(one => one.about === about).map(quoted);
  const why = danger.filter(kind => kind !== 'violence').map(kind => sayCode(locale, 'why', kind));
  const where = place ? whereOf(place) : null;
  // A cry or a nod says nothing to whoever answers.
  const also = known
    .filter(({ about, text }) => about === 'said' && words(text).length > 2 && !isIn(where ?? '', text))
    .slice(-ALSO_MOST);
  const asked = calls.findLast(call => call)?.institution.kind === 'medical' ? ASKED_BY_MEDICAL : ASKED;
  return [
    {
      about: 'service',
      text: say('script.service', { institution: institution[locale] ?? Object.values(institution)[0] ?? '' }),
      known: true,
    },
    ...(why.length > 0 ? [{ about: 'danger', text: say('script.danger', { why: why.join(', ') }), known: true }] : []),
    {
      about: 'place',
      text: where === null ? say('script.no-place') : say('script.place', { where }),
      known: where !== null,
    },
    ...WARNINGS.flatMap(about =>
      saidOf(about).length > 0
        ? [{ about, text: `${sayCode(locale, 'known', about)}: ${saidOf(about).join(', ')}.`, known: true }]
        : [],
    ),
    ...asked.flatMap(about => {
      const said = saidOf(about);
      const what = sayCode(locale, 'known', about);
      if (said.length > 0) return [{ about, text: say('script.said', { what, said: said.join(', ') }), known: true }];
      const value = guideline.questions.flatMap(({ id, tells }) =>
        tells === about ? (answers[id]?.value ?? []) : [],
      )[0];
      if (value === 'yes' || value === 'no') return [{ about, text: say(`script.${value}`, { what }), known: true }];
      // The reason of the call has told it already.
      if (TOLD_BY[about]?.some(kind => danger.includes(kind))) return [];
      return [{ about, text: say('script.unknown', { what }), known: false }];
    }),
    ...(also.length > 0
      ? [{ about: 'said', text: say('script.also', { said: also.map(quoted).join(', ') }), known: true }]
      : []),
    ...(noCall || marks.quiet ? [{ about: 'no-call', text: say('script.no-call'), known: true }] : []),
  ];
}
