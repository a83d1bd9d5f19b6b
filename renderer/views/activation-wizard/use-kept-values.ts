import type { ConnectorId } from '../../../preload/contract/model';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { useLoaded } from '../../ui/use-loaded';

/** Values of a link that are kept and hold no secret; empty until main answered, and when it cannot. */
export function useKeptValues(packageId: ConnectorId): Readonly<Record<string, string>> {
  const revision = useRevision('integrations');
  const kept = useLoaded(() => api.integrations.keptValues(packageId), packageId, revision).value;
  return kept?.ok ? kept.value : {};
}
