/**
 * Writes into an input as if the person had typed it, so that whoever listens (React, React Hook Form,
 * another form library, nobody) sees the change. React ignores a plain `input.value = …`, because it
 * tracks that setter; the prototype's own is not tracked.
 */
export function writeInputValue(input: HTMLInputElement, value: string): void {
  if (input.value === value) return;
  Reflect.set(HTMLInputElement.prototype, 'value', value, input);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
