/**
 * The people who work here: who they are, what they may do, and whether their password is theirs yet. An account's id is
 * made from its e-mail, so that two can never have the same; an account is never deleted, because records name it: it
 * is disabled.
 */
import { createHash } from 'node:crypto';
import type { Locale, Role } from '../console/contract.js';
import type { Clock } from '../clock.js';
import { type Doc, RevisionConflict, type Store } from '../store/store.js';
import { hashPassword, oneTimePassword } from './passwords.js';

export interface User {
  id: string;
  email: string;
  name: string;
  roles: readonly Role[];
  locale: Locale;
  passwordHash: string;
  /** The password is a one-time one: nothing else can be done until it is changed. */
  mustChangePassword: boolean;
  disabled: boolean;
  createdAt: number;
}

/** Who is asked for is not here, or is here already. */
export class UserProblem extends Error {
  override name = 'UserProblem';
}

export interface Credentials {
  email: string;
  /** Shown once; only its hash is kept. */
  password: string;
}

const USERS = 'users';

export class Users {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  async get(id: string): Promise<User | null> {
    const doc = await this.#store.getDoc(USERS, id);
    return doc ? userOf(doc) : null;
  }

  byEmail(email: string): Promise<User | null> {
    return this.get(idOf(email));
  }

  async all(): Promise<User[]> {
    return (await this.#store.findDocs(USERS)).map(userOf);
  }

  /** Creates an account with a one-time password. Throws UserProblem when the e-mail has one. */
  async add({
    email,
    name,
    roles,
    locale = 'es',
  }: Pick<User, 'email' | 'name' | 'roles'> & { locale?: Locale }): Promise<Credentials> {
    const password = oneTimePassword();
    const user: User = {
      id: idOf(email),
      email: folded(email),
      name: name.trim(),
      roles,
      locale,
      passwordHash: await hashPassword(password),
      mustChangePassword: true,
      disabled: false,
      createdAt: this.#clock.now(),
    };
    try {
      await this.#put(user, 0);
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      throw new UserProblem(
        `${user.email} ya tiene una cuenta. Dele otra contraseña con "cauce user reset ${user.email}", u otro rol con "cauce user role ${user.email} ROLE".`,
      );
    }
    return { email: user.email, password };
  }

  /** A new one-time password. Throws UserProblem, also for a disabled account: whoever took it away gives it back (`enable`). */
  async reset(email: string): Promise<Credentials & { user: User }> {
    return this.#withPassword(email, before => {
      if (before.disabled)
        throw new UserProblem(
          `${before.email} está desactivada, y otra contraseña no la activa. Actívela con "cauce user enable ${before.email}".`,
        );
      return before;
    });
  }

  /** A disabled account can be used again, with a one-time password. Throws UserProblem. */
  async enable(email: string): Promise<Credentials & { user: User }> {
    return this.#withPassword(email, before => {
      if (!before.disabled) throw new UserProblem(`${before.email} ya está activa.`);
      return { ...before, disabled: false };
    });
  }

  /** Throws UserProblem, also for the last administrator: nobody could undo it. */
  async disable(email: string): Promise<User> {
    await this.#refuseLast(email);
    return this.#change(email, before => ({ ...before, disabled: true }));
  }

  /** Gives roles to an account that is there. Throws UserProblem. */
  give(email: string, roles: readonly Role[]): Promise<User> {
    return this.#change(email, before => ({ ...before, roles: [...new Set([...before.roles, ...roles])] }));
  }

  /** Takes roles away. Throws UserProblem: for the last administrator, and where none would be left. */
  async take(email: string, roles: readonly Role[]): Promise<User> {
    if (roles.includes('administrator')) await this.#refuseLast(email);
    return this.#change(email, before => {
      const left = before.roles.filter(role => !roles.includes(role));
      if (left.length === 0)
        throw new UserProblem(
          `${before.email} quedaría sin ningún rol. Dele antes otro, o desactívela con "cauce user disable ${before.email}".`,
        );
      return { ...before, roles: left };
    });
  }

  async #refuseLast(email: string): Promise<void> {
    const others = (await this.all()).filter(one => !one.disabled && one.email !== folded(email));
    const user = await this.byEmail(email);
    if (user?.roles.includes('administrator') && !others.some(one => one.roles.includes('administrator')))
      throw new UserProblem(`${user.email} es la última administradora. Agregue antes otra.`);
  }

  async #withPassword(email: string, change: (before: User) => User): Promise<Credentials & { user: User }> {
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    const user = await this.#change(email, before => ({ ...change(before), passwordHash, mustChangePassword: true }));
    return { email: user.email, password, user };
  }

  /** Her own password, chosen by her. */
  async setPassword(email: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.#change(email, before => ({ ...before, passwordHash, mustChangePassword: false }));
  }

  async #change(email: string, change: (before: User) => User): Promise<User> {
    for (;;) {
      const doc = await this.#store.getDoc(USERS, idOf(email));
      if (!doc) throw new UserProblem(`${folded(email)} no tiene cuenta. Créela con "cauce user add".`);
      const user = change(userOf(doc));
      try {
        await this.#put(user, doc.version);
        return user;
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
  }

  async #put(user: User, expected: number): Promise<void> {
    await this.#store.putDoc(
      { collection: USERS, id: user.id, fields: { disabled: user.disabled }, data: user },
      expected,
    );
  }
}

/**
 * The first account of a new house, with a password to print once; null when there is an administrator already.
 * Nothing ships with a default password.
 */
export async function ensureFirstAdministrator(users: Users, email = 'admin@localhost'): Promise<Credentials | null> {
  const all = await users.all();
  if (all.some(user => user.roles.includes('administrator') && !user.disabled)) return null;
  // She also attends, so that whoever tries the service alone sees the whole of it.
  return users.add({ email, name: 'Administración', roles: ['administrator', 'supervisor'] });
}

const userOf = (doc: Doc): User => doc.data as User;
const idOf = (email: string): string =>
  createHash('sha256')
    .update(`user:${folded(email)}`)
    .digest('base64url')
    .slice(0, 22);

/** As e-mails are compared: without blanks around, in small letters. */
export const folded = (email: string): string => email.trim().normalize('NFC').toLowerCase();
