import { useTranslation } from 'react-i18next';
import type { MarkRow, SyncStatus } from '../../../preload/contract/views';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { highWaterWords } from './high-water-words';
import styles from './TableMarks.module.css';

/** How far each table was read, when that was, and when it is read again. */
export function TableMarks({ sync }: { sync: SyncStatus }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const nextAtMs = sync.pausedUntilMs ?? sync.nextRunAtMs;
  const next = sync.pausedByUser || nextAtMs === null ? '–' : formats.timeOrDay(nextAtMs);
  const refusalOf = (mark: MarkRow) =>
    sync.lastRun?.resources.find(({ resource }) => resource === mark.resource)?.problem ?? null;
  const upTo = ({ complete, highWater }: MarkRow): string =>
    !complete
      ? t('ui.sync.notComplete')
      : highWater === null
        ? t('ui.sync.upToDate')
        : t('ui.sync.upTo', { moment: highWaterWords(highWater, formats) });
  return (
    <table className={styles.marks}>
      <thead>
        <tr>
          <th scope="col">{t('ui.sync.table')}</th>
          <th scope="col">{t('ui.sync.changes')}</th>
          <th scope="col">{t('ui.sync.lastRun')}</th>
          <th scope="col">{t('ui.sync.nextRun')}</th>
        </tr>
      </thead>
      <tbody>
        {sync.marks.map((mark) => {
          const refusal = refusalOf(mark);
          return (
            <tr key={mark.resource}>
              <th scope="row">{t(`ui.resource.${mark.resource}`)}</th>
              <td>
                {upTo(mark)}
                {refusal === null ? null : (
                  <span className={styles.refusal}>{problemText(refusal, language).message}</span>
                )}
              </td>
              <td>{formats.timeOrDay(mark.updatedAtMs)}</td>
              <td>{next}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
