/** How the playground sends what signs a person in. */
export type Way = 'email' | 'link' | 'sms';

const labels: Readonly<Record<Way, string>> = {
  email: 'E-mail',
  sms: 'Text message',
  link: 'E-mail link',
};

interface WaySwitchProps<W extends Way> {
  ways: readonly W[];
  value: W;
  onChange: (way: W) => void;
}

/** Which way the login tries. Changing it begins a new login. */
export function WaySwitch<W extends Way>({ ways, value, onChange }: WaySwitchProps<W>) {
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">Sign in by</legend>
      {ways.map((way) => (
        <label key={way}>
          <input type="radio" name="way" checked={way === value} onChange={() => onChange(way)} />
          {labels[way]}
        </label>
      ))}
    </fieldset>
  );
}
