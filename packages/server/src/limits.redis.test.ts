import { listen } from '@auth0-passwordless/emulator/node';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { startHandler } from '../../../scripts/handlerProcess.mjs';
import { startRedis } from '../../../scripts/redis.mjs';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const clients = ['ioredis', 'redis'] as const;
const one = { count: 1, seconds: 600 };
const two = { count: 2, seconds: 600 };
const many = { count: 100, seconds: 600 };
const shared = [204, 204, 429, 429];

/** Two servers with one Redis and one Auth0, and a proxy before them that says who calls. */
async function twoServers(client: (typeof clients)[number], limit: object) {
  const redis = await startRedis();
  stops.push(redis.stop);
  const emulator = await listen({ port: 0, deliver: (message) => Promise.resolve(message) });
  stops.push(emulator.close);
  const options = {
    domain: new URL(emulator.issuer).origin,
    limits: { start: limit, exchange: limit },
    redis: { client, url: redis.url },
  };
  const servers = await Promise.all([startHandler(options), startHandler(options)]);
  stops.push(...servers.map(({ stop }) => stop));

  const call = async (path: string, server: number, ip: string, email: string) => {
    const { origin = '' } = servers[server] ?? {};
    const response = await fetch(`${origin}/passwordless/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, 'x-forwarded-for': ip },
      body: JSON.stringify({ connection: 'email', email, code: '123456' }),
    });
    await response.arrayBuffer();
    return response;
  };
  const statusOf = async (...args: Parameters<typeof call>) => (await call(...args)).status;
  return { redis, call, statusOf };
}

/** One after the other, first one server, then the other. */
async function inTurn(count: number, ask: (server: number, index: number) => Promise<number>) {
  const statuses = [];
  for (let index = 0; index < count; index += 1) {
    statuses.push(await ask(index % 2, index));
  }
  return statuses;
}

describe.each(clients)('two processes with one Redis, by %s', (client) => {
  it('count an identifier as one, whatever its IP', async () => {
    const { call, statusOf } = await twoServers(client, { perIdentifier: two, perIp: many });
    const by = (path: string) => (server: number, index: number) =>
      statusOf(path, server, `198.51.100.${index}`, 'ana@example.com');
    expect(await inTurn(4, by('start'))).toEqual(shared);
    // Wrong codes, until it is asked no more.
    expect(await inTurn(4, by('exchange'))).toEqual([403, 403, 429, 429]);
    const refused = await call('start', 0, '198.51.100.9', 'ana@example.com');
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(590);
    expect(seconds).toBeLessThanOrEqual(600);
    expect(await statusOf('start', 1, '198.51.100.9', 'bob@example.com')).toBe(204);
  });

  it('count an IP as one, whoever logs in there', async () => {
    const { statusOf } = await twoServers(client, { perIdentifier: many, perIp: two });
    const by = (path: string) => (server: number, index: number) =>
      statusOf(path, server, '198.51.100.7', `person${index}@example.com`);
    expect(await inTurn(4, by('start'))).toEqual(shared);
    expect(await inTurn(4, by('exchange'))).toEqual([403, 403, 429, 429]);
    expect(await statusOf('start', 0, '198.51.100.8', 'person0@example.com')).toBe(204);
  });

  it('count each for itself while Redis is gone, and as one when it is back', async () => {
    const { redis, statusOf } = await twoServers(client, { perIdentifier: two, perIp: many });
    const start = (server: number, email: string) =>
      statusOf('start', server, '198.51.100.7', email);
    expect(await inTurn(2, (server) => start(server, 'ana@example.com'))).toEqual([204, 204]);
    await redis.stop();
    expect(await inTurn(6, (server) => start(server, 'ana@example.com'))).toEqual([
      ...[204, 204, 204, 204],
      ...[429, 429],
    ]);

    const again = await startRedis(redis.port);
    stops.push(again.stop);
    const look = new Redis(again.url);
    stops.push(() => Promise.resolve(look.disconnect()));
    const isBack = async (server: number) => {
      await look.flushall();
      await start(server, 'bob@example.com');
      return (await look.dbsize()) > 0;
    };
    for (const server of [0, 1]) {
      // Until its client has found it.
      while (!(await isBack(server)));
    }
    await look.flushall();
    expect(await inTurn(4, (server) => start(server, 'eve@example.com'))).toEqual(shared);
  });

  it('answer although Redis hangs', async () => {
    const { redis, statusOf } = await twoServers(client, { perIdentifier: one, perIp: many });
    redis.hang();
    const start = () => statusOf('start', 0, '198.51.100.7', 'ana@example.com');
    expect([await start(), await start()]).toEqual([204, 429]);
  });
});
