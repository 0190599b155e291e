'use client';

import { identifierText } from '@auth0-passwordless/core';
import { type ReactNode, useMemo } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { CodeNotice } from './CodeNotice.tsx';
import { ErrorMessage } from './ErrorMessage.tsx';
import type { LoginSlots } from './LoginSlots.ts';
import type { LoginAt } from './loginView.ts';
import { OtherChannel } from './OtherChannel.tsx';
import { registered } from './registered.ts';
import { ResendButton } from './ResendButton.tsx';
import { useCatalogue } from './messages/useCatalogue.ts';

/** What the code form holds: our field, and those that your own markup registers. */
export interface CodeValues {
  code: string;
  [field: string]: unknown;
}

/** The code step, with its React Hook Form. */
export type CodeStep = LoginAt<'code'> & { readonly form: UseFormReturn<CodeValues> };

export interface CodeFormProps {
  login: LoginAt<'code'>;
  render?: ((login: CodeStep) => ReactNode) | undefined;
  slots?: LoginSlots | undefined;
}

/** The second step: one field for the whole code. Its getters are wired to React Hook Form. */
export function CodeForm({ login, render, slots }: CodeFormProps): ReactNode {
  const form = useForm<CodeValues>({ defaultValues: { code: '' } });
  const step = useMemo<CodeStep>(
    () => ({
      ...login,
      form,
      getCodeFormProps: () => ({
        ...login.getCodeFormProps(),
        onSubmit: form.handleSubmit(({ code }) => login.exchange(code)),
      }),
      getCodeInputProps: () =>
        registered(login.getCodeInputProps(), form.register('code'), (text) =>
          form.setValue('code', text),
        ),
    }),
    [form, login],
  );
  // React Hook Form renders once more after mounting, to say it is ready: only slots may say otherwise then.
  const formState = slots && form.formState;
  const markup = useMemo(
    () => <DefaultMarkup login={step} slots={slots} />,
    // oxlint-disable-next-line react/exhaustive-deps -- slots read it through `login.form`
    [step, slots, formState],
  );
  return render ? render(step) : markup;
}

function DefaultMarkup({ login, slots }: { login: CodeStep; slots: LoginSlots | undefined }) {
  const { messages, policy } = useCatalogue();
  const { connection } = login.identifier;
  const identifier = identifierText(login.identifier);
  const length = policy.codeLength;
  const time = new Intl.DateTimeFormat(messages.locale, { timeStyle: 'short' }).format(
    login.sentAt,
  );
  return (
    <form className="apl-form" {...login.getCodeFormProps()}>
      <h2 className="apl-title" {...login.getHeadingProps()}>
        {messages[`code.title.${connection}`]}
      </h2>
      <p className="apl-text">
        {login.sendCount > 1
          ? messages['code.sentNew']({ time })
          : login.isRestored
            ? messages['code.sentAt']({ identifier, time })
            : messages['code.sent']({ length, identifier })}{' '}
        <button
          className="apl-link"

          {...login.getEditIdentifierButtonProps()}
        >
          {messages[`change.${connection}`]}
        </button>
      </p>
      <input {...login.getUsernameInputProps()} />
      <div className="apl-field">
        <label className="apl-label" {...login.getLabelProps()}>
          {messages['code.label']}
        </label>
        <div className="apl-slots" data-length={length}>
          <input className="apl-input apl-code" {...login.getCodeInputProps()} />
        </div>
        <ErrorMessage login={login} />
        <OtherChannel login={login} onChoose={login.editIdentifier} />
        <CodeNotice login={login} />
        <p className="apl-hint" {...login.getHintProps()}>
          {messages['code.hint']({ length, minutes: Math.round(policy.codeLifetimeSeconds / 60) })}
        </p>
      </div>
      <button className="apl-button" {...login.getSubmitButtonProps()}>
        {login.status === 'exchangingCode' ? messages['code.checking'] : messages['code.submit']}
      </button>
      <p className="apl-hint">{messages[`help.${connection}`]({ identifier })}</p>
      {slots?.help?.(login)}
      <ResendButton login={login} label={messages['resend.ready']} />
    </form>
  );
}
