/** How the playground sends what signs a person in. */
export type Way = 'email' | 'link' | 'sms';

const choices: readonly { value: Way; label: string }[] = [
  { value: 'email', label: 'E-mail' },
  { value: 'sms', label: 'Text message' },
  { value: 'link', label: 'E-mail link' },
];

/** Which way the login tries. Changing it begins a new login. */
export function WaySwitch({ value, onChange }: { value: Way; onChange: (way: Way) => void }) {
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">Sign in by</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name="way"
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
