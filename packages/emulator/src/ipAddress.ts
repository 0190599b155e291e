/** Whether text is an IPv4 or IPv6 address, by the URL parser's own rules. */
export function isIpAddress(text: string): boolean {
  const isIpv4 = /^\d{1,3}(\.\d{1,3}){3}$/.test(text);
  return URL.canParse(`http://${isIpv4 ? text : `[${text}]`}/`);
}
