import { create } from 'zustand';
import type { ConnectorId, Manifest } from '../../../preload/contract/model';
import type { IntegrationStage } from '../../../preload/contract/views';
import { api } from '../../api';

export interface Integration {
  readonly manifest: Manifest;
  readonly stage: IntegrationStage;
}

interface IntegrationsStore {
  /** Null until main answered. */
  readonly integrations: readonly Integration[] | null;
  readonly failure: unknown;
  /** The package whose settings are being changed while it is active. */
  readonly editing: ConnectorId | null;
  /** The deactivated package that is activated by all steps of the wizard instead of going on. */
  readonly startingOver: ConnectorId | null;
  readonly load: () => Promise<void>;
  /** Takes over what a call answered, before the event of main comes. */
  readonly putStage: (stage: IntegrationStage) => void;
  readonly edit: (packageId: ConnectorId | null) => void;
  readonly startOver: (packageId: ConnectorId) => void;
}

/** The packages and how far the office is with each. */
export const useIntegrationsStore = create<IntegrationsStore>()((set) => ({
  integrations: null,
  failure: null,
  editing: null,
  startingOver: null,
  load: async () => {
    try {
      set({ integrations: await api.integrations.list(), failure: null });
    } catch (failure) {
      set({ failure });
    }
  },
  putStage: (stage) =>
    set(({ integrations }) => ({
      integrations:
        integrations?.map((integration) =>
          integration.stage.package === stage.package ? { ...integration, stage } : integration,
        ) ?? null,
    })),
  edit: (editing) => set({ editing }),
  startOver: (startingOver) => set({ startingOver }),
}));
