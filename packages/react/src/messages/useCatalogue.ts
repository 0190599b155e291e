'use client';

import { useMemo } from 'react';
import { type PasswordlessContextValue, usePasswordless } from '../PasswordlessProvider.tsx';
import { en } from './en.ts';
import type { Messages } from './messages.ts';

/** What a provider hands down, with every text. */
export interface Catalogue extends PasswordlessContextValue {
  readonly messages: Messages;
}

/** What the provider above hands down: its own texts, laid over the English ones. */
export function useCatalogue(): Catalogue {
  const context = usePasswordless();
  return useMemo(() => ({ ...context, messages: { ...en, ...context.messages } }), [context]);
}
