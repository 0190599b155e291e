import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createWorld, renderLogin } from '../../test/renderLogin.tsx';
import { PasswordlessLogin, type PasswordlessProviderProps } from '../index.ts';
import { de } from '../messages/de.ts';
import { PhoneCountry, type PhoneCountryProps } from './PhoneCountry.tsx';

const number = '+447700900123';

function login(connections: ('email' | 'sms')[], props: Partial<PhoneCountryProps>) {
  const fields = (step: PhoneCountryProps['login']) => <PhoneCountry login={step} {...props} />;
  return <PasswordlessLogin connections={connections} slots={{ fields }} />;
}

async function setUp(
  connections: ('email' | 'sms')[] = ['sms'],
  part: Partial<PhoneCountryProps> = { defaultCountry: 'GB' },
  props: Partial<PasswordlessProviderProps> = {},
) {
  const view = renderLogin(login(connections, part), props);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  const select = screen.getByRole<HTMLSelectElement>('combobox', { hidden: true });
  await view.user.click(field);
  await waitFor(() => expect(select).toHaveTextContent('+44'));
  const chosen = () => select.selectedOptions[0]?.textContent;
  /** A key, seen as a browser shows it: the text is there, then the event. */
  const type = (value: string) => fireEvent.input(field, { target: { value } });
  const sent = () => view.emulator.outbox.messages().map(({ to }) => to);
  return { ...view, field, select, chosen, type, sent };
}

describe('PhoneCountry', () => {
  it('makes a number of the country E.164 when it is sent', async () => {
    const { user, field, type, sent } = await setUp();
    type('07700900123');
    expect(field).toHaveValue('07700 900123');
    await user.keyboard('{Enter}');
    await screen.findByLabelText('Verification code');
    expect(sent()).toEqual([number]);
  });

  it('sends what a paste brought, in any usual way of writing', async () => {
    const { user, field, sent } = await setUp();
    await user.paste('+44 (0)7700 900-123');
    expect(field).toHaveValue('+44 7700 900123');
    await user.keyboard('{Enter}');
    await screen.findByLabelText('Verification code');
    expect(sent()).toEqual([number]);
  });

  it('sends a number of the country that the person chooses', async () => {
    const { user, select, type, sent } = await setUp(['sms'], { defaultCountry: 'US' });
    type('07700900123');
    await user.selectOptions(select, 'GB');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByLabelText('Verification code');
    expect(sent()).toEqual([number]);
  });

  it('changes the country code of a number that has one', async () => {
    const { user, field, select, type } = await setUp();
    type('+44612345678');
    await user.selectOptions(select, 'FR');
    expect(field).toHaveValue('+33 6 12 34 56 78');
  });

  it('follows the country code that the person types', async () => {
    const { chosen, type } = await setUp();
    expect(chosen()).toMatch(/^United Kingdom .*\+44/);
    type('+33 6');
    expect(chosen()).toMatch(/^France .*\+33/);
  });

  it('keeps a number that is none, and says what is missing', async () => {
    const { user, field, type, calls } = await setUp();
    type('0770');
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/Enter a mobile number with its country code/)).toBeVisible();
    expect(field).toHaveValue('0770');
    expect(calls()).toEqual([]);
  });

  it('names the countries in the language of the login, in its order', async () => {
    const { select } = await setUp(['sms'], { defaultCountry: 'AT' }, { messages: de });
    expect(screen.getByLabelText('Land oder Region')).toBe(select);
    const names = within(select)
      .getAllByRole('option')
      .map(({ textContent }) => textContent ?? '');
    expect(names).toContain('Österreich (\u2068+43\u2069)');
    const { compare } = new Intl.Collator('de');
    expect(names).toEqual(
      names.toSorted((a, b) => compare(a.split(' (')[0] ?? '', b.split(' (')[0] ?? '')),
    );
    expect(names.length).toBeGreaterThan(240);
  });

  it('starts with the country of the browser’s language', async () => {
    const { select } = await setUp(['sms'], {});
    expect(navigator.language).toBe('en-US');
    expect(select).toHaveValue('US');
  });

  it('stays away while an e-mail address is typed, and leaves it alone', async () => {
    const { user, field, select, sent } = await setUp(['email', 'sms']);
    expect(select).not.toBeVisible();
    await user.type(field, 'a');
    expect(select).not.toBeVisible();
    await user.type(field, 'na.2+x@example.com{Enter}');
    await screen.findByLabelText('Verification code');
    expect(sent()).toEqual(['ana.2+x@example.com']);
  });

  it('comes with the first digit where both may be typed', async () => {
    const { user, select, type, sent } = await setUp(['email', 'sms']);
    type('07700900123');
    expect(select).toBeVisible();
    await user.keyboard('{Enter}');
    await screen.findByLabelText('Verification code');
    expect(sent()).toEqual([number]);
  });

  it('sends a number that was typed faster than the library came', async () => {
    const { user, emulator } = renderLogin(login(['sms'], { defaultCountry: 'GB' }));
    const field = screen.getByRole('textbox');
    fireEvent.input(field, { target: { value: '07700900123' } });
    await act(async () => fireEvent.submit(field.closest('form') ?? field));
    await screen.findByLabelText('Verification code');
    expect(emulator.outbox.messages().map(({ to }) => to)).toEqual([number]);
    await user.click(screen.getByRole('button', { name: 'Use a different number' }));
    expect(screen.getByRole('textbox')).toHaveValue('+44 7700 900123');
  });

  it('formats nothing while a word is being composed', async () => {
    const { field } = await setUp();
    fireEvent.input(field, { target: { value: '07700900123' }, isComposing: true });
    expect(field).toHaveValue('07700900123');
    fireEvent.compositionEnd(field);
    expect(field).toHaveValue('07700 900123');
  });

  it('renders on a server, without names that the browser may write in another way', () => {
    const { wrapper: Wrapper } = createWorld();
    const html = renderToString(<Wrapper>{login(['sms'], { defaultCountry: 'GB' })}</Wrapper>);
    expect(html).toContain('Country or region');
    expect(html).not.toContain('<option');
  });
});
