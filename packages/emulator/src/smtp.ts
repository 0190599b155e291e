import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { createTransport } from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Message } from './outbox.ts';

const idHeader = 'X-Emulator-Message-Id';
/** A connection that idles stays open: the greeting of a new one takes a tenth of a second. */
const idleMs = 24 * 60 * 60 * 1000;

/** What a mail program would show of a message. */
function asReceived(message: Message, { subject, text, html }: Email): Message {
  return {
    ...message,
    ...(subject !== undefined && { subject }),
    // SMTP ends the last line, too.
    text: (text ?? '').trimEnd(),
    ...(html !== undefined && { html: html.trimEnd() }),
  };
}

/** A post office of one's own. */
export interface Smtp {
  /** Mails a message, and resolves with what arrived. An SMS comes back as it is. */
  readonly deliver: (message: Message) => Promise<Message>;
  readonly close: () => Promise<void>;
}

/**
 * Sends e-mail over SMTP to a server on the loopback address, on a free port: encoding, headers and line lengths are
 * those of a real mail. Nothing leaves the machine, whatever the recipient's address is.
 */
export async function startSmtp(): Promise<Smtp> {
  const underway = new Map<string, (email: Email) => void>();

  const receive = async (stream: SMTPServerDataStream, _session: SMTPServerSession) => {
    const email = await PostalMime.parse(await buffer(stream));
    const id = email.headers.find(({ key }) => key === idHeader.toLowerCase())?.value;
    if (id !== undefined) underway.get(id)?.(email);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    socketTimeout: idleMs,
    closeTimeout: 100,
    onData: callbackify(receive),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // Later errors are those of single connections; the sender hears of them.
  server.on('error', () => undefined);

  const address = server.server.address();
  const transport = createTransport({
    host: '127.0.0.1',
    port: typeof address === 'object' && address ? address.port : 0,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxMessages: Infinity,
    socketTimeout: idleMs,
  });

  return {
    async deliver(message) {
      if (message.connection === 'sms') return message;
      const { id, to, subject, text, html } = message;
      const arrival = new Promise<Email>((resolve) => {
        underway.set(id, resolve);
      });
      try {
        await transport.sendMail({
          from: 'Emulator <no-reply@emulator.localhost>',
          to,
          subject,
          text,
          html,
          headers: { [idHeader]: id },
        });
        return asReceived(message, await arrival);
      } finally {
        underway.delete(id);
      }
    },
    async close() {
      transport.close();
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    },
  };
}
