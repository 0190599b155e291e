import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderLogin } from '../../test/renderLogin.tsx';
import { PasswordlessLogin } from '../index.ts';
import { PhoneCountry } from './PhoneCountry.tsx';

vi.mock('libphonenumber-js/min', () => {
  throw new Error('The network is down.');
});

function setUp() {
  const view = renderLogin(
    <PasswordlessLogin
      connections={['sms']}
      slots={{ fields: (login) => <PhoneCountry login={login} defaultCountry="GB" /> }}
    />,
  );
  return { ...view, field: screen.getByRole<HTMLInputElement>('textbox') };
}

it('takes a number with its country code without the library, and offers no choice', async () => {
  const { user, field, emulator } = setUp();
  expect(screen.getByRole('combobox')).toBeVisible();
  await user.click(field);
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
  await user.type(field, '0044 7700 900123{Enter}');
  await screen.findByLabelText('Verification code');
  expect(emulator.outbox.messages()).toMatchObject([{ to: '+447700900123' }]);
});

it('says what a number without its country code lacks, and keeps it', async () => {
  const { user, field, calls } = setUp();
  await user.type(field, '07700900123{Enter}');
  expect(await screen.findByText(/Enter a mobile number with its country code/)).toBeVisible();
  expect(field).toHaveValue('07700900123');
  expect(calls()).toEqual([]);
});
