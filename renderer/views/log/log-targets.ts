import type { View } from '../../../preload/contract/events';
import type { LogRow, LogTable } from '../../../preload/contract/views';
import { navigate } from '../../shell/use-route';
import { goToSetting, goToSettings } from '../package-settings/setting-place';
import { goToDelivery } from '../queue/delivery-place';
import { openRun } from '../runs/open-run';

/** A screen that a message leads to. */
export interface LogTarget {
  readonly to:
    'setting' | 'delivery' | 'run' | 'overview' | 'queue' | 'settings' | 'link' | 'workOrder' | 'customer' | 'article';
  readonly open: () => void;
}

/** Screens of records. A work address is shown with its customer; its own id opens nothing. */
const VIEW_OF = { workOrder: 'work-orders', customer: 'customers', article: 'articles' } as const satisfies Partial<
  Record<LogTable, View>
>;

/** Where a message leads to: first where the office acts on it, then the record that it names, then the run it came in. */
export function targetsOf(row: LogRow): readonly LogTarget[] {
  const declared = declaredBy(row);
  const others = [recordOf(row), runOf(row)].filter((target) => target !== null && target.to !== declared?.to);
  const all = [declared, ...others].filter((target) => target !== null);
  if (all.every(({ to }) => to === 'run') && row.table === 'link') return [...all, LINK];
  return all;
}

const LINK: LogTarget = { to: 'link', open: () => navigate('integrations') };

function declaredBy(row: LogRow): LogTarget | null {
  const { place, recordId } = row;
  switch (place?.what) {
    case undefined:
      return null;
    case 'setting':
      return {
        to: 'setting',
        open: () => (place.key === null ? goToSettings(place.package) : goToSetting(place.package, place.key)),
      };
    case 'delivery':
      return recordId === null ? null : { to: 'delivery', open: () => void goToDelivery(recordId) };
    case 'run':
      return runOf(row);
    case 'screen':
      return { to: place.view, open: () => navigate(place.view, place.detail ?? null) };
  }
}

function recordOf({ table, recordId }: LogRow): LogTarget | null {
  if (recordId === null) return null;
  switch (table) {
    case 'workOrder':
    case 'customer':
    case 'article':
      return { to: table, open: () => navigate(VIEW_OF[table], recordId) };
    default:
      return null;
  }
}

const runOf = ({ runId }: LogRow): LogTarget | null =>
  runId === null ? null : { to: 'run', open: () => void openRun(runId) };
