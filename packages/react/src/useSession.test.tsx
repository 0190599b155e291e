import { createSession, type TokenSet } from '@auth0-passwordless/core';
import { createEmulator } from '@auth0-passwordless/emulator';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { email, emulatedClient } from '../test/renderLogin.tsx';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';
import { PasswordlessProvider } from './PasswordlessProvider.tsx';
import { SessionProvider } from './SessionProvider.tsx';
import { useSession } from './useSession.ts';
import { useUser } from './useUser.ts';

const dayInSeconds = 86_400;
/** One for all tests: it makes its signing key once, which takes a while. */
const emulator = createEmulator();
beforeEach(() => {
  emulator.reset();
  localStorage.clear();
});

const calls = (path: string) =>
  emulator.requests().filter(({ method, path: of }) => method !== 'OPTIONS' && of === path);

function createWorld() {
  const session = createSession({
    domain: 'http://localhost:4400',
    clientId: 'native',
    fetch: emulator.fetch,
    now: emulator.clock.now,
    storage: 'localStorage',
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <SessionProvider session={session}>{children}</SessionProvider>
      </QueryClientProvider>
    </StrictMode>
  );
  return { session, queryClient, wrapper };
}

async function login(to = email): Promise<TokenSet> {
  const client = emulatedClient(emulator);
  await client.start({ connection: 'email', email: to });
  const code = emulator.outbox.messages({ to })[0]?.code ?? '';
  const tokens = await client.exchangeCode({ connection: 'email', email: to, code });
  if (!tokens) throw new Error('No tokens.');
  return tokens;
}

function Status() {
  const session = useSession();
  return (
    <>
      <output>{JSON.stringify(session)}</output>
      <button onClick={() => session.logout()}>Sign out</button>
    </>
  );
}

function Who() {
  const { data, error, isPending } = useUser();
  return <p>{error?.code ?? data?.email ?? (isPending ? 'pending' : 'nobody')}</p>;
}

const status = () => JSON.parse(screen.getByRole('status').textContent).status;

describe('useSession', () => {
  it('follows a login and a logout', async () => {
    const { session, wrapper } = createWorld();
    const onAuthenticated = vi.fn(({ tokens }: { tokens: TokenSet | null }) => {
      if (tokens) session.signIn(tokens);
    });
    render(
      <PasswordlessProvider client={emulatedClient(emulator)}>
        <Status />
        <PasswordlessLogin onAuthenticated={onAuthenticated} />
      </PasswordlessProvider>,
      { wrapper },
    );
    const [session0] = screen.getAllByRole('status');
    expect(session0).toHaveTextContent('signedOut');
    await userEvent.type(screen.getByLabelText('Email address'), `${email}{Enter}`);
    const field = await screen.findByLabelText('Verification code');
    await userEvent.type(field, emulator.outbox.messages()[0]?.code ?? '');
    await waitFor(() => expect(session0).toHaveTextContent('signedIn'));
    expect(onAuthenticated).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
    expect(session0).toHaveTextContent('loggedOut');
  });

  it('renders who is signed in and no token', async () => {
    const { session, wrapper } = createWorld();
    const tokens = await login();
    session.signIn(tokens);
    const { container } = render(<Status />, { wrapper });
    expect(status()).toBe('signedIn');
    expect(container).toHaveTextContent('email|');
    for (const token of [tokens.accessToken, tokens.idToken]) {
      expect(container.innerHTML).not.toContain(token);
    }
  });

  it('follows a tab that signs out', async () => {
    const here = createWorld();
    here.session.signIn(await login());
    const there = createWorld();
    render(<Status />, { wrapper: here.wrapper });
    await act(() => there.session.logout());
    await waitFor(() => expect(status()).toBe('signedOut'));
    expect(screen.getByRole('status')).toHaveTextContent('elsewhere');
  });

  it('gives the same functions at each render', () => {
    const { wrapper } = createWorld();
    const seen = new Set<unknown>();
    function Probe() {
      seen.add(useSession().getAccessToken);
      return null;
    }
    const { rerender } = render(<Probe />, { wrapper });
    rerender(<Probe />);
    expect(seen.size).toBe(1);
  });

  it('takes over a page of a server without a mismatch', async () => {
    const { session, wrapper: Wrapper } = createWorld();
    session.signIn(await login());
    const page = (
      <Wrapper>
        <Status />
      </Wrapper>
    );
    const container = document.body.appendChild(document.createElement('main'));
    container.innerHTML = renderToString(page);
    expect(status()).toBe('unknown');
    const complaints = vi.spyOn(console, 'error');
    render(page, { container, hydrate: true });
    expect(status()).toBe('signedIn');
    expect(complaints).not.toHaveBeenCalled();
    complaints.mockRestore();
  });

  it('is asked for by name where its provider is missing', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(() => render(<Status />)).toThrow(/no SessionProvider above.*Wrap the app/s);
  });
});

describe('useUser', () => {
  it('asks once for many components, and says who it is', async () => {
    const { session, wrapper } = createWorld();
    session.signIn(await login());
    render(
      <>
        <Who />
        <Who />
      </>,
      { wrapper },
    );
    expect(await screen.findAllByText(email)).toHaveLength(2);
    expect(calls('/userinfo')).toHaveLength(1);
  });

  it('asks nothing while nobody is signed in, and begins with the sign-in', async () => {
    const { session, wrapper } = createWorld();
    render(<Who />, { wrapper });
    expect(screen.getByText('pending')).toBeInTheDocument();
    expect(calls('/userinfo')).toEqual([]);
    const tokens = await login();
    act(() => session.signIn(tokens));
    expect(await screen.findByText(email)).toBeInTheDocument();
  });

  it('forgets the person at the end of the session, also for the next one', async () => {
    const { session, queryClient, wrapper } = createWorld();
    session.signIn(await login());
    render(<Who />, { wrapper });
    await screen.findByText(email);
    await act(() => session.logout());
    expect(screen.queryByText(email)).toBeNull();
    expect(
      JSON.stringify(
        queryClient
          .getQueryCache()
          .getAll()
          .map(({ state }) => state),
      ),
    ).not.toContain(email);
    const tokens = await login('bea@example.com');
    act(() => session.signIn(tokens));
    expect(await screen.findByText('bea@example.com')).toBeInTheDocument();
  });

  it('keeps no token in the query cache', async () => {
    const { session, queryClient, wrapper } = createWorld();
    const { accessToken, idToken = '' } = await login().then((tokens) => {
      session.signIn(tokens);
      return tokens;
    });
    render(<Who />, { wrapper });
    await screen.findByText(email);
    const cache = JSON.stringify(
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ queryKey, state }) => [queryKey, state]),
    );
    expect(cache).toContain(email);
    expect(cache).not.toContain(accessToken);
    expect(cache).not.toContain(idToken);
  });

  it('does not ask again for a refused token', async () => {
    const { session, wrapper } = createWorld();
    session.signIn(await login());
    emulator.failNext({ path: '/userinfo', status: 401, body: 'Unauthorized', times: 9 });
    render(<Who />, { wrapper });
    expect(await screen.findByText('access_denied')).toBeInTheDocument();
    expect(calls('/userinfo')).toHaveLength(1);
  });

  it('asks again after a failure that passes', async () => {
    const { session, wrapper } = createWorld();
    session.signIn(await login());
    emulator.failNext({ path: '/userinfo', status: 503, times: 2 });
    render(<Who />, { wrapper });
    expect(await screen.findByText(email)).toBeInTheDocument();
    expect(calls('/userinfo')).toHaveLength(3);
  });

  it('ends with the session when the token is over', async () => {
    const { session, wrapper } = createWorld();
    session.signIn(await login());
    emulator.clock.advance(dayInSeconds);
    render(
      <>
        <Status />
        <Who />
      </>,
      { wrapper },
    );
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('expired'));
    expect(calls('/userinfo')).toEqual([]);
  });

  it('works without a React Query client of the app', async () => {
    const { session } = createWorld();
    session.signIn(await login());
    render(
      <SessionProvider session={session}>
        <Who />
      </SessionProvider>,
    );
    expect(await screen.findByText(email)).toBeInTheDocument();
  });
});
