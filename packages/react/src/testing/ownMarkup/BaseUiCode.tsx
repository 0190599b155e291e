import { OTPField } from '@base-ui/react/otp-field';
import type { ReactNode } from 'react';
import { type CodeStep, useCatalogue, useErrorText } from '../../index.ts';
import './codeSlots.css';
import './PlainLogin.css';

/** Base UI's field has an input a digit: the field gets our name and our handler, the first input the focus. */
export function BaseUiCode({ login }: { login: CodeStep }): ReactNode {
  const { policy } = useCatalogue();
  const error = useErrorText(login);
  const { id, name, ref, readOnly, onChange, ...aria } = login.getCodeInputProps();
  return (
    <form className="otp-form" {...login.getCodeFormProps()}>
      <input {...login.getUsernameInputProps()} />
      <label {...login.getLabelProps()}>Verification code</label>
      <OTPField.Root
        id={id}
        name={name}
        length={policy.codeLength}
        readOnly={readOnly}
        onValueChange={onChange}
        aria-describedby={aria['aria-describedby']}
        className="otp-slots"
      >
        {Array.from({ length: policy.codeLength }, (_, index) => (
          <OTPField.Input
            key={index}
            ref={index === 0 ? ref : undefined}
            aria-label={index === 0 ? undefined : `Digit ${index + 1}`}
            className="otp-slot"
          />
        ))}
      </OTPField.Root>
      <p className="otp-error" {...login.getErrorProps()}>
        {error}
      </p>
      <button {...login.getSubmitButtonProps()}>Verify</button>
      <button {...login.getResendButtonProps()}>Send a new code</button>
    </form>
  );
}
