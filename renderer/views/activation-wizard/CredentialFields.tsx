import { useTranslation } from 'react-i18next';
import type { CredentialField } from '../../../preload/contract/model';
import { localized } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import styles from './CredentialFields.module.css';
import type { Entered } from './entered-values';
import { WhereToFind } from './WhereToFind';

export type CredentialFieldsProps = {
  /** Keys of what is kept already. */
  filled: readonly string[];
  /** What is kept and holds no secret. */
  kept: Readonly<Record<string, string>>;
  entered: Entered;
  /** Key of the field that has the focus when the form comes. */
  focused?: string | undefined;
  /** `null`: as if nothing had been typed in it. */
  onChange: (field: CredentialField, value: string | null) => void;
};

/** Fields of a link, as kept or as typed. Secrets go to main and never come back: a filled one shows as such only. */
export function CredentialFields({
  fields,
  filled,
  kept,
  entered,
  focused,
  onChange,
}: CredentialFieldsProps & { fields: readonly CredentialField[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return fields.map((field) => {
    const { key, label, help, secret, optional } = field;
    const isKeptSecret = secret && filled.includes(key);
    const isEmptied = isKeptSecret && optional === true && entered[key] === '';
    const state = isEmptied ? t('ui.wizard.willBeEmptied') : isKeptSecret ? t('ui.wizard.isFilled') : '';
    const name = localized(label, language);
    return (
      <div key={key} className={styles.credential}>
        <TextField
          label={name}
          help={[localized(help, language), state].filter(Boolean).join(' ')}
          type={secret ? 'password' : 'text'}
          value={entered[key] ?? kept[key] ?? ''}
          autoFocus={key === focused}
          // An emptied field of a kept secret is as it was before something was typed in it.
          onChange={(value) => onChange(field, isKeptSecret && value === '' ? null : value)}
        />
        {isKeptSecret && optional === true ? (
          <Button variant="quiet" size="small" onPress={() => onChange(field, isEmptied ? null : '')}>
            {t(isEmptied ? 'ui.wizard.keep' : 'ui.wizard.empty', { field: name })}
          </Button>
        ) : null}
        <WhereToFind field={field} />
      </div>
    );
  });
}
