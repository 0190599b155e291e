import { OTPInput } from 'input-otp';
import type { ReactNode } from 'react';
import { type CodeStep, useCatalogue, useErrorText } from '../../index.ts';
import './codeSlots.css';
import './PlainLogin.css';

/** `input-otp` as the code field. Codes are read by our form, so nothing has to be set for pasting. */
export function InputOtpCode({ login }: { login: CodeStep }): ReactNode {
  const { policy } = useCatalogue();
  const error = useErrorText(login);
  return (
    <form className="otp-form" {...login.getCodeFormProps()}>
      <input {...login.getUsernameInputProps()} />
      <label {...login.getLabelProps()}>Verification code</label>
      <OTPInput
        {...login.getCodeInputProps()}
        maxLength={policy.codeLength}
        containerClassName="otp-slots"
        render={({ slots }) =>
          slots.map(({ char, isActive }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a place has no other name
            <div key={index} className="otp-slot" data-active={isActive} aria-hidden="true">
              {char}
            </div>
          ))
        }
      />
      <p className="otp-error" {...login.getErrorProps()}>
        {error}
      </p>
      <button {...login.getSubmitButtonProps()}>Verify</button>
      <button {...login.getResendButtonProps()}>Send a new code</button>
    </form>
  );
}
