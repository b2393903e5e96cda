/** The sheets of the protocol, as a provider: what sense is sure of, and it abstains where sense does. */
import { LOCAL } from '../../flows/knowledge.js';
import { sheetText } from '../../flows/text/sheetText.js';
import type { Running } from '../conversations.js';
import type { Provider } from './knowledge.js';

export const localKnowledge = ({ protocol, senses }: Pick<Running, 'protocol' | 'senses'>): Provider => ({
  id: LOCAL,
  ask(question) {
    const { sheet: id, sheets } = senses.read(question, { violence: true, inEmergency: false });
    const sheet = protocol.sheets.find(one => one.id === id);
    return Promise.resolve(
      sheet
        ? {
            text: sheetText(sheet),
            source: sheet.title,
            confidence: Math.min(1, sheets.find(near => near.id === id)?.score ?? 1),
          }
        : null,
    );
  },
});
