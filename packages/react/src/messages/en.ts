import type { Messages } from './messages.ts';

/** English, and what a `messages` prop is laid over. */
export const en: Messages = {
  locale: 'en',
  'identifier.title': 'Sign in',
  'identifier.email.label': 'Email address',
  'identifier.phone.label': 'Mobile number',
  'identifier.either.label': 'Email address or mobile number',
  'identifier.link.hint': () => 'We’ll email you a link to sign in with.',
  'identifier.email.hint': ({ length }) => `We’ll email you a ${length}-digit code.`,
  'identifier.either.hint': ({ length }) =>
    `We’ll send you a ${length}-digit code. Start a number with its country code, like +44.`,
  'identifier.phone.hint': ({ length }) =>
    `Include the country code, like +44. We’ll text you a ${length}-digit code.`,
  'identifier.submit': 'Continue',
  'identifier.sending': 'Sending code…',
  'identifier.invalid': ({ connections }) =>
    connections.length > 1
      ? 'Enter an email address like name@example.com, or a mobile number with its country code like +44 7700 900123'
      : connections[0] === 'sms'
        ? 'Enter a mobile number with its country code like +44 7700 900123'
        : 'Enter an email address like name@example.com',
  'code.title': ({ connection }) =>
    connection === 'sms' ? 'Check your phone' : 'Check your email',
  'code.sent': ({ length, identifier }) => `We sent a ${length}-digit code to ${identifier}.`,
  'code.sentNew': ({ time }) =>
    `We sent a new code at ${time}. Use the newest one — older codes no longer work.`,
  'code.announced': ({ identifier }) => `Code sent to ${identifier}`,
  'code.label': 'Verification code',
  'code.hint': ({ length, minutes }) =>
    `It works for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. We’ll check it as soon as you enter all ${length} digits.`,
  'code.submit': 'Verify',
  'code.checking': 'Checking…',
  'code.incomplete': ({ length }) => `Enter all ${length} digits`,
  'code.ambiguous': ({ length }) => `We couldn’t find one ${length}-digit code in that text.`,
  'code.wrong': ({ triesLeft }) =>
    `That code isn’t right. ${triesLeft} ${triesLeft === 1 ? 'try' : 'tries'} left.`,
  'code.repeat': 'You’ve already tried that code. Check the newest message.',
  'code.expired': 'That code has expired. Send a new code to continue.',
  'code.locked': 'Too many tries with this code. Send a new code to continue.',
  'resend.ready': 'Send a new code',
  'resend.sending': 'Sending a new code…',
  'resend.wait': ({ time }) => `You can ask for a new code in ${time}`,
  'help.spam': ({ connection, identifier }) =>
    connection === 'sms'
      ? `Didn’t get it? Check that ${identifier} is right.`
      : `Didn’t get it? Check your spam folder, or that ${identifier} is right.`,
  change: ({ connection }) =>
    connection === 'sms' ? 'Use a different number' : 'Use a different email',
  'link.title': 'Check your email',
  'link.sent': ({ identifier }) => `We sent a sign-in link to ${identifier}.`,
  'link.hint': 'Open it on this device, in this browser.',
  'link.resend': 'Send a new link',
  'mfa.title': 'One more step',
  'mfa.hint': 'Your account asks for a second factor.',
  success: 'You’re signed in',
  limit: ({ time }) => `You’ve asked for several codes. Try again in ${time}.`,
  blocked: 'Sign-in is paused for your security. Try again later or contact support.',
  'signup.disabled': 'New accounts can’t be created here.',
  captcha: 'Confirm you’re human, then try again.',
  'delivery.failed': ({ connection }) =>
    connection === 'sms'
      ? 'We couldn’t send the text message. Check the number, or try again.'
      : 'We couldn’t send the email. Check the address, or try again.',
  'access.denied': 'You can’t sign in with this account.',
  misconfigured: 'Sign-in isn’t available right now.',
  offline: 'You’re offline. Try again when you’re back online.',
  network: 'We couldn’t reach the sign-in service. Check your connection and try again.',
  timeout: 'This is taking too long. Try again.',
  'provider.down': 'Sign-in isn’t answering right now. Try again in a moment.',
  unexpected: 'Something went wrong on our side. Try again.',
};
