'use client';

import { useMemo } from 'react';
import { usePasswordless } from '../PasswordlessProvider.tsx';
import { en } from './en.ts';
import type { Messages } from './messages.ts';

/** The texts of the login: English, with those of the provider laid over. */
export function useMessages(): Messages {
  const { messages } = usePasswordless();
  return useMemo(() => ({ ...en, ...messages }), [messages]);
}
