'use client';

import { identifierText, type Send } from '@auth0-passwordless/core';
import { type ReactNode, useMemo } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { ErrorMessage } from './ErrorMessage.tsx';
import { identifierKind } from './identifierKind.ts';
import type { LoginSlots } from './LoginSlots.ts';
import type { LoginAt } from './loginView.ts';
import { OtherChannel } from './OtherChannel.tsx';
import { registered } from './registered.ts';
import { sendingText } from './messages/sendingText.ts';
import { useCatalogue } from './messages/useCatalogue.ts';

/** What the identifier form holds: our field, and those that your own markup registers. */
export interface IdentifierValues {
  identifier: string;
  [field: string]: unknown;
}

/** The identifier step, with its React Hook Form. */
export type IdentifierStep = LoginAt<'identifier'> & {
  readonly form: UseFormReturn<IdentifierValues>;
};

export interface IdentifierFormProps {
  login: LoginAt<'identifier'>;
  send?: Send | undefined;
  render?: ((login: IdentifierStep) => ReactNode) | undefined;
  slots?: LoginSlots | undefined;
}

/** The first step: a form with one field. Its getters are wired to React Hook Form. */
export function IdentifierForm({ login, send, render, slots }: IdentifierFormProps): ReactNode {
  const form = useForm<IdentifierValues>({
    defaultValues: { identifier: login.identifier ? identifierText(login.identifier) : '' },
  });
  const step = useMemo<IdentifierStep>(
    () => ({
      ...login,
      form,
      getIdentifierFormProps: () => ({
        ...login.getIdentifierFormProps(),
        onSubmit: form.handleSubmit(({ identifier }) => login.start(identifier)),
      }),
      getIdentifierInputProps: () =>
        registered(login.getIdentifierInputProps(), form.register('identifier'), (text) =>
          form.setValue('identifier', text),
        ),
    }),
    [form, login],
  );
  // React Hook Form renders once more after mounting, to say it is ready: only slots may say otherwise then.
  const formState = slots && form.formState;
  const markup = useMemo(
    () => <DefaultMarkup login={step} send={send} slots={slots} />,
    // oxlint-disable-next-line react/exhaustive-deps -- slots read it through `login.form`
    [step, send, slots, formState],
  );
  return render ? render(step) : markup;
}

function DefaultMarkup({
  login,
  send,
  slots,
}: Pick<IdentifierFormProps, 'send' | 'slots'> & { login: IdentifierStep }) {
  const { messages, policy } = useCatalogue();
  const kind = identifierKind(login.connections);
  const hint = kind === 'email' ? (send === 'link' ? 'link' : 'email') : 'phone';
  return (
    <form className="apl-form" {...login.getIdentifierFormProps()}>
      <h2 className="apl-title" {...login.getHeadingProps()}>
        {messages['identifier.title']}
      </h2>
      <div className="apl-field">
        <label className="apl-label" {...login.getLabelProps()}>
          {messages[`identifier.${kind}.label`]}
        </label>
        <input className="apl-input" {...login.getIdentifierInputProps()} />
        <ErrorMessage login={login} />
        <OtherChannel
          login={login}
          takesFocus
          onChoose={() => {
            login.form.setValue('identifier', '');
            login.form.setFocus('identifier');
          }}
        />
        <p className="apl-hint" {...login.getHintProps()}>
          {messages[`identifier.${hint}.hint`]({ length: policy.codeLength })}
        </p>
        {slots?.fields?.(login)}
      </div>
      {login.error?.code === 'captcha_required' && slots?.captcha && (
        <div ref={focusFirst}>{slots.captcha(login)}</div>
      )}
      <button className="apl-button" {...login.getSubmitButtonProps()}>
        {login.isPending ? sendingText(login.send, messages) : messages['identifier.submit']}
      </button>
      {slots?.terms?.(login)}
    </form>
  );
}

/** What Auth0 asks for now is the next thing to do. */
function focusFirst(slot: HTMLElement | null): void {
  slot?.querySelector<HTMLElement>('input, button, iframe, [tabindex]')?.focus();
}
