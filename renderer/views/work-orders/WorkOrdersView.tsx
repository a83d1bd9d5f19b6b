import type { Route } from '../../shell/routes';
import { recordId } from '../../shell/routes';
import { ImportView } from '../imports/ImportView';
import { NewWorkOrder, OpenWorkOrder } from './WorkOrderScreen';
import { WorkOrderList } from './WorkOrderList';

/** Werkbonnen: the list, one work order, or a file that comes in. */
export function WorkOrdersView({ route }: { route: Route }) {
  const id = recordId(route);
  if (id !== null) return <OpenWorkOrder key={id} workOrderId={id} />;
  if (route.detail === 'import') return <ImportView />;
  if (route.detail === 'new') return <NewWorkOrder />;
  return <WorkOrderList route={route} />;
}
