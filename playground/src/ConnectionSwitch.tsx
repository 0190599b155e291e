import type { Connection } from '@auth0-passwordless/core';

const choices: readonly { value: Connection; label: string }[] = [
  { value: 'email', label: 'E-mail' },
  { value: 'sms', label: 'Text message' },
];

/** Which connection the login tries. Changing it begins a new login. */
export function ConnectionSwitch({
  value,
  onChange,
}: {
  value: Connection;
  onChange: (connection: Connection) => void;
}) {
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">Send the code by</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name="connection"
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
