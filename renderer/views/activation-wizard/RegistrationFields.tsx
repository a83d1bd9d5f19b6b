import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CredentialField } from '../../../preload/contract/model';
import { Button } from '../../ui/Button';
import { EditIcon } from '../../ui/icons';
import { CredentialFields, type CredentialFieldsProps } from './CredentialFields';
import styles from './wizard.module.css';

type Props = CredentialFieldsProps & {
  /** Of the package. */
  label: string;
  registration: readonly CredentialField[];
};

/** What identifies Simon to the vendor: entered once, mostly by IT, and out of the way from then on. */
export function RegistrationFields({ label, registration, ...fields }: Props) {
  const { t } = useTranslation();
  const [isChanging, setIsChanging] = useState(false);
  if (registration.length === 0) return null;
  const isComplete = registration.every(({ key, optional }) => optional === true || fields.filled.includes(key));
  const isTyping = registration.some(({ key }) => fields.entered[key] !== undefined);
  if (isComplete && !isChanging && !isTyping) {
    return (
      <div className={styles.registered}>
        <span>{t('ui.wizard.registered', { name: label })}</span>
        <Button variant="quiet" size="small" icon={EditIcon} onPress={() => setIsChanging(true)}>
          {t('ui.wizard.changeRegistration')}
        </Button>
      </div>
    );
  }
  return (
    <section className={styles.form} aria-label={t('ui.wizard.registration')}>
      <h3>{t('ui.wizard.registration')}</h3>
      <p className={styles.prose}>{t('ui.wizard.registrationText', { name: label })}</p>
      <CredentialFields fields={registration} {...fields} />
    </section>
  );
}
