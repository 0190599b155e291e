'use client';

import { useEffect, useState } from 'react';

/**
 * Whether there is a network, as far as the browser has said so since the page came. What it believed
 * before proves nothing: a page from this very machine needs no network, and neither do its requests.
 */
export function useOnline(): boolean {
  const [isOnline, setIsOnline] = useState(true);
  useEffect(() => {
    const follow = ({ type }: Event) => setIsOnline(type === 'online');
    window.addEventListener('online', follow);
    window.addEventListener('offline', follow);
    return () => {
      window.removeEventListener('online', follow);
      window.removeEventListener('offline', follow);
    };
  }, []);
  return isOnline;
}
