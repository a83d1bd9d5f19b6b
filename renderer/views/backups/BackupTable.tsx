import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupRow } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import styles from './BackupsPanel.module.css';
import { megabytes } from './megabytes';

type Props = { rows: readonly BackupRow[]; onRestore: (backup: BackupRow) => void };

/** One row for each backup, newest first. */
export function BackupTable({ rows, onRestore }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const tableId = useId();
  return (
    // The rows scroll, so they can have the focus.
    <div className={styles.scroll} role="region" aria-label={t('ui.backups.table')} tabIndex={0}>
      <table className={styles.backups} aria-label={t('ui.backups.table')}>
        <thead>
          <tr>
            <th scope="col">{t('ui.backups.date')}</th>
            <th scope="col">{t('ui.backups.kind')}</th>
            <th scope="col" className={styles.number}>
              {t('ui.backups.workOrders')}
            </th>
            <th scope="col" className={styles.number}>
              {t('ui.backups.customers')}
            </th>
            <th scope="col" className={styles.number}>
              {t('ui.backups.size')}
            </th>
            <th scope="col" className={styles.number}>
              {t('ui.backups.actions')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((backup, index) => {
            const momentId = `${tableId}-${index}`;
            return (
              <tr key={backup.name}>
                <th scope="row" id={momentId} title={backup.name}>
                  {formats.moment(backup.madeAtMs)}
                </th>
                <td>{t(`ui.backups.kinds.${backup.kind}`)}</td>
                <td className={styles.number}>{backup.counts && formats.count(backup.counts.workOrders)}</td>
                <td className={styles.number}>{backup.counts && formats.count(backup.counts.customers)}</td>
                <td className={styles.number}>{megabytes(formats, backup.sizeBytes)}</td>
                <td className={styles.number}>
                  {backup.counts === null ? (
                    <span className={styles.muted}>{t('ui.backups.unreadable')}</span>
                  ) : (
                    <Button size="small" onPress={() => onRestore(backup)} aria-describedby={momentId}>
                      {t('ui.backups.restore')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
