import { useTranslation } from 'react-i18next';
import { hoursOf } from '../../../preload/contract/hour-policy';
import { formatMinutes } from '../../i18n/minutes-input';
import { useFormats } from '../../i18n/use-formats';
import styles from './DocumentPreview.module.css';

/** The minutes behind the hours of a line, and what they would be when the company did not round them. */
export function BookedMinutes({ minutes, hours }: { minutes: number; hours: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const exact = hoursOf(minutes);
  const duration = formatMinutes(minutes);
  return (
    <span className={styles.minutes}>
      {exact === hours
        ? t('ui.document.fromMinutes', { duration })
        : t('ui.document.fromMinutesRounded', {
            duration,
            exact: formats.decimal(exact),
            hours: formats.decimal(hours),
          })}
    </span>
  );
}
