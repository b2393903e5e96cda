import { describe, expect, test } from 'vitest';
import { VirtualClock } from '../../test/support/virtual-clock.js';
import { openMemoryStore } from '../store/sqlite/sqlite.js';
import { oneTimePassword, passwordProblem } from './passwords.js';
import { isSameSecret, Sessions } from './sessions.js';
import { SigningIn } from './signing-in.js';
import { ensureFirstAdministrator, UserProblem, Users } from './users.js';

const HOUR = 3_600_000;
const ANA = { email: 'Ana.Rojas@institucion.cl', name: 'Ana Rojas', roles: ['executive'] as const };

function house() {
  const store = openMemoryStore();
  const clock = new VirtualClock();
  const users = new Users({ store, clock });
  return { store, clock, users, sessions: new Sessions({ store, users, clock }), signing: new SigningIn(users) };
}

describe('accounts', () => {
  test('a new one gets a one-time password that must be changed, and the store keeps only its hash', async () => {
    const { users, store } = house();
    const { password } = await users.add(ANA);

    const ana = await users.byEmail('ana.rojas@INSTITUCION.cl ');
    expect(ana).toMatchObject({ name: 'Ana Rojas', mustChangePassword: true, disabled: false });
    expect(JSON.stringify(await store.findDocs('users'))).not.toContain(password);
  });

  test('an e-mail has one account, also when two are made at once', async () => {
    const { users } = house();
    const made = await Promise.allSettled([users.add(ANA), users.add({ ...ANA, email: ' ANA.rojas@institucion.cl' })]);

    expect(made.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await users.all()).toHaveLength(1);
  });

  test('the first administrator is made once, and never again while there is one', async () => {
    const { users } = house();
    const first = await ensureFirstAdministrator(users);

    expect(first?.password).toMatch(/^(?:[a-z2-9]{4}-){4}[a-z2-9]{4}$/);
    expect(await ensureFirstAdministrator(users)).toBeNull();
    await expect(users.disable('admin@localhost')).rejects.toThrow('última administradora');
  });

  test('a disabled account is given back by its name, with a new one-time password; a reset does not give it back', async () => {
    const { users, signing } = house();
    const before = await users.add(ANA);
    await users.disable(ANA.email);
    expect(await signing.try(ANA.email, before.password, '10.0.0.1')).toEqual({ result: 'wrong' });

    await expect(users.reset(ANA.email)).rejects.toThrow(UserProblem);
    const after = await users.enable(ANA.email);
    expect(await signing.try(ANA.email, before.password, '10.0.0.1')).toEqual({ result: 'wrong' });
    expect(await signing.try(ANA.email, after.password, '10.0.0.1')).toMatchObject({ result: 'ok' });
  });
});

describe('sessions', () => {
  test('a token opens its session; the store holds nothing that does', async () => {
    const { users, sessions, store } = house();
    await users.add(ANA);
    const { token, session } = await sessions.begin((await users.byEmail(ANA.email))!);

    expect(await sessions.find(token)).toEqual(session);
    expect(await sessions.find(session.id)).toBeNull();
    const stored = JSON.stringify(await store.findDocs('sessions'));
    for (const secret of [token, session.csrf, session.draftKey]) expect(stored).not.toContain(secret);
  });

  test('it ends after a shift and a half, when it is ended, and when the account is disabled', async () => {
    const { users, sessions, clock } = house();
    await users.add(ANA);
    const ana = (await users.byEmail(ANA.email))!;
    const [long, ended, disabled] = [await sessions.begin(ana), await sessions.begin(ana), await sessions.begin(ana)];

    await sessions.end(ended.session.id);
    expect(await sessions.find(ended.token)).toBeNull();
    await users.disable(ANA.email);
    expect(await sessions.holds(disabled.session.id)).toBe(false);
    await users.enable(ANA.email);
    expect(await sessions.holds(long.session.id)).toBe(true);
    clock.pass(12 * HOUR);
    expect(await sessions.find(long.token)).toBeNull();
    expect(await sessions.sweep()).toBe(2);
  });

  test('changing a password can end all others', async () => {
    const { users, sessions } = house();
    await users.add(ANA);
    const ana = (await users.byEmail(ANA.email))!;
    const [kept, other] = [await sessions.begin(ana), await sessions.begin(ana)];

    await sessions.endAllOf(ana.id, kept.session.id);

    expect(await sessions.find(kept.token)).not.toBeNull();
    expect(await sessions.find(other.token)).toBeNull();
  });
});

describe('signing in', () => {
  test('five wrong tries from one place make that place wait, and another one still signs in', async () => {
    const { users, signing } = house();
    const { password } = await users.add(ANA);
    for (let i = 0; i < 5; i++)
      expect(await signing.try(ANA.email, 'no es esta', '10.0.0.1')).toEqual({ result: 'wrong' });

    expect(await signing.try(ANA.email, password, '10.0.0.1')).toMatchObject({ result: 'wait' });
    expect(await signing.try(ANA.email, password, '10.0.0.2')).toMatchObject({ result: 'ok' });
  });

  test('tries that come together are counted one by one', async () => {
    const { users, signing } = house();
    await users.add(ANA);

    const tries = await Promise.all(Array.from({ length: 8 }, () => signing.try(ANA.email, 'no es esta', '10.0.0.1')));

    expect(tries.filter(one => one.result === 'wrong')).toHaveLength(5);
  });

  test('one place that tries many accounts has to wait', async () => {
    const { users } = house();
    const signing = new SigningIn(users, { accountHere: 5, address: 3, account: 60, seconds: 600 });
    for (let i = 0; i < 3; i++) await signing.try(`nadie${i}@institucion.cl`, 'clave', '10.0.0.1');

    expect(await signing.try('otra@institucion.cl', 'clave', '10.0.0.1')).toMatchObject({ result: 'wait' });
  });
});

describe('passwords', () => {
  test.each([
    ['corta', 'short'],
    ['a'.repeat(300), 'long'],
    ['la de un solo uso', 'same'],
    ['ana.rojas y algo mas', 'guessable'],
    ['123456789012345', 'guessable'],
    ['aaaaaaaaaaaaaaa', 'guessable'],
    ['tres gatos en el techo', null],
  ])('%s: %s', (next, problem) => {
    expect(passwordProblem(next, { email: 'ana.rojas@institucion.cl', current: 'la de un solo uso' })).toBe(problem);
  });

  test('one-time ones differ', () => {
    expect(new Set(Array.from({ length: 50 }, () => oneTimePassword())).size).toBe(50);
  });

  test('secrets are compared whatever their lengths', () => {
    expect(isSameSecret('abc', 'abc')).toBe(true);
    expect(isSameSecret('', 'abc')).toBe(false);
  });
});
