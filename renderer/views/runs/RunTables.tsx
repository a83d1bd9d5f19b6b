import { useTranslation } from 'react-i18next';
import type { RunRow } from '../../../preload/contract/views';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import styles from './RunDetail.module.css';

/** All others that were read stayed as they were. */
const COUNTS = ['read', 'written', 'removed', 'parked'] as const;

/** What a run did with each table, and why one failed. */
export function RunTables({ run }: { run: RunRow }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const failed = run.resources.flatMap(({ resource, problem }) => (problem === null ? [] : [{ resource, problem }]));
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('ui.run.tables')}>
        <table className={styles.tables}>
          <thead>
            <tr>
              <th scope="col">{t('ui.sync.table')}</th>
              {COUNTS.map((count) => (
                <th key={count} scope="col">
                  {t(`ui.run.${count}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {run.resources.map(({ resource, counts }) => (
              <tr key={resource}>
                <th scope="row">{t(`ui.resource.${resource}`)}</th>
                {COUNTS.map((count) => (
                  <td key={count}>{formats.count(counts[count])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {failed.map(({ resource, problem }) => (
        <p key={resource}>
          {t(`ui.resource.${resource}`)}: {problemText(problem, language).message}
        </p>
      ))}
    </>
  );
}
