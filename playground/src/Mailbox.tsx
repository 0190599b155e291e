import { useQuery } from '@tanstack/react-query';
import { auth0Origin } from './auth0.ts';

/** A message as the emulator's `GET /_emulator/messages` shows it. */
interface Message {
  id: string;
  to: string;
  connection: 'email' | 'sms';
  send: 'code' | 'link';
  code?: string;
  link?: string;
  sentAt: number;
}

async function fetchMessages({ signal }: { signal: AbortSignal }): Promise<Message[]> {
  const response = await fetch(`${auth0Origin}/_emulator/messages`, { signal });
  if (!response.ok) throw new Error(`The emulator answered ${response.status}.`);
  return response.json();
}

/** What the emulator has sent, newest first, as it arrives. */
export function Mailbox() {
  const messages = useQuery({
    queryKey: ['messages'],
    queryFn: fetchMessages,
    refetchInterval: 750,
    // The emulator runs on this machine, network or not.
    networkMode: 'always',
  });
  return (
    <section className="mailbox" aria-labelledby="mailbox-title">
      <h2 id="mailbox-title">Mailbox</h2>
      {messages.isError && (
        <p className="mailbox-empty">
          The emulator at {auth0Origin} does not answer. Start it with <code>npm start</code>.
        </p>
      )}
      {messages.data?.length === 0 && (
        <p className="mailbox-empty">Every e-mail and text message lands here. None so far.</p>
      )}
      <ol className="messages">
        {messages.data?.map((message) => (
          <li key={message.id}>
            <MessageCard message={message} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

function MessageCard({ message }: { message: Message }) {
  return (
    <article className="message" data-testid="message">
      <p className="message-head">
        <span>{message.connection === 'email' ? 'E-mail' : 'Text message'}</span>
        <time dateTime={new Date(message.sentAt).toISOString()}>{time.format(message.sentAt)}</time>
      </p>
      <p className="message-to">to {message.to}</p>
      {message.code && <p className="message-code">{message.code}</p>}
      {message.link && (
        <p>
          <a href={message.link}>Sign in</a>
        </p>
      )}
    </article>
  );
}
