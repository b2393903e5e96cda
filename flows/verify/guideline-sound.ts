/**
 * The guideline orders as it says: its bands cover every total without a gap, a critical answer cannot land in low,
 * unknown never lowers, and no further yes lowers.
 *
 * `assess` is asked about every pair of questions, each with each answer, beside the others all not asked, all no, all
 * unknown and all yes. Its rules look at single critical answers, at pairs of them, at "all of the first are no" and at a
 * sum, and each of these is met by two questions and a background.
 */
import { type Answered, assess, type Guideline, levelOf, type Question } from '../guideline.js';
import { MEDIUM } from '../sense/types.js';
import type { Failure, Property } from './property.js';

type Value = Answered['value'] | 'not_asked';
type Values = Readonly<Record<string, Value>>;

const VALUES: readonly Value[] = ['not_asked', 'no', 'unknown', 'yes'];
const SAY: Record<Value, string> = { not_asked: 'sin preguntar', no: 'no', unknown: 'no sabe', yes: 'sí' };

export const guidelineSound: Property = {
  name: 'guideline-sound',
  failure: ({ compiled: { protocol } }) => bands(protocol.guideline) ?? answers(protocol.guideline),
};

function bands({ bands: { low, medium, high }, questions }: Guideline): Failure | null {
  const most = questions.reduce((sum, q) => sum + q.weight, 0);
  if (low > 0)
    return { why: `guideline.yaml: los totales de 0 a ${low - 1} no caen en ningún nivel; low debe empezar en 0` };
  if (medium <= low || high <= medium)
    return {
      why: `guideline.yaml: los niveles se pisan (low desde ${low}, medium desde ${medium}, high desde ${high}); cada uno debe empezar después del anterior`,
    };
  return high > most
    ? {
        why: `guideline.yaml: high empieza en ${high} y todas las respuestas juntas suman ${most}: nadie llegaría por la suma`,
      }
    : null;
}

function answers(guideline: Guideline): Failure | null {
  const { questions } = guideline;
  for (const background of VALUES) {
    for (const [i, first] of questions.entries()) {
      for (const second of questions.slice(i + 1)) {
        for (const value of VALUES) {
          const others = { ...Object.fromEntries(questions.map(q => [q.id, background])), [second.id]: value };
          const failure =
            worse(guideline, first, others) ??
            worse(guideline, second, { ...others, [second.id]: background, [first.id]: value });
          if (failure) return failure;
        }
      }
    }
  }
  return null;
}

/** The answers of one question, beside the others as given. */
function worse(guideline: Guideline, question: Question, others: Values): Failure | null {
  const level = (value: Value): number => levelOf(guideline, toAnswers({ ...others, [question.id]: value }));
  const [notAsked, no, unknown, yes] = [level('not_asked'), level('no'), level('unknown'), level('yes')];
  const shown = (value: Value): Failure['then'] => [
    { from: 'system', text: told(guideline, { ...others, [question.id]: value }) },
  ];
  if (question.critical && yes < MEDIUM)
    return { why: `guideline.yaml: un sí en ${question.id}, que es crítica, cae en bajo`, then: shown('yes') };
  if (question.critical && unknown < MEDIUM)
    return { why: `guideline.yaml: no saber ${question.id}, que es crítica, cae en bajo`, then: shown('unknown') };
  if (unknown < no || unknown < notAsked)
    return { why: `guideline.yaml: contestar "no sé" en ${question.id} baja el nivel`, then: shown('unknown') };
  return yes < no || yes < unknown
    ? { why: `guideline.yaml: contestar sí en ${question.id} baja el nivel`, then: shown('yes') }
    : null;
}

const toAnswers = (values: Values): Record<string, Answered> =>
  Object.fromEntries(Object.entries(values).flatMap(([id, value]) => (value === 'not_asked' ? [] : [[id, { value }]])));

function told(guideline: Guideline, values: Values): string {
  const { level, score } = assess(guideline, toAnswers(values));
  return `${Object.entries(values)
    .map(([id, value]) => `${id}: ${SAY[value]}`)
    .join(', ')} → suma ${score}, nivel ${level}`;
}
