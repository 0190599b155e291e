import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { email, renderLogin } from '../../test/renderLogin.tsx';
import { PasswordlessLogin } from '../index.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import type { Language } from './partMessages.ts';

const flow = (messages: Language, language?: string) => ({
  ...renderLogin(<PasswordlessLogin language={language} />, { messages }),
  root: () => document.querySelector('.auth0-passwordless'),
});

describe.each([
  { messages: de, direction: 'ltr' },
  { messages: ar, direction: 'rtl' },
])('a login in $messages.locale', ({ messages, direction }) => {
  it('speaks the language from the first step to the last, in its direction', async () => {
    const { user, code, wrongCode, root } = flow(messages);
    const spoken = () => root()?.textContent ?? '';
    expect(root()).toHaveAttribute('lang', messages.locale);
    expect(root()).toHaveAttribute('dir', direction);

    await user.type(screen.getByLabelText(messages['identifier.email.label']), 'ana');
    await user.keyboard('{Enter}');
    const invalid = messages.invalid_identifier;
    expect(spoken()).toContain(
      typeof invalid === 'string'
        ? invalid
        : invalid({ kind: 'email', length: 6, triesLeft: 0, time: '' }),
    );
    await user.clear(screen.getByRole('textbox'));
    await user.type(screen.getByRole('textbox'), email);
    await user.click(screen.getByRole('button', { name: messages['identifier.submit'] }));

    const field = await screen.findByLabelText(messages['code.label']);
    expect(screen.getByRole('heading')).toHaveTextContent(messages['code.title.email']);
    expect(spoken()).toContain(messages['code.sent']({ length: 6, identifier: email }));
    expect(spoken()).toContain(messages['code.hint']({ length: 6, minutes: 3 }));
    // Digits read from left to right in every language.
    expect(field).toHaveAttribute('dir', 'ltr');
    expect(root()).toHaveAttribute('lang', messages.locale);
    expect(root()).toHaveAttribute('dir', direction);

    await user.type(field, wrongCode());
    const wrong = messages.wrong_code;
    const error =
      typeof wrong === 'function' && wrong({ kind: 'email', length: 6, triesLeft: 2, time: '' });
    await screen.findByText(String(error));
    await user.clear(field);
    await user.type(field, code());
    expect(await screen.findByRole('heading', { name: messages.success })).toHaveFocus();
    expect(spoken()).not.toMatch(/\b(the|your|code sent|sign)\b/i);
  });

  it('asks Auth0 for a message in the language, and only where it sends one', async () => {
    const { user, code, emulator } = flow(messages);
    await user.type(screen.getByRole('textbox'), `${email}{Enter}`);
    await user.type(await screen.findByLabelText(messages['code.label']), code());
    await screen.findByRole('heading', { name: messages.success });
    const asked = emulator
      .requests()
      .filter(({ method }) => method === 'POST')
      .map(({ path, headers }) => [path, headers['x-request-language']]);
    expect(asked).toEqual([
      ['/passwordless/start', messages.locale],
      ['/oauth/token', undefined],
    ]);
  });
});

it('asks Auth0 for the language that the app chose over that of the texts', async () => {
  const { user, emulator } = flow(de, 'de-AT');
  await user.type(screen.getByRole('textbox'), `${email}{Enter}`);
  await screen.findByLabelText(de['code.label']);
  const start = emulator.requests().find(({ method }) => method === 'POST');
  expect(start?.headers['x-request-language']).toBe('de-AT');
});
