import { useTranslation } from 'react-i18next';
import type { LogRow } from '../../../preload/contract/views';
import { localized } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { LogLevelTag } from '../log/LogLevelTag';
import { placeOf } from '../log/record-place';
import styles from './AttentionList.module.css';

/** What the office must do, newest first, each with its action and the record. */
export function AttentionList({ rows }: { rows: readonly LogRow[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  if (rows.length === 0) return <p className={styles.none}>{t('ui.overview.nothingToDo')}</p>;
  return (
    <ul className={styles.list}>
      {rows.map((row) => {
        const place = placeOf(row);
        return (
          <li key={row.id} className={styles.item}>
            <div className={styles.head}>
              <LogLevelTag level={row.level} />
              <span className={styles.record}>{row.record}</span>
              <span className={styles.when}>{formats.moment(row.lastAtMs)}</span>
            </div>
            <p>{localized(row.message, language)}</p>
            {row.action ? <p className={styles.action}>{localized(row.action, language)}</p> : null}
            {place ? (
              <div>
                <Button size="small" onPress={() => navigate(place.view, place.detail)}>
                  {t('ui.log.openRecord')}
                </Button>
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
