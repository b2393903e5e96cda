/** The channel of drills: it takes every message of ours, and nothing leaves by it. What comes in is the script's. */
import type { Channel } from '../channels/channel.js';
import { DRILL } from '../console/contract.js';

export const drillChannel: Channel = {
  id: DRILL,
  capabilities: { buttons: null, list: null, body: 4_096, acks: 'sent', typing: false, callable: false },
  send: () => Promise.resolve({ state: 'sent' }),
  health: () => ({ state: 'ok', lastInboundAt: null, lastSentAt: null }),
  close: () => Promise.resolve(),
};
