/**
 * Every institution that an emergency telephones has a number that was verified and that answers at every hour and in
 * every region; the first one for each kind of danger sends somebody. What follows after it exists (see call-outcome).
 */
import type { InstitutionEntry, Protocol } from '../protocol.js';
import type { Failure, Property } from './property.js';

/** What is telephoned when nothing says which danger it is. */
const ANY_DANGER = 'violence';
const NUMBER = /^(?:\*\d{4}|\+?\d{3,12})$/;

export const directorySound: Property = {
  name: 'directory-sound',
  failure: ({ compiled: { protocol } }) => kinds(protocol) ?? firsts(protocol) ?? others(protocol),
};

function kinds({ directory, danger }: Protocol): Failure | null {
  const none = [ANY_DANGER, ...danger.map(({ kind }) => kind)].find(
    kind => !directory.rules.always_start_with_for[kind],
  );
  return none === undefined
    ? null
    : { why: `directory.yaml: always_start_with_for no dice a quién llamar primero en "${none}"` };
}

function firsts({ directory, guideline }: Protocol): Failure | null {
  const used = [
    ...Object.entries(directory.rules.always_start_with_for).flatMap(([kind, ids]) =>
      ids.map((id, i) => ({ id, use: `se llama en "${kind}"`, sends: i === 0 })),
    ),
    ...guideline.questions.flatMap(q =>
      (q.also_call ?? []).map(id => ({ id, use: `se llama si ${q.id} es sí`, sends: false })),
    ),
  ];
  for (const { id, use, sends } of used) {
    const institution = directory.institutions.find(i => i.id === id);
    const problem = institution ? unfit(institution, sends) : 'no está en el directorio';
    if (problem !== null) return { why: `directory.yaml: "${id}" ${use} y ${problem}` };
  }
  return null;
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
function others({ directory }: Protocol): Failure | null {
  const known = new Set(directory.institutions.map(i => i.id));
  for (const { id, phones, local_numbers, fallback } of directory.institutions) {
    const wrong = [...phones, ...(local_numbers ?? [])].find(phone => !NUMBER.test(phone.dial));
    if (wrong) return { why: `directory.yaml: el número "${wrong.dial}" de "${id}" no se puede marcar` };
    const lost = fallback.find(next => !known.has(next));
    if (lost !== undefined)
      return { why: `directory.yaml: después de "${id}" sigue "${lost}", que no está en el directorio` };
  }
  return null;
}
