import type { Identifier } from './identifier.ts';
import type { Message } from './outbox.ts';
import { randomHex } from './random.ts';

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (body: string) =>
  `<!doctype html><html lang="en"><body style="font-family:sans-serif">${body}</body></html>`;

/**
 * Writes the message of a start.
 *
 * @param options.code - The one-time code; a link message carries it inside its link.
 * @param options.link - Makes it a link message (e-mail only).
 * @param options.host - The site that the code is for. An SMS ends in a line that names it, by which
 *   browsers offer the code on that site alone.
 * @param options.lifetimeSeconds - Seconds until the code expires, for the text.
 * @see {@link https://wicg.github.io/sms-one-time-codes/ Origin-bound one-time codes delivered via SMS}
 */
export function composeMessage(options: {
  to: Identifier;
  code: string;
  link?: string;
  applicationName: string;
  host: string;
  lifetimeSeconds: number;
  sentAt: number;
  language: string | undefined;
}): Message {
  const { to, code, link, applicationName, host, lifetimeSeconds, sentAt, language } = options;
  const minutes = Math.round(lifetimeSeconds / 60);
  const lasts = `valid for ${minutes} minute${minutes === 1 ? '' : 's'} and works once`;
  const name = escapeHtml(applicationName);
  const base = {
    id: randomHex(12),
    to: to.value,
    connection: to.connection,
    sentAt,
    ...(language !== undefined && { language }),
  };

  if (to.connection === 'sms') {
    const text = `Your code for ${applicationName} is ${code}.\n\n@${host} #${code}`;
    return { ...base, send: 'code', code, text };
  }
  if (link !== undefined) {
    return {
      ...base,
      send: 'link',
      link,
      subject: `Sign in to ${applicationName}`,
      text: `Sign in to ${applicationName}:\n\n${link}\n\nThe link is ${lasts}.`,
      html: page(
        `<p><a href="${escapeHtml(link)}">Sign in to ${name}</a></p><p>The link is ${lasts}.</p>`,
      ),
    };
  }
  return {
    ...base,
    send: 'code',
    code,
    subject: `${code} is your code for ${applicationName}`,
    text: `Your code for ${applicationName} is:\n\n${code}\n\nIt is ${lasts}. If you did not ask for it, ignore this message.`,
    html: page(
      `<p>Your code for ${name} is:</p><p style="font-size:2em">${code}</p>` +
        `<p>It is ${lasts}. If you did not ask for it, ignore this message.</p>`,
    ),
  };
}
