import { createServerClient } from '@auth0-passwordless/core';
import { createEmulator, type Emulator } from '@auth0-passwordless/emulator';
import { createPasswordlessHandler } from '@auth0-passwordless/server';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderLogin } from '../test/renderLogin.tsx';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';

// jsdom's own class is not the one that its TextEncoder gives, which a server never meets.
vi.stubGlobal('Uint8Array', new TextEncoder().encode().constructor);

const origin = 'https://app.example.com';

/** As a server calls: without an origin. jsdom's own classes, which `Request` does not know, are put aside. */
const serverFetch =
  (emulator: Emulator): typeof fetch =>
  (address, { method = 'GET', headers, body = null } = {}) => {
    const all = new Headers(headers);
    const isForm = body instanceof URLSearchParams;
    if (isForm) all.set('content-type', 'application/x-www-form-urlencoded');
    const url = address instanceof Request ? address.url : address;
    return emulator.handle(
      new Request(url, { method, headers: all, body: isForm ? `${body}` : body }),
    );
  };

/** The login of the component, through the handler on a server, to an emulated Auth0. */
function renderServerLogin() {
  const emulator = createEmulator();
  const handler = createPasswordlessHandler({
    domain: 'http://localhost:4400',
    clientId: 'web',
    clientSecret: 'web-secret-for-local-development-only',
    cookieSecret: 'a-secret-for-tests-of-more-than-32-bytes',
    fetch: serverFetch(emulator),
    now: emulator.clock.now,
  });
  let cookie = '';
  const client = createServerClient({
    baseUrl: `${origin}/passwordless`,
    now: emulator.clock.now,
    async fetch(address, { method = 'GET', body = null } = {}) {
      const headers = { 'content-type': 'application/json', origin };
      const request = new Request(address instanceof Request ? address.url : address, {
        method,
        headers,
        body,
      });
      const response = await handler(request, { ip: '203.0.113.7' });
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
      return response;
    },
  });
  const onAuthenticated = vi.fn<(login: { tokens: unknown }) => void>();
  const login = renderLogin(<PasswordlessLogin onAuthenticated={onAuthenticated} />, {
    client,
    now: emulator.clock.now,
  });
  const code = () => emulator.outbox.messages()[0]?.code ?? '';
  const session = () => handler.getSession(new Request(origin, { headers: { cookie } }));
  return { ...login, emulator, code, onAuthenticated, session };
}

describe('PasswordlessLogin through a server', () => {
  it('signs a newcomer up, and keeps the tokens on the server', async () => {
    const { askForCode, code, emulator, onAuthenticated, session, user } = renderServerLogin();
    const field = await askForCode();
    await user.type(field, code());
    await screen.findByRole('heading', { name: 'You’re signed in' });
    expect(onAuthenticated).toHaveBeenCalledTimes(1);
    expect(onAuthenticated.mock.lastCall?.[0].tokens).toBeNull();
    expect((await session()).session?.user.id).toBe(emulator.users()[0]?.id);
  });

  it('says that a code is wrong, and takes the right one then', async () => {
    const { askForCode, code, user } = renderServerLogin();
    const field = await askForCode();
    await user.type(field, code() === '000000' ? '111111' : '000000');
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent('That code isn’t right. 2 tries left.'),
    );
    await user.clear(field);
    await user.type(field, code());
    await screen.findByRole('heading', { name: 'You’re signed in' });
  });
});
