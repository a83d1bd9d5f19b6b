import type { DecimalString } from '../../connectors/_kit/decimal';

/** An amount with at least two digits behind the point, and never one less than it has: prices may have five. */
export function withCents(amount: DecimalString): string {
  const [whole = '', digits = ''] = amount.split('.');
  return `${whole}.${digits.padEnd(2, '0')}`;
}
