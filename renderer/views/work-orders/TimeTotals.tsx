import { useTranslation } from 'react-i18next';
import { billedHours, type HourPolicy } from '../../../preload/contract/hour-policy';
import { lineTotal, sumOf } from '../../../preload/contract/line-amounts';
import type { TimeEntry, TimeKind } from '../../../preload/contract/views';
import { api } from '../../api';
import { formatMinutes } from '../../i18n/minutes-input';
import { useFormats } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { useLoaded } from '../../ui/use-loaded';
import { useCompanySettings } from '../company-settings/use-company-settings';
import styles from './TimeTotals.module.css';
import { timeTotal, timeTotals, type TimeTotal } from './time-totals';
import { useHourPrices, type HourPrices } from './use-hour-prices';

type Props = {
  times: readonly TimeEntry[];
  /** Once archived, the document tells which hours were booked. */
  isLocked: boolean;
};

/** Booked minutes per kind and employee, and the hours that a document made now would have. */
export function TimeTotals({ times, isLocked }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const policy = useCompanySettings().value?.hourPolicy;
  const prices = useHourPrices();
  const employees = useLoaded(() => api.employees.list(), 'employees', useRevision('employees')).value ?? [];
  const perEmployee = [...timeTotals(times)];
  const total = timeTotal(times);
  if (times.length === 0) return null;

  const nameOf = (id: number | null) =>
    employees.find((employee) => employee.id === id)?.name ?? t('ui.workOrders.nobody');
  const hours = (minutes: number, rule: TimeKind) =>
    policy === undefined
      ? ''
      : t('ui.workOrders.inHours', { hours: formats.decimal(billedHours(minutes, policy[rule])) });
  return (
    <table className={styles.totals} aria-label={t('ui.workOrders.timeTotals')}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('ui.workOrders.work')}</th>
          <th scope="col">{t('ui.workOrders.travel')}</th>
          <th scope="col">{t('ui.workOrders.together')}</th>
        </tr>
      </thead>
      <tbody>
        {perEmployee.length < 2
          ? null
          : perEmployee.map(([id, minutes]) => <MinutesRow key={id ?? 0} name={nameOf(id)} total={minutes} />)}
        <MinutesRow name={t('ui.workOrders.booked')} total={total} />
        {isLocked ? null : (
          <tr className={styles.billed}>
            <th scope="row">{t('ui.workOrders.onDocument')}</th>
            <td>{hours(total.workMinutes, 'work')}</td>
            <td>{hours(total.travelMinutes, 'travel')}</td>
            <td />
          </tr>
        )}
        {isLocked || policy === undefined || prices === undefined ? null : (
          <AmountsRow total={total} policy={policy} prices={prices} />
        )}
      </tbody>
    </table>
  );
}

function MinutesRow({ name, total: { workMinutes, travelMinutes } }: { name: string; total: TimeTotal }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatMinutes(workMinutes)}</td>
      <td>{formatMinutes(travelMinutes)}</td>
      <td>{formatMinutes(workMinutes + travelMinutes)}</td>
    </tr>
  );
}

/** Labour excl. VAT as a document made now would have it; nothing when no article for hours is set. */
function AmountsRow({ total, policy, prices }: { total: TimeTotal; policy: HourPolicy; prices: HourPrices }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (!prices.work.isBooked && !prices.travel.isBooked) return null;
  const amountOf = (kind: TimeKind, minutes: number) => {
    const hours = billedHours(minutes, policy[kind]);
    return !prices[kind].isBooked || hours === '0' ? '0' : lineTotal(hours, prices[kind].price);
  };
  const work = amountOf('work', total.workMinutes);
  const travel = amountOf('travel', total.travelMinutes);
  const shown = (amount: string | null) => (amount === null ? t('ui.workOrders.unknown') : formats.money(amount));
  return (
    <tr className={styles.billed}>
      <th scope="row">{t('ui.workOrders.labourTotal')}</th>
      <td>{shown(work)}</td>
      <td>{shown(travel)}</td>
      <td>{shown(sumOf([work, travel]))}</td>
    </tr>
  );
}
