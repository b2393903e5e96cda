/**
 * Every institution that an emergency telephones has a number that was verified and that answers at every hour and in
 * every region; the first one for each kind of danger sends somebody. What follows after it exists (see call-outcome).
 */
import { ANY_DANGER, isKnownArea } from '../emergency/directory.js';
import type { InstitutionEntry, Protocol } from '../protocol.js';
import { type Fault, stated } from './property.js';

const NUMBER = /^(?:\*\d{4}|\+?\d{3,12})$/;

export const directorySound = stated('directory-sound', protocol => [
  ...kinds(protocol),
  ...firsts(protocol),
  ...others(protocol),
]);

const fault = (path: readonly string[], why: string): Fault => ({ file: 'directory.yaml', path, why });

function kinds({ directory, danger }: Protocol): Fault[] {
  return [ANY_DANGER, ...danger.map(({ kind }) => kind)]
    .filter((kind, i, all) => all.indexOf(kind) === i && !directory.rules.always_start_with_for[kind])
    .map(kind =>
      fault(['rules', 'always_start_with_for'], `always_start_with_for no dice a quién llamar primero en "${kind}"`),
    );
}

function firsts({ directory: { institutions, rules }, guideline }: Protocol): Fault[] {
  const used = [
    ...Object.entries(rules.always_start_with_for).flatMap(([kind, ids]) =>
      ids.map((id, i) => ({ id, use: `se llama en "${kind}"`, sends: i === 0 })),
    ),
    ...guideline.questions.flatMap(q =>
      (q.also_call ?? []).map(id => ({ id, use: `se llama si ${q.id} es sí`, sends: false })),
    ),
  ];
  const told = new Set<string>();
  return used.flatMap(({ id, use, sends }) => {
    const at = institutions.findIndex(i => i.id === id);
    const problem = at >= 0 ? unfit(institutions[at]!, sends) : 'no está en el directorio';
    // One fault of an institution is told once, however often it is called.
    if (problem === null || told.has(`${id} ${problem}`)) return [];
    told.add(`${id} ${problem}`);
    return [fault(at >= 0 ? ['institutions', String(at)] : [], `"${id}" ${use} y ${problem}`)];
  });
}

function unfit(institution: InstitutionEntry, sends: boolean): string | null {
  if (institution.phones.length === 0) return 'no tiene número';
  const wrong = institution.phones.find(phone => !NUMBER.test(phone.dial));
  if (wrong) return `su número "${wrong.dial}" no se puede marcar`;
  if (!institution.verified) return 'su número no está verificado';
  if (institution.hours.type !== '24x7') return 'no atiende a toda hora';
  if (!institution.regions.includes('nacional')) return `solo atiende en ${institution.regions.join(', ')}`;
  return sends && !institution.emergency_dispatch ? 'es la primera y no envía a nadie' : null;
}

/** Wherever else a number stands, it can be dialled, and nobody is sent to an institution that is not there. */
function others({ directory }: Protocol): Fault[] {
  const { institutions } = directory;
  const known = new Set(institutions.map(i => i.id));
  return institutions.flatMap(({ id, phones, regions, local_numbers = [], fallback }, i) => [
    ...regions
      .filter(name => !isKnownArea(directory, name))
      .map(name =>
        fault(
          ['institutions', String(i)],
          `"${id}" atiende en "${name}", que no es una región, una comuna ni un área de areas`,
        ),
      ),
    ...[...phones, ...local_numbers]
      .filter(phone => !NUMBER.test(phone.dial))
      .map(({ dial }) => fault(['institutions', String(i)], `el número "${dial}" de "${id}" no se puede marcar`)),
    ...fallback
      .filter(next => !known.has(next))
      .map(next =>
        fault(['institutions', String(i)], `después de "${id}" sigue "${next}", que no está en el directorio`),
      ),
  ]);
}
