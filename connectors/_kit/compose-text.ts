import { workOrderNumbers, type OutgoingDocument } from './document';
import type { Address } from './model';
import type { AddressOrDescription, NumberOrReference } from './settings';

/** An address on one line, e.g. `Gemeentehuis, Dorpsstraat 1, 1234 AB Ons Dorp`. A foreign country is named by its code. */
export function addressLine(address: Address | null): string {
  if (address === null) return '';
  const city = [address.postcode, address.city].filter(isFilled).join(' ');
  const country = address.country === 'NL' ? '' : address.country;
  return [address.name, address.street, city, country].filter(isFilled).join(', ');
}

/** The text of a remarks, memo or notes field: work address, work description or both, each on its own line. */
export function addressOrDescription(
  choice: AddressOrDescription,
  source: { readonly workAddress: Address | null; readonly workDescription: string },
): string {
  const address = choice === 'workAddress' || choice === 'both' ? addressLine(source.workAddress) : '';
  const description = choice === 'workDescription' || choice === 'both' ? source.workDescription.trim() : '';
  return [address, description].filter(isFilled).join('\n');
}

/** The text of a reference field: work order numbers, the customer's reference or both (`1042 / PO 4711`). */
export function numberOrReference(
  choice: NumberOrReference,
  source: Pick<OutgoingDocument, 'workOrderNumber' | 'others' | 'customerReference'>,
): string {
  const number = choice === 'workOrderNumber' || choice === 'both' ? workOrderNumbers(source) : '';
  const reference = choice === 'customerReference' || choice === 'both' ? source.customerReference.trim() : '';
  return [number, reference].filter(isFilled).join(' / ');
}

const isFilled = (text: string): boolean => text !== '';
