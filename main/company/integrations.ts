import type { ConnectorId, Manifest } from '../../connectors/_kit/manifest';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { IntegrationStage } from '../../preload/contract/views';
import type { CompanySettings, Time } from '../ports';
import type { ActiveLink } from './active-link';
import type { CompanyEvents } from './events';
import type { LinkConnections } from './link-connections';
import type { CompanyLog } from './company-log';
import type { Packages } from './packages';
import { isActive, stageOf } from './stage';

export interface IntegrationsParts {
  readonly companySettings: CompanySettings;
  readonly time: Time;
  readonly packages: Packages;
  readonly activeLink: ActiveLink;
  readonly connections: LinkConnections;
  readonly events: CompanyEvents;
  readonly log: CompanyLog;
  /** Tells the screens that nothing is linked any more. */
  readonly tellStatus: () => Promise<void>;
}

/** The page Integraties: the tiles, the start of an activation and its end. The steps in between have their own files. */
export interface Integrations {
  readonly list: () => Promise<readonly { readonly manifest: Manifest; readonly stage: IntegrationStage }[]>;
  /** Start activatie. Problems: `other-integration-active`, `package-not-available`. */
  readonly acceptTerms: (id: ConnectorId) => Promise<Result<IntegrationStage>>;
  /**
   * Stops pulling and sending at once. Key, settings and marks stay, so that activating again goes on from there; what
   * is archived meanwhile waits in the queue. Problem: `integration-not-active`.
   */
  readonly deactivate: (id: ConnectorId) => Promise<Result<IntegrationStage>>;
}

export function createIntegrations(parts: IntegrationsParts): Integrations {
  const { companySettings, time, packages, activeLink, events } = parts;

  return {
    list: async () => {
      const all = await packages.all();
      return all.map((one) => ({ manifest: one.connector.manifest, stage: stageOf(one, one.connector.manifest) }));
    },

    acceptTerms: async (id) => {
      const found = await packages.forStep(id, 'terms');
      if (!found.ok) return found;
      if (found.value.record.termsAcceptedAtMs === null) {
        packages.update(id, { termsAcceptedAtMs: time.nowMs() });
        events.changed('integrations');
      }
      return ok(await packages.stage(id));
    },

    deactivate: async (id) => {
      const found = await packages.forStep(id, 'terms');
      if (!found.ok) return found;
      if (!isActive(found.value)) return fail(problem('invalid-input', 'integration-not-active'));
      // First on disk: an app that is killed now starts without the link.
      companySettings.setActivePackage(null);
      packages.update(id, { deactivatedAtMs: time.nowMs(), termsAcceptedAtMs: null, wipedAtMs: null });
      await activeLink.close();
      await parts.connections.close(id);
      await parts.log.link('deactivated', 'info', found.value.connector.manifest.label);
      events.changed('integrations', 'log');
      await parts.tellStatus();
      return ok(await packages.stage(id));
    },
  };
}
