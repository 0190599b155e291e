'use client';

import { useMemo } from 'react';
import { type PasswordlessContextValue, usePasswordless } from '../PasswordlessProvider.tsx';
import { en } from './en.ts';
import type { Messages } from './messages.ts';

/** What the provider above hands down, with every text: its own laid over the English ones. */
export function useCatalogue(): PasswordlessContextValue & { readonly messages: Messages } {
  const context = usePasswordless();
  return useMemo(() => ({ ...context, messages: { ...en, ...context.messages } }), [context]);
}
