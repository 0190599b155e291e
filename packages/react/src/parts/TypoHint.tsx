'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { IdentifierStep } from '../IdentifierForm.tsx';
import { usePartMessages } from '../messages/usePartMessages.ts';
import { writeInputValue } from '../writeInputValue.ts';
import { identifierField } from './identifierField.ts';
import { suggestAddress } from './suggestAddress.ts';

export { suggestAddress } from './suggestAddress.ts';

export interface TypoHintProps {
  login: IdentifierStep;
  /** More domains to know, such as your company's. May change between renders. */
  domains?: readonly string[] | undefined;
}

/** What a person said no to, for as long as the login lives: its actions stay the same. */
const dismissed = new WeakMap<IdentifierStep['start'], Set<string>>();

/**
 * Asks "Did you mean ana@gmail.com?" when the person leaves the e-mail field and its domain looks like a
 * slip of the finger. For the slot `fields`, or anywhere in the form of your own `renderIdentifier`.
 *
 * Never changes anything by itself and never blocks: the form can be sent as it is. A suggestion that was
 * dismissed does not come back for the same text. It is announced politely and moves no focus; pressing one
 * of its buttons returns to the field.
 *
 * @example
 * ```tsx
 * import { PasswordlessLogin } from '@auth0-passwordless/react'
 * import { TypoHint } from '@auth0-passwordless/react/typo-hint'
 *
 * export const Login = () => <PasswordlessLogin slots={{ fields: (login) => <TypoHint login={login} /> }} />
 * ```
 */
export function TypoHint({ login, domains }: TypoHintProps): ReactNode {
  const messages = usePartMessages();
  const [address, setAddress] = useState<string | null>(null);
  const ref = useRef<HTMLDivElement>(null);
  const { start } = login;

  useEffect(() => {
    const form = ref.current?.closest('form');
    const field = identifierField(ref.current);
    if (!form || !field) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let isPressed = false;
    let isLeft = false;
    const look = () => {
      if (!isLeft || isPressed) return;
      isLeft = false;
      const isDismissed = dismissed.get(start)?.has(field.value);
      setAddress(isDismissed || field.readOnly ? null : suggestAddress(field.value, domains));
    };
    const leave = ({ target }: Event) => {
      isLeft = target === field;
      look();
    };
    const edit = ({ target }: Event) => {
      if (target === field) setAddress(null);
    };
    // A hint that appears while a button is held down would move that button away from under the finger.
    const press = () => {
      clearTimeout(timer);
      isPressed = true;
    };
    const release = () => {
      isPressed = false;
      timer = setTimeout(look);
    };
    form.addEventListener('focusout', leave);
    form.addEventListener('input', edit);
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('pointerup', release, true);
    document.addEventListener('pointercancel', release, true);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('focusout', leave);
      form.removeEventListener('input', edit);
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('pointerup', release, true);
      document.removeEventListener('pointercancel', release, true);
    };
  }, [start, domains]);

  const answer = (isMeant: boolean) => {
    const field = identifierField(ref.current);
    // What is on its way stays as it was sent.
    if (!field || !address || field.readOnly) return;
    if (isMeant) writeInputValue(field, address);
    else dismissed.set(start, (dismissed.get(start) ?? new Set<string>()).add(field.value));
    setAddress(null);
    field.focus();
  };

  return (
    <div className="apl-typo" ref={ref}>
      {/* On the page before it says anything: a live region that comes with its text is not read. */}
      <p className="apl-typo-text" role="status">
        {address && messages['typo.suggestion']({ address })}
      </p>
      {address && (
        <div className="apl-choices">
          <button className="apl-link" type="button" onClick={() => answer(true)}>
            {messages['typo.apply']}
          </button>
          <button className="apl-link" type="button" onClick={() => answer(false)}>
            {messages['typo.dismiss']}
          </button>
        </div>
      )}
    </div>
  );
}
