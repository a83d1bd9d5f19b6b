import type { Snelstart } from './fixtures';

/** The main address of a customer in SnelStart, as Simon writes it on one line. */
export function addressOf({ control }: Snelstart, customer: string): string {
  const { contact, street, postcode, city } = control.books.customer(customer).address;
  return [contact, street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}
