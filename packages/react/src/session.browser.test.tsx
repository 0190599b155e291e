import { createAuth0Client, createSession, type Session } from '@auth0-passwordless/core';
import { createEmulator } from '@auth0-passwordless/emulator';
import { beforeEach, expect, it } from 'vitest';

// Real Web Locks, localStorage and BroadcastChannel: each tab is a frame, and uses those of its own window.

const domain = 'http://localhost:4400';
const emulator = createEmulator();
const own = {
  domain,
  clientId: 'native',
  fetch: emulator.fetch,
  now: emulator.clock.now,
};

beforeEach(() => {
  emulator.reset();
  emulator.setApplication('native', { refreshTokenRotation: true, refreshTokenLeewaySeconds: 0 });
  localStorage.clear();
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
});

function openTab(): Session {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const view = frame.contentWindow;
  if (!view) throw new Error('A frame without a window.');
  // A window has its globals as members, which TypeScript's Window does not say.
  const {
    navigator,
    localStorage: storage,
    BroadcastChannel: Channel,
  } = view as typeof globalThis.window & typeof globalThis;
  return createSession({ ...own, locks: navigator.locks, storage, BroadcastChannel: Channel });
}

async function signIn(session: Session) {
  const client = createAuth0Client({ ...own, scope: 'openid offline_access' });
  await client.start({ connection: 'email', email: 'ana@example.com' });
  const code = emulator.outbox.messages()[0]?.code ?? '';
  const tokens = await client.exchangeCode({ connection: 'email', email: 'ana@example.com', code });
  if (tokens) session.signIn(tokens);
}

const expire = () => emulator.clock.advance(86_400);
const refreshes = () =>
  emulator.requests().filter(({ body }) => body?.['grant_type'] === 'refresh_token').length;

it('signs in, refreshes and signs out in all tabs', async () => {
  const tabs = [openTab(), openTab(), openTab()] as const;
  await signIn(tabs[0]);
  await expect.poll(() => tabs[2].getSnapshot()).toEqual(tabs[0].getSnapshot());
  await tabs[2].logout();
  await expect
    .poll(() => tabs[0].getSnapshot())
    .toEqual({ status: 'signedOut', reason: 'elsewhere' });
});

it('refreshes a rotating token once for fifty callers in five tabs, twenty times over', async () => {
  const tabs = Array.from({ length: 5 }, openTab);
  const [first] = tabs;
  if (!first) throw new Error('No tab.');
  await signIn(first);
  for (let round = 1; round <= 20; round += 1) {
    expire();
    const callers = Array.from({ length: 10 }, () => tabs).flat();
    const tokens = await Promise.all(callers.map((tab) => tab.getAccessToken()));
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).toEqual(expect.any(String));
    expect(refreshes()).toBe(round);
  }
});

it('does not wait for ever for a tab that keeps the lock', async () => {
  const session = createSession({ ...own, storage: 'localStorage', timeoutSeconds: 0.02 });
  await signIn(session);
  expire();
  let release = () => {};
  const isOver = new Promise<void>((resolve) => {
    release = resolve;
  });
  // The frames of the test before give it up a moment after they are gone.
  await new Promise<void>((granted) => {
    void navigator.locks.request('auth0-passwordless:native', () => {
      granted();
      return isOver;
    });
  });
  await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'timeout' });
  expect(session.getSnapshot().status).toBe('signedIn');
  release();
});

it('survives a reload in sessionStorage, and not in memory', async () => {
  const session = createSession({ ...own, storage: 'sessionStorage' });
  await signIn(session);
  const reloaded = createSession({ ...own, storage: 'sessionStorage' });
  expect(reloaded.getSnapshot()).toEqual(session.getSnapshot());
  expect(createSession(own).getSnapshot().status).toBe('signedOut');
  await session.logout();
});
