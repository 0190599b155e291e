import type { CountryCode } from 'libphonenumber-js/min';
import { writeInputValue } from '../writeInputValue.ts';
import { loadPhoneLibrary, type PhoneLibrary } from './phoneLibrary.ts';
import { formatTyped, inCountry, internationalNumber } from './typedNumber.ts';

export interface PhoneField {
  /** Makes a number that is already typed one of this country. */
  readonly move: (country: CountryCode) => void;
  readonly end: () => void;
}

export interface PhoneFieldOptions {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  /** The country of a number without a country code, asked for at each key. */
  readonly country: () => CountryCode | undefined;
  readonly onCountry: (country: CountryCode) => void;
  /** What stands in the field now. */
  readonly onText: (text: string) => void;
  readonly onLibrary: (library: PhoneLibrary | null) => void;
}

/**
 * Formats what is typed into a field, and gives it its country code when its form is sent. Loads
 * libphonenumber when the form gets the focus; until then, and without it, the field is as it was.
 */
export function followField(options: PhoneFieldOptions): PhoneField {
  const { form, field, country, onCountry, onText, onLibrary } = options;
  const ended = new AbortController();
  let library: PhoneLibrary | undefined;
  let hasFailed = false;
  let before = field.value;

  const format = (deletion?: { text: string; isForward: boolean }) => {
    if (library && !field.readOnly) {
      const caret = field.selectionStart ?? field.value.length;
      const typed = formatTyped(library, { text: field.value, caret }, country(), deletion);
      if (typed.text !== field.value) {
        // As in `writeInputValue`, but within the event of the key: nobody has heard of it yet.
        Reflect.set(HTMLInputElement.prototype, 'value', typed.text, field);
        if (document.activeElement === field) field.setSelectionRange(typed.caret, typed.caret);
      }
      if (typed.country) onCountry(typed.country);
    }
    before = field.value;
    onText(before);
  };

  const type = (event: Event) => {
    if (event.target !== field) return;
    const { isComposing = false, inputType = '' } = event instanceof InputEvent ? event : {};
    if (isComposing) return;
    const isDeletion = inputType.startsWith('deleteContent');
    format(isDeletion ? { text: before, isForward: inputType.endsWith('Forward') } : undefined);
  };

  const load = async () => {
    if (library) return;
    try {
      const loaded = await loadPhoneLibrary();
      if (ended.signal.aborted) return;
      hasFailed = false;
      library = loaded;
      onLibrary(loaded);
      // What was typed meanwhile is formatted as if it were typed now.
      field.dispatchEvent(new Event('input', { bubbles: true }));
    } catch {
      hasFailed = true;
      if (!ended.signal.aborted) onLibrary(null);
    }
  };

  const submit = (event: Event) => {
    if (library) {
      const number = internationalNumber(library, field.value, country());
      if (number && !field.readOnly) writeInputValue(field, number);
    } else if (!hasFailed && /^[\s(]*(?!00)\d[^\p{L}@]*$/u.test(field.value)) {
      // Sent before a number could get its country code: as soon as it has.
      event.preventDefault();
      event.stopPropagation();
      void load().then(() => ended.signal.aborted || form.requestSubmit());
    }
  };

  const settings = { capture: true, signal: ended.signal };
  form.addEventListener('focusin', () => void load(), settings);
  form.addEventListener('pointerover', () => void load(), settings);
  form.addEventListener('input', type, settings);
  form.addEventListener('compositionend', type, settings);
  form.addEventListener('submit', submit, settings);
  if (form.contains(document.activeElement)) void load();
  onText(field.value);

  return {
    move(to) {
      if (!library || field.readOnly) return;
      Reflect.set(HTMLInputElement.prototype, 'value', inCountry(library, field.value, to), field);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    end: () => ended.abort(),
  };
}
