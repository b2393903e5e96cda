/** What a conversation remembers of each text of hers, whatever the machine then does with it: each part beside its reason. */
import { apartAfter } from './apart.js';
import type { Context } from './context.js';
import { openedBy } from './cover.js';
import type { FlowEvent } from './events.js';
import { threatAfter, toldOfWound } from './herWords.js';
import { looseAfter } from './looseStreet.js';
import { piecesAfter } from './pieces.js';
import type { Protocol } from './protocol.js';
import type { Reading } from './reading.js';
import { fearAfter, toldAfter } from './toldBefore.js';
import { unclearAfter } from './unclear.js';
import { unfitAfter } from './unfit.js';

export const rememberedAfter = (
  context: Context,
  event: FlowEvent,
  read: Reading,
  protocol: Protocol,
): Partial<Context> => ({
  ...toldOfWound(context),
  ...apartAfter(context, event, read),
  ...piecesAfter(context, read.text, protocol),
  ...looseAfter(context, read),
  ...unfitAfter(context, read),
  ...openedBy(context, event),
  ...threatAfter(context, event, read),
  ...toldAfter(context, event, read),
  ...fearAfter(event, read),
  ...unclearAfter(context, event, read, protocol),
});
