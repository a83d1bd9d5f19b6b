import type { Administration, Secrets } from '../../connectors/_kit/connector';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { IntegrationStage } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { CredentialScope, SecretStore, Time } from '../ports';
import type { ActiveLink } from './active-link';
import { credentialValues } from './credential-values';
import type { CompanyEvents } from './events';
import type { LinkConnections } from './link-connections';
import type { CompanyLog } from './company-log';
import type { Package, Packages } from './packages';
import { withDefaults } from './setting-rules';
import { isActive } from './stage';

export interface LinkParts {
  readonly companyId: string;
  readonly store: RemoteStore;
  readonly secrets: SecretStore;
  readonly time: Time;
  readonly packages: Packages;
  readonly connections: LinkConnections;
  readonly activeLink: ActiveLink;
  readonly events: CompanyEvents;
  readonly log: CompanyLog;
  readonly stopped: AbortSignal;
}

/**
 * Koppel: tries the entered values at the package and keeps them only when they are right. Values that were left empty
 * are those kept before, so that only a new key need be entered.
 *
 * Problems: those of `stepProblem` and `credentialValues`, `keychain-unreachable`, whatever the package says,
 * `other-administration` when the values belong to another administration than the data in Simon, and
 * `administration-in-use` when another company of this installation is linked with it.
 */
export function createLink(parts: LinkParts) {
  const { secrets, packages, connections, activeLink, events, time } = parts;

  return async (id: ConnectorId, entered: Readonly<Record<string, string>>): Promise<Result<IntegrationStage>> => {
    const found = await packages.forStep(id, 'link');
    if (!found.ok) return found;
    const { connector } = found.value;
    const scope: CredentialScope = { companyId: parts.companyId, package: id };

    const kept = await reachKeychain(() => secrets.read(scope));
    if (!kept.ok) return kept;
    const values = credentialValues(connector.manifest.link, entered, kept.value);
    if (!values.ok) return values;
    const checked = await check(found.value, values.value);
    if (!checked.ok) return checked;
    const administration = checked.value;
    const inUse = packages.inUseElsewhere(id, administration);
    if (inUse !== null) return fail(inUse);
    const refused = await refuseOtherAdministration(found.value, administration);
    if (!refused.ok) return refused;
    const written = await reachKeychain(() => secrets.write(scope, values.value));
    if (!written.ok) return written;

    connections.forget(id);
    packages.update(id, {
      linkedAtMs: time.nowMs(),
      administration,
      filledCredentials: Object.keys(values.value),
    });
    if (isActive(found.value)) await renewEngine(id);
    await parts.log.link('linked', 'approval', connector.manifest.label, { administration: administration.name });
    events.changed('integrations', 'log');
    return ok(await packages.stage(id));
  };

  async function check({ connector, record }: Package, values: Secrets): Promise<Result<Administration>> {
    const connection = await connections.trial(connector, values);
    const settings = withDefaults(connector.manifest.settings, record.settings);
    try {
      return await connector.check(connection.checkContext(parts.stopped, settings));
    } finally {
      connection.close();
    }
  }

  /** Another administration has other customers and articles under other ids: only an empty Simon can take it over. */
  async function refuseOtherAdministration(
    { id, record, active }: Package,
    entered: Administration,
  ): Promise<Result<null>> {
    const linked = record.administration;
    const neverFilled = record.activatedAtMs === null;
    if (linked === null || linked.id === entered.id || neverFilled) return ok(null);
    const { customers, articles, workOrders } = await parts.store.wipe.counts();
    const isEmpty = customers + articles + workOrders === 0;
    if (!isActive({ id, active }) && isEmpty) return ok(null);
    return fail(problem('blocked', 'other-administration', { linked: linked.name, entered: entered.name }));
  }

  /** The engine holds a grant that was got with the old key. */
  async function renewEngine(id: ConnectorId): Promise<void> {
    await activeLink.close();
    await activeLink.open(id);
    activeLink.engine()?.nudge();
  }
}

async function reachKeychain<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch {
    return fail(problem('storage', 'keychain-unreachable'));
  }
}
