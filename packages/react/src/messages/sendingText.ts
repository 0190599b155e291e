import type { Send } from '@auth0-passwordless/core';
import type { Messages } from './messages.ts';

/** What a button says while its message is on its way. */
export const sendingText = (send: Send, messages: Messages) =>
  messages[send === 'code' ? 'identifier.sending' : 'link.sending'];
