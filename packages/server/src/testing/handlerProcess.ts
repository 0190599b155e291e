// A server of its own: the handler behind a port. Started by `fork`, told what to do by its argument.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { memoryUsage } from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { createClient } from 'redis';
import type { LimitOptions } from '../limits.ts';
import { createPasswordlessHandler, toNodeListener } from '../node.ts';
import { clientSecret, cookieSecret } from './secrets.ts';

export interface HandlerProcessOptions {
  /** Where the emulator listens. */
  domain: string;
  limits?: Omit<LimitOptions, 'redis'>;
  redis?: { client: 'ioredis' | 'redis'; url: string };
}

async function connect({ client, url }: { client: 'ioredis' | 'redis'; url: string }) {
  if (client === 'ioredis') {
    const redis = new Redis(url);
    redis.on('error', () => undefined);
    await once(redis, 'ready');
    return redis;
  }
  const redis = createClient({ url });
  redis.on('error', () => undefined);
  return redis.connect();
}

/** What is left after some collections is what somebody holds; what they finalize is gone at the next one. */
async function tellHeap() {
  for (let times = 0; times < 4; times += 1) {
    globalThis.gc?.();
    // oxlint-disable-next-line no-await-in-loop -- each has its own turn
    await setImmediate();
  }
  process.send?.({ heapBytes: memoryUsage().heapUsed });
}

async function main() {
  // The parent has written it.
  const { domain, limits, redis }: HandlerProcessOptions = JSON.parse(process.argv[2] ?? '{}');
  const handler = createPasswordlessHandler({
    domain,
    clientId: 'web',
    clientSecret,
    cookieSecret,
    trustedProxy: { isTrusted: (peer) => peer === '127.0.0.1' },
    limits: { ...limits, ...(redis && { redis: await connect(redis) }) },
  });
  const server = createServer(toNodeListener(handler));
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
  });
  process.on('message', () => void tellHeap());
  process.once('disconnect', () => process.exit());
}

void main();
