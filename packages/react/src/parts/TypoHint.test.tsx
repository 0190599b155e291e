import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderLogin } from '../../test/renderLogin.tsx';
import { de } from '../messages/de.ts';
import { PasswordlessLogin, type PasswordlessProviderProps } from '../index.ts';
import { TypoHint } from './TypoHint.tsx';

const slots = {
  fields: (login: Parameters<typeof TypoHint>[0]['login']) => <TypoHint login={login} />,
};

function setUp(props: Partial<PasswordlessProviderProps> = {}) {
  const view = renderLogin(<PasswordlessLogin slots={slots} />, props);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  return { ...view, field };
}

const question = 'Did you mean ana@gmail.com?';

describe('TypoHint', () => {
  it('asks when the person leaves the field, politely and without moving the focus', async () => {
    const { user, field, calls } = setUp();
    const [region] = within(field.form ?? document.body).getAllByRole('status');
    await user.type(field, 'ana@gmial.com');
    expect(screen.queryByText(question)).toBeNull();
    await user.tab();
    expect(await screen.findByText(question)).toBe(region);
    expect(screen.getByRole('button', { name: 'Continue' })).toHaveFocus();
    expect(field).toHaveValue('ana@gmial.com');
    expect(calls()).toEqual([]);
  });

  it('puts the suggestion into the field, and that is what is sent', async () => {
    const { user, field, emulator } = setUp();
    await user.type(field, 'ana@gmial.com');
    await user.tab();
    await user.click(await screen.findByRole('button', { name: 'Yes, change it' }));
    expect(field).toHaveValue('ana@gmail.com');
    expect(field).toHaveFocus();
    expect(screen.queryByText(question)).toBeNull();
    await user.keyboard('{Enter}');
    await screen.findByLabelText('Verification code');
    expect(emulator.outbox.messages()).toMatchObject([{ to: 'ana@gmail.com' }]);
  });

  it('does not ask again about a text that the person keeps, not even on the way back', async () => {
    const { user, field } = setUp();
    await user.type(field, 'ana@gmial.com');
    await user.tab();
    await user.click(await screen.findByRole('button', { name: 'No, keep mine' }));
    expect(field).toHaveValue('ana@gmial.com');
    expect(field).toHaveFocus();
    await user.tab();
    expect(screen.queryByText(question)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(await screen.findByRole('button', { name: 'Use a different email' }));
    await user.tab();
    expect(screen.queryByText(question)).toBeNull();
    // Another text is another question.
    await user.type(screen.getByRole('textbox'), 'm');
    await user.tab();
    expect(await screen.findByText(question)).toBeVisible();
  });

  it('takes the question back while the person types', async () => {
    const { user, field } = setUp();
    await user.type(field, 'ana@gmial.com');
    await user.tab();
    await screen.findByText(question);
    await user.type(field, 'm');
    expect(screen.queryByText(question)).toBeNull();
  });

  it('blocks nothing: the form is sent as it is, by Enter and by a click', async () => {
    const { user, field, emulator } = setUp();
    await user.type(field, 'ana@gmial.com{Enter}');
    await screen.findByLabelText('Verification code');
    expect(emulator.outbox.messages()).toMatchObject([{ to: 'ana@gmial.com' }]);
  });

  it('waits until the button that the person presses is let go: it would move away', async () => {
    const { field } = setUp();
    fireEvent.focus(field);
    fireEvent.input(field, { target: { value: 'ana@gmial.com' } });
    const button = screen.getByRole('button', { name: 'Continue' });
    fireEvent.pointerDown(button);
    fireEvent.focusOut(field);
    expect(screen.queryByText(question)).toBeNull();
    fireEvent.pointerUp(button);
    expect(await screen.findByText(question)).toBeVisible();
  });

  it('changes nothing while the address is on its way', async () => {
    const { user, field, emulator } = setUp();
    await user.type(field, 'ana@gmial.com');
    await user.tab();
    const yes = await screen.findByRole('button', { name: 'Yes, change it' });
    fireEvent.submit(field.form ?? field);
    await waitFor(() => expect(field).toHaveAttribute('readonly'));
    fireEvent.click(yes);
    expect(field).toHaveValue('ana@gmial.com');
    await screen.findByLabelText('Verification code');
    expect(emulator.outbox.messages()).toMatchObject([{ to: 'ana@gmial.com' }]);
  });

  it('says nothing about an address that looks right', async () => {
    const { user, field } = setUp();
    await user.type(field, 'ana@ymail.com');
    await user.tab();
    expect(screen.queryByRole('button', { name: 'No, keep mine' })).toBeNull();
  });

  it('speaks the language of the login', async () => {
    const { user, field } = setUp({ messages: de });
    await user.type(field, 'ana@gmial.com');
    await user.tab();
    expect(await screen.findByText('Meinten Sie ana@gmail.com?')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Ja, ändern' })).toBeVisible();
  });
});
