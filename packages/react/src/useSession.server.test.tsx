// @vitest-environment node
import { createSession } from '@auth0-passwordless/core';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { SessionProvider } from './SessionProvider.tsx';
import { useSession } from './useSession.ts';
import { useUser } from './useUser.ts';

it('server rendering: says that it does not know, and sends nothing', () => {
  const fetch = vi.fn<typeof globalThis.fetch>();
  const session = createSession({
    domain: 'example.eu.auth0.com',
    clientId: 'id',
    storage: 'localStorage',
    fetch,
  });
  function Probe() {
    return `${useSession().status} ${useUser().fetchStatus}`;
  }
  const html = renderToString(
    <SessionProvider session={session}>
      <Probe />
    </SessionProvider>,
  );
  expect(html).toBe('unknown idle');
  expect(fetch).not.toHaveBeenCalled();
});
