import type { Address } from '../../../preload/contract/model';

/** An address on one line, to choose it from a list. */
export function addressLine({ name, street, postcode, city }: Omit<Address, 'country'>): string {
  return [name, street, `${postcode} ${city}`.trim()].filter(Boolean).join(', ');
}

export const EMPTY_ADDRESS: Address = { name: '', street: '', postcode: '', city: '', country: 'NL' };
