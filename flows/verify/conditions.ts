/** The compiled machine read as data: its transitions, and which fields of an event its conditions ask for. */
import type { AnyStateMachine } from 'xstate';

export interface Config {
  entry?: readonly { type: string }[];
  always?: readonly Transition[];
  on?: Readonly<Record<string, readonly Transition[]>>;
  after?: Readonly<Record<string, readonly Transition[]>>;
  states?: Readonly<Record<string, Config>>;
}

export interface Transition {
  guard?: { params: { condition: unknown } };
  target?: string;
  actions?: readonly { type: string }[];
}

/** Fields of events that some condition of the machine asks for. */
export const fieldsAsked = ({ config }: AnyStateMachine): ReadonlySet<string> =>
  new Set(transitionsOf(config as unknown as Config).flatMap(({ guard }) => fieldsOf(guard?.params.condition)));

function transitionsOf(config: Config): Transition[] {
  return [
    ...(config.always ?? []),
    ...Object.values(config.on ?? {}).flat(),
    ...Object.values(config.after ?? {}).flat(),
    ...Object.values(config.states ?? {}).flatMap(transitionsOf),
  ];
}

function fieldsOf(condition: unknown): string[] {
  if (typeof condition !== 'object' || condition === null) return [];
  if (Array.isArray(condition)) return condition.flatMap(fieldsOf);
  if ('event' in condition) return [String(condition.event)];
  return ['all', 'any', 'not'].flatMap(part => fieldsOf((condition as Record<string, unknown>)[part]));
}
