import type { ConnectorId, Manifest } from '../../connectors/_kit/manifest';
import type { RemoteStore } from '../db/store';
import type { PdfMaker } from '../documents/pdf-maker';
import type { CompanySettings, Connectors, Logger, Random, Time } from '../ports';
import type { Engine, EngineParts, LinkSettings } from '../sync/engine';
import type { CompanyEvents } from './events';
import type { LinkConnections } from './link-connections';
import { withDefaults } from './setting-rules';

export interface ActiveLinkParts {
  readonly store: RemoteStore;
  readonly companySettings: CompanySettings;
  readonly connectors: Connectors;
  readonly connections: LinkConnections;
  readonly pdfs: PdfMaker;
  readonly time: Time;
  readonly random: Random;
  readonly logger: Logger;
  readonly events: CompanyEvents;
  readonly createEngine: (parts: EngineParts) => Engine;
}

export interface LinkedPackage {
  readonly manifest: Manifest;
  readonly engine: Engine;
}

/** The engine of the one active integration, while there is one. */
export interface ActiveLink {
  /** Null when no integration is active. */
  readonly current: () => LinkedPackage | null;
  readonly engine: () => Engine | null;
  /** Makes the engine of an integration that became active. */
  readonly open: (id: ConnectorId) => Promise<void>;
  /** Stops the engine and waits until it is quiet. What waits in the queue stays there. */
  readonly close: () => Promise<void>;
  /** Brings back what the last stop interrupted, and runs by the schedule from now on when `background`. */
  readonly start: (options: { readonly background: boolean }) => Promise<void>;
  /** True when runs start by themselves. */
  readonly inBackground: () => boolean;
}

/** Makes the link of the integration that is active already, if there is one. */
export async function createActiveLink(parts: ActiveLinkParts): Promise<ActiveLink> {
  const { companySettings } = parts;
  let current: LinkedPackage | null = null;
  let started: { readonly background: boolean } | null = null;

  const begin = async (): Promise<void> => {
    if (current === null || started === null) return;
    const { engine } = current;
    await engine.recover();
    if (started.background) engine.startSchedule();
  };
  const open = async (id: ConnectorId): Promise<void> => {
    current = await linkTo(parts, id);
    await begin();
  };
  const close = async (): Promise<void> => {
    const closing = current;
    current = null;
    await closing?.engine.stop();
  };

  const active = companySettings.activePackage();
  if (active !== null) await open(active);
  return {
    current: () => current,
    engine: () => current?.engine ?? null,
    open,
    close,
    start: async (options) => {
      started = options;
      await begin();
    },
    inBackground: () => started?.background === true,
  };
}

async function linkTo(parts: ActiveLinkParts, id: ConnectorId): Promise<LinkedPackage> {
  const { companySettings, events } = parts;
  const connector = await parts.connectors.load(id);
  const connection = await parts.connections.linked(connector);
  const { manifest } = connector;

  const link = (): LinkSettings => {
    const { administration, settings, settingsVersion } = companySettings.integration(id);
    if (administration === null) throw new Error(`Integration ${id} is active without an administration`);
    const { default: standard, minimum } = manifest.capabilities.pullIntervalMinutes;
    return {
      settings: withDefaults(manifest.settings, settings),
      version: settingsVersion,
      administration,
      pullIntervalMinutes: Math.max(companySettings.app().pullIntervalMinutes ?? standard, minimum),
      paused: companySettings.pausedByUser(),
    };
  };

  const engine = parts.createEngine({
    store: parts.store,
    connector,
    connection,
    link,
    keepAdministration: (administration) => {
      companySettings.putIntegration(id, { ...companySettings.integration(id), administration });
    },
    pdfs: parts.pdfs,
    time: parts.time,
    random: parts.random,
    logger: parts.logger,
    on: {
      changed: (areas) => events.changed(...areas),
      status: (status) => events.tell('sync:status', status),
      progress: (progress) => events.tell('sync:progress', progress),
    },
  });
  return { manifest, engine };
}
