import type { Address, PulledWorkAddress } from './model';

/** Whether somebody could go there: a name or a country alone is no place. */
export const isPlace = ({ street, postcode, city }: Address): boolean =>
  [street, postcode, city].some((part) => part !== '');

/** The work address made of the debtor's own address; none when that is not filled in. */
export const mainWorkAddress = (address: Address): readonly PulledWorkAddress[] =>
  isPlace(address) ? [{ kind: 'main', key: '', ...address }] : [];
