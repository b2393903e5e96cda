/**
 * Everything that can be done from here, by name: the palette lists verbs, the help lists their keys, one listener runs
 * them. A part of the screen offers its verbs while it is there.
 */
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useApp } from '../look/app.js';
import { Store } from '../live/store.js';
import { edits, isText, nameOf, writes } from './keys.js';

export type Scope = 'conversation' | 'queue' | 'desk' | 'general';

export interface Verb {
  id: string;
  /** In the person's language. */
  title: string;
  scope: Scope;
  /** The first is the one shown. */
  keys?: readonly string[];
  /** Why it cannot be done now; it is listed all the same, with this. */
  unavailable?: string | undefined;
  run(): void;
  /** Its keys also act while a dialog is open. */
  always?: boolean;
  /** In the list of keys only, not in the palette. */
  keyOnly?: boolean;
}

export class Verbs {
  readonly all = new Store<readonly Verb[]>([]);
  readonly #groups = new Map<object, readonly Verb[]>();

  offer(owner: object, verbs: readonly Verb[]): void {
    this.#groups.set(owner, verbs);
    this.all.set([...this.#groups.values()].flat());
  }

  withdraw(owner: object): void {
    this.#groups.delete(owner);
    this.all.set([...this.#groups.values()].flat());
  }

  /** The verb of a key press here and now, if there is one. */
  for(name: string, where: { inText: boolean; inDialog: boolean; letters: boolean }): Verb | undefined {
    if (where.inText && edits(name)) return undefined;
    if (writes(name) && (where.inText || !where.letters)) return undefined;
    return this.all.get().find(verb => verb.keys?.includes(name) && (verb.always || !where.inDialog));
  }
}

/** Offers these verbs while the component is mounted; the newest ones are always the ones that run. */
export function useVerbs(verbs: readonly Verb[]): void {
  const { verbs: registry } = useApp();
  const owner = useRef({});
  // Before the screen is painted: whoever sees a conversation may press its keys.
  useLayoutEffect(() => registry.offer(owner.current, verbs));
  useEffect(() => {
    const mine = owner.current;
    return () => registry.withdraw(mine);
  }, [registry]);
}

/** Listens for the keys of the verbs; `refused` is told why one that was pressed cannot be done. */
export function useKeys(refused: (verb: Verb) => void): void {
  const { verbs, ui, prefs } = useApp();
  const tell = useEffectEvent(refused);
  // Before the screen is painted, as the verbs are: a key pressed on what is seen is never lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const name = nameOf(event);
      if (name === null) return;
      const where = {
        inText: isText(document.activeElement),
        inDialog: ui.dialog.get() !== null,
        letters: prefs.get().letters,
      };
      const verb = verbs.for(name, where);
      if (!verb) return;
      event.preventDefault();
      if (verb.unavailable) tell(verb);
      else verb.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [verbs, ui, prefs]);
}
