import { useTranslation } from 'react-i18next';
import type { CompanyProfile } from '../../../preload/contract/company-settings';
import { useAppStore } from '../../shell/app-store';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { ibanWarning, registerWarning, vatWarning, type NumberWarning } from './company-numbers';
import styles from './ProfilePanel.module.css';

type Label = 'name' | 'phone' | 'email' | 'website' | 'vatNumber' | 'chamberOfCommerce' | 'enterpriseNumber' | 'iban';

const COUNTRIES = ['NL', 'BE', 'DE'] as const;

type Props = {
  profile: CompanyProfile;
  onChange: (profile: CompanyProfile) => void;
};

/** The details of the company as they stand on its papers. A number that looks wrong can be saved all the same. */
export function ProfileFields({ profile, onChange }: Props) {
  const { t } = useTranslation();
  const companyName = useAppStore((store) => store.app?.company.name ?? '');
  const country = profile.country === '' ? 'NL' : profile.country;
  const field = (part: keyof CompanyProfile, label: Label, warning: NumberWarning | null = null, help?: string) => (
    <TextField
      label={t(`ui.companySettings.${label}`)}
      value={profile[part]}
      maxLength={500}
      help={help}
      warning={warning === null ? undefined : t(`ui.companySettings.warn.${warning.key}`, warning.values)}
      onChange={(value) => onChange({ ...profile, [part]: value })}
    />
  );
  const addressField = (part: 'street' | 'postcode' | 'city') => (
    <TextField
      label={t(`ui.address.${part}`)}
      value={profile[part]}
      maxLength={500}
      onChange={(value) => onChange({ ...profile, [part]: value })}
    />
  );
  return (
    <>
      {field('name', 'name', null, t('ui.companySettings.nameHelp', { name: companyName }))}
      {addressField('street')}
      <div className={styles.place}>
        {addressField('postcode')}
        {addressField('city')}
      </div>
      <Select
        label={t('ui.address.country')}
        value={country}
        onChange={(chosen) => onChange({ ...profile, country: chosen })}
        options={[...new Set([...COUNTRIES, country])].map((value) => ({
          value,
          label: t(`ui.country.${value}`, { defaultValue: value }),
        }))}
      />
      {field('phone', 'phone')}
      {field('email', 'email')}
      {field('website', 'website')}
      {field('vatNumber', 'vatNumber', vatWarning(profile.vatNumber))}
      {field(
        'chamberOfCommerceNumber',
        country === 'BE' ? 'enterpriseNumber' : 'chamberOfCommerce',
        registerWarning(profile.chamberOfCommerceNumber, country),
      )}
      {field('iban', 'iban', ibanWarning(profile.iban))}
    </>
  );
}
