/** What a conversation remembers of each text of hers, whatever the machine then does with it: each part beside its reason. */
import { apartAfter } from './emergency/apart.js';
import { wasAskedForSafety } from './danger/answersSafety.js';
import type { Context } from './context.js';
import { openedBy } from './sight/cover.js';
import type { FlowEvent } from './events.js';
import { threatAfter, toldOfWound } from './danger/herWords.js';
import { looseAfter } from './place/looseStreet.js';
import { piecesAfter } from './danger/pieces.js';
import type { Protocol } from './protocol.js';
import type { Reading } from './reading.js';
import { fearAfter, ofHimAfter, toldAfter } from './danger/toldBefore.js';
import { unclearAfter } from './danger/unclear.js';
import { unfitAfter } from './emergency/unfit.js';

export const rememberedAfter = (
  context: Context,
  event: FlowEvent,
  read: Reading,
  protocol: Protocol,
): Partial<Context> => ({
  ...toldOfWound(context),
  ...apartAfter(context, event, read, wasAskedForSafety(protocol, context) || saysWho(protocol, context)),
  ...piecesAfter(context, read.text, protocol),
  ...looseAfter(context, read),
  ...unfitAfter(context, read),
  ...openedBy(context, event),
  ...threatAfter(context, event, read),
  ...toldAfter(context, event, read),
  ...fearAfter(event, read),
  ...ofHimAfter(context, event, read),
  ...unclearAfter(context, event, read, protocol),
});

/** Who writes asked who answers, he or she: whether she can write is asked after it. */
const saysWho = ({ understands }: Protocol, { step }: Context): boolean =>
  understands.some(({ doubt, go }) => doubt === 'maybe' && go === step);
