/** Which header to believe, when the handler stands behind a proxy. Without such a rule, none is believed. */
export interface TrustedProxy {
  /** The header in which the proxy writes the address. Defaults to `x-forwarded-for`. */
  readonly header?: string | undefined;
  /**
   * How many proxies of yours append to that header: the address is the one so many from the right, and what
   * stands left of it was written by the caller. Defaults to `1`.
   */
  readonly hops?: number | undefined;
  /**
   * Whether a connection from this address is one of the proxy's. Defaults to all connections: then nobody but the
   * proxy may be able to reach the handler.
   */
  readonly isTrusted?: ((peerIp: string | undefined) => boolean) | undefined;
}

/**
 * The address of the person's device: of the connection, or what a trusted proxy says of it.
 *
 * @returns `undefined` when it is not known or no address.
 */
export function endUserIp(
  headers: Pick<Headers, 'get'>,
  peerIp: string | undefined,
  proxy: TrustedProxy | undefined,
): string | undefined {
  const { header = 'x-forwarded-for', hops = 1, isTrusted = () => true } = proxy ?? {};
  if (!proxy || !isTrusted(peerIp)) return normalizeIp(peerIp ?? '');
  return normalizeIp((headers.get(header) ?? '').split(',').at(-hops) ?? '');
}

/** Without the port that some proxies append, and IPv4 as such; `undefined` for anything but an address. */
function normalizeIp(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/^::ffff:(?=[\d.]+$)/i, '');
  const isV4 = /^(\d{1,3}\.){3}\d{1,3}$/.test(bare) && bare.split('.').every((part) => +part < 256);
  if (isV4) return bare;
  const isV6 = /^[\da-f:.]+$/i.test(bare) && URL.canParse(`http://[${bare}]/`);
  return isV6 ? new URL(`http://[${bare}]/`).hostname.slice(1, -1) : undefined;
}

/** What an address is counted by: one line has a whole /64 of IPv6, and could use a new address for each try. */
export function networkOf(ip: string): string {
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
