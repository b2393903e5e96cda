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

/** Fields of events that some condition of the machine asks for; without those of the moves that an event of one type makes. */
export const fieldsAsked = ({ config }: AnyStateMachine, but?: string): ReadonlySet<string> =>
  new Set(transitionsOf(config as unknown as Config, but).flatMap(({ guard }) => fieldsOf(guard?.params.condition)));

function transitionsOf(config: Config, but?: string): Transition[] {
  return [
    ...(config.always ?? []),
    ...Object.entries(config.on ?? {}).flatMap(([type, moves]) => (type === but ? [] : moves)),
    ...Object.values(config.after ?? {}).flat(),
    ...Object.values(config.states ?? {}).flatMap(state => transitionsOf(state, but)),
  ];
}

function fieldsOf(condition: unknown): string[] {
  if (typeof condition !== 'object' || condition === null) return [];
  if (Array.isArray(condition)) return condition.flatMap(fieldsOf);
  if ('event' in condition) return [String(condition.event)];
  return ['all', 'any', 'not'].flatMap(part => fieldsOf((condition as Record<string, unknown>)[part]));
}
