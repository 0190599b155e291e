'use client';

import { useMemo } from 'react';
import { usePasswordless } from '../PasswordlessProvider.tsx';
import { enParts } from './enParts.ts';
import type { PartMessages } from './partMessages.ts';

/** The texts of the optional parts, and their language: the provider's, laid over the English ones. */
export function usePartMessages(): PartMessages & { locale: string } {
  const { messages } = usePasswordless();
  return useMemo(() => ({ locale: 'en', ...enParts, ...messages }), [messages]);
}
