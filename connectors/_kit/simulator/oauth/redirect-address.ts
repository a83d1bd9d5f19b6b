const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?(\/|$)/;

/**
 * Whether a login may go back to this address: registered to the letter, or on this computer when the vendor takes that
 * (RFC 8252, section 7.3: any port).
 */
export function isAllowedRedirect(
  address: string,
  registered: readonly string[],
  loopback: 'accept' | 'refuse',
): boolean {
  return registered.includes(address) || (loopback === 'accept' && LOOPBACK.test(address));
}

/** The address with parameters added to what it has. */
export function withParameters(address: string, parameters: Readonly<Record<string, string | null>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return url.href;
}
