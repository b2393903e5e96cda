/**
 * The guideline orders as it says: its bands cover every total without a gap, a critical answer cannot land in low,
 * unknown never lowers, and no further yes lowers.
 *
 * `assess` is asked about every pair of questions, each with each answer, beside the others all not asked, all no, all
 * unknown and all yes. Its rules look at single critical answers, at pairs of them, at "all of the first are no" and at a
 * sum, and each of these is met by two questions and a background.
 */
import { type Answered, assess, type Guideline, levelOf, type Question } from '../emergency/guideline.js';
import { MEDIUM } from '../sense/types.js';
import { type Failure, type Fault, stated } from './property.js';

type Value = Answered['value'] | 'not_asked';
type Values = Readonly<Record<string, Value>>;

const VALUES: readonly Value[] = ['not_asked', 'no', 'unknown', 'yes'];
const SAY: Record<Value, string> = { not_asked: 'sin preguntar', no: 'no', unknown: 'no sabe', yes: 'sí' };

export const guidelineSound = stated('guideline-sound', ({ guideline }) => {
  const wrong = bands(guideline);
  // With bands that are wrong, every answer would be.
  return wrong ? [{ ...wrong, file: 'guideline.yaml' }] : answers(guideline);
});

function bands({ bands: { low, medium, high }, questions }: Guideline): Omit<Fault, 'file'> | null {
  const most = questions.reduce((sum, q) => sum + q.weight, 0);
  if (low > 0)
    return {
      why: `los totales de 0 a ${low - 1} no caen en ningún nivel; low debe empezar en 0`,
      path: ['bands', 'low'],
      expected: '0',
    };
  if (medium <= low || high <= medium)
    return {
      path: ['bands', medium <= low ? 'medium' : 'high'],
      expected: `más que ${medium <= low ? low : medium}`,
      why: `los niveles se pisan (low desde ${low}, medium desde ${medium}, high desde ${high}); cada uno debe empezar después del anterior`,
    };
  return high > most
    ? {
        why: `high empieza en ${high} y todas las respuestas juntas suman ${most}: nadie llegaría por la suma`,
        path: ['bands', 'high'],
        expected: `${most} o menos`,
      }
    : null;
}

/** The first failure of each question. */
function answers(guideline: Guideline): Fault[] {
  const { questions } = guideline;
  const found = new Map<number, Failure>();
  const look = (at: number, others: Values): void => {
    const failure = found.has(at) ? null : worse(guideline, questions[at]!, others);
    if (failure) found.set(at, failure);
  };
  for (const background of VALUES) {
    for (const [i, first] of questions.entries()) {
      for (const [j, second] of questions.entries()) {
        if (j <= i) continue;
        for (const value of VALUES) {
          const others = { ...Object.fromEntries(questions.map(q => [q.id, background])), [second.id]: value };
          look(i, others);
          look(j, { ...others, [second.id]: background, [first.id]: value });
        }
      }
    }
  }
  return [...found]
    .toSorted(([a], [b]) => a - b)
    .map(([at, failure]) => ({ ...failure, file: 'guideline.yaml', path: ['questions', String(at)] }));
}

/** The answers of one question, beside the others as given. */
function worse(guideline: Guideline, question: Question, others: Values): Failure | null {
  const level = (value: Value): number => levelOf(guideline, toAnswers({ ...others, [question.id]: value }));
  const [notAsked, no, unknown, yes] = [level('not_asked'), level('no'), level('unknown'), level('yes')];
  const shown = (value: Value): Failure['then'] => [
    { from: 'system', text: told(guideline, { ...others, [question.id]: value }) },
  ];
  if (question.critical && yes < MEDIUM)
    return { why: `un sí en ${question.id}, que es crítica, cae en bajo`, then: shown('yes') };
  if (question.critical && unknown < MEDIUM)
    return { why: `no saber ${question.id}, que es crítica, cae en bajo`, then: shown('unknown') };
  if (unknown < no || unknown < notAsked)
    return { why: `contestar "no sé" en ${question.id} baja el nivel`, then: shown('unknown') };
  return yes < no || yes < unknown ? { why: `contestar sí en ${question.id} baja el nivel`, then: shown('yes') } : null;
}

const toAnswers = (values: Values): Record<string, Answered> =>
  Object.fromEntries(Object.entries(values).flatMap(([id, value]) => (value === 'not_asked' ? [] : [[id, { value }]])));

function told(guideline: Guideline, values: Values): string {
  const { level, score } = assess(guideline, toAnswers(values));
  return `${Object.entries(values)
    .map(([id, value]) => `${id}: ${SAY[value]}`)
    .join(', ')} → suma ${score}, nivel ${level}`;
}
