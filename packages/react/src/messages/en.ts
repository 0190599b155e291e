import type { Messages } from './messages.ts';

const plural = (count: number, one: string, other: string) =>
  `${count} ${count === 1 ? one : other}`;

const sendNew = 'Send a new code to continue.';
const busy = 'Sign-in isn’t answering right now. Try again in a moment.';

/** English, and what a `messages` prop is laid over. */
export const en: Messages = {
  locale: 'en',
  direction: 'ltr',
  'identifier.title': 'Sign in',
  'identifier.email.label': 'Email address',
  'identifier.phone.label': 'Mobile number',
  'identifier.either.label': 'Email address or mobile number',
  'identifier.email.hint': ({ length }) => `We’ll email you a ${length}-digit code.`,
  'identifier.link.hint': () => 'We’ll email you a sign-in link.',
  'identifier.phone.hint': ({ length }) =>
    `Start a number with its country code, like +44. We’ll send you a ${length}-digit code.`,
  'identifier.submit': 'Continue',
  'identifier.sending': 'Sending code…',
  'link.sending': 'Sending link…',
  'code.title.email': 'Check your email',
  'code.title.sms': 'Check your phone',
  'code.sent': ({ length, identifier }) => `We sent a ${length}-digit code to ${identifier}.`,
  'code.sentNew': ({ time }) =>
    `We sent a new code at ${time}. Use the newest one — older codes no longer work.`,
  'code.sentAt': ({ identifier, time }) => `We sent a code to ${identifier} at ${time}.`,
  'code.restored': ({ identifier }) => `Welcome back. Enter the code we sent to ${identifier}.`,
  'code.announced': ({ identifier }) => `Code sent to ${identifier}`,
  'code.label': 'Verification code',
  'code.hint': ({ length, minutes }) =>
    `It works for ${plural(minutes, 'minute', 'minutes')}. We’ll check it as soon as you enter all ${length} digits.`,
  'code.expires': ({ time }) => `This code works for another ${time}.`,
  'code.submit': 'Verify',
  'code.checking': 'Checking…',
  'code.offline': 'You’re offline. We’ll check your code when you’re back online.',
  'resend.ready': 'Send a new code',
  'resend.link': 'Send a new link',
  'resend.wait': ({ time }) => `You can ask for a new one in ${time}`,
  'resend.now': 'You can ask for a new one now.',
  'resend.offline': 'You can ask for a new one when you’re back online.',
  'help.email': ({ identifier }) =>
    `Didn’t get it? Check your spam folder, or that ${identifier} is right.`,
  'help.sms': ({ identifier }) => `Didn’t get it? Check that ${identifier} is right.`,
  'change.email': 'Use a different email',
  'change.sms': 'Use a different number',
  'instead.email': 'Get the code by email instead',
  'instead.sms': 'Get the code by text message instead',
  'link.sent': ({ identifier }) =>
    `We sent a sign-in link to ${identifier}. Open it on this device, in this browser.`,
  'mfa.title': 'One more step',
  online: 'You’re back online.',
  'elsewhere.title': 'You’ve signed in in another tab',
  'elsewhere.continue': 'Continue',
  success: 'You’re signed in',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? 'Enter an email address like name@example.com'
      : `Enter ${kind === 'either' ? 'an email address, or ' : ''}a mobile number with its country code, like +44 7700 900123`,
  incomplete_code: ({ length }) => `Enter all ${length} digits`,
  ambiguous_code: ({ length }) => `We couldn’t find one ${length}-digit code in that text.`,
  repeated_code: 'You’ve already tried that code. Check the newest message.',
  wrong_code: ({ triesLeft }) =>
    `That code isn’t right. ${plural(triesLeft, 'try', 'tries')} left.`,
  expired_code: `That code has expired. ${sendNew}`,
  too_many_attempts: `Too many tries with this code. ${sendNew}`,
  rate_limited: ({ time }) =>
    time ? `You’ve asked for several codes. Try again in ${time}.` : busy,
  blocked: 'Sign-in is paused for your security. Try again later or contact support.',
  signup_disabled: 'New accounts can’t be created here.',
  captcha_required: 'Confirm you’re human, then try again.',
  delivery_failed: 'We couldn’t send the code. Try again.',
  mfa_required: 'One more step',
  access_denied: 'You can’t sign in with this account.',
  misconfigured: 'Sign-in isn’t available right now.',
  offline: 'You’re offline. Try again when you’re back online.',
  network: 'We couldn’t reach the sign-in service. Check your connection, then try again.',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};
