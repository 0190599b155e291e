'use client';

import type { LoginState } from '@auth0-passwordless/core';
import { useEffect, useRef } from 'react';
import type { LoginElements } from './propGetters.ts';
import { writeInputValue } from './writeInputValue.ts';

/**
 * Moves the focus where a transition leads the person, and nowhere else: never because
 * time passed, never for a failure that is not about a field.
 *
 * @see {@link https://www.w3.org/WAI/WCAG22/Understanding/focus-order.html WCAG 2.4.3 Focus Order}
 */
export function useStepFocus(state: LoginState, elements: LoginElements, autoFocus = false): void {
  const previous = useRef(state);
  useEffect(() => {
    const before = previous.current;
    previous.current = state;
    if (before !== state) moveFocus(before, state, elements);
  }, [state, elements]);
  useEffect(() => {
    if (autoFocus) elements.identifier?.focus();
  }, [autoFocus, elements]);
}

function moveFocus(before: LoginState, after: LoginState, elements: LoginElements): void {
  const { identifier, code, resend, heading } = elements;
  switch (after.status) {
    case 'enteringIdentifier':
      if ('sentAt' in before) return select(identifier);
      return after.error?.field === 'identifier' ? identifier?.focus() : undefined;
    case 'enteringCode':
      if (before.status === 'sendingCode' || (before.status === 'resendingCode' && !after.error)) {
        if (!after.error) clear(code);
        return code?.focus();
      }
      if (!after.error || after.error === before.error) return;
      if (after.triesLeft === 0) clear(code);
      if (after.triesLeft === 0 || after.error.code === 'expired_code') return resend?.focus();
      // Selected, not erased: typing or pasting replaces it, and a long code can be corrected.
      return after.error.field === 'code' ? select(code) : undefined;
    case 'awaitingLink':
      return before.status === 'sendingCode' ? heading?.focus() : undefined;
    case 'mfaRequired':
    case 'authenticated':
      return heading?.focus();
    default:
  }
}

const clear = (input: HTMLInputElement | null) => input && writeInputValue(input, '');

function select(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
