import { useTranslation } from 'react-i18next';
import type { CredentialField } from '../../../preload/contract/model';
import { localized } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { TextField } from '../../ui/TextField';

type Props = {
  fields: readonly CredentialField[];
  /** Keys of what is kept already. */
  filled: readonly string[];
  values: Readonly<Record<string, string>>;
  onChange: (key: string, value: string) => void;
};

/** Fields of a link, as kept or as typed. Secrets go to main and never come back: a filled one shows as such only. */
export function CredentialFields({ fields, filled, values, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return fields.map(({ key, label, help, secret }) => (
    <TextField
      key={key}
      label={localized(label, language)}
      help={[localized(help, language), secret && filled.includes(key) ? t('ui.wizard.isFilled') : '']
        .filter(Boolean)
        .join(' ')}
      type={secret ? 'password' : 'text'}
      value={values[key] ?? ''}
      onChange={(value) => onChange(key, value)}
    />
  ));
}
