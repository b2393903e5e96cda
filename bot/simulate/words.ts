/**
 * The words of a dialogue that only its protocol knows: whom is telephoned, which item of the guideline is answered. One
 * that is not there would be refused by the desk in silence, and the dialogue would test nothing.
 */
import type { Protocol } from '../../flows/protocol.js';
import { nearest } from '../../flows/text/nearness.js';
import { CannotPlay } from './cannot.js';
import type { Dialogue } from './dialogue.js';

/** Throws CannotPlay with the place of the first word that the protocol does not know, and the nearest that it does. */
export function refuseUnknownWords({ file, turns, lineOf }: Dialogue, protocol: Protocol): void {
  const institutions = protocol.directory.institutions.map(one => one.id);
  const items = protocol.guideline.questions.map(question => question.id);
  const steps = Object.keys(protocol.steps);
  for (const [i, turn] of turns.entries()) {
    if (turn.from === 'citizen') continue;
    const refuse = (field: string, word: string, what: string, known: readonly string[]): void => {
      if (known.includes(word)) return;
      throw new CannotPlay(
        `${file}:${lineOf(['turns', i, field])}: ${field}: "${word}" no es ${what} de ${protocol.id}${hint(word, known)}`,
      );
    };
    if (turn.do === 'call' || turn.do === 'call_result' || turn.do === 'call_state')
      refuse('institution', turn.institution, 'una institución', institutions);
    if (turn.do === 'answer_guideline') refuse('item', turn.item, 'una pregunta de la pauta', items);
    if (turn.do === 'record_referral' && turn.institution !== undefined)
      refuse('institution', turn.institution, 'una institución', institutions);
    if (turn.do === 'release' && turn.step !== undefined) refuse('step', turn.step, 'un paso', steps);
  }
}

/** The word that was meant, or all there are. */
export function hint(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near ? `. ¿Quiso decir "${near}"?` : `. Hay: ${known.join(', ')}.`;
}
