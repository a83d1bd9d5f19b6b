import type { Route } from '../../shell/routes';
import { recordId } from '../../shell/routes';
import { ImportView } from '../imports/ImportView';
import { screenKey } from './unsaved-editors';
import { WorkOrderList } from './WorkOrderList';
import { WorkOrderScreen } from './WorkOrderScreen';

/** Werkbonnen: the list, one work order, or a file that comes in. */
export function WorkOrdersView({ route }: { route: Route }) {
  const target = recordId(route) ?? (route.detail === 'new' ? 'new' : null);
  if (route.detail === 'import') return <ImportView />;
  if (target === null) return <WorkOrderList route={route} />;
  return <WorkOrderScreen key={screenKey(target)} target={target} />;
}
