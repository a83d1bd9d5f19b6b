import type { ConnectorId } from '../../../preload/contract/model';
import { api } from '../../api';
import { useLoaded } from '../../ui/use-loaded';

/** Names of the packages on screen; their id until they are known. */
export function usePackageLabel(): (id: ConnectorId) => string {
  const { value: integrations } = useLoaded(() => api.integrations.list(), 'integrations', 0);
  return (id) => integrations?.find(({ manifest }) => manifest.id === id)?.manifest.label ?? id;
}
