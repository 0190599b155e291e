import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createWorld, renderLogin } from '../../test/renderLogin.tsx';
import { PasswordlessLogin, type PasswordlessProviderProps } from '../index.ts';
import { ar } from '../messages/ar.ts';
import { mailServices } from './mailServices.ts';
import { MailShortcut } from './MailShortcut.tsx';

function show(email: string, props: Partial<PasswordlessProviderProps> = {}) {
  const login = { identifier: { connection: 'email', email } } as const;
  render(<MailShortcut login={login} />, createWorld(props));
  return screen.queryByRole('link');
}

describe('MailShortcut', () => {
  it.each([
    ['gmail.com', 'Gmail', 'mail.google.com'],
    ['GoogleMail.com', 'Gmail', 'mail.google.com'],
    ['hotmail.co.uk', 'Outlook', 'outlook.live.com'],
    ['live.nl', 'Outlook', 'outlook.live.com'],
    ['outlook.com.br', 'Outlook', 'outlook.live.com'],
    ['msn.com', 'Outlook', 'outlook.live.com'],
    ['yahoo.fr', 'Yahoo Mail', 'mail.yahoo.com'],
    ['yahoo.co.jp', 'Yahoo!メール', 'mail.yahoo.co.jp'],
    ['ymail.com', 'Yahoo Mail', 'mail.yahoo.com'],
    ['me.com', 'iCloud Mail', 'www.icloud.com'],
    ['pm.me', 'Proton Mail', 'mail.proton.me'],
    ['fastmail.fm', 'Fastmail', 'app.fastmail.com'],
    ['gmx.de', 'GMX', 'www.gmx.net'],
    ['gmx.com', 'GMX', 'www.gmx.com'],
    ['web.de', 'WEB.DE', 'web.de'],
    ['mail.ru', 'Mail.ru', 'e.mail.ru'],
    ['naver.com', '네이버 메일', 'mail.naver.com'],
  ])('for %s it opens %s', (domain, name, host) => {
    const link = show(`ana@${domain}`);
    expect(link).toHaveTextContent(`Open ${name} (opens in a new tab)`);
    expect(new URL(link?.getAttribute('href') ?? '').host).toBe(host);
  });

  it.each(['acme.example', 'gmail.com.example', 'notgmail.com', 'xgmx.de', 'mail.com', 'web.com'])(
    'for %s it shows nothing',
    (domain) => expect(show(`ana@${domain}`)).toBeNull(),
  );

  it('shows nothing for a phone number', () => {
    const login = { identifier: { connection: 'sms', phoneNumber: '+447700900123' } } as const;
    const { container } = render(<MailShortcut login={login} />, createWorld());
    expect(container).toBeEmptyDOMElement();
  });

  it('tells the service neither the address nor where the person came from', () => {
    const link = show('ana@gmail.com');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(link).toHaveAttribute('referrerpolicy', 'no-referrer');
    expect(link).toHaveAttribute('target', '_blank');
    for (const { url } of mailServices) expect(url).toMatch(/^https:\/\/[a-z.\d-]+\/(mail\/)?$/);
  });

  it('keeps its name together in a line from right to left', () => {
    expect(show('ana@gmail.com', { messages: ar })).toHaveTextContent('فتح \u2068Gmail\u2069');
  });

  it('stands on the code step of a login', async () => {
    const { user } = renderLogin(
      <PasswordlessLogin slots={{ help: (login) => <MailShortcut login={login} /> }} />,
    );
    expect(screen.queryByRole('link')).toBeNull();
    await user.type(screen.getByRole('textbox'), 'ana@gmail.com{Enter}');
    await screen.findByLabelText('Verification code');
    expect(screen.getByRole('link')).toHaveTextContent('Open Gmail');
  });
});
