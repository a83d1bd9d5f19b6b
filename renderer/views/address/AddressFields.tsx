import { useTranslation } from 'react-i18next';
import type { Address } from '../../../preload/contract/model';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import styles from './AddressFields.module.css';

type Props = {
  value: Address;
  onChange: (address: Address) => void;
  /** Name of the place, for a work address. */
  withName?: boolean;
};

/** The fields of one address. */
export function AddressFields({ value, onChange, withName = false }: Props) {
  const { t } = useTranslation();
  const set = (part: keyof Address) => (text: string) => onChange({ ...value, [part]: text });
  return (
    <>
      {withName ? (
        <TextField
          label={t('ui.address.name')}
          help={t('ui.address.nameHelp')}
          value={value.name}
          onChange={set('name')}
        />
      ) : null}
      <TextField label={t('ui.address.street')} value={value.street} onChange={set('street')} isRequired />
      <div className={styles.row}>
        <TextField label={t('ui.address.postcode')} value={value.postcode} onChange={set('postcode')} />
        <TextField label={t('ui.address.city')} value={value.city} onChange={set('city')} isRequired />
      </div>
      <Select
        label={t('ui.address.country')}
        value={value.country}
        onChange={set('country')}
        options={[
          { value: 'NL', label: t('ui.country.NL') },
          { value: 'BE', label: t('ui.country.BE') },
          { value: 'DE', label: t('ui.country.DE') },
        ]}
      />
    </>
  );
}
