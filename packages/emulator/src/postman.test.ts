import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emulatorRoutes } from './emulatorRoutes.ts';
import { createTenant } from './tenant.ts';

interface Item {
  name: string;
  item?: Item[];
  event?: { listen: string; script: { exec: string[] } }[];
  request?: {
    method: string;
    description: string;
    url: string | { path: string[] };
  };
}

interface Environment {
  values: { key: string; value: string; type: string }[];
}

const read = (name: string) =>
  readFileSync(new URL(`../postman/${name}.json`, import.meta.url), 'utf8');

const collectionText = read('auth0-passwordless.postman_collection');
const collection = JSON.parse(collectionText) as {
  item: Item[];
  variable: { key: string }[];
};
const emulator = JSON.parse(read('emulator.postman_environment')) as Environment;
const tenant = JSON.parse(read('tenant.postman_environment')) as Environment;

const requestsOf = (items: Item[]): Item[] =>
  items.flatMap((item) => (item.item ? requestsOf(item.item) : [item]));
const requests = requestsOf(collection.item);

const keysOf = ({ values }: Environment) => values.map(({ key }) => key);

/** Whether a path of the collection, which may hold variables, is one of a route's. */
function isOf(route: string, path: readonly string[]): boolean {
  const parts = route.split('/').slice(1);
  const fits = (part: string, index: number) => part.startsWith(':') || part === path[index];
  return parts.length === path.length && parts.every(fits);
}

describe('Postman collection', () => {
  // Middleware answers to every method: what is left are the endpoints.
  const routes = emulatorRoutes(createTenant({})).routes.filter(({ method }) => method !== 'ALL');

  it.each(routes.map(({ method, path }) => [method, path] as const))(
    'has a request for %s %s',
    (method, route) => {
      const found = requests.filter(({ request }) => {
        const url = request?.url;
        return request?.method === method && typeof url === 'object' && isOf(route, url.path);
      });
      expect(found).not.toEqual([]);
    },
  );

  it('tests every request', () => {
    const untested = requests.filter(({ event = [] }) => {
      const scripts = event.filter(({ listen }) => listen === 'test');
      return !scripts.some(({ script }) => script.exec.join('\n').includes('pm.test('));
    });
    expect(untested.map(({ name }) => name)).toEqual([]);
  });

  it("says of every request what it does, and where Auth0 documents it or that it is the emulator's own", () => {
    const explained =
      /^[^\n]+\n\n[^]*(Source: https:\/\/auth0\.com\/docs\/.|A control of the emulator)/;
    const silent = requests.filter(({ request }) => !explained.test(request?.description ?? ''));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('knows every variable that it uses', () => {
    const used = Array.from(collectionText.matchAll(/\{\{(\w+)\}\}/g), ([, name = '']) => name);
    const ownVariables = collection.variable.map(({ key }) => key);
    const known = new Set([...keysOf(tenant), ...keysOf(emulator), ...ownVariables]);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  it('asks a tenant for all that the emulator has, and for what is read from a mailbox', () => {
    expect(keysOf(tenant)).toEqual([...keysOf(emulator), 'mfaCode', 'code', 'olderCode', 'link']);
  });

  it('ships no secret of a tenant', () => {
    const secrets = tenant.values.filter(({ type }) => type === 'secret');
    expect(secrets.map(({ key }) => key)).toContain('webClientSecret');
    expect(secrets.filter(({ value }) => value !== '')).toEqual([]);
  });
});
