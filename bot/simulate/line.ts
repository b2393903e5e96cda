/** The channel of a played dialogue: shows what the real one shows, and writes down what it is given. */
import type { Capabilities, Channel, Health, Outgoing, Sent, Shows } from '../channels/channel.js';
import { SHOWS as OF_HTTP } from '../channels/http/http.js';
import { SHOWS as OF_WEBCHAT } from '../channels/webchat/webchat.js';
import type { Dialogue } from './dialogue.js';

export type ChannelName = Dialogue['channel'];

/** Told by a telephone or across a counter, an executive reads the choices aloud: numbers. */
const NUMBERED: Shows = { buttons: null, list: null, body: 4_096 };

const SHOWS: Record<ChannelName, Shows> = {
  whatsapp: NUMBERED,
  webchat: OF_WEBCHAT,
  http: OF_HTTP,
  counter: NUMBERED,
  phone: NUMBERED,
  van: NUMBERED,
};

export class Line implements Channel {
  readonly id: ChannelName;
  readonly capabilities: Capabilities;
  up = true;
  /** What was sent and not yet looked at. */
  readonly #sent: Outgoing[] = [];
  #last: Outgoing | null = null;

  constructor(id: ChannelName) {
    this.id = id;
    this.capabilities = {
      ...SHOWS[id],
      acks: 'read',
      typing: false,
      callable: id !== 'webchat',
    };
  }

  async send(message: Outgoing): Promise<Sent> {
    if (!this.up) throw new Error('the dialogue says that the channel is down');
    this.#sent.push(message);
    this.#last = message;
    return { state: 'sent' };
  }

  /** What was sent since the last look. */
  take(): Outgoing[] {
    return this.#sent.splice(0);
  }

  /** The last message that left, for its marks of delivery. */
  get last(): Outgoing | null {
    return this.#last;
  }

  health(): Health {
    return { state: this.up ? 'ok' : 'down', lastInboundAt: null, lastSentAt: null };
  }

  async close(): Promise<void> {}
}
