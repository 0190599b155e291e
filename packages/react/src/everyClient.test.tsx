import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { type ClientName, type ClientWorld, clientWorlds } from '../test/clientWorlds.ts';
import { renderLogin } from '../test/renderLogin.tsx';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';

// jsdom's own class is not the one that its TextEncoder gives, which a server never meets.
vi.stubGlobal('Uint8Array', new TextEncoder().encode().constructor);

/** Where Auth0 is asked for a code, and for how long to wait when it says 52 seconds but may not be heard. */
const clients: Record<ClientName, { startPath: string; wait: string }> = {
  direct: { startPath: '/passwordless/start', wait: '0:52' },
  server: { startPath: '/passwordless/start', wait: '0:52' },
  next: { startPath: '/passwordless/start', wait: '1:00' },
  crossOrigin: { startPath: '/passwordless/start', wait: '0:52' },
  database: { startPath: '/otp/challenge', wait: '0:52' },
};

// The keys of the table are its names.
const names = Object.keys(clients) as ClientName[];

describe.each(names)('PasswordlessLogin through the %s client', (name) => {
  /** The login of the component, and the Auth0 behind its client. */
  function renderLoginThrough() {
    const { emulator, client, userId }: ClientWorld = clientWorlds[name]();
    const onAuthenticated = vi.fn<(login: { tokens: Parameters<typeof userId>[0] }) => void>();
    const login = renderLogin(<PasswordlessLogin onAuthenticated={onAuthenticated} />, {
      client,
      now: emulator.clock.now,
    });
    const code = () => emulator.outbox.messages()[0]?.code ?? '';
    return { ...login, emulator, code, onAuthenticated, userId };
  }

  it('signs a newcomer up', async () => {
    const { askForCode, code, emulator, onAuthenticated, user, userId } = renderLoginThrough();
    const field = await askForCode();
    await user.type(field, code());
    await screen.findByRole('heading', { name: 'You’re signed in' });
    expect(onAuthenticated).toHaveBeenCalledTimes(1);
    const [newcomer] = emulator.users();
    expect(newcomer?.id).toBeDefined();
    expect(await userId(onAuthenticated.mock.lastCall?.[0].tokens ?? null)).toBe(newcomer?.id);
  });

  it('says that a code is wrong, and takes the right one then', async () => {
    const { askForCode, code, user } = renderLoginThrough();
    const field = await askForCode();
    await user.type(field, code() === '000000' ? '111111' : '000000');
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent('That code isn’t right. 2 tries left.'),
    );
    expect(field).toHaveFocus();
    await user.clear(field);
    await user.type(field, code());
    await screen.findByRole('heading', { name: 'You’re signed in' });
  });

  it(`says how long to wait when Auth0 takes no more requests: ${clients[name].wait}`, async () => {
    const { emulator, user } = renderLoginThrough();
    emulator.failNext({
      path: clients[name].startPath,
      status: 429,
      body: { error: 'too_many_requests', error_description: 'Rate limit exceeded.' },
      headers: { 'retry-after': '52' },
    });
    const field = screen.getByLabelText('Email address');
    await user.type(field, 'ana@example.com{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent(
        `You’ve asked for several codes. Try again in ${clients[name].wait}.`,
      ),
    );
    expect(field).toHaveValue('ana@example.com');
    expect(emulator.outbox.messages()).toEqual([]);
  });
});
