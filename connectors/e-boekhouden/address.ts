/**
 * The one address that serves every call. The endpoints file may name it whole, as the vendor does
 * (`https://soap.e-boekhouden.nl/soap.asmx`), or as a bare origin; both mean the same. The manifest names it, so that a
 * missing one is a bug.
 */
export function soapAddress(endpoints: Readonly<Record<string, string>>): string {
  const address = endpoints.soap?.replace(/\/+$/, '');
  if (address === undefined) throw new Error('No address of e-Boekhouden');
  return new URL(address).pathname === '/' ? `${address}/soap.asmx` : address;
}
