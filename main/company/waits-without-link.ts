import { problem } from '../../connectors/_kit/problem';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import type { Area } from '../../preload/contract/events';
import type { RemoteStore } from '../db/store';
import type { CompanySettings, Connectors, Logger, Time } from '../ports';
import { createJournal } from '../sync/journal';
import { createLongWaits, type LongWaits } from '../sync/long-waits';
import type { ActiveLink } from './active-link';
import type { CompanyEvents } from './events';

export interface WaitsWithoutLinkParts {
  readonly store: RemoteStore;
  readonly companySettings: Pick<CompanySettings, 'leadingPackage'>;
  readonly connectors: Pick<Connectors, 'load'>;
  readonly activeLink: Pick<ActiveLink, 'engine'>;
  readonly time: Time;
  readonly logger: Logger;
  readonly events: CompanyEvents;
}

/** What waits while no integration is active is told as the engine tells it: nothing waits for ever unseen. */
export function createWaitsWithoutLink(parts: WaitsWithoutLinkParts): () => Promise<void> {
  const { store, time, logger, events } = parts;
  const waits = new Map<ConnectorId, LongWaits>();

  const waitsOf = async (id: ConnectorId): Promise<LongWaits> => {
    const known = waits.get(id);
    if (known !== undefined) return known;
    const { manifest } = await parts.connectors.load(id);
    const on = { changed: (areas: readonly Area[]) => events.changed(...areas) };
    const made = createLongWaits(store, createJournal({ store, manifest, time, logger, on }), time);
    waits.set(id, made);
    return made;
  };

  return async () => {
    const id = parts.companySettings.leadingPackage();
    if (id === null || parts.activeLink.engine() !== null) return;
    await (await waitsOf(id)).look(problem('blocked', 'link-deactivated'));
  };
}
