import {
  canResend,
  type Connection,
  identifierText,
  type LoginPolicy,
  type LoginState,
  type ParsedCode,
} from '@auth0-passwordless/core';
import type { LoginActions, LoginControls } from './loginActions.ts';
import type {
  ClipboardEvent,
  ComponentPropsWithRef,
  FormEvent,
  RefObject,
  SyntheticEvent,
} from 'react';
import { writeInputValue } from './writeInputValue.ts';

/** Named one by one: all that an element may have would clash with a design system's own `color` or `size`. */
type FormProps = Pick<
  ComponentPropsWithRef<'form'>,
  'noValidate' | 'aria-busy' | 'onKeyDown' | 'onSubmit' | 'onPasteCapture'
>;
type FieldProps = Pick<
  ComponentPropsWithRef<'input'>,
  | 'id'
  | 'name'
  | 'type'
  | 'ref'
  | 'defaultValue'
  | 'readOnly'
  | 'hidden'
  | 'dir'
  | 'translate'
  | 'inputMode'
  | 'enterKeyHint'
  | 'autoComplete'
  | 'autoCapitalize'
  | 'autoCorrect'
  | 'spellCheck'
  | 'aria-invalid'
  | 'aria-describedby'
>;
export interface InputProps extends FieldProps {
  /** Takes the event or the text itself, which code fields of component libraries tell. */
  onChange: (change: Change) => void;
}
type Change = SyntheticEvent<HTMLInputElement> | string;
type ButtonProps = Pick<
  ComponentPropsWithRef<'button'>,
  'type' | 'ref' | 'aria-disabled' | 'aria-describedby' | 'onClick'
>;
type HeadingProps = Pick<ComponentPropsWithRef<'h2'>, 'tabIndex' | 'ref'>;

/**
 * Props for each element of a login, to spread on your own markup: names, ARIA, focus and handlers.
 * Props of your own go after the spread; a handler of your own should call ours.
 */
export interface PropGetters {
  /** The form around the identifier field; submits what the field named `identifier` holds. */
  readonly getIdentifierFormProps: () => FormProps;
  readonly getIdentifierInputProps: () => InputProps;
  /** The form around the code field; submits the field named `code`, takes a paste anywhere in it. */
  readonly getCodeFormProps: () => FormProps;
  /**
   * One field for the whole code. It checks a complete code at once, unless `autoSubmit` is off. Where the field
   * is a component of several inputs, give `name` and `onChange` to the component and `ref` to its first input.
   */
  readonly getCodeInputProps: () => InputProps;
  /** A field that nobody sees, so that password managers know whose code it is. */
  readonly getUsernameInputProps: () => FieldProps & { value: string };
  /** For the `<label>` of the current step's field. */
  readonly getLabelProps: () => { htmlFor: string };
  /** For the text that explains the current step's field. */
  readonly getHintProps: () => { id: string };
  /** For the text that tells of the error, beside the field. */
  readonly getErrorProps: () => { id: string };
  /** For the heading of the step; it takes the focus where a step has no field. */
  readonly getHeadingProps: () => HeadingProps;
  readonly getSubmitButtonProps: () => ButtonProps;
  /** Stays focusable while waiting and says why by what `getResendHintProps` marks. */
  readonly getResendButtonProps: () => ButtonProps;
  readonly getResendHintProps: () => { id: string };
  /** "Use a different email". */
  readonly getEditIdentifierButtonProps: () => ButtonProps;
}

/** The elements that take the focus, as far as they are on the page. */
export interface LoginElements {
  readonly identifier: RefObject<HTMLInputElement | null>;
  readonly code: RefObject<HTMLInputElement | null>;
  readonly resend: RefObject<HTMLButtonElement | null>;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

export interface PropGetterOptions {
  readonly id: string;
  readonly elements: LoginElements;
  readonly policy: LoginPolicy;
  readonly connections: readonly Connection[];
  readonly autoSubmit: boolean;
  readonly now: () => number;
  readonly controls: LoginControls;
}

/** The getters for one state. */
export function createPropGetters(
  state: LoginState,
  actions: LoginActions,
  { id, elements, policy, connections, autoSubmit, now, controls }: PropGetterOptions,
): PropGetters {
  const isPending = 'requestId' in state;
  const identifier = state.identifier ? identifierText(state.identifier) : '';
  const errorId = `${id}error`;
  const hintId = `${id}hint`;
  const resendHintId = `${id}resend`;
  const isCodeStep = 'sentAt' in state;
  const inputId = id + (isCodeStep ? 'code' : 'identifier');
  const parse = (text: string): ParsedCode =>
    controls.parseCode(text, { length: policy.codeLength });

  const form = (name: string, submit: (text: string) => void): FormProps => ({
    noValidate: true,
    'aria-busy': isPending,
    onSubmit(event: FormEvent<HTMLFormElement>) {
      event.preventDefault();
      submit(fieldOf(event.currentTarget, name)?.value ?? '');
    },
  });

  const input = (isInvalid: boolean): FieldProps => ({
    id: inputId,
    // Not `disabled`: a disabled element loses the focus.
    readOnly: isPending,
    'aria-invalid': isInvalid,
    'aria-describedby': state.error ? `${errorId} ${hintId}` : hintId,
    autoCapitalize: 'off',
    autoCorrect: 'off',
    spellCheck: false,
  });

  return {
    getIdentifierFormProps: () => form('identifier', actions.start),
    getIdentifierInputProps: () => ({
      ...input(state.error?.field === 'identifier'),
      ...identifierFieldType(connections),
      name: 'identifier',
      enterKeyHint: 'next',
      ref: elements.identifier,
      defaultValue: identifier,
      onChange: actions.inputEdited,
    }),
    getCodeFormProps: () => ({
      ...form('code', actions.exchange),
      // Before the field: one that keeps the digits alone would make a code out of a date.
      onPasteCapture(event: ClipboardEvent<HTMLFormElement>) {
        const text = event.clipboardData.getData('text');
        const field = fieldOf(event.currentTarget, 'code');
        const parsed = parse(text);
        // Part of a code is the person's own business; whole messages are ours.
        if (parsed.kind === 'incomplete' || !field) return;
        event.preventDefault();
        event.stopPropagation();
        if (field.readOnly) return;
        if (parsed.kind === 'code') writeInputValue(field, parsed.code);
        else actions.exchange(text);
      },
    }),
    getCodeInputProps: () => ({
      ...input(state.error?.field === 'code'),
      readOnly: isPending || (isCodeStep && !state.triesLeft),
      type: 'text',
      name: 'code',
      inputMode: 'numeric',
      autoComplete: 'one-time-code',
      enterKeyHint: 'done',
      dir: 'ltr',
      translate: 'no',
      ref: elements.code,
      // No `maxLength`: it would cut "123 456" before we can read it.
      onChange(change) {
        actions.inputEdited();
        const text = typeof change === 'string' ? change : change.currentTarget.value;
        if (autoSubmit && parse(text).kind === 'code') actions.exchange(text);
      },
    }),
    getUsernameInputProps: () => ({
      hidden: true,
      readOnly: true,
      name: 'username',
      autoComplete: 'username',
      value: identifier,
    }),
    getLabelProps: () => ({ htmlFor: inputId }),
    getHintProps: () => ({ id: hintId }),
    getErrorProps: () => ({ id: errorId }),
    getHeadingProps: () => ({ tabIndex: -1, ref: elements.heading }),
    getSubmitButtonProps: () => ({ type: 'submit', 'aria-disabled': isPending }),
    getResendButtonProps: () => ({
      type: 'button',
      ref: elements.resend,
      'aria-disabled': isPending || !isCodeStep || !canResend(state, now()),
      'aria-describedby': resendHintId,
      onClick: actions.resend,
    }),
    getResendHintProps: () => ({ id: resendHintId }),
    getEditIdentifierButtonProps: () => ({ type: 'button', onClick: actions.editIdentifier }),
  };
}

/** The input that holds the whole text, in a field of several inputs, too: the one with the name. */
export function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : null;
}

/** The keyboard and the suggestions that fit what may be typed. */
function identifierFieldType([first, second]: readonly Connection[]): FieldProps {
  if (second) return { type: 'text', inputMode: 'email', autoComplete: 'username' };
  return first === 'sms'
    ? { type: 'tel', autoComplete: 'tel' }
    : { type: 'email', autoComplete: 'email' };
}
