import { Hono } from 'hono';
import { answerJson } from '../answerJson.ts';
import { notFound, refuse } from '../auth0Errors.ts';
import type { EndpointEnv } from '../endpoint.ts';
import type { Tenant } from '../tenant.ts';

const complain = (problem: string) => answerJson(400, { error: problem });

/**
 * `/_emulator/*`, where Auth0 has nothing: what a test or a mailbox view needs from outside.
 * Who may call is settled before, in `controlHost.ts and cors.ts`.
 */
export function controls({ clock, faults, outbox, requestLog, reset }: Tenant): Hono<EndpointEnv> {
  return new Hono<EndpointEnv>()
    .get('/messages', (c) => {
      const to = c.req.query('to');
      return answerJson(200, outbox.messages(to === undefined ? {} : { to }));
    })
    .get('/requests', () => answerJson(200, requestLog.entries()))
    .post('/clock', (c) => {
      const { advanceSeconds } = c.get('body').fields;
      if (typeof advanceSeconds !== 'number' || advanceSeconds < 0) {
        return complain('advanceSeconds must be a number, 0 or more.');
      }
      clock.advance(advanceSeconds);
      return answerJson(200, { now: clock.now() });
    })
    .post('/fail-next', (c) => {
      try {
        faults.add(c.get('body').fields);
      } catch (problem) {
        return complain(problem instanceof Error ? problem.message : String(problem));
      }
      return answerJson(200, {});
    })
    .post('/reset', () => {
      reset();
      return answerJson(200, {});
    })
    .all('/*', () => refuse(notFound));
}
