import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createEmulatedAuth0 } from '../testing/EmulatedAuth0.tsx';
import { PasswordlessLogin } from '../index.ts';
import { PhoneCountry } from './PhoneCountry.tsx';

// Real keys and a real caret: jsdom has neither `inputType` nor a caret that jumps when a script writes a value.

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

async function setUp(country: 'GB' | 'US' = 'GB') {
  const { Provider, emulator } = createEmulatedAuth0();
  render(
    <PasswordlessLogin
      autoFocus
      connections={['sms']}
      // Each test is an application of its own: tabs of one do not send the same message twice.
      storageKey={crypto.randomUUID()}
      slots={{ fields: (login) => <PhoneCountry login={login} defaultCountry={country} /> }}
    />,
    { wrapper: Provider },
  );
  const field = screen.getByRole<HTMLInputElement>('textbox');
  await expect.poll(() => screen.getByRole('combobox').textContent).toContain('+44');
  /** What stands in the field, with a mark for the caret. */
  const shown = () => {
    const { value, selectionStart } = field;
    return `${value.slice(0, selectionStart ?? 0)}|${value.slice(selectionStart ?? 0)}`;
  };
  return { field, shown, emulator };
}

it('formats at each key, with the caret at the end', async () => {
  const { shown } = await setUp('US');
  const seen: string[] = [];
  for (const key of '2133734253') {
    await userEvent.keyboard(key);
    seen.push(shown());
  }
  expect(seen).toEqual([
    '2|',
    '21|',
    '(213)|',
    '(213) 3|',
    '(213) 37|',
    '(213) 373|',
    '(213) 373-4|',
    '(213) 373-42|',
    '(213) 373-425|',
    '(213) 373-4253|',
  ]);
});

it('deletes a digit where only a separator lies before the caret, and gets to the start', async () => {
  const { field, shown } = await setUp('US');
  await userEvent.keyboard('2133734253');
  const seen: string[] = [];
  while (field.value !== '' && seen.length < 20) {
    await userEvent.keyboard('{Backspace}');
    seen.push(shown());
  }
  expect(seen).toHaveLength(10);
  expect(seen.at(-1)).toBe('|');
});

it('leaves the caret where the person types in the middle', async () => {
  const { field, shown } = await setUp();
  await userEvent.keyboard('07700900123');
  expect(shown()).toBe('07700 900123|');
  field.setSelectionRange(3, 3);
  await userEvent.keyboard('{Backspace}');
  expect(field.selectionStart).toBe(2);
  await userEvent.keyboard('7');
  expect(shown()).toBe('077|00 900123');
});

it('deletes forwards over a separator', async () => {
  const { field, shown } = await setUp();
  await userEvent.keyboard('07700900123');
  field.setSelectionRange(5, 5);
  await userEvent.keyboard('{Delete}');
  expect(field.value.replaceAll(' ', '')).toBe('0770000123');
  expect(shown().replaceAll(' ', '')).toBe('07700|00123');
});

it('replaces what is selected', async () => {
  const { field, shown } = await setUp();
  await userEvent.keyboard('07700900123');
  field.select();
  await userEvent.keyboard('+4420');
  expect(shown()).toBe('+44 20|');
});

it('takes a paste with 00 and a zero in parentheses, and sends E.164', async () => {
  const { field, shown, emulator } = await setUp('US');
  field.focus();
  document.execCommand('insertText', false, '0044 (0)7700-900-123');
  expect(shown()).toBe('+44 7700 900123|');
  const select = screen.getByRole<HTMLSelectElement>('combobox');
  await expect.poll(() => select.value).toBe('GB');
  await userEvent.keyboard('{Enter}');
  await screen.findByLabelText('Verification code');
  expect(emulator.outbox.messages()).toMatchObject([{ to: '+447700900123' }]);
});

it('sends a national number as that of the chosen country, chosen by the keyboard', async () => {
  const { emulator } = await setUp('US');
  await userEvent.keyboard('07700900123');
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toBe(screen.getByRole('combobox'));
  // Before the United States.
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(() => screen.getByRole<HTMLSelectElement>('combobox').value).toBe('GB');
  await userEvent.keyboard('{Tab}{Enter}');
  await screen.findByLabelText('Verification code');
  expect(emulator.outbox.messages()).toMatchObject([{ to: '+447700900123' }]);
});
