import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { email, renderLogin } from '../test/renderLogin.tsx';
import { PasswordlessLogin, type PasswordlessLoginProps } from './index.ts';

const key = 'auth0-passwordless:login';

beforeEach(() => history.replaceState(null, ''));
afterEach(() => localStorage.clear());

/** A login that has been joined to the world around it. */
async function open(props: PasswordlessLoginProps = {}) {
  const world = renderLogin(<PasswordlessLogin {...props} />);
  await act(() => vi.dynamicImportSettled());
  return world;
}

describe('storage', () => {
  it('is this tab’s by default, and holds neither code nor token', async () => {
    const { askForCode, code, user, wrongCode } = await open();
    await user.type(await askForCode(), wrongCode());
    await screen.findByText(/2 tries left/);
    const record = sessionStorage.getItem(key);
    expect(JSON.parse(record ?? '')).toMatchObject({ identifier: email, triesLeft: 2 });
    expect(record).not.toContain(wrongCode());
    await user.keyboard(code());
    await screen.findByRole('heading', { name: 'You’re signed in' });
    expect(sessionStorage.length + localStorage.length).toBe(0);
  });

  it('memory keeps nothing', async () => {
    const { askForCode } = await open({ storage: 'memory' });
    await askForCode();
    expect(sessionStorage.length + localStorage.length).toBe(0);
  });

  it('localStorage goes on at the next visit', async () => {
    const first = await open({ storage: 'localStorage' });
    await first.askForCode();
    first.unmount();
    sessionStorage.clear();
    const second = await open({ storage: 'localStorage' });
    await waitFor(() => expect(screen.getByLabelText('Verification code')).toHaveFocus());
    expect(second.calls()).toEqual([]);
  });

  it('of one’s own is used, and may fail without ending the login', async () => {
    const storage = {
      getItem: vi.fn(() => {
        throw new Error('Forbidden.');
      }),
      setItem: vi.fn(() => {
        throw new Error('Full.');
      }),
      removeItem: vi.fn(),
    };
    const { askForCode } = await open({ storage, storageKey: 'shop' });
    await askForCode();
    expect(storage.getItem).toHaveBeenCalledWith('shop');
    expect(storage.setItem).toHaveBeenCalledWith('shop', expect.stringContaining(email));
  });

  it('of a login by phone is not taken by one by e-mail', async () => {
    const first = await open({ connections: ['sms'] });
    await first.user.type(screen.getByLabelText('Mobile number'), '+447700900123{Enter}');
    await screen.findByLabelText('Verification code');
    first.unmount();
    await open();
    expect(screen.getByLabelText('Email address')).toHaveValue('');
    expect(sessionStorage.getItem(key)).toContain('+447700900123');
  });
});

describe('history', () => {
  it('keeps what the router has stored in the entry', async () => {
    history.replaceState({ router: 7 }, '');
    const { askForCode } = await open();
    await askForCode();
    expect(history.state).toEqual({ router: 7, [key]: true });
  });

  it('has no entry for the code step when it is turned off', async () => {
    const { length } = history;
    const { askForCode } = await open({ history: false });
    await askForCode();
    expect(history).toHaveLength(length);
    expect(history.state).toBeNull();
  });

  it('that refuses an entry does not end the login', async () => {
    vi.spyOn(history, 'pushState').mockImplementation(() => {
      throw new DOMException('Too many.', 'SecurityError');
    });
    const { askForCode } = await open();
    expect(await askForCode()).toBeVisible();
    vi.restoreAllMocks();
  });
});

describe('another tab', () => {
  const tell = () => {
    const tab = new BroadcastChannel(key);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    tab.postMessage('authenticated');
    tab.close();
  };

  it('that signs in is followed when the person says so', async () => {
    const onAuthenticated = vi.fn();
    const { user } = await open({ onAuthenticated });
    tell();
    await screen.findByRole('heading', { name: 'You’ve signed in in another tab' });
    expect(onAuthenticated).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(onAuthenticated).toHaveBeenCalledTimes(1);
    expect(onAuthenticated).toHaveBeenCalledWith(expect.objectContaining({ tokens: null }));
  });

  it('that signs in is not followed when the person would rather sign in here', async () => {
    const { user } = await open();
    tell();
    await user.click(await screen.findByRole('button', { name: 'Use a different email' }));
    expect(screen.getByLabelText('Email address')).toBeVisible();
  });

  it('hears of a sign-in here, and of nothing else', async () => {
    const heard = vi.fn();
    const tab = new BroadcastChannel(key);
    tab.addEventListener('message', ({ data }) => heard(data));
    const { askForCode, code, user } = await open();
    await user.type(await askForCode(), code());
    await waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    expect(heard).toHaveBeenCalledWith('authenticated');
    tab.close();
  });

  it('is not followed where tabs do not share their session', async () => {
    const { askForCode } = await open({ followTabs: false });
    tell();
    expect(await askForCode()).toBeVisible();
  });
});

it('a login that leaves the page ends all it was joined to', async () => {
  const { unmount } = await open();
  const [left, wentOn] = [vi.spyOn(window, 'removeEventListener'), vi.spyOn(history, 'pushState')];
  unmount();
  expect(left.mock.calls.map(([type]) => type)).toEqual(
    expect.arrayContaining(['popstate', 'online', 'offline']),
  );
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect(wentOn).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
