import { useTranslation } from 'react-i18next';
import type { CredentialField } from '../../../preload/contract/model';
import { localized } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import styles from './WhereToFind.module.css';

/** The steps of the connector to find one value; closed until somebody asks. */
export function WhereToFind({ field: { whereToFind = [] } }: { field: CredentialField }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (whereToFind.length === 0) return null;
  return (
    <details className={styles.where}>
      <summary>{t('ui.wizard.whereToFind')}</summary>
      <ol className={styles.steps}>
        {whereToFind.map((step) => (
          <li key={step.nl}>{localized(step, language)}</li>
        ))}
      </ol>
    </details>
  );
}
