import { useTranslation } from 'react-i18next';
import type { OverviewFigures, WorkFigure } from '../../../preload/contract/figures';
import type { View } from '../../../preload/contract/events';
import { useFormats } from '../../i18n/use-formats';
import { routeHash } from '../../shell/routes';
import { classNames } from '../../ui/class-names';
import type { Loaded } from '../../ui/use-loaded';
import { Panel } from '../../ui/Panel';
import styles from './WorkFigures.module.css';

const LINES = [
  { name: 'planned', view: 'work-orders', detail: 'planned' },
  { name: 'ready', view: 'work-orders', detail: 'ready' },
  { name: 'archived', view: 'queue', detail: 'open' },
  { name: 'notInvoiced', view: 'work-orders', detail: 'not-invoiced' },
  { name: 'bookedThisWeek', view: 'queue', detail: 'booked-week' },
  { name: 'bookedThisMonth', view: 'queue', detail: 'booked-month' },
] as const satisfies readonly { name: keyof OverviewFigures; view: View; detail: string }[];

/** What work comes to, from planned to booked; each line leads to its list. */
export function WorkFigures({ figures: { value, failure } }: { figures: Loaded<OverviewFigures> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Panel title={t('ui.overview.work.title')}>
      {value === undefined ? (
        <p className={styles.note} role="status">
          {failure === null ? t('ui.overview.work.reading') : t('ui.overview.work.failed')}
        </p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('ui.overview.work.what')}</th>
              <th scope="col" className={styles.number}>
                {t('ui.overview.work.count')}
              </th>
              <th scope="col" className={styles.number}>
                {t('ui.overview.work.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {LINES.map(({ name, view, detail }) => (
              <tr key={name} className={classNames(name === 'notInvoiced' && styles.sum)}>
                <th scope="row">
                  <a href={routeHash(view, detail)}>{t(`ui.overview.work.${name}`)}</a>
                  {name === 'planned' && value.plannedThisWeek > 0 ? (
                    <span className={styles.note}>
                      {t('ui.overview.work.plannedThisWeek', { shown: formats.count(value.plannedThisWeek) })}
                    </span>
                  ) : null}
                </th>
                <td className={styles.number}>{formats.count(value[name].count)}</td>
                <td className={styles.number}>
                  <Amount figure={value[name]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Amount({ figure: { count, exclVat, unknown } }: { figure: WorkFigure }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      {unknown > 0 && unknown === count ? null : formats.money(exclVat)}
      {unknown === 0 ? null : (
        <span className={styles.note} title={t('ui.overview.work.unknownWhy')}>
          {t('ui.overview.work.unknown', { count: unknown })}
        </span>
      )}
    </>
  );
}
