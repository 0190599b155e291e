const hexOf = (byte: number) => byte.toString(16).padStart(2, '0');

/** `bytes` random bytes in hexadecimal, the form of Auth0's ids. */
export function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), hexOf).join('');
}

/** `length` decimal digits, leading zeros included; every combination is equally likely. */
export function randomDigits(length: number): string {
  let digits = '';
  while (digits.length < length) {
    const byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 255;
    // 250 to 255 would make the digits 0 to 5 more likely than 6 to 9.
    if (byte < 250) digits += byte % 10;
  }
  return digits;
}
