import { useTranslation } from 'react-i18next';
import { localized, problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { classNames } from '../../ui/class-names';
import { Icon } from '../../ui/Icon';
import { ErrorIcon, InfoIcon, SuccessIcon } from '../../ui/icons';
import type { CheckState } from './settings-form-store';
import styles from './SettingRow.module.css';

/** What Controleer said and when; read aloud when it comes. */
export function Verdict({ check }: { check: CheckState | undefined }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  if (check === undefined || check.kind === 'checking') return <p className={styles.result} role="status" />;
  const time = formats.timeOrDay(check.atMs);
  if (check.kind === 'right') {
    return (
      <p className={classNames(styles.result, check.verified ? styles.right : styles.unsure)} role="status">
        <Icon of={check.verified ? SuccessIcon : InfoIcon} />
        <span>{t('ui.packageSettings.checkedAt', { time, found: localized(check.detail, language) })}</span>
      </p>
    );
  }
  const { message, action } = problemText(check.problem, language);
  const found = [message, action].filter((sentence) => sentence !== null).join(' ');
  return (
    <p className={classNames(styles.result, styles.wrong)} role="status">
      <Icon of={ErrorIcon} />
      <span>{t('ui.packageSettings.checkedAt', { time, found })}</span>
    </p>
  );
}
