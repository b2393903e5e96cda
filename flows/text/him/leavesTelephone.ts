/**
 * "Tengo que dejar el celu", "apago el teléfono", "i have to put the phone down", and not a word of anything else: she puts it out
 * of her hands, because somebody is there. Whether she should, or that she leaves it at the workshop, is another thing.
 */
import { lately } from '../lately.js';
import { plain } from '../plain.js';

export const leavesTelephone = lately((text: string): boolean => {
  if (text.includes('?')) return false;
  const flat = plain(text, { punctuation: false });
  return LEAVES.some(pattern => pattern.test(flat));
});

const CELL = '(?:el|mi|este) (?:celu|cel|celular|telefono|fono|movil)';
const QUE = '(?:que|q|k|ke)';
const ES = `(?:(?:me )?(?:tengo|debo|toca|hay) (?:${QUE} )?|voy a )(?:soltar|dejar|esconder|guardar|apagar|bloquear|entregar|devolver) ${CELL}|(?:suelto|escondo|guardo|apago|dejo) ${CELL}|(?:lo |tengo que |voy a )(?:suelto|escondo|guardo|apago|esconderlo|guardarlo|apagarlo|soltarlo)`;
const EN =
  '(?:i |ill |im |i am |i will )?(?:(?:have to|got to|gotta|need to|must|going to|gonna) )?(?:(?:put|putting|set) (?:the|my|this) (?:phone|cell|cellphone) (?:down|away)|put (?:it )?(?:down|away) (?:the|my|this) (?:phone|cell)|(?:hide|hiding|turn off|turning off|switch off|drop) (?:the|my|this) (?:phone|cell|cellphone))';
const PT =
  '(?:(?:eu )?(?:tenho que|preciso|vou) (?:largar|deixar|esconder|guardar|desligar)|(?:largo|escondo|guardo|desligo)) (?:o |meu |o meu )(?:celular|telefone|cel)';
const HT =
  '(?:m|mwen|map) ?(?:ap|pral|dwe|bezwen)? ?(?:kite|mete|sere|kache|etenn|femen) telefon (?:nan|mwen|m|la)(?: (?:ate|atè))?';
const AROUND =
  '(?:ya|ahora|altiro|chao|bye|perdon|sorry|shh+|ups|espera|now|ok|despues (?:sigo|hablamos|te escribo)|un rato|agora|tchau|kounye a)';
const LEAVES = [ES, EN, PT, HT].map(said => new RegExp(`^(?:${AROUND} )*(?:${said})(?: ${AROUND})*$`, 'u'));
