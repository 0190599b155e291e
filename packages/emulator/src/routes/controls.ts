import { Hono, type Context } from 'hono';
import { answerJson } from '../answerJson.ts';
import { refuse } from '../auth0Error.ts';
import type { EndpointEnv } from '../endpoint.ts';
import { notFound } from '../guessedErrors.ts';
import { identifyAddress } from '../identifier.ts';
import type { Tenant } from '../tenant.ts';
import { assertUserSettings, showUser } from '../userSettings.ts';

const complain = (problem: string) => answerJson(400, { error: problem });

const fieldsOf = (c: Context<EndpointEnv>) => c.get('body').fields;
const addressOf = (c: Context<EndpointEnv>) => identifyAddress(c.req.param('identifier') ?? '');

/** Answers what `change` comes to, or what was wrong with the body. */
function answerChange(change: () => object): Response {
  try {
    return answerJson(200, change());
  } catch (problem) {
    return complain(problem instanceof Error ? problem.message : String(problem));
  }
}

/** What is different from the options, until the next reset. */
function addSwitches(app: Hono<EndpointEnv>, tenant: Tenant): void {
  const { changeSettings, keys, settings, store } = tenant;

  app
    .get('/tenant', () => answerJson(200, settings))
    .put('/tenant', (c) =>
      answerChange(() => {
        changeSettings(fieldsOf(c));
        return settings;
      }),
    )
    .get('/applications', () => answerJson(200, store.applications()))
    .get('/applications/:clientId', (c) => {
      const application = store.application(c.req.param('clientId'));
      return application ? answerJson(200, application) : refuse(notFound);
    })
    .put('/applications/:clientId', (c) =>
      answerChange(() => store.changeApplication(c.req.param('clientId'), fieldsOf(c))),
    )
    .get('/users', () => answerJson(200, store.users().map(showUser)))
    .put('/users/:identifier', (c) =>
      answerChange(() => {
        const changes = fieldsOf(c);
        assertUserSettings(changes);
        return store.changeUser(addressOf(c), changes).map(showUser)[0] ?? {};
      }),
    )
    .delete('/users/:identifier', (c) =>
      store.removeUser(addressOf(c)) ? answerJson(200, {}) : refuse(notFound),
    )
    .post('/keys/rotate', async (c) => {
      const kid = await keys.rotate({ revokesPrevious: fieldsOf(c).revokesPrevious === true });
      return answerJson(200, { kid });
    });
}

/**
 * `/_emulator/*`, where Auth0 has nothing: what a test or a mailbox view needs from outside.
 * Who may call is settled before, in `controlHost.ts and cors.ts`.
 */
export function controls(tenant: Tenant): Hono<EndpointEnv> {
  const { clock, faults, outbox, requestLog, reset } = tenant;
  const app = new Hono<EndpointEnv>()
    .use(async (c, next) => {
      if (c.get('body').kind === 'unreadable') return complain('The body must be a JSON object.');
      return next();
    })
    .get('/messages', (c) => {
      const to = c.req.query('to');
      return answerJson(200, outbox.messages(to === undefined ? {} : { to }));
    })
    .get('/requests', () => answerJson(200, requestLog.entries()))
    .post('/clock', (c) => {
      const { advanceSeconds } = fieldsOf(c);
      if (typeof advanceSeconds !== 'number' || advanceSeconds < 0) {
        return complain('advanceSeconds must be a number, 0 or more.');
      }
      clock.advance(advanceSeconds);
      return answerJson(200, { now: clock.now() });
    })
    .post('/fail-next', (c) =>
      answerChange(() => {
        faults.add(fieldsOf(c));
        return {};
      }),
    )
    .post('/reset', () => {
      reset();
      return answerJson(200, {});
    });
  addSwitches(app, tenant);
  return app.all('/*', () => refuse(notFound));
}
