import type { Route } from '../../shell/routes';
import { recordId } from '../../shell/routes';
import { NewWorkOrder, OpenWorkOrder } from './WorkOrderScreen';
import { WorkOrderList } from './WorkOrderList';

/** Werkbonnen: the list, or one work order. */
export function WorkOrdersView({ route }: { route: Route }) {
  const id = recordId(route);
  if (id !== null) return <OpenWorkOrder key={id} workOrderId={id} />;
  if (route.detail === 'new') return <NewWorkOrder />;
  return <WorkOrderList route={route} />;
}
