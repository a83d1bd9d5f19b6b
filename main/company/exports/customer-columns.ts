import type { CustomerInFull } from '../../db/whole-lists';
import type { ListColumn } from './list-columns';

export const CUSTOMER_COLUMNS: readonly ListColumn<CustomerInFull>[] = [
  { name: 'customerNumber', kind: 'text', value: (row) => row.number },
  { name: 'name', kind: 'text', width: 30, value: (row) => row.name },
  { name: 'street', kind: 'text', width: 26, value: (row) => row.street },
  { name: 'postcode', kind: 'text', width: 10, value: (row) => row.postcode },
  { name: 'city', kind: 'text', value: (row) => row.city },
  { name: 'country', kind: 'text', width: 6, value: (row) => row.country },
  { name: 'phone', kind: 'text', value: (row) => row.phone },
  { name: 'email', kind: 'text', width: 28, value: (row) => row.email },
  { name: 'vatNumber', kind: 'text', value: (row) => row.vatNumber },
  { name: 'chamberOfCommerce', kind: 'text', value: (row) => row.chamberOfCommerceNumber },
  { name: 'particulars', kind: 'text', value: particularsOf },
];

/** What a list shows as a mark: made in Simon, or not active any more. */
export function particularsOf(
  { active, origin }: Pick<CustomerInFull, 'active' | 'origin'>,
  words: (key: string) => string,
): string {
  if (!active) return words('ui.origin.inactive');
  return origin === 'simon' ? words('ui.origin.simon') : '';
}
