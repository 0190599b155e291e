'use client';

import type { CountryCode } from 'libphonenumber-js/min';
import {
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { IdentifierStep } from '../IdentifierForm.tsx';
import { isolate } from '../messages/isolate.ts';
import { usePartMessages } from '../messages/usePartMessages.ts';
import { countries, countryOf } from './countries.ts';
import { followField, type PhoneField } from './followField.ts';
import { identifierField } from './identifierField.ts';
import type { PhoneLibrary } from './phoneLibrary.ts';

export interface PhoneCountryProps {
  login: IdentifierStep;
  /** Where most of your people are. Defaults to the region of the browser's language. */
  defaultCountry?: CountryCode | undefined;
}

/**
 * A choice of country, and the number formatted as it is typed: `07700900123` becomes `07700 900123`, and
 * `+44 7700 900123` when it is sent. For the slot `fields` of a login with `connections={['sms']}` or both, or
 * anywhere in the form of your own `renderIdentifier`.
 *
 * Needs `libphonenumber-js`, which it loads when the form gets the focus or the pointer. Where that fails, the
 * choice goes away and a number with its country code can be typed as ever. The choice follows the country
 * code that a person types; in a field that takes e-mail addresses too, it comes with the first digit.
 * Sends nothing.
 *
 * @example
 * ```tsx
 * import { PasswordlessLogin } from '@auth0-passwordless/react'
 * import { PhoneCountry } from '@auth0-passwordless/react/phone'
 *
 * export const Login = () => (
 *   <PasswordlessLogin
 *     connections={['sms']}
 *     slots={{ fields: (login) => <PhoneCountry login={login} defaultCountry="GB" /> }}
 *   />
 * )
 * ```
 */
export function PhoneCountry({ login, defaultCountry }: PhoneCountryProps): ReactNode {
  const messages = usePartMessages();
  const isServer = useSyncExternalStore(
    noSubscription,
    () => false,
    () => true,
  );
  const [chosen, setChosen] = useState<CountryCode>();
  const [library, setLibrary] = useState<PhoneLibrary | null>();
  const [isTyped, setIsTyped] = useState(false);
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  const phoneField = useRef<PhoneField>(undefined);
  const country =
    chosen ?? defaultCountry ?? (isServer ? undefined : countryOf(navigator.language));
  const newest = useRef(country);
  useEffect(() => {
    newest.current = country;
  });

  useEffect(() => {
    const form = ref.current?.closest('form');
    const field = identifierField(ref.current);
    if (!form || !field) return undefined;
    const followed = followField({
      form,
      field,
      country: () => newest.current,
      onCountry: setChosen,
      onText: (text) => setIsTyped(phoneText.test(text)),
      onLibrary: setLibrary,
    });
    phoneField.current = followed;
    return followed.end;
  }, []);

  const names = useMemo(() => countryNames(messages.locale, library), [messages.locale, library]);
  const isPhone = isTyped || !login.connections.includes('email');
  return (
    <div className="apl-phone" ref={ref} hidden={!isPhone || library === null}>
      <label className="apl-hint" htmlFor={id}>
        {messages['phone.country']}
      </label>
      <select
        className="apl-select"
        id={id}
        autoComplete="country"
        value={country ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const next = countries.find((known) => known === value);
          if (!next) return;
          newest.current = next;
          setChosen(next);
          phoneField.current?.move(next);
        }}
      >
        {!country && <option value="">–</option>}
        {/* Names and their order differ between a server and a browser. */}
        {!isServer &&
          names.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </select>
    </div>
  );
}

/** What can become a number, and no e-mail address. */
const phoneText = /^[\s(]*[+\p{Nd}][^\p{L}@]*$/u;

const noSubscription = () => () => {};

/** The countries by their names in a language, in its order, with their calling codes once these are known. */
function countryNames(locale: string, library: PhoneLibrary | null | undefined) {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const { compare } = new Intl.Collator(locale);
  return countries
    .map((code) => [code, names.of(code) ?? code] as const)
    .sort(([, a], [, b]) => compare(a, b))
    .map(([code, name]) => {
      const callingCode = library && isolate(`+${library.getCountryCallingCode(code)}`);
      return [code, callingCode ? `${name} (${callingCode})` : name] as const;
    });
}
