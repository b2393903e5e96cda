/**
 * Where a text lists the places to report at, and he is of one of them: that one is left out, so that nobody sends her to his
 * comrades first. A text that names no other place stays as it is written.
 */

/** The places of which he may be. */
const DESKS = { police: 'Carabineros', other: '(?:la |the )?PDI' };
const OTHERS =
  '(?:(?:la|the|el|al|a la|en la|en el|at the) )?(?:Carabineros|PDI|Fiscalía|Tribunal|tribunal|family court)';

/** @param his of the first police, or of the other one */
export function withoutHisDesk(text: string, his: keyof typeof DESKS): string {
  const desk = DESKS[his];
  return (
    text
      // "En Carabineros, en la PDI o …", "en Carabineros, PDI o …": the first keeps its preposition where the next has none.
      .replace(
        new RegExp(`\\b(en |a |at |to )?${desk}, (en |a |at |to )?(?=${OTHERS}\\b)`, 'gu'),
        (_, own: string | undefined, next: string | undefined) => next ?? own ?? '',
      )
      // "La Fiscalía, Carabineros o la PDI".
      .replace(new RegExp(`, (?:en |a |at |to )?${desk}( (?:o|or) )(?=(?:en )?${OTHERS}\\b)`, 'gu'), '$1')
      // "Carabineros o la PDI".
      .replace(new RegExp(`(?<!, )\\b${desk} (?:o|or) (?=${OTHERS}\\b)`, 'gu'), '')
  );
}
