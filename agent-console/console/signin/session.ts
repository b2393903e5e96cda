/**
 * From nobody to somebody at work, and back: sign in, change the one-time password, begin the shift, sign out, and what
 * happens when the session ends under one's hands (the page and the drafts stay; signing in goes over them).
 */
import type { Locale, SignedIn, Staff } from '../../../bot/console/contract.js';
import { Desk, type DeskTools } from '../live/desk.js';
import { changePassword, signIn, signOut, whoAmI, type Failure } from '../live/session.js';
import { may } from '../../../bot/console/rights.js';
import { Store } from '../live/store.js';
import { useApp } from '../look/app.js';

export type Session =
  | { phase: 'loading' }
  /** The server did not answer whether somebody is signed in. */
  | { phase: 'unreachable' }
  | { phase: 'signed-out' }
  | { phase: 'password'; me: SignedIn }
  | { phase: 'starting'; me: SignedIn }
  | { phase: 'working'; me: SignedIn; desk: Desk }
  | { phase: 'expired'; me: SignedIn; desk: Desk };

export type Tools = Omit<DeskTools, 'over' | 'stillSignedIn'> & {
  shift: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
};

/** Says in this tab that the shift began, so that a reload goes on without the card. */
const SHIFT = 'cauce.shift';

export class SessionKeeper extends Store<Session> {
  readonly #tools: Tools;
  /** The one-time password just used, so that it need not be typed again to change it. */
  #oneTime = '';

  constructor(tools: Tools) {
    super({ phase: 'loading' });
    this.#tools = tools;
  }

  /** The page opens: somebody may be signed in already. */
  async resume(): Promise<void> {
    const answer = await whoAmI();
    if (answer.ok) this.#enter(answer.value);
    else if (answer.status !== 401) this.set({ phase: 'unreachable' });
    else this.#leave();
  }

  /** Null when it went well. */
  async signIn(email: string, password: string, language: Locale): Promise<Failure | null> {
    const answer = await signIn(email, password, language);
    if (!answer.ok) return answer;
    this.#oneTime = password;
    this.#enter(answer.value);
    return null;
  }

  /** `current` is asked only when this page did not just see it typed. */
  async changePassword(current: string, next: string): Promise<Failure | null> {
    const session = this.get();
    if (session.phase !== 'password') return null;
    const answer = await changePassword(session.me.csrf, current || this.#oneTime, next, this.#tools.locale.get());
    if (!answer.ok) return answer;
    this.#oneTime = '';
    this.#arrive({ ...session.me, user: { ...session.me.user, mustChangePassword: false } });
    return null;
  }

  get knowsOneTime(): boolean {
    return this.#oneTime !== '';
  }

  begin(state: Staff['state']): void {
    const session = this.get();
    if (session.phase !== 'starting') return;
    this.#tools.shift.setItem(SHIFT, JSON.stringify({ user: session.me.user.id, state }));
    this.#work(session.me, state);
  }

  async signOut(): Promise<void> {
    const session = this.get();
    if ('me' in session) await signOut(session.me.csrf);
    this.#leave();
  }

  #enter(me: SignedIn): void {
    const before = this.get();
    this.#tools.clock.set(me.serverNow);
    if (before.phase === 'expired' && before.me.user.id !== me.user.id) this.#leave();
    this.#tools.drafts.begin(me.draftKey);
    if (me.user.mustChangePassword) return this.set({ phase: 'password', me });
    this.#oneTime = '';
    if (before.phase === 'expired' && before.me.user.id === me.user.id) {
      before.desk.link.renew(me.csrf);
      return this.set({ phase: 'working', me, desk: before.desk });
    }
    this.#arrive(me);
  }

  /** Whoever attends nobody has no shift to begin, nor an alarm to try. */
  #arrive(me: SignedIn): void {
    const state = may(me.user.roles, 'desk') ? this.#begun(me.user.id) : 'away';
    if (state) this.#work(me, state);
    else this.set({ phase: 'starting', me });
  }

  #work(me: SignedIn, state: Staff['state']): void {
    const desk = new Desk(me, state, {
      ...this.#tools,
      over: why => this.#over(why),
      stillSignedIn: async () => {
        const answer = await whoAmI();
        return answer.ok || (answer.status === 401 ? false : null);
      },
    });
    desk.state.subscribe(() =>
      this.#tools.shift.setItem(SHIFT, JSON.stringify({ user: me.user.id, state: desk.state.get() })),
    );
    desk.start();
    this.set({ phase: 'working', me, desk });
  }

  #over(why: 'signed-out' | 'expired'): void {
    const session = this.get();
    if (session.phase !== 'working') return;
    if (why === 'expired') this.set({ ...session, phase: 'expired' });
    else this.#leave();
  }

  #leave(): void {
    const session = this.get();
    if ('desk' in session) session.desk.stop();
    this.#oneTime = '';
    this.#tools.shift.removeItem(SHIFT);
    this.#tools.drafts.forget();
    this.set({ phase: 'signed-out' });
  }

  #begun(user: string): Staff['state'] | null {
    const stored = this.#tools.shift.getItem(SHIFT);
    if (stored === null) return null;
    const shift = JSON.parse(stored) as { user: string; state: Staff['state'] };
    return shift.user === user ? shift.state : null;
  }
}

export function useSignOut(): () => Promise<void> {
  const { session } = useApp();
  return () => session.signOut();
}
