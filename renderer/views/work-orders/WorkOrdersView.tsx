import type { Route } from '../../shell/routes';
import { recordId } from '../../shell/routes';
import { ImportView } from '../imports/ImportView';
import { TemplatesView } from '../work-order-templates/TemplatesView';
import { screenKey } from './unsaved-editors';
import { WorkOrderList } from './WorkOrderList';
import { WorkOrderScreen } from './WorkOrderScreen';

/** Werkbonnen: the list, one work order, the templates, or a file that comes in. */
export function WorkOrdersView({ route }: { route: Route }) {
  const target = recordId(route) ?? (route.detail === 'new' ? 'new' : null);
  if (route.detail === 'import') return <ImportView />;
  if (route.detail === 'templates') return <TemplatesView />;
  if (target === null) return <WorkOrderList route={route} />;
  return <WorkOrderScreen key={screenKey(target)} target={target} />;
}
