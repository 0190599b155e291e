/** From where the playground calls Auth0. */
export type Mode = 'browser' | 'server';

const choices: readonly { value: Mode; label: string }[] = [
  { value: 'browser', label: 'The browser' },
  { value: 'server', label: 'Your server' },
];

/** Who talks to Auth0, and keeps the tokens. */
export function ModeSwitch({ value, onChange }: { value: Mode; onChange: (mode: Mode) => void }) {
  return (
    <fieldset className="switch">
      <legend>Auth0 is called by</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name="mode"
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
