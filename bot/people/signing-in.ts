/**
 * Signing in: the same answer and the same time for a wrong password and for an account that does not exist, and a wait
 * after too many tries.
 *
 * Tries are counted for an account from one network address, so that a stranger elsewhere cannot keep its owner out;
 * for the address, against many accounts tried from one place; and for the account, against many places.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { isPassword, LENGTH_MOST } from './passwords.js';
import { folded, type User, type Users } from './users.js';

export type SignInResult = { result: 'ok'; user: User } | { result: 'wrong' } | { result: 'wait'; retryAfterS: number };

/** Failed tries in so many seconds. */
export interface TryLimits {
  accountHere: number;
  address: number;
  account: number;
  seconds: number;
}

const LIMITS: TryLimits = { accountHere: 5, address: 30, account: 60, seconds: 600 };

/** Hash of a password that nobody has: looking up an unknown account costs what a known one does. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$shjmT+4zPhnZUUb40wZOaA$tVkB19ik6vrnoZH1OaSpTgtu65L9uYNCpAl/ii1IQ14';

export class SigningIn {
  readonly #users: Users;
  readonly #limiters: { limiter: RateLimiterMemory; key: (email: string, address: string) => string }[];

  constructor(users: Users, limits: TryLimits = LIMITS) {
    this.#users = users;
    const limiter = (points: number): RateLimiterMemory =>
      new RateLimiterMemory({ points, duration: limits.seconds, blockDuration: limits.seconds });
    this.#limiters = [
      { limiter: limiter(limits.accountHere), key: (email, address) => `${email} ${address}` },
      { limiter: limiter(limits.address), key: (_, address) => address },
      { limiter: limiter(limits.account), key: email => email },
    ];
  }

  /** A try counts before the password is looked at, so that many at once do not pass together; a right one counts for nothing. */
  async try(email: string, password: string, address: string): Promise<SignInResult> {
    const account = folded(email).slice(0, LENGTH_MOST);
    const retryAfterS = await this.#count(account, address);
    if (retryAfterS > 0) return { result: 'wait', retryAfterS };
    const user = await this.#users.byEmail(account);
    const usable = user && !user.disabled ? user : null;
    const isRight = password.length <= LENGTH_MOST && (await isPassword(usable?.passwordHash ?? NOBODY, password));
    if (!usable || !isRight) return { result: 'wrong' };
    await Promise.all(
      this.#limiters.map(({ limiter, key }, i) =>
        i === 0 ? limiter.delete(key(account, address)) : limiter.reward(key(account, address), 1),
      ),
    );
    return { result: 'ok', user: usable };
  }

  /** Seconds to wait, or 0. */
  async #count(account: string, address: string): Promise<number> {
    for (const { limiter, key } of this.#limiters) {
      try {
        await limiter.consume(key(account, address));
      } catch (full) {
        if (!(full instanceof RateLimiterRes)) throw full;
        return Math.max(1, Math.ceil(full.msBeforeNext / 1_000));
      }
    }
    return 0;
  }
}
