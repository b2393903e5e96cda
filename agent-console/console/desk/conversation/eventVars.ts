/** Variables of an event that are codes are said in words: levels, outcomes, reasons; how long, as a person says it. The rest is as the server wrote it. */
import { spanOf } from '../../look/times.js';
import { isKey, type Say, type Vars } from '../../words/words.js';

const families: Record<string, string> = {
  from: 'risk',
  to: 'risk',
  level: 'risk',
  outcome: 'call.outcome',
  state: 'call.state',
  reason: 'closing',
  value: 'answer',
  decision: 'silence.decision',
  untold: 'untold',
};

function eventVars(vars: Vars, t: Say): Vars {
  return Object.fromEntries(
    Object.entries(vars).map(([name, value]) => {
      if (name === 'seconds' && typeof value === 'number') return [name, spanOf(value * 1_000, t)];
      const key = `${families[name] ?? ''}.${value}`;
      return [name, isKey(key) ? t(key) : value];
    }),
  );
}

/** What a line says of an event, in the language of whoever reads it. */
export function eventText({ event, vars }: { event: string; vars: Vars }, t: Say): string {
  const key = `event.${event.replaceAll('-', '_')}`;
  return isKey(key) ? t(key, eventVars(vars, t)) : t('event.other');
}
