/**
 * What a machine is stepped with. XState builds an actor for every pure `transition`; three quarters of its cost. One
 * inert scope per machine gives the same actions as data (a property test holds both roads equal).
 */
import { type AnyStateMachine, createActor } from 'xstate';

export interface Emitted {
  type: string;
  params?: unknown;
}

interface Scope {
  actionExecutor: (action: Emitted) => void;
}

const scopes = new WeakMap<object, Scope>();

/** @param actionExecutor is given each action, in order */
export function scopeOf(machine: AnyStateMachine, actionExecutor: Scope['actionExecutor']): Scope {
  let scope = scopes.get(machine);
  if (!scope) {
    const self = createActor(machine);
    const nothing = (): void => {};
    scope = {
      self,
      system: self.system,
      id: '',
      sessionId: '',
      defer: nothing,
      logger: nothing,
      stopChild: nothing,
      emit: nothing,
      actionExecutor: nothing,
    } as unknown as Scope;
    scopes.set(machine, scope);
  }
  scope.actionExecutor = actionExecutor;
  return scope;
}
