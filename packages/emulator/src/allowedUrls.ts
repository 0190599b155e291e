import { matchesOrigin } from './cors.ts';

/** Whether an address is one of a list; `https://*.example.com/callback` stands for any subdomain. */
export function isAllowedUrl(allowed: readonly string[], url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin } = new URL(url);
  return allowed.some((pattern) => {
    if (!pattern.includes('*.')) return pattern === url;
    const patternOrigin = pattern.split('/', 3).join('/');
    const isSameRest = pattern.slice(patternOrigin.length) === url.slice(origin.length);
    return isSameRest && matchesOrigin(patternOrigin, origin);
  });
}

/** The same without query and fragment, which do not count for Allowed Logout URLs. */
export const isAllowedLogoutUrl = (allowed: readonly string[], url: string): boolean =>
  isAllowedUrl(allowed, url.replace(/[?#].*$/, ''));
