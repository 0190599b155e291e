import { expect, it } from 'vitest';
import { beginTransaction, takeTransaction } from './redirectTransaction.ts';
import { memoryStorage } from './testing/memoryStorage.ts';

const startedAt = Date.UTC(2026, 10, 23, 12);
const login = { redirectUri: 'https://example.com/callback', startedAt };
const day = 86_400_000;

it('remembers a login until it is taken, once', () => {
  const storage = memoryStorage();
  const { state, nonce } = beginTransaction(storage, login);
  expect(takeTransaction(storage, 'other', startedAt)).toBeNull();
  expect(takeTransaction(storage, state, startedAt)).toEqual({ ...login, nonce });
  expect(takeTransaction(storage, state, startedAt)).toBeNull();
});

it('gives every login a state and a nonce of its own', () => {
  const storage = memoryStorage();
  const all = [1, 2].flatMap(() => Object.values(beginTransaction(storage, login)));
  expect(new Set(all).size).toBe(4);
});

it('forgets a login after a day', () => {
  const storage = memoryStorage();
  const [one, other] = [beginTransaction(storage, login), beginTransaction(storage, login)];
  expect(takeTransaction(storage, one.state, startedAt + day - 1)).not.toBeNull();
  expect(takeTransaction(storage, other.state, startedAt + day)).toBeNull();
});

it.each([['redirectUri'], ['nonce'], ['startedAt']])('takes nothing without its %s', (name) => {
  const storage = memoryStorage();
  const stored = { ...login, nonce: 'n', [name]: undefined };
  storage.setItem('auth0-passwordless.redirect.s', JSON.stringify(stored));
  expect(takeTransaction(storage, 's', startedAt)).toBeNull();
});
