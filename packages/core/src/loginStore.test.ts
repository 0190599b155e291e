import { describe, expect, it, vi } from 'vitest';
import type { LoginEvent } from './loginEvent.ts';
import { defaultPolicy } from './loginPolicy.ts';
import { initialState } from './loginState.ts';
import { createLoginStore } from './loginStore.ts';

const identifier = { connection: 'email', email: 'ana@example.com' } as const;
const submitted = (requestId: number): LoginEvent => ({
  type: 'identifierSubmitted',
  identifier,
  send: 'code',
  requestId,
  at: 1000,
});

describe('getSnapshot', () => {
  it('begins with an empty identifier step', () => {
    expect(createLoginStore().getSnapshot()).toBe(initialState);
  });

  it('begins where it is told to', () => {
    const state = { ...initialState, identifier };
    expect(createLoginStore({ initialState: state }).getSnapshot()).toBe(state);
  });

  it('is the same object until something changes', () => {
    const store = createLoginStore();
    store.send({ type: 'identifierEdited' });
    expect(store.getSnapshot()).toBe(initialState);
    store.send(submitted(1));
    const state = store.getSnapshot();
    expect(state).not.toBe(initialState);
    expect(store.getSnapshot()).toBe(state);
  });
});

describe('send', () => {
  it('lets the first of two submits in one tick through', () => {
    const store = createLoginStore();
    expect([store.send(submitted(1)), store.send(submitted(2))]).toEqual([true, false]);
    expect(store.getSnapshot()).toMatchObject({ status: 'sendingCode', requestId: 1 });
  });

  it('reads the policy at each event', () => {
    let codeLifetimeSeconds = 180;
    const store = createLoginStore({ policy: () => ({ ...defaultPolicy, codeLifetimeSeconds }) });
    store.send(submitted(1));
    codeLifetimeSeconds = 600;
    store.send({ type: 'codeSent', requestId: 1, at: 2000 });
    expect(store.getSnapshot()).toMatchObject({ expiresAt: 602_000 });
  });

  it('has a policy of its own', () => {
    const store = createLoginStore();
    store.send(submitted(1));
    store.send({ type: 'codeSent', requestId: 1, at: 2000 });
    expect(store.getSnapshot()).toMatchObject({ expiresAt: 182_000, triesLeft: 3 });
  });

  it('keeps two stores apart', () => {
    const [one, other] = [createLoginStore(), createLoginStore()];
    one.send(submitted(1));
    expect(other.getSnapshot()).toBe(initialState);
  });
});

describe('subscribe', () => {
  it('tells every listener of a change, after it', () => {
    const store = createLoginStore();
    const seen: string[] = [];
    store.subscribe(() => seen.push(`one ${store.getSnapshot().status}`));
    store.subscribe(() => seen.push(`two ${store.getSnapshot().status}`));
    store.send(submitted(1));
    expect(seen).toEqual(['one sendingCode', 'two sendingCode']);
  });

  it('tells nobody of an event that changes nothing', () => {
    const store = createLoginStore();
    const listener = vi.fn<() => void>();
    store.subscribe(listener);
    expect(store.send({ type: 'identifierEdited' })).toBe(false);
    expect(listener).not.toHaveBeenCalled();
  });

  it('returns what ends it, for this listener only', () => {
    const store = createLoginStore();
    const [ended, going] = [vi.fn<() => void>(), vi.fn<() => void>()];
    const end = store.subscribe(ended);
    store.subscribe(going);
    end();
    end();
    store.send(submitted(1));
    expect(ended).not.toHaveBeenCalled();
    expect(going).toHaveBeenCalledOnce();
  });

  it('tells the others when a listener ends itself while it is told', () => {
    const store = createLoginStore();
    const others = vi.fn<() => void>();
    const once = vi.fn<() => void>(() => end());
    const end = store.subscribe(once);
    store.subscribe(others);
    store.send(submitted(1));
    store.send({ type: 'reset' });
    expect(once).toHaveBeenCalledOnce();
    expect(others).toHaveBeenCalledTimes(2);
  });

  it('lets a listener send: both changes are told, the newest state last', () => {
    const store = createLoginStore();
    const seen: string[] = [];
    store.subscribe(() => {
      if (store.getSnapshot().status === 'sendingCode') store.send({ type: 'reset' });
    });
    store.subscribe(() => seen.push(store.getSnapshot().status));
    store.send(submitted(1));
    expect(seen).toEqual(['enteringIdentifier', 'enteringIdentifier']);
  });
});
