import { testAuth0, type TestAuth0 } from './createTestAuth0.ts';
import { listen, type ListenOptions } from './node.ts';

export * from './testing.ts';

/** An Auth0 behind a port. */
export interface StartedAuth0 extends TestAuth0 {
  readonly port: number;
  /** Closes the port. @throws {Error} Afterwards, when a scenario was not met, as `assertAllPlayed` does. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts an Auth0 for tests behind a port, for an app in a real browser. Messages travel over SMTP.
 *
 * @param options - Those of `listen`. `port` defaults to any free one. Name the app's address in `origins`, or it is
 *   refused, as Auth0 does.
 * @returns Once it answers.
 *
 * @example
 * ```ts
 * import { startAuth0, wrongCode } from '@auth0-passwordless/emulator/testing/node';
 *
 * const auth0 = await startAuth0({ origins: ['http://localhost:5173'] });
 * auth0.script([wrongCode(3)]);
 * await auth0.stop();
 * ```
 */
export async function startAuth0(options: ListenOptions = {}): Promise<StartedAuth0> {
  const { emulator, port, close } = await listen({ port: 0, ...options });
  const auth0 = testAuth0(emulator);
  return {
    ...auth0,
    port,
    async stop() {
      await close();
      auth0.assertAllPlayed();
    },
  };
}
