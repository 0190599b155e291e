'use client';

import type { LoginState } from '@auth0-passwordless/core';
import { useEffect, useRef } from 'react';
import { fieldOf, type LoginElements } from './propGetters.ts';
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
    if (autoFocus) elements.identifier.current?.focus();
  }, [autoFocus, elements]);
}

function moveFocus(
  before: LoginState,
  after: LoginState,
  { identifier, code, resend, heading }: LoginElements,
): void {
  const { error } = after;
  switch (after.status) {
    case 'enteringIdentifier':
      if (before.status !== 'sendingCode' && before.status !== after.status) select(identifier);
      else if (error?.field === 'identifier') identifier.current?.focus();
      return;
    case 'enteringCode':
      if (after.sentAt !== ('sentAt' in before && before.sentAt)) {
        write(code, '');
        code.current?.focus();
      } else if (error?.field === 'code' && error !== before.error) {
        if (!after.triesLeft) write(code, '');
        if (!after.triesLeft || error.code === 'expired_code') resend.current?.focus();
        // Selected, not erased: typing or pasting replaces it, and a long code can be corrected. A code
        // that only lacks a digit is there to be gone on with.
        else if (/^(wrong|repeated)/.test(error.code)) select(code);
        else code.current?.focus();
      }
      return;
    case 'awaitingLink':
      if (!('sentAt' in before)) heading.current?.focus();
      return;
    case 'mfaRequired':
    case 'authenticated':
      heading.current?.focus();
  }
}

function select({ current }: LoginElements['code']): void {
  current?.focus();
  current?.select();
}

function write({ current }: LoginElements['code'], value: string): void {
  const field = (current?.form && fieldOf(current.form, 'code')) ?? current;
  if (field) writeInputValue(field, value);
}
