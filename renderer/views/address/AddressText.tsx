import type { Address } from '../../../preload/contract/model';
import styles from './AddressText.module.css';

type Props = { address: Pick<Address, 'street' | 'postcode' | 'city' | 'country'> & { name?: string } };

/** An address as on an envelope; the country only when it is not the Netherlands. */
export function AddressText({ address }: Props) {
  const { name, street, postcode, city, country } = address;
  const lines = [name, street, `${postcode} ${city}`.trim(), country === 'NL' ? '' : country].filter(Boolean);
  return <address className={styles.address}>{lines.length === 0 ? '–' : lines.join('\n')}</address>;
}
