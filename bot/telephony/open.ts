/** Telephony as it is configured: by a provider that speaks Twilio's protocol, or none. */
import type { Config } from '../config.js';
import type { Telephony } from './telephony.js';
import { twilio, type TwilioOptions } from './twilio.js';

export const telephonyOf = (
  { calls }: Pick<Config, 'calls'>,
  { origin, log }: Pick<TwilioOptions, 'origin' | 'log'>,
): Telephony | null => (calls ? twilio({ ...calls, origin, log }) : null);
