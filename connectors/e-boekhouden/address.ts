import { baseAddress, isOrigin } from '../_kit/base-address';

/**
 * The one address that serves every call. The endpoints file may name it whole, as the vendor does
 * (`https://soap.e-boekhouden.nl/soap.asmx`), or as a bare origin; both mean the same.
 */
export function soapAddress(endpoints: Readonly<Record<string, string>>): string {
  const address = baseAddress(endpoints, 'soap');
  return isOrigin(address) ? `${address}/soap.asmx` : address;
}
